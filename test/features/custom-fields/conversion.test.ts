/** Types that change: what every value becomes, and that all are converted or none. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import { type FieldBody, makeField, optionsOf } from '../../support/custom-fields.js';
import { settle } from '../../support/segments.js';

let app: TestApplication;
let people: string[];

beforeAll(async () => {
  app = await openApplication();
  people = await settle(app, 'Convertby', ...Array.from({ length: 6 }, (_, index) => `convert-${index}`));
});
afterAll(() => app.close());

let fields = 0;

/** A field, and the values that the people have of it; each field alone, so that no other gets in the way. */
async function fieldWith(type: string, values: readonly unknown[], more = {}): Promise<FieldBody> {
  fields += 1;
  const field = await makeField(app.api, `field_${fields}`, type, more);
  for (const [index, value] of values.entries()) {
    const url = `/api/custom-fields/values/contact/${people[index]}`;
    const { body } = await app.api.get(url).expect(200);
    await app.api
      .put(url)
      .send({ values: { ...body.values, [field.key]: value } })
      .expect(200);
  }
  return field;
}

const convert = (field: FieldBody, body: object) =>
  app.api.post(`/api/custom-fields/${field.id}/convert`).send({ version: field.version, ...body });

async function valuesNow(field: FieldBody, count: number): Promise<unknown[]> {
  const answers = await Promise.all(
    people.slice(0, count).map((id) => app.api.get(`/api/custom-fields/values/contact/${id}`).expect(200)),
  );
  return answers.map(({ body }) => body.values[field.key]);
}

const options = optionsOf('a', 'b', '5');

describe('a conversion', () => {
  it.each<[from: string, to: string, before: unknown[], after: unknown[]]>([
    ['text', 'number', ['12.50', '-3', ' 7 '], [12.5, -3, 7]],
    ['text', 'date', ['2024-02-29'], ['2024-02-29']],
    ['text', 'boolean', ['true', 'No', '1', 'FALSE'], [true, false, true, false]],
    ['text', 'selection', ['a', 'b'], ['a', 'b']],
    ['text', 'multi_selection', ['a', 'b'], [['a'], ['b']]],
    ['number', 'text', [12.5, '12345678901234567890'], ['12.5', '12345678901234567890']],
    ['number', 'selection', [5], ['5']],
    ['date', 'text', ['2024-02-29'], ['2024-02-29']],
    ['boolean', 'text', [true, false], ['true', 'false']],
    ['selection', 'text', ['a'], ['a']],
    ['selection', 'multi_selection', ['a', 'b'], [['a'], ['b']]],
    ['multi_selection', 'selection', [['a'], ['b']], ['a', 'b']],
    ['multi_selection', 'text', [['a']], ['a']],
  ])('from %s to %s keeps every value', async (from, to, before, after) => {
    const has = (type: string) => (type.includes('selection') ? { options } : {});
    const field = await fieldWith(from, before, has(from));
    const report = { total: before.length, readable: before.length, unreadable: 0, unreadable_values: [] };
    const dry = await convert(field, { type: to, dry_run: true, ...has(to) }).expect(200);
    expect(dry.body).toMatchObject({ converted: false, ...report, field: { type: from, version: 1 } });
    const { body } = await convert(field, { type: to, ...has(to) }).expect(200);
    expect(body).toMatchObject({ converted: true, ...report, field: { type: to, version: 2 } });
    expect(await valuesNow(field, after.length)).toEqual(after);
  });

  it.each<[from: string, to: string, before: unknown[], unreadable: number[]]>([
    ['text', 'number', ['12', 'twelve', '1e3'], [1, 2]],
    ['text', 'date', ['2024-02-30', '29.2.2024', '2024-02-28'], [0, 1]],
    ['text', 'boolean', ['perhaps', 'yes'], [0]],
    ['text', 'selection', ['a', 'A', 'c'], [1, 2]],
    ['number', 'date', [20240229], [0]],
    ['date', 'number', ['2024-02-29'], [0]],
    ['multi_selection', 'text', [['a', 'b'], ['a']], [0]],
  ])(
    'from %s to %s lists what cannot be read, and then changes nothing',
    async (from, to, before, unreadable) => {
      const has = (type: string) => (type.includes('selection') ? { options } : {});
      const field = await fieldWith(from, before, has(from));
      const dry = await convert(field, { type: to, dry_run: true, ...has(to) }).expect(200);
      expect(dry.body).toMatchObject({
        total: before.length,
        unreadable: unreadable.length,
        unreadable_values: unreadable.map((index) => ({ id: people[index], value: before[index] })),
      });
      const { body } = await convert(field, { type: to, ...has(to) }).expect(422);
      expect(body).toMatchObject({
        code: 'custom-field.unconvertible',
        problems: unreadable.map((index) => ({ path: `values[${people[index]}]`, code: 'value.unreadable' })),
      });
      expect(await valuesNow(field, before.length)).toEqual(before);
      const dropped = await convert(field, { type: to, drop_unreadable: true, ...has(to) }).expect(200);
      expect(dropped.body).toMatchObject({ converted: true, unreadable: unreadable.length });
      const now = await valuesNow(field, before.length);
      expect(now.map((value) => value === null)).toEqual(
        before.map((_, index) => unreadable.includes(index)),
      );
    },
  );

  it('takes the default along, or says that it cannot', async () => {
    const good = await fieldWith('text', [], { default: '5' });
    expect((await convert(good, { type: 'number' }).expect(200)).body.field.default).toBe(5);
    const bad = await fieldWith('text', [], { default: 'five' });
    const { body } = await convert(bad, { type: 'number' }).expect(422);
    expect(body.problems).toMatchObject([{ path: 'default', code: 'value.unreadable' }]);
    const dropped = await convert(bad, { type: 'number', drop_unreadable: true }).expect(200);
    expect(dropped.body).toMatchObject({ default_readable: false, field: { default: null } });
  });

  it('goes through more values than one batch has', async () => {
    const field = await fieldWith('text', []);
    await app.query(
      `insert into segmentation.contact_values (tenant_id, field_id, subject_id, value_text)
       select '1', $1, 1000000 + n, case when n % 4000 = 0 then 'x' else n::text end from generate_series(1, 11000) n`,
      [field.id],
    );
    const { body } = await convert(field, { type: 'number', drop_unreadable: true }).expect(200);
    expect(body).toMatchObject({ total: 11_000, unreadable: 2 });
    const [row] = await app.query(
      `select count(*)::integer as values, sum(value_number)::integer as sum, count(value_text)::integer as texts
       from segmentation.contact_values where field_id = $1`,
      [field.id],
    );
    expect(row).toEqual({ values: 10_998, sum: (11_000 * 11_001) / 2 - 4000 - 8000, texts: 0 });
  });

  it.each<[string, object, number, string]>([
    ['to the type it has', { type: 'text' }, 422, 'custom-field.invalid'],
    ['to a selection without options', { type: 'selection' }, 422, 'custom-field.invalid'],
    ['of another version', { type: 'number', version: 9 }, 409, 'custom-field.changed'],
    ['of no version', { type: 'number', version: undefined }, 400, 'request.invalid'],
  ])('is refused %s', async (_, request, status, code) => {
    const field = await fieldWith('text', []);
    expect((await convert(field, request).expect(status)).body.code).toBe(code);
  });

  it('is refused of an archived field', async () => {
    const field = await fieldWith('text', []);
    await app.api.post(`/api/custom-fields/${field.id}/archive`).expect(200);
    const { body } = await convert(field, { type: 'number', version: 2 }).expect(409);
    expect(body.code).toBe('custom-field.archived');
  });
});
