/**
 * The contract as a table: each row is read as set, as probe, by the predicate and in words, and whoever it does not
 * match must match its complement: none of it, and the negative twin of its operator.
 */

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { covered, demanded } from './conformance/coverage.js';
import { whoMatches, words } from './conformance/readers.js';
import type { Row, Scene } from './conformance/scene.js';
import { none } from './conformance/scene.js';
import { scenes } from './conformance/table.js';
import { load } from './conformance/tables.js';
import { twinOf } from './conformance/twins.js';
import { worldOf } from './conformance/world.js';

const world = worldOf(scenes);
let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
  // Compiling small statements takes longer than running them.
  database.pool.on('connect', (client) => void client.query('set jit = off'));
  await load(database.pool, world);
}, 60_000);
afterAll(() => database.drop());

describe.each(scenes)('$title', (scene) => {
  test.each(scene.rows)('guests $words', async (row) => {
    const { matching, others } = expected(row, scene);
    const twin = twinOf(row.rule);
    expect({
      words: words(row.rule, scene),
      rule: await read(row.rule, scene),
      none: await read(none(row.rule), scene),
      twin: twin && (await read(twin, scene)),
    }).toEqual({
      words: sentence(row),
      rule: byAll(matching),
      none: byAll(others),
      twin: twin && byAll(others),
    });
  });
});

const read = (rule: unknown, scene: Scene) => whoMatches(rule, scene, database.pool, world);
const byAll = (names: readonly string[]) => ({ set: names, probe: names, predicate: names });
const sentence = (row: Row): string => (row.words === 'all' ? 'All guests.' : `Guests ${row.words}.`);

function expected({ matching }: Row, { guests }: Scene) {
  const everyone = Object.keys(guests).sort();
  const named = 'allBut' in matching ? matching.allBut : matching;
  const unknown = named.filter((name) => !everyone.includes(name));
  if (unknown.length > 0) throw new Error(`Nobody is called ${unknown}`);
  const without = everyone.filter((name) => !named.includes(name));
  const those = [...named].sort();
  return 'allBut' in matching ? { matching: without, others: those } : { matching: those, others: without };
}

describe('The table has a row for', () => {
  test.each(Object.entries(demanded))('each %s', (kind, names) => {
    const found = covered(scenes)[kind as keyof typeof demanded];
    expect(names.filter((name) => !found.has(name))).toEqual([]);
  });
});
