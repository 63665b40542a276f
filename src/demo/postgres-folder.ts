/** The data folder of the embedded PostgreSQL: made once, whole or not at all, and refused if it is not ours. */

import { randomBytes } from 'node:crypto';
import { chmod, chown, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from '../errors.js';
import { ignore, type PostgresPrograms, requireAccess, runAs, type ServerUser } from './postgres-programs.js';

/** Full Unicode case rules on every machine, whatever its locale. */
const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

export const pgDataOf = (dataDir: string): string => join(dataDir, 'postgres');

/** Makes the folder unless it is there; resolves to the password of its superuser `postgres`. */
export async function prepareFolder(
  dataDir: string,
  programs: PostgresPrograms,
  user: ServerUser,
  initdbFlags: readonly string[],
): Promise<string> {
  // As root, the server's own user must be able to pass through.
  if (await mkdir(dataDir, { recursive: true })) await chmod(dataDir, 0o711);
  await requireAccess(dataDir, user);
  const isNew = !(await isFilled(pgDataOf(dataDir)));
  const password = await keepPassword(join(dataDir, 'postgres-password'), isNew);
  if (isNew) await initialise(dataDir, programs, user, password, initdbFlags);
  await requireVersion(pgDataOf(dataDir), programs.majorVersion);
  return password;
}

async function isFilled(folder: string): Promise<boolean> {
  const entries = await readdir(folder).catch(ignore('ENOENT'));
  return entries !== undefined && entries.length > 0;
}

/** Two programs may start at once: the first one's password counts for both. */
async function keepPassword(path: string, isNew: boolean): Promise<string> {
  if (isNew) {
    const draft = `${path}.${randomBytes(4).toString('hex')}`;
    await writeFile(draft, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await link(draft, path).catch(ignore('EEXIST'));
    await rm(draft);
  }
  const password = await readFile(path, 'utf8').catch(ignore('ENOENT'));
  if (password) return password;
  throw passwordLost(path);
}

export function passwordLost(path: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'database.password-lost',
    `${path} does not hold the password of the database beside it: restore it, or move that folder away to start with a new one.`,
    { cause },
  );
}

/** In a folder of its own that gets the real name at the end, so that an interrupted start leaves nothing half made. */
async function initialise(
  dataDir: string,
  programs: PostgresPrograms,
  user: ServerUser,
  password: string,
  flags: readonly string[],
): Promise<void> {
  await removeDrafts(dataDir);
  const draft = join(dataDir, `postgres.new-${process.pid}-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [draft, passwordFile]) await chown(path, user.uid, user.gid);
  const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
  try {
    await runAs(user, programs.initdb, [`--pgdata=${draft}`, ...access, ...locale, ...flags], draft);
    // Where another program was faster, its folder is kept.
    await rename(draft, pgDataOf(dataDir)).catch(ignore('ENOTEMPTY'));
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'database.start-failed',
      `PostgreSQL could not make its data folder in ${dataDir}: ${(cause as Error).message.trim()}`,
      { cause },
    );
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** What processes that were killed while making the folder have left. */
async function removeDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    const pid = /^postgres\.new-(\d+)-/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(dataDir, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function requireVersion(pgData: string, majorVersion: string): Promise<void> {
  const version = (await readFile(join(pgData, 'PG_VERSION'), 'utf8').catch(ignore('ENOENT')))?.trim();
  if (version === majorVersion) return;
  const wayOut = 'Move it away to start with a new one, or set DATA_DIR to another folder';
  if (version === undefined) {
    const message = `${pgData} is not a PostgreSQL data folder. ${wayOut}.`;
    throw new EmbeddedPostgresError('database.folder-not-ours', message);
  }
  throw new EmbeddedPostgresError(
    'database.other-version',
    `${pgData} was made by PostgreSQL ${version}, and this is PostgreSQL ${majorVersion}, which cannot read it. ` +
      `${wayOut}, or set DATABASE_URL to a PostgreSQL ${version} server that runs on it.`,
  );
}
