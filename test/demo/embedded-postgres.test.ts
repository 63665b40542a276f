/** The embedded PostgreSQL: shared by the programs of one folder, and not to be put off by what a killed one left. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/demo/embedded-postgres.js';
import { until } from '../support/segments.js';

const asRoot = process.getuid?.() === 0;
let folder: string;
let dataDir: string;
let lines: string[];
let running: EmbeddedPostgres[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nest-segments-embedded-'));
  // The server's own user passes through when the tests run as root.
  await chmod(folder, 0o711);
  dataDir = join(folder, 'data');
  lines = [];
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<EmbeddedPostgres> {
  const settings = { fsync: 'off', shared_buffers: '16MB' };
  const server = await startEmbeddedPostgres({
    dataDir,
    settings,
    initdbFlags: ['--no-sync'],
    log: (line) => lines.push(line),
  });
  running.push(server);
  return server;
}

async function query<Row extends pg.QueryResultRow>({ url }: { url: string }, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const pidFile = (): string => join(dataDir, 'postgres', 'postmaster.pid');
const serverPid = async (): Promise<number> => Number((await readFile(pidFile(), 'utf8')).split('\n')[0]);
const answers = (server: EmbeddedPostgres): Promise<unknown> => query(server, 'SELECT 1 AS one');

describe('a first start', () => {
  it('makes a UTF-8 database that sorts by code point, lowers by Unicode and knows the rules’ collation', async () => {
    const rows = await query(
      await start(),
      `SELECT current_database() AS database, current_setting('server_encoding') AS encoding,
              'Z' < 'a' AS by_code_point, lower('ÄÉ') AS lowered, lower('ÄÉ' COLLATE "und-x-icu") AS by_icu`,
    );
    const expected = {
      database: 'nest_segments',
      encoding: 'UTF8',
      by_code_point: true,
      lowered: 'äé',
      by_icu: 'äé',
    };
    expect(rows).toEqual([expected]);
  });

  it('listens on the loopback interface only, under a generated password that only its owner can read', async () => {
    const server = await start();
    expect(await query(server, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    const passwordFile = join(dataDir, 'postgres-password');
    expect((await stat(passwordFile)).mode & 0o777).toBe(0o600);
    expect(new URL(server.url).password).toBe(await readFile(passwordFile, 'utf8'));
    expect(new URL(server.url).password).toHaveLength(32);
    const wrong = server.url.replace(/:[^:@]+@/, ':wrong@');
    await expect(query({ url: wrong }, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('stops the server at the end, and a second one finds the data again', async () => {
    const first = await start();
    await query(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await expect(stat(pidFile())).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await query(await start(), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });
});

describe('two programs', () => {
  it('share one server, which the last one to leave stops', async () => {
    const [first, second] = [await start(), await start()];
    expect(second.url).toBe(first.url);
    await first.stop();
    await answers(second);
    await second.stop();
    await expect(answers(second)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('may start at the same moment in a folder that is not there yet', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    await Promise.all([answers(first), answers(second)]);
  });

  it('may leave and come at the same moment', async () => {
    const first = await start();
    const [second] = await Promise.all([start(), first.stop()]);
    await answers(second);
  });
});

describe('after a kill', () => {
  const program = fileURLToPath(new URL('../../dist/demo/embedded-postgres.js', import.meta.url));

  const untilBothHold = (server: EmbeddedPostgres) =>
    until(
      () => query(server, `SELECT FROM pg_locks WHERE locktype = 'advisory'`),
      (holds) => holds.length === 2,
    );

  /** Another process that has started the server and is then killed: the server outlives it. */
  async function startElsewhereAndKill(): Promise<number> {
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(program)});
      await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, initdbFlags: ['--no-sync'], log: () => {} });
      console.log('started');`;
    const child: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (child.stdout) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    return serverPid();
  }

  it('of the program, the server it left is taken over, and stopped at the end', async () => {
    const orphan = await startElsewhereAndKill();
    const server = await start();
    expect(await serverPid()).toBe(orphan);
    await answers(server);
    await server.stop();
    await expect(answers(server)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('of the server as well, it recovers', async () => {
    process.kill(await startElsewhereAndKill(), 'SIGKILL');
    await answers(await start());
  });

  it('of the server alone, the programs start it again where it was, with all that was kept', async () => {
    const [first, second] = [await start(), await start()];
    await query(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
    const killed = await serverPid();
    process.kill(killed, 'SIGKILL');
    const kept = () => query<{ answer: number }>(first, 'SELECT answer FROM kept').catch(() => []);
    expect(await until(kept, (rows) => rows.length > 0)).toEqual([{ answer: 42 }]);
    expect(await serverPid()).not.toBe(killed);
    await untilBothHold(second);
    await first.stop();
    await answers(second);
    await second.stop();
    await expect(answers(second)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('a pid that belongs to another program by now is no server', async () => {
    const orphan = await startElsewhereAndKill();
    process.kill(orphan, 'SIGKILL');
    const content = await readFile(pidFile(), 'utf8');
    await writeFile(pidFile(), content.replace(String(orphan), String(process.pid)));
    await answers(await start());
  });

  it('of a worker of the server, the program’s own hold on it is renewed', async () => {
    const [first, second] = [await start(), await start()];
    await query(
      first,
      `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name LIKE 'nest-segments %'`,
    );
    await untilBothHold(second);
    await first.stop();
    await answers(second);
  });
});

describe('a folder that cannot be used', () => {
  it('of another major version is refused with a way out', async () => {
    await (await start()).stop();
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({
      code: 'database.other-version',
      message: expect.stringMatching(/made by PostgreSQL 15, and this is PostgreSQL 18.*Move it away/),
    });
  });

  it('with something else in it is refused and left alone', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'thesis.txt'), 'years of work');
    await writeFile(join(dataDir, 'postgres-password'), 'secret');
    await expect(start()).rejects.toMatchObject({ code: 'database.folder-not-ours' });
    expect(await readFile(join(dataDir, 'postgres', 'thesis.txt'), 'utf8')).toBe('years of work');
  });

  it('whose password is lost is refused with the name of the file', async () => {
    await (await start()).stop();
    await rm(join(dataDir, 'postgres-password'));
    await expect(start()).rejects.toMatchObject({
      code: 'database.password-lost',
      message: expect.stringContaining('postgres-password'),
    });
  });

  it('below a closed one is refused with the name of the closed one, where root starts it', async () => {
    if (!asRoot) return;
    const closed = join(folder, 'closed');
    await mkdir(join(closed, 'data'), { recursive: true });
    await chmod(closed, 0o700);
    dataDir = join(closed, 'data');
    await expect(start()).rejects.toMatchObject({
      code: 'database.folder-unreachable',
      message: expect.stringContaining(`chmod o+x ${closed}`),
    });
  });
});
