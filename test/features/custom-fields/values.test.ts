/** Values of records: taken as their fields say, refused with every problem, and written many at a time. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, BulkValues, CustomFields, permissions, TenantDatabase } from '../../../src/index.js';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { makeField, optionsOf, putValues, valuesOf } from '../../support/custom-fields.js';
import { settle } from '../../support/segments.js';

let app: TestApplication;
let people: string[];

beforeAll(async () => {
  app = await openApplication();
  people = await settle(app, 'Valueby', ...Array.from({ length: 8 }, (_, index) => `value-${index}`));
  await makeField(app.api, 'motto', 'text');
  await makeField(app.api, 'rating', 'number');
  await makeField(app.api, 'renewal', 'date');
  await makeField(app.api, 'vip', 'boolean');
  await makeField(app.api, 'plan', 'selection', {
    options: [...optionsOf('basic', 'pro'), { value: 'old', archived: true }],
  });
  await makeField(app.api, 'dietary', 'multi_selection', { options: optionsOf('vegan', 'halal', 'café') });
});
afterAll(() => app.close());

const person = (index: number): string => people[index] ?? '';
const nothing = { motto: null, rating: null, renewal: null, vip: null, plan: null, dietary: null };
const problemsOf = ({ problems }: { problems: { path: string; code: string }[] }): string[] =>
  problems.map(({ path, code }) => `${code} at ${path}`);

describe('values', () => {
  it('are read with one permission and written with another', async () => {
    const keyFor = async (scope: string): Promise<string> =>
      (
        await app.api
          .post('/api/api-keys')
          .send({ name: scope, scopes: [scope] })
          .expect(201)
      ).body.key;
    const path = `/api/custom-fields/values/contact/${person(7)}`;
    const reader = app.as(await keyFor('custom-field-values:read'));
    await reader.get(path).expect(200);
    await reader.put(path).send({ values: {} }).expect(403);
    const writer = app.as(await keyFor('custom-field-values:write'));
    await writer.put(path).send({ values: {} }).expect(200);
    await writer.get(path).expect(403);
  });

  it('are none at first, then as they were written, and all replaced by the next', async () => {
    expect(await valuesOf(app.api, person(0))).toEqual(nothing);
    const given = {
      motto: 'Carpe diem',
      rating: 4.5,
      renewal: '2024-02-29',
      vip: false,
      plan: 'pro',
      dietary: ['halal', 'vegan'],
    };
    const kept = { ...given, dietary: ['vegan', 'halal'] };
    const { body } = await putValues(app.api, person(0), given).expect(200);
    expect(body).toEqual({ subject: 'contact', id: person(0), values: kept });
    expect(await valuesOf(app.api, person(0))).toEqual(kept);
    await putValues(app.api, person(0), { motto: 'Memento mori' }).expect(200);
    expect(await valuesOf(app.api, person(0))).toEqual({ ...nothing, motto: 'Memento mori' });
  });

  it.each<[string, object, object]>([
    ['texts in NFC', { motto: 'Cafe\u0301 ' }, { motto: 'Café ' }],
    ['options in NFC', { dietary: ['cafe\u0301'] }, { dietary: ['café'] }],
    [
      'blanks as nothing',
      { motto: '\u3000', rating: ' ', renewal: '', vip: null, plan: '', dietary: [] },
      {},
    ],
    [
      'digits that no double has',
      { rating: '12345678901234567890.123456789' },
      { rating: '12345678901234567890.123456789' },
    ],
    ['numbers in their shortest form', { rating: '-0012.500' }, { rating: -12.5 }],
    ['the first day', { renewal: '0001-01-01' }, { renewal: '0001-01-01' }],
    ['the last day', { renewal: '9999-12-31' }, { renewal: '9999-12-31' }],
    ['a text of 500 letters beyond the first plane', { motto: '𐐨'.repeat(500) }, { motto: '𐐨'.repeat(500) }],
    ['what looks like SQL', { motto: `'; drop table x; --` }, { motto: `'; drop table x; --` }],
  ])('are taken: %s', async (_, given, kept) => {
    await putValues(app.api, person(1), given).expect(200);
    expect(await valuesOf(app.api, person(1))).toEqual({ ...nothing, ...kept });
  });

  it.each<[string, object, string[]]>([
    ['a number as a text field', { motto: 5 }, ['value.not-text at values.motto']],
    ['501 letters', { motto: 'x'.repeat(501) }, ['value.too-long at values.motto']],
    ['a text as a number', { rating: 'four' }, ['value.not-number at values.rating']],
    ['an exponent', { rating: '1e3' }, ['value.not-number at values.rating']],
    ['a whole number beyond 2^53', { rating: 2 ** 60 }, ['value.beyond-integers at values.rating']],
    ['201 digits', { rating: '1'.repeat(201) }, ['value.too-long at values.rating']],
    ['a day that is not', { renewal: '2023-02-29' }, ['value.not-date at values.renewal']],
    ['the year 0', { renewal: '0000-01-01' }, ['value.not-date at values.renewal']],
    ['an instant', { renewal: '2024-02-29T00:00:00Z' }, ['value.not-date at values.renewal']],
    ['infinity', { renewal: 'infinity' }, ['value.not-date at values.renewal']],
    ['a text as a boolean', { vip: 'true' }, ['value.not-boolean at values.vip']],
    ['no option', { plan: 'Pro' }, ['value.unknown-option at values.plan']],
    ['an archived option', { plan: 'old' }, ['value.archived-option at values.plan']],
    ['a text as a list', { dietary: 'vegan' }, ['value.not-list at values.dietary']],
    [
      'an unknown option in a list',
      { dietary: ['vegan', 'beef'] },
      ['value.unknown-option at values.dietary'],
    ],
    ['one option twice', { dietary: ['vegan', 'vegan'] }, ['value.option-twice at values.dietary']],
    ['an object', { motto: { a: 1 } }, ['value.not-text at values.motto']],
    ['a key that is no field', { constructor: 'x' }, ['field.unknown at values.constructor']],
    [
      'several at once',
      { nickname: 'x', motto: [], rating: true, vip: 1 },
      [
        'field.unknown at values.nickname',
        'value.not-number at values.rating',
        'value.not-boolean at values.vip',
      ],
    ],
  ])('are refused, and nothing is written: %s', async (_, given, problems) => {
    await putValues(app.api, person(2), { motto: 'before' }).expect(200);
    const { body } = await putValues(app.api, person(2), given).expect(422);
    expect(body.code).toBe('custom-field.invalid');
    expect(problemsOf(body)).toEqual(problems);
    expect(await valuesOf(app.api, person(2))).toEqual({ ...nothing, motto: 'before' });
  });

  it('of an archived option stay with whoever has it', async () => {
    const field = await makeField(app.api, 'level', 'selection', { options: optionsOf('a', 'b') });
    await putValues(app.api, person(3), { level: 'a' }).expect(200);
    const options = [{ value: 'a', archived: true }, { value: 'b' }];
    await app.api.put(`/api/custom-fields/${field.id}`).send({ version: 1, options }).expect(200);
    await putValues(app.api, person(3), { level: 'a', motto: 'more' }).expect(200);
    await putValues(app.api, person(4), { level: 'a' }).expect(422);
    await putValues(app.api, person(3), { level: 'b' }).expect(200);
    await putValues(app.api, person(3), { level: 'a' }).expect(422);
  });

  it.each([
    ['of nobody', '999999999'],
    ['of what can be no id', 'me'],
    ['of too large an id', '99999999999999999999'],
  ])('are not there %s', async (_, id) => {
    for (const call of [app.api.get(`/api/custom-fields/values/contact/${id}`), putValues(app.api, id, {})])
      expect((await call.expect(404)).body.code).toBe('record.not-found');
  });

  it('are the tenant’s own', async () => {
    const theirs = app.as(keys.foreign);
    await theirs.get(`/api/custom-fields/values/contact/${person(0)}`).expect(404);
    await putValues(theirs, person(0), {}).expect(404);
    expect((await app.api.get('/api/custom-fields/values/ghost/1').expect(422)).body.code).toBe(
      'subject.unknown',
    );
  });

  it('of a body with a key twice are refused', async () => {
    const { body } = await app.api
      .put(`/api/custom-fields/values/contact/${person(0)}`)
      .type('json')
      .send('{"values": {"motto": "a", "motto": "b"}}')
      .expect(400);
    expect(body.code).toBe('request.malformed');
  });

  it('written at the same time do not become mixed', async () => {
    const sides = [
      { motto: 'left', rating: 1, vip: null, plan: null },
      { motto: null, rating: null, vip: true, plan: 'pro' },
    ];
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => putValues(app.api, person(5), sides[index % 2]).expect(200)),
    );
    const { motto, rating, vip, plan } = await valuesOf(app.api, person(5));
    expect(sides).toContainEqual({ motto, rating, vip, plan });
  });
});

describe('required fields and defaults', () => {
  it('a required field needs a value, unless it has a default', async () => {
    const theirs = app.as(keys.foreign);
    const [id = ''] = (
      await app.query<{ id: string }>(`select id::text from crm.contacts where tenant_id = 2 limit 1`)
    ).map((row) => row.id);
    await makeField(theirs, 'number', 'text', { required: true });
    await makeField(theirs, 'tier', 'selection', {
      options: optionsOf('a', 'b'),
      default: 'b',
      required: true,
    });
    await makeField(theirs, 'score', 'number', { default: '0.5' });
    expect(await valuesOf(theirs, id)).toEqual({ number: null, tier: null, score: null });
    const { body } = await putValues(theirs, id, { number: ' ', tier: null }).expect(422);
    expect(problemsOf(body)).toEqual(['value.required at values.number', 'value.required at values.tier']);
    const written = await putValues(theirs, id, { number: 'A-1' }).expect(200);
    expect(written.body.values).toEqual({ number: 'A-1', tier: 'b', score: 0.5 });
    const cleared = await putValues(theirs, id, { number: 'A-1', score: null }).expect(200);
    expect(cleared.body.values).toEqual({ number: 'A-1', tier: 'b', score: null });
  });
});

describe('many records at once', () => {
  it('are written, but for those that are wrong', async () => {
    const bulk = app.nest.get(BulkValues);
    await putValues(app.api, person(6), { motto: 'stays', rating: 1 }).expect(200);
    const refused = await bulk.write('1', 'contact', [
      { id: person(6), values: { rating: '2', plan: 'pro' } },
      { id: person(7), values: { motto: 'a\u0000b', rating: 'x', plan: 'y' } },
      { id: '999999999', values: {} },
      { id: person(6), values: { plan: null, dietary: ['vegan'] } },
    ]);
    expect(refused).toEqual([
      {
        row: 1,
        id: person(7),
        problems: [
          expect.objectContaining({ path: 'values.motto', code: 'value.characters' }),
          expect.objectContaining({ path: 'values.rating', code: 'value.not-number' }),
          expect.objectContaining({ path: 'values.plan', code: 'value.unknown-option' }),
        ],
      },
      {
        row: 2,
        id: '999999999',
        problems: [expect.objectContaining({ path: 'id', code: 'record.not-found' })],
      },
    ]);
    expect(await valuesOf(app.api, person(6))).toMatchObject({
      motto: 'stays',
      rating: 2,
      plan: null,
      dietary: ['vegan'],
    });
    expect(await valuesOf(app.api, person(7))).toMatchObject({ rating: null, plan: null });
  });

  it('are written in the transaction that is running, and undone with it', async () => {
    const me: Actor = { id: 'test', name: 'Test', tenant: '1', permissions: new Set(permissions) };
    const writing = app.nest.get(TenantDatabase).within('1', async (manager) => {
      await app.nest
        .get(CustomFields)
        .create(me, { subject: 'contact', key: 'fleeting', label: 'x', type: 'text' }, manager);
      const made = await manager.query<{ id: string }[]>(
        "insert into crm.contacts (tenant_id, external_id) values (1, 'value-new') returning id::text",
      );
      const rows = made.map(({ id }) => ({ id, values: { fleeting: 'a' } }));
      expect(await app.nest.get(BulkValues).write('1', 'contact', rows, manager)).toEqual([]);
      expect(
        await manager.query("select from segmentation.contact_values where value_text = 'a'"),
      ).toHaveLength(1);
      throw new Error('changed my mind');
    });
    await expect(writing).rejects.toThrow('changed my mind');
    await makeField(app.api, 'fleeting', 'number');
    expect(await app.query("select from segmentation.contact_values where value_text = 'a'")).toEqual([]);
  });

  it('get the defaults that they have no value of', async () => {
    const bulk = app.nest.get(BulkValues);
    await makeField(app.api, 'channel', 'multi_selection', {
      options: optionsOf('mail', 'phone'),
      default: ['mail'],
    });
    await putValues(app.api, person(6), { channel: ['phone'] }).expect(200);
    await bulk.write('1', 'contact', [
      { id: person(6), values: { motto: 'a' } },
      { id: person(7), values: { motto: 'b' } },
    ]);
    expect((await valuesOf(app.api, person(6))).channel).toEqual(['phone']);
    expect((await valuesOf(app.api, person(7))).channel).toEqual(['mail']);
  });
});
