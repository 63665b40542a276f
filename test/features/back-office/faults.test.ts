/**
 * What AdminJS's stock set-up leaves open, and ours closes. Each attempt is made on both, in one host and on the same
 * records: it must succeed at `/stock`, which shows that it is a real attempt, and fail at `/admin`.
 */

import './stock-environment.js';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Accounts } from '../../../src/accounts/account.js';
import type { TestDatabase } from '../../support/database.js';
import { admin, cookieOf, powerless, seen, startBoth, Visitor } from './hosts.js';
import { createShop, customers } from './shop.js';

let database: TestDatabase;
let host: INestApplication;
/** A replica, or the same host after a restart. */
let otherHost: INestApplication;
/** Signed in. */
const visitors: Record<string, Visitor> = {};

beforeAll(async () => {
  // express-session says itself that what AdminJS gives it is not for production.
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  database = await createShop();
  [host, otherHost] = [await startBoth(database), await startBoth(database)];
  for (const path of ['/stock', '/admin']) visitors[path] = await new Visitor(host, path).login(host);
}, 120_000);

afterAll(async () => {
  await Promise.all([host?.close(), otherHost?.close()]);
  await database?.drop();
});

interface Attempt {
  readonly fault: string;
  /** Whether it succeeds. */
  readonly succeeds: (stranger: Visitor, visitor: Visitor, path: string) => Promise<boolean>;
}

const value = async (sql: string): Promise<unknown> =>
  Object.values((await database.pool.query(sql)).rows[0] ?? {})[0];

const attempts: readonly Attempt[] = [
  {
    fault: "1 · the host's middleware does not run",
    succeeds: async (stranger) => (await stranger.get('/login')).headers['x-host'] === undefined,
  },
  {
    fault: '2 · neither do guards: who may nothing sees records',
    succeeds: async (stranger) => {
      const visitor = await stranger.login(host, powerless);
      return (await visitor.list('customers')).body.records?.length > 0;
    },
  },
  {
    fault: '3 · a session known before the login is good after it',
    succeeds: async (stranger) => {
      const planted = cookieOf(await stranger.get('/login')) || `segments-session=${'a'.repeat(43)}`;
      await stranger.withCookie(host, planted).login(host);
      return (await stranger.withCookie(host, planted).list('customers')).status === 200;
    },
  },
  {
    fault: '4 · the cookie goes over plain HTTP and with requests of other sites',
    succeeds: async (stranger) => {
      const { email, password } = admin;
      const login = stranger.post('/login').set('X-Forwarded-Proto', 'https').type('form');
      const cookie = String((await login.send({ email, password })).headers['set-cookie']);
      return !/Secure/.test(cookie) || !/SameSite=(Lax|Strict)/i.test(cookie);
    },
  },
  {
    fault: '5 · sessions are lost by a restart and unknown to replicas',
    succeeds: async (_, { path, cookie }) =>
      (await new Visitor(otherHost, path, cookie).list('customers')).status !== 200,
  },
  {
    fault: '6 · a foreign page makes changes with the cookie',
    succeeds: async (_, visitor, path) => {
      const record = { name: `Foreign page ${path}`, tenant_id: '1', secret: '-' };
      await visitor.create('customers', record, 'https://evil.example');
      return (
        (await value(`SELECT count(*)::int FROM shop.customers WHERE name = 'Foreign page ${path}'`)) === 1
      );
    },
  },
  {
    fault: '9 · a search has no upper limit',
    succeeds: async (_, visitor) => {
      const found = await visitor.get('/api/resources/customers/actions/search/Customer?perPage=100000');
      return found.body.records.length > 500;
    },
  },
  {
    fault: '10 · an invisible column is returned',
    succeeds: async (_, visitor) =>
      (await visitor.list('customers', 'filters.email=c7@')).text.includes('secret-7'),
  },
  {
    fault: '10 · an invisible column is filtered by',
    succeeds: async (_, visitor) =>
      (await visitor.list('customers', 'filters.secret=secret-7')).body.records.length > 0,
  },
  {
    fault: '10 · an invisible column is searched',
    succeeds: async (_, visitor) => {
      const path = '/api/resources/customers/actions/search/secret-7?searchProperty=secret';
      return (await visitor.get(path)).body.records.length > 0;
    },
  },
  {
    fault: '10 · an invisible column is sorted by',
    succeeds: async (_, visitor) =>
      (await visitor.list('customers', 'sortBy=secret&direction=desc')).body.records.length > 0,
  },
  {
    fault: '11 · a form sets a column that it does not show',
    succeeds: async (_, visitor, path) => {
      const id = path === '/stock' ? '11' : '12';
      await visitor.change('customers', id, { name: 'Changed', secret: 'overwritten', tenant_id: '2' });
      const row = await value(`SELECT secret || tenant_id FROM shop.customers WHERE id = ${id}`);
      return row === 'overwritten2';
    },
  },
  {
    fault: '12 · a save that failed is reported as a success',
    succeeds: async (_, visitor) => {
      const { notice } = (await visitor.change('customers', '13', { name: 'bomb' })).body;
      const name = await value('SELECT name FROM shop.customers WHERE id = 13');
      return notice?.type === 'success' && name !== 'bomb';
    },
  },
  {
    fault: '13 · what the login returns is printed into the page, the password too',
    succeeds: async (_, visitor) => (await visitor.get('/')).text.includes(admin.password),
  },
  {
    fault: '14 · a name breaks out of the script it is printed in',
    succeeds: async (_, visitor) => (await visitor.get('/')).text.includes('</script><b id='),
  },
  {
    fault: '15 · a JSON login hands objects to the check of the password',
    succeeds: async (stranger, _, path) => {
      const checked = jest.spyOn(host.get(Accounts), 'byPassword');
      seen.loginTypes.length = 0;
      await stranger.post('/login').send({ email: { $ne: '' }, password: ['x'] });
      const types =
        path === '/stock' ? seen.loginTypes : checked.mock.calls.flat().map((given) => typeof given);
      checked.mockRestore();
      return types.includes('object');
    },
  },
  {
    fault: '16 · the upload of a stranger stays in the temporary folder',
    succeeds: async (stranger) => {
      const before = new Set(await readdir(tmpdir()));
      const upload = stranger.post('/api/resources/customers/actions/new');
      await upload.attach('file', Buffer.alloc(100_000), 'large.bin').catch(() => undefined);
      const left = (await readdir(tmpdir())).filter((name) => /^upload_/.test(name) && !before.has(name));
      await Promise.all(left.map((name) => rm(join(tmpdir(), name))));
      return left.length > 0;
    },
  },
  {
    fault: '17 · passwords may be tried without end',
    succeeds: async (stranger) => {
      const tries = Array.from({ length: 12 }, (_, n) => ({ email: `${n}@example.com`, password: 'guess' }));
      for (const login of tries) await stranger.login(host, login);
      const visitor = await stranger.login(host, admin);
      return (await visitor.list('customers')).status === 200;
    },
  },
  {
    fault: '18 · a link signs out',
    succeeds: async (stranger) => {
      await database.pool.query('TRUNCATE segmentation.login_attempt');
      const visitor = await stranger.login(host);
      await visitor.get('/logout');
      return (await visitor.list('customers')).status !== 200;
    },
  },
  {
    fault: '20 · of a composite key only the first column counts',
    succeeds: async (_, visitor) => {
      const { records } = (await visitor.list('positions', 'filters.order_no=1')).body;
      return new Set(records.map(({ id }: { id: unknown }) => id)).size < records.length;
    },
  },
  ...['balance=10', 'visits=9007199254740995', 'details=Berlin', 'tags=wine'].map(
    (filter): Attempt => ({
      fault: `21 · a filter by ${filter} ends in an error`,
      succeeds: async (_, visitor) => (await visitor.list('customers', `filters.${filter}`)).status >= 500,
    }),
  ),
  {
    fault: '21 · a list counts all there are',
    succeeds: async (_, visitor) => (await visitor.list('customers')).body.meta.total >= customers,
  },
  {
    fault: 'a HEAD request deletes',
    succeeds: async (_, visitor, path) => {
      const id = path === '/stock' ? '21' : '22';
      await visitor.head(`/api/resources/customers/records/${id}/delete`);
      return (await value(`SELECT count(*)::int FROM shop.customers WHERE id = ${id}`)) === 0;
    },
  },
  {
    fault: 'a list shows the records of every tenant',
    succeeds: async (_, visitor) =>
      (await visitor.list('customers', 'filters.email=f@example')).body.records.length > 0,
  },
];

describe.each(['/stock', '/admin'])('at %s', (path) => {
  test.each(attempts)('$fault', async ({ succeeds }) => {
    const stranger = new Visitor(host, path);
    const visitor = visitors[path];
    if (!visitor) throw new Error(`Nobody is signed in at ${path}.`);
    expect(await succeeds(stranger, visitor, path)).toBe(path === '/stock');
  });
});

describe('7 · a promise for a yes', () => {
  test('opens what it was to close, in the stock set-up', async () => {
    expect((await visitors['/stock']?.list('guarded'))?.body.records.length).toBeGreaterThan(0);
  });

  test('cannot be given to ours, which asks one synchronous policy', async () => {
    const visitor = await new Visitor(host, '/admin').login(host, powerless);
    await visitor.list('customers').expect(404);
  });
});

describe('8 · what happens before access is checked', () => {
  test('is the `before` hook, in the stock set-up', async () => {
    seen.beforeHooks = 0;
    await visitors['/stock']?.get('/api/resources/guarded/records/1/show');
    expect(seen.beforeHooks).toBe(1);
  });

  test('is nothing in ours: not even the record is read', async () => {
    const visitor = await new Visitor(host, '/admin').login(host, powerless);
    const { TenantResource } = await import('../../../src/back-office/records/tenant-resource.js');
    const read = jest.spyOn(TenantResource.prototype, 'findMany');
    await visitor.get('/api/resources/customers/records/1/show').expect(404);
    expect(read).not.toHaveBeenCalled();
    read.mockRestore();
  });
});

describe('19 · its import and export feature', () => {
  test('is not installed, and no action by its names exists', async () => {
    await expect(import('@adminjs/import-export' as string)).rejects.toThrow();
    for (const action of ['export', 'import', 'toString', 'constructor', '__proto__']) {
      await visitors['/admin']?.get(`/api/resources/customers/actions/${action}`).expect(404);
    }
  });
});
