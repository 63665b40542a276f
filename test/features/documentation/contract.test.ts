/**
 * The API against its documentation: every answer that the documentation promises is provoked, or listed with the reason
 * why it cannot be; every answer is as it is described; and nothing answers what is not described.
 */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { type DatabaseProxy, proxyTo } from '../../support/proxy.js';
import { calculate, livesIn, makeSegment, settle } from '../../support/segments.js';
import type { Case, Scene } from './case.js';
import { cases } from './cases/index.js';
import { type GeneralProblem, generalProblems } from './of-every-route.js';
import { unprovoked } from './unprovoked.js';

interface Content {
  readonly schema?: { readonly $ref?: string; readonly properties?: { code?: { enum?: string[] } } };
  readonly example?: unknown;
  readonly examples?: Record<string, { value: unknown }>;
}
interface Route {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: Record<string, { readonly content?: Record<string, Content> }>;
  readonly requestBody?: { readonly content: Record<string, Content> };
  readonly security?: unknown;
  readonly summary?: string;
}
interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

let app: TestApplication;
let scene: Scene;
let proxy: DatabaseProxy;
/** By `get /api/segments`. */
const routes = new Map<string, Route>();
let components: Record<
  string,
  { properties?: Record<string, { example?: unknown; description?: string }>; required?: string[] }
>;
/** As `get /api/segments 200 application/json`, or with the code of a problem. */
const provoked = new Set<string>();

beforeAll(async () => {
  app = await openApplication({
    reach: async (url) => {
      proxy = await proxyTo(url);
      return proxy.url;
    },
  });
  app.nest.set('trust proxy', true);
  const { body } = await app.as(undefined).get('/api/docs-json').expect(200);
  for (const [path, methods] of Object.entries<Record<string, Route>>(body.paths))
    for (const [method, route] of Object.entries(methods))
      if (!path.startsWith('/health')) routes.set(`${method} ${path}`, route);
  components = body.components.schemas;
  scene = await setScene();
});
afterAll(async () => {
  await app.close();
  await proxy.cut();
});

async function setScene(): Promise<Scene> {
  const [member = ''] = await settle(app, 'Docby', 'doc-1', 'doc-2');
  let made = 0;
  const segment = async (rules: object = livesIn('Docby')) =>
    (await makeSegment(app.api, `Documented ${++made}`, rules)).id;
  const ids = { id: await segment(), member_id: member };
  await calculate(app.api, ids.id);
  return { app, ids, segment };
}

const formats = {
  binary: /^/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
};
const ajv = new Ajv({ strict: false, allErrors: true, formats });

const pathFor = (route: string, at: Case['at'] = {}): string =>
  (route.split(' ')[1] ?? '').replace(
    /\{(\w+)\}/g,
    (_, name: string) => ({ ...scene.ids, ...at })[name] ?? '0',
  );

async function send(route: string, sent: Partial<Case>): Promise<Answered> {
  const { query = {}, body, headers = {}, at } = sent;
  const key = 'key' in sent ? sent.key : keys.own;
  const [method = ''] = route.split(' ');
  const asked = app.as(key)[method as 'get'](pathFor(route, at)).query(query).set(headers);
  if (typeof body === 'string') asked.type(headers['Content-Type'] ?? 'json').serialize(String);
  return body === undefined ? asked : asked.send(body);
}

/** Lines of JSON are a text, as the documentation has it. */
const bodyOf = ({ type, text }: Answered): unknown => {
  if (text === '') return undefined;
  return /json$/.test(type) && type !== 'application/x-ndjson' ? JSON.parse(text) : text;
};

/** What was answered is as it was asked for, and as it is described. */
function hold(route: string, asked: Partial<Case>, answer: Answered): void {
  const body = bodyOf(answer);
  const shown = { route, asked: { ...asked, body: undefined }, status: answer.status, body };
  const wanted = asked.code === undefined ? {} : { body: { code: asked.code } };
  expect(shown).toMatchObject({ status: asked.status, ...wanted });
  if (asked.code === undefined && answer.text !== '')
    expect({ route, type: answer.type }).toEqual({ route, type: asked.type ?? 'application/json' });
  const content = routes.get(route)?.responses[String(answer.status)]?.content ?? {};
  if (answer.text === '') expect({ route, content }).toEqual({ route, content: {} });
  else {
    const schema = content[answer.type]?.schema;
    expect({ ...shown, schema }).toMatchObject({ schema: expect.anything() });
    ajv.validate(schema as object, body);
    expect({ ...shown, errors: ajv.errors }).toMatchObject({ errors: null });
  }
  provoked.add(
    [route, answer.status, asked.code ?? (answer.text === '' ? 'nothing' : answer.type)].join(' '),
  );
}

/** Every answer that is documented. */
const documented = (): string[] =>
  [...routes].flatMap(([route, { responses }]) =>
    Object.entries(responses).flatMap(([status, { content = {} }]) => {
      const types = Object.keys(content);
      if (types.length === 0) return [`${route} ${status} nothing`];
      const codes = content['application/problem+json']?.schema?.properties?.code?.enum;
      return (codes ?? types).map((what) => `${route} ${status} ${what}`);
    }),
  );

const having = ({ status, code }: Pick<GeneralProblem, 'status' | 'code'>): string[] =>
  [...routes.keys()].filter((route) => documented().includes(`${route} ${status} ${code}`));

it('every edit of what was read says that it takes the version as If-Match as well', () => {
  const bodyOf = ({ requestBody }: Route): string =>
    requestBody?.content['application/json']?.schema?.$ref?.split('/').at(-1) ?? '';
  const edits = [...routes].filter(([, route]) =>
    /If-Match/.test(components[bodyOf(route)]?.properties?.version?.description ?? ''),
  );
  const telling = [...routes].filter(([, { parameters = [] }]) =>
    parameters.some((one) => one.in === 'header' && one.name === 'If-Match'),
  );
  expect(telling.map(([route]) => route)).toEqual(edits.map(([route]) => route));
  expect(edits.length).toBeGreaterThan(8);
});

describe('every route', () => {
  it.each(generalProblems.filter(({ code }) => code !== 'internal'))(
    'answers $status $code',
    async (problem) => {
      const { status, code } = problem;
      expect(having(problem)).not.toEqual([]);
      for (const route of having(problem)) {
        const [method = ''] = route.split(' ');
        const sent = await problem.provoke(app, { method, path: pathFor(route) });
        hold(route, { ...sent, status, code }, await send(route, sent));
      }
    },
  );

  it.each(Object.entries(cases))('answers its own: %s', async (route, all) => {
    expect([...routes.keys()]).toContain(route);
    for (const planned of all) {
      const made = typeof planned === 'function' ? await planned(scene) : planned;
      hold(route, made, await send(route, made));
    }
  });

  it('answers 500 internal when something breaks, and shows nothing of it', async () => {
    const problem = generalProblems.find(({ code }) => code === 'internal');
    await app.query('alter table segmentation.api_keys rename to lost');
    app.nest.useLogger(false);
    for (const route of routes.keys()) {
      const sent = (await problem?.provoke(app, { method: '', path: '' })) ?? {};
      hold(route, { ...sent, status: 500, code: 'internal' }, await send(route, sent));
    }
    await app.query('alter table segmentation.lost rename to api_keys');
  });

  it('answers 503 database.unavailable without a database', async () => {
    await proxy.cut();
    // Only now is the database asked who calls.
    const key = `seg_AAAAAAAA.MQ.${'A'.repeat(43)}`;
    for (const route of routes.keys())
      hold(route, { key, status: 503, code: 'database.unavailable' }, await send(route, { key }));
    await proxy.mend();
  });
});

describe('the documentation', () => {
  it('promises nothing that was not seen, but for what is listed with its reason', () => {
    const listed = unprovoked.map(({ answer }) => answer);
    expect(documented().filter((answer) => !provoked.has(answer) && !listed.includes(answer))).toEqual([]);
    expect(listed.filter((answer) => provoked.has(answer) || !documented().includes(answer))).toEqual([]);
    expect(unprovoked.filter(({ because }) => because.trim() === '')).toEqual([]);
  });

  it('says of every route what it does and how to be let in', () => {
    for (const [route, { summary = '', security }] of routes)
      expect([route, summary.length > 10, security]).toEqual([route, true, [{ bearer: [] }]]);
  });

  it('shows an example of every answer and every problem, and each is one', () => {
    for (const [route, { responses }] of routes)
      for (const [status, { content = {} }] of Object.entries(responses))
        for (const [type, { schema, example, examples }] of Object.entries(content)) {
          const shown = examples ? Object.values(examples).map(({ value }) => value) : [example];
          for (const one of shown) {
            expect({ route, status, type, one }).toMatchObject({ one: expect.anything() });
            ajv.validate(schema as object, one);
            expect({ route, status, type, one, errors: ajv.errors }).toMatchObject({ errors: null });
          }
        }
  });

  it('shows an example of every body', () => {
    for (const [route, { requestBody }] of routes)
      for (const [type, { schema, example }] of Object.entries(requestBody?.content ?? {})) {
        const { properties = {}, required = [] } = components[schema?.$ref?.split('/').at(-1) ?? ''] ?? {};
        const without = required.filter((name) => properties[name]?.example === undefined);
        const hasSome =
          example !== undefined || Object.values(properties).some((one) => one.example !== undefined);
        expect({ route, type, without, hasSome }).toEqual({ route, type, without: [], hasSome: true });
      }
  });

  it('is a page to read as well', () => app.as(undefined).get('/api/docs').expect(200));
});
