/** The tests' databases: separate, deterministic in their text rules, copied from templates that are built once. */

import { afterAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDatabase, type Template, type TestDatabase } from './database.js';

const opened: TestDatabase[] = [];

async function open(template?: Template): Promise<TestDatabase> {
  const database = await createDatabase(template ? { template } : {});
  opened.push(database);
  return database;
}

afterAll(async () => {
  await Promise.all(opened.map((database) => database.drop()));
});

describe('a test database', () => {
  it('is empty and its own', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    await one.pool.query('CREATE TABLE mine ()');
    const { rows } = await other.pool.query("SELECT to_regclass('mine') AS mine");
    expect(rows).toEqual([{ mine: null }]);
  });

  it('lowers letters by Unicode and has the collation that rules compare texts with', async () => {
    const { pool } = await open();
    const { rows } = await pool.query(`
      SELECT pg_encoding_to_char(encoding) AS encoding, lower('ÄÉΣ' COLLATE "und-x-icu") AS lowered
      FROM pg_database WHERE datname = current_database()`);
    expect(rows).toEqual([{ encoding: 'UTF8', lowered: 'äéς' }]);
  });

  it('copies a template, which is built once however many ask for it', async () => {
    let built = 0;
    const template: Template = {
      name: 'counted',
      async build(url) {
        built += 1;
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        await client.query('CREATE TABLE kept AS SELECT 42 AS answer');
        await client.end();
      },
    };
    const copies = await Promise.all([open(template), open(template), open(template)]);
    const answers = await Promise.all(copies.map(({ pool }) => pool.query('SELECT answer FROM kept')));
    expect(answers.map(({ rows }) => rows)).toEqual([[{ answer: 42 }], [{ answer: 42 }], [{ answer: 42 }]]);
    expect(built).toBe(1);
  });
});
