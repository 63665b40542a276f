/** Brings the database to what the engine needs: its numbered migrations, tables for each kind of subject, roles, rows. */

import type { DataSource } from 'typeorm';
import { consentsOf, provideConsents } from '../consent/consents.sql.js';
import { provideValues, valuesOf } from '../custom-fields/values.sql.js';
import { dirtOf, provideDirt } from '../members/dirt.sql.js';
import { provideLedger } from '../members/ledger.sql.js';
import { pinsOf, providePins } from '../members/pins.sql.js';
import { keyOf, type Subject, type Vocabulary } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';
import { engineMigrations, pendingMigrations, runMigrations } from './migrations.js';
import { type PostgresOptions, withOwnConnection } from './own-connection.js';
import { type HostTables, missingRights, missingRoles, provideRoles } from './roles.js';
import { provideRuleRows } from './rule-rows.js';

/** Applies what is missing; repeated, it changes nothing. Says which migrations it applied. */
export async function provision(
  connection: PostgresOptions,
  vocabulary: Vocabulary,
  tables: HostTables = {},
): Promise<string[]> {
  const applied = await runMigrations(connection, engineMigrations);
  await withOwnConnection(connection, async (dataSource) => {
    await dataSource.transaction(async (manager) => {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('ledgers of segmentation', 0))`);
      for (const subject of vocabulary.subjects.values())
        for (const statement of provideTables(subject)) await manager.query(statement);
    });
    await provideRoles(dataSource, vocabulary, tables);
    await provideRuleRows(dataSource, vocabulary);
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
  const statements = await withOwnConnection(connection, async (dataSource) => [
    ...(await missingTables(dataSource, vocabulary)).flatMap(provideTables),
    ...(await missingRoles(dataSource)),
    ...(await missingRights(dataSource, vocabulary, tables)),
  ]);
  return [
    ...pending.map(({ name, sql }) => `-- ${name}\n${sql}`),
    ...statements.map((statement) => `${statement};`),
  ].join('\n');
}

/**
 * What is kept of a kind of subject: stays of members, who was chosen by hand, whom to look at again, consents, and values
 * of custom fields.
 */
const provideTables = (subject: Subject): string[] => [
  ...provideLedger(subject),
  ...providePins(subject),
  ...provideDirt(subject),
  ...provideConsents({ name: subject.name, keyType: keyOf(subject).type }),
  ...provideValues(subject),
];

async function missingTables(dataSource: DataSource, { subjects }: Vocabulary): Promise<Subject[]> {
  const missing: Subject[] = [];
  for (const subject of subjects.values()) {
    const { name, ledger } = subject;
    const tables = [ledger, pinsOf(subject), dirtOf(subject), consentsOf(name), valuesOf(name)].map(
      (table) => tableName(table).sql,
    );
    const [row] = await dataSource.query(
      'select bool_or(to_regclass(name) is null) as missing from unnest($1::text[]) name',
      [tables],
    );
    if (row.missing) missing.push(subject);
  }
  return missing;
}
