/** The roles that statements over tenants' rows run in: made where the database user may, and given what they need. */

import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { mayTake } from '../access/tenant-database.js';
import type { Vocabulary } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';
import { RightsWithheldError } from './command-line.errors.js';

/**
 * What requests need beyond the tables of the catalogue: names as SQL has them, such as `shop.customers`. Bound by the root
 * module to what the host says.
 */
export abstract class HostTables {
  /** Read only: what a port of the host's asks for the tenant, say. */
  readonly read?: readonly string[];
  /** What the back office changes. */
  readonly changed?: readonly string[];
}

/** The statements by which there would be both roles, for the database user to take; none where there are. */
export async function missingRoles(dataSource: DataSource): Promise<string[]> {
  return statementsOf(await dataSource.query(rolesSql));
}

/** The statements by which the roles would have all that they need in this database, and no more. */
export async function missingRights(
  database: DataSource | EntityManager,
  { records }: Vocabulary,
  { read = [], changed = [] }: HostTables = {},
): Promise<string[]> {
  const asked = [
    ...[...records.values()].map(({ table }) => ({ name: tableName(table).sql, evaluated: true })),
    ...read.map((name) => ({ name })),
    ...changed.map((name) => ({ name, changed: true })),
  ];
  return statementsOf(await database.query(rightsSql, [JSON.stringify(asked)]));
}

/**
 * Repeated, it changes nothing. Rights are given as a whole or not at all: with them, the roles are taken. What is
 * refused leaves the engine without this wall, and `doctor` says so.
 */
export async function provideRoles(
  dataSource: DataSource,
  vocabulary: Vocabulary,
  tables: HostTables,
): Promise<void> {
  for (const statement of await missingRoles(dataSource))
    await ifPermitted(() => dataSource.query(statement));
  // Roles belong to the server: ones that are not ours to take may be another's, who gets no rights here.
  if ((await missingRoles(dataSource)).length > 0) return;
  await ifPermitted(() =>
    dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('roles of segmentation', 0))`);
      for (const statement of await missingRights(manager, vocabulary, tables))
        await manager.query(statement);
      // PostgreSQL only warns of a right that was not ours to give.
      const withheld = await missingRights(manager, vocabulary, tables);
      if (withheld.length > 0) throw new RightsWithheldError(withheld);
    }),
  );
}

/** Not permitted; there already, since another database's migration was first; not there, since it was not permitted. */
const refusals = ['42501', '42710', '23505', '42704'];

async function ifPermitted(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof RightsWithheldError) return;
    if (error instanceof QueryFailedError && refusals.includes(error.driverError.code)) return;
    throw error;
  }
}

const statementsOf = (rows: readonly { readonly statement: string }[]): string[] =>
  rows.map(({ statement }) => statement);

/** To be taken, and not to inherit from: what the database user does by itself goes on under row-level security. */
const rolesSql = `
  select statement from (values ('segmentation_request'), ('segmentation_evaluation')) r (role)
  cross join lateral (values
    (1, format('create role %I nologin', role), to_regrole(role) is null),
    (2, format('grant %I to %I%s', role, current_user,
        case when current_setting('server_version_num')::integer < 160000 then '' else ' with inherit false, set true' end),
      ${mayTake('role')} is not true and not (select rolsuper from pg_roles where rolname = current_user))
  ) s (step, statement, missing)
  where missing order by step, role desc`;

const request = `to_regrole('segmentation_request')`;
const evaluation = `to_regrole('segmentation_evaluation')`;

/** Last comes the right to the engine's schema, by which TenantDatabase knows that everything is in place. */
const rightsSql = `
  with asked as (
    select c.oid, true as evaluated, true as changed from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = to_regnamespace('segmentation') and c.relkind in ('r', 'p')
    union all
    select to_regclass(name), coalesce(evaluated, false), coalesce(changed, false)
    from jsonb_to_recordset($1) t (name text, evaluated boolean, changed boolean)
  ), tables as (
    select c.oid, c.oid::regclass::text as name, c.relnamespace, c.relrowsecurity, bool_or(evaluated) as evaluated,
      case when bool_or(changed) then '{select,insert,update,delete}'::text[] else '{select}' end as rights
    from asked join pg_class c using (oid) group by c.oid
  ), steps (step, statement, missing) as (
    select 1, format('grant temporary on database %I to segmentation_request, segmentation_evaluation', current_database()),
      (has_database_privilege(${request}, current_database(), 'temporary')
        and has_database_privilege(${evaluation}, current_database(), 'temporary')) is not true
    union all
    select distinct 2, format('grant usage on schema %I to segmentation_request, segmentation_evaluation', n.nspname),
      (has_schema_privilege(${request}, n.oid, 'usage') and has_schema_privilege(${evaluation}, n.oid, 'usage')) is not true
    from tables t join pg_namespace n on n.oid = t.relnamespace where n.nspname <> 'segmentation'
    union all
    select 3, format('grant select on %s to segmentation_evaluation', name),
      has_table_privilege(${evaluation}, oid, 'select') is not true
    from tables where evaluated
    union all
    select 4, format('grant %s on %s to segmentation_request', array_to_string(rights, ', '), name),
      (select bool_and(has_table_privilege(${request}, oid, wanted)) from unnest(rights) wanted) is not true
    from tables
    union all
    select 5, format('grant usage on sequence %s to segmentation_request', s.oid::regclass),
      has_sequence_privilege(${request}, s.oid, 'usage') is not true
    from tables t join pg_depend d on d.refobjid = t.oid and d.refclassid = 'pg_class'::regclass and d.deptype = 'a'
    join pg_class s on s.oid = d.objid and d.classid = 'pg_class'::regclass and s.relkind = 'S'
    where 'insert' = any (rights)
    union all
    select 6, format('create policy segmentation_evaluation on %s for select to segmentation_evaluation using (true)', name),
      not exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'segmentation_evaluation')
    from tables t where evaluated and relrowsecurity
    union all
    select 7, 'grant usage on schema segmentation to segmentation_request, segmentation_evaluation',
      (has_schema_privilege(${request}, to_regnamespace('segmentation'), 'usage')
        and has_schema_privilege(${evaluation}, to_regnamespace('segmentation'), 'usage')) is not true
  )
  select statement from steps where missing order by step, statement`;
