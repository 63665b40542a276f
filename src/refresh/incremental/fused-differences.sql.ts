/** The SQL of what has to change: rules' answers about given ids against the stored members, pins considered. */

import { pinsOf } from '../../members/pins.sql.js';
import { keyOf } from '../../rule-language/field.js';
import { matches, type Target } from '../../rule-language/to-sql/compile.js';
import { empty, keys, raw, type Sql, sql, tableName } from '../../rule-language/to-sql/sql.js';
import type { Kept } from './kept-segments.service.js';

/**
 * Columns `place`, of a segment among those given, `subject` and `joins`: whoever is to join that segment, or to leave it.
 */
export function differencesOf(kept: readonly Kept[], target: Target, ids: readonly string[]): Sql {
  const { subject, tenant } = target;
  const rules = kept.map(({ checked }) => checked);
  const segments = kept.map(({ segment: { id } }) => id);
  const hybrid = kept.some(({ segment: { type } }) => type === 'hybrid');
  const among = keys(ids, keyOf(subject).type);
  return sql`with places as (
      select segment_id, (ordinality - 1)::integer as place from unnest(${segments}::uuid[]) with ordinality p (segment_id)
    ), answered as (${matches(rules, target, ids)}),
    wanted as (select a.id, m.place from answered a cross join lateral unnest(a.places) m (place)${hybrid ? pinned(target, among) : empty}),
    members as (
      select s.subject_id as id, p.place from ${tableName(subject.ledger)} s join places p on p.segment_id = s.segment_id
      where s.tenant_id = ${tenant} and s.subject_id = any(${among}) and s.left_at is null)
    select coalesce(w.place, m.place) as place, coalesce(w.id, m.id)::text as subject, m.id is null as joins
    from wanted w full join members m on m.id = w.id and m.place = w.place
    where w.id is null or m.id is null`;
}

/** Without those excluded; and with those included who are there, whom nobody excludes as well. */
function pinned({ subject, tenant }: Target, among: Sql): Sql {
  const pins = (kind: 'included' | 'excluded'): Sql =>
    sql`select p.subject_id, o.place from ${tableName(pinsOf(subject))} p join places o on o.segment_id = p.segment_id
      where p.tenant_id = ${tenant} and p.kind = ${raw(`'${kind}'`)} and p.subject_id = any(${among})`;
  return sql` where not exists (select from (${pins('excluded')}) e where e.subject_id = a.id and e.place = m.place)
    union select i.subject_id, i.place from (${pins('included')}) i join answered a on a.id = i.subject_id`;
}
