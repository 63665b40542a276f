/** Takes a table's indexes and constraints away while it is filled, and puts them back just as they were. */

import type { Query } from '../session.js';

export interface SetAside {
  /** In the order in which they can be put back. */
  readonly statements: readonly string[];
}

const constraintsOf = `
  select conrelid::regclass::text as owner, quote_ident(conname) as name, contype as type, pg_get_constraintdef(oid) as definition
  from pg_constraint where connamespace = 'crm'::regnamespace and contype in ('p', 'u', 'f')
  order by array_position(array['p', 'u', 'f']::"char"[], contype), oid`;

const indexesOf = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index join pg_class on pg_class.oid = indrelid
  where relnamespace = 'crm'::regnamespace and relname <> 'migrations'
    and not exists (select from pg_constraint where conindid = indexrelid)
  order by indexrelid`;

interface Constraint {
  readonly owner: string;
  readonly name: string;
  readonly type: 'p' | 'u' | 'f';
  readonly definition: string;
}

export async function setAside(query: Query): Promise<SetAside> {
  const found = await query<Constraint>(constraintsOf);
  const constraints = found.filter(({ owner }) => owner !== 'crm.migrations');
  const indexes = await query<{ name: string; definition: string }>(indexesOf);
  // Foreign keys rest on the others.
  for (const { owner, name } of constraints.toReversed())
    await query(`alter table ${owner} drop constraint ${name}`);
  for (const { name } of indexes) await query(`drop index ${name}`);
  const added = (type: (of: Constraint['type']) => boolean): string[] =>
    constraints
      .filter((constraint) => type(constraint.type))
      .map(({ owner, name, definition }) => `alter table ${owner} add constraint ${name} ${definition}`);
  return {
    statements: [
      ...added((type) => type !== 'f'),
      ...indexes.map(({ definition }) => definition),
      ...added((type) => type === 'f'),
    ],
  };
}
