/** Two tenants' requests take turns on two connections: no answer is ever mixed with the other's. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { type Api, keys, openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, membersOf, segmentOf } from '../../support/segments.js';
import { hidden, plant, type Things } from './planted.js';

let app: TestApplication;
let tenants: readonly Tenant[];

interface Tenant {
  readonly key: string;
  readonly things: Things;
  readonly name: string;
}

beforeAll(async () => {
  app = await openApplication({ poolSize: 2 });
  tenants = [
    { key: keys.own, things: await plant(app, keys.own), name: `${hidden.word}-1` },
    { key: keys.foreign, things: await plant(app, keys.foreign), name: `${hidden.word}-2` },
  ];
});
afterAll(() => app.close());

const requests = 2000;
/** As many wait for the two connections at a time. */
const together = 50;

/** What tenants ask in turn; each answer names the contact or the segment that is planted in theirs. */
function ask(number: number): { readonly name: string; readonly answer: () => Promise<Response> } {
  const tenant = tenants[number % 2];
  if (!tenant) throw new Error('There are two tenants.');
  const { key, things, name } = tenant;
  const segment = `/api/segments/${things['/api/segments/{id}']}`;
  const member = things['/api/segments/{id}/members/{member_id}'];
  const api = app.as(key);
  const preview = { subject: 'contact', rules: livesIn(hidden.city), limit: 100 };
  const kinds = [
    () => api.get(segment),
    () => api.get(`${segment}/members`),
    () => api.post('/api/segments/preview').send(preview),
    () => api.get(`${segment}/members/${member}/explain`),
    () => api.get('/api/segments'),
  ];
  const kind = kinds[Math.floor(number / 2) % kinds.length];
  if (!kind) throw new Error('A number modulo their count is the place of one.');
  return { name, answer: async () => kind().expect(200) };
}

it('2,000 requests of two tenants over a pool of two connections', async () => {
  const other: Readonly<Record<string, string>> = {
    [`${hidden.word}-1`]: `${hidden.word}-2`,
    [`${hidden.word}-2`]: `${hidden.word}-1`,
  };
  let next = 0;
  const mixed: string[] = [];
  const worker = async (): Promise<void> => {
    for (let number = next++; number < requests; number = next++) {
      const { name, answer } = ask(number);
      const { text } = await answer();
      if (!text.includes(`"${name}"`) || text.includes(`"${other[name]}"`)) mixed.push(`${number}: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  expect(mixed).toEqual([]);
  expect(next).toBeGreaterThanOrEqual(requests);
}, 120_000);

describe('forty at once, of two tenants over two connections, are all carried out:', () => {
  const atOnce = 40;
  /** Of a tenant, one for each request. */
  const people = (kind: string, tenant: number): string[] =>
    Array.from({ length: atOnce / 2 }, (_, n) => `${kind}-${n}-of-${tenant}`);

  /** New contacts in both tenants, by their external ids. */
  async function settled(kind: string): Promise<Map<string, string>> {
    const rows = await app.query<{ id: string; external_id: string }>(
      `insert into crm.contacts (tenant_id, external_id, city) select t, e, $3
       from unnest($1::integer[], $2::text[]) people (t, e) returning id, external_id`,
      [
        [1, 2].flatMap((tenant) => people(kind, tenant).map(() => tenant)),
        [1, 2].flatMap((tenant) => people(kind, tenant)),
        `Town of ${kind}`,
      ],
    );
    return new Map(rows.map(({ id, external_id }) => [external_id, String(id)]));
  }

  /** A segment of those people for each tenant: chosen by hand or, if `rule`, calculated. */
  async function segmentsOf(kind: string, rule: boolean): Promise<string[]> {
    return Promise.all(
      tenants.map(async ({ key }) => {
        const whole = segmentOf(`Of ${kind}`, livesIn(`Town of ${kind}`));
        const body = rule ? whole : { name: whole.name, subject: 'contact', type: 'static' };
        const { id } = (await app.as(key).post('/api/segments').send(body).expect(201)).body;
        if (rule) await calculate(app.as(key), id);
        return id;
      }),
    );
  }

  type Ask = (of: { api: Api; segment: string; person: string; other: string }) => Promise<Response>;

  /** Each person of each tenant is asked for once; resolves to what became of it. */
  async function askForAll(kind: string, segments: string[], ask: Ask): Promise<Response[]> {
    const asked = people(kind, 1).flatMap((_, place) =>
      tenants.map(({ key }, index) => {
        const [person = '', other = ''] = [index + 1, 2 - index].map(
          (tenant) => people(kind, tenant)[place] ?? '',
        );
        return ask({ api: app.as(key), segment: segments[index] ?? '', person, other });
      }),
    );
    return Promise.all(asked);
  }

  const members = (segments: string[]) =>
    Promise.all(segments.map((segment, index) => membersOf(app.as(tenants[index]?.key), segment)));

  it('exports, each with the members of its tenant', async () => {
    await settled('export');
    const segments = await segmentsOf('export', true);
    const answers = await askForAll('export', segments, ({ api, segment }) =>
      api.get(`/api/segments/${segment}/export?format=csv&columns=external_id`).then((answer) => answer),
    );
    const files = answers.map(({ status, text }) => [status, text.trim().split('\n').slice(1).sort()]);
    expect(files).toEqual(answers.map((_, number) => [200, people('export', 1 + (number % 2)).sort()]));
  });

  it('people added, and nobody of another tenant', async () => {
    await settled('add');
    const segments = await segmentsOf('add', false);
    const answers = await askForAll('add', segments, ({ api, segment, person, other }) =>
      api
        .post(`/api/segments/${segment}/members`)
        .send({ external_ids: [person, other] })
        .then((answer) => answer),
    );
    expect(answers.map(({ status, body }) => [status, body.added?.length, body.not_found?.length])).toEqual(
      answers.map(() => [200, 1, 1]),
    );
    expect(await members(segments)).toEqual([people('add', 1), people('add', 2)]);
  });

  it('files imported, and nobody of another tenant', async () => {
    await settled('import');
    const segments = await segmentsOf('import', false);
    const answers = await askForAll('import', segments, ({ api, segment, person, other }) =>
      api
        .post(`/api/segments/${segment}/members/import`)
        .type('text/csv')
        .send(`external_id\n${person}\n${other}\n`)
        .then((answer) => answer),
    );
    expect(answers.map(({ status, body }) => [status, body.added, body.problems?.length])).toEqual(
      answers.map(() => [200, 1, 1]),
    );
    expect(await members(segments)).toEqual([people('import', 1), people('import', 2)]);
  });

  it('people erased, and nobody of another tenant', async () => {
    const ids = await settled('erase');
    const segments = await segmentsOf('erase', true);
    const answers = await askForAll('erase', segments, ({ api, person }) =>
      api.delete(`/api/subjects/contact/${ids.get(person)}/personal-data`).then((answer) => answer),
    );
    expect(answers.map(({ status, body }) => [status, body.erased?.memberships])).toEqual(
      answers.map(() => [200, 1]),
    );
    expect(await members(segments)).toEqual([[], []]);
  });
});
