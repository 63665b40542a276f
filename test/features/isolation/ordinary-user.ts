/** The application over a database of an ordinary user: no superuser, whom row-level security would not stop. */

import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { seedSample } from '../../../src/crm/sample/seed-sample.js';
import { connectionTo, migrate } from '../../../src/demo/prepare.js';
import { startApplication, type TestApplication } from '../../support/application.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { sampleEnds } from '../../support/sample.js';

export interface OwnedApplication extends TestApplication {
  readonly user: string;
}

/** @param mayTakeRoles whether somebody who may has granted the engine's roles to the user, who may make none */
export async function openOwned(mayTakeRoles: boolean): Promise<OwnedApplication> {
  const database = await createDatabase();
  const user = `owner_${randomBytes(5).toString('hex')}`;
  await database.pool.query(`create role ${user} login password 'owner'`);
  const {
    rows: [{ name }],
  } = await database.pool.query('select current_database() as name');
  await database.pool.query(`alter database ${name} owner to ${user}`);
  if (mayTakeRoles) await grantRoles(database, user);
  const url = new URL(database.url);
  [url.username, url.password] = [user, 'owner'];
  await prepare(url.href);
  const app = await startApplication(database, url.href);
  return { ...app, user, close: () => close(app, user) };
}

async function grantRoles({ pool }: TestDatabase, user: string): Promise<void> {
  for (const role of ['segmentation_request', 'segmentation_evaluation']) {
    await pool.query(
      `do $$ begin create role ${role}; exception when duplicate_object or unique_violation then null; end $$`,
    );
    await pool.query(`grant ${role} to ${user}`);
  }
}

async function prepare(url: string): Promise<void> {
  await migrate(url, () => undefined);
  const dataSource = await new DataSource(connectionTo(url)).initialize();
  await seedSample(dataSource, { contacts: 60, seed: 1, asOf: sampleEnds, zone: 'Europe/Berlin' });
  await dataSource.destroy();
}

/** A role can go only when nothing is its own any more. */
async function close(app: TestApplication, user: string): Promise<void> {
  const elsewhere = new URL(app.database.url);
  elsewhere.pathname = '/postgres';
  await app.close();
  const client = new pg.Client({ connectionString: elsewhere.href });
  await client.connect();
  await client.query(`drop role ${user}`);
  await client.end();
}
