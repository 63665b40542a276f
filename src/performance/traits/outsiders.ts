/** Everyone who is not in a segment. */

import { everyone, type Target } from '../../rule-language/to-sql/compile.js';
import { type Sql, sql } from '../../rule-language/to-sql/sql.js';

/** Both queries with the one column `id`. */
export const outsiders = (target: Target, members: Sql): Sql =>
  sql`select e.id from (${everyone(target)}) e where not exists (select from (${members}) m where m.id = e.id)`;
