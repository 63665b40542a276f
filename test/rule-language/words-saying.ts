/** From a rule document to its words, over the small vocabulary. */

import type { Checked } from '../../src/rule-language/checked.js';
import { parseRule } from '../../src/rule-language/parse.js';
import { conditionInWords, toWords, type WordsContext } from '../../src/rule-language/to-words.js';
import { segments, subject, vocabulary } from './words-vocabulary.js';

export const zone = 'Europe/Berlin';

export function checked(document: unknown): Checked {
  const parsed = parseRule(document, {
    vocabulary,
    subject: subject.name,
    segment: (id) => {
      const name = typeof id === 'string' ? segments.get(id) : undefined;
      return typeof id === 'string' && name ? { id, name, subject: subject.name } : undefined;
    },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.checked;
}

export const inWords = (document: unknown, more: Partial<WordsContext> = {}): string =>
  toWords(checked(document), { subject, zone, ...more });

export const bare = (document: unknown): string => conditionInWords(checked(document), { subject, zone });

/** Rule documents, briefly. */
export const field = (name: string, operator: string, value?: unknown): object => ({
  field: name,
  operator,
  ...(value !== undefined && { value }),
});
export const group = (match: unknown, ...rules: readonly object[]): object => ({ match, rules });
export const all = (...rules: readonly object[]): object => group('all', ...rules);
export const any = (...rules: readonly object[]): object => group('any', ...rules);
export const related = (
  name: string,
  measure: string,
  more: object,
  operator?: string,
  value?: unknown,
): object => ({
  related: name,
  measure,
  ...more,
  ...(operator !== undefined && { operator }),
  ...(value !== undefined && { value }),
});
