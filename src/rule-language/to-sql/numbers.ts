/** Exact comparison of numbers in SQL: quotients by cross-multiplication, never by division. */

import type { Reference, Scalar, Test } from '../checked.js';
import { largest, smallest } from './expression.js';
import type { Expression } from './parts.js';
import { type Predicate, partial, total } from './parts.js';
import { and, number, numbers, numeric, raw, type Sql, sql } from './sql.js';

export type Comparison =
  | 'equals'
  | 'greater_than'
  | 'greater_than_or_equal'
  | 'less_than'
  | 'less_than_or_equal';

const symbols: Record<Comparison, Sql> = {
  equals: raw('='),
  greater_than: raw('>'),
  greater_than_or_equal: raw('>='),
  less_than: raw('<'),
  less_than_or_equal: raw('<='),
};

/** What a number is compared with: a literal, or another expression, perhaps multiplied. */
export type Other =
  | { readonly literal: string }
  | { readonly expression: Expression; readonly times: string | undefined };

/** The value with a missing count or sum as 0. */
const filled = (expression: Expression): Sql =>
  expression.zero === true ? sql`coalesce(${expression.raw}, 0)` : expression.clean;

/** `left` compared with `other`, null when either is missing. */
export function compareNumbers(left: Expression, comparison: Comparison, other: Other): Predicate {
  if ('literal' in other) return compareLiteral(left, comparison, other.literal);
  const { expression, times } = other;
  const factor = times === undefined ? [] : [numeric(times)];
  const mine = product(filled(left), expression.over === undefined ? [] : [expression.over]);
  const theirs = product(filled(expression), [...factor, ...(left.over === undefined ? [] : [left.over])]);
  return partial(sql`${mine} ${symbols[comparison]} ${theirs}`);
}

const product = (first: Sql, others: readonly Sql[]): Sql =>
  others.length === 0
    ? first
    : others.reduce((all, factor) => sql`${all} * ${factor}::numeric`, sql`${first}::numeric`);

function compareLiteral(left: Expression, comparison: Comparison, literal: string): Predicate {
  const symbol = symbols[comparison];
  if (left.over !== undefined)
    return strict(left, sql`${left.raw} ${symbol} ${numeric(literal)} * ${left.over}`);
  if (left.zero === true && holdsAtZero(comparison, literal))
    return total(sql`coalesce(${left.raw}, 0) ${symbol} ${number(literal)}`);
  return strict(left, and([sql`${left.raw} ${symbol} ${number(literal)}`, ...finite(left, comparison)]));
}

/** A test that is not true where the expression's source has no row. */
export const strict = (left: Expression, test: Sql): Predicate =>
  partial(test, new Set(left.source && [left.source]));

/** Keeps out of an open side what counts as missing. */
function finite(left: Expression, comparison: Comparison): Sql[] {
  if (left.tidy || comparison === 'equals') return [];
  return comparison.startsWith('greater')
    ? [sql`${left.raw} < ${largest}`]
    : [sql`${left.raw} > ${smallest}`];
}

export function holdsAtZero(comparison: Comparison, literal: string): boolean {
  const sign = signOf(literal);
  switch (comparison) {
    case 'equals':
      return sign === 0;
    case 'greater_than':
      return sign < 0;
    case 'greater_than_or_equal':
      return sign <= 0;
    case 'less_than':
      return sign > 0;
    case 'less_than_or_equal':
      return sign >= 0;
  }
}

/** -1, 0 or 1, of a decimal in its shortest form. */
export const signOf = (decimal: string): number => (decimal === '0' ? 0 : decimal.startsWith('-') ? -1 : 1);

/** One of a list of literals. */
export function numberInList(left: Expression, test: Extract<Test, { operator: 'in_list' }>): Predicate {
  const values = test.values.map(({ value }) => value);
  if (left.over !== undefined)
    return strict(
      left,
      sql`exists (select from unnest(${numbers(values)}) v where ${left.raw} = v * ${left.over})`,
    );
  if (left.zero === true && values.some((value) => signOf(value) === 0))
    return total(sql`coalesce(${left.raw}, 0) = any(${numbers(values)})`);
  return strict(left, sql`${left.raw} = any(${numbers(values)})`);
}

/** The literal of a scalar, or the expression that stands in its place. */
export const otherNumber = (value: Scalar, expression: (reference: Reference) => Expression): Other =>
  value.kind === 'reference'
    ? { expression: expression(value), times: value.times }
    : { literal: String(value.value) };
