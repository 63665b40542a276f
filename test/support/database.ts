/** A database of its own for each test file, empty or copied from a template that is built once a run. */

import { randomBytes } from 'node:crypto';
import pg from 'pg';

export interface TestDatabase {
  /** As superuser. */
  readonly url: string;
  readonly pool: pg.Pool;
  /** Ends the pool and removes the database, also under connections that others left open. */
  drop(): Promise<void>;
}

export interface Template {
  /** Lower case, digits and underscores, such as `crm_5000`; the same name is the same content. */
  readonly name: string;
  /** Fills the new database; must close every connection it opens. */
  build(url: string): Promise<void>;
}

export interface DatabaseSetUp {
  readonly template?: Template;
  /** What each connection of the pool sets as it begins. */
  readonly settings?: Readonly<Record<string, string>>;
}

export async function createDatabase({
  template: wanted,
  settings = {},
}: DatabaseSetUp = {}): Promise<TestDatabase> {
  const server = await serverUrl();
  const admin = await connect(server);
  try {
    const template = wanted ? await provideTemplate(admin, server, wanted) : 'template0';
    const name = nameOf(randomBytes(5).toString('hex'));
    await create(admin, name, template);
    return open(server, name, settings);
  } finally {
    await admin.end();
  }
}

const nameOf = (part: string): string => `test_${process.env.TEST_RUN}_${part}`;

function open(server: string, name: string, settings: Readonly<Record<string, string>>): TestDatabase {
  const url = withDatabase(server, name);
  const options = Object.entries(settings).map(([key, value]) => `-c ${key}=${value}`);
  const pool = new pg.Pool({ connectionString: url, max: 10, options: options.join(' ') });
  // The pool counts as ended before its connections are; the forced removal below may still hit one.
  pool.on('error', () => undefined);
  return {
    url,
    pool,
    async drop() {
      await pool.end();
      const admin = await connect(server);
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

/** TEST_DATABASE_URL, or the run's own server, which starts when the first test asks for it. */
async function serverUrl(): Promise<string> {
  if (process.env.TEST_DATABASE_URL) return process.env.TEST_DATABASE_URL;
  const keeper = process.env.TEST_SERVER_KEEPER;
  if (!keeper) throw new Error('No test run is under way: databases are for tests that jest runs.');
  const response = await fetch(keeper);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

function withDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

const create = (admin: pg.Client, name: string, template: string): Promise<unknown> =>
  admin.query(`CREATE DATABASE ${name} TEMPLATE ${template} ENCODING 'UTF8'`);

/** Several test files may want the same template at once: the first builds it, the others wait for the lock. */
async function provideTemplate(admin: pg.Client, server: string, { name, build }: Template): Promise<string> {
  const database = nameOf(name);
  await admin.query('SELECT pg_advisory_lock(hashtext($1))', [database]);
  const { rows } = await admin.query<{ ready: boolean }>(
    'SELECT datistemplate AS ready FROM pg_database WHERE datname = $1',
    [database],
  );
  if (!rows[0]?.ready) {
    await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await create(admin, database, 'template0');
    await build(withDatabase(server, database));
    await admin.query(`ALTER DATABASE ${database} IS_TEMPLATE true`);
  }
  await admin.query('SELECT pg_advisory_unlock(hashtext($1))', [database]);
  return database;
}
