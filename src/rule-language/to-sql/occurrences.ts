/** Which of some values occur: a field has them in one of the tenant's records at least. */

import type { Sought } from '../lint.js';
import { fieldExpression } from './expression.js';
import { Frame } from './frame.js';
import { and, join, raw, type Sql, sql, texts } from './sql.js';
import { Statement, type Target } from './statement.js';
import { comparable } from './texts.js';

/** One column `value`: those that occur, as they were sought. Each is looked for until it is found once. */
export function occurring({ record, field, values }: Sought, target: Target): Sql {
  const statement = new Statement('set', target);
  const frame = new Frame(statement, record, () => ({ rowByRow: false }));
  const { raw: stored, folds } = fieldExpression(field, frame.own(), statement);
  const value = raw('sought.value');
  const same =
    field.type === 'tags'
      ? sql`${stored} @> array[${value}]`
      : sql`${comparable(stored, folds)} = ${comparable(value, folds)}`;
  const from = join([frame.table(), ...frame.joined()], ' ');
  // Not EXISTS, of which the planner would make a join over all records.
  const found = sql`select true from ${from} where ${and([...frame.existing(), same])} limit 1`;
  return sql`select sought.value from unnest(${texts(values)}) sought (value) where (${found})`;
}
