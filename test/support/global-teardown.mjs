/** After all tests: lets the keeper stop the server, or removes the run's templates from the server it was given. */

import { once } from 'node:events';
import pg from 'pg';

export default async function globalTeardown() {
  const keeper = globalThis.testServerKeeper;
  if (keeper) {
    keeper.stdin.end();
    await once(keeper, 'exit');
  } else {
    await dropDatabasesOf(process.env.TEST_RUN);
  }
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
