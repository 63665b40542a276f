/** Measures: what the records of a collection amount to for the record they belong to. */

import type { FieldType } from '../../../src/rule-language/field.js';
import type { MeasureName } from '../../../src/rule-language/measures.js';
import type { Measure } from '../../../src/rule-language/rule.js';
import type { Rational } from './rational.js';
import { divide, sum, whole } from './rational.js';
import type { Operand, Oracle, Place, Records, Scope, Test } from './scope.js';
import { subjectOf } from './scope.js';
import type { Answer, TimeValue, Value } from './values.js';
import { compareKeys, compareTimes, dayOfTime, groupKey, isTime, missing, number, order } from './values.js';
import type { Zone } from './zone.js';

/** All that a measure's meaning depends on, worked out before any row is. */
interface Parts {
  readonly records: Records;
  readonly where: Test;
  readonly satisfying: Test;
  readonly of: Operand | undefined;
  readonly time: Operand | undefined;
  readonly local: Zone;
}

/** The answer over the records that contribute. */
type Meaning = (contributing: readonly Scope[], parts: Parts) => Answer;

const always: Test = () => true;

export function measureOperand(oracle: Oracle, place: Place, measure: Measure): Operand {
  const records = oracle.records(place, measure.related);
  const inner: Place = { record: records.record, parent: place, subject: subjectOf(place) };
  const { where, satisfying, of } = measure;
  const parts: Parts = {
    records,
    where: where === undefined ? always : oracle.test(inner, where),
    satisfying: satisfying === undefined ? always : oracle.test(inner, satisfying),
    of: of === undefined ? undefined : oracle.field(inner, of),
    time: records.last.time === undefined ? undefined : oracle.field(inner, records.last.time),
    local: oracle.universe.moment.local,
  };
  const meaning = meanings[measure.measure];
  return {
    type: typeOf(measure.measure, parts.of),
    folds: parts.of?.folds ?? false,
    several: measure.measure === 'most_frequent',
    quotient: quotients.includes(measure.measure) || parts.of?.quotient === true,
    read: (scope) => meaning(contributors(measure.measure, parts, scope), parts),
    contributes: (scope) => contributors(measure.measure, parts, scope).length > 0,
  };
}

const quotients: readonly MeasureName[] = ['average', 'share', 'average_gap'];
const ofTheField: readonly MeasureName[] = ['minimum', 'maximum', 'most_frequent', 'first', 'last'];

function typeOf(measure: MeasureName, of: Operand | undefined): FieldType {
  if (!ofTheField.includes(measure)) return 'number';
  if (of === undefined || of.type === 'segment') throw new Error(`${measure} is of a field`);
  return of.type;
}

/** A record contributes when it matches `where` and has a value; `first` and `last` ask for a time instead. */
function contributors(measure: MeasureName, parts: Parts, scope: Scope): readonly Scope[] {
  const { records, where, of, time } = parts;
  const needed = ['first', 'last', 'average_gap'].includes(measure) ? time : of;
  const subject = subjectOf(scope);
  const contributing: Scope[] = [];
  for (const row of records.of(scope)) {
    const inner: Scope = { row, parent: scope, subject };
    if (where(inner) && (needed === undefined || needed.read(inner).length > 0)) contributing.push(inner);
  }
  return contributing;
}

const meanings: Record<MeasureName, Meaning> = {
  count: (contributing) => [number(whole(contributing.length))],
  sum: (contributing, parts) => [number(total(contributing, parts))],
  average: (contributing, parts) =>
    contributing.length === 0
      ? missing
      : [number(divide(total(contributing, parts), whole(contributing.length)))],
  minimum: (contributing, parts) => extreme(contributing, parts, -1),
  maximum: (contributing, parts) => extreme(contributing, parts, 1),
  distinct: (contributing, parts) => [number(whole(groups(contributing, parts).length))],
  most_frequent: (contributing, parts) => {
    const counted = groups(contributing, parts);
    const most = counted.reduce((highest, { count }) => Math.max(highest, count), 0);
    return counted.filter(({ count }) => count === most).map(({ value }) => value);
  },
  first: (contributing, parts) => atTheEnd(contributing, parts, -1),
  last: (contributing, parts) => atTheEnd(contributing, parts, 1),
  share: (contributing, parts) => {
    const all = amount(contributing, parts);
    if (all.numerator <= 0n) return missing;
    return [number(divide(amount(contributing.filter(parts.satisfying), parts), all))];
  },
  average_gap: averageGap,
};

function singleValue(scope: Scope, operand: Operand | undefined): Value {
  const [value, ...more] = operand?.read(scope) ?? [];
  if (value === undefined || more.length > 0) throw new Error('A record contributes one value');
  return value;
}

function numberOf(scope: Scope, operand: Operand | undefined): Rational {
  const value = singleValue(scope, operand);
  if (value.kind !== 'number') throw new Error(`No number: ${value.kind}`);
  return value.number;
}

function timeOf(scope: Scope, { time }: Parts): TimeValue {
  const value = singleValue(scope, time);
  if (!isTime(value)) throw new Error(`No time: ${value.kind}`);
  return value;
}

const total = (contributing: readonly Scope[], { of }: Parts): Rational =>
  sum(contributing.map((scope) => numberOf(scope, of)));

/** What `share` is the share of: the records, or the sum of their field. */
const amount = (scopes: readonly Scope[], parts: Parts): Rational =>
  parts.of === undefined ? whole(scopes.length) : total(scopes, parts);

function extreme(contributing: readonly Scope[], { of, local }: Parts, direction: 1 | -1): Answer {
  const values = contributing.map((scope) => singleValue(scope, of));
  const [first, ...rest] = values;
  if (first === undefined) return missing;
  return [rest.reduce((best, value) => (order(value, best, local) * direction > 0 ? value : best), first)];
}

interface Counted {
  readonly value: Value;
  readonly count: number;
}

function groups(contributing: readonly Scope[], { of }: Parts): readonly Counted[] {
  const counted = new Map<string, Counted>();
  for (const scope of contributing) {
    const value = singleValue(scope, of);
    const key = groupKey(value, of?.folds ?? false);
    counted.set(key, { value, count: (counted.get(key)?.count ?? 0) + 1 });
  }
  return [...counted.values()];
}

/** The earliest or latest record by (time, key), and then its field, which may be missing. */
function atTheEnd(contributing: readonly Scope[], parts: Parts, direction: 1 | -1): Answer {
  const { key } = parts.records.record;
  const isBeyond = (a: Scope, b: Scope): boolean => {
    const times = compareTimes(timeOf(a, parts), timeOf(b, parts), parts.local);
    return (times === 0 ? compareKeys(key, a.row, b.row) : times) * direction > 0;
  };
  const [first, ...rest] = contributing;
  if (first === undefined) return missing;
  return (
    parts.of?.read(rest.reduce((best, scope) => (isBeyond(scope, best) ? scope : best), first)) ?? missing
  );
}

/** (last − first local day) / (distinct days − 1), in days. */
function averageGap(contributing: readonly Scope[], parts: Parts): Answer {
  const days = new Set(contributing.map((scope) => dayOfTime(timeOf(scope, parts), parts.local)));
  if (days.size < 2) return missing;
  const [first, last] = [Math.min(...days), Math.max(...days)];
  return [number(divide(whole(last - first), whole(days.size - 1)))];
}
