/** The oracle: which subjects a rule matches, decided in memory and without sight of the SQL. */

import type { Vocabulary } from '../../../src/rule-language/field.js';
import type { Rule } from '../../../src/rule-language/rule.js';
import { collectionReader } from './collections.js';
import { fieldOperand } from './fields.js';
import { measureOperand } from './measures.js';
import { ruleTest } from './rules.js';
import type { Oracle } from './scope.js';
import { readClock, Universe } from './universe.js';
import type { Clock, World } from './world.js';

export type { Clock, Json, Row, Stored, Weekday, World } from './world.js';

/** The keys, as text, of the tenant's subjects that match. The rule is a canonical document, valid as it stands. */
export function matching(
  rule: Rule,
  subject: string,
  vocabulary: Vocabulary,
  world: World,
  clock: Clock,
): Set<string> {
  const oracle = oracleFor(subject, vocabulary, world, clock);
  const { universe } = oracle;
  const { record } = universe.subject;
  const test = oracle.test({ record }, rule);
  const keys = universe.rows(record).filter((row) => test({ row }));
  const [key] = record.key;
  if (key === undefined) throw new Error(`${subject} has no key`);
  return new Set(keys.map((row) => String(row[key.column])));
}

/** Not all are kept, only those asked most recently: each remembers whose records have come by its clock. */
const kept = new WeakMap<World, Map<string, { readonly vocabulary: Vocabulary; readonly oracle: Oracle }>>();
const mostKept = 32;

/** The oracle of one subject at one instant, with whatever it has already worked out of this world. */
export function oracleFor(subject: string, vocabulary: Vocabulary, world: World, clock: Clock): Oracle {
  const oracles = kept.get(world) ?? new Map<string, { vocabulary: Vocabulary; oracle: Oracle }>();
  kept.set(world, oracles);
  const { asOf, zone, weekStart, leapDay, tenant } = clock;
  const name = JSON.stringify([subject, asOf, zone, weekStart, leapDay, tenant]);
  const known = oracles.get(name);
  const oracle = known?.vocabulary === vocabulary ? known.oracle : create(subject, vocabulary, world, clock);
  oracles.delete(name);
  oracles.set(name, { vocabulary, oracle });
  const [oldest] = oracles.keys();
  if (oracles.size > mostKept && oldest !== undefined) oracles.delete(oldest);
  return oracle;
}

function create(subject: string, vocabulary: Vocabulary, world: World, clock: Clock): Oracle {
  const about = vocabulary.subjects.get(subject);
  if (about === undefined) throw new Error(`No subject: ${subject}`);
  const universe = new Universe(about, vocabulary, world, readClock(clock));
  const oracle: Oracle = {
    universe,
    test: (place, rule) => ruleTest(oracle, place, rule),
    field: (place, name) => fieldOperand(oracle, place, name),
    measure: (place, measure) => measureOperand(oracle, place, measure),
    records: (place, related) => readRecords(place, related),
  };
  const readRecords = collectionReader(oracle);
  return oracle;
}
