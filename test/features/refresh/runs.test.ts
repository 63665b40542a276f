/** What can come between a run and its end: edits, other runs, failures, lost sessions. The last good members stay. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import {
  calculate,
  livesIn,
  makeSegment,
  membersOf,
  move,
  type RunBody,
  settle,
  until,
  walk,
} from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

/** Keeps every calculation from reading contacts until it is let go. */
async function holdUp(): Promise<() => Promise<void>> {
  const client = await app.database.pool.connect();
  await client.query('begin; lock table crm.contacts in access exclusive mode');
  return async () => {
    await client.query('commit');
    client.release();
  };
}

interface Session {
  readonly pid: number;
}

/** The sessions that wait for the contacts, in the middle of a calculation. */
const calculating = () =>
  app.query<Session>(
    `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
     and query like '%temporary table difference%'`,
  );

const underWay = () => until(calculating, (sessions) => sessions.length > 0);

const begin = async (id: string): Promise<RunBody> =>
  (await app.api.post(`/api/segments/${id}/calculate`).expect(202)).body;

const runsOf = async (id: string): Promise<RunBody[]> =>
  (await app.api.get(`/api/segments/${id}/runs`).expect(200)).body.items;

const ended = (id: string) =>
  until(
    () => runsOf(id),
    (runs) => runs.every(({ status }) => status !== 'running'),
  );

async function inhabited(city: string): Promise<string> {
  await settle(app, city, `${city}-1`);
  const { id } = await makeSegment(app.api, city, livesIn(city));
  await calculate(app.api, id);
  await settle(app, city, `${city}-2`);
  return id;
}

describe('a run under way', () => {
  it('is discarded when its rule is edited, and nothing of it is applied', async () => {
    const id = await inhabited('Editby');
    const letGo = await holdUp();
    const { id: run } = await begin(id);
    await underWay();
    const edit = { version: 1, rules: livesIn('Elsewhere') };
    await app.api.put(`/api/segments/${id}`).send(edit).expect(200);
    await letGo();
    expect((await ended(id))[0]).toMatchObject({
      id: run,
      status: 'discarded',
      error_code: 'run.rule-edited',
      joined: null,
    });
    expect(await membersOf(app.api, id)).toEqual(['Editby-1']);
    expect(await calculate(app.api, id)).toMatchObject({ status: 'succeeded', left: 1, member_count: 0 });
  });

  it('is not discarded when the segment is only renamed', async () => {
    const id = await inhabited('Nameby');
    const letGo = await holdUp();
    await begin(id);
    await underWay();
    await app.api.put(`/api/segments/${id}`).send({ version: 1, name: 'Nameby by name' }).expect(200);
    await letGo();
    expect((await ended(id))[0]).toMatchObject({ status: 'succeeded', member_count: 2 });
  });

  it('ends with its segment when that is deleted, and leaves nothing behind', async () => {
    const id = await inhabited('Deleteby');
    const letGo = await holdUp();
    const answer = app.api.post(`/api/segments/${id}/calculate`).query({ wait: 'true' }).then();
    await underWay();
    await app.api.delete(`/api/segments/${id}`).expect(204);
    await letGo();
    expect((await answer).body).toMatchObject({ status: 'discarded', error_code: 'run.rule-edited' });
    for (const table of ['contact_stays', 'runs'])
      expect(await app.query(`select from segmentation.${table} where segment_id = $1`, [id])).toEqual([]);
  });

  it('fails when its session is lost, and the next one works', async () => {
    const id = await inhabited('Lostby');
    const letGo = await holdUp();
    await begin(id);
    for (const { pid } of await underWay()) await app.query('select pg_terminate_backend($1)', [pid]);
    expect((await ended(id))[0]).toMatchObject({ status: 'failed', error_code: 'database.unavailable' });
    await letGo();
    expect(await membersOf(app.api, id)).toEqual(['Lostby-1']);
    expect(await calculate(app.api, id)).toMatchObject({ status: 'succeeded', joined: 1, member_count: 2 });
  });

  it('lets others wait their turn, however many, and the API answer meanwhile', async () => {
    const id = await inhabited('Queueby');
    const letGo = await holdUp();
    const begun: string[] = [];
    for (let n = 0; n < 14; n++) begun.push((await begin(id)).id);
    await underWay();
    expect((await runsOf(id)).filter(({ status }) => status === 'running')).toHaveLength(14);
    expect(await calculating()).toHaveLength(1);
    await letGo();
    const runs = (await ended(id)).filter(({ id }) => begun.includes(id));
    expect(runs.map(({ status }) => status)).toEqual(Array(14).fill('succeeded'));
    expect(runs.reduce((sum, { joined }) => sum + (joined ?? 0), 0)).toBe(1);
    expect(await membersOf(app.api, id)).toHaveLength(2);
  });

  it('goes on beside those of other segments, more of them than there are connections', async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, (_none, n) => makeSegment(app.api, `Side by side ${n}`, livesIn('Sideby'))),
    );
    await settle(app, 'Sideby', 'side-1');
    const runs = await Promise.all(ids.map(({ id }) => calculate(app.api, id)));
    expect(runs.map(({ status, member_count }) => [status, member_count])).toEqual(
      Array(12).fill(['succeeded', 1]),
    );
  });
});

describe('a run that cannot be carried out', () => {
  it('fails, says so, and keeps the members; the next one works', async () => {
    const id = await inhabited('Failby');
    await app.query('alter table crm.contacts rename column city to town');
    const run = await calculate(app.api, id);
    await app.query('alter table crm.contacts rename column town to city');
    expect(run).toMatchObject({ status: 'failed', error_code: 'internal', joined: null, member_count: null });
    expect(run.error_message).toMatch(/^The refresh failed; the members are as they were\./);
    expect(await membersOf(app.api, id)).toEqual(['Failby-1']);
    expect((await app.api.get(`/api/segments/${id}`)).body).toMatchObject({ member_count: 1, health: 'ok' });
    expect(await calculate(app.api, id)).toMatchObject({ status: 'succeeded', joined: 1 });
  });

  it('for it takes too long, fails as a timeout', async () => {
    const id = await inhabited('Slowby');
    const letGo = await holdUp();
    const run = await begin(id);
    for (const { pid } of await underWay()) await app.query('select pg_cancel_backend($1)', [pid]);
    expect((await ended(id))[0]).toMatchObject({
      id: run.id,
      status: 'failed',
      error_code: 'evaluation.timeout',
    });
    await letGo();
  });

  it('since its process was killed, does not run for ever', async () => {
    const id = await inhabited('Killby');
    await move(app, 'elsewhere', 'Killby-2');
    const begunAgo = async (seconds: number) => {
      await app.query(
        `insert into segmentation.runs (id, tenant_id, segment_id, segment_version, kind, status, as_of, started_at, started_by)
         values (gen_random_uuid(), '1', $1, 1, 'full', 'running', now(), now() - $2 * interval '1 s', 'another process')`,
        [id, seconds],
      );
    };
    await begunAgo(70);
    await begunAgo(10);
    const others = (await runsOf(id)).filter(({ joined }) => joined === null);
    expect(others.map(({ status, error_code }) => [status, error_code]).sort()).toEqual([
      ['failed', 'run.abandoned'],
      ['running', null],
    ]);
    expect(await calculate(app.api, id)).toMatchObject({ status: 'succeeded', member_count: 1 });
  });

  it('is not taken for abandoned while it is held by another process', async () => {
    const id = await inhabited('Heldby');
    const client = await app.database.pool.connect();
    const [run] = await app.query<{ id: string }>(
      `insert into segmentation.runs (id, tenant_id, segment_id, segment_version, kind, status, as_of, started_at, started_by)
       values (gen_random_uuid(), '1', $1, 1, 'full', 'running', now(), now() - interval '5 min', 'another process')
       returning id`,
      [id],
    );
    await client.query(`select pg_advisory_lock(hashtextextended('run ' || $1, 0))`, [run?.id]);
    const running = async () => (await runsOf(id)).filter(({ status }) => status === 'running').length;
    expect(await running()).toBe(1);
    await client.query('select pg_advisory_unlock_all()');
    client.release();
    expect(await running()).toBe(0);
  });
});

describe('the runs', () => {
  interface Began {
    readonly id: string;
  }
  let id: string;
  /** The first to begin comes first. */
  let begun: string[];
  beforeAll(async () => {
    id = (await makeSegment(app.api, 'Walked', livesIn('Walkby'))).id;
    for (let n = 0; n < 4; n++) await calculate(app.api, id);
    await app.query(
      `update segmentation.runs set status = 'failed' where segment_id = $1 and id = (
      select id from segmentation.runs where segment_id = $1 order by id limit 1)`,
      [id],
    );
    begun = (await runsOf(id)).map((run) => run.id).reverse();
  });

  it.each([1, 3, 500])(
    'come newest first, in pages of %i, each once, with how many there are',
    async (limit) => {
      const { items, totals } = await walk<Began>(app.api, `/api/segments/${id}/runs`, limit);
      expect(items.map((run) => run.id)).toEqual([...begun].reverse());
      expect(new Set(totals)).toEqual(new Set([4]));
    },
  );

  it('come in the order they began on request', async () => {
    const { items } = await walk<Began>(app.api, `/api/segments/${id}/runs?sort=started_at`, 2);
    expect(items.map((run) => run.id)).toEqual(begun);
  });

  it('can be those that ended in one way', async () => {
    const { body } = await app.api.get(`/api/segments/${id}/runs`).query({ status: 'failed' }).expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ id: begun[0] }], next_cursor: null });
  });

  it.each([
    ['limit', '501'],
    ['cursor', '1'],
    ['sort', 'joined'],
    ['status', 'lost'],
    ['order', 'asc'],
  ])('are not listed with %s=%s', async (name, value) => {
    const { body } = await app.api
      .get(`/api/segments/${id}/runs`)
      .query({ [name]: value })
      .expect(400);
    expect(body).toMatchObject({ code: 'request.invalid', problems: [{ path: name }] });
  });
});

it('of a segment that is deleted as it begins is none', async () => {
  const { id } = await makeSegment(app.api, 'Going', livesIn('Nowhere'));
  const client = await app.database.pool.connect();
  await client.query('begin');
  await client.query('delete from segmentation.segments where id = $1', [id]);
  const asked = app.api.post(`/api/segments/${id}/calculate`).then(({ status, body }) => [status, body.code]);
  const waiting = () =>
    app.query(
      `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%segmentation.runs%'`,
    );
  await until(waiting, (sessions) => sessions.length > 0);
  await client.query('commit');
  client.release();
  expect(await asked).toEqual([404, 'segment.not-found']);
});
