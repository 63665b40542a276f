/** The rule a new segment begins with, and how JSON is written and read in the field. */

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
  | { readonly state: 'broken'; readonly line?: number; readonly column?: number }
  | { readonly state: 'json'; readonly rule: unknown };

export function readRule(text: string): ReadRule {
  if (text.trim() === '') return { state: 'empty' };
  try {
    return { state: 'json', rule: JSON.parse(text) };
  } catch (error) {
    return { state: 'broken', ...placeIn(text, error instanceof Error ? error.message : '') };
  }
}

/** Browsers name a position, or a line and a column, or nothing. */
function placeIn(text: string, message: string): { line?: number; column?: number } {
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? [];
  if (line !== undefined && column !== undefined) return { line: Number(line), column: Number(column) };
  const position = /position (\d+)/.exec(message)?.[1];
  const end = position === undefined && /end of/i.test(message) ? text.length : Number(position);
  if (Number.isNaN(end)) return {};
  const before = text.slice(0, end).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
