/** `npm run cli` as a user meets it, on a database that is there, and on one that is not. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/demo/port.js';
import { createDatabase, type TestDatabase } from '../support/database.js';

const program = fileURLToPath(new URL('../../dist/demo/cli.js', import.meta.url));
let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await createDatabase();
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function cli(args: readonly string[], variables: Record<string, string> = {}) {
  const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: join(folder, 'data'), ...variables };
  const child = spawn(process.execPath, [program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    texts.out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    texts.err += chunk;
  });
  const [exitCode] = await once(child, 'close');
  return { exitCode: exitCode as number, ...texts };
}

const tables = async (): Promise<string[]> => {
  const { rows } = await database.pool.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('crm', 'segmentation') order by 1`,
  );
  return rows.map(({ name }) => name);
};

describe('migrate', () => {
  it('--plan prints the SQL and changes nothing; then it does that; then there is nothing to do', async () => {
    const plan = await cli(['migrate', '--plan']);
    expect(plan.exitCode).toBe(0);
    expect(plan.out).toMatch(
      /create table crm\.contacts[\s\S]*CREATE TABLE segmentation\.segments[\s\S]*"contact_stays"/,
    );
    expect(await tables()).toEqual([]);
    const doctor = await cli(['doctor']);
    expect([doctor.exitCode, doctor.out]).toEqual([
      1,
      expect.stringMatching(/✗ All migrations applied — Run `migrate`/),
    ]);
    expect(await tables()).toEqual([]);
    expect((await cli(['migrate'])).exitCode).toBe(0);
    expect(await tables()).toEqual(expect.arrayContaining(['crm.contacts', 'segmentation.contact_stays']));
    expect(await cli(['migrate', '--plan'])).toMatchObject({
      exitCode: 0,
      out: expect.not.stringMatching(/create/i),
    });
  }, 120_000);
});

describe('one sentence', () => {
  it('says that the database cannot be reached', async () => {
    const port = await freePort();
    const { exitCode, err } = await cli(['doctor'], {
      DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none`,
    });
    expect(exitCode).toBe(1);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toMatch(/database/i);
  });

  it('says that nobody knows the command', async () => {
    const { exitCode, err } = await cli(['celebrate']);
    expect([exitCode, err.trim()]).toEqual([1, "error: unknown command 'celebrate'"]);
  });
});

it('shows the secrets that it makes, once', async () => {
  const variables = { DATA_DIR: join(folder, 'fresh') };
  const [first, second] = [await cli(['doctor'], variables), await cli(['doctor'], variables)];
  expect(first.err).toMatch(/ADMIN_PASSWORD=\S+\s+API_KEY=\S+/);
  expect(second.err).not.toMatch(/ADMIN_PASSWORD|API_KEY/);
}, 120_000);
