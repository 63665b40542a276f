/** The benchmark works: over a tiny world, every rule finds the ids that its opponent finds, and every part runs. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { exportBenchmark } from './export/export.js';
import { freshBenchmark } from './fresh/fresh.js';
import { importBenchmark } from './import/import.js';
import { sharedOpponents } from './read/opponents.js';
import { readBenchmark } from './read/read.js';
import { everyRule, largeSegments } from './refresh/refresh.js';
import { provideWorld } from './world/build-world.js';
import { sizeFor } from './world/size.js';

const opponents = existsSync(sharedOpponents)
  ? sharedOpponents
  : fileURLToPath(new URL('./smoke.sql', import.meta.url));
const size = sizeFor(2000);

let database: TestDatabase;
const printed: string[] = [];
const print = (text: string): void => void printed.push(text);

beforeAll(async () => {
  database = await createDatabase();
  await provideWorld(database.url, size, print);
}, 60_000);
afterAll(() => database.drop());

test('each rule and its opponent find the same: some, and not everyone', async () => {
  const choice = { opponents, runs: 1, only: [], shape: undefined, explain: undefined };
  const found = await readBenchmark(database.url, choice, print);
  for (const { rows } of found.filter(({ shape }) => shape === 'set')) {
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(size.contacts);
  }
}, 60_000);

test('the plans of one rule are printed', async () => {
  const choice = { opponents, runs: 1, only: [], shape: undefined, explain: 'total spend' };
  await readBenchmark(database.url, choice, print);
  expect(printed.at(-1)).toContain('total spend, probe 10,000: the opponent, correlated');
  expect(printed.at(-1)).toContain('Execution Time');
}, 60_000);

test('segments fill, and stay as they are', async () => {
  await largeSegments(database.url, 200, print);
  await everyRule(database.url, opponents, print);
  expect(printed.join('\n')).toContain('first fill');
}, 60_000);

test('those who change go through a hundred segments, and a full run finds them right', async () => {
  const fresh = await freshBenchmark(database.url, { contacts: size.contacts, changed: 50, runs: 2 }, print);
  expect(fresh).toMatchObject({ segments: 100, wrong: 0 });
  expect(fresh.changed).toBeGreaterThan(0);
}, 120_000);

test('members go out, and ids come in', async () => {
  await exportBenchmark(database.url, { members: 1000, runs: 1 }, print);
  expect(printed.at(-1)).toContain('ids imported');
  expect(printed.at(-2)).toContain('| ndjson |');
}, 60_000);

test('what is there is kept, and built anew for another size', async () => {
  await provideWorld(database.url, size, print);
  expect(printed.at(-1)).toBe('The world is there.');
  await provideWorld(database.url, { ...size, contacts: 100, orders: 0, lines: 0, activities: 0 }, print);
  const { rows } = await database.pool.query('select count(*)::integer as orders from crm.orders');
  expect(rows[0].orders).toBe(0);
}, 60_000);

test('orders come in', async () => {
  await importBenchmark(database.url, 500, print);
  expect(printed.at(-1)).toContain('| 500 |');
}, 60_000);

test('a database that holds another CRM is left alone', async () => {
  await database.pool.query('drop schema bench cascade');
  await expect(provideWorld(database.url, size, print)).rejects.toThrow('did not make');
}, 60_000);
