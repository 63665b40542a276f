/**
 * Many rules in one statement: each answers as it does by itself, over the hostile world. A run is repeated with
 * MATCHES_SEED.
 */

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Checked } from '../../src/rule-language/checked.js';
import { everyone, matches, probe, type Target } from '../../src/rule-language/to-sql/compile.js';
import type { Sql } from '../../src/rule-language/to-sql/sql.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { Differential } from './differential/differential.js';
import { clocks } from './hostile-world/hostile-world.js';
import { randomFrom } from './random.js';
import { randomRule } from './random-rule.js';

const seed = Number(process.env.MATCHES_SEED ?? Math.floor(Math.random() * 2 ** 31));
const statements = Number(process.env.MATCHES_STATEMENTS ?? 20);
const rulesInEach = 25;

let database: TestDatabase;
let differential: Differential;
beforeAll(async () => {
  database = await createDatabase();
  differential = await Differential.over(database.pool);
}, 120_000);
afterAll(() => database.drop());

async function rows<Row>({ text, values }: Sql): Promise<Row[]> {
  return (await database.pool.query({ text, values })).rows as Row[];
}

const ids = async (statement: Sql): Promise<string[]> =>
  (await rows<{ id: unknown }>(statement)).map(({ id }) => String(id)).sort();

/** Of each rule, whom it matches among those asked about. */
async function together(
  rules: readonly Checked[],
  target: Target,
  asked: readonly string[],
): Promise<string[][]> {
  const found = await rows<{ id: unknown; places: number[] }>(matches(rules, target, asked));
  return rules.map((_, place) =>
    found.flatMap(({ id, places }) => (places.includes(place) ? [String(id)] : [])).sort(),
  );
}

test.each(Array.from({ length: statements }, (_, index) => index))(
  `as many rules as one, #%i (MATCHES_SEED=${seed})`,
  async (index) => {
    const random = randomFrom(seed, index);
    const { vocabulary, world } = differential;
    const [clock, subject] = [random.pick(clocks), random.chance(0.85) ? 'contact' : 'guest'];
    const options = { world, clock, depth: random.integer(1, 4) };
    const compiled = Array.from({ length: rulesInEach }, () =>
      differential.compiled({ clock, subject, rule: randomRule(random, subject, vocabulary, options) }),
    );
    const [first] = compiled;
    if (!first) throw new Error('There are rules.');
    const { target } = first;
    const asked = (await ids(everyone(target))).filter(() => random.chance(0.5));
    const rules = compiled.map(({ checked }) => checked);
    const alone = [];
    for (const rule of rules) alone.push(await ids(probe(rule, target, asked)));
    expect(await together(rules, target, asked)).toEqual(alone);
  },
  120_000,
);

test('no rules match nobody, and nobody is asked about in vain', async () => {
  const [clock, rule] = [randomFrom(seed, 0).pick(clocks), { everyone: true } as const];
  const { target } = differential.compiled({ clock, subject: 'contact', rule });
  const asked = await ids(everyone(target));
  expect(await rows(matches([], target, asked))).toHaveLength(asked.length);
  expect(await rows(matches([], target, []))).toEqual([]);
});
