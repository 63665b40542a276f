/** Starts, revives and stops the embedded PostgreSQL of a folder; all programs that use the folder share one server. */

import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EmbeddedPostgresError } from '../errors.js';
import { freePort } from './port.js';
import { pgDataOf, prepareFolder } from './postgres-folder.js';
import { joinServer, type Membership } from './postgres-membership.js';
import { endServer, findRunningServer } from './postgres-process.js';
import {
  findPrograms,
  findServerUser,
  type PostgresPrograms,
  requireAccess,
  runAs,
  type ServerUser,
} from './postgres-programs.js';

export interface EmbeddedPostgres {
  /** Of the database `nest_segments`, as superuser, on the loopback interface only. */
  readonly url: string;
  /** Leaves the server; the last program to leave stops it. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** Server settings, such as `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly initdbFlags?: readonly string[];
}

interface Server {
  readonly pgData: string;
  readonly programs: PostgresPrograms;
  readonly user: ServerUser;
  readonly settings: Readonly<Record<string, string>>;
}

/** Only what the defaults get wrong for a machine with one application and a solid-state disk. */
const defaults = { shared_buffers: '256MB', max_wal_size: '2GB', random_page_cost: '1.1' };

export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = resolve(options.dataDir);
  const pgData = pgDataOf(dataDir);
  const programs = await findPrograms();
  const user = await findServerUser(pgData);
  await requireAccess(programs.postgres, user);
  const password = await prepareFolder(dataDir, programs, user, options.initdbFlags ?? []);
  const server = { pgData, programs, user, settings: { ...defaults, ...options.settings } };
  const membership = await runAndJoin(server, password, options.log);
  return {
    url: membership.url,
    stop: () => membership.leave(() => stopServer(pgData)),
  };
}

/** Another program may stop or start the server between two steps here; then the state is simply looked at again. */
async function runAndJoin(
  server: Server,
  password: string,
  log: EmbeddedPostgresOptions['log'],
): Promise<Membership> {
  const { pgData } = server;
  const revive = (port: number): Promise<void> => startUnlessRunning(server, port);
  for (let attempt = 1; ; attempt++) {
    try {
      const running = await findRunningServer(pgData);
      if (!running) await launch(server, await freePort());
      else log(`Using the PostgreSQL that already runs on port ${running.port}.`);
      return await joinServer({ pgData, password, log, revive });
    } catch (error) {
      const mayPass = error instanceof EmbeddedPostgresError && error.code === 'database.start-failed';
      if (!mayPass || attempt === 3) throw error;
    }
  }
}

async function startUnlessRunning(server: Server, port: number): Promise<void> {
  if (!(await findRunningServer(server.pgData))) await launch(server, port);
}

async function launch({ pgData, programs, user, settings }: Server, port: number): Promise<void> {
  const logFile = join(pgData, 'server.log');
  await rm(logFile, { force: true });
  // Values go through a shell; no unix socket, whose path may be too long or its folder closed.
  const flags = Object.entries({ ...settings, listen_addresses: '127.0.0.1', unix_socket_directories: '' })
    .map(([name, value]) => `-c ${name}='${value.replaceAll("'", "'\\''")}'`)
    .join(' ');
  const options = `-p ${port} ${flags}`;
  try {
    // Long enough for the recovery after a crash; pg_ctl returns as soon as the server is ready or has given up.
    const wait = ['--wait', '--timeout=600', `--log=${logFile}`, `--options=${options}`];
    await runAs(user, programs.pgCtl, ['start', `--pgdata=${pgData}`, ...wait], pgData);
  } catch (cause) {
    const lines = await readFile(logFile, 'utf8').catch(() => (cause as Error).message);
    const reason = lines.trim().split('\n').slice(-4).join('\n');
    throw new EmbeddedPostgresError(
      'database.start-failed',
      `PostgreSQL did not start in ${pgData}:\n${reason}`,
      { cause },
    );
  }
}

async function stopServer(pgData: string): Promise<void> {
  const running = await findRunningServer(pgData);
  if (running) await endServer(running, pgData);
}
