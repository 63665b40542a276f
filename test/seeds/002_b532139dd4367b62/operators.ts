/** The operators that filters are written with, each in the other system's own form of a document. */

import type { Columns } from '../planting.js';
import type { RuleRow } from '../seed-document.js';

const lines = {
  29: 'Equality',
  30: 'String matching',
  31: 'Numerical',
  32: 'List operations',
  33: 'Empty checks',
} as const;

/** People who are called what they are known for; somebody of whom nothing is known is called `unknown`. */
const known = (field: string, values: readonly unknown[]): Record<string, Columns> =>
  Object.fromEntries(
    values.map((value) => (value === null ? ['unknown', {}] : [`${field} ${value}`, { [field]: value }])),
  );

type Case = readonly [
  line: keyof typeof lines,
  operator: string,
  field: string,
  value: unknown,
  matching: readonly unknown[],
  others: readonly unknown[],
];

const cases: readonly Case[] = [
  [29, 'equals', 'city', 'Bangkok', ['Bangkok', 'BANGKOK'], ['Bangkok City', null]],
  [29, 'equals', 'score', 5, [5, '5.00'], ['5.01', null]],
  [29, 'equals', 'status', 'customer', ['customer'], ['lead']],
  [29, 'equals', 'vip', true, [true], [false]],
  [29, 'not_equals', 'city', 'Bangkok', ['Phuket', null], ['Bangkok', 'bangkok']],
  [29, 'not_equals', 'score', 5, [4, null], [5]],
  [30, 'contains', 'city', 'kok', ['Bangkok', 'KOKS'], ['Bang', null]],
  [30, 'not_contains', 'city', 'kok', ['Phuket', null], ['Bangkok']],
  [30, 'starts_with', 'city', 'bang', ['Bangkok', 'Bang'], ['Abang', null]],
  [30, 'ends_with', 'city', 'kok', ['Bangkok'], ['Kokbang', null]],
  [31, 'greater_than', 'score', 5, ['5.01'], [5, null]],
  [31, 'greater_than_or_equal', 'score', 5, [5], ['4.99', null]],
  [31, 'less_than', 'score', 5, ['4.99', -5], [5, null]],
  [31, 'less_than_or_equal', 'score', 5, [5], ['5.01', null]],
  [31, 'between', 'score', [5, 10], [5, 10], ['4.99', '10.01', null]],
  [32, 'in_list', 'city', ['Bangkok', 'Phuket'], ['bangkok', 'Phuket'], ['Krabi', null]],
  [32, 'in_list', 'score', [5, 7], [5, '7.0'], [6, null]],
  [33, 'is_empty', 'city', undefined, [null, ' '], ['Bangkok']],
  [33, 'is_empty', 'score', undefined, [null], [0]],
  [33, 'is_not_empty', 'city', undefined, ['Bangkok'], [null, ' ']],
];

export const operators: readonly RuleRow[] = cases.map(
  ([line, operator, field, value, matching, others]) => ({
    line,
    quote: lines[line],
    wish: `${operator} of ${field}`,
    rule: {
      entity: 'contact',
      match_type: 'all',
      rules: [{ field, operator, ...(value !== undefined && { value }) }],
    },
    in: known(field, matching),
    out: known(field, others),
  }),
);
