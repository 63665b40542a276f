/** Custom fields over HTTP: made, listed, changed, archived, restored and deleted. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { makeField, optionsOf, putValues, valuesOf } from '../../support/custom-fields.js';
import { makeSegment, settle, walk } from '../../support/segments.js';

let app: TestApplication;
let guest: string;

beforeAll(async () => {
  app = await openApplication();
  [guest = ''] = await settle(app, 'Fieldby', 'field-1');
});
afterAll(() => app.close());

const problemsOf = ({ problems }: { problems: { path: string; code: string }[] }): string[] =>
  problems.map(({ path, code }) => `${code} at ${path}`);

const asks = (key: string) => ({ field: `custom.${key}`, operator: 'is_not_empty' });

describe('a custom field', () => {
  it('is answered as it is stored, and read again', async () => {
    const sent = {
      subject: 'contact',
      key: 'dietary',
      label: 'Dietary needs',
      type: 'multi_selection',
      options: [{ value: 'vegan', label: 'Vegan' }, { value: 'halal' }],
      default: ['halal'],
    };
    const { body } = await app.api.post('/api/custom-fields').send(sent).expect(201);
    expect(body).toEqual({
      ...sent,
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/),
      field: 'custom.dietary',
      options: [
        { value: 'vegan', label: 'Vegan', archived: false },
        { value: 'halal', label: 'halal', archived: false },
      ],
      required: false,
      archived_at: null,
      version: 1,
      created_at: expect.any(String),
      created_by: 'API key',
      updated_at: body.created_at,
      updated_by: 'API key',
    });
    expect((await app.api.get(`/api/custom-fields/${body.id}`).expect(200)).body).toEqual(body);
  });

  it.each([
    ['no body', {}, ['subject', 'key', 'label', 'type']],
    ['a key in capitals', { key: 'Dietary' }, ['key']],
    ['a key of 61 letters', { key: 'k'.repeat(61) }, ['key']],
    ['a type nobody knows', { type: 'money' }, ['type']],
    ['an option without a value', { type: 'selection', options: [{ label: 'A' }] }, ['options[0].value']],
    ['options that are no list', { type: 'selection', options: 'a' }, ['options']],
    ['a property nobody knows', { tenant_id: '2' }, ['tenant_id']],
  ])('is refused with %s', async (_, more, paths) => {
    const whole = { subject: 'contact', key: 'refused', label: 'Refused', type: 'text', ...more };
    const { body } = await app.api
      .post('/api/custom-fields')
      .send(paths.length > 1 ? more : whole)
      .expect(400);
    expect([...new Set(body.problems.map(({ path }: { path: string }) => path))]).toEqual(paths);
  });

  it.each<[string, object, string[]]>([
    ['a blank label', { label: ' \u3000' }, ['text.blank at label']],
    ['a label of 201 letters', { label: 'x'.repeat(201) }, ['text.too-long at label']],
    ['a label of two lines', { label: 'a\nb' }, ['text.characters at label']],
    ['no options', { type: 'selection' }, ['options.missing at options']],
    ['options of a number', { type: 'number', options: optionsOf('a') }, ['options.not-taken at options']],
    [
      'one option twice, once in another form of Unicode',
      { type: 'selection', options: optionsOf('café', 'cafe\u0301') },
      ['options.value-twice at options[1].value'],
    ],
    [
      'a blank option',
      { type: 'selection', options: optionsOf('a', ' ') },
      ['text.blank at options[1].value'],
    ],
    ['a default of another type', { type: 'number', default: 'many' }, ['value.not-number at default']],
    [
      'a default that is no option',
      { type: 'selection', options: optionsOf('a'), default: 'b' },
      ['value.unknown-option at default'],
    ],
    [
      'a default that is archived',
      { type: 'selection', options: [{ value: 'a', archived: true }, { value: 'b' }], default: 'a' },
      ['value.archived-option at default'],
    ],
    [
      'several faults, all of which are told',
      { label: '', type: 'multi_selection', options: optionsOf('a', 'a', ''), default: ['c'] },
      [
        'text.blank at label',
        'text.blank at options[2].value',
        'options.value-twice at options[1].value',
        'value.unknown-option at default',
      ],
    ],
  ])('cannot be meant with %s', async (_, more, problems) => {
    const sent = { subject: 'contact', key: 'unmeant', label: 'Unmeant', type: 'text', ...more };
    const { body } = await app.api.post('/api/custom-fields').send(sent).expect(422);
    expect(body.code).toBe('custom-field.invalid');
    expect(problemsOf(body)).toEqual(problems);
  });

  it('is refused of a subject that nobody declared', async () => {
    const sent = { subject: 'ghost', key: 'age', label: 'Age', type: 'number' };
    expect((await app.api.post('/api/custom-fields').send(sent).expect(422)).body.code).toBe(
      'subject.unknown',
    );
  });

  it('has a key of its own within its kind of record and its tenant', async () => {
    await makeField(app.api, 'rank', 'number');
    const again = { subject: 'contact', key: 'rank', label: 'Rank', type: 'text' };
    const { body } = await app.api.post('/api/custom-fields').send(again).expect(409);
    expect(body.code).toBe('custom-field.key-taken');
    await makeField(app.api, 'rank', 'number', { subject: 'company' });
    await makeField(app.as(keys.foreign), 'rank', 'number');
  });
});

describe('the list', () => {
  it('has every field once, page by page, and knows how many there are', async () => {
    for (const key of ['one', 'two', 'three']) await makeField(app.api, key, 'text', { subject: 'company' });
    const { items, totals } = await walk<{ key: string }>(app.api, '/api/custom-fields', 2);
    const found = items.map(({ key }) => key);
    expect(found).toEqual(expect.arrayContaining(['dietary', 'one', 'two', 'three']));
    expect(new Set(totals)).toEqual(new Set([items.length]));
  });

  it('is sorted by when they were made, by label or by key, in pages of every size', async () => {
    for (const [key, label] of [
      ['sorted_b', 'Émile'],
      ['sorted_c', 'alpha'],
      ['sorted_a', 'Zebra'],
    ] as const)
      await makeField(app.api, key, 'text', { subject: 'company', label });
    for (const [sort, expected] of [
      ['created_at', ['sorted_b', 'sorted_c', 'sorted_a']],
      ['label', ['sorted_c', 'sorted_b', 'sorted_a']],
      ['key', ['sorted_a', 'sorted_b', 'sorted_c']],
    ] as const)
      for (const [order, wanted] of [
        [sort, expected],
        [`-${sort}`, [...expected].reverse()],
      ] as const)
        for (const limit of [1, 2, 500]) {
          const path = `/api/custom-fields?subject=company&sort=${order}`;
          const { items } = await walk<{ key: string }>(app.api, path, limit);
          const found = items.map(({ key }) => key).filter((key) => key.startsWith('sorted_'));
          expect([order, found]).toEqual([order, wanted]);
        }
    await app.api.get('/api/custom-fields').query({ sort: 'type' }).expect(400);
  });

  it('can be of one kind of record, and of archived fields only', async () => {
    const { id } = await makeField(app.api, 'gone', 'text', { subject: 'company' });
    await app.api.post(`/api/custom-fields/${id}/archive`).expect(200);
    const listed = async (query: object): Promise<string[]> => {
      const { body } = await app.api.get('/api/custom-fields').query(query).expect(200);
      return body.items.map(({ key }: { key: string }) => key);
    };
    expect(await listed({ subject: 'company', archived: true })).toEqual(['gone']);
    expect(await listed({ subject: 'company', archived: false })).not.toContain('gone');
    expect(await listed({ subject: 'company' })).toContain('gone');
    expect(await listed({ subject: 'nothing' })).toEqual([]);
  });
});

describe('a change', () => {
  it('carries the version that was read, and says who was first', async () => {
    const field = await makeField(app.api, 'colour', 'text', { subject: 'company' });
    const url = `/api/custom-fields/${field.id}`;
    const changed = await app.api.put(url).send({ version: 1, label: 'Colour', required: true }).expect(200);
    expect(changed.body).toMatchObject({ label: 'Colour', required: true, type: 'text', version: 2 });
    const late = await app.api.put(url).set('If-Match', '"1"').send({ label: 'Late' }).expect(409);
    expect(late.body).toMatchObject({
      code: 'custom-field.changed',
      detail: expect.stringContaining('API key'),
    });
    await app.api.put(url).send({ label: 'Without' }).expect(400);
  });

  it('takes the type and the key as they are', async () => {
    const field = await makeField(app.api, 'fixed', 'text');
    const sent = { version: 1, type: 'number' };
    await app.api.put(`/api/custom-fields/${field.id}`).send(sent).expect(400);
  });

  it('orders, adds and archives options; those that records have stay', async () => {
    const field = await makeField(app.api, 'plan', 'selection', {
      options: optionsOf('basic', 'pro', 'typo'),
    });
    await putValues(app.api, guest, { plan: 'pro' }).expect(200);
    const url = `/api/custom-fields/${field.id}`;
    const removal = await app.api
      .put(url)
      .send({ version: 1, options: optionsOf('basic') })
      .expect(422);
    expect(problemsOf(removal.body)).toEqual(['options.in-use at options']);
    const options = [{ value: 'max' }, { value: 'pro', archived: true }, { value: 'basic' }];
    const { body } = await app.api.put(url).send({ version: 1, options }).expect(200);
    expect(
      body.options.map(({ value, archived }: { value: string; archived: boolean }) => [value, archived]),
    ).toEqual([
      ['max', false],
      ['pro', true],
      ['basic', false],
    ]);
    const { id } = await makeSegment(app.api, 'Of a plan', {
      field: 'custom.plan',
      operator: 'equals',
      value: 'basic',
    });
    const asked = await app.api
      .put(url)
      .send({ version: 2, options: options.slice(0, 2) })
      .expect(422);
    expect(asked.body.detail).toContain('Of a plan');
    await app.api.delete(`/api/segments/${id}`).expect(204);
    await app.api
      .put(url)
      .send({ version: 2, options: options.slice(0, 2) })
      .expect(200);
  });
});

describe('archiving', () => {
  it('is refused while rules ask for the field, and lists the segments', async () => {
    const field = await makeField(app.api, 'needed', 'text');
    const inWhere = {
      match: 'none',
      rules: [{ match: 'any', rules: [{ field: 'city', operator: 'is_empty' }, asks('needed')] }],
    };
    const [one, two] = [
      await makeSegment(app.api, 'Asks', { ...asks('needed'), label: 'x' }),
      await makeSegment(app.api, 'Asks below', inWhere),
    ];
    const { body } = await app.api.post(`/api/custom-fields/${field.id}/archive`).expect(409);
    expect(body).toMatchObject({
      code: 'custom-field.in-use',
      problems: [
        { id: one.id, name: 'Asks' },
        { id: two.id, name: 'Asks below' },
      ],
    });
    for (const { id } of [one, two]) await app.api.delete(`/api/segments/${id}`).expect(204);
    await app.api.post(`/api/custom-fields/${field.id}/archive`).expect(200);
  });

  it('knows a field of contacts from one of companies with the same key', async () => {
    const ofContacts = await makeField(app.api, 'size', 'number');
    const ofCompanies = await makeField(app.api, 'size', 'number', { subject: 'company' });
    const rule = { field: 'company.custom.size', operator: 'greater_than', value: 5 };
    const { id } = await makeSegment(app.api, 'Of large companies', rule);
    await app.api.post(`/api/custom-fields/${ofContacts.id}/archive`).expect(200);
    await app.api.post(`/api/custom-fields/${ofCompanies.id}/archive`).expect(409);
    await app.api.delete(`/api/segments/${id}`).expect(204);
  });

  it('keeps the values, which are there again after a restore', async () => {
    const field = await makeField(app.api, 'kept', 'text');
    const current = await valuesOf(app.api, guest);
    await putValues(app.api, guest, { ...current, kept: 'still' }).expect(200);
    const url = `/api/custom-fields/${field.id}`;
    const { body } = await app.api.post(`${url}/archive`).expect(200);
    expect(body).toMatchObject({ archived_at: expect.any(String), version: 2 });
    expect((await app.api.post(`${url}/archive`).expect(200)).body).toEqual(body);
    expect(await valuesOf(app.api, guest)).not.toHaveProperty('kept');
    const refused = await app.api
      .post('/api/segments')
      .send({ name: 'Too late', subject: 'contact', rules: asks('kept') })
      .expect(422);
    expect(problemsOf(refused.body)).toEqual(['field.archived at field']);
    expect((await app.api.post(`${url}/restore`).expect(200)).body).toMatchObject({
      archived_at: null,
      version: 3,
    });
    expect(await valuesOf(app.api, guest)).toMatchObject({ kept: 'still' });
  });

  it('comes before deletion, which takes the values along', async () => {
    const field = await makeField(app.api, 'passing', 'text');
    await putValues(app.api, guest, { ...(await valuesOf(app.api, guest)), passing: 'by' }).expect(200);
    const url = `/api/custom-fields/${field.id}`;
    expect((await app.api.delete(url).expect(409)).body.code).toBe('custom-field.not-archived');
    await app.api.post(`${url}/archive`).expect(200);
    await app.api.delete(url).expect(204);
    await app.api.get(url).expect(404);
    expect(
      await app.query('select 1 from segmentation.contact_values where field_id = $1', [field.id]),
    ).toEqual([]);
  });
});

describe("another tenant's field", () => {
  it('is not there', async () => {
    const field = await makeField(app.api, 'own', 'text');
    const theirs = app.as(keys.foreign);
    const url = `/api/custom-fields/${field.id}`;
    for (const call of [
      theirs.get(url),
      theirs.put(url).send({ version: 1, label: 'Mine' }),
      theirs.delete(url),
      theirs.post(`${url}/archive`),
      theirs.post(`${url}/restore`),
      theirs.post(`${url}/convert`).send({ version: 1, type: 'number' }),
    ])
      expect((await call.expect(404)).body.code).toBe('custom-field.not-found');
    const { body } = await theirs.get('/api/catalogue').expect(200);
    expect(JSON.stringify(body)).not.toContain('custom.own');
  });
});
