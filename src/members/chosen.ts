/** Whom a caller names, looked up: the temporary table `chosen`, with what was said of each and whom it means. */

import { isKeyOf } from '../catalogue/subject-key.js';
import { keyOf, type Subject } from '../rule-language/field.js';
import type { Target } from '../rule-language/to-sql/compile.js';
import { keys, type Sql, sql, texts } from '../rule-language/to-sql/sql.js';
import { known } from '../rule-language/to-sql/subjects.js';
import { EmailUnknownError } from './members.errors.js';

/** People by what they are known by; an e-mail address means everyone who has it, in upper or lower case. */
export interface Named {
  readonly member_ids?: readonly string[] | undefined;
  readonly external_ids?: readonly string[] | undefined;
  readonly emails?: readonly string[] | undefined;
}

/** Columns `said` and `id`, which is null where it means nobody. @throws EmailUnknownError */
export function chosenByName(
  target: Target,
  { member_ids = [], external_ids = [], emails = [] }: Named,
): Sql {
  const { subject } = target;
  if (emails.length > 0 && subject.roles?.email === undefined) throw new EmailUnknownError(subject.name);
  const { type } = keyOf(subject);
  const [keyLike, others] = parted(subject, member_ids);
  const everyone = known(target);
  return sql`create temporary table chosen on commit drop as
    select said, id from (
      select g::text as said, k.id from unnest(${keys(keyLike, type)}) g left join (${everyone}) k on k.id = g
      union all
      select g as said, k.id from unnest(${texts(others)}) g left join (${everyone}) k on false
      union all
      select g as said, k.id from unnest(${texts(external_ids)}) g left join (${everyone}) k on k.external_id = g
      union all
      select g as said, k.id from unnest(${texts(emails)}) g
        left join (${everyone}) k on k.email = lower(g collate "und-x-icu")) named`;
}

/** Those that can be keys at all, and the rest. */
function parted(subject: Subject, ids: readonly string[]): [string[], string[]] {
  return [ids.filter((id) => isKeyOf(subject, id)), ids.filter((id) => !isKeyOf(subject, id))];
}

/** Of those whose ids a query gives, in a column `id`, the ones who are subjects of the tenant. */
export const chosenByQuery = (target: Target, ids: Sql): Sql =>
  sql`create temporary table chosen on commit drop as
    select distinct k.id::text as said, k.id from (${known(target)}) k
    where exists (select from (${ids}) g where g.id = k.id)`;
