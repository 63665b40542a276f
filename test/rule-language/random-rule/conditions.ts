/** Random conditions: a field, a measure or a segment, any operator of its type, and a value to go with it. */

import type { Field, FieldType } from '../../../src/rule-language/field.js';
import { fieldTypes } from '../../../src/rule-language/field.js';
import type { Operator, ValueShape } from '../../../src/rule-language/operators.js';
import { operatorsOf, positiveOperators, resolveOperator } from '../../../src/rule-language/operators.js';
import type {
  FieldCondition,
  RelatedCondition,
  SegmentCondition,
  Value as ValueDocument,
} from '../../../src/rule-language/rule.js';
import type { Operand } from '../oracle/scope.js';
import type { Value } from '../oracle/values.js';
import { parseInstant } from '../oracle/zone.js';
import { radius } from './circles.js';
import { durationNear, durationsNear, hours, month, period, someWeekdays } from './durations.js';
import { pieceLiteral } from './literals.js';
import { randomMeasure } from './measures.js';
import type { Tested } from './right-sides.js';
import { literal, range, scalar } from './right-sides.js';
import type { Spot } from './spot.js';
import { isOf, isRoot, names, pickField, sampleOf } from './spot.js';

type Maker = (spot: Spot, tested: Tested) => ValueDocument | undefined;

const makers: Record<ValueShape, Maker> = {
  none: () => undefined,
  scalar,
  text: (spot, { sample }) => pieceLiteral(spot, sample),
  list: (spot, tested) => distinctList(spot, tested),
  range,
  duration: (spot, { type, operator, sample }) =>
    durationNear(spot, operator.startsWith('anniversary') ? 'date' : type, sample, leastCount(operator)),
  durations: (spot, { type, sample }) => durationsNear(spot, type, sample),
  period,
  month,
  weekdays: (spot, { sample }) => someWeekdays(spot, sample),
  hours: (spot, { sample }) => hours(spot, sample),
  radius: (spot, { sample }) => radius(spot, sample),
  percent: ({ random }) =>
    random.pick([100, 50, 10, 1, 0.1, 33.3, '33.333333333333333', 99.9, '0.000001', 25, 5]),
  positions: ({ random }) => random.pick([1, 2, 3, 5, 10, 25, 100, 500, 100_000]),
};

const leastCount = (operator: string): number =>
  operator === 'ago_at_least' || operator === 'ahead_at_least' ? 0 : 1;

function distinctList(spot: Spot, tested: Tested): ValueDocument {
  const items = Array.from({ length: spot.random.integer(1, 4) }, () => literal(spot, tested));
  return [...new Set(items)];
}

const isRank = (operator: Operator): boolean => /^in_(top|bottom)/.test(operator);

/** What is left of an operand's operators: ranks only at the root, and of one value. Emptiness fits everything. */
function pickOperator(spot: Spot, type: FieldType, several: boolean): Operator {
  const { random } = spot;
  const ranks = isRoot(spot) && !several;
  const offered = operatorsOf(type).filter((operator) => ranks || !isRank(operator));
  const telling = offered.filter((operator) => !operator.endsWith('_empty'));
  const positive = telling.filter((operator) => !resolveOperator(operator).negated);
  return random.weighted<Operator>([
    [5, () => random.pick(positive.length > 0 ? positive : offered)],
    [3, () => random.pick(telling.length > 0 ? telling : offered)],
    [1, () => random.pick(offered)],
  ]);
}

function complete(
  spot: Spot,
  operand: Operand,
  type: FieldType,
  field: Field | undefined,
): { operator: Operator; value?: ValueDocument } {
  const operator = pickOperator(spot, type, operand.several === true);
  const { operator: positive } = resolveOperator(operator);
  const sample: Value | undefined = sampleOf(spot, operand);
  const value = makers[positiveOperators[positive].value](spot, { type, operator: positive, field, sample });
  return value === undefined ? { operator } : { operator, value };
}

/** Times have more operators than all the others together. */
const oftenTimes: readonly FieldType[] = [...fieldTypes, 'date', 'datetime', 'date', 'datetime', 'number'];

/** A field of a random type, so that rare types are as common as others; now and then a path's presence. */
export function fieldCondition(spot: Spot): FieldCondition {
  const { random, oracle, place } = spot;
  const { paths } = names(oracle, place.record);
  if (paths.length > 0 && random.chance(0.04)) {
    return { field: random.pick(paths), operator: random.pick(['is_empty', 'is_not_empty']) };
  }
  const named =
    pickField(spot, place.record, isOf(random.pick(oftenTimes))) ?? pickField(spot, place.record, () => true);
  if (named === undefined) throw new Error(`${place.record.name} has no fields`);
  const { name, field } = named;
  return { field: name, ...complete(spot, oracle.field(place, name), field.type, field) };
}

export function relatedCondition(spot: Spot): RelatedCondition | undefined {
  const made = randomMeasure(spot);
  if (made === undefined) return undefined;
  const { measure, of, type } = made;
  return { ...measure, ...complete(spot, spot.oracle.measure(spot.place, measure), type, of) };
}

export function segmentCondition(
  spot: Spot,
  segments: readonly SegmentCondition['segment'][],
): SegmentCondition {
  const { random } = spot;
  const operator = random.pick(operatorsOf('segment'));
  const { operator: positive } = resolveOperator(operator);
  const least = positive === 'member_for_at_least' ? 0 : 1;
  const needsDuration = positiveOperators[positive].value === 'duration';
  const value = needsDuration ? { value: durationNear(spot, 'datetime', staySample(spot), least) } : {};
  return { segment: random.pick(segments), operator, ...value };
}

/** The ledger's own instants are worth reaching exactly. */
function staySample({ random, oracle }: Spot): Value | undefined {
  const stays = oracle.universe.stays();
  if (stays.length === 0) return undefined;
  const stay = random.pick(stays);
  const at = String((random.chance(0.5) ? stay.left_at : null) ?? stay.entered_at);
  const instant = parseInstant(at);
  return instant === undefined ? undefined : { kind: 'datetime', instant };
}
