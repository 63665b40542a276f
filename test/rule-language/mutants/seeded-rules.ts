/** The same random rules in every run, and the failures of the past, over the hostile world. */

import { readCorpus } from '../corpus.js';
import { derivedSql } from '../differential/derived-sql.js';
import { Differential } from '../differential/differential.js';
import { clocks, hostileVocabulary, hostileWorld, segments } from '../hostile-world/hostile-world.js';
import type { World } from '../oracle/matching.js';
import { randomFrom } from '../random.js';
import { randomRule } from '../random-rule.js';
import { type Case, Readers } from '../readers.js';

const seed = 20_240_612;
const rules = 150;

const vocabulary = hostileVocabulary(derivedSql);
let kept: World | undefined;
/** Made when it is first needed. */
function world(): World {
  kept ??= hostileWorld();
  return kept;
}

export const readers = new Readers({
  name: 'seeded_rules',
  vocabulary,
  world,
  segment: (reference) => {
    const id = typeof reference === 'string' ? reference : world().templates?.get(reference.template);
    return id !== undefined && segments.includes(id) ? { id, name: `Segment ${id}` } : undefined;
  },
  load: async (pool) => {
    await Differential.over(pool);
  },
});

export async function seededCases(): Promise<readonly Case[]> {
  const random = await readers.remembered.of('cases', () =>
    Array.from({ length: rules }, (_, index) => caseOf(index)),
  );
  return [...readCorpus().filter((past) => past.seed === undefined), ...random];
}

function caseOf(index: number): Case {
  const random = randomFrom(seed, index);
  const clock = random.pick(clocks);
  const subject = random.chance(0.85) ? 'contact' : 'guest';
  const options = { world: world(), clock, depth: random.integer(1, 6) };
  return { subject, clock, rule: randomRule(random, subject, vocabulary, options) };
}

/** A rule and none of it, as the readers have them, beside what the predicate says. */
export async function judgedCase(asked: Case) {
  const everyone = await readers.everyone(asked);
  const rule = await readers.whoMatches(asked, everyone);
  const none = await readers.whoMatches({ ...asked, rule: { match: 'none', rules: [asked.rule] } }, everyone);
  const { predicate } = rule;
  const matching = new Set(predicate);
  const others = everyone.filter((id) => !matching.has(id));
  return {
    found: { rule, none },
    expected: {
      rule: { set: predicate, probe: predicate, predicate },
      none: { set: others, probe: others, predicate: others },
    },
  };
}
