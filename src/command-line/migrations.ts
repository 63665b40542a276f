/** Runs folders of SQL migrations through TypeORM's own executor, one history per schema, one process at a time. */

import { fileURLToPath } from 'node:url';
import {
  AbstractLogger,
  type DataSource,
  MigrationExecutor,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { MigrationFailedError } from '../errors.js';
import { type MigrationFile, readMigrationFiles } from './migration-files.js';
import { ownDataSource, type PostgresOptions } from './own-connection.js';

export interface MigrationSet {
  /** Holds `0001_<name>.up.sql`, `0001_<name>.down.sql` and so on. */
  readonly folder: string;
  /** Where the migrations create their objects, and where `<schema>.migrations` keeps their history. */
  readonly schema: string;
}

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

/**
 * The same migrations for a host that runs them among its own: a class for each, for `migrations` of its data source. They
 * are noted in the set's own history as well, so that it is all the same which way one was applied.
 */
export async function migrationClasses(set: MigrationSet): Promise<(new () => MigrationInterface)[]> {
  const files = await readMigrationFiles(set.folder);
  return files.map((file, index) => amongTheHosts(set, file, files.slice(0, index + 1)));
}

/** In the host's transaction, if there is one. */
const amongTheHosts = (set: MigrationSet, file: MigrationFile, upToIt: readonly MigrationFile[]) =>
  class implements MigrationInterface {
    readonly name = historyName(file);

    up(runner: QueryRunner): Promise<void> {
      return within(runner, set, upToIt, async (executor) => {
        await provideSchema(runner, set.schema);
        await executor.executePendingMigrations();
      });
    }

    down(runner: QueryRunner): Promise<void> {
      return within(runner, set, upToIt, (executor) => executor.undoLastMigration());
    }
  };

async function within(
  runner: QueryRunner,
  set: MigrationSet,
  files: readonly MigrationFile[],
  work: (executor: MigrationExecutor) => Promise<void>,
): Promise<void> {
  const history = await openHistory(runner.dataSource.options as PostgresOptions, set, files);
  try {
    const executor = new MigrationExecutor(history, runner);
    executor.transaction = 'none';
    await work(executor);
  } finally {
    await history.destroy();
  }
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

/** A data source of its own, since TypeORM ties one history to each. */
const openHistory = (
  connection: PostgresOptions,
  { schema }: MigrationSet,
  files: readonly MigrationFile[],
): Promise<DataSource> =>
  ownDataSource(connection, {
    logger: new QuietLogger(),
    migrations: files.map(migrationClass),
    migrationsTableName: 'migrations',
    schema,
  }).initialize();
