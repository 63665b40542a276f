/** The rule a new segment begins with, and how JSON is written and read in the field. */

import { readJson } from '../../src/rule-language/parse/json-text.js';
import type { Rule } from '../../src/rule-language/rule.js';
import type { Catalogue } from '../api-types.js';

const returning: Rule = {
  match: 'all',
  rules: [
    { field: 'status', operator: 'equals', value: 'customer' },
    {
      related: 'orders',
      measure: 'count',
      where: {
        match: 'all',
        rules: [{ field: 'placed_at', operator: 'within_last', value: { days: 90 } }],
      },
      operator: 'greater_than_or_equal',
      value: 2,
    },
  ],
};

/** Something that can be asked of this subject in this catalogue; where it has no orders, everyone. */
export function starterRule(catalogue: Catalogue | undefined, subject: string): string {
  const recordOf = (name: string | undefined) => catalogue?.records.find((record) => record.name === name);
  const record = recordOf(catalogue?.subjects.find(({ name }) => name === subject)?.record);
  const orders = recordOf(record?.collections.find(({ name }) => name === 'orders')?.record);
  const hasField = (of: typeof record, field: string) => of?.fields.some(({ name }) => name === field);
  const fits = hasField(record, 'status') && hasField(orders, 'placed_at');
  return formatted(fits ? returning : { everyone: true });
}

export const formatted = (rule: unknown): string => JSON.stringify(rule, null, 2);

export type ReadRule =
  | { readonly state: 'empty' }
  | { readonly state: 'broken'; readonly line: number; readonly column: number }
  /** JSON, though perhaps with a key given twice, which the server says. */
  | { readonly state: 'json'; readonly rule?: unknown };

export function readRule(text: string): ReadRule {
  if (text.trim() === '') return { state: 'empty' };
  const read = readJson(text);
  if (read.ok) return { state: 'json', rule: read.value };
  const fault = read.problems.find(({ code }) => code === 'json.syntax');
  if (!fault) return { state: 'json' };
  const [, line = 1, column = 1] = /line (\d+), column (\d+)/.exec(fault.message) ?? [];
  return { state: 'broken', line: Number(line), column: Number(column) };
}
