/** What people agreed to, channel by channel, and whether they may be contacted. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { livesIn, settle } from '../../support/segments.js';

let app: TestApplication;
let jo: string;
beforeAll(async () => {
  app = await openApplication();
  [jo = ''] = await settle(app, 'Askby', 'jo');
  await app.query(`update crm.contacts set email = ' Jo@Example.com', phone = '+4930123456' where id = $1`, [
    jo,
  ]);
});
afterAll(() => app.close());

const path = (id = jo, subject = 'contact') => `/api/consent/${subject}/${id}`;
const given = { channel: 'email', opted_in: true, source: 'form' };
const say = (body: object, id = jo) => app.api.put(path(id)).send({ ...given, ...body });

interface Standing {
  readonly opted_in: boolean | null;
  readonly obstacle: string | null;
  readonly source: string | null;
}
const standing = async (id = jo, channel = 'email'): Promise<Standing> => {
  const { body } = await app.api.get(path(id)).expect(200);
  return body.channels.find((it: { channel: string }) => it.channel === channel);
};

describe('a consent', () => {
  it('was never given by whoever was never asked', async () => {
    const { body } = await app.api.get(path()).expect(200);
    const never = { opted_in: null, source: null, at: null, recorded_by: null };
    expect(body).toEqual({
      subject: 'contact',
      id: jo,
      channels: ['email', 'sms'].map((channel) => ({
        channel,
        ...never,
        obstacle: 'no_consent',
        suppression: null,
      })),
    });
  });

  it('is recorded with its source, its time and whoever recorded it, for its channel alone', async () => {
    const { body } = await say({ at: '2026-02-01T10:00:00Z' }).expect(200);
    expect(body.channels[0]).toEqual({
      channel: 'email',
      opted_in: true,
      source: 'form',
      at: '2026-02-01T10:00:00.000Z',
      recorded_by: 'API key',
      obstacle: null,
      suppression: null,
    });
    expect(body.channels[1]).toMatchObject({ channel: 'sms', opted_in: null, obstacle: 'no_consent' });
  });

  it('is withdrawn by a later no, and not given again by an older yes that comes late', async () => {
    await say({ opted_in: false, source: 'link in a mail', at: '2026-02-03T10:00:00+01:00' }).expect(200);
    expect(await standing()).toMatchObject({ opted_in: false, obstacle: 'no_consent' });
    await say({ source: 'old list', at: '2026-02-02T10:00:00Z' }).expect(200);
    expect(await standing()).toMatchObject({ opted_in: false, source: 'link in a mail' });
    await say({ source: 'called again' }).expect(200);
    expect(await standing()).toMatchObject({ opted_in: true, source: 'called again', obstacle: null });
  });

  it('survives that the contact is brought in again', async () => {
    await app.query(
      `insert into crm.contacts (tenant_id, external_id, email) values (1, 'jo', 'jo@example.com')
       on conflict (tenant_id, external_id) do update set email = excluded.email`,
    );
    expect(await standing()).toMatchObject({ opted_in: true });
  });

  it.each([
    ['the channel', { channel: 'pigeon' }, 400, 'request.invalid'],
    ['the source', { source: '' }, 400, 'request.invalid'],
    ['a source with a NUL', { source: 'a\0b' }, 400, 'request.malformed'],
    ['a text for a yes', { opted_in: 'yes' }, 400, 'request.invalid'],
    ['a time without offset', { at: '2026-02-03T10:00:00' }, 400, 'request.invalid'],
    ['a day that is none', { at: '2026-02-30T10:00:00Z' }, 400, 'request.invalid'],
    ['the future', { at: '2126-02-03T10:00:00Z' }, 422, 'consent.from-future'],
    ['a tenant', { tenant_id: '2' }, 400, 'request.invalid'],
  ])('is refused for %s', async (_what, body, status, code) => {
    const answer = await say(body).expect(status);
    expect(answer.body.code).toBe(code);
  });

  it.each(['0', 'jo', '999999999999', '9223372036854775808'])('is nobody’s by the id %s', async (id) => {
    const { body } = await app.api.get(path(id)).expect(404);
    expect(body.code).toBe('consent.not-found');
  });

  it('is asked by no id with a NUL', async () => {
    const { body } = await app.api.get(path('%00')).expect(400);
    expect(body.code).toBe('request.malformed');
  });

  it('is of kinds that there are, and of channels that they have', async () => {
    await app.api.get(path(jo, 'ghost')).expect(422);
    const [company] = await app.query<{ id: string }>(
      `insert into crm.companies (tenant_id, external_id, name) values (1, 'c', 'c') returning id`,
    );
    const { body } = await app.api.get(path(company?.id, 'company')).expect(200);
    expect(body.channels).toEqual([]);
    const answer = await app.api.put(path(company?.id, 'company')).send(given).expect(422);
    expect(answer.body.code).toBe('consent.channel-unknown');
  });

  it('is another tenant’s business', async () => {
    await app.as(keys.foreign).get(path()).expect(404);
    await app.as(keys.foreign).put(path()).send(given).expect(404);
    await app.as(keys.reader).get(path()).expect(403);
  });
});

describe('who may be contacted', () => {
  beforeAll(async () => {
    // [external id, e-mail, phone]
    const people = [
      ['both', 'both@example.com', '+4930100000'],
      ['mail', 'mail@example.com', null],
      ['no-address', ' ', null],
      ['said-no', 'no@example.com', '+4930200000'],
      ['never-asked', 'never@example.com', '+4930300000'],
      ['suppressed', 'STOP@example.com ', '+4930400000'],
    ];
    for (const [name = '', email, phone] of people) {
      const [id = ''] = await settle(app, 'Reachby', name as string);
      await app.query('update crm.contacts set email = $2, phone = $3 where id = $1', [id, email, phone]);
      if (name === 'never-asked') continue;
      const opted_in = name !== 'said-no';
      await say({ opted_in }, id).expect(200);
      if (name !== 'mail') await say({ opted_in, channel: 'sms' }, id).expect(200);
    }
    const stop = (channel: string, address: string) =>
      app.api.post('/api/suppressions').send({ channel, address }).expect(201);
    await stop('email', 'stop@EXAMPLE.com');
    await stop('sms', '0049 (30) 400-000');
    // Another tenant's suppressions are its own.
    await app
      .as(keys.foreign)
      .post('/api/suppressions')
      .send({ channel: 'email', address: 'both@example.com' })
      .expect(201);
  });

  const preview = async (rules: unknown) =>
    (
      await app.api
        .post('/api/segments/preview')
        .send({ subject: 'contact', rules, reachable: true })
        .expect(200)
    ).body;

  it('is counted by a preview, channel by channel', async () => {
    expect(await preview(livesIn('Reachby'))).toMatchObject({ count: 6, reachable: { email: 2, sms: 1 } });
  });

  it.each([
    ['both', null, null],
    ['mail', null, 'no_address'],
    ['no-address', 'no_address', 'no_address'],
    ['said-no', 'no_consent', 'no_consent'],
    ['never-asked', 'no_consent', 'no_consent'],
    ['suppressed', 'suppressed', 'suppressed'],
  ])('is told of %s: by e-mail %s, by SMS %s', async (name, email, sms) => {
    const [row] = await app.query<{ id: string }>(
      'select id from crm.contacts where tenant_id = 1 and external_id = $1',
      [name],
    );
    expect((await standing(row?.id, 'email')).obstacle).toBe(email);
    expect((await standing(row?.id, 'sms')).obstacle).toBe(sms);
  });

  it.each([
    ['equals', true, ['both', 'mail', 'no-address', 'suppressed']],
    ['equals', false, ['said-no']],
    ['not_equals', true, ['never-asked', 'said-no']],
    ['is_empty', undefined, ['never-asked']],
  ])('is asked by rules: email_opt_in %s %p', async (operator, value, expected) => {
    const asked = { field: 'email_opt_in', operator, ...(value !== undefined && { value }) };
    const { sample } = await preview({ match: 'all', rules: [livesIn('Reachby'), asked] });
    expect(sample.map(({ external_id }: { external_id: string }) => external_id).sort()).toEqual(expected);
  });

  it('is asked by rules about others, along the way to them', async () => {
    await app.query(
      `with company as (insert into crm.companies (tenant_id, external_id, name) values (1, 'asked', 'asked') returning id)
       update crm.contacts set company_id = (select id from company) where city = 'Reachby' and tenant_id = 1`,
    );
    const where = { match: 'all', rules: [{ field: 'sms_opt_in', operator: 'equals', value: true }] };
    const rules = { related: 'contacts', measure: 'count', operator: 'equals', value: 3, where };
    const { body } = await app.api
      .post('/api/segments/preview')
      .send({ subject: 'company', rules })
      .expect(200);
    expect(body).toMatchObject({ count: 1, sample: [{ external_id: 'asked' }] });
  });

  it('is not asked of a kind without addresses', async () => {
    const { body } = await app.api
      .post('/api/segments/preview')
      .send({ subject: 'company', rules: { everyone: true }, reachable: true })
      .expect(200);
    expect(body.reachable).toEqual({});
  });
});
