/** The values of chosen fields, of those whose ids queries give: to be shown, each written as somebody needs it. */

import type { Operand } from '../checked.js';
import { raw, type Sql, sql } from './sql.js';
import { Statement, type Target } from './statement.js';
import { columnOf, storedValue, type Value } from './value.js';

/** What is read, and of whom. */
export interface Reading {
  /** `probe` for some, `set` for very many. */
  readonly shape: 'probe' | 'set';
  /** Queries with the one column `id`: of those who are in all of them. */
  readonly ids: readonly Sql[];
  readonly operands: readonly Operand[];
  readonly limit: number;
}

/** A query, and the columns it has: the key as text, and the values as they are stored. */
export interface ReadValues {
  readonly query: Sql;
  readonly key: Sql;
  readonly values: readonly Value[];
}

/** In the order of the keys. Each value is computed once, however often its column is used. */
export function readValues(target: Target, { shape, ids, operands, limit }: Reading): ReadValues {
  const statement = new Statement(shape, target);
  const frame = statement.root();
  const key = statement.key(frame);
  const columns = operands.map((operand, index) =>
    columnOf(storedValue(operand, statement.expression(operand, frame)), `v${index}`),
  );
  const selected = [sql`${key}::text as key`, ...columns.flatMap(({ selected }) => selected)];
  const rows = statement.rows(frame, inAll(ids, key), selected);
  return {
    query: statement.complete(sql`${rows} order by ${key} limit ${String(limit)}::bigint`),
    key: raw('key'),
    values: columns.map(({ value }) => value),
  };
}

/** How many of the tenant's subjects are in all of the queries: one column `count`. */
export function countInAll(target: Target, ids: readonly Sql[]): Sql {
  const statement = new Statement('set', target);
  const frame = statement.root();
  return statement.rows(frame, inAll(ids, statement.key(frame)), [raw('count(*)::float8 as count')]);
}

const inAll = (ids: readonly Sql[], key: Sql): Sql[] =>
  ids.map((some) => sql`exists (select from (${some}) among where among.id = ${key})`);
