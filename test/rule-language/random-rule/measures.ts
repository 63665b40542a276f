/** Random measures over the collections in reach of a spot. */

import type { Collection, Field, FieldType } from '../../../src/rule-language/field.js';
import type { MeasureName } from '../../../src/rule-language/measures.js';
import { measures } from '../../../src/rule-language/measures.js';
import type { Group, Measure, MeasureReferenceDocument } from '../../../src/rule-language/rule.js';
import { randomGroup } from './groups.js';
import { factor } from './right-sides.js';
import type { NamedCollection, Spot } from './spot.js';
import { collectionsAt, inside, isQuotient, isSingle, pickField } from './spot.js';

const numbers: readonly FieldType[] = ['number'];
const ordered: readonly FieldType[] = ['number', 'date', 'datetime'];
const scalars: readonly FieldType[] = ['text', 'number', 'boolean', 'select', 'date', 'datetime'];

/** The types of the field a measure is of; of no field where there is no entry. */
const typesOf: Partial<Record<MeasureName, readonly FieldType[]>> = {
  sum: numbers,
  average: numbers,
  share: numbers,
  minimum: ordered,
  maximum: ordered,
  distinct: scalars,
  most_frequent: scalars,
  first: scalars,
  last: scalars,
};
const byTime: readonly MeasureName[] = ['first', 'last', 'average_gap'];
const ofNumbersOnly: readonly MeasureName[] = ['count', 'sum', 'average', 'distinct', 'share', 'average_gap'];

export interface RandomMeasure {
  readonly measure: Measure;
  /** The field it is of, where the measure has that field's type and options. */
  readonly of: Field | undefined;
  readonly type: FieldType;
}

const hasTime = ({ steps }: Collection): boolean => steps.at(-1)?.time !== undefined;

export function randomMeasure(
  spot: Spot,
  accepted: readonly MeasureName[] = measures,
): RandomMeasure | undefined {
  const { random } = spot;
  const collections = collectionsAt(spot);
  if (collections.length === 0) return undefined;
  const measure = random.chance(0.25) && accepted.includes('count') ? 'count' : random.pick(accepted);
  const fitting = byTime.includes(measure)
    ? collections.filter(({ collection }) => hasTime(collection))
    : collections;
  if (fitting.length === 0) return undefined;
  const named = preferred(spot, fitting);
  const at = inside(spot, named.related);
  return at && compose(at, named.related, measure);
}

/** The record's own collections rather than those along its paths. */
function preferred({ random }: Spot, collections: readonly NamedCollection[]): NamedCollection {
  const near = collections.filter(({ related }) => !related.includes('.') || related.startsWith('subject.'));
  return random.pick(near.length > 0 && random.chance(0.75) ? near : collections);
}

function compose(at: Spot, related: string, measure: MeasureName): RandomMeasure | undefined {
  const { random, place } = at;
  const types = typesOf[measure];
  const needsField = types !== undefined && (measure !== 'share' || random.chance(0.5));
  const type = types === undefined ? undefined : random.pick(types);
  const of = needsField
    ? pickField(at, place.record, (field) => field.type === type && isSingle(field) && !isQuotient(field))
    : undefined;
  if (needsField && of === undefined) return undefined;
  const where = optionalGroup(at, 0.55);
  const satisfying = measure === 'share' ? optionalGroup(at, 1) : undefined;
  if (measure === 'share' && satisfying === undefined) return undefined;
  const document: Measure = {
    related,
    measure,
    ...(of === undefined ? {} : { of: of.name }),
    ...(where === undefined ? {} : { where }),
    ...(satisfying === undefined ? {} : { satisfying }),
  };
  const isNumber = ofNumbersOnly.includes(measure);
  return { measure: document, of: of?.field, type: isNumber ? 'number' : (of?.field.type ?? 'number') };
}

function optionalGroup(at: Spot, probability: number): Group | undefined {
  return at.depth > 0 && at.budget.conditions > 0 && at.random.chance(probability)
    ? randomGroup(at)
    : undefined;
}

/** A measure where a number stands: one of numbers, and never of several values. */
export function measureReference(spot: Spot): MeasureReferenceDocument | undefined {
  const made = randomMeasure(spot, [
    'count',
    'sum',
    'average',
    'distinct',
    'share',
    'average_gap',
    'minimum',
    'last',
  ]);
  if (made === undefined || made.type !== 'number') return undefined;
  return { ...made.measure, ...(spot.random.chance(0.3) ? { times: factor(spot) } : {}) };
}
