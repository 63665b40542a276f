/** Files for Mailchimp, Google Ads and Meta: columns and hashes as they document them, and only of those who consent. */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { openApplication, type TestApplication } from '../../../support/application.js';
import { calculate, livesIn, makeSegment, settle } from '../../../support/segments.js';

let app: TestApplication;
let id: string;

const people = ['v-1', 'v-2', 'v-3', 'v-4', 'v-5'] as const;
const facts = [
  [
    'v-1',
    ' Cloudy.SanFrancisco+Shopping@Gmail.com',
    '+16505551212',
    'Mary ',
    "O'Smith",
    'New York',
    'US',
    '94035-1234',
    '1997-02-16',
    ['email', '=x'],
  ],
  [
    'v-2',
    'John_Smith@gmail.com',
    '+493022222222',
    'Jürgen',
    'van  der Berg',
    'Köln',
    'de',
    ' 50667',
    null,
    ['email', 'sms'],
  ],
  ['v-4', 'suppressed@example.com', null, null, null, null, null, null, null, []],
  ['v-5', 'ann@example.com', null, 'Ann', null, 'Manchester', 'GB', 'M1 1AE', null, []],
  ['v-3', 'nobody@example.com', '+49301234567', null, null, null, null, null, null, []],
] as const;

/** Who agreed to what; the fourth has been suppressed since. */
const agreed = [
  [0, 'email'],
  [1, 'email'],
  [1, 'sms'],
  [3, 'email'],
  [4, 'email'],
] as const;

beforeAll(async () => {
  app = await openApplication();
  const keys = await settle(app, 'Vendorby', ...people);
  id = (await makeSegment(app.api, 'Vendors', livesIn('Vendorby'))).id;
  await calculate(app.api, id);
  for (const values of facts)
    await app.query(
      `update crm.contacts set email = $2, phone = $3, first_name = $4, last_name = $5, city = $6, country = $7,
         postal_code = $8, birthday = $9, tags = $10 where tenant_id = 1 and external_id = $1`,
      [...values],
    );
  const given = { opted_in: true, source: 'form', at: '2026-01-01T00:00:00Z' };
  for (const [index, channel] of agreed)
    await app.api
      .put(`/api/consent/contact/${keys[index]}`)
      .send({ channel, ...given })
      .expect(200);
  const suppressed = { channel: 'email', address: 'Suppressed@example.com', reason: 'bounced' };
  await app.api.post('/api/suppressions').send(suppressed).expect(201);
});
afterAll(() => app.close());

async function exported(format: string, more: object = {}): Promise<Record<string, string>[]> {
  const { text } = await app.api
    .get(`/api/segments/${id}/export`)
    .query({ format, ...more })
    .expect(200);
  return parse(text, { columns: true });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('hashes', () => {
  /** Of Meta's page on customer information parameters: normalised, hashed. */
  it.each([
    ['john_smith@gmail.com', '62a14e44f765419d10fea99367361a727c12365e2520f32218d505ed9aa0f62f'],
    ['16505551212', 'e323ec626319ca94ee8bff2e4c87cf613be6ea19919ed1364124e16807ab3176'],
    ['mary', '6915771be1c5aa0c886870b6951b03d7eafc121fea0e80a5ea83beb7c449f4ec'],
  ])('of “%s” are what the vendor gives as an example', (normalised, hash) => {
    expect(sha256(normalised)).toBe(hash);
  });
});

describe('a file for Mailchimp', () => {
  it('has its headers, an address in one cell, phones with their country, birthdays as MM/DD', async () => {
    expect(await exported('mailchimp')).toEqual([
      {
        'Email Address': 'Cloudy.SanFrancisco+Shopping@Gmail.com',
        'First Name': 'Mary',
        'Last Name': "O'Smith",
        'Phone Number': '+16505551212',
        Address: 'New York  94035-1234  US',
        Birthday: '02/16',
        Tags: 'email, =x',
      },
      {
        'Email Address': 'John_Smith@gmail.com',
        'First Name': 'Jürgen',
        'Last Name': 'van der Berg',
        'Phone Number': '+493022222222',
        Address: 'Köln  50667  de',
        Birthday: '',
        Tags: 'email, sms',
      },
      {
        'Email Address': 'ann@example.com',
        'First Name': 'Ann',
        'Last Name': '',
        'Phone Number': '',
        Address: 'Manchester  M1 1AE  GB',
        Birthday: '',
        Tags: '',
      },
    ]);
  });
});

describe('a file for Google Ads', () => {
  it('has mail, phone and names hashed, country and postal code as they are', async () => {
    expect(await exported('google-customer-match')).toEqual([
      {
        Email: sha256('cloudysanfrancisco@gmail.com'),
        Phone: sha256('+16505551212'),
        'First Name': sha256('mary'),
        'Last Name': sha256("o'smith"),
        Country: 'US',
        Zip: '94035-1234',
      },
      {
        Email: sha256('john_smith@gmail.com'),
        Phone: sha256('+493022222222'),
        'First Name': sha256('jürgen'),
        'Last Name': sha256('van der berg'),
        Country: 'DE',
        Zip: '50667',
      },
      {
        Email: sha256('ann@example.com'),
        Phone: '',
        'First Name': sha256('ann'),
        'Last Name': '',
        Country: 'GB',
        Zip: 'M1 1AE',
      },
    ]);
  });
});

describe('a file for Meta', () => {
  it('has everything hashed but the external id', async () => {
    const [first, second, third] = await exported('meta-custom-audience');
    expect(first).toEqual({
      extern_id: 'v-1',
      email: sha256('cloudy.sanfrancisco+shopping@gmail.com'),
      phone: sha256('16505551212'),
      fn: sha256('mary'),
      ln: sha256('osmith'),
      ct: sha256('newyork'),
      zip: sha256('94035'),
      country: sha256('us'),
      doby: sha256('1997'),
      dobm: sha256('02'),
      dobd: sha256('16'),
    });
    expect(second).toMatchObject({
      ct: sha256('köln'),
      zip: sha256('50667'),
      phone: sha256('493022222222'),
      doby: '',
    });
    // “The area, district, and sector format for the UK”, of which Meta gives the example “m11ae”.
    expect(third).toMatchObject({ ct: sha256('manchester'), zip: sha256('m11ae'), country: sha256('gb') });
  });
});

describe('consent', () => {
  it('decides who is in, in any form where it is asked for', async () => {
    const inForm = async (query: object) =>
      (await exported('csv', { columns: 'external_id', ...query })).map((row) => row.external_id);
    expect(await inForm({})).toEqual(people);
    expect(await inForm({ reachable_by: 'email' })).toEqual(['v-1', 'v-2', 'v-5']);
    expect(await inForm({ reachable_by: 'sms' })).toEqual(['v-2']);
    expect(await exported('meta-custom-audience', { reachable_by: 'sms' })).toHaveLength(1);
  });

  it('keeps addresses out of every form that are suppressed, and of those who have said no', async () => {
    const [nobody] = await app.query<{ id: string }>(`select id from crm.contacts where external_id = 'v-3'`);
    const no = { channel: 'sms', opted_in: false, source: 'call' };
    await app.api.put(`/api/consent/contact/${nobody?.id}`).send(no).expect(200);
    const columns = 'external_id,email,phone,email_opt_in';
    const expected = [
      ['v-1', ' Cloudy.SanFrancisco+Shopping@Gmail.com', '+16505551212', true],
      ['v-2', 'John_Smith@gmail.com', '+493022222222', true],
      ['v-3', 'nobody@example.com', null, null],
      ['v-4', null, null, true],
      ['v-5', 'ann@example.com', null, true],
    ];
    const { body } = await app.api
      .get(`/api/segments/${id}/export`)
      .query({ format: 'json', columns })
      .expect(200);
    expect(body.map((row: Record<string, unknown>) => Object.values(row))).toEqual(expected);
    const shown = (value: unknown) => (value === null ? '' : String(value));
    const rows = expected.map((row) => row.map((value) => shown(value).replace(/^\+/, "'+")));
    expect((await exported('csv', { columns })).map((row) => Object.values(row))).toEqual(rows);
    const map = { name: 'Addresses', subject: 'contact', format: 'csv', columns: [{ field: 'email' }] };
    await app.api.post('/api/column-maps').send(map).expect(201);
    expect((await exported('Addresses')).map(({ email }) => email)).toEqual(rows.map(([, email]) => email));
    const [first] = await exported('meta-custom-audience', { reachable_by: 'sms' });
    expect(first).toMatchObject({ extern_id: 'v-2' });
    await app.api
      .put(`/api/consent/contact/${nobody?.id}`)
      .send({ ...no, channel: 'email', opted_in: true })
      .expect(200);
    const ofNobody = (await exported('google-customer-match')).find(
      ({ Email }) => Email === sha256('nobody@example.com'),
    );
    expect(ofNobody).toMatchObject({ Phone: '' });
  });

  it('counts in how many there are to export', async () => {
    const { headers } = await app.api
      .get(`/api/segments/${id}/export`)
      .query({ format: 'mailchimp', limit: 1 });
    expect([headers['x-exported-count'], headers['x-total-count']]).toEqual(['1', '4']);
  });

  it('is told apart by keys that nobody reads in the list of what the server does', async () => {
    await exported('mailchimp');
    const shown = await app.query<{ query: string }>(
      `select query from pg_stat_activity where datname = current_database() and query like 'copy%sha256%'`,
    );
    expect(shown.map(({ query }) => /\\\\x[0-9a-f]{20}/.test(query))).not.toContain(true);
  });
});

describe('a subject without an address', () => {
  it('is exported neither for mail nor by consent', async () => {
    const rules = { everyone: true };
    const made = await app.api.post('/api/segments').send({ name: 'Firms', subject: 'company', rules });
    const asked = app.api.get(`/api/segments/${made.body.id}/export`);
    expect((await asked.query({ format: 'mailchimp' }).expect(422)).body.code).toBe('export.roles');
    const again = app.api.get(`/api/segments/${made.body.id}/export`).query({ reachable_by: 'email' });
    expect((await again.expect(422)).body.code).toBe('consent.channel-unknown');
  });
});
