/** Looks whether the database itself keeps tenants apart, behind the engine's own scoping of every statement. */

import type { DataSource } from 'typeorm';
import type { Vocabulary } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';
import { type Finding, found } from './finding.js';
import { type HostTables, missingRights, missingRoles } from './roles.js';

export async function walls(
  dataSource: DataSource,
  vocabulary: Vocabulary,
  tables: HostTables,
): Promise<Finding[]> {
  return [
    await roles(dataSource, vocabulary, tables),
    await engineTables(dataSource),
    ...(await hostTables(dataSource, vocabulary)),
  ];
}

async function roles(dataSource: DataSource, vocabulary: Vocabulary, tables: HostTables): Promise<Finding> {
  const statements = [
    ...(await missingRoles(dataSource)),
    ...(await missingRights(dataSource, vocabulary, tables)),
  ];
  const [user] = await dataSource.query(
    'select rolsuper or rolbypassrls as exempt from pg_roles where rolname = current_user',
  );
  const consequence = user.exempt
    ? 'Row-level security is no wall either, since the database user is exempt from it'
    : 'Row-level security stands, but rules are evaluated under it, which keeps indexes from some of them';
  return found(
    statements.length === 0,
    'Roles for requests, which see one tenant, and for evaluation, which only reads',
    `This wall between tenants is missing. ${consequence}. Have somebody who may run: ${statements.join('; ')};`,
  );
}

async function engineTables(dataSource: DataSource): Promise<Finding> {
  const open = await dataSource.query<{ name: string }[]>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relnamespace = to_regnamespace('segmentation') and c.relkind in ('r', 'p') and c.relname <> 'migrations'
       and not (c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))
     order by name`,
  );
  const names = open.map(({ name }) => name).join(', ');
  const what = 'Row-level security on all tables of the engine';
  return found(
    open.length === 0,
    what,
    `This wall between tenants has a gap: ${names}. Run \`migrate\`, and restore the policies if they were dropped.`,
  );
}

/** A host decides for its own tables: a hint, never a fault. */
async function hostTables(dataSource: DataSource, { records }: Vocabulary): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { table, tenant } of records.values()) {
    const name = tableName(table).sql;
    const rows = await dataSource.query(
      `select from pg_class where oid = to_regclass($1) and relkind in ('r', 'p') and not relforcerowsecurity`,
      [name],
    );
    if (!tenant || rows.length === 0) continue;
    const what = `Hint: ${name} has no row-level security; every statement is scoped by “${tenant.column}”, and nothing stands behind that.`;
    findings.push({ ok: true, what, advice: '' });
  }
  return findings;
}
