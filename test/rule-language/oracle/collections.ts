/** The records of a collection: a set by key per owner, as far as they are there at `as_of`. */

import type { Collection, Step } from '../../../src/rule-language/field.js';
import { findCollection } from './resolve.js';
import type { Oracle, Place, Records, Scope, Test } from './scope.js';
import { subjectOf } from './scope.js';
import type { Universe } from './universe.js';
import { dayOfTime, isTime, keyText } from './values.js';
import type { Row } from './world.js';

type RecordsOf = (collection: Collection, owner: Row) => readonly Row[];

/** Which records a place's `related` means. One of these serves all rules of a universe. */
export function collectionReader(oracle: Oracle): Oracle['records'] {
  const { universe } = oracle;
  const recordsOf = remembering(oracle);
  return (place, related): Records => {
    const { from, name, ownerScope } = startOf(universe, place, related);
    const found = findCollection(universe, from.record, name);
    const last = found?.end.steps.at(-1);
    if (found === undefined || last === undefined) throw new Error(`${from.record.name} has no ${name}`);
    return {
      record: universe.record(last.target),
      last,
      of: (scope) => {
        const owner = universe.reach(ownerScope(scope).row, found.path);
        return owner === undefined ? [] : recordsOf(found.end, owner);
      },
    };
  };
}

/** Walks to an owner's records once, and remembers them. */
function remembering(oracle: Oracle): RecordsOf {
  const held = new Map<Collection, Map<Row, readonly Row[]>>();
  const tests = new Map<Step, Test>();
  const isThere = (step: Step): Test => {
    const test = tests.get(step) ?? stepTest(oracle, step);
    tests.set(step, test);
    return test;
  };
  return (collection, owner) => {
    const rows = held.get(collection) ?? new Map<Row, readonly Row[]>();
    held.set(collection, rows);
    const known = rows.get(owner) ?? walk(oracle.universe, collection, owner, isThere);
    rows.set(owner, known);
    return known;
  };
}

/** `subject.` starts at the subject, everything else at the record at hand. */
function startOf(universe: Universe, place: Place, related: string) {
  const own = findCollection(universe, place.record, related) !== undefined;
  const fromSubject = !own && related.startsWith('subject.');
  return fromSubject
    ? { from: subjectOf(place), name: related.slice('subject.'.length), ownerScope: subjectOf<Scope> }
    : { from: place, name: related, ownerScope: (scope: Scope) => scope };
}

function walk(
  universe: Universe,
  collection: Collection,
  owner: Row,
  isThere: (step: Step) => Test,
): readonly Row[] {
  let rows: readonly Row[] = [owner];
  for (const step of collection.steps) {
    const record = universe.record(step.target);
    const test = isThere(step);
    const reached = new Map<string, Row>();
    for (const from of rows) {
      for (const row of universe.joined(from, record, step.on)) {
        if (test({ row })) reached.set(keyText(record.key, row), row);
      }
    }
    rows = [...reached.values()];
  }
  return rows;
}

/** Whether a step's record is there: matches the filter, and has a time that has come. */
function stepTest(oracle: Oracle, step: Step): Test {
  const place: Place = { record: oracle.universe.record(step.target) };
  const passes = step.filter === undefined ? () => true : oracle.test(place, step.filter);
  if (step.time === undefined || step.future === true) return passes;
  const time = oracle.field(place, step.time);
  const { now, today, local } = oracle.universe.moment;
  const hasCome: Test = (scope) => {
    const [value] = time.read(scope);
    if (value === undefined) return false;
    if (!isTime(value)) throw new Error(`${step.time} is no time`);
    return value.kind === 'datetime' ? value.instant <= now : dayOfTime(value, local) <= today;
  };
  return (scope) => hasCome(scope) && passes(scope);
}
