/** Which programs use the embedded server: each holds a lock in it, so that only the last one to leave stops it. */

import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { EmbeddedPostgresError } from '../errors.js';
import { passwordLost } from './postgres-folder.js';
import { findRunningServer, serverStuck } from './postgres-process.js';

const database = 'nest_segments';
/** Any number will do, as long as nobody else takes it in the database `postgres`. */
const lock = 0x5e97;
/** Milliseconds: what kept a server from starting may pass. */
const beforeNextAttempt = 1_000;

export interface Membership {
  readonly url: string;
  /** Calls `stop` while nobody else can join, if nobody else is left. */
  leave(stop: () => Promise<void>): Promise<void>;
}

/** A server that may be joined. */
interface Server {
  readonly pgData: string;
  readonly password: string;
  readonly log: (line: string) => void;
  /** Starts it again, unless it runs, on the port where its members look for it. */
  readonly revive: (port: number) => Promise<void>;
}

export async function joinServer(server: Server): Promise<Membership> {
  const client = await enter(server);
  await createDatabase(client);
  return new Member(server, client);
}

/** For as long as the process lives, whatever ends it; a server that is lost meanwhile is started again. */
class Member implements Membership {
  readonly url: string;
  private readonly port: number;
  private client: Promise<pg.Client>;
  private leaving = false;

  constructor(
    private readonly server: Server,
    client: pg.Client,
  ) {
    this.port = client.port;
    this.url = urlOf(database, client.port, server.password);
    this.client = Promise.resolve(this.watched(client));
  }

  async leave(stop: () => Promise<void>): Promise<void> {
    if (this.leaving) return;
    this.leaving = true;
    await leave(await this.client, stop, this.server.log);
  }

  private watched(client: pg.Client): pg.Client {
    client.once('error', (error) => {
      if (this.leaving) return;
      this.server.log(`The connection to the embedded PostgreSQL was lost (${error.message}).`);
      this.client = this.rejoin(client);
    });
    return client;
  }

  private async rejoin(lost: pg.Client): Promise<pg.Client> {
    let known = '';
    while (!this.leaving) {
      try {
        await this.server.revive(this.port);
        const client = await enter(this.server);
        if (client.port !== this.port)
          this.server.log(`It runs on port ${client.port} now: start this program again.`);
        return this.watched(client);
      } catch (error) {
        const { message } = error as Error;
        if (message !== known) this.server.log(`The embedded PostgreSQL cannot be reached yet: ${message}`);
        known = message;
        await delay(beforeNextAttempt);
      }
    }
    return lost;
  }
}

const urlOf = (name: string, port: number, password: string): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;

/** A server that starts, recovers or stops at this moment answers later. */
async function enter({ pgData, password }: Pick<Server, 'pgData' | 'password'>): Promise<pg.Client> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const running = await findRunningServer(pgData);
    if (!running)
      throw new EmbeddedPostgresError('database.start-failed', `No PostgreSQL runs in ${pgData} any more.`);
    try {
      return await connect(pgData, running.port, password);
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === '28P01') throw passwordLost(join(dirname(pgData), 'postgres-password'), error);
      if (Date.now() > deadline) throw serverStuck(pgData, [running.pid], error);
    }
    await delay(50);
  }
}

async function connect(pgData: string, port: number, password: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: urlOf('postgres', port, password),
    connectionTimeoutMillis: 5_000,
    application_name: 'nest-segments membership',
  });
  // The queries below report a broken connection themselves; without a listener it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ folder: string }>(
      "SELECT current_setting('data_directory') AS folder",
    );
    if (rows[0]?.folder !== (await realpath(pgData)))
      throw new Error(`Port ${port} belongs to another server.`);
    await client.query('SELECT pg_advisory_lock_shared($1)', [lock]);
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

async function createDatabase(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
  if (rowCount) return;
  await client.query(`CREATE DATABASE ${database}`).catch((error: { code?: string }) => {
    // Another program that started at the same moment was faster.
    if (error.code !== '42P04' && error.code !== '23505') throw error;
  });
}

async function leave(
  client: pg.Client,
  stop: () => Promise<void>,
  log: (line: string) => void,
): Promise<void> {
  try {
    await client.query('SELECT pg_advisory_unlock_shared($1)', [lock]);
    const { rows } = await client.query<{ last: boolean }>('SELECT pg_try_advisory_lock($1) AS last', [lock]);
    if (rows[0]?.last) await stop();
    await client.end();
  } catch (error) {
    // A server that is gone needs no stopping; one that runs on is taken over by the next start.
    log(`The embedded PostgreSQL could not be left in order (${(error as Error).message}).`);
  }
}
