/** A batch: those of whom something has changed, through every segment that is kept by that, and nobody else. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../../support/application.js';
import {
  consume,
  dirt,
  dirty,
  drain,
  due,
  makeKept,
  refresher,
  settled,
} from '../../../support/incremental.js';
import {
  livesIn,
  makeSegment,
  manual,
  memberOf,
  membersOf,
  move,
  settle,
} from '../../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const segment = async (id: string) => (await app.api.get(`/api/segments/${id}`).expect(200)).body;
const runsOf = async (id: string) => (await app.api.get(`/api/segments/${id}/runs`).expect(200)).body.items;
const staysOf = (id: string) =>
  app.query<{ stay: string }>(
    `select concat_ws(' ', c.external_id, s.cause, s.entered_by, case when s.left_at is not null then 'left' end) as stay
     from segmentation.contact_stays s join crm.contacts c on c.id = s.subject_id
     where segment_id = $1 order by c.external_id, entered_at`,
    [id],
  );

/** Moves them, and says so. */
async function moves(city: string, ...externalIds: string[]): Promise<void> {
  await move(app, city, ...externalIds);
  await dirty(app, externalIds);
}

describe('whoever changes', () => {
  it('joins what they match now, leaves what they match no longer, and is counted', async () => {
    await settle(app, 'Joinby', 'join-1', 'join-2');
    const [here, there] = [
      await makeKept(app, 'Joinby', livesIn('Joinby')),
      await makeKept(app, 'Joinby too', livesIn('Joinby-on-Sea')),
    ];
    await moves('Joinby-on-Sea', 'join-2');
    expect(await consume(app)).toEqual({ subjects: 1, joined: 1, left: 1, more: false });
    expect(await membersOf(app.api, here)).toEqual(['join-1']);
    expect(await membersOf(app.api, there)).toEqual(['join-2']);
    expect([(await segment(here)).member_count, (await segment(there)).member_count]).toEqual([1, 1]);
    expect(await staysOf(here)).toEqual([
      { stay: 'join-1 first_fill API key' },
      { stay: 'join-2 first_fill API key left' },
    ]);
    expect(await staysOf(there)).toEqual([{ stay: 'join-2 matched Refresh' }]);
  });

  it('is found in the runs of the segments that changed, and of no others', async () => {
    await settle(app, 'Runby', 'run-1');
    const changed = await makeKept(app, 'Runby', livesIn('Runby'));
    const same = await makeKept(app, 'Runby elsewhere', livesIn('Runby-under-Hill'));
    await moves('elsewhere', 'run-1');
    await consume(app);
    expect(await runsOf(same)).toHaveLength(1);
    const [run] = await runsOf(changed);
    expect(run).toMatchObject({
      kind: 'incremental',
      status: 'succeeded',
      segment_version: 1,
      joined: 0,
      left: 1,
      member_count: 0,
      started_by: 'Refresh',
    });
    expect((await segment(changed)).last_calculated_at).toBe(run.as_of);
  });

  it('and matches as before is written nowhere', async () => {
    await settle(app, 'Sameby', 'same-1');
    const id = await makeKept(app, 'Sameby', livesIn('Sameby'));
    await dirty(app, ['same-1']);
    const rows = () => app.query('select xmin, * from segmentation.segments where id = $1', [id]);
    const before = await rows();
    expect(await consume(app)).toEqual({ subjects: 1, joined: 0, left: 0, more: false });
    expect(await rows()).toEqual(before);
    expect(await runsOf(id)).toHaveLength(1);
  });

  it('alone is looked at: others stay until they are dirty', async () => {
    await settle(app, 'Aloneby', 'alone-1', 'alone-2');
    const id = await makeKept(app, 'Aloneby', livesIn('Aloneby'));
    await move(app, 'elsewhere', 'alone-1', 'alone-2');
    await settled(app);
    await dirty(app, ['alone-1']);
    await consume(app);
    expect(await membersOf(app.api, id)).toEqual(['alone-2']);
  });

  it('in one segment alone is looked at in that one alone', async () => {
    await settle(app, 'Pairby', 'pair-1');
    const [one, other] = [
      await makeKept(app, 'Pairby', livesIn('Pairby')),
      await makeKept(app, 'Pairby too', livesIn('Pairby')),
    ];
    await move(app, 'elsewhere', 'pair-1');
    await settled(app);
    await dirty(app, ['pair-1'], one);
    expect(await consume(app)).toMatchObject({ subjects: 1, left: 1 });
    expect([await membersOf(app.api, one), await membersOf(app.api, other)]).toEqual([[], ['pair-1']]);
  });

  it('leaves everything when deleted', async () => {
    const [id] = await settle(app, 'Goneby', 'gone-1');
    const gone = await makeKept(app, 'Goneby', livesIn('Goneby'));
    await dirty(app, ['gone-1']);
    await app.query('delete from crm.contacts where id = $1', [id]);
    expect(await consume(app)).toMatchObject({ left: 1 });
    expect((await segment(gone)).member_count).toBe(0);
  });

  it('of another tenant is none of this one’s', async () => {
    await settle(app, 'Tenby', 'ten-1');
    const id = await makeKept(app, 'Tenby', livesIn('Tenby'));
    await moves('elsewhere', 'ten-1');
    expect(await refresher(app).consume('2', 'contact', { limit: 10 })).toMatchObject({ subjects: 0 });
    expect(await membersOf(app.api, id)).toEqual(['ten-1']);
    await consume(app);
    expect(await membersOf(app.api, id)).toEqual([]);
  });

  it('is taken so many at a time, until there is nobody left', async () => {
    const people = Array.from({ length: 5 }, (_, n) => `many-${n}`);
    await settle(app, 'Manyby', ...people);
    const id = await makeKept(app, 'Manyby', livesIn('Manyby'));
    await moves('elsewhere', ...people);
    expect(await consume(app, 2)).toEqual({ subjects: 2, joined: 0, left: 2, more: true });
    expect(await membersOf(app.api, id)).toHaveLength(3);
    await drain(app, 2);
    expect(await membersOf(app.api, id)).toEqual([]);
    expect(await consume(app)).toEqual({ subjects: 0, joined: 0, left: 0, more: false });
  });
});

describe('a segment is left as it is', () => {
  const step = (name: string) => (id: string) => app.api.post(`/api/segments/${id}/${name}`).expect(200);
  const scheduled = (schedule: string) => (id: string) =>
    app.api.put(`/api/segments/${id}`).send({ version: 1, schedule }).expect(200);

  it.each([
    ['paused', step('pause')],
    ['inactive', step('deactivate')],
    ['archived', step('archive')],
    ['on the schedule “manual”', scheduled('manual')],
    ['on the schedule “daily 06:30”', scheduled('daily 06:30')],
    ['on the schedule “cron 0 6 * * 1”', scheduled('cron 0 6 * * 1')],
  ])('when it is %s', async (name, change) => {
    await settle(app, name, `left ${name}`);
    const id = await makeKept(app, name, livesIn(name));
    await change(id);
    await settled(app);
    await moves('elsewhere', `left ${name}`);
    expect(await consume(app)).toMatchObject({ subjects: 1, left: 0 });
    expect((await segment(id)).member_count).toBe(1);
    expect(await due(app)).toEqual({});
  });

  it('when it is to be calculated in full anyway', async () => {
    await settle(app, 'Dueby', 'due-1');
    const id = await makeKept(app, 'Dueby', livesIn('Dueby'));
    await app.query(
      `insert into segmentation.due (segment_id, tenant_id, reason, due_at) values ($1, '1', 'asked', now())`,
      [id],
    );
    await moves('elsewhere', 'due-1');
    await consume(app);
    expect(await membersOf(app.api, id)).toEqual(['due-1']);
    expect(await app.query('select requested, reason from segmentation.due')).toEqual([
      { requested: 1, reason: 'asked' },
    ]);
    // Whoever carries it out may have looked before the change.
    await app.query('update segmentation.due set holder = gen_random_uuid()');
    await moves('elsewhere', 'due-1');
    await consume(app);
    expect(await app.query('select requested from segmentation.due')).toEqual([{ requested: 2 }]);
    await settled(app);
  });

  it('and is due, when it has never been calculated, is broken, fails, or ranks everyone', async () => {
    await settle(app, 'Oddby', 'odd-1');
    const { id: fresh } = await makeSegment(app.api, 'Oddby fresh', livesIn('Oddby'));
    const broken = await makeKept(app, 'Oddby broken', livesIn('Oddby'));
    const failing = await makeKept(app, 'Oddby failing', {
      match: 'all',
      rules: [livesIn('Oddby'), { field: 'phone', operator: 'is_empty' }],
    });
    const top = await makeKept(app, 'Oddby top', { field: 'total_spend', operator: 'in_top', value: 3 });
    const fine = await makeKept(app, 'Oddby fine', livesIn('Oddby'));
    await app.query(
      `update segmentation.segments set rules = '{"field":"nope","operator":"is_empty"}' where id = $1`,
      [broken],
    );
    await app.query('alter table crm.contacts rename column phone to telephone');
    await moves('elsewhere', 'odd-1');
    expect(await consume(app)).toMatchObject({ subjects: 1, left: 1 });
    await app.query('alter table crm.contacts rename column telephone to phone');
    const reasons = await due(app);
    expect(reasons).toMatchObject({
      [fresh]: 'never calculated',
      [broken]: 'broken',
      [failing]: 'failed',
      [top]: 'ranks everyone',
    });
    expect([await membersOf(app.api, broken), await membersOf(app.api, failing)]).toEqual([
      ['odd-1'],
      ['odd-1'],
    ]);
    expect([await membersOf(app.api, fresh), await membersOf(app.api, fine)]).toEqual([[], []]);
    for (const id of [fresh, broken, failing, top]) await app.api.delete(`/api/segments/${id}`).expect(204);
    await settled(app);
  });
});

describe('people chosen by hand', () => {
  it('stay as they were chosen, whatever the rule says', async () => {
    const people = ['hand-in', 'hand-out', 'hand-free'];
    await settle(app, 'Handby', ...people);
    const id = await makeKept(app, 'Handby', livesIn('Handby'), { type: 'hybrid' });
    await app.api
      .post(`/api/segments/${id}/members`)
      .send({ external_ids: ['hand-in'] })
      .expect(200);
    const [{ id: out }] = (await app.query<{ id: string }>(
      `select id from crm.contacts where external_id = 'hand-out'`,
    )) as [{ id: string }];
    await app.api.delete(`/api/segments/${id}/members/${out}`).expect(204);
    await settled(app);
    await dirty(app, people);
    expect(await consume(app)).toMatchObject({ subjects: 3, joined: 0, left: 0 });
    await moves('elsewhere', ...people);
    expect(await consume(app)).toMatchObject({ joined: 0, left: 1 });
    expect(await membersOf(app.api, id)).toEqual(['hand-in']);
    await moves('Handby', ...people);
    expect(await consume(app)).toMatchObject({ joined: 1, left: 0 });
    expect(await membersOf(app.api, id)).toEqual(['hand-in', 'hand-free']);
  });
});

describe('segments that are built on others', () => {
  it('follow in the same batch, however long the chain', async () => {
    await settle(app, 'Chainby', 'chain-1', 'chain-2');
    const first = await makeKept(app, 'Chain 1', livesIn('Chainby'));
    const second = await makeKept(app, 'Chain 2', memberOf(first));
    const third = await makeKept(app, 'Chain 3', { match: 'none', rules: [memberOf(second)] });
    expect(await membersOf(app.api, third)).not.toContain('chain-1');
    await moves('elsewhere', 'chain-1');
    expect(await consume(app)).toMatchObject({ subjects: 1, joined: 1, left: 2, more: false });
    expect([await membersOf(app.api, second), await membersOf(app.api, first)]).toEqual([
      ['chain-2'],
      ['chain-2'],
    ]);
    expect(
      await app.query(
        `select from segmentation.contact_stays s join crm.contacts c on c.id = s.subject_id
      where segment_id = $1 and external_id = 'chain-1' and left_at is null`,
        [third],
      ),
    ).toHaveLength(1);
  });

  it('are looked at again for whom a person, a full run or a batch of another segment has changed below them', async () => {
    await settle(app, 'Belowby', 'below-1', 'below-2');
    const below = await makeKept(app, 'Below', livesIn('Belowby'), { type: 'hybrid' });
    const above = await makeKept(app, 'Above', memberOf(below));
    const frozen = await makeKept(app, 'Above, by hand', memberOf(below), manual);
    await settle(app, 'elsewhere', 'below-3');
    await settled(app);
    await app.api
      .post(`/api/segments/${below}/members`)
      .send({ external_ids: ['below-3'] })
      .expect(200);
    expect(await dirt(app)).toEqual([`below-3 ${above}`]);
    await drain(app);
    expect(await membersOf(app.api, above)).toEqual(['below-1', 'below-2', 'below-3']);
    await move(app, 'elsewhere', 'below-1');
    await settled(app);
    await app.api.post(`/api/segments/${below}/calculate`).query({ wait: 'true' }).expect(200);
    expect(await dirt(app)).toEqual([`below-1 ${above}`]);
    await drain(app);
    await move(app, 'elsewhere', 'below-2');
    await settled(app);
    await dirty(app, ['below-2'], below);
    expect(await consume(app)).toMatchObject({ left: 1, more: true });
    expect(await consume(app)).toMatchObject({ left: 1, more: false });
    expect(await membersOf(app.api, above)).toEqual(['below-3']);
    expect(await membersOf(app.api, frozen)).toEqual(['below-1', 'below-2']);
  });
});

describe('too many to look up one by one', () => {
  const crowd = `insert into crm.contacts (tenant_id, external_id, first_name, city)
    select 1, 'cross-' || n, 'Cross', 'Crossby' from generate_series(1, 1100) n`;
  const everyone = (segment: string | null) =>
    app.query(
      `insert into segmentation.contact_dirt (tenant_id, subject_id, segment_id)
       select '1', id, $1 from crm.contacts where tenant_id = 1`,
      [segment],
    );

  it('make every segment due instead, and their dirt goes', async () => {
    await app.query(crowd);
    const id = await makeKept(app, 'Crossby', livesIn('Crossby'));
    const frozen = await makeKept(app, 'Crossby, by hand', livesIn('Crossby'), manual);
    await app.query(`update crm.contacts set city = 'elsewhere' where city = 'Crossby'`);
    await everyone(null);
    expect(await consume(app, 1000)).toMatchObject({ joined: 0, left: 0, more: false });
    const reasons = await due(app);
    expect(reasons).toMatchObject({ [id]: 'many changed' });
    expect(reasons).not.toHaveProperty(frozen);
    expect(await dirt(app)).toEqual([]);
    expect((await segment(id)).member_count).toBe(1100);
    await settled(app);
  });

  it('in one segment alone make that one due', async () => {
    const id = await makeKept(app, 'Crossby alone', livesIn('Crossby'));
    const other = await makeKept(app, 'Crossby other', livesIn('Crossby'));
    await move(app, 'Crossby', 'cross-1');
    await settled(app);
    await everyone(id);
    await dirty(app, ['cross-1'], other);
    await drain(app, 1000);
    expect(await due(app)).toEqual({ [id]: 'many changed' });
    expect([await membersOf(app.api, id), await membersOf(app.api, other)]).toEqual([[], ['cross-1']]);
    await settled(app);
  });
});
