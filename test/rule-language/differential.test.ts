/**
 * SQL and oracle agree on every rule: the failures of the past, and fresh random ones. More with
 * DIFFERENTIAL_RULES=20000; a run is repeated with DIFFERENTIAL_SEED. Failures are shrunk and kept in `corpus/`.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { readCorpus } from './corpus.js';
import { type Case, Differential } from './differential/differential.js';
import { clocks } from './hostile-world/hostile-world.js';
import { randomFrom } from './random.js';
import { randomRule, shrink } from './random-rule.js';

const rules = Number(process.env.DIFFERENTIAL_RULES ?? 1500);
const seed = Number(process.env.DIFFERENTIAL_SEED ?? Math.floor(Math.random() * 2 ** 31));
const corpus = readCorpus();

let database: TestDatabase;
let differential: Differential;

beforeAll(async () => {
  // As the engine evaluates rules; compiling small statements takes longer than running them.
  database = await createDatabase({ settings: { jit: 'off' } });
  differential = await Differential.over(database.pool);
}, 120_000);
afterAll(() => database.drop());

describe('set, probe and oracle agree', () => {
  test('on every failure of the past', async () => {
    const faults: string[] = [];
    for (const kept of corpus) {
      const fault = await differential.faultOf(kept);
      if (fault) faults.push(`${kept.name} ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  test(
    `on ${rules} random rules (DIFFERENTIAL_SEED=${seed})`,
    async () => {
      const faults: string[] = [];
      for (let index = 0; index < rules && faults.length < 10; index++) {
        const fault = await tried(index);
        if (fault) faults.push(fault);
      }
      expect(faults).toEqual([]);
    },
    30 * 60_000 + rules * 200,
  );
});

function caseOf(index: number): Case {
  const random = randomFrom(seed, index);
  const { vocabulary, world } = differential;
  const clock = random.pick(clocks);
  const subject = random.chance(0.85) ? 'contact' : 'guest';
  const options = { world, clock, depth: random.integer(1, 6) };
  return { subject, clock, rule: randomRule(random, subject, vocabulary, options) };
}

async function tried(index: number): Promise<string | undefined> {
  const asked = caseOf(index);
  if ((await differential.faultOf(asked)) === undefined) return undefined;
  const rule = await shrink(
    asked.rule,
    async (smaller) => (await differential.faultOf({ ...asked, rule: smaller })) !== undefined,
  );
  const fault = await differential.faultOf({ ...asked, rule });
  keep({ ...asked, rule }, index);
  return `#${index} ${fault}: ${JSON.stringify(rule)}`;
}

function keep(failed: Case, index: number): void {
  const folder = join(import.meta.dirname, 'corpus');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${seed}-${index}.json`), `${JSON.stringify(failed, null, 2)}\n`);
}
