/** Light or dark: as the system has it, or as the person chose in this browser. */

import { useSyncExternalStore } from 'react';
import { readStart, type ThemeName } from './start-state.js';

export type ThemeChoice = ThemeName | 'system';
export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark'];

const key = 'segments-theme';
const system = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

/** A browser may keep nothing (private windows, policies); then the system decides. */
function kept(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

let choice: ThemeChoice = themeChoices.find((known) => known === kept()) ?? 'system';

export const chosenTheme = (): ThemeName => {
  if (choice !== 'system') return choice;
  return system.matches ? 'dark' : 'light';
};

/** AdminJS reads `THEME` for what it draws outside of React's tree; the style sheets read the properties. */
export function applyTheme(name: ThemeName): void {
  const theme = readStart().themes[name];
  const page = document.documentElement;
  Object.assign(window, { THEME: theme });
  page.dataset.theme = name;
  for (const [color, value] of Object.entries(theme.colors)) page.style.setProperty(`--${color}`, value);
}

export function chooseTheme(wanted: ThemeChoice): void {
  choice = wanted;
  try {
    localStorage.setItem(key, wanted);
  } catch {
    // It holds for this page, then.
  }
  changed();
}

function changed(): void {
  applyTheme(chosenTheme());
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) system.addEventListener('change', changed);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) system.removeEventListener('change', changed);
  };
}

export const useTheme = (): ThemeName => useSyncExternalStore(subscribe, chosenTheme);
export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, () => choice);
