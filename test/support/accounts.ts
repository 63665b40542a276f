/** A database with the accounts' tables, and a data source on it as a host has one. */

import { readFile } from 'node:fs/promises';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { createDatabase, type TestDatabase } from './database.js';

export interface AccountsDatabase {
  readonly database: TestDatabase;
  readonly source: DataSource;
  close(): Promise<void>;
}

export async function openAccountsDatabase(
  entities: DataSourceOptions['entities'] & object = [],
): Promise<AccountsDatabase> {
  const database = await createDatabase();
  await database.pool.query('CREATE SCHEMA IF NOT EXISTS segmentation');
  await database.pool.query(await readFile('migrations/engine/0002_sessions.up.sql', 'utf8'));
  const source = await new DataSource({ type: 'postgres', url: database.url, entities }).initialize();
  return {
    database,
    source,
    async close() {
      await source.destroy();
      await database.drop();
    },
  };
}
