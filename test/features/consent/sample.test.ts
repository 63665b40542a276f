/** The sample's people have agreed to some channels, as far as their story says. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { seedSample } from '../../../src/crm/sample/seed-sample.js';
import { connectionTo, migrate } from '../../../src/demo/prepare.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
  await migrate(database.url, () => undefined);
  const dataSource = await new DataSource(connectionTo(database.url)).initialize();
  await seedSample(dataSource, { contacts: 1000, asOf: new Date('2026-03-01T12:00:00Z') });
  await dataSource.destroy();
}, 60_000);
afterAll(() => database.drop());

const consents = 'crm.contacts c left join segmentation.contact_consents s on s.subject_id = c.id';

describe('a sample', () => {
  it.each([
    ['with an e-mail address has opted in', 'email', 'c.email is not null', 0.3, 0.75],
    ['with a phone number has opted in', 'sms', 'c.phone is not null', 0.25, 0.45],
  ])('of whom a believable share %s', async (_what, channel, known, least, most) => {
    const { rows } = await database.pool.query(
      `select avg(coalesce(s.opted_in, false)::integer)::float8 as share from ${consents} and s.channel = $1 where ${known}`,
      [channel],
    );
    expect(rows[0].share).toBeGreaterThan(least);
    expect(rows[0].share).toBeLessThan(most);
  });

  it.each([
    ['has said no as well', `s.opted_in = false`, true],
    ['agrees without an address', `s.channel = 'email' and c.email is null`, false],
    ['agreed before they were known', 's.at < c.created_at', false],
    ['agreed after the sample ends', `s.at > '2026-03-01T12:00:00Z'`, false],
    ['belongs to another tenant', 's.tenant_id <> c.tenant_id::text', false],
  ])('in which somebody %s: %s', async (_what, where, some) => {
    const { rows } = await database.pool.query(
      `select exists (select from ${consents} where ${where}) as some`,
    );
    expect(rows[0].some).toBe(some);
  });
});
