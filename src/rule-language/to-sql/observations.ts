/** The values of chosen operands to reckon with rather than to show: numbers, texts as they compare, lists of them. */

import type { Operand } from '../checked.js';
import { today } from '../time.js';
import { single } from './expression.js';
import { date, instant, raw, type Sql, sql } from './sql.js';
import { Statement, type Target } from './statement.js';
import { comparable } from './texts.js';
import { hasSeveral, valuesOf } from './value.js';

/**
 * How an operand is observed: `number`, a double; `days`, a double as well, how many days before `as_of` a date lies;
 * `text`, by which values are told apart; `texts`, an array of them.
 */
export type Observed = 'number' | 'days' | 'text' | 'texts';

/** Undefined of a point, which is none of these. */
export function observedAs(operand: Operand): Observed | undefined {
  if (hasSeveral(operand)) return 'texts';
  switch (operand.type) {
    case 'point':
      return undefined;
    case 'number':
      return 'number';
    case 'date':
    case 'datetime':
      return 'days';
    default:
      return 'text';
  }
}

/**
 * Columns `id`; `o0`, `o1` … as each operand is observed, null when missing; and of folded texts `s0` … as they are written.
 * @param ids of these; of everyone, if not given
 */
export function observations(target: Target, operands: readonly Operand[], ids?: readonly string[]): Sql {
  const statement = new Statement(ids ? 'probe' : 'set', target);
  const frame = statement.root();
  const columns = operands.flatMap((operand, index) => {
    const expression = statement.expression(operand, frame);
    const { folds } = expression;
    const value = single(expression);
    const observed = sql`${observation(target, operand, value, folds)} as ${raw(`o${index}`)}`;
    return folds && !hasSeveral(operand) ? [observed, sql`${value} as ${raw(`s${index}`)}`] : [observed];
  });
  const among = ids ? [statement.among(frame, ids)] : [];
  return statement.complete(statement.select(frame, among, columns));
}

function observation({ clock }: Target, operand: Operand, value: Sql, folds: boolean): Sql {
  switch (observedAs(operand)) {
    case 'number':
      return sql`case when ${value} > -1e300 and ${value} < 1e300 then (${value})::float8 end`;
    case 'days':
      return operand.type === 'date'
        ? sql`(${date(today(clock))} - ${value})::float8`
        : sql`((extract(epoch from ${instant(clock.asOf)}) - extract(epoch from ${value})) / 86400)::float8`;
    case 'text':
      return comparable(sql`(${value})::text`, folds);
    case 'texts':
      return valuesOf(value);
    case undefined:
      throw new Error('A point is not observed.');
  }
}
