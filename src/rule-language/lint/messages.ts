/** What the findings say, in every language that rules are said in. */

import type { LanguageCode } from '../to-words.js';

export const severities = ['warning', 'info'] as const;
export type Severity = (typeof severities)[number];

interface Message {
  readonly severity: Severity;
  /** `{segment}` stands for the name of the segment that the node reads. */
  readonly words: Readonly<Record<LanguageCode, string>>;
}

const messages = {
  'lint.contradiction': {
    severity: 'warning',
    words: {
      en: 'These conditions exclude each other: nobody can meet them.',
      de: 'Diese Bedingungen schließen einander aus: Niemand kann sie erfüllen.',
    },
  },
  'lint.never': {
    severity: 'warning',
    words: {
      en: 'This can never be true, whatever the value is.',
      de: 'Das kann nie zutreffen, welcher Wert auch vorliegt.',
    },
  },
  'lint.always': {
    severity: 'warning',
    words: {
      en: 'This is always true: it excludes nobody.',
      de: 'Das trifft immer zu: Es schließt niemanden aus.',
    },
  },
  'lint.only-excludes': {
    severity: 'info',
    words: {
      en: 'This only excludes: everybody else matches, also those of whom nothing is known.',
      de: 'Das schließt nur aus: Alle anderen gehören dazu, auch alle, über die nichts bekannt ist.',
    },
  },
  'lint.archived-option': {
    severity: 'warning',
    words: {
      en: 'This option is archived: it is no longer offered.',
      de: 'Diese Auswahl ist archiviert: Sie wird nicht mehr angeboten.',
    },
  },
  'lint.unknown-value': {
    severity: 'warning',
    words: {
      en: 'No record has this value at present.',
      de: 'Diesen Wert hat zurzeit kein Datensatz.',
    },
  },
  'lint.segment-never-calculated': {
    severity: 'warning',
    words: {
      en: 'The segment “{segment}” was never calculated: whoever meets its rule does not count as a member yet.',
      de: 'Das Segment „{segment}“ wurde noch nie berechnet: Wer seine Regel erfüllt, zählt noch nicht als Mitglied.',
    },
  },
  'lint.duplicate': {
    severity: 'warning',
    words: {
      en: 'This condition stands here twice.',
      de: 'Diese Bedingung steht hier zweimal.',
    },
  },
  'lint.subsumed': {
    severity: 'info',
    words: {
      en: 'This changes nothing beside the other condition, which decides.',
      de: 'Das ändert neben der anderen Bedingung nichts: Jene entscheidet.',
    },
  },
  'lint.ranks-everyone': {
    severity: 'info',
    words: {
      en: 'The rank is among everybody, not only among those who meet the other conditions.',
      de: 'Der Rang zählt unter allen, nicht nur unter denen, die die anderen Bedingungen erfüllen.',
    },
  },
} as const satisfies Record<string, Message>;

export type LintCode = keyof typeof messages;
export const lintCodes = Object.keys(messages) as readonly LintCode[];
export const messageOf = (code: LintCode): Message => messages[code];
