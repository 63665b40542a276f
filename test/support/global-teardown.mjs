/** After all tests: stops the run's server, or removes what the run has left on the server it was given. */

import pg from 'pg';

export default async function globalTeardown() {
  if (globalThis.testServerKeeper) await globalThis.testServerKeeper.end();
  else if (process.env.TEST_DATABASE_URL) await dropDatabasesOf(process.env.TEST_RUN);
}

async function dropDatabasesOf(run) {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname LIKE $1', [
    `test\\_${run}\\_%`,
  ]);
  for (const { datname } of rows) {
    await client.query(`ALTER DATABASE "${datname}" IS_TEMPLATE false`);
    await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  }
  await client.end();
}
