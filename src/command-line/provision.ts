/** Brings the database to what the engine needs: its numbered migrations, a ledger for each kind of subject, roles. */

import { DataSource } from 'typeorm';
import { provideLedger } from '../members/ledger.sql.js';
import type { Subject, Vocabulary } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';
import { engineMigrations, type PostgresOptions, pendingMigrations, runMigrations } from './migrations.js';
import { type HostTables, missingRights, missingRoles, provideRoles } from './roles.js';

/** Applies what is missing; repeated, it changes nothing. Says which migrations it applied. */
export async function provision(
  connection: PostgresOptions,
  vocabulary: Vocabulary,
  tables: HostTables = {},
): Promise<string[]> {
  const applied = await runMigrations(connection, engineMigrations);
  await withDataSource(connection, async (dataSource) => {
    await dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('ledgers of segmentation', 0))`);
      for (const subject of vocabulary.subjects.values())
        for (const statement of provideLedger(subject)) await manager.query(statement);
    });
    await provideRoles(dataSource, vocabulary, tables);
  });
  return applied;
}

/** The SQL that `provision` would run now; rights to tables that are still to be made follow when they are. */
export async function provisionPlan(
  connection: PostgresOptions,
  vocabulary: Vocabulary,
  tables: HostTables = {},
): Promise<string> {
  const pending = await pendingMigrations(connection, engineMigrations);
  const statements = await withDataSource(connection, async (dataSource) => [
    ...(await missingLedgers(dataSource, vocabulary)).flatMap(provideLedger),
    ...(await missingRoles(dataSource)),
    ...(await missingRights(dataSource, vocabulary, tables)),
  ]);
  return [
    ...pending.map(({ name, sql }) => `-- ${name}\n${sql}`),
    ...statements.map((statement) => `${statement};`),
  ].join('\n');
}

async function missingLedgers(dataSource: DataSource, { subjects }: Vocabulary): Promise<Subject[]> {
  const missing: Subject[] = [];
  for (const subject of subjects.values()) {
    const [row] = await dataSource.query('select to_regclass($1) is null as missing', [
      tableName(subject.ledger).sql,
    ]);
    if (row.missing) missing.push(subject);
  }
  return missing;
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
