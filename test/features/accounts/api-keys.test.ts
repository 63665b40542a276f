/** Stored API keys over HTTP and on the command line: what they may do, how long, and what is kept of them. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { wrongKeysOfNetwork } from '../../../src/accounts/key-throttle.js';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { whileAuditRefuses } from '../../support/audit.js';
import { walk } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

interface Made {
  readonly id: string;
  readonly key: string;
  readonly prefix: string;
}

async function make(body: object = {}, maker: string = keys.own): Promise<Made> {
  const asked = { name: 'Nightly import', scopes: ['segments:read'], ...body };
  return (await app.as(maker).post('/api/api-keys').send(asked).expect(201)).body;
}

describe('a key', () => {
  it('is shown once, and only its digest is kept', async () => {
    const { id, key, prefix } = await make();
    expect(key).toMatch(/^seg_[\w-]{8}\.[\w-]+\.[\w-]{43}$/);
    expect(key.startsWith(`${prefix}.`)).toBe(true);
    const { body } = await app.api.get('/api/api-keys').expect(200);
    expect(body.items).toContainEqual({
      id,
      name: 'Nightly import',
      prefix,
      scopes: ['segments:read'],
      created_at: expect.any(String),
      created_by: 'API key',
      expires_at: null,
      last_used_at: null,
      revoked_at: null,
      revoked_by: null,
    });
    const rows = await app.query('select * from segmentation.api_keys');
    expect(JSON.stringify(rows)).not.toContain(key.split('.')[2]);
  });

  it('acts in its maker’s tenant, with its scopes only', async () => {
    const { key } = await make({}, keys.foreign);
    const preview = { subject: 'contact', rules: { everyone: true }, limit: 0 };
    const { body } = await app.as(key).post('/api/segments/preview').send(preview).expect(200);
    expect(body.count).toBe(15);
    const refused = await app
      .as(key)
      .post('/api/segments')
      .send({ ...preview, name: 'No' })
      .expect(403);
    expect(refused.body.code).toBe('access.forbidden');
  });

  it('may do no more than its maker', async () => {
    const { key } = await make({ scopes: ['accounts:manage', 'segments:read'] });
    await make({ scopes: ['segments:read'] }, key);
    const asked = { name: 'More', scopes: ['segments:read', 'segments:write', 'segments:export'] };
    const { body } = await app.as(key).post('/api/api-keys').send(asked).expect(403);
    expect(body).toMatchObject({
      code: 'api-key.scope-not-held',
      detail: expect.stringContaining('segments:write, segments:export'),
    });
  });

  it('lets nobody in once it is revoked, and stays in the list', async () => {
    const { id, key } = await make();
    await app.as(key).get('/api/segments').expect(200);
    await app.api.delete(`/api/api-keys/${id}`).expect(204);
    await app.as(key).get('/api/segments').expect(401);
    await app.api.delete(`/api/api-keys/${id}`).expect(204);
    const { body } = await app.api.get('/api/api-keys').expect(200);
    expect(body.items.find((item: Made) => item.id === id)).toMatchObject({
      revoked_at: expect.any(String),
      revoked_by: 'API key',
    });
  });

  it('is neither made nor revoked where that cannot be written down', async () => {
    const { id, key } = await make();
    app.nest.useLogger(false);
    await whileAuditRefuses(app, async () => {
      await app.api
        .post('/api/api-keys')
        .send({ name: 'Off the record', scopes: ['segments:read'] })
        .expect(500);
      await app.api.delete(`/api/api-keys/${id}`).expect(500);
    });
    expect(await app.query(`select 1 from segmentation.api_keys where name = 'Off the record'`)).toEqual([]);
    await app.as(key).get('/api/segments').expect(200);
  });

  it('lets nobody in once it has expired', async () => {
    const { id, key } = await make({ expires_at: new Date(Date.now() + 3_600_000).toISOString() });
    await app.as(key).get('/api/segments').expect(200);
    await app.query(`update segmentation.api_keys set expires_at = now() - interval '1 s' where id = $1`, [
      id,
    ]);
    await app.as(key).get('/api/segments').expect(401);
  });

  it('notes its last use now and then', async () => {
    const { id, key } = await make();
    const used = async () => {
      await app.as(key).get('/api/segments').expect(200);
      const [row] = await app.query('select last_used_at from segmentation.api_keys where id = $1', [id]);
      return (row as { last_used_at: Date }).last_used_at.getTime();
    };
    const first = await used();
    expect(await used()).toBe(first);
    await app.query(
      `update segmentation.api_keys set last_used_at = now() - interval '61 min' where id = $1`,
      [id],
    );
    expect(await used()).toBeGreaterThan(first);
  });

  it.each([
    ['another secret', (key: string) => `${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`],
    ['another tenant', (key: string) => key.replace('.MQ.', '.Mg.')],
    ['a tenant that cannot be', (key: string) => key.replace('.MQ.', '.AA.')],
    [
      'another prefix',
      (key: string) => key.replace(/^seg_./, (start) => (start === 'seg_A' ? 'seg_B' : 'seg_A')),
    ],
    ['its prefix alone', (key: string) => key.split('.')[0] ?? ''],
    ['something added', (key: string) => `${key}A`],
  ])('is wrong with %s', async (_, change) => {
    const { key } = await make();
    const other = change(key);
    expect(other).not.toBe(key);
    const { body } = await app.as(other).get('/api/segments').expect(401);
    expect(body.code).toBe('access.unauthenticated');
  });

  it('is another tenant’s business', async () => {
    const { id, key } = await make();
    const { body } = await app.as(keys.foreign).delete(`/api/api-keys/${id}`).expect(404);
    expect(body.code).toBe('api-key.not-found');
    await app.as(key).get('/api/segments').expect(200);
    const theirs = await app.as(keys.foreign).get('/api/api-keys').expect(200);
    expect(JSON.stringify(theirs.body)).not.toContain(id);
  });

  it.each([
    ['post', '/api/api-keys'],
    ['get', '/api/api-keys'],
    ['delete', '/api/api-keys/01890000-0000-7000-8000-000000000000'],
  ] as const)('is nothing for who may not manage accounts: %s %s', async (method, path) => {
    await app.as(keys.reader)[method](path).expect(403);
  });

  it.each([
    [{ name: ' ' }, 400, 'request.invalid'],
    [{ scopes: [] }, 400, 'request.invalid'],
    [{ scopes: ['everything'] }, 400, 'request.invalid'],
    [{ scopes: 'segments:read' }, 400, 'request.invalid'],
    [{ tenant: '2' }, 400, 'request.invalid'],
    [{ expires_at: 5 }, 400, 'request.invalid'],
    [{ expires_at: 'tomorrow' }, 422, 'api-key.expiry'],
    [{ expires_at: '2020-01-01T00:00:00Z' }, 422, 'api-key.expiry'],
    [{ expires_at: '2090-01-01T00:00:00' }, 422, 'api-key.expiry'],
    [{ expires_at: '2090-02-30T00:00:00Z' }, 422, 'api-key.expiry'],
    [{ expires_at: '2090-01-01T24:00:00Z' }, 422, 'api-key.expiry'],
    [{ expires_at: '2090-01-01T00:00:00+99:00' }, 422, 'api-key.expiry'],
  ])('cannot be made of %j', async (change, status, code) => {
    const asked = { name: 'Bad', scopes: ['segments:read'], ...change };
    const { body } = await app.api.post('/api/api-keys').send(asked).expect(status);
    expect(body.code).toBe(code);
  });
});

it('the list is read page by page', async () => {
  await make();
  await make();
  const { items, totals } = await walk<Made>(app.api, '/api/api-keys', 1);
  expect(items.length).toBe(totals[0]);
  expect(items.map(({ id }) => id)).toEqual(
    items
      .map(({ id }) => id)
      .sort()
      .reverse(),
  );
});

describe('wrong keys', () => {
  const from = (address: string, key: string) =>
    request(app.address).get('/api/segments').set('X-Forwarded-For', address).auth(key, { type: 'bearer' });

  beforeAll(() => void app.nest.set('trust proxy', true));
  afterAll(() => void app.nest.set('trust proxy', false));

  it('come to an end, and lock no good key out that comes from the same address', async () => {
    for (let n = 0; n < wrongKeysOfNetwork; n++) await from('192.0.2.7', `guess-${n}`).expect(401);
    await from('192.0.2.7', keys.own).expect(200);
    for (const key of ['one too many', 'one too many', 'another']) {
      const { body, headers } = await from('192.0.2.7', key).expect(429);
      expect(body.code).toBe('access.too-many-attempts');
      expect(Number(headers['retry-after'])).toBeGreaterThan(800);
    }
    await from('192.0.2.7', keys.own).expect(200);
    await from('192.0.2.7', (await make()).key).expect(200);
    await from('192.0.2.8', 'a first one').expect(401);
  });

  it('count once each: a program with an old key guesses nothing', async () => {
    for (let n = 0; n < wrongKeysOfNetwork + 5; n++) await from('192.0.2.9', 'an old key').expect(401);
    await from('192.0.2.9', keys.own).expect(200);
  });
});
