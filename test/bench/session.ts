/** One connection of the benchmark's own, for what is not measured. */

import pg from 'pg';

export type Query = <Row>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

export interface Session {
  readonly query: Query;
  end(): Promise<void>;
}

export async function openSession(url: string): Promise<Session> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    query: async (sql, values) => (await client.query(sql, values && [...values])).rows,
    end: () => client.end(),
  };
}

/** A database beside that of `url`, made unless it is there; gives its address. */
export async function provideDatabase(url: string, suffix: string): Promise<string> {
  const address = new URL(url);
  const name = `${address.pathname.slice(1)}_${suffix}`;
  const session = await openSession(url);
  try {
    const [known] = await session.query('select from pg_database where datname = $1', [name]);
    if (!known) await session.query(`create database "${name.replaceAll('"', '""')}"`);
  } finally {
    await session.end();
  }
  address.pathname = `/${name}`;
  return address.href;
}
