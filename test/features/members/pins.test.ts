/** People chosen by hand: static and hybrid segments, what becomes of the choices, and of segments that change their type. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, membersOf, move, segmentOf, settle, until } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

interface Made {
  readonly id: string;
  readonly version: number;
}

async function make(type: string, name: string, city: string): Promise<Made> {
  const rules = type === 'static' ? undefined : livesIn(city);
  const { body } = await app.api
    .post('/api/segments')
    .send({ ...segmentOf(name, rules), type })
    .expect(201);
  return body;
}

const add = (id: string, ...external_ids: string[]) =>
  app.api.post(`/api/segments/${id}/members`).send({ external_ids });
const idOf = async (externalId: string): Promise<string> => {
  const [row] = await app.query<{ id: string }>(
    'select id from crm.contacts where tenant_id = 1 and external_id = $1',
    [externalId],
  );
  return String(row?.id);
};
const remove = async (id: string, externalId: string) =>
  app.api.delete(`/api/segments/${id}/members/${await idOf(externalId)}`);
const read = async (id: string) => (await app.api.get(`/api/segments/${id}`).expect(200)).body;
const patch = (id: string, version: number, sent: object) =>
  app.api.patch(`/api/segments/${id}`).send({ version, ...sent });

interface StayBody {
  readonly external_id: string;
  readonly cause: string;
}
const causesOf = async (id: string): Promise<Record<string, string>> => {
  const { body } = await app.api.get(`/api/segments/${id}/members`).query({ limit: 500 }).expect(200);
  return Object.fromEntries(body.items.map(({ external_id, cause }: StayBody) => [external_id, cause]));
};

/** What the count says is what there is, in the list of members as in the ledger. */
async function expectMembers(id: string, ...names: string[]): Promise<void> {
  expect((await membersOf(app.api, id)).sort()).toEqual([...names].sort());
  expect((await read(id)).member_count).toBe(names.length);
}

describe('a static segment', () => {
  it('begins as nobody, and has whom it is given', async () => {
    const [ada = '', bob = ''] = await settle(app, 'Staticby', 'static-1', 'static-2', 'static-3');
    await app.query(
      `update crm.contacts set email = 'Ada@Example.com' where external_id in ('static-1', 'static-3')`,
    );
    const { id } = await make('static', 'Chosen', '');
    expect(await read(id)).toMatchObject({ rules: null, words: null, schedule: 'manual', member_count: 0 });
    const sent = {
      member_ids: [bob, 'x', '0'],
      external_ids: 'static-2',
      emails: ['ADA@example.COM', 'nobody@x.y'],
    };
    const { body } = await app.api.post(`/api/segments/${id}/members`).send(sent).expect(200);
    expect(body.added.sort()).toEqual([ada, bob, await idOf('static-3')].sort());
    expect(body).toMatchObject({ already_in: [], member_count: 3 });
    expect(body.not_found.sort()).toEqual(['0', 'nobody@x.y', 'x']);
    expect((await add(id, 'static-1').expect(200)).body).toEqual({
      added: [],
      already_in: [ada],
      not_found: [],
      exclusions_lifted: 0,
      member_count: 3,
    });
    expect(await causesOf(id)).toEqual({ 'static-1': 'pinned', 'static-2': 'pinned', 'static-3': 'pinned' });
  });

  it('loses whom it is told to, and nobody by being calculated', async () => {
    await settle(app, 'Loseby', 'lose-1', 'lose-2');
    const { id } = await make('static', 'Losing', '');
    await add(id, 'lose-1', 'lose-2').expect(200);
    expect((await remove(id, 'lose-1')).status).toBe(204);
    expect((await remove(id, 'lose-1')).status).toBe(404);
    expect(await calculate(app.api, id)).toMatchObject({ joined: 0, left: 0, member_count: 1 });
    await expectMembers(id, 'lose-2');
    expect((await add(id, 'lose-1').expect(200)).body.added).toHaveLength(1);
  });

  it('is left by whoever is deleted from the host, when it is calculated', async () => {
    await settle(app, 'Deadby', 'dead-1', 'dead-2');
    const { id } = await make('static', 'Mortal', '');
    await add(id, 'dead-1', 'dead-2').expect(200);
    await app.query(`delete from crm.contacts where external_id = 'dead-1'`);
    expect(await calculate(app.api, id)).toMatchObject({ left: 1, member_count: 1 });
  });

  it('has as many as there are, in one call', async () => {
    const city = 'Manyby';
    await settle(app, city, ...Array.from({ length: 3000 }, (_none, n) => `many-${n}`));
    const { id } = await make('static', 'Many', '');
    const names = Array.from({ length: 3100 }, (_none, n) => `many-${n}`);
    const { body } = await add(id, ...names, ...names).expect(200);
    expect([body.added.length, body.not_found.length, body.member_count]).toEqual([3000, 100, 3000]);
  });

  it.each([
    ['a rule', { ...segmentOf('No', livesIn('Rome')), type: 'static' }, 'rules'],
    ['a schedule', { ...segmentOf('No', undefined), type: 'static', schedule: 'live' }, 'schedule'],
  ])('has no %s', async (_what, sent, path) => {
    const { body } = await app.api.post('/api/segments').send(sent).expect(422);
    expect(body).toMatchObject({ code: 'segment.parts', problems: [{ path }] });
  });

  it('says so where nobody is named, or a company by e-mail', async () => {
    const { id } = await make('static', 'Nobody named', '');
    for (const sent of [{}, { member_ids: [] }, { external_ids: [1] }, { names: ['x'] }])
      await app.api.post(`/api/segments/${id}/members`).send(sent).expect(400);
    const companies = { name: 'Companies by hand', subject: 'company', type: 'static' };
    const { body: made } = await app.api.post('/api/segments').send(companies).expect(201);
    const { body } = await app.api
      .post(`/api/segments/${made.id}/members`)
      .send({ emails: ['a@b.c'] })
      .expect(422);
    expect(body.code).toBe('member.no-email');
  });
});

describe('a dynamic segment', () => {
  it('has nobody by hand, and offers to become hybrid', async () => {
    await settle(app, 'Ruleby', 'rule-1', 'rule-2');
    const { id } = await make('dynamic', 'Ruled', 'Ruleby');
    await calculate(app.api, id);
    for (const answer of [await add(id, 'rule-1'), await remove(id, 'rule-1')]) {
      expect(answer.status).toBe(409);
      expect(answer.body).toMatchObject({ code: 'segment.dynamic', problems: [{ path: 'type' }] });
      expect(answer.body.detail).toContain('"hybrid"');
    }
    await patch(id, 1, { type: 'hybrid' }).expect(200);
    await expectMembers(id, 'rule-1', 'rule-2');
    expect((await remove(id, 'rule-1')).status).toBe(204);
    await expectMembers(id, 'rule-2');
  });
});

describe('a hybrid segment', () => {
  it('takes back whom somebody had excluded, and counts that apart', async () => {
    await settle(app, 'Takenbackby', 'taken-back-1', 'taken-back-2');
    const { id } = await make('hybrid', 'Taken back', 'Takenbackby');
    await calculate(app.api, id);
    await remove(id, 'taken-back-1');
    const { body } = await add(id, 'taken-back-1', 'taken-back-2', 'taken-back-1').expect(200);
    expect(body).toMatchObject({ exclusions_lifted: 1, member_count: 2 });
    expect([body.added.length, body.already_in.length]).toEqual([1, 1]);
    expect((await add(id, 'taken-back-1').expect(200)).body.exclusions_lifted).toBe(0);
  });

  it('is whom its rule has or somebody includes, but for those excluded, whatever happens', async () => {
    await settle(app, 'Hybridby', 'hybrid-1', 'hybrid-2');
    await settle(app, 'Elsewhere', 'hybrid-3', 'hybrid-4');
    const { id } = await make('hybrid', 'Both', 'Hybridby');
    await add(id, 'hybrid-3').expect(200);
    await expectMembers(id, 'hybrid-3');
    await calculate(app.api, id);
    await expectMembers(id, 'hybrid-1', 'hybrid-2', 'hybrid-3');
    expect((await remove(id, 'hybrid-1')).status).toBe(204);
    // Also whoever is not in yet.
    expect((await remove(id, 'hybrid-4')).status).toBe(204);
    await move(app, 'Hybridby', 'hybrid-4');
    await move(app, 'Elsewhere', 'hybrid-2');
    expect(await calculate(app.api, id)).toMatchObject({ joined: 0, left: 1 });
    await expectMembers(id, 'hybrid-3');
    const { body } = await add(id, 'hybrid-1', 'hybrid-2').expect(200);
    expect(body.added).toHaveLength(2);
    expect(await causesOf(id)).toEqual({
      'hybrid-1': 'restored',
      'hybrid-2': 'pinned',
      'hybrid-3': 'pinned',
    });
    expect(await calculate(app.api, id)).toMatchObject({ joined: 0, left: 0, member_count: 3 });
  });

  it('shows whom people chose, and lets the rule decide again', async () => {
    await settle(app, 'Liftby', 'lift-1', 'lift-2');
    await settle(app, 'Elsewhere', 'lift-3');
    const { id } = await make('hybrid', 'Lifted', 'Liftby');
    await calculate(app.api, id);
    await remove(id, 'lift-1');
    const reason = 'A friend';
    await app.api
      .post(`/api/segments/${id}/members`)
      .send({ external_ids: ['lift-3', 'lift-2'], reason })
      .expect(200);
    const pins = await app.api.get(`/api/segments/${id}/pins`).query({ kind: 'excluded' }).expect(200);
    const excluded = {
      member_id: await idOf('lift-1'),
      kind: 'excluded',
      pinned_by: 'API key',
      reason: null,
    };
    expect(pins.body).toEqual({
      items: [{ ...excluded, pinned_at: expect.any(String) }],
      total: 1,
      next_cursor: null,
    });
    expect((await app.api.get(`/api/segments/${id}/pins?limit=2`).expect(200)).body).toMatchObject({
      total: 3,
    });
    const explained = await app.api
      .get(`/api/segments/${id}/members/${await idOf('lift-3')}/explain`)
      .expect(200);
    expect(explained.body).toMatchObject({
      matches: false,
      is_member: true,
      pin: { kind: 'included', reason },
    });
    const unpin = async (name: string) => app.api.delete(`/api/segments/${id}/pins/${await idOf(name)}`);
    for (const name of ['lift-1', 'lift-2', 'lift-3']) expect((await unpin(name)).status).toBe(204);
    expect((await unpin('lift-1')).body.code).toBe('pin.not-found');
    await expectMembers(id, 'lift-1', 'lift-2');
    expect(await causesOf(id)).toEqual({ 'lift-1': 'restored', 'lift-2': 'first_fill' });
    expect(await calculate(app.api, id)).toMatchObject({ joined: 0, left: 0, member_count: 2 });
  });

  it('heeds whoever is chosen while it is calculated', async () => {
    await settle(app, 'Raceby', 'race-1', 'race-2', 'race-3');
    await settle(app, 'Elsewhere', 'race-4');
    const { id } = await make('hybrid', 'Racing', 'Raceby');
    await calculate(app.api, id);
    await move(app, 'Elsewhere', 'race-1', 'race-2');
    await settle(app, 'Raceby', 'race-5', 'race-6');
    const client = await app.database.pool.connect();
    await client.query('begin; lock table crm.orders in access exclusive mode');
    const held = { match: 'all', rules: [livesIn('Raceby'), ordersBelow(1000)] };
    await patch(id, 1, { rules: held }).expect(200);
    const run = app.api.post(`/api/segments/${id}/calculate?wait=true`).then();
    await until(
      () =>
        app.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%difference%'`,
        ),
      (waiting) => waiting.length > 0,
    );
    // Would leave, and is kept; would join, and is kept out; would neither, and comes in.
    await add(id, 'race-1', 'race-4', 'race-5').expect(200);
    expect((await remove(id, 'race-6')).status).toBe(204);
    await client.query('commit');
    client.release();
    expect((await run).body).toMatchObject({ status: 'succeeded' });
    await expectMembers(id, 'race-1', 'race-3', 'race-4', 'race-5');
    expect(await calculate(app.api, id)).toMatchObject({ joined: 0, left: 0, member_count: 4 });
  });

  it('has one stay of somebody who is added many times at once', async () => {
    await settle(app, 'Elsewhere', 'once-1');
    const { id } = await make('hybrid', 'Once each', 'Onceby');
    const answers = await Promise.all(Array.from({ length: 6 }, () => add(id, 'once-1')));
    expect(answers.map(({ body }) => body.added.length).sort()).toEqual([0, 0, 0, 0, 0, 1]);
    await expectMembers(id, 'once-1');
  });
});

const ordersBelow = (value: number) => ({
  related: 'orders',
  measure: 'count',
  operator: 'less_than',
  value,
});

describe('another type', () => {
  let city = 0;
  /** A segment of the type in a city of three, of whom one is excluded and a stranger included, if it can be. */
  async function prepared(type: string): Promise<Made & { readonly at: string }> {
    const at = `Typeby-${++city}`;
    await settle(app, at, `${at}-1`, `${at}-2`);
    await settle(app, 'Elsewhere', `${at}-3`);
    const made = await make(type, at, at);
    await calculate(app.api, made.id);
    if (type !== 'dynamic') await add(made.id, `${at}-3`).expect(200);
    if (type === 'hybrid') await remove(made.id, `${at}-1`);
    return { ...made, at };
  }

  /** Members as the numbers of the people, before the next calculation and after it. */
  it.each([
    ['dynamic', 'hybrid', {}, [1, 2], [1, 2]],
    ['dynamic', 'static', {}, [1, 2], [1, 2]],
    ['static', 'hybrid', { rules: true }, [3], [1, 2, 3]],
    ['static', 'dynamic', { rules: true, discard_pins: true }, [3], [1, 2]],
    ['hybrid', 'static', {}, [2, 3], [2, 3]],
    ['hybrid', 'dynamic', { discard_pins: true }, [2, 3], [1, 2]],
  ])('%s to %s, with %j', async (from, to, how, now, then) => {
    const { id, at } = await prepared(from);
    const rules = 'rules' in how ? { rules: livesIn(at) } : {};
    const { body } = await patch(id, 1, { type: to, ...how, ...rules }).expect(200);
    expect(body).toMatchObject({ type: to, version: 2 });
    expect(body.rules === null).toBe(to === 'static');
    const named = (people: number[]) => people.map((n) => `${at}-${n}`);
    await expectMembers(id, ...named(now));
    await calculate(app.api, id);
    await expectMembers(id, ...named(then));
  });

  it('and the way back by an earlier version keeps out whom people have excluded', async () => {
    const { id, at } = await prepared('hybrid');
    await patch(id, 1, { type: 'static' }).expect(200);
    const { body } = await app.api.get(`/api/segments/${id}/pins`).expect(200);
    expect(body.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'excluded',
      'included',
      'included',
    ]);
    await app.api.post(`/api/segments/${id}/versions/1/restore`).send({ version: 2 }).expect(200);
    await calculate(app.api, id);
    await expectMembers(id, `${at}-2`, `${at}-3`);
  });

  it.each([
    ['static', 'dynamic', { rules: true }, 409, 'segment.pins-lost'],
    ['hybrid', 'dynamic', {}, 409, 'segment.pins-lost'],
    ['static', 'hybrid', {}, 422, 'segment.parts'],
    ['static', 'dynamic', { discard_pins: true }, 422, 'segment.parts'],
    ['hybrid', 'static', { rules: true }, 422, 'segment.parts'],
  ])('%s to %s, with %j, is refused', async (from, to, how, status, code) => {
    const { id, at } = await prepared(from);
    const rules = 'rules' in how ? { rules: livesIn(at) } : {};
    const before = await read(id);
    const { body } = await patch(id, 1, { type: to, ...how, ...rules }).expect(status);
    expect(body.code).toBe(code);
    expect(await read(id)).toEqual(before);
  });

  it('is not static of a segment that was never calculated', async () => {
    const { id } = await make('dynamic', 'Unknown members', 'Rome');
    expect((await patch(id, 1, { type: 'static' }).expect(409)).body.code).toBe('segment.not-calculated');
  });

  it('while it is calculated has the last word', async () => {
    const { id, at } = await prepared('dynamic');
    await settle(app, at, `${at}-9`);
    const client = await app.database.pool.connect();
    await client.query('begin; lock table crm.contacts in access exclusive mode');
    const run = app.api.post(`/api/segments/${id}/calculate?wait=true`).then();
    await until(
      () =>
        app.query(
          `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%difference%'`,
        ),
      (waiting) => waiting.length > 0,
    );
    await patch(id, 1, { type: 'static' }).expect(200);
    await client.query('commit');
    client.release();
    expect((await run).body).toMatchObject({ status: 'discarded', error_code: 'run.rule-edited' });
    await expectMembers(id, `${at}-1`, `${at}-2`);
  });
});

it('nothing is left of the choices of a segment that is deleted', async () => {
  await settle(app, 'Elsewhere', 'rest-1');
  const { id } = await make('static', 'Leaves nothing', '');
  await add(id, 'rest-1').expect(200);
  await app.api.delete(`/api/segments/${id}`).expect(204);
  for (const table of ['contact_pins', 'contact_stays', 'segment_rules'])
    expect(await app.query(`select from segmentation.${table} where segment_id = $1`, [id])).toEqual([]);
});
