/**
 * What is another tenant's does not exist: every route of the running application is called with another tenant's ids in
 * its path, its query, its headers and its body. Nothing of that tenant's is answered, and nothing of it changes. The
 * engine's own scoping has to do that by itself: row-level security is out of its way here.
 */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { hidden, plant, printOf, type Things, withoutRoles } from './planted.js';
import { filled, namesIn, open, type Route, routes } from './routes.js';

interface Parameter {
  readonly in: string;
  readonly name: string;
}
type Documented = Record<string, Record<string, { parameters?: readonly Parameter[] }>>;

let app: TestApplication;
let documented: Documented;
let foreign: Things;
/** Those of the caller. */
let own: Things;

beforeAll(async () => {
  app = await openApplication();
  await withoutRoles(app);
  documented = (await app.as(undefined).get('/api/docs-json').expect(200)).body.paths;
  foreign = await plant(app, keys.own);
});
afterAll(() => app.close());
beforeEach(async () => {
  own = await plant(app, keys.foreign);
});

interface Call {
  readonly route: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Record<string, string>;
  readonly body?: object | undefined;
}

/** As the second tenant. */
async function call({ route, path, query = {}, headers = {}, body }: Call): Promise<Response> {
  const [method = ''] = route.split(' ');
  const asked = { ...routes[route]?.query, ...query };
  const request = app.as(keys.foreign)[method as 'get'](path).query(asked).set(headers);
  return body === undefined ? request : request.send(body);
}

const pathOf = (route: string): string => route.split(' ')[1] ?? '';

/** A copy of a body for each of its leaves, with the value in the leaf's place. */
function withLeaf(body: unknown, value: unknown): unknown[] {
  if (Array.isArray(body))
    return body.flatMap((item, place) => withLeaf(item, value).map((changed) => body.with(place, changed)));
  if (typeof body !== 'object' || body === null) return [value];
  return Object.entries(body).flatMap(([name, item]) =>
    withLeaf(item, value).map((changed) => ({ ...body, [name]: changed })),
  );
}

/** Names that are the same in every tenant. */
const ofNobody = [
  '/api/consent/{subject}',
  '/api/custom-fields/values/{subject}',
  '/api/subjects/{subject}',
  '/api/segments/{id}/versions/{version}',
];

const ids = (): string[] => [...new Set(Object.values(foreign))];

/** The answer tells nothing of the first tenant, whose guests the sample numbers, and is no failure of ours. */
function tellsNothing(asked: Call, { status, text }: Response): void {
  const told = new RegExp(`${hidden.word}-1\\b|guest-\\d`, 'i').exec(text)?.[0];
  expect({ asked, told, failed: status >= 500 }).toEqual({ asked, told: undefined, failed: false });
}

describe('the table of routes', () => {
  it('has every route that is documented, and no other', () => {
    const known = Object.entries(documented).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(known.sort()).toEqual([...Object.keys(routes), ...open].sort());
  });

  it('has every route that the application answers', () => {
    const { stack } = app.nest.getHttpAdapter().getInstance().router;
    const answered = stack.flatMap(({ route }) =>
      (route?.stack ?? []).map(({ method }) => `${method} ${route?.path.replace(/:(\w+)/g, '{$1}')}`),
    );
    const pages = answered.filter((route) => !/ \/api\/docs/.test(route));
    expect([...new Set(pages)].sort()).toEqual([...Object.keys(routes), ...open].sort());
  });
});

describe("with another tenant's ids", () => {
  const inPaths = Object.keys(routes).flatMap((route) =>
    namesIn(pathOf(route))
      .filter((address) => !ofNobody.includes(address))
      .map((address) => [address, route] as const),
  );

  it.each(inPaths)('nothing stands at %s: %s', async (address, route) => {
    const before = await printOf(app, '1');
    const asked = {
      route,
      path: filled(pathOf(route), { ...own, [address]: foreign[address] ?? '' }),
      query: routes[route]?.query ?? {},
      body: routes[route]?.body?.(own),
    };
    const answer = await call(asked);
    expect([answer.status, answer.body.code]).toEqual([404, expect.stringMatching(/\.not-found$/)]);
    tellsNothing(asked, answer);
    expect(await printOf(app, '1')).toEqual(before);
  });

  it.each(Object.entries(routes))(
    'in queries, headers and bodies: %s',
    async (route, { body, query = {} }: Route) => {
      const before = await printOf(app, '1');
      const [method = '', path = ''] = route.split(' ');
      const plain = { route, path: filled(path, own), query, body: body?.(own) };
      const calls: Call[] = ids().flatMap((id) => [
        ...(documented[path]?.[method]?.parameters ?? []).flatMap(({ in: place, name }): Call[] => {
          if (place === 'query') return [{ ...plain, query: { ...query, [name]: id } }];
          return place === 'header' ? [{ ...plain, headers: { [name]: id } }] : [];
        }),
        ...withLeaf(plain.body ?? [], id).map((changed) => ({ ...plain, body: changed as object })),
      ]);
      for (const asked of calls) tellsNothing(asked, await call(asked));
      expect(await printOf(app, '1')).toEqual(before);
    },
  );

  const refusals = Object.entries(routes).flatMap(([route, { refused = [] }]) =>
    refused.map(([what, body, status, code]) => ({ what, route, body, status, code })),
  );

  it.each(refusals)('$what is refused: $route', async ({ route, body, status, code }) => {
    const asked = { route, path: filled(pathOf(route), own), body: body(own, foreign) };
    const answer = await call(asked);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    tellsNothing(asked, answer);
  });
});

it('lists, counts and samples are of the caller’s tenant', async () => {
  const preview = { subject: 'contact', rules: { everyone: true }, limit: 100 };
  const [counted] = await app.query(
    'select count(*)::integer as count from crm.contacts where tenant_id = 2',
  );
  const asked = { route: 'post /api/segments/preview', path: '/api/segments/preview', body: preview };
  const answer = await call(asked);
  expect(answer.body.count).toBe(counted?.count);
  tellsNothing(asked, answer);
});

it.each(['tenant=1', 'tenant_id=1', 'workspace_id=1'])(
  'no %s in a query makes another tenant of the caller',
  async (query) => {
    await app.as(keys.foreign).get(`/api/segments/${foreign['/api/segments/{id}']}?${query}`).expect(404);
  },
);
