/** Ranks in SQL: everyone's values once, the cut-off among them, and a comparison with it. */

import type { Operand } from '../checked.js';
import { keyOf } from '../field.js';
import { single } from './expression.js';
import type { Compilation, Frame } from './frame.js';
import { strict } from './numbers.js';
import { type Expression, type Predicate, partial, type Source } from './parts.js';
import { and, numeric, raw, type Sql, sql } from './sql.js';
import type { RankTest } from './tests.js';

/**
 * Cut-off and comparison share one statement, hence one snapshot. Measured at 10 million records, computing the
 * cut-off in a statement of its own costs a second pass over them.
 */
export function rank(operand: Operand, test: RankTest, frame: Frame, left: () => Expression): Predicate {
  const { compilation } = frame;
  const values = compilation.alias('rank_values');
  const cutOff = compilation.alias('rank_cut_off');
  const top = test.operator.startsWith('in_top');
  compilation.define(values, compilation.values(operand));
  compilation.define(
    cutOff,
    sql`select v from ${raw(values)} order by v ${raw(top ? 'desc' : 'asc')} offset (select ${offset(test)} from ${raw(values)}) limit 1`,
  );
  const reaches = (value: Sql): Sql => sql`${value} ${raw(top ? '>=' : '<=')} (select v from ${raw(cutOff)})`;
  if (operand.kind !== 'measure' || compilation.shape === 'probe') {
    const expression = left();
    const value = rankable(operand, expression);
    return strict(expression, and([reaches(value), sql`${value} is not null`]));
  }
  const ranked = new Ranked(values, frame, compilation);
  frame.attach(ranked);
  return partial(reaches(raw(`${ranked.alias}.v`)), new Set([ranked]));
}

/** What is ranked: missing for whoever has no contributing record, though their count or sum be 0. */
export function rankable(operand: Operand, expression: Expression): Sql {
  if (operand.kind !== 'measure' || expression.zero !== true) return single(expression);
  const countsNone = operand.measure !== 'sum' && expression.source?.everyOwner === true;
  return countsNone ? sql`nullif(${expression.raw}, 0)` : expression.raw;
}

/** How many stand before the last that is in. */
function offset(test: RankTest): Sql {
  const places =
    'positions' in test
      ? sql`least(${String(test.positions)}::numeric, count(*))`
      : sql`ceil(${numeric(test.percent)} * count(*) * 0.01)`;
  return sql`greatest(${places} - 1, 0)::bigint`;
}

/** The values of everyone who has one, joined by the subject's key. */
class Ranked implements Source {
  readonly alias: string;
  readonly standalone: { query(): Sql; readonly key: string };
  private readonly on: Sql;

  constructor(
    private readonly values: string,
    frame: Frame,
    compilation: Compilation,
  ) {
    this.alias = compilation.alias('a');
    this.standalone = { query: () => sql`select id, v from ${raw(values)}`, key: 'id' };
    const keyColumn = keyOf(compilation.subject).column;
    this.on = sql`${raw(this.alias)}.id = ${frame.own().joinColumn(keyColumn)}`;
  }

  join(): Sql {
    return sql`left join ${raw(this.values)} ${raw(this.alias)} on ${this.on}`;
  }
}
