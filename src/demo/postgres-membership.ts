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

export interface Membership {
  readonly url: string;
  /** Calls `stop` while nobody else can join, if nobody else is left. */
  leave(stop: () => Promise<void>): Promise<void>;
}

/** For as long as the connection lasts, which is as long as the process lives, whatever ends it. */
export async function joinServer(
  pgData: string,
  password: string,
  log: (line: string) => void,
): Promise<Membership> {
  let leaving = false;
  let client = await enter(pgData, password);
  await createDatabase(client);
  const rejoinIfLost = (): void => {
    client.once('error', (error) => {
      if (leaving) return;
      log(`The connection to the embedded PostgreSQL was lost (${error.message}).`);
      enter(pgData, password).then(
        (renewed) => {
          client = renewed;
          rejoinIfLost();
        },
        (reason: Error) => log(`${reason.message} Start this program again.`),
      );
    });
  };
  rejoinIfLost();
  return {
    url: urlOf(database, client.port, password),
    async leave(stop) {
      if (leaving) return;
      leaving = true;
      await leave(client, stop, log);
    },
  };
}

const urlOf = (name: string, port: number, password: string): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${name}`;

/** A server that starts, recovers or stops at this moment answers later. */
async function enter(pgData: string, password: string): Promise<pg.Client> {
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
