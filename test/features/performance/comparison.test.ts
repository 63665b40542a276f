/** Comparisons: two planted groups, whose differences were worked out elsewhere, and everyone else. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Comparison, Comparisons } from '../../../src/performance/comparison/comparison.service.js';
import type { ComparedTrait } from '../../../src/performance/comparison/profile.js';
import { type Api, keys, openApplication, type TestApplication } from '../../support/application.js';
import { makeStatic, settle } from '../../support/segments.js';

let app: TestApplication;
/** A hundred people each, ten of whom are in both. */
let a: string;
let b: string;

const scores = {
  a: [1, 2, 2, 3, 5, 8, 8, 9, 12, 15],
  b: [4, 4, 6, 7, 8, 10, 11, 13, 14, 16, 18],
};
const names = Array.from({ length: 190 }, (_none, n) => `cmp-${n}`);

beforeAll(async () => {
  app = await openApplication();
  await settle(app, 'Compby', ...names);
  a = await makeStatic(app.api, ...names.slice(0, 100));
  b = await makeStatic(app.api, ...names.slice(90));
  // In German are 30 of the first hundred, 5 of whom are in both; and 15 of the others.
  await set('language', 'de', [...names.slice(0, 25), ...names.slice(90, 95), ...names.slice(100, 115)]);
  await set('language', 'en', [...names.slice(25, 90), ...names.slice(95, 100), ...names.slice(115)]);
  for (const [place, score] of scores.a.entries()) await set('score', score, [names[place] ?? '']);
  for (const [place, score] of scores.b.entries()) await set('score', score, [names[100 + place] ?? '']);
  await set('role', 'Chef', names.slice(0, 10));
  await set('role', 'chef', names.slice(10, 40));
  await set('tags', ['x', 'y'], names.slice(0, 60));
  await set('tags', ['y', 'y', null, ' '], names.slice(100, 110));
  await set('tags', [null, ' '], names.slice(110, 120));
  await set('anniversary', '2026-01-01', names.slice(0, 50));
  await set('anniversary', '2025-01-01', names.slice(110, 160));
});
afterAll(() => app.close());

const set = (column: string, value: unknown, people: readonly string[]) =>
  app.query(`update crm.contacts set ${column} = $1 where tenant_id = 1 and external_id = any($2)`, [
    value,
    people,
  ]);

const compare = async (id: string, query: object, api: Api = app.api): Promise<Comparison> =>
  (await api.get(`/api/segments/${id}/compare`).query(query).expect(200)).body;

const traitNamed = ({ traits }: Comparison, field: string): ComparedTrait | undefined =>
  traits.find((trait) => trait.field === field);

const share = (count: number, of = 100) => ({ count, share: count / of });

describe('two segments', () => {
  it('are as large as they are, and share what they share', async () => {
    expect(await compare(a, { with: b, fields: 'language' })).toMatchObject({
      subject: 'contact',
      a: { segment_id: a, member_count: 100, sampled: 100 },
      b: { segment_id: b, member_count: 100, sampled: 100 },
      intersection: 10,
      union: 190,
      jaccard: 10 / 190,
      share_of_a: 0.1,
      share_of_b: 0.1,
      left_out: [],
    });
  });

  it('differ in values by Cohen’s h, in numbers by Cliff’s delta, corrected for all that is compared', async () => {
    const { traits } = await compare(a, { with: b, fields: 'score,language' });
    const corrected = { adjusted_p: expect.closeTo(0.10463739342522067, 12), significant: false };
    const h = (value: number) => ({
      measure: 'cohens_h',
      value: expect.closeTo(value, 12),
      magnitude: 'small',
      p: expect.closeTo(0.1024704348597495, 12),
      ...corrected,
    });
    expect(traits).toEqual([
      {
        field: 'score',
        label: 'Score',
        kind: 'numbers',
        a: { known: share(10), mean: 6.5, median: 6.5 },
        b: { known: share(11), mean: 111 / 11, median: 10 },
        effect: {
          measure: 'cliffs_delta',
          value: expect.closeTo(-0.4181818181818182, 12),
          magnitude: 'medium',
          p: expect.closeTo(0.10463739342522067, 12),
          ...corrected,
        },
      },
      {
        field: 'language',
        label: 'Language',
        kind: 'values',
        a: { known: share(100) },
        b: { known: share(100) },
        values: expect.arrayContaining([
          { value: 'de', a: share(30), b: share(20), effect: h(0.2319842627257963) },
          { value: 'en', a: share(70), b: share(80), effect: h(-0.2319842627257963) },
        ]),
      },
    ]);
  });

  it('are compared by texts as they compare, by each of several values, and by how long ago dates are', async () => {
    const compared = await compare(a, { with: b, fields: 'role,tags,anniversary,company.industry' });
    expect(traitNamed(compared, 'role')).toMatchObject({
      a: { known: share(40) },
      b: { known: share(0) },
      values: [
        { value: expect.stringMatching(/^chef$/i), a: share(40), b: share(0), effect: { significant: true } },
      ],
    });
    expect(traitNamed(compared, 'tags')).toMatchObject({
      a: { known: share(60) },
      values: [
        { value: 'x', a: share(60), b: share(0) },
        { value: 'y', a: share(60), b: share(10) },
      ],
    });
    const dates = traitNamed(compared, 'anniversary');
    const ago = (date: string) => expect.closeTo((Date.now() - Date.parse(date)) / 86_400_000, -0.5);
    expect(dates).toMatchObject({
      kind: 'days_ago',
      a: { known: share(50), mean: ago('2026-01-01'), median: ago('2026-01-01') },
      b: { known: share(50), mean: ago('2025-01-01') },
      effect: { value: -1, magnitude: 'large', significant: true },
    });
    expect(traitNamed(compared, 'company.industry')).toMatchObject({ values: [], a: { known: share(0) } });
  });

  it('are the same beside themselves', async () => {
    const compared = await compare(a, { with: a, fields: 'language,score,tags' });
    expect(compared).toMatchObject({ intersection: 100, union: 100, jaccard: 1 });
    const effects = compared.traits.flatMap((trait) =>
      trait.kind === 'values' ? trait.values.map(({ effect }) => effect) : [trait.effect],
    );
    for (const effect of effects) expect(effect).toMatchObject({ value: 0, significant: false });
  });

  it('that chance has parted differ in nothing', async () => {
    const people = await app.query<{ id: string }>(
      'select external_id as id from crm.contacts where tenant_id = 1',
    );
    const ids = people.map(({ id }) => id).filter((id) => !names.includes(id));
    const even = await makeStatic(app.api, ...ids.filter((_id, place) => place % 2 === 0));
    const odd = await makeStatic(app.api, ...ids.filter((_id, place) => place % 2 === 1));
    const { traits } = await compare(even, { with: odd });
    const found = traits.flatMap((trait) =>
      trait.kind === 'values' ? trait.values.map(({ effect }) => effect) : [trait.effect],
    );
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(({ significant }) => significant)).toEqual([]);
  });
});

describe('by default', () => {
  it('nothing identifies anybody, and nothing is sensitive; both are said', async () => {
    const { traits, left_out } = await compare(a, { with: b });
    const reasonsOf = Object.fromEntries(left_out.map(({ field, reason }) => [field, reason]));
    expect(reasonsOf).toMatchObject({
      id: 'identifying',
      external_id: 'identifying',
      full_name: 'identifying',
      first_name: 'identifying',
      email: 'identifying',
      phone: 'identifying',
      birthday: 'sensitive',
      age: 'sensitive',
      anniversary: 'sensitive',
      dietary: 'sensitive',
      email_opt_in: 'sensitive',
      sms_opt_in: 'sensitive',
    });
    const compared = traits.map(({ field }) => field);
    expect(compared).toEqual(
      expect.arrayContaining([
        'city',
        'language',
        'score',
        'total_spend',
        'last_order_at',
        'favourite_category',
      ]),
    );
    expect(compared.filter((field) => field in reasonsOf || field.includes('.'))).toEqual([]);
  });

  it('one segment stands beside everyone else', async () => {
    const [{ count } = { count: 0 }] = await app.query<{ count: number }>(
      'select count(*)::integer as count from crm.contacts where tenant_id = 1',
    );
    const compared = await compare(a, { fields: 'city' });
    expect(compared).toMatchObject({
      b: { segment_id: null, name: null, member_count: count - 100, sampled: count - 100 },
      intersection: 0,
      union: count,
    });
    const [city] = compared.traits;
    expect(city).toMatchObject({
      values: expect.arrayContaining([
        expect.objectContaining({ value: 'Compby', a: share(100), b: share(90, count - 100) }),
      ]),
    });
  });
});

it('looks at some of many members, always at the same ones', async () => {
  const service = app.nest.get(Comparisons);
  service.sampleSize = 20;
  const asked = { with: b, fields: 'language,score,role' };
  const first = await compare(a, asked);
  expect(first).toMatchObject({ a: { member_count: 100, sampled: 20 }, intersection: 10 });
  expect(await compare(a, asked)).toEqual(first);
  service.sampleSize = 10_000;
});

it.each(['email', 'phone'])('by %s is for those who may export it', async (field) => {
  const asked = (key: string) =>
    app
      .as(key)
      .get(`/api/segments/${a}/compare`)
      .query({ fields: `language,${field}` });
  expect((await asked(keys.reader).expect(403)).body.code).toBe('access.forbidden');
  await asked(keys.own).expect(200);
});

it('knows nothing of other tenants’ people', async () => {
  const foreign = await makeStatic(app.as(keys.foreign));
  await app.api.get(`/api/segments/${a}/compare`).query({ with: foreign }).expect(404);
  const [{ count } = { count: 0 }] = await app.query<{ count: number }>(
    'select count(*)::integer as count from crm.contacts where tenant_id = 2',
  );
  const compared = await compare(foreign, { fields: 'city' }, app.as(keys.foreign));
  expect(compared.b.member_count).toBe(count);
  expect(JSON.stringify(compared)).not.toContain('Compby');
});

it.each([
  [{ with: 'x' }, 400, 'request.invalid'],
  [{ fields: '' }, 400, 'request.invalid'],
  [{ fields: 'ghost' }, 422, 'rule.invalid'],
  [{ fields: 'city,position' }, 422, 'trait.unusable'],
  [{ fields: 'company' }, 422, 'trait.unusable'],
])('%j is refused', async (query, status, code) => {
  const { body } = await app.api.get(`/api/segments/${a}/compare`).query(query).expect(status);
  expect(body.code).toBe(code);
});
