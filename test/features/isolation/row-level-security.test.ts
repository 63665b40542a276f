/**
 * The second wall by itself: what SQL that forgets the tenant finds in the engine's tables and in the CRM's, in the role
 * of requests. The tables come from the database's own catalogue: a new one without a policy fails here.
 */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PoolClient } from 'pg';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { calculate, makeSegment } from '../../support/segments.js';

let app: TestApplication;
let tables: string[];

/** Without a tenant of their own: requests have no right to them. */
const nobodys = ['segmentation.login_attempt', 'segmentation.migrations', 'segmentation.session'];
/** A tenant itself, by its id. */
const registers = ['crm.tenants'];

beforeAll(async () => {
  app = await openApplication();
  for (const key of [keys.own, keys.foreign]) {
    const { id } = await makeSegment(app.as(key), 'Everybody', { everyone: true });
    await calculate(app.as(key), id);
    await makeSegment(app.as(key), 'Built on it', { segment: id, operator: 'is_member' });
    await app
      .as(key)
      .post('/api/api-keys')
      .send({ name: 'A key', scopes: ['segments:read'] })
      .expect(201);
  }
  const found = await app.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('segmentation', 'crm') and c.relkind in ('r', 'p') and c.relname <> 'migrations' order by 1`,
  );
  tables = found.map(({ name }) => name);
});
afterAll(() => app.close());

/** Everything that `work` asks, it asks in this role and for this tenant; nothing of it stays. */
async function as<Result>(
  role: 'request' | 'evaluation',
  tenant: string | undefined,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await app.database.pool.connect();
  try {
    await client.query(`begin; set local role segmentation_${role}`);
    if (tenant) await client.query("select set_config('segmentation.tenant', $1, true)", [tenant]);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const ofTenants = () => tables.filter((table) => !nobodys.includes(table) && !registers.includes(table));

/** How many rows each table shows, of which tenants; or why it shows none. */
function shown(client: PoolClient, table: string): Promise<unknown> {
  return client
    .query(`select coalesce(array_agg(distinct tenant_id::text), '{}') as tenants from ${table}`)
    .then(({ rows }) => rows[0].tenants);
}

it('every table of a tenant is under row-level security, for its owner as well', async () => {
  const open = await app.query(
    `select oid::regclass::text as name from pg_class where oid = any($1::regclass[]) and not (relrowsecurity
       and relforcerowsecurity and exists (select from pg_policy where polrelid = pg_class.oid and polname <> 'segmentation_evaluation'))`,
    [tables],
  );
  expect(open).toEqual([]);
  expect(tables).toEqual(expect.arrayContaining(['segmentation.contact_stays', 'crm.contacts']));
});

describe('the role of requests', () => {
  it('sees nothing where no tenant is named', async () => {
    for (const table of ofTenants())
      expect([table, await as('request', undefined, (client) => shown(client, table))]).toEqual([table, []]);
    const register = await as('request', undefined, (client) => client.query('select from crm.tenants'));
    expect(register.rowCount).toBe(0);
  });

  it('sees the rows of the tenant that is named, and those only', async () => {
    const seen: Record<string, unknown> = {};
    for (const table of ofTenants()) {
      const tenants = await as('request', '1', (client) => shown(client, table));
      expect([[table], [table, '1']]).toContainEqual([table, ...(tenants as string[])]);
      seen[table] = tenants;
    }
    for (const table of [
      'segments',
      'segment_versions',
      'segment_dependencies',
      'runs',
      'contact_stays',
      'api_keys',
    ])
      expect([table, seen[`segmentation.${table}`]]).toEqual([table, ['1']]);
    const register = await as('request', '1', (client) => client.query('select id from crm.tenants'));
    expect(register.rows).toEqual([{ id: 1 }]);
  });

  it('cannot add a row of another tenant', async () => {
    for (const table of ofTenants()) {
      const insert = as('request', '1', (client) =>
        client.query(`insert into ${table} (tenant_id) values ('2')`),
      );
      await expect(insert).rejects.toThrow(/violates row-level security policy|permission denied/);
    }
  });

  it('can neither change nor remove a row of another tenant, nor give one away', async () => {
    const affected = await as('request', '1', async (client) => [
      (await client.query(`update segmentation.segments set name = 'Taken' where tenant_id = '2'`)).rowCount,
      (await client.query(`delete from segmentation.contact_stays where tenant_id = '2'`)).rowCount,
    ]);
    expect(affected).toEqual([0, 0]);
    const gift = as('request', '1', (client) => client.query(`update segmentation.runs set tenant_id = '2'`));
    await expect(gift).rejects.toThrow(/violates row-level security policy/);
  });

  it.each(nobodys)('has no right to %s', async (table) => {
    const asked = as('request', '1', (client) => client.query(`select from ${table}`));
    await expect(asked).rejects.toThrow(/permission denied/);
  });
});

describe('the role of evaluation', () => {
  it('sees every tenant, which the compiled rule tells apart', async () => {
    for (const table of ['crm.contacts', 'segmentation.contact_stays'])
      expect(await as('evaluation', '1', (client) => shown(client, table))).toEqual(
        expect.arrayContaining(['1', '2']),
      );
  });

  it('can write nothing, anywhere', async () => {
    const rights = await app.query(
      `select c.oid::regclass::text as name, wanted from pg_class c join pg_namespace n on n.oid = c.relnamespace
       cross join unnest('{insert,update,delete,truncate,references,trigger}'::text[]) wanted
       where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema')
         and n.nspname not like 'pg_toast%' and has_table_privilege('segmentation_evaluation', c.oid, wanted)`,
    );
    const schemas = await app.query(
      `select nspname from pg_namespace where has_schema_privilege('segmentation_evaluation', oid, 'create')`,
    );
    const role = await app.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin from pg_roles
       where rolname in ('segmentation_request', 'segmentation_evaluation') group by 1, 2, 3, 4, 5`,
    );
    const none = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false };
    expect({ rights, schemas, role }).toEqual({
      rights: [],
      schemas: [],
      role: [{ ...none, rolcanlogin: false }],
    });
  });

  it('is refused where it tries', async () => {
    const write = as('evaluation', '1', (client) => client.query('delete from segmentation.segments'));
    await expect(write).rejects.toThrow(/permission denied/);
  });
});

it('sessions and attempts to sign in are there before a tenant is known, and for no tenant', async () => {
  await app.query(`insert into segmentation.login_attempt (key) values ('somebody')`);
  // A superuser is above policies: their owner is asked.
  const owner = 'an_owner_of_tables';
  await app.query(`create role ${owner}; alter table segmentation.login_attempt owner to ${owner};
    grant usage on schema segmentation to ${owner}`);
  const seen = async (tenant: string): Promise<number | null> => {
    const client = await app.database.pool.connect();
    try {
      await client.query(`begin; set local role ${owner}; set local segmentation.tenant = '${tenant}'`);
      return (await client.query('select from segmentation.login_attempt')).rowCount;
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const counts = [await seen(''), await seen('1')];
  await app.query(`reassign owned by ${owner} to current_user; drop owned by ${owner}; drop role ${owner}`);
  expect(counts).toEqual([1, 0]);
});
