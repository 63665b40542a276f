/**
 * The next instant at which time alone changes a verdict, against brute force: the oracle, asked day by day and hour by
 * hour. More with NEXT_CHANGE_RULES=500; a run is repeated with NEXT_CHANGE_SEED.
 */

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Attempt } from '../../../src/audience/evaluation.js';
import { type NextChange, nextChange } from '../../../src/audience/next-change.js';
import { turningPoints } from '../../../src/rule-language/turning-points.js';
import { type Case, Differential } from '../../rule-language/differential/differential.js';
import { clocks, isoInstant } from '../../rule-language/hostile-world/clocks.js';
import { matching } from '../../rule-language/oracle/matching.js';
import { randomFrom } from '../../rule-language/random.js';
import { randomRule } from '../../rule-language/random-rule.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';

const rules = Number(process.env.NEXT_CHANGE_RULES ?? 8);
const seed = Number(process.env.NEXT_CHANGE_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Whom each rule is asked about. */
const people = 6;

let database: TestDatabase;
let differential: Differential;
beforeAll(async () => {
  database = await createDatabase();
  differential = await Differential.over(database.pool);
}, 120_000);
afterAll(() => database.drop());

const attempt: Attempt = async (statement) => {
  const { rows } = await database.pool.query({ text: statement.text, values: statement.values });
  return rows;
};

const found = ({ checked, target }: ReturnType<Differential['compiled']>, id: string): Promise<NextChange> =>
  nextChange(checked, target, id, attempt, 120_000);

function caseOf(index: number): Case {
  const random = randomFrom(seed, index);
  const { vocabulary, world } = differential;
  const clock = random.pick(clocks);
  const subject = random.chance(0.85) ? 'contact' : 'guest';
  return {
    subject,
    clock,
    rule: randomRule(random, subject, vocabulary, {
      world,
      clock,
      depth: random.integer(1, 4),
      conditions: 5,
    }),
  };
}

/** Whom the rule matches at an instant, by the oracle. */
const matchesAt = (asked: Case, at: Temporal.Instant): ReadonlySet<string> =>
  matching(asked.rule, asked.subject, differential.vocabulary, differential.world, {
    ...asked.clock,
    asOf: isoInstant(at),
  });

/** Every hour of a day and more, every day of a month, and days further apart after that. */
function samples(from: Temporal.Instant): Temporal.Instant[] {
  const hours = Array.from({ length: 30 }, (_none, hour) => from.add({ hours: hour + 1 }));
  const days = Array.from({ length: 30 }, (_none, day) => from.add({ hours: 24 * (day + 1) + 6 }));
  const later = Array.from({ length: 20 }, (_none, step) => from.add({ hours: 24 * (32 + 37 * step) }));
  return [...hours, ...days, ...later];
}

/** What is wrong with what was found for this one, or nothing. */
function faultOf(
  asked: Case,
  id: string,
  change: NextChange,
  seen: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const start = Temporal.Instant.from(asked.clock.asOf);
  const now = matchesAt(asked, start).has(id);
  const end = Temporal.Instant.from(change.certain_until);
  for (const [at, matches] of seen) {
    const instant = Temporal.Instant.from(at);
    const before = Temporal.Instant.compare(instant, end) < 0;
    if (before && matches.has(id) !== now)
      return `${id}: another verdict at ${at} already, not first at ${change.at}`;
  }
  if (change.at === null) return undefined;
  if (matchesAt(asked, end).has(id) === now) return `${id}: no other verdict at ${change.at}`;
  return matchesAt(asked, end.subtract({ microseconds: 1 })).has(id) === now
    ? undefined
    : `${id}: another verdict just before ${change.at} already`;
}

describe('the next change', () => {
  test(
    `is the first one, on ${rules} random rules (NEXT_CHANGE_SEED=${seed})`,
    async () => {
      const faults: string[] = [];
      const tally = { moving: 0, changes: 0 };
      for (let index = 0; tally.moving < rules && faults.length < 5; index++) {
        const asked = caseOf(index);
        const compiled = differential.compiled(asked);
        const points = turningPoints(compiled.checked, differential.vocabulary);
        if (points.ranked || points.dates.length + points.stays.length + points.derived.length === 0)
          continue;
        tally.moving += 1;
        const start = Temporal.Instant.from(asked.clock.asOf);
        const seen = new Map(samples(start).map((at) => [at.toString(), matchesAt(asked, at)]));
        for (const id of chosen(asked, seen, index)) {
          const change = await found(compiled, id);
          if (change.at !== null) tally.changes += 1;
          const fault = faultOf(asked, id, change, seen);
          if (fault) faults.push(`#${index} ${fault}: ${JSON.stringify(asked)}`);
        }
      }
      expect(faults).toEqual([]);
      expect(tally.changes).toBeGreaterThan(rules / 2);
    },
    30 * 60_000,
  );

  /** Some whose verdict changes, and some of all. */
  function chosen(asked: Case, seen: ReadonlyMap<string, ReadonlySet<string>>, index: number): string[] {
    const random = randomFrom(seed, -1 - index);
    const now = matchesAt(asked, Temporal.Instant.from(asked.clock.asOf));
    const everyone = matching(
      { everyone: true },
      asked.subject,
      differential.vocabulary,
      differential.world,
      asked.clock,
    );
    const changing = [...everyone].filter((id) =>
      [...seen.values()].some((then) => then.has(id) !== now.has(id)),
    );
    const pick = (from: string[]): string[] => Array.from({ length: people / 2 }, () => random.pick(from));
    return [...new Set([...(changing.length > 0 ? pick(changing) : []), ...pick([...everyone])])];
  }
});
