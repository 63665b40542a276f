/** Brings the demo's database up to date: both schemas, the ledgers, the tenants and, in an empty CRM, sample data. */

import { DataSource } from 'typeorm';
import { crmCatalogue } from '../crm/catalogue.js';
import { crmEntities } from '../crm/entities.js';
import { firstTenantIn } from '../crm/first-tenant.js';
import { crmTables } from '../crm/host-tables.js';
import { crmMigrations } from '../crm/migrations.js';
import { seedSample } from '../crm/sample/seed-sample.js';
import { hasContacts } from '../crm/sample/tenants.js';
import {
  buildVocabulary,
  type PostgresOptions,
  pendingMigrations,
  provision,
  provisionPlan,
  runMigrations,
} from '../index.js';
import type { Environment } from './environment.js';

/** A server that does not answer, or has no connection to spare, is given up on in seconds. */
export const connectionTo = (url: string): PostgresOptions => ({
  type: 'postgres',
  url,
  connectTimeoutMS: 10_000,
});

/** Everything the application relies on; repeated, it changes nothing. */
export async function prepareDatabase(
  url: string,
  environment: Environment,
  log: (line: string) => void,
): Promise<void> {
  await migrate(url, log);
  await withCrm(url, async (dataSource) => {
    if (await dataSource.transaction(hasContacts)) return;
    if (environment.demoData > 0) log(`Making a sample of ${environment.demoData} contacts …`);
    await seedSample(dataSource, { contacts: environment.demoData, zone: environment.tenantTimeZone });
  });
}

export async function migrate(url: string, log: (line: string) => void): Promise<void> {
  const connection = connectionTo(url);
  const applied = await runMigrations(connection, crmMigrations);
  const { vocabulary, tables } = await withCrm(url, engineNeeds);
  applied.push(...(await provision(connection, vocabulary, tables)));
  if (applied.length > 0) log(`Migrated: ${applied.join(', ')}`);
}

/** The SQL that `migrate` would run. */
export async function migrationPlan(url: string): Promise<string> {
  const connection = connectionTo(url);
  const crm = await pendingMigrations(connection, crmMigrations);
  const { vocabulary, tables } = await withCrm(url, engineNeeds);
  return [
    ...crm.map(({ name, sql }) => `-- ${name}\n${sql}`),
    await provisionPlan(connection, vocabulary, tables),
  ].join('\n');
}

const engineNeeds = (dataSource: DataSource) => ({
  vocabulary: buildVocabulary(crmCatalogue, dataSource),
  tables: crmTables(dataSource),
});

export const firstTenant = (url: string): Promise<string> =>
  withCrm(url, async (dataSource) => String(await firstTenantIn(dataSource)));

async function withCrm<Result>(
  url: string,
  work: (dataSource: DataSource) => Result | Promise<Result>,
): Promise<Result> {
  const dataSource = await new DataSource({ ...connectionTo(url), entities: [...crmEntities] }).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
