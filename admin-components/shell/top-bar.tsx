/** The bar at the top: menu, language, colours and who is signed in. AdminJS's own signs out by a link. */

import { Icon } from '@adminjs/design-system';
import { useCurrentAdmin, useTranslation } from 'adminjs';
import { useSelector } from 'react-redux';
import { languageNames } from '../languages.js';
import { useTexts } from '../texts/use-texts.js';
import { chooseTheme, themeChoices, useTheme, useThemeChoice } from '../themes.js';

interface Paths {
  readonly paths: { readonly logoutPath: string };
}

export function TopBar({ toggleSidebar }: { readonly toggleSidebar: () => void }) {
  const { t } = useTexts();
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: in AdminJS's section it is no landmark by itself.
    <header className="top-bar" role="banner" data-css="topbar">
      <button type="button" className="top-bar-menu" onClick={toggleSidebar} aria-label={t.menu}>
        <Icon icon="Menu" size={22} />
      </button>
      <span className="top-bar-space" />
      <LanguageChoice />
      <ColourChoice />
      <SignedIn />
    </header>
  );
}

function LanguageChoice() {
  const { t } = useTexts();
  const { i18n } = useTranslation();
  return (
    <span className="top-bar-choice">
      <Icon icon="Globe" size={18} />
      <select
        aria-label={t.language}
        value={i18n.language}
        onChange={({ target }) => void i18n.changeLanguage(target.value)}
      >
        {Object.entries(languageNames).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

function ColourChoice() {
  const { t } = useTexts();
  const choice = useThemeChoice();
  const choose = (wanted: string): void =>
    chooseTheme(themeChoices.find((known) => known === wanted) ?? 'system');
  return (
    <span className="top-bar-choice">
      <Icon icon={useTheme() === 'dark' ? 'Moon' : 'Sun'} size={18} />
      <select aria-label={t.colours} value={choice} onChange={({ target }) => choose(target.value)}>
        {themeChoices.map((known) => (
          <option key={known} value={known}>
            {t.colourNames[known]}
          </option>
        ))}
      </select>
    </span>
  );
}

function SignedIn() {
  const { t } = useTexts();
  const [person] = useCurrentAdmin();
  const logoutPath = useSelector(({ paths }: Paths) => paths.logoutPath);
  if (!person) return null;
  return (
    <form className="top-bar-person" method="post" action={logoutPath}>
      <span title={person.email}>{person.title ?? person.email}</span>
      <button type="submit" aria-label={t.signOut} title={t.signOut}>
        <Icon icon="LogOut" size={18} />
      </button>
    </form>
  );
}
