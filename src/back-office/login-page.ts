/** The page to sign in: plain HTML, so that nothing of the back office is loaded before. */

import { escaped, page, type Surroundings } from './document.js';
import type { Language } from './translations.js';

export type LoginProblem = 'wrong' | 'tooMany';

const texts = {
  en: {
    heading: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    button: 'Sign in',
    wrong: 'E-mail and password do not match.',
    tooMany: (minutes: number) => `Too many attempts. Try again in ${minutes} min.`,
  },
  de: {
    heading: 'Anmelden',
    email: 'E-Mail',
    password: 'Passwort',
    button: 'Anmelden',
    wrong: 'E-Mail und Passwort passen nicht zusammen.',
    tooMany: (minutes: number) => `Zu viele Versuche. In ${minutes} Min. geht es weiter.`,
  },
} as const;

export interface LoginState {
  readonly problem?: LoginProblem;
  readonly wait?: number;
  readonly email?: string;
  /** Where to go afterwards; a path of the back office. */
  readonly next: string;
}

export function loginPage(
  surroundings: Surroundings,
  language: Language,
  { problem, wait = 0, email = '', next }: LoginState,
): string {
  const text = texts[language];
  const message =
    problem === 'tooMany' ? text.tooMany(Math.ceil(wait / 60)) : problem ? text[problem] : undefined;
  const alert = message ? `<p class="login-problem" role="alert">${message}</p>` : '';
  // The cursor is where something is to be typed next.
  const [atEmail, atPassword] = email ? ['', ' autofocus'] : [' autofocus', ''];
  return page(surroundings, language, {
    body: `<main class="login">
<form method="post" action="${surroundings.path}/login">
<p class="login-name">${escaped(surroundings.name)}</p>
<h1>${text.heading}</h1>
${alert}
<label for="email">${text.email}</label>
<input id="email" name="email" type="email" autocomplete="username" required maxlength="320" value="${escaped(email)}"${atEmail}>
<label for="password">${text.password}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="1000"${atPassword}>
<input type="hidden" name="next" value="${escaped(next)}">
<button>${text.button}</button>
</form>
</main>`,
  });
}
