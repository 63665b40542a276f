/** Comparison of texts in SQL: folded by the database itself, so that literal and column fold alike. */

import { strict } from './numbers.js';
import type { Expression, Predicate } from './parts.js';
import { join, raw, type Sql, sql, text, texts } from './sql.js';

const fold = (value: Sql): Sql => sql`lower(${value} collate "und-x-icu")`;

/** A text as it compares: folded, or as it is. */
export const comparable = (value: Sql, folds: boolean): Sql => (folds ? fold(value) : value);

export const textEquals = (left: Expression, literal: string): Predicate =>
  strict(left, sql`${comparable(left.raw, left.folds)} = ${comparable(text(literal), left.folds)}`);

/** Both sides present; the tested side decides whether they fold. */
export const sameText = (left: Expression, right: Expression): Predicate =>
  strict(left, sql`${comparable(left.clean, left.folds)} = ${comparable(right.clean, left.folds)}`);

export const textInList = (left: Expression, values: readonly string[]): Predicate =>
  strict(
    left,
    left.folds
      ? sql`${fold(left.raw)} = any(${allFolded(values)})`
      : sql`${left.raw} = any(${texts(values)})`,
  );

/** Up to so many texts are folded while the statement is planned. */
const few = 20;

/**
 * A list that is folded by a query has a length that the planner can only guess, and it shuns the index of the column
 * (482 ms instead of 355 for three countries); texts one by one are constants to it.
 */
const allFolded = (values: readonly string[]): Sql =>
  values.length <= few
    ? sql`array[${join(
        values.map((value) => fold(text(value))),
        ', ',
      )}]`
    : sql`array(select ${fold(raw('v'))} from unnest(${texts(values)}) v)`;

const escaped = (literal: string): string => literal.replaceAll(/[\\%_]/g, '\\$&');

/** The literal at the start, at the end or anywhere; `%`, `_` and `\` in it are ordinary. */
export function textLike(left: Expression, literal: string, place: 'start' | 'end' | 'anywhere'): Predicate {
  const before = place === 'start' ? '' : '%';
  const after = place === 'end' ? '' : '%';
  const pattern = text(`${before}${escaped(literal)}${after}`);
  return strict(left, sql`${comparable(left.raw, left.folds)} like ${comparable(pattern, left.folds)}`);
}
