/** One person: what is kept of them is shown, and erased everywhere at once. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SubjectStays } from '../../../src/members/subject-stays.repository.js';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { whileAuditRefuses } from '../../support/audit.js';
import { makeField, putValues } from '../../support/custom-fields.js';
import { calculate, livesIn, makeSegment, membersOf, settle, until, walk } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
  await makeField(app.api, 'diet', 'text');
});
afterAll(() => app.close());

const of = (id: string, what = 'personal-data') => `/api/subjects/contact/${id}/${what}`;

let towns = 0;

/** Two people in a town of their own, in a segment by its rule and in another by hand; the first has said no to e-mail. */
async function town() {
  const name = `Erasby ${++towns}`;
  const [jo = '', mo = ''] = await settle(app, name, `jo-${towns}`, `mo-${towns}`);
  await app.query(`update crm.contacts set email = external_id || '@example.com' where id = any($1)`, [
    [jo, mo],
  ]);
  const { id: ruled } = await makeSegment(app.api, `${name}, by rule`, livesIn(name));
  await calculate(app.api, ruled);
  const chosen = { name: `${name}, by hand`, subject: 'contact', type: 'static' };
  const { id: pinned } = (await app.api.post('/api/segments').send(chosen).expect(201)).body;
  await app.api.post(`/api/segments/${pinned}/members`).send({ member_ids: [jo, mo], reason: 'asked' });
  await putValues(app.api, jo, { diet: 'vegan' }).expect(200);
  const no = { channel: 'email', opted_in: false, source: 'letter' };
  await app.api.put(`/api/consent/contact/${jo}`).send(no).expect(200);
  await app.query(
    `insert into segmentation.contact_dirt (tenant_id, subject_id) select '1', unnest($1::bigint[])`,
    [[jo, mo]],
  );
  return { name, jo, mo, ruled, pinned };
}

/** Every table of the engine's with a column that names a person, and how many rows it has of this one. */
async function rowsOf(id: string): Promise<Record<string, number>> {
  const tables = await app.query<{ name: string; column: string }>(
    `select c.oid::regclass::text as name, a.attname as column from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname in ('subject_id', 'subject_key', 'member_id', 'contact_id')
     where c.relnamespace = to_regnamespace('segmentation') and c.relkind in ('r', 'p') order by 1`,
  );
  const counts: Record<string, number> = {};
  for (const { name, column } of tables) {
    const [row] = await app.query<{ count: number }>(
      `select count(*)::integer as count from ${name} where ${column}::text = $1 and tenant_id = '1'`,
      [id],
    );
    counts[name] = row?.count ?? 0;
  }
  return counts;
}

const ofContacts = (counts: Record<string, number>) =>
  Object.entries(counts).filter(([name]) => !name.includes('.company'));

describe('what is kept of a person', () => {
  it('is shown, by what keeps it', async () => {
    const { jo, ruled, pinned, name } = await town();
    const { body } = await app.api.get(of(jo)).expect(200);
    expect(body).toEqual({
      subject: 'contact',
      id: jo,
      data: {
        memberships: expect.arrayContaining([
          expect.objectContaining({
            segment_id: ruled,
            segment_name: `${name}, by rule`,
            cause: 'first_fill',
          }),
          expect.objectContaining({ segment_id: pinned, cause: 'pinned', left_at: null }),
          expect.objectContaining({ segment_id: pinned, kind: 'included', reason: 'asked' }),
        ]),
        consents: [expect.objectContaining({ channel: 'email', opted_in: false, source: 'letter' })],
        custom_fields: [{ key: 'diet', value: 'vegan' }],
        stored_answers: [],
        records: [expect.objectContaining({ table: 'contacts', city: name })],
      },
    });
  });

  it('is shown only to who may: another tenant finds nobody, and reading segments is not enough', async () => {
    const { jo } = await town();
    expect((await app.as(keys.foreign).get(of(jo)).expect(404)).body.code).toBe('subject.not-found');
    expect((await app.as(keys.foreign).delete(of(jo)).expect(404)).body.code).toBe('subject.not-found');
    await app.as(keys.reader).get(of(jo)).expect(403);
    await app.as(keys.reader).delete(of(jo)).expect(403);
    await app.api.get(of(jo)).expect(200);
  });

  it.each(['0', 'x', '-1', '007', '99999999999999999999'])('is nothing of nobody: %s', async (id) => {
    for (const path of [of(id), of(id, 'segments')])
      expect((await app.api.get(path).expect(404)).body.code).toBe('subject.not-found');
    expect((await app.api.delete(of(id)).expect(404)).body.code).toBe('subject.not-found');
  });
});

describe('the segments of a person', () => {
  it('are all that they are or were in, with each stay', async () => {
    const { jo, ruled, pinned, name } = await town();
    await app.query('update crm.contacts set city = $2 where id = $1', [jo, 'Elsewhere']);
    await calculate(app.api, ruled);
    const { body } = await app.api.get(of(jo, 'segments')).expect(200);
    expect(body).toEqual({
      total: 2,
      next_cursor: null,
      items: [
        {
          segment_id: pinned,
          segment_name: `${name}, by hand`,
          is_member: true,
          stays: [expect.objectContaining({ cause: 'pinned', left_at: null })],
        },
        {
          segment_id: ruled,
          segment_name: `${name}, by rule`,
          is_member: false,
          stays: [expect.objectContaining({ cause: 'first_fill', left_at: expect.stringMatching(/Z$/) })],
        },
      ],
    });
    const { items, totals } = await walk<{ segment_id: string }>(app.api, of(jo, 'segments'), 1);
    expect([items.map(({ segment_id }) => segment_id), totals]).toEqual([
      [pinned, ruled],
      [2, 2],
    ]);
  });
});

describe('erasing a person', () => {
  it('leaves no row of the engine’s that names them, in whatever table', async () => {
    const { jo, mo } = await town();
    const before = ofContacts(await rowsOf(jo));
    // Whoever adds a table plants a row in it above, or this test would prove nothing of it.
    expect(before.filter(([, count]) => count === 0)).toEqual([]);
    const others = await rowsOf(mo);
    const { body } = await app.api.delete(of(jo)).expect(200);
    expect(body).toEqual({
      subject: 'contact',
      id: jo,
      erased: { memberships: 3, consents: 1, stored_answers: 0, records: 1, custom_fields: 1 },
    });
    expect(ofContacts(await rowsOf(jo)).filter(([, count]) => count > 0)).toEqual([]);
    expect(await rowsOf(mo)).toEqual(others);
    expect(await app.query('select 1 from crm.contacts where id = $1', [jo])).toEqual([]);
    expect((await app.api.delete(of(jo)).expect(404)).body.code).toBe('subject.not-found');
  });

  it('takes them out of the counts and the members, and a calculation finds nothing to change', async () => {
    const { jo, ruled, pinned } = await town();
    await app.api.delete(of(jo)).expect(200);
    for (const id of [ruled, pinned]) {
      expect((await app.api.get(`/api/segments/${id}`).expect(200)).body.member_count).toBe(1);
      expect(await membersOf(app.api, id)).toEqual([expect.stringMatching(/^mo-/)]);
    }
    expect(await calculate(app.api, ruled)).toMatchObject({ joined: 0, left: 0, member_count: 1 });
  });

  it('keeps suppressed the address they said no to, should anybody bring it in again', async () => {
    const { jo, name } = await town();
    await app.api.delete(of(jo)).expect(200);
    const [again = ''] = await settle(app, name, `again-${towns}`);
    await app.query(`update crm.contacts set email = 'jo-' || $2 || '@example.com' where id = $1`, [
      again,
      towns,
    ]);
    const { body } = await app.api.get(`/api/consent/contact/${again}`).expect(200);
    expect(body.channels[0]).toMatchObject({ channel: 'email', suppression: { reason: 'erased' } });
    const rows = await app.query('select * from segmentation.suppressions');
    expect(JSON.stringify(rows)).not.toContain('@example.com');
  });

  it('empties the answers that are kept for repeated requests', async () => {
    const { jo, pinned } = await town();
    const add = () =>
      app.api
        .post(`/api/segments/${pinned}/members`)
        .set('Idempotency-Key', `add-${towns}`)
        .send({ member_ids: [jo] });
    await add().expect(200);
    await app.api.delete(of(jo)).expect(200);
    expect(await app.query('select 1 from segmentation.idempotency_keys where body is not null')).toEqual([]);
    expect((await add().expect(409)).body.code).toBe('request.answer-not-kept');
  });

  it('also finds whoever the host has deleted already', async () => {
    const { jo } = await town();
    await app.query('delete from crm.contacts where id = $1', [jo]);
    const { body } = await app.api.delete(of(jo)).expect(200);
    expect(body.erased).toEqual({
      memberships: 3,
      consents: 1,
      stored_answers: 0,
      records: 0,
      custom_fields: 1,
    });
    expect(ofContacts(await rowsOf(jo)).filter(([, count]) => count > 0)).toEqual([]);
  });

  it('is written down: by whom, how much, and of whom for those only who know', async () => {
    const { jo } = await town();
    await app.api.get(of(jo)).expect(200);
    await app.api.delete(of(jo)).expect(200);
    const { body } = await app.api.get('/api/audit').query({ target: jo }).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({
        action: 'personal-data.erased',
        target_type: 'contact',
        details: { memberships: 3, consents: 1, stored_answers: 0, records: 1, custom_fields: 1 },
      }),
      expect.objectContaining({ action: 'personal-data.exported', target_type: 'contact' }),
      expect.objectContaining({ action: 'consent.recorded', target_type: 'contact' }),
    ]);
    expect(new Set(body.items.map(({ target_id }: { target_id: string }) => target_id)).size).toBe(1);
    const rows = await app.query('select target_id, details from segmentation.audit');
    expect(JSON.stringify(rows)).not.toContain(`"${jo}"`);
  });

  it('is not done where it cannot be written down', async () => {
    const { jo } = await town();
    const before = await rowsOf(jo);
    app.nest.useLogger(false);
    await whileAuditRefuses(app, () => app.api.delete(of(jo)).expect(500));
    expect(await rowsOf(jo)).toEqual(before);
    await app.api.delete(of(jo)).expect(200);
  });

  it('of nobody forgets nothing of others', async () => {
    const { pinned, jo } = await town();
    const add = () =>
      app.api
        .post(`/api/segments/${pinned}/members`)
        .set('Idempotency-Key', `kept-${towns}`)
        .send({ member_ids: [jo] });
    await add().expect(200);
    await app.api.delete(of('2147483647')).expect(404);
    expect((await add().expect(200)).headers['idempotency-replayed']).toBe('true');
  });

  it('waits for a calculation that may have read them, so that it brings nobody back', async () => {
    const { jo, ruled } = await town();
    const client = await app.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select pg_advisory_xact_lock(hashtextextended('refresh of segment ' || $1, 0))`, [
        ruled,
      ]);
      const erasing = app.api.delete(of(jo)).then((answer) => answer);
      await until(
        () => app.query(`select 1 from pg_locks where locktype = 'advisory' and not granted`),
        (waiting) => waiting.length === 1,
      );
      expect((await app.query('select 1 from crm.contacts where id = $1', [jo])).length).toBe(1);
      await client.query('rollback');
      expect((await erasing).status).toBe(200);
    } finally {
      client.release();
    }
  });

  it('is put off where the calculation takes long, and nothing is erased', async () => {
    const { jo, ruled } = await town();
    const before = await rowsOf(jo);
    app.nest.get(SubjectStays).patience = '100ms';
    const client = await app.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`select pg_advisory_xact_lock(hashtextextended('refresh of segment ' || $1, 0))`, [
        ruled,
      ]);
      expect((await app.api.delete(of(jo)).expect(409)).body.code).toBe('erasure.busy');
    } finally {
      await client.query('rollback');
      client.release();
      app.nest.get(SubjectStays).patience = '30s';
    }
    expect(await rowsOf(jo)).toEqual(before);
  });

  it('changes nothing where it cannot be done as a whole', async () => {
    const { jo } = await town();
    const before = await rowsOf(jo);
    app.nest.useLogger(false);
    await app.query(
      `create function crm.refuse() returns trigger language plpgsql as $$ begin raise 'kept'; end $$;
       create trigger refuse before delete on crm.contacts for each row execute function crm.refuse()`,
    );
    await app.api.delete(of(jo)).expect(500);
    await app.query('drop trigger refuse on crm.contacts');
    expect(await rowsOf(jo)).toEqual(before);
    await app.api.delete(of(jo)).expect(200);
  });
});
