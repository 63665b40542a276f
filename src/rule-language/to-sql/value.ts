/** A value to show rather than to compare: as it is stored, with the type it has in SQL. */

import type { Operand } from '../checked.js';
import type { FieldType } from '../field-type.js';
import { blanks, single } from './expression.js';
import type { Expression } from './parts.js';
import { raw, type Sql, sql } from './sql.js';

/** `tags` is an array of texts; a point is two numbers, which are there together. */
export type Value =
  | { readonly type: Exclude<FieldType, 'point'>; readonly sql: Sql }
  | { readonly type: 'point'; readonly latitude: Sql; readonly longitude: Sql; readonly isThere: Sql };

/** Tags, and values tied for the most frequent. */
export const hasSeveral = (operand: Operand): boolean =>
  operand.type === 'tags' || (operand.kind === 'measure' && operand.measure === 'most_frequent');

/** The values of a list of texts, each once: not what is null or blank. Null when there are none. */
export const valuesOf = (list: Sql): Sql =>
  sql`nullif(array(select distinct v from unnest((${list})::text[]) v where btrim(v, ${blanks}) <> ''), '{}')`;

/** As people read it: several one after another. */
export const inText = (operand: Operand, value: Sql): Sql =>
  hasSeveral(operand) ? sql`array_to_string(${value}, ', ')` : sql`${value}::text`;

/** Not cleaned of blanks, which costs more than to read the value. */
export function storedValue(operand: Operand, expression: Expression): Value {
  const { type, raw: stored, over, zero, point } = expression;
  if (type === 'point' || point) {
    if (!point) throw new Error('A point has a latitude and a longitude.');
    return { type: 'point', ...point, isThere: stored };
  }
  if (hasSeveral(operand)) return { type: 'tags', sql: stored };
  return { type, sql: over !== undefined || zero === true ? single(expression) : stored };
}

/** The value as columns of a query, and as whoever reads the query sees it. */
export function columnOf(value: Value, name: string): { selected: readonly Sql[]; value: Value } {
  const column = (suffix = ''): Sql => raw(`${name}${suffix}`);
  if (value.type !== 'point')
    return { selected: [sql`${value.sql} as ${column()}`], value: { type: value.type, sql: column() } };
  const { latitude, longitude, isThere } = value;
  return {
    selected: [
      sql`case when ${isThere} then ${latitude} end as ${column('_latitude')}`,
      sql`case when ${isThere} then ${longitude} end as ${column('_longitude')}`,
    ],
    value: {
      type: 'point',
      latitude: column('_latitude'),
      longitude: column('_longitude'),
      isThere: sql`${column('_longitude')} is not null`,
    },
  };
}
