/** The logs of dirt: whom to look at again, since something about them has changed; one for each kind of subject. */

import { isolated } from '../access/isolation.sql.js';
import { keyOf, type Subject, type Table } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';

export const dirtOf = ({ name, ledger }: Subject): Table => ({ ...ledger, name: `${name}_dirt` });

/**
 * Idempotent statements that provide a subject's dirt. Without `segment_id`, a row means all segments. Whoever writes only
 * appends, the same subject as often as it changes: a key would make writers wait for each other.
 */
export function provideDirt(subject: Subject): string[] {
  const table = tableName(dirtOf(subject)).sql;
  return [
    `create table if not exists ${table} (
  tenant_id text not null,
  subject_id ${keyOf(subject).type} not null,
  segment_id uuid
)`,
    isolated(table),
    appended(table),
  ];
}

/**
 * An idempotent statement by which the owner of a log may append to it for any tenant: a trigger does, which acts as the
 * owner, on behalf of whoever writes to the host's tables and has named no tenant. Reading it and taking from it stay
 * behind the wall.
 */
export const appended = (table: string): string => `do $$ begin
  if not exists (select from pg_policy where polrelid = to_regclass('${table}') and polname = 'appended') then
    create policy appended on ${table} for insert to current_user with check (true);
  end if;
end $$`;
