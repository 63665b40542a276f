/** Runs folders of SQL migrations through TypeORM's own executor, one history per schema, one process at a time. */

import { fileURLToPath } from 'node:url';
import {
  AbstractLogger,
  DataSource,
  type DataSourceOptions,
  MigrationExecutor,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { MigrationFailedError } from '../errors.js';
import { type MigrationFile, readMigrationFiles } from './migration-files.js';

export interface MigrationSet {
  /** Holds `0001_<name>.up.sql`, `0001_<name>.down.sql` and so on. */
  readonly folder: string;
  /** Where the migrations create their objects, and where `<schema>.migrations` keeps their history. */
  readonly schema: string;
}

/** How to reach the database: a host passes its own data source's `options`. */
export type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;

export interface PendingMigration {
  readonly name: string;
  readonly sql: string;
}

export const engineMigrations: MigrationSet = {
  folder: fileURLToPath(new URL('../../migrations/engine/', import.meta.url)),
  schema: 'segmentation',
};

/** Applies what is pending, each migration in a transaction of its own; says what it applied. */
export async function runMigrations(connection: PostgresOptions, set: MigrationSet): Promise<string[]> {
  return withExecutor(connection, set, async (executor, runner) => {
    await provideSchema(runner, set.schema);
    const applied = await executor.executePendingMigrations();
    return applied.map(({ name }) => name);
  });
}

/** What `runMigrations` would apply now; changes nothing. */
export async function pendingMigrations(
  connection: PostgresOptions,
  set: MigrationSet,
): Promise<PendingMigration[]> {
  const files = await readMigrationFiles(set.folder);
  return withExecutor(connection, set, async (executor) => {
    const pending = new Set((await executor.getPendingMigrations()).map(({ name }) => name));
    return files
      .map((file) => ({ name: historyName(file), sql: file.up }))
      .filter(({ name }) => pending.has(name));
  });
}

/** Undoes the migration that was applied last, if there is one. */
export async function revertLastMigration(connection: PostgresOptions, set: MigrationSet): Promise<void> {
  await withExecutor(connection, set, async (executor) => {
    const applied = await executor.getExecutedMigrations();
    if (applied.length > 0) await executor.undoLastMigration();
  });
}

/** Looked up first, since IF NOT EXISTS asks for the right to create even where an administrator has prepared it. */
async function provideSchema(runner: QueryRunner, schema: string): Promise<void> {
  const [{ missing }] = await runner.query('SELECT to_regnamespace($1) IS NULL AS missing', [schema]);
  if (missing) await runner.query(`CREATE SCHEMA "${schema}"`);
}

/** TypeORM orders migrations by the thirteen digits at the end of their names; ours are numbered, not timed. */
const historyName = ({ number, name }: MigrationFile): string => `${name}${String(number).padStart(13, '0')}`;

function migrationClass(file: MigrationFile): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = historyName(file);

    up(runner: QueryRunner): Promise<void> {
      return execute(runner, this.name, file.up);
    }

    down(runner: QueryRunner): Promise<void> {
      return execute(runner, this.name, file.down);
    }
  };
}

async function execute(runner: QueryRunner, name: string, sql: string): Promise<void> {
  try {
    await runner.query(sql);
  } catch (error) {
    throw error instanceof Error ? new MigrationFailedError(name, error) : error;
  }
}

/** A failure is thrown, and names its migration: TypeORM need not print it as well. */
class QuietLogger extends AbstractLogger {
  protected override writeLog(): void {}
}

/** The lock belongs to the executor's own session, so that a process that dies lets go of it. */
async function withExecutor<T>(
  connection: PostgresOptions,
  set: MigrationSet,
  work: (executor: MigrationExecutor, runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const files = await readMigrationFiles(set.folder);
  const dataSource = await openHistory(connection, set, files);
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query("SELECT pg_advisory_lock(hashtextextended('migrations of ' || $1, 0))", [set.schema]);
    const executor = new MigrationExecutor(dataSource, runner);
    executor.transaction = 'each';
    return await work(executor, runner);
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

/** A data source of its own, since TypeORM ties one history to each. Entities stay out: they are not its business. */
function openHistory(
  connection: PostgresOptions,
  { schema }: MigrationSet,
  files: readonly MigrationFile[],
): Promise<DataSource> {
  return new DataSource({
    ...connection,
    logger: new QuietLogger(),
    entities: [],
    subscribers: [],
    migrations: files.map(migrationClass),
    migrationsRun: false,
    migrationsTableName: 'migrations',
    synchronize: false,
    dropSchema: false,
    schema,
  }).initialize();
}
