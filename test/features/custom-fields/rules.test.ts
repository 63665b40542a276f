/** Rules about custom fields: at once, of every type, along paths, and what becomes of them when a field changes. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response, Test } from 'supertest';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { type FieldBody, makeField, optionsOf, putValues, whoMatches } from '../../support/custom-fields.js';
import { due, makeKept, settled } from '../../support/incremental.js';
import { calculate, makeSegment, membersOf, settle, until } from '../../support/segments.js';

let app: TestApplication;
let people: string[];
const city = 'Ruleby';

beforeAll(async () => {
  app = await openApplication();
  people = await settle(app, city, 'ann', 'ben', 'cem', 'dee');
});
afterAll(() => app.close());

const is = (key: string, operator: string, value?: unknown) => ({
  field: `custom.${key}`,
  operator,
  ...(value !== undefined && { value }),
});
const person = (index: number): string => people[index] ?? '';

describe('a field that was just made', () => {
  const values: Record<string, [unknown, unknown]> = {
    motto: ['Carpe diem', 'Memento mori'],
    rating: ['10.5', 3],
    renewal: ['2024-02-29', '2020-01-01'],
    vip: [true, false],
    plan: ['pro', 'basic'],
    dietary: [['vegan', 'halal'], ['halal']],
  };

  beforeAll(async () => {
    await makeField(app.api, 'motto', 'text');
    await makeField(app.api, 'rating', 'number');
    await makeField(app.api, 'renewal', 'date');
    await makeField(app.api, 'vip', 'boolean');
    await makeField(app.api, 'plan', 'selection', { options: optionsOf('basic', 'pro') });
    await makeField(app.api, 'dietary', 'multi_selection', { options: optionsOf('vegan', 'halal') });
    const of = (side: 0 | 1) =>
      Object.fromEntries(Object.entries(values).map(([key, pair]) => [key, pair[side]]));
    await putValues(app.api, person(0), of(0)).expect(200);
    await putValues(app.api, person(1), of(1)).expect(200);
  });

  it.each<[string, object, string[]]>([
    ['a text, folded', is('motto', 'equals', 'CARPE DIEM'), ['ann']],
    ['a part of a text', is('motto', 'contains', 'MENTO'), ['ben']],
    ['a number', is('rating', 'greater_than', '10.49'), ['ann']],
    ['a range', is('rating', 'between', [3, 10]), ['ben']],
    ['not a number, which is true of those without', is('rating', 'not_equals', 3), ['ann', 'cem', 'dee']],
    ['a rank', is('rating', 'in_top', 1), ['ann']],
    ['a date', is('renewal', 'on', '2024-02-29'), ['ann']],
    ['an anniversary', is('renewal', 'anniversary_in_month', 1), ['ben']],
    ['a boolean', is('vip', 'equals', false), ['ben']],
    ['an option', is('plan', 'in_list', ['pro']), ['ann']],
    ['options', is('dietary', 'has_any', ['halal']), ['ann', 'ben']],
    ['all of some options', is('dietary', 'has_all', ['halal', 'vegan']), ['ann']],
    ['nothing', is('dietary', 'is_empty'), ['cem', 'dee']],
    ['by its whole name', { ...is('vip', 'equals', true), field: 'contact.custom.vip' }, ['ann']],
    ['another field', is('rating', 'less_than', { field: 'custom.rating', times: '2' }), ['ann', 'ben']],
  ])('is asked for %s', async (_, rule, expected) => {
    expect(await whoMatches(app.api, city, rule)).toEqual(expected);
  });

  it.each<[string, object, string]>([
    ['an unknown option', is('plan', 'equals', 'max'), 'value.unknown-option'],
    ['an operator of another type', is('vip', 'greater_than', 1), 'operator.not-for-type'],
    ['a field that is not there', is('ratin', 'equals', 1), 'field.unknown'],
  ])('is refused for %s', async (_, rules, code) => {
    const { body } = await app.api
      .post('/api/segments/preview')
      .send({ subject: 'contact', rules })
      .expect(422);
    expect(body.problems.map((problem: { code: string }) => problem.code)).toEqual([code]);
  });

  it('is in the catalogue, with its operators and options, for its tenant only', async () => {
    const fieldsOf = async (key: string) => {
      const { body } = await app.as(key).get('/api/catalogue').expect(200);
      const contact = body.records.find(({ name }: { name: string }) => name === 'contact');
      return contact.fields.filter(({ name }: { name: string }) => name.startsWith('custom.'));
    };
    expect(await fieldsOf(keys.own)).toContainEqual({
      name: 'custom.plan',
      label: 'plan',
      type: 'select',
      kind: 'field',
      operators: expect.arrayContaining(['equals', 'in_list']),
      options: [
        { value: 'basic', label: 'basic', archived: false },
        { value: 'pro', label: 'pro', archived: false },
      ],
      coverage: expect.any(Number),
    });
    expect(await fieldsOf(keys.foreign)).toEqual([]);
  });

  it('is in words, and explained with its value', async () => {
    const { id } = await makeSegment(app.api, 'Rated', is('rating', 'greater_than', 5));
    const { body } = await app.api.get(`/api/segments/${id}`).expect(200);
    expect(body.words).toBe('Contacts whose rating is more than 5.');
    const explained = await app.api.get(`/api/segments/${id}/members/${person(0)}/explain`).expect(200);
    expect(explained.body.nodes).toMatchObject([{ matches: true, value: '10.5' }]);
  });
});

describe('a field of companies', () => {
  it('is asked for from their contacts', async () => {
    await makeField(app.api, 'size', 'number', { subject: 'company' });
    const [company] = await app.query<{ id: string }>(
      `insert into crm.companies (tenant_id, name) values (1, 'Large') returning id::text`,
    );
    const id = String(company?.id);
    await app.query('update crm.contacts set company_id = $1 where id = $2', [id, person(2)]);
    await putValues(app.api, id, { size: 500 }, 'company').expect(200);
    const rule = { field: 'company.custom.size', operator: 'greater_than', value: 100 };
    expect(await whoMatches(app.api, city, rule)).toEqual(['cem']);
  });
});

describe("another tenant's field of the same key", () => {
  it('is another field, whatever its values are', async () => {
    const theirs = app.as(keys.foreign);
    const field = await makeField(theirs, 'rating', 'text');
    // Rows that could not come to be: theirs, of our field and our person.
    await app.query(
      `alter table segmentation.contact_values drop constraint contact_values_tenant_id_field_id_fkey`,
    );
    await app.query(
      `insert into segmentation.contact_values (tenant_id, field_id, subject_id, value_number)
       select '2', id, $1, 1000 from segmentation.custom_fields where tenant_id = '1' and key = 'rating'`,
      [person(3)],
    );
    expect(await whoMatches(app.api, city, is('rating', 'greater_than', 999))).toEqual([]);
    const rules = is('rating', 'equals', 'x');
    await theirs.post('/api/segments/preview').send({ subject: 'contact', rules }).expect(200);
    await app.api.post('/api/segments/preview').send({ subject: 'contact', rules }).expect(422);
    expect(field.key).toBe('rating');
  });
});

describe('a rule whose field has changed', () => {
  const archive = (field: FieldBody) => app.api.post(`/api/custom-fields/${field.id}/archive`);

  it('breaks its segment when the type no longer fits; the last good members stay', async () => {
    const field = await makeField(app.api, 'visits', 'number');
    await putValues(app.api, person(0), { visits: 12 }).expect(200);
    const { id } = await makeSegment(app.api, 'Frequent', is('visits', 'greater_than', 10));
    await calculate(app.api, id);
    const converted = await app.api
      .post(`/api/custom-fields/${field.id}/convert`)
      .send({ version: 1, type: 'text' })
      .expect(200);
    expect(converted.body).toMatchObject({ converted: true, segments: [{ id, name: 'Frequent' }] });
    const { body } = await app.api.get(`/api/segments/${id}`).expect(200);
    expect(body).toMatchObject({ health: 'broken', words: null, member_count: 1 });
    expect(body.problems).toMatchObject([{ path: 'operator', code: 'operator.not-for-type' }]);
    await app.api.post(`/api/segments/${id}/calculate?wait=true`).expect(422);
    expect(await membersOf(app.api, id)).toEqual(['ann']);
  });

  it('says of an archived field that it is archived', async () => {
    const field = await makeField(app.api, 'passing', 'text');
    await putValues(app.api, person(1), { passing: 'x' }).expect(200);
    const { id } = await makeSegment(app.api, 'Passing', is('passing', 'equals', 'x'));
    await calculate(app.api, id);
    await archive(field).expect(409);
    // As a field that was archived before segments were looked at.
    await app.query(`update segmentation.custom_fields set archived_at = now() where id = $1`, [field.id]);
    await app.query(`update segmentation.custom_field_revisions set revision = gen_random_uuid()`);
    const { body } = await app.api.get(`/api/segments/${id}`).expect(200);
    expect(body).toMatchObject({
      health: 'broken',
      problems: [{ code: 'field.archived', message: expect.stringContaining('restore the field') }],
    });
    expect(await membersOf(app.api, id)).toEqual(['ben']);
    await settled(app);
    await app.api.post(`/api/custom-fields/${field.id}/restore`).expect(200);
    expect(await due(app)).toEqual({ [id]: 'field changed' });
    expect((await app.api.get(`/api/segments/${id}`).expect(200)).body.health).toBe('ok');
  });

  it('is due when what the field means has changed, and not when it is called something else', async () => {
    const field = await makeField(app.api, 'tier', 'selection', { options: optionsOf('gold', 'tin') });
    const id = await makeKept(app, 'Tiered', is('tier', 'equals', 'gold'));
    await makeKept(app, 'Of others', is('motto', 'is_empty'));
    const path = `/api/custom-fields/${field.id}`;
    const edit = (version: number, change: object) =>
      app.api
        .put(path)
        .send({ version, ...change })
        .expect(200);
    await edit(1, { label: 'Level' });
    expect(await due(app)).toEqual({});
    await edit(2, { options: optionsOf('gold', 'tin', 'lead') });
    expect(await due(app)).toEqual({ [id]: 'field changed' });
    await settled(app);
    await app.api.post(`${path}/convert`).send({ version: 3, type: 'text', dry_run: true }).expect(200);
    expect(await due(app)).toEqual({});
    await app.api.post(`${path}/convert`).send({ version: 3, type: 'text' }).expect(200);
    expect(await due(app)).toEqual({ [id]: 'field changed' });
  });

  it('is not calculated as what it no longer means, though it was converted meanwhile', async () => {
    const field = await makeField(app.api, 'grade', 'text');
    await putValues(app.api, person(0), { grade: 'a' }).expect(200);
    const { id } = await makeSegment(app.api, 'Graded', is('grade', 'equals', 'a'));
    await calculate(app.api, id);
    await putValues(app.api, person(1), { grade: 'a' }).expect(200);
    // Held back when it has reckoned and before it writes.
    const holder = await app.database.pool.connect();
    await holder.query('begin');
    await holder.query('select from segmentation.segments where id = $1 for update', [id]);
    const calculating = calculate(app.api, id);
    await until(
      () =>
        app.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        ),
      (rows) => rows.length === 1,
    );
    await app.api
      .post(`/api/custom-fields/${field.id}/convert`)
      .send({ version: 1, type: 'selection', options: optionsOf('a', 'b') })
      .expect(200);
    await holder.query('commit');
    holder.release();
    expect(await calculating).toMatchObject({ status: 'discarded' });
    expect(await membersOf(app.api, id)).toEqual(['ann']);
    expect(await calculate(app.api, id)).toMatchObject({ status: 'succeeded', joined: 1 });
  });

  /** Both at once: held back until both wait for the fields, then let go in the order in which they came. */
  async function race(first: () => Test, second: () => Test): Promise<Response[]> {
    const holder = await app.database.pool.connect();
    await holder.query(`begin; select pg_advisory_xact_lock(hashtextextended('custom fields of 1', 0))`);
    const waiting = (count: number) =>
      until(
        () => app.query(`select pid from pg_locks where locktype = 'advisory' and not granted`),
        (rows) => rows.length === count,
      );
    const one = first().then((answer) => answer);
    await waiting(1);
    const two = second().then((answer) => answer);
    await waiting(2);
    await holder.query('commit');
    holder.release();
    return Promise.all([one, two]);
  }

  it.each(['the rule is stored first', 'the field is archived first'])(
    'is never stored about an archived field: %s',
    async (order) => {
      const name = `Raced, ${order}`;
      const field = await makeField(app.api, order.includes('stored') ? 'stored' : 'archived', 'text');
      const rules = is(field.key, 'is_empty');
      const save = () => app.api.post('/api/segments').send({ name, subject: 'contact', rules });
      const [saved, archived] = order.includes('stored')
        ? await race(save, () => archive(field))
        : (await race(() => archive(field), save)).reverse();
      if (order.includes('stored')) {
        expect([saved?.status, archived?.status]).toEqual([201, 409]);
        expect(archived?.body.problems).toMatchObject([{ name }]);
      } else {
        expect([saved?.status, archived?.status]).toEqual([422, 200]);
        expect(saved?.body.problems).toMatchObject([{ code: 'field.archived' }]);
      }
    },
  );
});

describe('two processes', () => {
  it('know of each other’s changes at once', async () => {
    const other = await openApplication({ reach: () => app.database.url });
    try {
      for (const [maker, reader] of [
        [app, other],
        [other, app],
      ] as const) {
        const field = await makeField(maker.api, maker === app ? 'here' : 'there', 'number');
        const rules = is(field.key, 'is_empty');
        const preview = () => reader.api.post('/api/segments/preview').send({ subject: 'contact', rules });
        await preview().expect(200);
        await maker.api.post(`/api/custom-fields/${field.id}/archive`).expect(200);
        expect((await preview().expect(422)).body.problems).toMatchObject([{ code: 'field.archived' }]);
      }
    } finally {
      await other.close();
    }
  });
});
