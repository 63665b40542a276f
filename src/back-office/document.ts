/** The HTML of the back office, in place of AdminJS's own: no inline scripts, no foreign fonts, nothing breaks out. */

import { type AdminJS, type CurrentAdmin, initializeStore } from 'adminjs';
import type { Request } from 'express';
import { pages } from './back-office.options.js';
import { mayAct, mayOpen } from './policy.js';
import { TenantResource } from './records/tenant-resource.js';
import { themes } from './theme.js';
import type { Language } from './translations.js';

export interface Surroundings {
  readonly path: string;
  readonly api: string;
  readonly name: string;
  /** Where the assets are, ending in a slash. */
  readonly assets: string;
}

const scripts = ['start.js', 'global.js', 'design-system.js', 'app.js', 'screens.js'];

export async function documentFor(
  shell: AdminJS,
  person: CurrentAdmin,
  surroundings: Surroundings,
): Promise<string> {
  const store = await initializeStore(shell, person);
  const state = JSON.parse(JSON.stringify(store.getState()));
  const redux = {
    ...state,
    resources: state.resources.filter(({ id }: { id: string }) => mayList(shell, person, id)),
    pages: state.pages.filter(({ name }: { name: string }) => pages[name] && mayOpen(person, pages[name])),
  };
  const start = { redux, themes, api: surroundings.api };
  return page(surroundings, 'en', {
    head: scripts.map((name) => `<script src="${surroundings.assets}${name}" defer></script>`).join('\n'),
    body: `<div id="app"></div>
<noscript>The back office needs JavaScript.</noscript>
<script type="application/json" id="start">${inScript(start)}</script>`,
  });
}

function mayList(shell: AdminJS, person: CurrentAdmin, id: string): boolean {
  const resource = shell.findResource(id);
  return resource instanceof TenantResource && mayAct(person, resource.declaration, 'list');
}

/** In a script element only `<` can end it, or begin a comment that hides its end. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

export function page(
  { name, assets }: Pick<Surroundings, 'name' | 'assets'>,
  language: Language,
  { head = '', body }: { readonly head?: string; readonly body: string },
): string {
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(name)}</title>
<link rel="icon" type="image/svg+xml" href="${assets}icon.svg">
<link rel="stylesheet" href="${assets}style.css">
${head}
</head>
<body>
${body}
</body>
</html>
`;
}

/** An error for somebody who followed a link, rather than for a program. */
export function errorPage(around: Surroundings, language: Language, status: number): string {
  const text = errorTexts[language];
  return page(around, language, {
    body: `<main class="login">
<div class="login-card">
<h1>${status === 404 ? text.missing : text.failed}</h1>
<p><a href="${around.path}">${text.back}</a></p>
</div>
</main>`,
  });
}

const errorTexts = {
  en: { missing: 'There is nothing here.', failed: 'Something went wrong.', back: 'To the start' },
  de: { missing: 'Hier ist nichts.', failed: 'Etwas ist schiefgegangen.', back: 'Zum Anfang' },
} as const;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');

/** Before anything is loaded the browser's wish decides; afterwards the screens do. */
export const languageOf = (request: Request): Language =>
  request.acceptsLanguages('en', 'de') === 'de' ? 'de' : 'en';
