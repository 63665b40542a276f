/** One snapshot of the database to count in and to copy out of, given up as soon as nobody waits for it. */

import type { Client, ClientBase } from 'pg';
import { escapeLiteral } from 'pg';
import { to } from 'pg-copy-streams';
import type { QueryRunner } from 'typeorm';
import type { Opening, TenantDatabase } from '../../access/tenant-database.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import type { Sql } from '../../rule-language/to-sql/sql.js';
import { ExportCancelledError, ExportTimeoutError } from './export.errors.js';

/** Milliseconds that a copy may take, its reader's pauses included. */
export const longestCopy = 15 * 60_000;

export class CopySession {
  private closed = false;

  private constructor(
    private readonly database: TenantDatabase,
    private readonly runner: QueryRunner,
    private readonly client: ClientBase,
    private readonly signal: AbortSignal | undefined,
  ) {}

  /** `begin` closes it, or copies from it; where it fails, the session is closed. */
  static open<Result>(
    database: TenantDatabase,
    { tenant, clock }: Target,
    begin: (session: CopySession) => Promise<Result>,
    signal: AbortSignal | undefined,
  ): Promise<Result> {
    const beginOver = async (runner: QueryRunner): Promise<Result> => {
      const session = new CopySession(database, runner, await runner.connect(), signal);
      try {
        signal?.addEventListener('abort', session.giveUp, { once: true });
        if (signal?.aborted) session.giveUp();
        await session.execute(watchful);
        return await begin(session);
      } catch (error) {
        await session.close();
        throw session.meaning(error);
      }
    };
    return database.open(tenant, beginOver, openingIn(clock.zone));
  }

  query<Row>(statement: Sql): Promise<Row[]> {
    return this.execute(statement.text, statement.values);
  }

  private execute<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
    return this.runner.query(text, values);
  }

  /**
   * The rows as COPY prints them, from now on. The session is closed when they end, when they are not read to their
   * end, and when the caller aborts.
   */
  async copy(statement: Sql, options: string): Promise<AsyncGenerator<Buffer>> {
    const query = await this.withoutParameters(statement);
    const rows = this.client.query(to(`copy (${query}) to stdout with (${options})`));
    const end = (): void => {
      if (!rows.readableEnded) this.giveUp();
      void this.close();
    };
    rows.once('error', end).once('close', end);
    return this.readFrom(rows);
  }

  /**
   * COPY takes none. Every value of a statement is of a few kinds, each cast to its type in the text; bytes are keys, which
   * nobody should read in the list of what the server does.
   */
  private async withoutParameters({ strings, values }: Sql): Promise<string> {
    let text = strings[0] ?? '';
    for (const [index, value] of values.entries()) {
      const written = Buffer.isBuffer(value) ? await this.hidden(`bytes_${index}`, value) : literal(value);
      text += `${written}${strings[index + 1]}`;
    }
    return text;
  }

  private async hidden(name: string, bytes: Buffer): Promise<string> {
    await this.execute(`select set_config('segmentation.${name}', $1, true)`, [bytes.toString('hex')]);
    return `decode(current_setting('segmentation.${name}'), 'hex')`;
  }

  private async *readFrom(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    try {
      yield* rows;
    } catch (error) {
      throw this.meaning(error);
    }
  }

  /** Also twice. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    this.signal?.removeEventListener('abort', this.giveUp);
    await this.database.close(this.runner);
  }

  /** Drops the connection rather than reading on: the server ends what it does for it, also in the midst of a row. */
  private readonly giveUp = (): void => {
    void (this.client as Client).end().catch(() => undefined);
  };

  private meaning(error: unknown): unknown {
    if (this.signal?.aborted) return new ExportCancelledError({ cause: error });
    const source = error instanceof Error && 'driverError' in error ? error.driverError : error;
    const isTimeout = source instanceof Error && 'code' in source && source.code === '57014';
    return isTimeout ? new ExportTimeoutError({ cause: error }) : error;
  }
}

/** As rules are evaluated, but for longer, and with instants printed in the tenant's zone. */
const openingIn = (zone: string): Opening => ({
  as: 'evaluation',
  isolation: 'REPEATABLE READ',
  settings: {
    transaction_read_only: 'on',
    statement_timeout: String(longestCopy),
    lock_timeout: '10s',
    work_mem: '128MB',
    jit: 'off',
    timezone: zone,
    datestyle: 'ISO',
  },
});

/** The server looks each second whether its client is still there, where its platform can tell; else with the next row. */
const watchful = `select set_config('client_connection_check_interval', '1s', true) where version() ~ 'linux|darwin'`;

function literal(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return escapeLiteral(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return escapeLiteral(arrayText(value));
  throw new Error(`No literal is known for a ${typeof value}.`);
}

const arrayText = (entries: readonly unknown[]): string =>
  `{${entries.map((entry) => `"${String(entry).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
