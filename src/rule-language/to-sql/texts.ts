/** Comparison of texts in SQL: folded by the database itself, so that literal and column fold alike. */

import { strict } from './numbers.js';
import type { Expression, Predicate } from './parts.js';
import { raw, type Sql, sql, text, texts } from './sql.js';

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
      ? sql`${fold(left.raw)} = any(array(select ${fold(raw('v'))} from unnest(${texts(values)}) v))`
      : sql`${left.raw} = any(${texts(values)})`,
  );

const escaped = (literal: string): string => literal.replaceAll(/[\\%_]/g, '\\$&');

/** The literal at the start, at the end or anywhere; `%`, `_` and `\` in it are ordinary. */
export function textLike(left: Expression, literal: string, place: 'start' | 'end' | 'anywhere'): Predicate {
  const before = place === 'start' ? '' : '%';
  const after = place === 'end' ? '' : '%';
  const pattern = text(`${before}${escaped(literal)}${after}`);
  return strict(left, sql`${comparable(left.raw, left.folds)} like ${comparable(pattern, left.folds)}`);
}
