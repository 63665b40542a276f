/** Brings the database to what the engine needs: its numbered migrations, and a ledger for each kind of subject. */

import { DataSource } from 'typeorm';
import { provideLedgers } from '../members/ledger.sql.js';
import type { Vocabulary } from '../rule-language/field.js';
import { engineMigrations, type PostgresOptions, pendingMigrations, runMigrations } from './migrations.js';

/** Applies what is missing; repeated, it changes nothing. Says which migrations it applied. */
export async function provision(connection: PostgresOptions, vocabulary: Vocabulary): Promise<string[]> {
  const applied = await runMigrations(connection, engineMigrations);
  await withDataSource(connection, (dataSource) =>
    dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('ledgers of segmentation', 0))`);
      for (const statement of provideLedgers(vocabulary)) await manager.query(statement);
    }),
  );
  return applied;
}

/** The SQL that `provision` would run now. */
export async function provisionPlan(connection: PostgresOptions, vocabulary: Vocabulary): Promise<string> {
  const pending = await pendingMigrations(connection, engineMigrations);
  return [
    ...pending.map(({ name, sql }) => `-- ${name}\n${sql}`),
    ...provideLedgers(vocabulary).map((statement) => `${statement};`),
  ].join('\n');
}

async function withDataSource<Result>(
  connection: PostgresOptions,
  work: (dataSource: DataSource) => Promise<Result>,
): Promise<Result> {
  const options = { ...connection, entities: [], subscribers: [], migrations: [], synchronize: false };
  const dataSource = await new DataSource(options).initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
