/** The texts and the ways of writing numbers and times in the language that AdminJS is switched to. */

import { useTranslation } from 'adminjs';
import { useMemo } from 'react';
import { type Formats, formatsOf } from './formats.js';
import { de } from './texts-de.js';
import { en, type Texts } from './texts-en.js';

const all: Readonly<Record<string, Texts>> = { en, de };

export interface Speech {
  readonly t: Texts;
  readonly f: Formats;
}

export function useTexts(): Speech {
  const { language } = useTranslation().i18n;
  return useMemo(() => ({ t: all[language] ?? en, f: formatsOf(language) }), [language]);
}
