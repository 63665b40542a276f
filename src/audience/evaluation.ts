/** Runs rule statements: read-only, in one snapshot, bounded in time and memory, and cancelled when nobody waits. */

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { attempted } from '../access/attempt.js';
import { type Opening, type Settings, TenantDatabase } from '../access/tenant-database.js';
import { type Sql, sql } from '../rule-language/to-sql/sql.js';
import { evaluationFailure } from './audience.errors.js';

/** Runs one statement and gives its rows. */
export type Ask = <Row>(statement: Asked) => Promise<Row[]>;

/** Text with `$1`, `$2` …, and what is bound to them. */
export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The rows of a statement that may do without them: undefined where it takes longer than so many milliseconds. */
export type Attempt = <Row>(statement: Sql, milliseconds: number) => Promise<Row[] | undefined>;

@Injectable()
export class Evaluation {
  constructor(
    private readonly database: TenantDatabase,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Everything that `work` asks sees one snapshot.
   * @throws EvaluationTimeoutError, EvaluationCancelledError, DatabaseUnavailableError
   */
  async read<Result>(
    tenant: string,
    work: (ask: Ask, attempt: Attempt) => Promise<Result>,
    signal?: AbortSignal,
  ): Promise<Result> {
    const asking = async (manager: EntityManager): Promise<Result> => {
      const stop = await this.cancelOn(signal, manager);
      const ask: Ask = async (statement) => {
        signal?.throwIfAborted();
        return manager.query(statement.text, [...statement.values]);
      };
      try {
        return await work(ask, (statement, milliseconds) =>
          attempted(manager, () => ask(statement), milliseconds),
        );
      } finally {
        await stop();
      }
    };
    try {
      return await this.database.within(tenant, asking, evaluationOpening);
    } catch (error) {
      throw evaluationFailure(error, signal);
    }
  }

  /**
   * The column `text` of a statement's rows, some at a time, from a cursor: memory stays bounded, and whoever stops
   * reading frees it.
   */
  async *stream(tenant: string, statement: Sql, signal?: AbortSignal): AsyncGenerator<string[]> {
    const begin = async (runner: QueryRunner) => ({
      runner,
      stop: await this.cancelOn(signal, runner.manager),
    });
    try {
      const { runner, stop } = await this.database.open(tenant, begin, evaluationOpening);
      try {
        yield* batches(await runner.stream(statement.text, statement.values));
      } finally {
        await stop();
        await this.database.close(runner);
      }
    } catch (error) {
      throw evaluationFailure(error, signal);
    }
  }

  /**
   * A caller who goes away cancels the statement on the server. Over a connection of its own: those of the pool may all
   * be busy with just such statements. Whoever stops waits for a cancellation that is under way, lest it hit what the
   * connection does next.
   */
  private async cancelOn(
    signal: AbortSignal | undefined,
    manager: EntityManager,
  ): Promise<() => Promise<void>> {
    if (!signal) return async () => undefined;
    const [{ pid }] = await manager.query<[{ pid: number }]>('select pg_backend_pid() as pid');
    signal.throwIfAborted();
    let cancelled = Promise.resolve();
    const cancel = (): void => {
      cancelled = this.cancel(pid).catch(() => undefined);
    };
    signal.addEventListener('abort', cancel, { once: true });
    return () => {
      signal.removeEventListener('abort', cancel);
      return cancelled;
    };
  }

  private async cancel(pid: number): Promise<void> {
    const options = { ...this.dataSource.options, entities: [], subscribers: [], migrations: [] };
    const alone = await new DataSource({ ...options, synchronize: false, migrationsRun: false }).initialize();
    try {
      await alone.query('select pg_cancel_backend($1)', [pid]);
    } finally {
      await alone.destroy();
    }
  }
}

/**
 * Asks about given ids by one process: they are looked up through indexes, in pages that the connection has mapped already,
 * and a parallel worker would have to map them anew, which took twice as long as it saved.
 */
export const probing =
  (ask: Ask): Ask =>
  async (statement) => {
    const before = await ask<{ workers: string }>(
      sql`select current_setting('max_parallel_workers_per_gather') as workers`,
    );
    await ask(workersPerGather('0'));
    const rows = await ask<never>(statement);
    for (const { workers } of before) await ask(workersPerGather(workers));
    return rows;
  };

const workersPerGather = (workers: string): Asked =>
  sql`select set_config('max_parallel_workers_per_gather', ${workers}, true)`;

/** How long things may take, in milliseconds. */
export const limits = {
  /** A statement of a preview, an export or an explanation. */
  'read only': 60_000,
  /** A statement of a refresh. */
  'read write': 15 * 60_000,
  /** A statement of a batch of changed subjects. */
  batch: 60_000,
  /** Waiting for a lock. */
  lock: 10_000,
  /** The exact count of a preview that would put up with an estimate. */
  'exact count': 300,
  /** What all conditions of a rule contribute, together. */
  'condition counts': 10_000,
  /** Who of an audience may be contacted, by any channel. */
  'reachable counts': 10_000,
  /** Which of the values that a rule looks for any record has. */
  'known values': 250,
  /** When time alone would change a verdict. */
  'next change': 5000,
  /** A reader of a stream, for the next batch of it. */
  reader: 30_000,
};

/** What a sort or a hash table of a statement may take before it goes to disk. */
const memory = '128MB';

const boundsOf = (mode: 'read only' | 'read write'): Settings => ({
  statement_timeout: String(limits[mode]),
  lock_timeout: String(limits.lock),
  work_mem: memory,
  // Compiling costs more than it saves on statements that are run once.
  jit: 'off',
});

/**
 * The bounds every calculation of members runs in; until the transaction ends. Nobody waits for one: it takes one process,
 * and leaves the others to those who look at a preview.
 */
export const refreshBounds: Settings = {
  ...boundsOf('read write'),
  max_parallel_workers_per_gather: '0',
};

/** The bounds of a batch of changed subjects. */
export const batchBounds: Settings = { ...refreshBounds, statement_timeout: String(limits.batch) };

/** How every rule is evaluated that is not to change the members. */
export const evaluationOpening: Opening = {
  as: 'evaluation',
  isolation: 'REPEATABLE READ',
  settings: { transaction_read_only: 'on', ...boundsOf('read only') },
};

const batchSize = 1000;

async function* batches(rows: AsyncIterable<{ text: string }>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  for await (const { text } of rows) {
    batch.push(text);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
