/** Breakdowns: the members of a segment by the values of a field, whatever its type. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, makeSegment, manual, move, settle } from '../../support/segments.js';

const people = 8;

let app: TestApplication;
let id: string;
beforeAll(async () => {
  app = await openApplication();
  await settle(app, 'Groupby', ...Array.from({ length: people }, (_none, n) => `g${n}`));
  await app.query(
    `update crm.contacts set
       role = (array['Chef', 'chef', 'CHEF', 'Owner', 'Owner', ' ', null, null])[n + 1],
       language = (array['de', 'de', 'en', 'en', 'en', 'fr', null, null])[n + 1],
       vip = n < 3, tags = (array['{a,b}', '{a,a}', '{b,c}', '{}', '{null}', '{" "}', '{}', '{a,null," "}'])[n + 1]::text[],
       birthday = (array['1990-03-31', '1990-03-01', '1985-12-24', null, null, null, null, null])[n + 1]::date,
       created_at = (array['2026-01-31T23:30:00Z', '2026-02-01T00:30:00Z', '2025-12-31T22:59:59Z'])[n % 3 + 1]::timestamptz,
       score = (array[1, 1.0, 2.5, 2.50, 3, null, null, null])[n + 1]::numeric
     from (select id, substr(external_id, 2)::integer as n from crm.contacts where city = 'Groupby') numbered
     where numbered.id = contacts.id`,
  );
  await app.query(
    `insert into crm.orders (tenant_id, contact_id, placed_at, status, total_base)
     select 1, id, '2026-02-01T10:00:00Z', 'paid', 10 * substr(external_id, 2)::integer from crm.contacts
     where city = 'Groupby' and external_id <> 'g7'`,
  );
  ({ id } = await makeSegment(app.api, 'Grouped', livesIn('Groupby')));
  await calculate(app.api, id);
});
afterAll(() => app.close());

const ask = (field: string, more: object = {}) =>
  app.api.get(`/api/segments/${id}/breakdown`).query({ field, ...more });

describe('a breakdown', () => {
  it.each([
    [
      'role',
      'text',
      [
        ['Chef', 3],
        ['Owner', 2],
      ],
      3,
    ],
    [
      'language',
      'select',
      [
        ['en', 3],
        ['de', 2],
        ['fr', 1],
      ],
      2,
    ],
    [
      'vip',
      'boolean',
      [
        ['false', 5],
        ['true', 3],
      ],
      0,
    ],
    [
      'tags',
      'tags',
      [
        ['a', 3],
        ['b', 2],
        ['c', 1],
      ],
      4,
    ],
    [
      'birthday',
      'date',
      [
        ['1985-12', 1],
        ['1990-03', 2],
      ],
      5,
    ],
    [
      'created_at',
      'datetime',
      [
        ['2025-12', 2],
        ['2026-02', 6],
      ],
      0,
    ],
    [
      'created_at.weekday',
      'select',
      [
        ['sunday', 6],
        ['wednesday', 2],
      ],
      0,
    ],
    [
      'score',
      'number',
      [
        ['1', 2],
        ['2.5', 2],
        ['3', 1],
      ],
      3,
    ],
    [
      'order_count',
      'number',
      [
        ['0', 1],
        ['1', 7],
      ],
      0,
    ],
    ['full_name', 'text', Array.from({ length: people }, (_none, n) => [`g${n}`, 1]), 0],
    ['company.industry', 'text', [], people],
    ['email_opt_in', 'boolean', [], people],
  ])('by %s, a %s', async (field, type, groups, missing) => {
    const { body } = await ask(field).expect(200);
    const told = body.groups.map(({ value, count }: { value: string; count: number }) => [
      /^-?\d+\.\d+$/.test(value) ? String(Number(value)) : value.replace(/\.0+$/, ''),
      count,
    ]);
    const texts = told.map(([value, count]: [string, number]) => [value.toLowerCase(), count]);
    expect(texts).toEqual(groups.map(([value, count]) => [String(value).toLowerCase(), count]));
    expect(body).toMatchObject({
      field,
      type,
      total: people,
      missing: { count: missing, share: missing / people },
      other: { values: 0, count: 0, share: 0 },
    });
    for (const { count, share } of body.groups) expect(share).toBe(count / people);
  });

  it('tells fifty texts and sums up the others', async () => {
    const names = Array.from({ length: 60 }, (_none, n) => `many-${n}`);
    await settle(app, 'Manyby', ...names, ...Array.from({ length: 5 }, (_none, n) => `same-${n}`));
    await app.query(`update crm.contacts set first_name = 'same' where external_id like 'same-%'`);
    const many = await makeSegment(app.api, 'Many names', livesIn('Manyby'));
    await calculate(app.api, many.id);
    const { body } = await app.api.get(`/api/segments/${many.id}/breakdown`).query({ field: 'first_name' });
    expect(body.groups).toHaveLength(50);
    expect(body.groups[0]).toEqual({ value: 'same', count: 5, share: 5 / 65 });
    expect(body.other).toEqual({ values: 11, count: 11, share: 11 / 65 });
  });

  it.each([
    ['in tens', 'n', 10, '0', '100'],
    ['in steps of a hundredth', 'n / 1000.0', 0.01, '0.00', '0.10'],
    ['below zero', '-n * 3', 50, '-300', '0'],
    ['huge', 'n * 1e20', 1e21, '0', undefined],
  ])('counts numbers %s', async (name, formula, step, first, last) => {
    const names = Array.from({ length: 100 }, (_none, n) => `${name}-${n}`);
    await settle(app, `Number ${name}`, ...names);
    await app.query(
      `update crm.contacts set score = ${formula} from (
         select id, row_number() over (order by id) - 1 as n from crm.contacts where city = $1) numbered
       where numbered.id = contacts.id`,
      [`Number ${name}`],
    );
    const made = await makeSegment(app.api, `Numbers ${name}`, livesIn(`Number ${name}`));
    await calculate(app.api, made.id);
    const { body } = await app.api
      .get(`/api/segments/${made.id}/breakdown`)
      .query({ field: 'score' })
      .expect(200);
    const inner = body.groups.filter(
      (it: { value: unknown; until: unknown }) => it.value !== null && it.until !== null,
    );
    for (const { value, until } of inner) expect(Number(until) - Number(value)).toBeCloseTo(step, 6);
    expect(inner[0].value).toBe(first);
    if (last !== undefined) expect(inner.at(-1).until).toBe(last);
    expect(body.groups.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(100);
    expect(body).toMatchObject({ total: 100, missing: { count: 0 } });
  });

  it('puts the few far away into ranges without an end', async () => {
    const names = Array.from({ length: 200 }, (_none, n) => `far-${n}`);
    await settle(app, 'Farby', ...names);
    await app.query(
      `update crm.contacts set score = case n when 0 then -1000000 when 199 then 1000000 else n end from (
         select id, row_number() over (order by id) - 1 as n from crm.contacts where city = 'Farby') numbered
       where numbered.id = contacts.id`,
    );
    const far = await makeSegment(app.api, 'Far', livesIn('Farby'));
    await calculate(app.api, far.id);
    const { body } = await app.api
      .get(`/api/segments/${far.id}/breakdown`)
      .query({ field: 'score' })
      .expect(200);
    expect(body.groups[0]).toEqual({ value: null, until: '0', count: 1, share: 1 / 200 });
    expect(body.groups.at(-1)).toEqual({ value: '200', until: null, count: 1, share: 1 / 200 });
  });

  it('is of those who were members then', async () => {
    const then = '2026-02-01T00:00:00Z';
    await settle(app, 'Thenby', 'then-1', 'then-2');
    const { id: past } = await makeSegment(app.api, 'Past', livesIn('Thenby'), manual);
    await calculate(app.api, past, then);
    await move(app, 'elsewhere', 'then-1');
    await calculate(app.api, past, '2026-02-02T00:00:00Z');
    const total = async (as_of: string) =>
      (await app.api.get(`/api/segments/${past}/breakdown`).query({ field: 'city', as_of }).expect(200)).body
        .total;
    expect([
      await total('2026-01-31T00:00:00Z'),
      await total(then),
      await total('2026-02-03T00:00:00Z'),
    ]).toEqual([0, 2, 1]);
  });

  it.each([
    ['', 400, 'request.invalid'],
    ['ghost', 422, 'rule.invalid'],
    ['orders', 422, 'rule.invalid'],
    ['position', 422, 'breakdown.field'],
    ['company', 422, 'breakdown.field'],
  ])('by “%s” is refused', async (field, status, code) => {
    const { body } = await ask(field).expect(status);
    expect(body.code).toBe(code);
  });

  it.each(['email', 'phone'])('by %s is for those who may export it', async (field) => {
    const reader = app.as(keys.reader).get(`/api/segments/${id}/breakdown`).query({ field });
    expect((await reader.expect(403)).body.code).toBe('access.forbidden');
    await ask(field).expect(200);
  });

  it('by what leads to nobody is for every reader', async () => {
    for (const field of ['city', 'first_name', 'email_opt_in', 'company.name', 'order_count'])
      await app.as(keys.reader).get(`/api/segments/${id}/breakdown`).query({ field }).expect(200);
  });

  it('of another tenant’s segment is not to be had', () =>
    app.as(keys.foreign).get(`/api/segments/${id}/breakdown`).query({ field: 'city' }).expect(404));
});
