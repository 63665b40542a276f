/** The demo's database: the one that DATABASE_URL names, else the embedded PostgreSQL in the data folder. */

import type { EmbeddedPostgres } from './embedded-postgres.js';
import type { Environment } from './environment.js';

export async function openDatabase(
  { databaseUrl, dataDir }: Environment,
  log: (line: string) => void,
): Promise<EmbeddedPostgres> {
  if (databaseUrl) return { url: databaseUrl, stop: () => Promise.resolve() };
  // Only here: the embedded server's package is no dependency of an installation with a database of its own.
  const { startEmbeddedPostgres } = await import('./embedded-postgres.js');
  return startEmbeddedPostgres({ dataDir, log });
}
