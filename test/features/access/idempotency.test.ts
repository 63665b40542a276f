/** One Idempotency-Key, one write: sent again it is answered again, and whatever is not the same is refused. */

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdempotencyRepository } from '../../../src/access/idempotency/idempotency.repository.js';
import { TenantDatabase } from '../../../src/access/tenant-database.js';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { livesIn, makeSegment, segmentOf, settle, until } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
  await settle(app, 'Onceby', 'once-1');
});
afterAll(() => app.close());

const named = (name: string) => segmentOf(name, livesIn('Onceby'));

const create = (body: object, key: string, as: string = keys.own) =>
  app.as(as).post('/api/segments').set('Idempotency-Key', key).send(body);

const countOf = async (name: string): Promise<number> =>
  (await app.query('select 1 from segmentation.segments where name = $1', [name])).length;

describe('a write that is sent again', () => {
  it('is carried out once, and answered as before', async () => {
    const first = await create(named('Once'), 'once').expect(201);
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    const second = await create(named('Once'), 'once').expect(201);
    expect([second.headers['idempotency-replayed'], second.text]).toEqual(['true', first.text]);
    expect(await countOf('Once')).toBe(1);
  });

  it.each(['delete', 'put', 'calculate'] as const)('is: %s', async (method) => {
    const { id } = await makeSegment(app.api, `To ${method}`, livesIn('Onceby'));
    const send = () => {
      if (method === 'delete') return app.api.delete(`/api/segments/${id}`);
      if (method === 'calculate') return app.api.post(`/api/segments/${id}/calculate?wait=true`);
      return app.api.put(`/api/segments/${id}`).send({ version: 1, description: 'Changed' });
    };
    const first = await send().set('Idempotency-Key', `of ${method}`.replace(' ', '-'));
    const second = await send().set('Idempotency-Key', `of ${method}`.replace(' ', '-'));
    expect([second.status, second.text]).toEqual([first.status, first.text]);
    expect([first.ok, second.headers['idempotency-replayed']]).toEqual([true, 'true']);
    expect(await app.query('select 1 from segmentation.runs where segment_id = $1', [id])).toHaveLength(
      method === 'calculate' ? 1 : 0,
    );
  });

  it('is another one with another key, or from another caller', async () => {
    await create(named('Theirs'), 'shared').expect(201);
    await create(named('Theirs'), 'shared', keys.foreign).expect(201);
    const { key } = (await app.api.post('/api/api-keys').send({ name: 'Second', scopes: ['segments:write'] }))
      .body;
    const other = await create(named('Theirs'), 'shared', key).expect(409);
    expect(other.body.code).toBe('segment.name-taken');
    await create(named('Theirs'), 'another').expect(409);
  });

  it('may be mended with the same key where it was refused', async () => {
    const bad = segmentOf('Mended', { match: 'all', rules: [] });
    await create(bad, 'mended').expect(422);
    await create(named('Mended'), 'mended').expect(201);
  });

  it.each([
    ['another body', (id: string) => app.api.put(`/api/segments/${id}`).send({ version: 1, name: 'B' })],
    ['another query', (id: string) => app.api.put(`/api/segments/${id}?x=1`).send({ version: 1, name: 'A' })],
    ['another method', (id: string) => app.api.delete(`/api/segments/${id}`)],
    ['another path', () => app.api.post('/api/segments').send(named('C'))],
  ])('is refused with %s', async (other, send) => {
    const { id } = await makeSegment(app.api, `For ${other}`, livesIn('Onceby'));
    const key = other.replace(' ', '-');
    const sent = { version: 1, name: `A ${other}` };
    await app.api.put(`/api/segments/${id}`).set('Idempotency-Key', key).send(sent).expect(200);
    const { body } = await send(id).set('Idempotency-Key', key).expect(422);
    expect(body.code).toBe('request.idempotency-key-reused');
  });

  it('counts for a day', async () => {
    await create(named('Yesterday'), 'yesterday').expect(201);
    await app.query(`update segmentation.idempotency_keys set created_at = now() - interval '25 hours'`);
    const { body } = await create(named('Yesterday'), 'yesterday').expect(409);
    expect(body.code).toBe('segment.name-taken');
  });

  it.each(['', 'two words', 'ü', 'x'.repeat(256)])(
    'needs a key of the header’s form, not “%s”',
    async (key) => {
      const answer = await fetch(`${app.address}/api/segments`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${keys.own}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
        },
        body: JSON.stringify(named('Ill-formed')),
      });
      expect([answer.status, await answer.json()]).toEqual([
        400,
        expect.objectContaining({
          problems: [expect.objectContaining({ path: 'Idempotency-Key', code: 'request.idempotency-key' })],
        }),
      ]);
    },
  );
});

describe('a file that is sent again', () => {
  let people: string[];
  let id: string;
  beforeAll(async () => {
    people = await settle(app, 'Fileby', 'file-1', 'file-2');
    const segment = { name: 'Of files', subject: 'contact', type: 'static' };
    id = (await app.api.post('/api/segments').send(segment).expect(201)).body.id;
  });

  const send = (key: string) =>
    app.api.post(`/api/segments/${id}/members/import`).set('Idempotency-Key', key);
  const file = (member: string | undefined) => `member_id\n${member}\n`;
  const count = async (): Promise<number> => (await app.api.get(`/api/segments/${id}`)).body.member_count;

  it('was imported once; another of the same length is another request, and is said to be', async () => {
    const [one, two] = people;
    expect(file(one)).toHaveLength(file(two).length);
    await send('a-file').type('text/csv').send(file(one)).expect(200);
    const again = await send('a-file').type('text/csv').send(file(one)).expect(409);
    const other = await send('a-file').type('text/csv').send(file(two)).expect(422);
    expect([again.body.code, other.body.code]).toEqual([
      'request.answer-not-kept',
      'request.idempotency-key-reused',
    ]);
    expect(await count()).toBe(1);
    await send('another-file').type('text/csv').send(file(two)).expect(200);
    expect(await count()).toBe(2);
  });

  it('is the same in whatever form it comes', async () => {
    const sent = (boundary: string, member: string | undefined) =>
      send('a-form')
        .type(`multipart/form-data; boundary=${boundary}`)
        .send(
          `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${file(member)}\r\n--${boundary}--\r\n`,
        );
    await sent('one', people[0]).expect(200);
    expect((await sent('two', people[0]).expect(409)).body.code).toBe('request.answer-not-kept');
    expect((await sent('one', people[1]).expect(422)).body.code).toBe('request.idempotency-key-reused');
  });

  it('may be mended with the same key where it was refused', async () => {
    await send('mended-file').type('text/csv').send('nothing\n1\n').expect(422);
    await send('mended-file').type('text/csv').send(file(people[0])).expect(200);
  });
});

describe('a request that is being carried out', () => {
  /** Holds the segment’s row, so that an edit of it waits. */
  async function whileLocked<T>(id: string, work: () => Promise<T>): Promise<T> {
    const client = await app.database.pool.connect();
    try {
      await client.query('begin');
      await client.query('select 1 from segmentation.segments where id = $1 for update', [id]);
      return await work();
    } finally {
      await client.query('rollback');
      client.release();
    }
  }

  it('is not carried out a second time meanwhile', async () => {
    const { id } = await makeSegment(app.api, 'Slow', livesIn('Onceby'));
    const edit = () =>
      app.api.put(`/api/segments/${id}`).set('Idempotency-Key', 'slow').send({ version: 1, name: 'Slower' });
    const first = await whileLocked(id, async () => {
      const going = edit().then((answer) => answer);
      await until(
        () => app.query('select 1 from segmentation.idempotency_keys where status is null'),
        (rows) => rows.length === 1,
      );
      const { body } = await edit().expect(409);
      expect(body.code).toBe('request.in-flight');
      return { going };
    });
    expect((await first.going).status).toBe(200);
    expect((await edit().expect(200)).headers['idempotency-replayed']).toBe('true');
  });

  it('is free to be sent again when its process died', async () => {
    await create(named('Died'), 'died').expect(201);
    await app.query(
      `update segmentation.idempotency_keys set status = null, body = null, body_kept = false,
         held_until = now() - interval '1 s' where key = sha256('died')`,
    );
    const { body } = await create(named('Died'), 'died').expect(409);
    expect(body.code).toBe('segment.name-taken');
  });

  it('is one of many sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(named('Race'), 'race')));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => ![201, 409].includes(status))).toEqual([]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(
      statuses.filter((status) => status === 409).map(() => 'request.in-flight'),
    );
    expect(await countOf('Race')).toBe(1);
  });
});

describe('what is kept', () => {
  it('is no key of the caller’s, no path and no body of theirs', async () => {
    await create(named('Digested'), 'ada@example.com').expect(201);
    const rows = await app.query<{ body: string }>(
      `select * from segmentation.idempotency_keys where key = sha256('ada@example.com')`,
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows.map((row) => ({ ...row, body: '' })))).not.toMatch(/ada@|segments|Digested/);
  });

  it('is no secret: a key is made once, and shown once', async () => {
    const make = () =>
      app.api
        .post('/api/api-keys')
        .set('Idempotency-Key', 'secret')
        .send({ name: 'Shown once', scopes: ['segments:read'] });
    const { body } = await make().expect(201);
    expect((await make().expect(409)).body.code).toBe('request.answer-not-kept');
    const rows = await app.query('select * from segmentation.idempotency_keys');
    expect(JSON.stringify(rows)).not.toContain(body.key);
    expect(await app.query(`select 1 from segmentation.api_keys where name = 'Shown once'`)).toHaveLength(1);
  });

  it('is nothing of a preview, which is evaluated anew', async () => {
    const preview = () =>
      app.api
        .post('/api/segments/preview')
        .set('Idempotency-Key', 'preview')
        .send({ subject: 'contact', rules: livesIn('Previewby') })
        .expect(200);
    expect((await preview()).body.count).toBe(0);
    await settle(app, 'Previewby', 'previewed');
    expect((await preview()).body.count).toBe(1);
    expect(
      await app.query(`select 1 from segmentation.idempotency_keys where key = sha256('preview')`),
    ).toEqual([]);
  });

  it('is no answer of more than 64 KiB', async () => {
    const long = { match: 'any', rules: [{ field: 'city', operator: 'in_list', value: manyTowns }] };
    const first = await create(segmentOf('Long', long), 'long').expect(201);
    expect(first.text.length).toBeGreaterThan(64 * 1024);
    expect((await create(segmentOf('Long', long), 'long').expect(409)).body.code).toBe(
      'request.answer-not-kept',
    );
  });

  it('is no answer once a person of the tenant is erased: the write is still not repeated', async () => {
    await create(named('Erased'), 'erased').expect(201);
    await create(named('Erased'), 'erased', keys.foreign).expect(201);
    const requests = app.nest.get(IdempotencyRepository);
    await app.nest.get(TenantDatabase).within('1', (manager) => requests.forgetBodies(manager, '1'));
    expect((await create(named('Erased'), 'erased').expect(409)).body.code).toBe('request.answer-not-kept');
    await create(named('Erased'), 'erased', keys.foreign).expect(201);
  });

  it('is gone after a day, also of who never comes back', async () => {
    await create(named(`Gone ${randomUUID()}`), 'gone', keys.foreign).expect(201);
    await app.query(`update segmentation.idempotency_keys set created_at = now() - interval '25 hours'`);
    await app.nest.get(IdempotencyRepository).forgetOld();
    expect(await app.query('select 1 from segmentation.idempotency_keys')).toEqual([]);
  });
});

const manyTowns = Array.from({ length: 5000 }, (_, n) => `Town number ${n}`);
