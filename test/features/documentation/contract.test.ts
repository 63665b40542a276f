/** The API's documentation: it names every route, and what the routes answer is what it says they do. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { type Api, keys, openApplication, type TestApplication } from '../../support/application.js';
import { livesIn, makeSegment, memberOf, segmentOf, settle } from '../../support/segments.js';

interface Answer {
  readonly content?: Record<string, { schema?: object }>;
}
type Routes = Record<string, Record<string, { responses: Record<string, Answer>; security?: unknown }>>;

let app: TestApplication;
let routes: Routes;
/** By the names that paths give them. */
const ids = {
  id: '',
  member_id: '',
  based: '',
  fresh: '',
  mixed: '',
  ordered: '',
  version: '1',
  rule_id: 'added',
  key: '',
  subject: 'contact',
  suppression: '',
  map_id: '',
};

beforeAll(async () => {
  app = await openApplication();
  routes = (await app.as(undefined).get('/api/docs-json').expect(200)).body.paths;
  [ids.member_id = ''] = await settle(app, 'Docby', 'doc-1', 'doc-2');
  ids.id = (await makeSegment(app.api, 'Documented', livesIn('Docby'))).id;
  ids.based = (await makeSegment(app.api, 'Based', memberOf(ids.id))).id;
  ids.key = (await app.api.post('/api/api-keys').send(apiKey).expect(201)).body.id;
  const suppressing = app.api
    .post('/api/suppressions')
    .send({ ...suppressed, address: 'lifted@example.com' });
  ids.suppression = (await suppressing.expect(201)).body.id;
  ids.mixed = (await makeSegment(app.api, 'Mixed', livesIn('Docby'))).id;
  const pair = { match: 'all', rules: ['one', 'two'].map((id) => ({ id, ...livesIn('Docby') })) };
  ids.ordered = (await makeSegment(app.api, 'Ordered', pair)).id;
  ids.fresh = (await makeSegment(app.api, 'Fresh', livesIn('Docby'))).id;
  ids.map_id = (await app.api.post('/api/column-maps').send(columnMap('Documented')).expect(201)).body.id;
});
afterAll(() => app.close());

const formats = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};
const ajv = new Ajv({ strict: false, allErrors: true, formats });

interface Call {
  readonly route: string;
  readonly status: number;
  readonly query?: object;
  readonly body?: object | string;
  readonly key?: string;
  readonly with?: Partial<typeof ids>;
}

const apiKey = { name: 'Key', scopes: ['segments:read'] };
function columnMap(name: string, field = 'email') {
  return { name, subject: 'contact', format: 'csv', columns: [{ field, header: 'Mail' }] };
}

const exporting = 'get /api/segments/{id}/export';

const preview = { subject: 'contact', rules: livesIn('Docby') };
const nobody = '01890000-0000-7000-8000-000000000000';
const early = { as_of: '2020-01-01T00:00:00Z' };
const empty = { match: 'all', rules: [] };
const based = () => ({ id: ids.based });
const member = () => ({ id: ids.member_id });
const agreed = { channel: 'email', opted_in: true, source: 'form' };
const suppressed = { channel: 'email', address: 'jo@example.com' };
const named = { id: 'added', ...livesIn('Docby') };
/** A hybrid segment of its own, once it has been made one. */
const mixed = () => ({ id: ids.mixed });
const lifeOf = (step: string, status: number) => (): Call => ({
  route: `post /api/segments/{id}/${step}`,
  status,
  with: mixed(),
});

/** In this order: what is made is there for what comes after. */
const calls: readonly (Call | (() => Call))[] = [
  { route: 'get /health/live', status: 200 },
  { route: 'get /health/ready', status: 200 },
  { route: 'get /api/catalogue', status: 200 },
  { route: 'get /api/catalogue', status: 401, key: 'wrong' },
  { route: 'post /api/api-keys', status: 201, body: apiKey },
  { route: 'post /api/api-keys', status: 422, body: { ...apiKey, expires_at: 'soon' } },
  { route: 'get /api/api-keys', status: 200 },
  { route: 'delete /api/api-keys/{id}', status: 404, with: { id: nobody } },
  () => ({ route: 'delete /api/api-keys/{id}', status: 204, with: { id: ids.key } }),
  { route: 'post /api/segments', status: 201, body: segmentOf('New', livesIn('Docby')) },
  { route: 'post /api/segments', status: 409, body: segmentOf('New', livesIn('Docby')) },
  { route: 'post /api/segments', status: 400, body: { name: '' } },
  { route: 'post /api/segments', status: 400, body: '{"name": 1, "name": 2}' },
  { route: 'post /api/segments', status: 400, body: '{' },
  { route: 'post /api/segments', status: 403, body: segmentOf('No', livesIn('Docby')), key: keys.reader },
  { route: 'post /api/segments', status: 413, body: `"${'x'.repeat(3_000_000)}"` },
  { route: 'post /api/segments', status: 422, body: segmentOf('Bad', empty) },
  { route: 'get /api/segments', status: 200, query: { limit: 2 } },
  { route: 'get /api/segments', status: 400, query: { limit: 0 } },
  { route: 'get /api/segments/{id}', status: 200 },
  { route: 'get /api/segments/{id}', status: 400, with: { id: 'x' } },
  { route: 'get /api/segments/{id}', status: 404, with: { id: nobody } },
  { route: 'put /api/segments/{id}', status: 200, body: { version: 1, description: 'Edited' } },
  { route: 'put /api/segments/{id}', status: 409, body: { version: 1, name: 'Stale' } },
  { route: 'put /api/segments/{id}', status: 409, body: { version: 2, name: 'New' } },
  { route: 'put /api/segments/{id}', status: 400, body: {} },
  () => ({ route: 'put /api/segments/{id}', status: 422, body: { version: 2, rules: memberOf(ids.based) } }),
  { route: 'put /api/segments/{id}', status: 422, body: { version: 2, rules: empty } },
  { route: 'post /api/segments/preview', status: 200, body: preview },
  { route: 'post /api/segments/preview', status: 200, body: { ...preview, limit: 0 } },
  {
    route: 'post /api/segments/preview',
    status: 200,
    body: { ...preview, estimate: true, conditions: true, reachable: true },
  },
  { route: 'post /api/segments/preview', status: 200, body: preview, query: { ids: 'true' } },
  { route: 'post /api/segments/preview', status: 422, body: { ...preview, as_of: 'soon' } },
  { route: 'post /api/segments/preview', status: 422, body: { ...preview, rules: empty } },
  () => ({ route: 'get /api/consent/{subject}/{id}', status: 200, with: member() }),
  { route: 'get /api/consent/{subject}/{id}', status: 404, with: { id: '0' } },
  { route: 'get /api/consent/{subject}/{id}', status: 422, with: { subject: 'ghost' } },
  () => ({ route: 'put /api/consent/{subject}/{id}', status: 200, with: member(), body: agreed }),
  { route: 'put /api/consent/{subject}/{id}', status: 400, body: {} },
  () => ({
    route: 'put /api/consent/{subject}/{id}',
    status: 422,
    with: member(),
    body: { ...agreed, at: '2126-01-01T00:00:00Z' },
  }),
  { route: 'post /api/suppressions', status: 201, body: suppressed },
  { route: 'post /api/suppressions', status: 422, body: { ...suppressed, address: ' ' } },
  { route: 'get /api/suppressions', status: 200, query: { limit: 1 } },
  { route: 'get /api/suppressions', status: 400, query: { cursor: 'x' } },
  { route: 'delete /api/suppressions/{id}', status: 404, with: { id: nobody } },
  () => ({ route: 'delete /api/suppressions/{id}', status: 204, with: { id: ids.suppression } }),
  { route: 'post /api/segments/{id}/calculate', status: 200, query: { wait: 'true' } },
  { route: 'post /api/segments/{id}/calculate', status: 409, query: early },
  { route: 'post /api/segments/{id}/calculate', status: 422, query: { as_of: 'soon' } },
  { route: 'post /api/segments/{id}/calculate', status: 400, query: { wait: 'perhaps' } },
  { route: 'get /api/segments/{id}/members', status: 200, query: { limit: 1 } },
  { route: 'post /api/segments/{id}/impact', status: 200, body: { rules: livesIn('Docby') } },
  { route: 'post /api/segments/{id}/impact', status: 422, body: { rules: empty } },
  { route: 'get /api/segments/{id}/breakdown', status: 200, query: { field: 'city' } },
  { route: 'get /api/segments/{id}/breakdown', status: 422, query: { field: 'position' } },
  { route: 'get /api/segments/{id}/members', status: 400, query: { cursor: 'x' } },
  { route: 'get /api/segments/{id}/members/{member_id}/explain', status: 200 },
  { route: 'get /api/segments/{id}/members/{member_id}/explain', status: 404, with: { member_id: '0' } },
  { route: 'post /api/segments/{id}/calculate', status: 202 },
  { route: 'get /api/segments/{id}/runs', status: 200 },
  { route: 'get /api/segments/{id}/runs', status: 404, key: keys.foreign },
  { route: 'post /api/segments/{id}/members', status: 409, body: { member_ids: '1' } },
  () => ({
    route: 'patch /api/segments/{id}',
    status: 200,
    body: { version: 1, type: 'hybrid' },
    with: mixed(),
  }),
  () => ({
    route: 'patch /api/segments/{id}',
    status: 422,
    body: { version: 2, rules: null },
    with: mixed(),
  }),
  () => ({
    route: 'post /api/segments/{id}/members',
    status: 200,
    body: { external_ids: ['doc-1', 'doc-9'] },
    with: mixed(),
  }),
  () => ({ route: 'post /api/segments/{id}/members', status: 400, body: {}, with: mixed() }),
  () => ({
    route: 'patch /api/segments/{id}',
    status: 409,
    body: { version: 2, type: 'dynamic' },
    with: mixed(),
  }),
  () => ({ route: 'delete /api/segments/{id}/members/{member_id}', status: 204, with: mixed() }),
  { route: 'delete /api/segments/{id}/members/{member_id}', status: 409 },
  () => ({ route: 'get /api/segments/{id}/pins', status: 200, with: mixed() }),
  () => ({ route: 'get /api/segments/{id}/members/{member_id}/explain', status: 200, with: mixed() }),
  () => ({ route: 'delete /api/segments/{id}/pins/{member_id}', status: 204, with: mixed() }),
  () => ({ route: 'delete /api/segments/{id}/pins/{member_id}', status: 404, with: mixed() }),
  lifeOf('mark-used', 200),
  lifeOf('pause', 200),
  lifeOf('pause', 409),
  lifeOf('calculate', 409),
  lifeOf('resume', 200),
  lifeOf('deactivate', 200),
  lifeOf('archive', 200),
  lifeOf('restore', 200),
  lifeOf('duplicate', 201),
  { route: 'get /api/segments/{id}/usage', status: 200 },
  { route: 'post /api/segments/{id}/archive', status: 409 },
  { route: 'get /api/segments', status: 404, query: { workspace_id: 'x' } },
  { route: 'get /api/segments/{id}/versions', status: 200 },
  { route: 'get /api/segments/{id}/versions/{version}', status: 200 },
  { route: 'get /api/segments/{id}/versions/{version}', status: 404, query: { compare_with: 99 } },
  { route: 'post /api/segments/{id}/versions/{version}/restore', status: 409, body: { version: 1 } },
  { route: 'post /api/segments/{id}/versions/{version}/restore', status: 200, body: { version: 2 } },
  { route: 'get /api/segments/{id}/rules', status: 200 },
  { route: 'post /api/segments/{id}/rules', status: 201, body: { version: 3, rule: named } },
  { route: 'post /api/segments/{id}/rules', status: 422, body: { version: 4, rule: named, position: 9 } },
  { route: 'put /api/segments/{id}/rules/{rule_id}', status: 200, body: { version: 4, position: 0 } },
  {
    route: 'put /api/segments/{id}/rules/{rule_id}',
    status: 404,
    body: { version: 5 },
    with: { rule_id: 'x' },
  },
  { route: 'put /api/segments/{id}/rules/order', status: 422, body: { version: 5, order: ['added'] } },
  { route: 'delete /api/segments/{id}/rules/{rule_id}', status: 409, body: { version: 1 } },
  { route: 'delete /api/segments/{id}/rules/{rule_id}', status: 200, body: { version: 5 } },
  () => ({
    route: 'put /api/segments/{id}/rules/order',
    status: 200,
    body: { version: 1, order: ['one', 'two'] },
    with: { id: ids.ordered },
  }),
  { route: 'get /api/segments', status: 200, query: { format: 'csv' } },
  { route: 'get /api/segments', status: 422, query: { created_from: 'soon' } },
  { route: exporting, status: 200 },
  { route: exporting, status: 200, query: { format: 'json' } },
  { route: exporting, status: 200, query: { format: 'ndjson', columns: 'email' } },
  { route: exporting, status: 200, query: { format: 'Documented' } },
  { route: exporting, status: 400, query: { limit: 0 } },
  { route: exporting, status: 403, key: keys.reader },
  { route: exporting, status: 404, key: keys.foreign },
  { route: exporting, status: 422, query: { format: 'docx' } },
  { route: exporting, status: 422, query: { columns: 'nothing' } },
  { route: exporting, status: 422, query: { limit: 1_000_000 } },
  { route: exporting, status: 200, query: { format: 'mailchimp' } },
  { route: 'get /api/audit', status: 200, query: { limit: 1, action: 'segment.exported' } },
  { route: 'get /api/audit', status: 400, query: { cursor: 'x' } },
  { route: 'get /api/audit', status: 403, key: keys.reader },
  { route: 'post /api/column-maps', status: 201, body: columnMap('New') },
  { route: 'post /api/column-maps', status: 400, body: { ...columnMap('Other'), columns: [] } },
  { route: 'post /api/column-maps', status: 409, body: columnMap('New') },
  { route: 'post /api/column-maps', status: 409, body: columnMap('xlsx') },
  { route: 'post /api/column-maps', status: 422, body: columnMap('Other', 'nothing') },
  { route: 'get /api/column-maps', status: 200, query: { limit: 1 } },
  { route: 'get /api/column-maps/{map_id}', status: 200 },
  { route: 'get /api/column-maps/{map_id}', status: 404, with: { map_id: nobody } },
  () => ({
    route: 'put /api/column-maps/{map_id}',
    status: 200,
    body: { version: 1, format: 'json' },
  }),
  () => ({
    route: 'put /api/column-maps/{map_id}',
    status: 409,
    body: { version: 1, name: 'Stale' },
  }),
  { route: 'put /api/column-maps/{map_id}', status: 409, body: { version: 2, name: 'New' } },
  { route: 'put /api/column-maps/{map_id}', status: 400, body: { name: 'No version' } },
  { route: 'delete /api/column-maps/{map_id}', status: 404, key: keys.foreign },
  { route: 'delete /api/column-maps/{map_id}', status: 204 },
  { route: 'delete /api/segments/{id}', status: 409 },
  () => ({ route: 'delete /api/segments/{id}', status: 204, with: based() }),
];

async function send({ route, query = {}, body, key = keys.own, with: other }: Call) {
  const [method = '', path = ''] = route.split(' ');
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => ({ ...ids, ...other })[name as 'id']);
  const call = app.as(key)[method as keyof Api & 'get'](filled).query(query);
  if (body === undefined) return call;
  return call.type('json').send(body);
}

/** Lines of JSON are a text, as the documentation has it. */
function bodyOf({ type, text }: Awaited<ReturnType<typeof send>>): unknown {
  if (type === 'application/x-ndjson' || type === 'text/csv') return text;
  return text === '' ? undefined : JSON.parse(text);
}

describe('the documentation', () => {
  it('holds what every route answers', async () => {
    for (const planned of calls) {
      const call = typeof planned === 'function' ? planned() : planned;
      const [method = '', path = ''] = call.route.split(' ');
      const answer = await send(call);
      const body = bodyOf(answer);
      expect({ call, status: answer.status, body }).toMatchObject({ status: call.status });
      const documented = routes[path]?.[method]?.responses[call.status];
      expect({ call, documented }).toMatchObject({ documented: expect.anything() });
      const schema = documented?.content?.[answer.type]?.schema;
      if (!schema) {
        // No body, or a health report, which is not ours to describe.
        expect(body === undefined || path.startsWith('/health')).toBe(true);
        continue;
      }
      ajv.validate(schema, body);
      expect({ call, body, errors: ajv.errors }).toMatchObject({ errors: null });
    }
  });

  it('has every success of every route tried here', () => {
    const tried = calls.map((call) => (typeof call === 'function' ? call() : call));
    const known = Object.entries(routes).flatMap(([path, methods]) =>
      Object.entries(methods).flatMap(([method, { responses }]) =>
        Object.keys(responses)
          .filter((status) => status.startsWith('2'))
          .map((status) => `${method} ${path} ${status}`),
      ),
    );
    const successes = tried.map(({ route, status }) => `${route} ${status}`);
    expect(known.filter((route) => !successes.includes(route))).toEqual([]);
  });

  it('says of every route how to be let in, and which problems there are', () => {
    for (const [path, methods] of Object.entries(routes))
      for (const [method, { responses, security }] of Object.entries(methods)) {
        if (path.startsWith('/health')) continue;
        expect([method, path, security]).toEqual([method, path, [{ bearer: [] }]]);
        expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '401', '403', '500', '503']));
      }
  });

  it('is a page to read as well', () => app.as(undefined).get('/api/docs').expect(200));
});
