/** What the server wrote into the page for the screens to begin with. */

export type ThemeName = 'light' | 'dark';

export interface StartState {
  /** AdminJS's own. */
  readonly redux: unknown;
  readonly themes: Readonly<Record<ThemeName, { readonly colors: Readonly<Record<string, string>> }>>;
  /** Where the HTTP API is, such as `/api`. */
  readonly api: string;
}

let state: StartState | undefined;

export function readStart(): StartState {
  state ??= JSON.parse(document.getElementById('start')?.textContent ?? '') as StartState;
  return state;
}
