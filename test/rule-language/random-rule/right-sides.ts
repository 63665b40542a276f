/** What a random condition compares with: literals, references to other fields, and measures. */

import type { Field, FieldType } from '../../../src/rule-language/field.js';
import type { PositiveOperator } from '../../../src/rule-language/operators.js';
import type { ReferenceDocument, Value as ValueDocument } from '../../../src/rule-language/rule.js';
import { dateText } from '../oracle/calendar.js';
import { compare } from '../oracle/rational.js';
import { parentOf, subjectOf } from '../oracle/scope.js';
import type { Value } from '../oracle/values.js';
import { calendarUnits, countOf, duration, rollingUnits } from './durations.js';
import {
  dateLiteral,
  dayNear,
  instantLiteral,
  instantNear,
  numberNear,
  selectLiteral,
  tagLiteral,
  textLiteral,
  written,
} from './literals.js';
import { measureReference } from './measures.js';
import type { Spot } from './spot.js';
import { isRoot, isSingle, pickField } from './spot.js';

/** The tested side, as far as the other side depends on it. */
export interface Tested {
  readonly type: FieldType;
  readonly operator: PositiveOperator;
  /** The field, where a select's options are known. */
  readonly field: Field | undefined;
  readonly sample: Value | undefined;
}

export function scalar(spot: Spot, tested: Tested): ValueDocument {
  return spot.random.weighted<ValueDocument>([
    [7, () => literal(spot, tested)],
    [2.5, () => reference(spot, tested) ?? literal(spot, tested)],
    [tested.type === 'number' ? 1 : 0, () => measureReference(spot) ?? literal(spot, tested)],
  ]);
}

export function literal(spot: Spot, { type, operator, field, sample }: Tested): ValueDocument {
  switch (type) {
    case 'text':
      return textLiteral(spot, sample);
    case 'select':
      return selectLiteral(spot, sample, field);
    case 'tags':
      return tagLiteral(spot, sample);
    case 'number':
      return written(spot, numberNear(spot, sample));
    case 'boolean':
      return spot.random.chance(0.6);
    case 'date':
      return dateLiteral(spot, sample);
    case 'datetime':
      return comparesDays(spot, operator)
        ? dateLiteral(spot, sample)
        : instantLiteral(spot, instantNear(spot, sample));
    case 'point':
      throw new Error('A point is compared with a circle');
  }
}

/** `on` takes dates only, `equals` is kept for instants; the others take either. */
const comparesDays = ({ random }: Spot, operator: PositiveOperator): boolean =>
  operator === 'on' || (operator !== 'equals' && random.chance(0.4));

/** Two literals, two references, or one of each. */
export function range(spot: Spot, tested: Tested): ValueDocument {
  return spot.random.weighted<ValueDocument>([
    [6, () => literalRange(spot, tested)],
    [2, () => referenceRange(spot, tested) ?? literalRange(spot, tested)],
    [tested.type === 'datetime' ? 0 : 2, () => mixedRange(spot, tested) ?? literalRange(spot, tested)],
  ]);
}

/** Both ends in the same form, the lower first. */
function literalRange(spot: Spot, { type, sample }: Tested): ValueDocument {
  if (type === 'number') {
    const [a, b] = [numberNear(spot, sample), numberNear(spot, sample)];
    return (compare(a, b) <= 0 ? [a, b] : [b, a]).map((end) => written(spot, end));
  }
  if (type === 'date' || spot.random.chance(0.5)) {
    const days = [dayNear(spot, sample), dayNear(spot, sample)].sort((a, b) => a - b);
    return days.map(dateText);
  }
  const [a, b] = [instantNear(spot, sample), instantNear(spot, sample)];
  return (a <= b ? [a, b] : [b, a]).map((end) => instantLiteral(spot, end));
}

/** Two fields of one type; whichever is the lower, as in life. */
function referenceRange(spot: Spot, tested: Tested): ValueDocument | undefined {
  const type = tested.type === 'datetime' && spot.random.chance(0.3) ? 'date' : tested.type;
  const ends = [reference(spot, tested, [type]), reference(spot, tested, [type])];
  return ends.every((end) => end !== undefined) ? ends : undefined;
}

function mixedRange(spot: Spot, tested: Tested): ValueDocument | undefined {
  const other = reference(spot, tested) ?? (tested.type === 'number' ? measureReference(spot) : undefined);
  if (other === undefined) return undefined;
  const end = literal(spot, tested);
  return spot.random.chance(0.5) ? [end, other] : [other, end];
}

/** A select counts as text, and a date goes with a datetime. `on` is for dates, so one side must be one. */
function comparable({ type, operator }: Tested): readonly FieldType[] {
  if (type === 'text' || type === 'select') return ['text', 'select'];
  if (type === 'datetime' && operator === 'on') return ['date'];
  return type === 'date' || type === 'datetime' ? ['date', 'datetime'] : [type];
}

export function reference(
  spot: Spot,
  tested: Tested,
  types = comparable(tested),
): ReferenceDocument | undefined {
  const { random, place } = spot;
  const from = isRoot(spot) ? undefined : random.pick([undefined, undefined, 'subject', 'parent'] as const);
  const at = from === undefined ? place : from === 'subject' ? subjectOf(place) : parentOf(place);
  const named = pickField(spot, at.record, (field) => types.includes(field.type) && isSingle(field));
  if (named === undefined) return undefined;
  const { name, field } = named;
  return { field: name, ...(from === undefined ? {} : { from }), ...change(spot, field, tested.sample) };
}

/** Numbers may be multiplied, and times moved: dates by calendar units only. */
function change(spot: Spot, { type }: Field, sample: Value | undefined): Partial<ReferenceDocument> {
  const { random } = spot;
  if (type === 'number') return random.chance(0.4) ? { times: factor(spot) } : {};
  if ((type !== 'date' && type !== 'datetime') || random.chance(0.4)) return {};
  const unit = random.pick(type === 'datetime' && random.chance(0.5) ? rollingUnits : calendarUnits);
  const moved = duration(unit, countOf(spot, sample, unit, 1));
  return random.chance(0.5) ? { plus: moved } : { minus: moved };
}

export const factor = ({ random }: Spot): string =>
  random.pick(['0.8', '1', '1.0', '2', '0.5', '-1', '1.1', '0', '0.333333333333', '1000000']);
