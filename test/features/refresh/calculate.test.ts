/** Calculating a segment: who joins, who leaves, who stays, why, and as of when. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import {
  calculate,
  livesIn,
  makeSegment,
  manual,
  membersOf,
  move,
  settle,
  until,
} from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const day = (n: number): string => `2026-02-${String(n).padStart(2, '0')}T08:00:00Z`;

/** Stays of a segment, by the external id of who stayed; instants as days of February. */
async function staysOf(id: string): Promise<string[]> {
  const rows = await app.query<{ stay: string }>(
    `select concat_ws(' ', c.external_id, to_char(entered_at at time zone 'UTC', 'DD'), '–',
       to_char(left_at at time zone 'UTC', 'DD'), cause) as stay
     from segmentation.contact_stays s join crm.contacts c on c.id = s.subject_id
     where segment_id = $1 order by c.external_id, entered_at`,
    [id],
  );
  return rows.map(({ stay }) => stay);
}

/** A segment of a new city, its people calculated on 1 February. */
async function inhabited(city: string, ...people: string[]): Promise<string> {
  await settle(app, city, ...people);
  const { id } = await makeSegment(app.api, `In ${city}`, livesIn(city), manual);
  expect(await calculate(app.api, id, day(1))).toMatchObject({ status: 'succeeded', joined: people.length });
  return id;
}

describe('a calculation', () => {
  it('is answered with the run that has begun, and brings the members about', async () => {
    await settle(app, 'Askby', 'ask-1', 'ask-2');
    const { id } = await makeSegment(app.api, 'Askby', livesIn('Askby'));
    const { body: run } = await app.api.post(`/api/segments/${id}/calculate`).expect(202);
    expect(run).toMatchObject({
      segment_id: id,
      segment_version: 1,
      kind: 'full',
      status: 'running',
      started_by: 'API key',
    });
    const runs = () => app.api.get(`/api/segments/${id}/runs`).expect(200);
    const { body } = await until(runs, ({ body }) => body.items[0].status !== 'running');
    expect(body.items).toEqual([
      expect.objectContaining({
        id: run.id,
        status: 'succeeded',
        joined: 2,
        left: 0,
        member_count: 2,
        error_code: null,
      }),
    ]);
    expect((await app.api.get(`/api/segments/${id}`)).body).toMatchObject({
      member_count: 2,
      last_calculated_at: body.items[0].as_of,
    });
  });

  it('refuses a body that it does not understand', async () => {
    await settle(app, 'Oddby', 'odd-1');
    const { id } = await makeSegment(app.api, 'Oddby', livesIn('Oddby'));
    for (const [sent, path] of [
      [{ as_of: 5 }, 'as_of'],
      [{ asof: day(2) }, 'asof'],
    ] as const) {
      const { body } = await app.api.post(`/api/segments/${id}/calculate`).send(sent).expect(400);
      expect(body).toMatchObject({ code: 'request.invalid', problems: [{ path }] });
    }
    expect((await app.api.get(`/api/segments/${id}/runs`).expect(200)).body.items).toEqual([]);
  });

  it('is waited for on request, and takes as_of from the query or from the body', async () => {
    await settle(app, 'Bodyby', 'body-1');
    const { id } = await makeSegment(app.api, 'Bodyby', livesIn('Bodyby'), manual);
    const path = `/api/segments/${id}/calculate`;
    const first = await app.api
      .post(path)
      .query({ wait: 'true' })
      .send({ as_of: day(3) })
      .expect(200);
    expect(first.body).toMatchObject({ status: 'succeeded', as_of: '2026-02-03T08:00:00.000Z' });
    const second = await app.api
      .post(path)
      .query({ wait: 'true', as_of: day(4) })
      .expect(200);
    expect(second.body).toMatchObject({ status: 'succeeded', as_of: '2026-02-04T08:00:00.000Z' });
    expect(await staysOf(id)).toEqual(['body-1 03 – first_fill']);
  });

  it('says of every stay why it began: filled first, matched later, or by another rule', async () => {
    const id = await inhabited('Causeby', 'cause-1', 'cause-2');
    await move(app, 'elsewhere', 'cause-2');
    await settle(app, 'Causeby', 'cause-3');
    expect(await calculate(app.api, id, day(2))).toMatchObject({ joined: 1, left: 1, member_count: 2 });
    await app.api.put(`/api/segments/${id}`).send({ version: 1, name: 'Renamed, no more' }).expect(200);
    await settle(app, 'Causeby', 'cause-4');
    await calculate(app.api, id, day(3));
    await settle(app, 'Otherby', 'cause-5');
    const both = { field: 'city', operator: 'in_list', value: ['Causeby', 'Otherby'] };
    await app.api.put(`/api/segments/${id}`).send({ version: 2, rules: both }).expect(200);
    await calculate(app.api, id, day(4));
    await move(app, 'Otherby', 'cause-2');
    await calculate(app.api, id, day(5));
    expect(await staysOf(id)).toEqual([
      'cause-1 01 – first_fill',
      'cause-2 01 – 02 first_fill',
      'cause-2 05 – matched',
      'cause-3 02 – matched',
      'cause-4 03 – matched',
      'cause-5 04 – rule_changed',
    ]);
  });

  it('that changes nothing writes no member row', async () => {
    const id = await inhabited('Stillby', 'still-1', 'still-2');
    const rows = () =>
      app.query(
        'select xmin, ctid, s.* from segmentation.contact_stays s where segment_id = $1 order by subject_id',
        [id],
      );
    const before = await rows();
    expect(before).toHaveLength(2);
    expect(await calculate(app.api, id)).toMatchObject({
      status: 'succeeded',
      joined: 0,
      left: 0,
      member_count: 2,
    });
    expect(await rows()).toEqual(before);
  });

  it('continues the stay of who left and came back at one instant', async () => {
    const id = await inhabited('Backby', 'back-1');
    await move(app, 'elsewhere', 'back-1');
    expect(await calculate(app.api, id, day(2))).toMatchObject({ left: 1, member_count: 0 });
    await move(app, 'Backby', 'back-1');
    expect(await calculate(app.api, id, day(2))).toMatchObject({ joined: 1, member_count: 1 });
    expect(await staysOf(id)).toEqual(['back-1 01 – first_fill']);
  });

  it('leaves no stay of who came and went at one instant', async () => {
    const id = await inhabited('Brieflyby', 'brief-1');
    await move(app, 'elsewhere', 'brief-1');
    expect(await calculate(app.api, id, day(1))).toMatchObject({ left: 1, member_count: 0 });
    expect(await staysOf(id)).toEqual([]);
  });

  it('takes no deleted person for a member', async () => {
    const id = await inhabited('Goneby', 'gone-1', 'gone-2');
    await app.query(`delete from crm.contacts where external_id = 'gone-1'`);
    expect(await calculate(app.api, id, day(2))).toMatchObject({ left: 1, member_count: 1 });
  });
});

describe('as of an instant', () => {
  it('before the last run, the call is refused and no run begins', async () => {
    const id = await inhabited('Earlyby', 'early-1');
    await calculate(app.api, id, day(5));
    for (const wait of ['true', 'false']) {
      const { body } = await app.api
        .post(`/api/segments/${id}/calculate`)
        .query({ wait, as_of: day(4) })
        .expect(409);
      expect(body.code).toBe('as-of.before-last-run');
    }
    expect((await app.api.get(`/api/segments/${id}/runs`)).body.items).toHaveLength(2);
    await calculate(app.api, id, day(5));
  });

  it.each(['yesterday', '2026-02-01', '2026-02-01T00:00:00', '+012026-02-01T00:00:00Z', ''])(
    '“%s” is refused, for it is none',
    async (text) => {
      const { id } = await makeSegment(app.api, `As of “${text}”`, livesIn('Nowhere'));
      const { body } = await app.api.post(`/api/segments/${id}/calculate`).query({ as_of: text }).expect(422);
      expect(body.code).toBe('as-of.invalid');
      await app.api.get(`/api/segments/${id}/members`).query({ as_of: text }).expect(422);
    },
  );

  it.each(['live', 'daily 06:30', 'cron 0 6 * * 1'])(
    'is refused on the schedule “%s”, which goes on from the last run',
    async (schedule) => {
      const made = await makeSegment(app.api, `As of on ${schedule}`, livesIn('Nowhere'), { schedule });
      const path = `/api/segments/${made.id}/calculate`;
      const { body } = await app.api
        .post(path)
        .query({ wait: 'true', as_of: day(1) })
        .expect(409);
      expect(body).toMatchObject({ code: 'as-of.schedule' });
      expect((await app.api.get(`/api/segments/${made.id}/runs`)).body.items).toEqual([]);
      expect(await calculate(app.api, made.id)).toMatchObject({ status: 'succeeded' });
      await app.api.patch(`/api/segments/${made.id}`).send({ version: 1, schedule: 'manual' }).expect(200);
      const { body: early } = await app.api
        .post(path)
        .query({ as_of: day(1) })
        .expect(409);
      expect(early.code).toBe('as-of.before-last-run');
    },
  );

  it('that a run answers are its members', async () => {
    for (const asOf of [undefined, '2026-02-03T08:00:00.123999Z']) {
      await settle(app, `Exactby ${asOf}`, `exact ${asOf}`);
      const { id } = await makeSegment(app.api, `Exact ${asOf}`, livesIn(`Exactby ${asOf}`), manual);
      const run = await calculate(app.api, id, asOf);
      expect(await membersOf(app.api, id, run.as_of)).toHaveLength(1);
    }
  });

  it('before somebody was pinned is refused, who would have two stays at a time', async () => {
    const [pinned = ''] = await settle(app, 'Latepin', 'late-pin');
    const { id } = await makeSegment(app.api, 'Pinned late', livesIn('Nowhere'), {
      ...manual,
      type: 'hybrid',
    });
    const path = `/api/segments/${id}`;
    await app.api
      .post(`${path}/members`)
      .send({ member_ids: [pinned] })
      .expect(200);
    const between = (await calculate(app.api, id)).as_of;
    await app.api.delete(`${path}/pins/${pinned}`).expect(204);
    const { body } = await app.api.post(`${path}/calculate`).query({ as_of: between }).expect(409);
    expect(body.code).toBe('as-of.before-last-run');
  });

  it('to come is refused, where nobody could be a member yet; but for what two clocks may be apart', async () => {
    const id = await inhabited('Soonby', 'soon-1');
    const { body } = await app.api
      .post(`/api/segments/${id}/calculate`)
      .query({ as_of: new Date(Date.now() + 600_000).toISOString() })
      .expect(422);
    expect(body.code).toBe('as-of.in-future');
    const soon = new Date(Date.now() + 30_000).toISOString();
    expect((await calculate(app.api, id, soon)).as_of < soon).toBe(true);
    expect(await membersOf(app.api, id)).toEqual(['soon-1']);
    expect(await calculate(app.api, id)).toMatchObject({ status: 'succeeded', member_count: 1 });
  });

  it('is a permission of its own, as calculating is', async () => {
    const { id } = await makeSegment(app.api, 'Not for readers', livesIn('Nowhere'));
    const { body } = await app.as(keys.reader).post(`/api/segments/${id}/calculate`).expect(403);
    expect(body.code).toBe('access.forbidden');
  });

  it('the members are those of then, between the runs too', async () => {
    const id = await inhabited('Thenby', 'then-1', 'then-2');
    await move(app, 'elsewhere', 'then-1');
    await settle(app, 'Thenby', 'then-3');
    await calculate(app.api, id, day(10));
    const then = (instant: string) => membersOf(app.api, id, instant);
    expect(await then('2026-01-31T08:00:00Z')).toEqual([]);
    expect(await then(day(1))).toEqual(['then-1', 'then-2']);
    expect(await then('2026-02-10T07:59:59.999999Z')).toEqual(['then-1', 'then-2']);
    expect(await then('2026-02-10T09:00:00+01:00')).toEqual(['then-2', 'then-3']);
    expect(await membersOf(app.api, id)).toEqual(['then-2', 'then-3']);
  });
});
