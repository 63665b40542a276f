/** The SQL of comparisons: how many two groups are, and how many are in both. */

import type { Ask } from '../../audience/evaluation.js';
import { type Sql, sql } from '../../rule-language/to-sql/sql.js';
import type { Counts } from '../in-common.js';

/** Of two queries with the one column `id`. */
export async function countsOf(ask: Ask, a: Sql, b: Sql): Promise<Counts> {
  const [row] = await ask<Counts>(
    sql`select count(a.id)::float8 as a, count(b.id)::float8 as b,
      count(*) filter (where a.id is not null and b.id is not null)::float8 as both
    from (${a}) a full join (${b}) b on b.id = a.id`,
  );
  return row ?? { a: 0, b: 0, both: 0 };
}
