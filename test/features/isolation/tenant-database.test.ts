/** The one way to tenants' rows: it wants to know whose, and leaves nothing of it on the connection. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TenantDatabase } from '../../../src/access/tenant-database.js';
import { openApplication, type TestApplication } from '../../support/application.js';

let app: TestApplication;
let database: TenantDatabase;
beforeAll(async () => {
  app = await openApplication({ poolSize: 1 });
  database = app.nest.get(TenantDatabase);
});
afterAll(() => app.close());

interface State {
  readonly tenant: string | null;
  readonly role: string;
}

const state = `select current_setting('segmentation.tenant', true) as tenant, current_user as role`;

describe('a statement', () => {
  it('runs for its tenant, in the role of requests', async () => {
    expect(await database.query<State[]>('1', state)).toEqual([
      { tenant: '1', role: 'segmentation_request' },
    ]);
  });

  it('leaves neither on the connection, also when it fails', async () => {
    await expect(database.query('1', 'select 1 / 0')).rejects.toThrow('division by zero');
    const [user] = await app.query<State>(state);
    expect(await app.nest.get(DataSource).query(state)).toEqual([{ ...user, tenant: '' }]);
  });

  it.each([undefined, null, ''])('for tenant %j is refused', async (tenant) => {
    const asked = database.query(tenant as unknown as string, 'select 1');
    await expect(asked).rejects.toMatchObject({ code: 'access.tenant-missing' });
  });
});

describe('a transaction', () => {
  it('is joined where it is passed on', async () => {
    const found = await database.within('1', async (manager) => {
      await manager.query('create temporary table seen on commit drop as select 1 as here');
      return database.query<unknown[]>('1', 'select here from seen', [], manager);
    });
    expect(found).toEqual([{ here: 1 }]);
  });

  it('is joined by its own tenant only', async () => {
    const joining = database.within('1', (manager) => database.query('2', 'select 1', [], manager));
    await expect(joining).rejects.toMatchObject({ code: 'access.foreign-transaction' });
  });

  it('of nobody is joined by no tenant', async () => {
    const joining = app.nest
      .get(DataSource)
      .transaction((manager) => database.query('1', 'select 1', [], manager));
    await expect(joining).rejects.toMatchObject({ code: 'access.foreign-transaction' });
  });

  it('happens as a whole, or not at all', async () => {
    const rename = `update segmentation.segments set name = name || '!' where tenant_id = $1`;
    const work = database.within('1', async (manager) => {
      await manager.query(rename, ['1']);
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await app.query(`select from segmentation.segments where name like '%!'`)).toEqual([]);
  });
});

describe('whoever holds a connection', () => {
  const refused = { code: 'access.second-connection' };

  it.each<[string, () => Promise<unknown>]>([
    ['a statement', () => database.query('1', 'select 1')],
    ['a transaction', () => database.within('1', async () => undefined)],
    ['a transaction that goes on', () => database.open('1', async (runner) => database.close(runner))],
    [
      'a statement of another instance',
      () => new TenantDatabase(app.nest.get(DataSource)).query('1', 'select 1'),
    ],
  ])('gets no second one, which might never come: %s', async (_, ask) => {
    await expect(database.within('1', ask)).rejects.toMatchObject(refused);
    await expect(database.open('1', ask)).rejects.toMatchObject(refused);
    expect(await database.query('1', 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('lets others have theirs', async () => {
    const some = Array.from({ length: 5 }, () => database.query('1', 'select 1 as one'));
    expect(await Promise.all(some)).toEqual(some.map(() => [{ one: 1 }]));
  });

  it('may ask again when it is through', async () => {
    await database.within('1', () => Promise.resolve());
    const runner = await database.open('1', async (runner) => runner);
    await database.close(runner);
    expect(await database.query('1', 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

/** What needs the host's data source, and for what. */
const others: Readonly<Record<string, string>> = {
  'access/idempotency/idempotency.repository.ts': 'removes what is too old, of all tenants at once',
  'access/tenant-database.ts': 'is the one way',
  'accounts/attempts.ts': 'comes before a tenant is known',
  'accounts/key-throttle.ts': 'comes before a tenant is known',
  'accounts/login-throttle.ts': 'comes before a tenant is known',
  'accounts/sessions.repository.ts': 'comes before a tenant is known',
  'audience/evaluation.ts': 'cancels statements over a connection beside the pool',
  'back-office/back-office.module.ts': 'reads the metadata of entities',
  'back-office/records/record-columns.ts': 'reads the metadata of entities',
  'back-office/records/tenant-resource.ts': 'reads the metadata of entities',
  'back-office/shell.ts': 'reads the metadata of entities',
  'catalogue/build.ts': 'reads the metadata of entities',
  'catalogue/catalogue.service.ts': 'reads the metadata of entities',
  'catalogue/entity-columns.ts': 'reads the metadata of entities',
  'segments/engine-clock.ts': 'asks what time it is, which is no tenant’s',
};

it('nobody else in the engine knows the data source', async () => {
  const source = fileURLToPath(new URL('../../../src', import.meta.url));
  const files = await readdir(source, { recursive: true });
  const engine = files.filter((name) => name.endsWith('.ts') && !/^(command-line|crm|demo)\//.test(name));
  const texts = await Promise.all(
    engine.map(async (name) => [name, await readFile(join(source, name), 'utf8')]),
  );
  const found = texts.filter(([, text]) => /import [^;]*\bDataSource\b[^;]* from 'typeorm'/.test(text ?? ''));
  expect(found.map(([name]) => name).sort()).toEqual(Object.keys(others).sort());
});
