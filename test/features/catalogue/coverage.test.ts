/** What part of the records has a value: counted where they are few, estimated where they are many, the tenant's own. */

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { makeField } from '../../support/custom-fields.js';
import { settle } from '../../support/segments.js';

interface Shown {
  readonly name: string;
  readonly coverage_estimated: boolean;
  readonly fields: readonly {
    readonly name: string;
    readonly kind: string;
    readonly coverage: number | null;
  }[];
}

let app: TestApplication;
let people: string[];

beforeAll(async () => {
  app = await openApplication();
  await app.query('truncate crm.contacts cascade');
  people = await settle(app, 'Coverby', 'cover-1', 'cover-2', 'cover-3', 'cover-4');
  const [first = '', second = ''] = people;
  await app.query(
    `update crm.contacts set email = 'a@example.com', birthday = '1990-01-01', latitude = 1, longitude = 1, tags = '{a}'
     where id = $1`,
    [first],
  );
  await app.query(`update crm.contacts set email = E' \\t', latitude = 1 where id = $1`, [second]);
  await app.query(
    `insert into crm.activities (tenant_id, contact_id, kind, occurred_at, properties)
     select 1, $1, 'visit', now(), p from unnest('{"{\\"page\\": \\"a\\"}","{\\"page\\": \\" \\"}"}'::jsonb[]) p`,
    [first],
  );
  await makeField(app.api, 'taste', 'text');
  await app.api
    .put(`/api/custom-fields/values/contact/${second}`)
    .send({ values: { taste: 'sweet' } })
    .expect(200);
  // Somebody else has what we have not.
  await app.query(
    `insert into crm.contacts (tenant_id, external_id, phone) select 2, 'theirs-' || n, '+49' || n from generate_series(1, 9) n`,
  );
});
afterAll(() => app.close());

async function records(key?: string): Promise<ReadonlyMap<string, Shown>> {
  const { body } = await app
    .as(key ?? keys.own)
    .get('/api/catalogue')
    .expect(200);
  return new Map(body.records.map((record: Shown) => [record.name, record]));
}

async function coverage(record: string, field: string, key?: string): Promise<number | null | undefined> {
  return (await records(key)).get(record)?.fields.find(({ name }) => name === field)?.coverage;
}

describe('the coverage of a field', () => {
  it.each([
    ['contact', 'city', 1],
    ['contact', 'email', 0.25],
    ['contact', 'phone', 0],
    ['contact', 'birthday', 0.25],
    ['contact', 'age', 0.25],
    ['contact', 'email_domain', 0.25],
    ['contact', 'position', 0.25],
    ['contact', 'latitude', 0.5],
    ['contact', 'tags', 0.25],
    ['contact', 'custom.taste', 0.25],
    ['contact', 'created_at.hour', 1],
    ['activity', 'properties.page', 0.5],
    ['activity', 'rating', 0],
  ])('%s.%s is %d', async (record, field, share) => {
    expect(await coverage(record, field)).toBe(share);
    expect((await records()).get(record)?.coverage_estimated).toBe(false);
  });

  it('is of the tenant’s records only', async () => {
    expect(await coverage('contact', 'phone', keys.foreign)).toBe(1);
    expect(await coverage('contact', 'city', keys.foreign)).toBe(0);
  });

  it('is not known of metrics, nor where there are no records', async () => {
    expect(await coverage('contact', 'total_spend')).toBeNull();
    expect(await coverage('contact', 'days_as_customer')).toBeNull();
    expect(await coverage('order_line', 'name')).toBeNull();
  });

  it('is not known where a column is not there, and the catalogue stays readable', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    await app.query('alter table crm.contacts rename column city to town');
    const shown = await records();
    await app.query('alter table crm.contacts rename column town to city');
    expect(shown.get('contact')?.fields.find(({ name }) => name === 'email')?.coverage).toBeNull();
    expect(shown.get('activity')?.fields.find(({ name }) => name === 'kind')?.coverage).toBe(1);
    expect(warn).toHaveBeenCalledWith(expect.stringContaining('contact'));
    jest.restoreAllMocks();
  });

  it('is not known while somebody holds the table, and is not waited for', async () => {
    const client = await app.database.pool.connect();
    await client.query('begin; lock table crm.contacts in access exclusive mode');
    try {
      const began = Date.now();
      expect(await coverage('contact', 'city')).toBeNull();
      expect(Date.now() - began).toBeLessThan(5000);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('is that of a sample where there are many records, and says so', async () => {
    await app.query(
      `insert into crm.contacts (tenant_id, external_id, email, city)
       select 1, 'many-' || n, case when n % 4 = 0 then n || '@example.com' end, repeat('x', 60)
       from generate_series(1, 40000) n`,
    );
    const contact = (await records()).get('contact');
    expect(contact?.coverage_estimated).toBe(true);
    const share = contact?.fields.find(({ name }) => name === 'email')?.coverage;
    expect(Math.abs((share ?? 0) - 0.25)).toBeLessThan(0.1);
    // Too few of the other tenant's are in it: all of theirs are counted.
    const theirs = (await records(keys.foreign)).get('contact');
    expect(theirs?.coverage_estimated).toBe(false);
    expect(await coverage('contact', 'phone', keys.foreign)).toBe(1);
  });
});
