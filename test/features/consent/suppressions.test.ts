/** Suppressed addresses: recognised however they are written, known to nobody, and there for good. */

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { AddressHash } from '../../../src/consent/address-hash.js';
import { Addressees } from '../../../src/consent/addressees.js';
import { ConsentData } from '../../../src/consent/consent-data.js';
import { Consents } from '../../../src/consent/consents.service.js';
import { type Actor, type Person, permissions, TenantDatabase } from '../../../src/index.js';
import { sql } from '../../../src/rule-language/to-sql/sql.js';
import { RuleReader } from '../../../src/segments/rule-reader.js';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { settle, walk } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());

const suppress = (channel: string, address: string, more: object = {}) =>
  app.api.post('/api/suppressions').send({ channel, address, ...more });

describe('a suppression', () => {
  it.each([
    ['email', 'Jo@Example.com', ['jo@example.com', ' JO@EXAMPLE.COM\u00a0'], ['j.o@example.com']],
    ['email', 'jörg@exämple.com', ['JO\u0308RG@EXA\u0308MPLE.com'], ['jorg@example.com']],
    ['sms', '+49 (0)30-1', ['004903 01', '+490301'], ['+49301', '0301']],
  ])('for %s of %s is of that address in any spelling', async (channel, address, same, others) => {
    const { body: first } = await suppress(channel, address, { reason: 'bounced' }).expect(201);
    for (const spelling of same) {
      const { body } = await suppress(channel, spelling).expect(201);
      expect(body).toEqual(first);
    }
    for (const other of others) {
      const { body } = await suppress(channel, other).expect(201);
      expect(body.id).not.toBe(first.id);
    }
  });

  it('shows what it is for and never the address; nor does the database know it', async () => {
    const { body } = await suppress('email', 'secret@example.com', { reason: 'complained' }).expect(201);
    expect(body).toEqual({
      id: expect.any(String),
      channel: 'email',
      reason: 'complained',
      created_at: expect.any(String),
      created_by: 'API key',
    });
    const { body: listed } = await app.api.get('/api/suppressions').query({ limit: 500 }).expect(200);
    expect(listed.items[0]).toEqual(body);
    const [row] = await app.query<{ kept: string }>(
      'select row_to_json(s)::text as kept from segmentation.suppressions s where id = $1',
      [body.id],
    );
    expect(row?.kept).not.toMatch(/secret/);
  });

  it.each([
    ['email', '   '],
    ['sms', 'call me'],
  ])('for %s is refused for “%s”', async (channel, address) => {
    const { body } = await suppress(channel, address).expect(422);
    expect(body.code).toBe('suppression.address-invalid');
  });

  it.each([
    { channel: 'pigeon', address: 'x' },
    { channel: 'email', address: '' },
    { channel: 'email', address: 'a', reason: 'dislike' },
    { channel: 'email', address: 'x'.repeat(321) },
  ])('is refused as %j', async (body) => {
    const answer = await app.api.post('/api/suppressions').send(body).expect(400);
    expect(answer.body.code).toBe('request.invalid');
  });

  it('is refused with a NUL in the address', async () => {
    const { body } = await suppress('email', 'a\0b').expect(400);
    expect(body.code).toBe('request.malformed');
  });

  it('is lifted once, and by its own tenant', async () => {
    const { body } = await suppress('email', 'back@example.com').expect(201);
    await app.as(keys.foreign).delete(`/api/suppressions/${body.id}`).expect(404);
    await app.api.delete(`/api/suppressions/${body.id}`).expect(204);
    await app.api.delete(`/api/suppressions/${body.id}`).expect(404);
    const again = await suppress('email', 'back@example.com').expect(201);
    expect(again.body.id).not.toBe(body.id);
  });

  it('is listed page by page, by channel, for its own tenant', async () => {
    await app.as(keys.foreign).post('/api/suppressions').send({ channel: 'sms', address: '1' }).expect(201);
    const { items, totals } = await walk<{ id: string }>(app.api, '/api/suppressions', 2);
    const ids = items.map(({ id }) => id);
    expect(new Set(ids).size).toBe(totals[0]);
    expect(ids).toEqual([...ids].sort().reverse());
    const { body } = await app
      .as(keys.foreign)
      .get('/api/suppressions')
      .query({ channel: 'sms' })
      .expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ channel: 'sms' }], next_cursor: null });
    expect((await app.as(keys.foreign).get('/api/suppressions').query({ channel: 'email' })).body.total).toBe(
      0,
    );
  });
});

describe('the hash of an address', () => {
  const secret = 'x'.repeat(32);
  const ask = async (hash: AddressHash, tenant: string) => {
    const { text, values } = hash.of(sql`${'jo@example.com'}::text`, tenant, 'email');
    const [row] = await app.query<{ hash: Buffer }>(`select ${text} as hash`, values);
    return row?.hash.toString('hex');
  };

  it('is HMAC-SHA-256, by a key of the tenant and the channel', async () => {
    const key = createHmac('sha256', secret).update('["1","email"]').digest();
    const expected = createHmac('sha256', key).update('jo@example.com').digest('hex');
    expect(await ask(new AddressHash({ secret }), '1')).toBe(expected);
    expect(await ask(new AddressHash({ secret }), '2')).not.toBe(expected);
    expect(await ask(new AddressHash({ secret: 'y'.repeat(32) }), '1')).not.toBe(expected);
  });

  it('needs a secret that nobody guesses', () => {
    expect(() => new AddressHash({ secret: 'x'.repeat(31) })).toThrow(
      expect.objectContaining({ code: 'consent.weak-secret' }),
    );
    expect(() => new AddressHash({ secret: undefined }).of(sql`'a'`, '1', 'email')).toThrow(
      expect.objectContaining({ code: 'consent.secret-missing' }),
    );
  });
});

describe('a person who is erased', () => {
  const actor: Actor = { id: 'a', name: 'Ann', tenant: '1', permissions: new Set(permissions) };

  it('leaves no consent behind, and is not written to after a no, whoever brings them in again', async () => {
    const [id = ''] = await settle(app, 'Goneby', 'gone');
    await app.query(
      `update crm.contacts set email = 'gone@example.com', phone = '+12025550100' where id = $1`,
      [id],
    );
    const say = (channel: string, opted_in: boolean, whom = id) =>
      app.api.put(`/api/consent/contact/${whom}`).send({ channel, opted_in, source: 'form' }).expect(200);
    await say('email', false);
    await say('sms', true);
    const addressee = await app.nest.get(Addressees).find('1', 'contact', id);
    if (!addressee) throw new Error('They were there.');
    await app.nest.get(Consents).forget(actor, addressee);
    expect(await app.query('select from segmentation.contact_consents where subject_id = $1', [id])).toEqual(
      [],
    );
    await app.query('delete from crm.contacts where id = $1', [id]);

    const [back = ''] = await settle(app, 'Goneby', 'gone');
    await app.query(
      `update crm.contacts set email = 'Gone@example.com', phone = '+12025550100' where id = $1`,
      [back],
    );
    await say('sms', true, back);
    const { body } = await say('email', true, back);
    expect(body.channels).toEqual([
      expect.objectContaining({
        channel: 'email',
        obstacle: 'suppressed',
        suppression: expect.objectContaining({ reason: 'erased', created_by: 'Ann' }),
      }),
      expect.objectContaining({ channel: 'sms', obstacle: null, suppression: null }),
    ]);
  });

  it('is not written to either where the host had deleted their record softly before', async () => {
    const [id = ''] = await settle(app, 'Softby', 'soft');
    await app.query('alter table crm.contacts add column deleted_at timestamptz');
    await app.query(`update crm.contacts set email = 'soft@example.com', deleted_at = now() where id = $1`, [
      id,
    ]);
    await app.api
      .put(`/api/consent/contact/${id}`)
      .send({ channel: 'email', opted_in: false, source: 'form' })
      .expect(200);
    const rules = app.nest.get(RuleReader);
    const subject = rules.subject('contact');
    const person: Person = {
      ...(await rules.target('1', subject, Temporal.Now.instant())),
      subject: { ...subject, record: { ...subject.record, deletedAt: 'deleted_at' } },
      id,
    };
    const forgotten = await app.nest
      .get(TenantDatabase)
      .within('1', (running) => app.nest.get(ConsentData).forget(actor, person, running));
    expect(forgotten).toBe(1);
    const { body } = await app.api.get(`/api/consent/contact/${id}`).expect(200);
    expect(body.channels[0]).toMatchObject({ channel: 'email', suppression: { reason: 'erased' } });
  });
});
