/** How many of the tenant's records have a value, field by field: of all of them, or of those on some of the table's pages. */

import type { Field, RecordType } from '../field.js';
import { parseFilter } from '../parse.js';
import { fieldExpression } from './expression.js';
import { Frame } from './frame.js';
import type { Expression } from './parts.js';
import { and, join, raw, type Sql, sql } from './sql.js';
import { Statement, type Target } from './statement.js';

/** One row: `records`; and `f0`, `f1` … in the order of `fields`. `percent`: of the pages, 0 to 100; all if absent. */
export function presence(
  record: RecordType,
  fields: readonly Field[],
  target: Target,
  percent?: number,
): Sql {
  const statement = new Statement('set', target);
  const frame = new Frame(statement, record, () => ({ rowByRow: true }));
  const counts = fields.map((field, index) => {
    const { clean } = expressionOf(field, frame, statement);
    return sql`count(${clean})::float8 as ${raw(`f${index}`)}`;
  });
  // The same pages each time, so that what was seen does not change by itself.
  const sample = percent === undefined ? [] : [sql`tablesample system (${percent}::float4) repeatable (1)`];
  const from = join([frame.table(), ...sample, ...frame.joined()], ' ');
  const selected = join([raw('count(*)::float8 as records'), ...counts], ', ');
  return statement.complete(sql`select ${selected} from ${from} where ${and(frame.existing())}`);
}

/** Whether a field's value is in its record, or derived of what is: then it is cheap to look at. */
export function isOfRecord({ source }: Field, record: RecordType): boolean {
  if (source.kind === 'metric') return false;
  if (source.kind !== 'derived') return true;
  return source.inputs.every((name) => {
    const input = record.fields.get(name);
    return input !== undefined && isOfRecord(input, record);
  });
}

function expressionOf(field: Field, frame: Frame, statement: Statement): Expression {
  if (field.source.kind !== 'derived') return fieldExpression(field, frame.own(), statement);
  const asked = { match: 'all', rules: [{ field: field.name, operator: 'is_not_empty' }] } as const;
  const [condition] = parseFilter(asked, frame.record, statement.vocabulary).rules;
  if (condition?.kind !== 'condition')
    throw new Error(`“${field.name}” is no field of ${frame.record.name}.`);
  return statement.expression(condition.operand, frame);
}
