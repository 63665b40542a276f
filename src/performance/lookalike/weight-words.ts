/** What a weight says, in the words of whoever reads it. */

import type { Test } from '../../rule-language/checked.js';
import {
  conditionInWords,
  type LanguageCode,
  operandInWords,
  type WordsContext,
} from '../../rule-language/to-words.js';
import type { Trait } from '../traits/traits.js';

export const weightKinds = ['number', 'days_ago', 'value', 'missing'] as const;
export type WeightKind = (typeof weightKinds)[number];

export interface Said {
  readonly trait: Trait;
  readonly kind: WeightKind;
  /** Of the kind `value`. */
  readonly value: string | null;
  /** Of a number, and of days. */
  readonly per: number | null;
  readonly weight: number;
}

interface Phrases {
  more(noun: string, amount: string): string;
  longerAgo(noun: string, days: string): string;
  /** By what the odds are multiplied, or divided. */
  alike(what: string, factor: string): string;
  unlike(what: string, factor: string): string;
}

const phrases: Readonly<Record<LanguageCode, Phrases>> = {
  en: {
    more: (noun, amount) => `${noun}, for each ${amount} more`,
    longerAgo: (noun, days) => `${noun}, for each ${days} days longer ago`,
    alike: (what, factor) => `${what}: more like the members (odds × ${factor}).`,
    unlike: (what, factor) => `${what}: less like the members (odds ÷ ${factor}).`,
  },
  de: {
    more: (noun, amount) => `${noun}, je ${amount} mehr`,
    longerAgo: (noun, days) => `${noun}, je ${days} Tage länger her`,
    alike: (what, factor) => `${what}: den Mitgliedern ähnlicher (Chance × ${factor}).`,
    unlike: (what, factor) => `${what}: den Mitgliedern unähnlicher (Chance ÷ ${factor}).`,
  },
};

/** `City is “Berlin”: more like the members (odds × 2.3).` */
export function weightInWords(said: Said, context: WordsContext): string {
  const { language = 'en' } = context;
  const factor = rounded(Math.exp(Math.abs(said.weight)), language);
  const text = phrases[language][said.weight > 0 ? 'alike' : 'unlike'](subjectOf(said, context), factor);
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

function subjectOf({ trait, kind, value, per }: Said, context: WordsContext): string {
  const { language = 'en' } = context;
  if (per === null) return conditionInWords(condition(trait, testOf(trait, value)), context);
  const say = phrases[language][kind === 'days_ago' ? 'longerAgo' : 'more'];
  return say(operandInWords(trait.operand, context), rounded(per, language));
}

const condition = ({ operand }: Trait, test: Test) =>
  ({ kind: 'condition', at: '', negated: false, operand, test }) as const;

function testOf({ operand, observed }: Trait, value: string | null): Test {
  if (value === null) return { operator: 'is_empty' };
  if (observed === 'texts') return { operator: 'has_any', tags: [value] };
  if (operand.type === 'boolean')
    return { operator: 'equals', value: { kind: 'boolean', value: value === 'true' } };
  return { operator: 'equals', value: { kind: 'text', value } };
}

/** To three digits. */
const rounded = (number: number, language: LanguageCode): string =>
  new Intl.NumberFormat(language, { maximumSignificantDigits: 3 }).format(number);
