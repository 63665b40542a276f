/**
 * What a caller may get wrong, over HTTP: each is answered with its status, its code and the path to it; and nothing is
 * stored, nothing evaluated.
 */

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Evaluation } from '../../src/audience/evaluation.js';
import { keys, openApplication, type TestApplication } from '../support/application.js';
import { calculate, livesIn, makeSegment, manual, settle } from '../support/segments.js';
import { requests } from './bad-input/requests.js';
import { rules } from './bad-input/rules.js';
import type { Sent } from './bad-input/sent.js';
import { texts } from './bad-input/texts.js';

let app: TestApplication;
/** What the requests name, in braces. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await openApplication();
  [ids.member = ''] = await settle(app, 'Badby', 'bad-1');
  ids.segment = (await makeSegment(app.api, 'Bad input', livesIn('Badby'), manual)).id;
  await calculate(app.api, ids.segment);
  ids.foreign = (await makeSegment(app.as(keys.foreign), 'Foreign', livesIn('Badby'))).id;
  ids.companies = (
    await app.api
      .post('/api/segments')
      .send({ name: 'Companies', subject: 'company', rules: { everyone: true } })
      .expect(201)
  ).body.id;
});
afterAll(() => app.close());

const evaluations: jest.SpiedFunction<Evaluation['read']>[] = [];
beforeEach(() => {
  evaluations.splice(0, evaluations.length, jest.spyOn(app.nest.get(Evaluation), 'read'));
});
afterEach(() => void jest.restoreAllMocks());

/** Of every table of the engine's and of the CRM's. */
async function rowCounts(): Promise<unknown[]> {
  const tables = await app.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where relnamespace in (to_regnamespace('segmentation'), to_regnamespace('crm')) and relkind = 'r' order by 1`,
  );
  const counted = tables.filter(({ name }) => name !== 'segmentation.login_attempt');
  return app.query(
    counted.map(({ name }) => `select '${name}' as name, count(*)::integer from ${name}`).join(' union all '),
  );
}

const filled = (text: string): string => text.replace(/\{(\w+)\}/g, (all, name: string) => ids[name] ?? all);

async function send({ method, path, body, text, headers = {}, ...more }: Sent) {
  const key = 'key' in more ? more.key : keys.own;
  const asked = app.as(key)[method](filled(path)).set(headers);
  if (text !== undefined)
    return asked
      .type(headers['Content-Type'] ?? 'json')
      .serialize(String)
      .send(text);
  return body === undefined ? asked : asked.send(JSON.parse(filled(JSON.stringify(body))));
}

interface Answered {
  readonly status: number;
  readonly body: { code: string; problems?: { path: string; code: string }[] };
}

/** The problem at the wanted path, else the first. */
function told({ status, body }: Answered, wanted: string): string {
  const at = (path: string, code: string): string => `${status} ${code} at ${path}`;
  const problems = (body.problems ?? []).map(({ path, code }) => at(path, code));
  const whole = (body.problems ?? []).map(({ path }) => at(path, body.code));
  const all = [`${status} ${body.code}`, ...whole, ...problems];
  return all.includes(wanted) ? wanted : all.join(' | ');
}

describe.each([
  ['rules', rules],
  ['texts', texts],
  ['requests', requests],
])('bad %s', (_, rows) => {
  it.each([...rows])('%s', async (_what, sent, wanted) => {
    const before = await rowCounts();
    const answer = await send(sent);
    expect(told(answer, wanted)).toBe(wanted);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body.detail.length).toBeGreaterThan(10);
    expect(await rowCounts()).toEqual(before);
    expect(evaluations[0]).not.toHaveBeenCalled();
  });
});

interface Parameter {
  readonly name: string;
  readonly in: string;
}

/** As `get /api/segments tag`: every part of every path, and every query, that is documented. */
async function parameters(): Promise<[method: Sent['method'], path: string, parameter: Parameter][]> {
  const { body } = await app.api.get('/api/docs-json').expect(200);
  return Object.entries<Record<string, { parameters?: Parameter[] }>>(body.paths).flatMap(([path, routes]) =>
    Object.entries(routes).flatMap(([method, { parameters = [] }]) =>
      parameters
        .filter((parameter) => parameter.in !== 'header')
        .map((parameter): [Sent['method'], string, Parameter] => [method as Sent['method'], path, parameter]),
    ),
  );
}

it('U+0000 is refused in every path and every query', async () => {
  const before = await rowCounts();
  const all = await parameters();
  expect(all.length).toBeGreaterThan(100);
  for (const [method, path, parameter] of all) {
    const named = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      name === parameter.name ? 'a%00' : name === 'id' ? (ids.segment ?? '') : '1',
    );
    const asked = parameter.in === 'query' ? `${named}?${parameter.name}=a%00` : named;
    const { status, body } = await app.api[method](asked).send(method === 'get' ? undefined : {});
    expect({ method, asked, status, body }).toMatchObject({ status: 400, body: { status: 400 } });
  }
  expect(await rowCounts()).toEqual(before);
});

it('are 74 at least, and no two of them the same', () => {
  const rows = [...rules, ...texts, ...requests];
  expect(rows.length).toBeGreaterThanOrEqual(74);
  expect(new Set(rows.map(([what]) => what)).size).toBe(rows.length);
});
