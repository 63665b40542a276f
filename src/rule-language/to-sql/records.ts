/** Single records of one subject's: the dates that time passes over, and those that a condition rests on. */

import type { MeasureOperand, Operand } from '../checked.js';
import type { Descent, TurningDate } from '../turning-points.js';
import { single } from './expression.js';
import type { Frame } from './frame.js';
import { contributing, tieOf } from './measures.js';
import { type Rows, rowsOf } from './rows.js';
import { and, join, raw, type Sql, sql } from './sql.js';
import { Statement, type Target } from './statement.js';
import { inText } from './value.js';

/** The different dates there are at the end of the way: one column `value`, a text. */
export function datesOf({ way, operand }: TurningDate, target: Target, id: string): Sql {
  const statement = new Statement('probe', target);
  const root = statement.root();
  const rows: Rows[] = [];
  for (const { route, collection } of way) rows.push(descend(rows.at(-1)?.frame ?? root, route, collection));
  const value = printed(operand, single(statement.expression(operand, rows.at(-1)?.frame ?? root)));
  const query = rows.reduceRight<Sql | undefined>(
    (inner, { from, conditions }) =>
      inner
        ? sql`select deeper.value from ${from()} cross join lateral (${inner}) deeper where ${and(conditions)}`
        : sql`select ${value} as value from ${from()} where ${and(conditions)}`,
    undefined,
  );
  const own = join([root.table(), ...root.joined()], ' ');
  const whose = and([...root.existing(), statement.among(root, [id])]);
  const found = query
    ? sql`select records.value from ${own} cross join lateral (${query}) records where ${whose}`
    : sql`select ${value} as value from ${own} where ${whose}`;
  return statement.complete(sql`select distinct value from (${found}) found where value is not null`);
}

const descend = (frame: Frame, route: Descent['route'], collection: Descent['collection']): Rows =>
  rowsOf(
    collection,
    { owner: frame.spot(route), outer: frame, rowByRow: true, subjectColumn: undefined },
    frame.compilation,
  );

/** ISO 8601, of the years that it writes with four digits. */
const printed = ({ type }: Operand, value: Sql): Sql =>
  type === 'date'
    ? sql`case when ${value} between '0001-01-01' and '9999-12-31' then to_char(${value}, 'YYYY-MM-DD') end`
    : sql`case when ${value} between '0001-01-02 00:00:00+00' and '9999-12-30 00:00:00+00'
        then to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') end`;

/** What is shown of records, and by which time the latest are found. */
export interface Shown {
  readonly fields: readonly Operand[];
  readonly time: Operand | undefined;
  readonly limit: number;
}

/**
 * The latest records that contribute to a measure of one subject's, those without a time by their key: columns `key`, and
 * `f0`, `f1` … with the fields asked for, as text.
 */
export function contributions(
  operand: MeasureOperand,
  { fields, time: at, limit }: Shown,
  target: Target,
  id: string,
): Sql {
  const statement = new Statement('probe', target);
  const root = statement.root();
  const rows = rowsOf(operand.collection, tieOf(operand, root, true), statement);
  const conditions = [...rows.conditions, ...contributing(operand, rows)];
  const { frame } = rows;
  const keys = frame.record.key.map(({ column }) => frame.own().column(column));
  const time = at && single(statement.expression(at, frame));
  const columns = [
    sql`concat_ws(' ', ${join(keys, ', ')}) as key`,
    ...fields.map(
      (field, index) =>
        sql`${inText(field, single(statement.expression(field, frame)))} as ${raw(`f${index}`)}`,
    ),
  ];
  const order = [...(time ? [sql`${time} desc nulls last`] : []), ...keys.map((key) => sql`${key} desc`)];
  const query = sql`select ${join(columns, ', ')} from ${rows.from()} where ${and(conditions)}
    order by ${join(order, ', ')} limit ${limit}`;
  const own = join([root.table(), ...root.joined()], ' ');
  const whose = and([...root.existing(), statement.among(root, [id])]);
  return statement.complete(
    sql`select records.* from ${own} cross join lateral (${query}) records where ${whose}`,
  );
}
