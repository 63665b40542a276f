/** Tells whether a server runs in a data folder, and clears what a killed one left there. */

import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from '../errors.js';
import { ignore } from './postgres-programs.js';

const execute = promisify(execFile);

export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/**
 * A `postmaster.pid` proves little: a killed server leaves it behind, and its number may belong to another
 * program by now, which PostgreSQL then takes for a server. So the process itself is asked.
 */
export async function findRunningServer(pgData: string): Promise<RunningServer | undefined> {
  const pidFile = join(pgData, 'postmaster.pid');
  const [pid, , , port] = ((await readFile(pidFile, 'utf8').catch(ignore('ENOENT'))) ?? '')
    .split('\n')
    .map(Number);
  if (!pid) return undefined;
  const folder = await realpath(pgData);
  if (port && (await isServer(pid, folder))) return { pid, port };
  await untilUnused(folder);
  await rm(pidFile, { force: true });
  return undefined;
}

/**
 * The fast shutdown: open transactions are rolled back. `pg_ctl stop` would wait for the folder instead of the process,
 * and so for ever when another program has started the next server there meanwhile.
 */
export async function endServer({ pid }: RunningServer, pgData: string): Promise<void> {
  const folder = await realpath(pgData);
  const deadline = Date.now() + 60_000;
  process.kill(pid, 'SIGINT');
  while (await isServer(pid, folder)) {
    if (Date.now() > deadline) throw serverStuck(folder, [pid]);
    await delay(20);
  }
}

async function isServer(pid: number, folder: string): Promise<boolean> {
  if (process.platform === 'linux') return (await processesIn(folder)).includes(pid);
  const { stdout } = await execute('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(folder);
}

/** Workers of a killed server still write for a moment; a second server beside them would damage the data. */
async function untilUnused(folder: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  let left = await processesIn(folder);
  while (left.length > 0) {
    if (Date.now() > deadline) throw serverStuck(folder, left);
    await delay(50);
    left = await processesIn(folder);
  }
}

export function serverStuck(folder: string, pids: number[], cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'database.server-stuck',
    `A PostgreSQL server already works in ${folder} and does not answer: end it with "kill ${pids.join(' ')}" and start again.`,
    { cause },
  );
}

/** A server's processes are at home in its data folder; only Linux shows where a process is at home. */
async function processesIn(folder: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const homes = await Promise.all(pids.map(async (pid) => ({ pid: Number(pid), home: await homeOf(pid) })));
  return homes.filter(({ home }) => home === folder).map(({ pid }) => pid);
}

async function homeOf(pid: string): Promise<string | undefined> {
  try {
    const program = await readFile(`/proc/${pid}/comm`, 'utf8');
    return program.startsWith('postgres') ? await readlink(`/proc/${pid}/cwd`) : undefined;
  } catch {
    // Ended meanwhile, or another user's: either way not a server of this folder.
    return undefined;
  }
}
