/** One tenant's segments and people do not exist for another, nor anything for who has no key: every route is tried. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, makeSegment, settle } from '../../support/segments.js';

let app: TestApplication;
let segment: string;
let contact: string;

/** Every route of the API with a body that it takes; what a route names of a tenant is tenant 1's. */
const routes: Record<string, unknown> = {
  'get /api/catalogue': undefined,
  'get /api/api-keys': undefined,
  'post /api/api-keys': { name: 'Mine', scopes: ['segments:read'] },
  'delete /api/api-keys/{id}': undefined,
  'get /api/segments': undefined,
  'post /api/segments': { name: 'Mine', subject: 'contact', rules: livesIn('Ownby') },
  'post /api/segments/preview': { subject: 'contact', rules: livesIn('Ownby') },
  'get /api/segments/{id}': undefined,
  'put /api/segments/{id}': { version: 1, name: 'Taken over' },
  'patch /api/segments/{id}': { version: 1, name: 'Taken over' },
  'delete /api/segments/{id}': undefined,
  'post /api/segments/{id}/duplicate': { name: 'Taken away' },
  'post /api/segments/{id}/pause': undefined,
  'post /api/segments/{id}/resume': undefined,
  'post /api/segments/{id}/deactivate': undefined,
  'post /api/segments/{id}/archive': undefined,
  'post /api/segments/{id}/restore': undefined,
  'post /api/segments/{id}/mark-used': undefined,
  'get /api/segments/{id}/usage': undefined,
  'post /api/segments/{id}/members': { external_ids: ['own-1'] },
  'delete /api/segments/{id}/members/{member_id}': undefined,
  'get /api/segments/{id}/pins': undefined,
  'delete /api/segments/{id}/pins/{member_id}': undefined,
  'get /api/segments/{id}/members': undefined,
  'get /api/segments/{id}/members/{member_id}/explain': undefined,
  'post /api/segments/{id}/calculate': {},
  'get /api/segments/{id}/runs': undefined,
};

/** Open to everyone. */
const open = ['get /health/live', 'get /health/ready'];

beforeAll(async () => {
  app = await openApplication();
  [contact = ''] = await settle(app, 'Ownby', 'own-1');
  segment = (await makeSegment(app.api, 'Owned', livesIn('Ownby'))).id;
  await calculate(app.api, segment);
});
afterAll(() => app.close());

function call(key: string | undefined, route: string) {
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replace('{id}', segment).replace('{member_id}', contact);
  const request = app.as(key)[method as 'get'](filled);
  return routes[route] === undefined ? request : request.send(routes[route] as object);
}

const named = Object.keys(routes).filter((route) => route.includes('{'));

it('all routes are known here', async () => {
  const { body } = await app.as(undefined).get('/api/docs-json').expect(200);
  const documented = Object.entries<object>(body.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(documented.sort()).toEqual([...Object.keys(routes), ...open].sort());
});

describe('without a key', () => {
  it.each(Object.keys(routes))('nobody may %s', async (route) => {
    const { body, headers } = await call(undefined, route).expect(401);
    expect([body.code, headers['www-authenticate']]).toEqual(['access.unauthenticated', 'Bearer']);
  });

  it.each(Object.keys(routes))('nor with a wrong one: %s', (route) => call('wrong', route).expect(401));
});

describe("with another tenant's key", () => {
  it.each(named)('there is nothing to %s', async (route) => {
    const { body } = await call(keys.foreign, route).expect(404);
    expect(body.code).toMatch(/^(segment|api-key)\.not-found$/);
    const mine = await app.api.get(`/api/segments/${segment}`).expect(200);
    expect(mine.body).toMatchObject({ name: 'Owned', version: 1, member_count: 1 });
  });

  it('the list does not show it, and nobody of the first tenant is counted or explained', async () => {
    const theirs = app.as(keys.foreign);
    const { body } = await theirs.get('/api/segments').expect(200);
    expect(JSON.stringify(body)).not.toContain(segment);
    const everyone = { subject: 'contact', rules: { everyone: true }, limit: 100 };
    const preview = await theirs.post('/api/segments/preview').send(everyone).expect(200);
    expect(preview.body.count).toBe(15);
    expect(JSON.stringify(preview.body.sample)).not.toContain('guest-');
    const { id } = await makeSegment(theirs, 'Theirs', { everyone: true });
    await theirs.get(`/api/segments/${id}/members/${contact}/explain`).expect(404);
  });

  it.each(['tenant=1', 'tenant_id=1', 'workspace_id=1'])(
    'no %s in a query makes it the first tenant',
    async (query) => {
      await app.as(keys.foreign).get(`/api/segments/${segment}?${query}`).expect(404);
    },
  );
});

describe('a key that may only read', () => {
  const forbidden = named.filter((route) => !route.startsWith('get')).concat('post /api/segments');
  it.each(forbidden)('may not %s', async (route) => {
    const { body } = await call(keys.reader, route).expect(403);
    expect(body.code).toBe('access.forbidden');
  });

  it.each([
    ['post', '/api/segments/preview', { as_of: '2026-02-01T00:00:00Z' }],
    ['post', '/api/segments/preview?ids=true', {}],
    ['get', `/api/segments/{id}/members/{member_id}/explain?as_of=2026-02-01T00:00:00Z`, undefined],
  ])('may not %s %s', async (method, path, more) => {
    const filled = path.replace('{id}', segment).replace('{member_id}', contact);
    const request = app.as(keys.reader)[method as 'get'](filled);
    const { body } = await (more
      ? request.send({ subject: 'contact', rules: { everyone: true }, ...more })
      : request
    ).expect(403);
    expect(body.detail).toMatch(/segments:(as-of|export)/);
  });
});
