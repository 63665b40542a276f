/** Nothing of a tenant's is there for who has no key, and what a key may not do it does not do: every route is tried. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { plant, type Things } from '../isolation/planted.js';
import { filled, routes } from '../isolation/routes.js';

let app: TestApplication;
let things: Things;

beforeAll(async () => {
  app = await openApplication();
  things = await plant(app, keys.own);
});
afterAll(() => app.close());

function call(key: string | undefined, route: string) {
  const [method = '', path = ''] = route.split(' ');
  const request = app.as(key)[method as 'get'](filled(path, things));
  const body = routes[route]?.body?.(things);
  return body === undefined ? request : request.send(body);
}

describe('without a key', () => {
  it.each(Object.keys(routes))('nobody may %s', async (route) => {
    const { body, headers } = await call(undefined, route).expect(401);
    expect([body.code, headers['www-authenticate']]).toEqual(['access.unauthenticated', 'Bearer']);
  });

  it.each(Object.keys(routes))('nor with a wrong one: %s', (route) => call('wrong', route).expect(401));
});

describe('a key that may only read', () => {
  /** Posted, since a rule does not fit into an address; and still only read. */
  const questions = ['post /api/segments/{id}/impact'];
  const named = Object.keys(routes).filter(
    (route) => route.includes('{') && !route.startsWith('get') && !questions.includes(route),
  );
  const forbidden = [...named, 'post /api/segments'];
  it.each(forbidden)('may not %s', async (route) => {
    const { body } = await call(keys.reader, route).expect(403);
    expect(body.code).toBe('access.forbidden');
  });

  it.each([
    ['post', '/api/segments/preview', { as_of: '2026-02-01T00:00:00Z' }],
    ['post', '/api/segments/preview?ids=true', {}],
    ['get', '/api/segments/{id}/members/{member_id}/explain?as_of=2026-02-01T00:00:00Z', undefined],
  ])('may not %s %s', async (method, path, more) => {
    const [address = '', query = ''] = path.split('?');
    const request = app.as(keys.reader)[method as 'get'](`${filled(address, things)}?${query}`);
    const { body } = await (more
      ? request.send({ subject: 'contact', rules: { everyone: true }, ...more })
      : request
    ).expect(403);
    expect(body.detail).toMatch(/segments:(as-of|export)/);
  });
});
