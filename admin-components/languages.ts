/** The languages of the screens, and which one a browser begins with. */

export const languageNames: Readonly<Record<string, string>> = { en: 'English', de: 'Deutsch' };

/** Where AdminJS's translations keep the choice. They do not find `de` in a browser that says `de-DE` only. */
const key = 'i18nextLng';

export function beginLanguage(): void {
  const spoken = navigator.languages.map((code) => code.split('-')[0] ?? '');
  const first = spoken.find((code) => Object.hasOwn(languageNames, code)) ?? 'en';
  document.documentElement.lang = first;
  try {
    if (localStorage.getItem(key) === null) localStorage.setItem(key, first);
    else document.documentElement.lang = localStorage.getItem(key) ?? first;
  } catch {
    // A browser that keeps nothing begins in English.
  }
}
