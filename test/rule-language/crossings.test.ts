/**
 * Time passes over random rules, and nobody writes anything: whoever’s verdict is another at any instant of the passage is
 * found from the values that were gone by. More with CROSSINGS_RULES=5000; a run is repeated with CROSSINGS_SEED.
 */

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Checked } from '../../src/rule-language/checked.js';
import { type Crossings, crossings } from '../../src/rule-language/crossings.js';
import type { Passage } from '../../src/rule-language/passage.js';
import { startOfDay } from '../../src/rule-language/time.js';
import { audience, type Target } from '../../src/rule-language/to-sql/compile.js';
import { crossers } from '../../src/rule-language/to-sql/crossers.js';
import type { Sql } from '../../src/rule-language/to-sql/sql.js';
import { turningPoints } from '../../src/rule-language/turning-points.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { type Case, Differential } from './differential/differential.js';
import { clocks } from './hostile-world/hostile-world.js';
import { type Random, randomFrom } from './random.js';
import { randomRule } from './random-rule.js';

const rules = Number(process.env.CROSSINGS_RULES ?? 250);
const seed = Number(process.env.CROSSINGS_SEED ?? Math.floor(Math.random() * 2 ** 31));

let database: TestDatabase;
let differential: Differential;

beforeAll(async () => {
  // As the engine evaluates rules; compiling small statements takes longer than running them.
  database = await createDatabase({ settings: { jit: 'off' } });
  differential = await Differential.over(database.pool);
}, 120_000);
afterAll(() => database.drop());

interface Passing {
  readonly asked: Case;
  readonly checked: Checked;
  readonly target: Target;
  readonly passage: Passage;
  /** Instants to look at on the way. */
  readonly between: readonly Temporal.Instant[];
}

describe('whoever turns is found', () => {
  test(
    `by ${rules} random rules over random passages (CROSSINGS_SEED=${seed})`,
    async () => {
      const faults: string[] = [];
      let [turned, bounded] = [0, 0];
      for (let index = 0; index < rules && faults.length < 5; index++) {
        const passing = passingOf(index);
        const moved = crossings(passing.checked, passing.target.vocabulary, passing.passage);
        const turners = await turnersOf(passing);
        if (turners.size > 0) turned++;
        if (!moved.everyone && !moved.ranked) bounded++;
        const fault = await faultOf(passing, moved, turners);
        if (fault)
          faults.push(`#${index} ${fault}: ${JSON.stringify(passing.asked)} ${said(passing.passage)}`);
      }
      expect(faults).toEqual([]);
      // Else it would have been about nothing.
      expect(turned).toBeGreaterThan(rules * 0.15);
      expect(bounded).toBeGreaterThan(rules * 0.6);
    },
    10 * 60_000 + rules * 1000,
  );
});

/** A rule that time has to do with, drawn toward values that turn at one end of the passage or on the way. */
function passingOf(index: number): Passing {
  const random = randomFrom(seed, index);
  const { vocabulary, world } = differential;
  for (;;) {
    const clock = random.pick(clocks);
    const subject = random.chance(0.85) ? 'contact' : 'guest';
    const rule = randomRule(random, subject, vocabulary, {
      world,
      clock,
      depth: random.integer(1, 4),
      conditions: 5,
    });
    const asked = { rule, subject, clock };
    const { checked, target } = differential.compiled(asked);
    const { dates, derived, stays } = turningPoints(checked, vocabulary);
    if (dates.length + derived.length + stays.length === 0) continue;
    const passage = passageNear(random, target);
    const { from, to } = passage;
    const between = [1, 2].map(() => within(random, from.asOf, to.asOf));
    return { asked, checked, target: { ...target, clock: to }, passage, between };
  }
}

const lengths = [
  'PT0.000001S',
  'PT1S',
  'PT59M',
  'PT1H',
  'PT7H',
  'P1D',
  'P2D',
  'P31D',
  'P70D',
  'P366D',
  'P1500D',
];

function passageNear(random: Random, { clock }: Target): Passage {
  const at = clock.asOf.toZonedDateTimeISO(clock.zone);
  const length = (): Temporal.Duration =>
    Temporal.Duration.from(random.pick(random.chance(0.6) ? lengths.slice(0, 7) : lengths));
  const midnight = startOfDay(at.toPlainDate(), clock.zone);
  const start = random.weighted<Temporal.Instant>([
    [4, () => clock.asOf],
    [2, () => clock.asOf.subtract({ microseconds: 1 })],
    [2, () => midnight.subtract({ microseconds: 1 })],
    [4, () => at.subtract(length()).toInstant()],
  ]);
  const end = random.weighted<Temporal.Instant>([
    [4, () => start.toZonedDateTimeISO(clock.zone).add(length()).toInstant()],
    [3, () => clock.asOf],
    [2, () => startOfDay(start.toZonedDateTimeISO(clock.zone).toPlainDate().add({ days: 1 }), clock.zone)],
  ]);
  const later = Temporal.Instant.compare(end, start) > 0 ? end : start.add({ microseconds: 1 });
  return { from: { ...clock, asOf: start }, to: { ...clock, asOf: later } };
}

function within(random: Random, from: Temporal.Instant, to: Temporal.Instant): Temporal.Instant {
  const microseconds = Number((to.epochNanoseconds - from.epochNanoseconds) / 1000n);
  return from.add({ microseconds: random.integer(1, microseconds) });
}

/** Those whose verdict is another than at first, at the end or on the way. */
async function turnersOf({ checked, target, passage, between }: Passing): Promise<Set<string>> {
  const at = async (asOf: Temporal.Instant) =>
    new Set(await ids(audience(checked, { ...target, clock: { ...target.clock, asOf } })));
  const before = await at(passage.from.asOf);
  const turners = new Set<string>();
  for (const instant of [...between, passage.to.asOf]) {
    const now = await at(instant);
    for (const id of [...now, ...before]) if (now.has(id) !== before.has(id)) turners.add(id);
  }
  return turners;
}

async function faultOf(
  { target }: Passing,
  { crossings: found, everyone, ranked }: Crossings,
  turners: ReadonlySet<string>,
): Promise<string | undefined> {
  if (everyone) return undefined;
  const crossed = new Set<string>();
  for (const crossing of found) for (const id of await ids(crossers(crossing, target))) crossed.add(id);
  if (ranked && crossed.size > 0) return undefined;
  const missed = [...turners].filter((id) => !crossed.has(id));
  return missed.length > 0 ? `${missed.length} not found (${missed.slice(0, 5)})` : undefined;
}

async function ids({ text, values }: Sql): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>({ text, values });
  return rows.map(({ id }) => String(id));
}

const said = ({ from, to }: Passage): string => `${from.asOf} – ${to.asOf}`;
