/** What can come between a batch and its end: newer changes, full runs, edits, people, other batches, failures. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { openApplication, type TestApplication } from '../support/application.js';
import { clearFailpoints, failAt, holdAt } from '../support/failpoints.js';
import { consume, dirt, dirty, drain, due, makeKept, settled } from '../support/incremental.js';
import { livesIn, makeSegment, memberOf, membersOf, move, settle, until } from '../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterEach(() => clearFailpoints(app));
afterAll(() => app.close());

async function moves(city: string, ...externalIds: string[]): Promise<void> {
  await move(app, city, ...externalIds);
  await dirty(app, externalIds);
}

/** Sessions that wait for another to let go of a lock. */
const blocked = () =>
  app.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
const isBlocked = () => until(blocked, (sessions) => sessions.length > 0);

const calculate = (id: string) =>
  app.api
    .post(`/api/segments/${id}/calculate`)
    .query({ wait: 'true' })
    .then(({ body }) => body);

async function inhabited(city: string): Promise<string> {
  await settle(app, city, `${city}-1`, `${city}-2`);
  return makeKept(app, city, livesIn(city));
}

describe('a batch that has looked at somebody', () => {
  it('has written before another looks at them, who sees what is newer', async () => {
    const id = await inhabited('Staleby');
    await moves('elsewhere', 'Staleby-1');
    const held = holdAt(app, 'incremental.evaluated');
    const first = consume(app);
    await held.reached;
    // What the first has seen is no longer so.
    await moves('Staleby', 'Staleby-1');
    const second = consume(app);
    await isBlocked();
    held.letGo();
    expect([await first, await second]).toEqual([
      expect.objectContaining({ left: 1 }),
      expect.objectContaining({ joined: 1 }),
    ]);
    expect(await membersOf(app.api, id)).toEqual(['Staleby-1', 'Staleby-2']);
  });

  it('misses nothing that is committed after it has taken their dirt', async () => {
    const id = await inhabited('Lateby');
    await dirty(app, ['Lateby-1']);
    const held = holdAt(app, 'incremental.taken');
    const first = consume(app);
    await held.reached;
    await moves('elsewhere', 'Lateby-1');
    held.letGo();
    // The first sees the newer state already; the dirt of that stays for the next.
    expect(await first).toMatchObject({ left: 1, more: true });
    expect(await consume(app)).toMatchObject({ left: 0, joined: 0, more: false });
    expect(await membersOf(app.api, id)).toEqual(['Lateby-2']);
  });

  it('writes nothing for a rule that was edited, a segment that was paused, or one that was deleted', async () => {
    const edited = await inhabited('Editby');
    const paused = await makeKept(app, 'Editby paused', livesIn('Editby'));
    const deleted = await makeKept(app, 'Editby deleted', livesIn('Editby'));
    const same = await makeKept(app, 'Editby same', livesIn('Editby'));
    await moves('elsewhere', 'Editby-1');
    const held = holdAt(app, 'incremental.evaluated');
    const batch = consume(app);
    await held.reached;
    await app.api
      .put(`/api/segments/${edited}`)
      .send({ version: 1, rules: livesIn('Other') })
      .expect(200);
    await app.api.post(`/api/segments/${paused}/pause`).expect(200);
    await app.api.delete(`/api/segments/${deleted}`).expect(204);
    held.letGo();
    expect(await batch).toMatchObject({ left: 1 });
    for (const id of [edited, paused]) expect(await membersOf(app.api, id)).toEqual(['Editby-1', 'Editby-2']);
    expect(await membersOf(app.api, same)).toEqual(['Editby-2']);
    for (const table of ['contact_stays', 'runs'])
      expect(await app.query(`select from segmentation.${table} where segment_id = $1`, [deleted])).toEqual(
        [],
      );
  });

  it('lets people be pinned after it, whose choice stands', async () => {
    await settle(app, 'Handby', 'Handby-1');
    const id = await makeKept(app, 'Handby', livesIn('Handby'), { type: 'hybrid' });
    await moves('elsewhere', 'Handby-1');
    const held = holdAt(app, 'incremental.evaluated');
    const batch = consume(app);
    await held.reached;
    const pin = app.api
      .post(`/api/segments/${id}/members`)
      .send({ external_ids: ['Handby-1'] })
      .then();
    await isBlocked();
    held.letGo();
    expect(await batch).toMatchObject({ left: 1 });
    expect((await pin).body).toMatchObject({ member_count: 1 });
    expect(await membersOf(app.api, id)).toEqual(['Handby-1']);
  });

  it('never says that members are known as of an earlier instant than another has said', async () => {
    const id = await inhabited('Orderby');
    const known = async () =>
      (await app.query('select last_calculated_at from segmentation.segments where id = $1', [id]))[0];
    await moves('elsewhere', 'Orderby-2');
    const held = holdAt(app, 'incremental.evaluated');
    const first = consume(app);
    await held.reached;
    await moves('elsewhere', 'Orderby-1');
    expect(await consume(app, 1)).toMatchObject({ left: 1 });
    const later = await known();
    held.letGo();
    expect(await first).toMatchObject({ left: 1 });
    expect(await known()).toEqual(later);
    expect(await membersOf(app.api, id)).toEqual([]);
  });

  it('leaves its dirt and everything as it was, when it fails', async () => {
    const id = await inhabited('Failby');
    await moves('elsewhere', 'Failby-1');
    failAt(app, 'incremental.written', new Error('the power is gone'));
    await expect(consume(app)).rejects.toThrow('the power is gone');
    expect(await membersOf(app.api, id)).toEqual(['Failby-1', 'Failby-2']);
    expect(await dirt(app)).toEqual(['Failby-1']);
    expect(await consume(app)).toMatchObject({ left: 1 });
  });

  it('is tried again after a deadlock, but not for ever', async () => {
    const id = await inhabited('Deadby');
    await moves('elsewhere', 'Deadby-1');
    const deadlock = new QueryFailedError(
      '',
      [],
      Object.assign(new Error('deadlock detected'), { code: '40P01' }),
    );
    failAt(app, 'incremental.written', deadlock, 5);
    await expect(consume(app)).rejects.toThrow('deadlock');
    failAt(app, 'incremental.written', deadlock, 4);
    expect(await consume(app)).toMatchObject({ left: 1 });
    expect(await membersOf(app.api, id)).toEqual(['Deadby-2']);
  });
});

describe('a full run under way', () => {
  it('is not overtaken: the batch puts the pairs back, and the next one finds what is newer', async () => {
    const id = await inhabited('Fullby');
    const other = await makeKept(app, 'Fullby other', livesIn('Fullby'));
    await settled(app);
    const held = holdAt(app, 'full.reckoned');
    const full = calculate(id);
    await held.reached;
    await moves('elsewhere', 'Fullby-1');
    expect(await consume(app)).toEqual({ subjects: 1, joined: 0, left: 1, more: false });
    expect(await dirt(app)).toEqual([`Fullby-1 ${id}`]);
    // It waits, and keeps nobody else waiting.
    expect(await consume(app)).toEqual({ subjects: 0, joined: 0, left: 0, more: false });
    held.letGo();
    expect(await full).toMatchObject({ status: 'succeeded', left: 0 });
    expect([await membersOf(app.api, id), await membersOf(app.api, other)]).toEqual([
      ['Fullby-1', 'Fullby-2'],
      ['Fullby-2'],
    ]);
    expect(await consume(app)).toEqual({ subjects: 1, joined: 0, left: 1, more: false });
    expect(await membersOf(app.api, id)).toEqual(['Fullby-2']);
  });

  it('begins after a batch that looks at its segment, and sees what that has written', async () => {
    const id = await inhabited('Afterby');
    await moves('elsewhere', 'Afterby-1');
    const held = holdAt(app, 'incremental.evaluated');
    const batch = consume(app);
    await held.reached;
    const full = calculate(id);
    await isBlocked();
    held.letGo();
    expect(await batch).toMatchObject({ left: 1 });
    expect(await full).toMatchObject({ status: 'succeeded', left: 0, member_count: 1 });
  });

  it('of what a segment is built on reaches that segment, also when a batch has looked before', async () => {
    const below = await inhabited('Belowby');
    const above = await makeKept(app, 'Above Belowby', memberOf(below));
    await move(app, 'elsewhere', 'Belowby-1');
    await settled(app);
    const held = holdAt(app, 'full.reckoned');
    const full = calculate(below);
    await held.reached;
    await dirty(app, ['Belowby-1']);
    await consume(app);
    held.letGo();
    expect(await full).toMatchObject({ left: 1 });
    await drain(app);
    expect(await membersOf(app.api, above)).toEqual(['Belowby-2']);
  });

  it('is asked for again by a batch that it makes needless', async () => {
    const id = await inhabited('Againby');
    await app.query(
      `insert into segmentation.due (segment_id, tenant_id, reason, due_at, holder)
       values ($1, '1', 'asked', now(), gen_random_uuid())`,
      [id],
    );
    await moves('elsewhere', 'Againby-1');
    await consume(app);
    expect(await due(app)).toEqual({ [id]: 'changed meanwhile' });
    await settled(app);
  });
});

describe('a segment that comes to be kept while a batch is under way', () => {
  /** As its full run leaves it. */
  const calculated = async (id: string) => {
    expect(await calculate(id)).toMatchObject({ status: 'succeeded' });
    await app.query('delete from segmentation.due');
  };

  it('is looked at for whom the batch takes after that', async () => {
    const id = await inhabited('Sinceby');
    await app.api.post(`/api/segments/${id}/pause`).expect(200);
    const held = holdAt(app, 'incremental.shared');
    const batch = consume(app);
    await held.reached;
    await app.api.post(`/api/segments/${id}/resume`).expect(200);
    await calculated(id);
    await moves('elsewhere', 'Sinceby-1');
    held.letGo();
    await batch;
    await drain(app);
    expect(await membersOf(app.api, id)).toEqual(['Sinceby-2']);
  });

  it('is due where the batch lets go of the dirt of very many', async () => {
    const id = await inhabited('Crossby');
    await app.api.post(`/api/segments/${id}/pause`).expect(200);
    const held = holdAt(app, 'incremental.shared');
    const batch = consume(app);
    await held.reached;
    await app.api.post(`/api/segments/${id}/resume`).expect(200);
    await calculated(id);
    await app.query(`insert into segmentation.contact_dirt select '1', n from generate_series(1, 3000) n`);
    held.letGo();
    expect(await batch).toMatchObject({ joined: 0, left: 0, more: false });
    expect(await due(app)).toMatchObject({ [id]: 'many changed' });
    await settled(app);
  });

  it('is told what the batch changes below it, though it has looked already', async () => {
    const below = await inhabited('Newby');
    await moves('elsewhere', 'Newby-1');
    const held = holdAt(app, 'incremental.evaluated');
    const batch = consume(app);
    await held.reached;
    const { id } = await makeSegment(app.api, 'Above Newby', memberOf(below));
    await calculated(id);
    held.letGo();
    expect(await batch).toMatchObject({ left: 1 });
    await drain(app);
    expect(await membersOf(app.api, id)).toEqual(['Newby-2']);
  });

  it('waits for what the batch has written below it', async () => {
    const below = await inhabited('Waitby');
    await moves('elsewhere', 'Waitby-1');
    const held = holdAt(app, 'incremental.written');
    const batch = consume(app);
    await held.reached;
    const { id } = await makeSegment(app.api, 'Above Waitby', memberOf(below));
    const full = calculate(id);
    await isBlocked();
    held.letGo();
    expect(await batch).toMatchObject({ left: 1 });
    expect(await full).toMatchObject({ status: 'succeeded', member_count: 1 });
  });
});

describe.each([2, 3])('%i batches at a time', (consumers) => {
  it('end in what a full run finds, for every segment', async () => {
    const people = Array.from({ length: 40 }, (_, n) => `crowd-${consumers}-${n}`);
    const cities = [0, 1, 2].map((n) => `Crowdby ${consumers} ${n}`);
    await settle(app, cities[0] ?? '', ...people);
    const segments: string[] = [];
    for (const city of cities) segments.push(await makeKept(app, city, livesIn(city)));
    const [first = '', second = ''] = segments;
    segments.push(
      await makeKept(app, `Crowd ${consumers} either`, {
        match: 'any',
        rules: [memberOf(first), memberOf(second)],
      }),
    );
    segments.push(
      await makeKept(app, `Crowd ${consumers} neither`, {
        match: 'none',
        rules: segments.map((id) => memberOf(id)),
      }),
    );
    let writing = true;
    const consuming = Array.from({ length: consumers }, async () => {
      while (writing) await consume(app, 7);
    });
    for (let round = 0; round < 60; round++) {
      const some = people.filter((_, n) => (n * 7 + round * 3) % 11 < 4);
      await moves(cities[(round * 5) % 3] ?? '', ...some);
      if (round % 15 === 7) await calculate(segments[round % segments.length] ?? '');
    }
    writing = false;
    await Promise.all(consuming);
    await drain(app, 7);
    expect(await dirt(app)).toEqual([]);
    const differences = [];
    for (const id of segments)
      differences.push((({ joined, left }) => ({ joined, left }))(await calculate(id)));
    expect(differences).toEqual(segments.map(() => ({ joined: 0, left: 0 })));
    const counts = await app.query<{ same: boolean }>(
      `select member_count = (select count(*) from segmentation.contact_stays t where t.segment_id = s.id and left_at is null) as same
       from segmentation.segments s where id = any($1)`,
      [segments],
    );
    expect(counts.every(({ same }) => same)).toBe(true);
  }, 120_000);
});
