/** The demo's database: the one that DATABASE_URL names, else the embedded PostgreSQL in the data folder. */

import { isLostDatabase } from '../access/lost-database.js';
import { SettingError } from '../errors.js';
import type { EmbeddedPostgres } from './embedded-postgres.js';
import type { Environment } from './environment.js';

export async function openDatabase(
  { databaseUrl, dataDir }: Environment,
  log: (line: string) => void,
): Promise<EmbeddedPostgres> {
  if (databaseUrl) return { url: checked(databaseUrl), stop: () => Promise.resolve() };
  // Only here: the embedded server's package is no dependency of an installation with a database of its own.
  const { startEmbeddedPostgres } = await import('./embedded-postgres.js');
  return startEmbeddedPostgres({ dataDir, log });
}

function checked(url: string): string {
  if (URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)) return url;
  throw new SettingError(
    'DATABASE_URL is no address of a PostgreSQL: write it as postgres://user:password@host:5432/database.',
  );
}

/** An error at the start as people should read it. */
export const startFailure = (error: unknown): unknown =>
  isLostDatabase(error)
    ? new SettingError(
        'The database that DATABASE_URL names cannot be reached: start it, or mend the address.',
        { cause: error },
      )
    : error;
