/**
 * Whoever holds a connection waits for no second one: else as many requests as there are connections wait for each other.
 * Every route ends over a pool of a single connection, every command too, and what writes goes on beside what reads.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { runCommand } from '../../support/command-line.js';
import { livesIn, memberOf } from '../../support/segments.js';
import { hidden, plant, type Things } from './planted.js';
import { filled, open, type Route, routes } from './routes.js';

let app: TestApplication;
let own: Things;
let folder: string;

beforeAll(async () => {
  app = await openApplication({ poolSize: 1 });
  folder = await mkdtemp(join(tmpdir(), 'pool-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  own = await plant(app, keys.own);
});

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

const segment = '/api/segments/{id}';
const csv = { type: 'text/csv', body: () => `external_id\n${hidden.word}-1\n` };
const multipart = 'multipart/form-data; boundary=-';

interface Sent {
  readonly route: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly type?: string;
  readonly body?: ((own: Things) => object | string) | undefined;
}

/** Ways of a route that go by other code than the plain one. */
const others: readonly Sent[] = [
  ...['csv', 'json', 'ndjson', 'xlsx', 'mailchimp', 'google-customer-match', 'meta-custom-audience'].map(
    (format) => ({ route: `get ${segment}/export`, query: { format } }),
  ),
  { route: `get ${segment}/export`, query: { reachable_by: 'email', as_of: '2030-01-01T00:00:00Z' } },
  { route: 'get /api/segments', query: { format: 'csv' } },
  {
    route: 'post /api/segments/preview',
    query: { ids: 'true' },
    body: routes['post /api/segments/preview']?.body,
  },
  {
    route: 'post /api/segments/preview',
    body: () => ({
      subject: 'contact',
      rules: livesIn(hidden.city),
      conditions: true,
      reachable: true,
      estimate: true,
    }),
  },
  { route: 'post /api/segments/from-template', body: () => ({ template: 'just_reached_vip' }) },
  { route: `post ${segment}/calculate`, query: { wait: 'true' } },
  { route: `post ${segment}/members/import`, ...csv },
  { route: `post ${segment}/members/import`, query: { all_or_nothing: 'true' }, ...csv },
  {
    route: `post ${segment}/members/import`,
    type: multipart,
    body: () =>
      `---\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nexternal_id\r\n-----\r\n`,
  },
  { route: `put ${segment}`, body: () => ({ version: 1, type: 'static' }) },
  { route: `put ${segment}`, body: () => ({ version: 1, type: 'dynamic', discard_pins: true }) },
  {
    route: 'post /api/segments',
    body: (own) => ({ name: 'On it', subject: 'contact', rules: memberOf(own[segment] ?? '') }),
  },
];

function call({ route, query = {}, type, body }: Sent): Promise<Response> {
  const [method = '', path = ''] = route.split(' ');
  const asked = app.api[method as 'get'](filled(path, own))
    .query({ ...routes[route]?.query, ...query })
    .timeout(patience);
  if (body === undefined) return asked.then((answer) => answer);
  return (type === undefined ? asked : asked.type(type)).send(body(own)).then((answer) => answer);
}

/** Milliseconds: shorter than anybody waits for a connection. */
const patience = 5000;

const titleOf = ({ route, query = {}, type = '' }: Sent): string =>
  [route, new URLSearchParams(query).toString(), type].join(' ').trim();

describe('over a single connection', () => {
  const plain = Object.entries(routes).map(([route, { body }]: [string, Route]): Sent => ({ route, body }));
  const health = open.map((route): Sent => ({ route }));
  const all = [...plain, ...health, ...others].map((sent) => [titleOf(sent), sent] as const);

  it.each(all)('%s ends', async (_, sent) => {
    const { status, text } = await call(sent);
    expect({ text, failed: status >= 500 }).toEqual({ text, failed: false });
  });
});

describe('over a single connection, a command ends:', () => {
  const rule = JSON.stringify(livesIn(hidden.city));
  const orders = 'external_id,contact_external_id,placed_at,total\no-1,guest-1,2026-03-01T12:00:00Z,5\n';
  const commands: readonly (readonly [string, () => string[] | Promise<string[]>])[] = [
    ['doctor', () => []],
    ['templates', () => []],
    ['preview', async () => [await file('rule.json', rule)]],
    ['calculate', () => [own[segment] ?? '']],
    ['members', () => [own[segment] ?? '']],
    ['explain', () => [own[segment] ?? '', own[`${segment}/members/{member_id}`] ?? '']],
    ['keys create', () => ['A key', '--scope', 'segments:read']],
    ['keys list', () => []],
    ['keys revoke', () => [own['/api/api-keys/{id}'] ?? '']],
    [
      'import',
      async () => [
        'orders',
        await file('orders.csv', orders),
        '--tenant',
        '1',
        '--refused',
        join(folder, 'no'),
      ],
    ],
  ];

  it.each(commands)('%s', async (command, args) => {
    const { exitCode, err } = await runCommand(app, ...command.split(' '), ...(await args()));
    expect({ exitCode, err }).toMatchObject({ exitCode: 0 });
  });
});
