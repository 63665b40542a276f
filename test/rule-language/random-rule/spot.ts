/** The spot a random rule is being written at: what may be named there, and a record to take values from. */

import type { Collection, Field, FieldType, RecordType } from '../../../src/rule-language/field.js';
import type { Operand, Oracle, Place, Scope } from '../oracle/scope.js';
import { subjectOf } from '../oracle/scope.js';
import type { Answer, Value } from '../oracle/values.js';
import type { Random } from '../random.js';

export interface Spot {
  readonly random: Random;
  readonly oracle: Oracle;
  readonly place: Place;
  /** A record of the world that stands at the place: values near its own make rules that match it, or just fail to. */
  readonly sample: Scope;
  /** How many more groups may lie inside one another from here. */
  readonly depth: number;
  readonly budget: Budget;
}

/** What is left of the whole rule's size, and the next free id. */
export interface Budget {
  conditions: number;
  ids: number;
}

export const isRoot = ({ place }: Spot): boolean => place.parent === undefined;

export const deeper = (spot: Spot): Spot => ({ ...spot, depth: spot.depth - 1 });

/** A field as it is written from the spot, perhaps along a path. */
export interface NamedField {
  readonly name: string;
  readonly field: Field;
}

const longestPath = 2;

/** Whatever a record's names reach: its own first, then along to-one paths. */
function reachable<T extends { readonly name: string }>(
  oracle: Oracle,
  record: RecordType,
  own: (record: RecordType) => Iterable<T>,
  steps = longestPath,
): { readonly name: string; readonly end: T }[] {
  const here = [...own(record)].map((end) => ({ name: end.name, end }));
  if (steps === 0) return here;
  const further = [...record.paths.values()].flatMap((path) =>
    reachable(oracle, oracle.universe.record(path.target), own, steps - 1).map(({ name, end }) => ({
      name: `${path.name}.${name}`,
      end,
    })),
  );
  return [...here, ...further];
}

interface Names {
  readonly fields: readonly NamedField[];
  readonly paths: readonly string[];
  readonly collections: readonly NamedCollection[];
}
export interface NamedCollection {
  readonly related: string;
  readonly collection: Collection;
}

const namesOf = new WeakMap<RecordType, Names>();

export function names(oracle: Oracle, record: RecordType): Names {
  const known = namesOf.get(record) ?? {
    fields: reachable(oracle, record, (at) => at.fields.values()).map(({ name, end }) => ({
      name,
      field: end,
    })),
    paths: reachable(oracle, record, (at) => at.paths.values()).map(({ name }) => name),
    collections: reachable(oracle, record, (at) => at.collections.values()).map(({ name, end }) => ({
      related: name,
      collection: end,
    })),
  };
  namesOf.set(record, known);
  return known;
}

/** The collections of the record at hand, along its paths, and inside another record's also the subject's. */
export function collectionsAt({ oracle, place }: Spot): readonly NamedCollection[] {
  const own = names(oracle, place.record).collections;
  if (place.subject === undefined) return own;
  const subjects = [...subjectOf(place).record.collections.values()].map((collection) => ({
    related: `subject.${collection.name}`,
    collection,
  }));
  return [...own, ...subjects, ...subjects];
}

/** One of the fields of a type; a record's own as likely as all along its paths. */
export function pickField(
  { random, oracle }: Spot,
  record: RecordType,
  accepts: (field: Field) => boolean,
): NamedField | undefined {
  const fitting = names(oracle, record).fields.filter(({ field }) => accepts(field));
  const own = fitting.filter(({ name, field }) => name === field.name);
  const chosen = own.length > 0 && random.chance(0.7) ? own : fitting;
  return chosen.length === 0 ? undefined : random.pick(chosen);
}

export const isOf =
  (...types: FieldType[]): ((field: Field) => boolean) =>
  (field) =>
    types.includes(field.type);

const measureOf = ({ source }: Field) => (source.kind === 'metric' ? source.measure.measure : undefined);

/** Several values tied for the most can be tested, but stand nowhere else. */
export const isSingle = (field: Field): boolean => measureOf(field) !== 'most_frequent';

/** Sums and groups of quotients are beyond what compares by cross-multiplication. */
export const isQuotient = (field: Field): boolean =>
  ['average', 'share', 'average_gap'].includes(measureOf(field) ?? '');

/** A value that occurs: the sample's own, or that of another record in its place. */
export function sampleOf({ random, oracle, place, sample }: Spot, operand: Operand): Value | undefined {
  const one = (answer: Answer): Value | undefined => (answer.length === 0 ? undefined : random.pick(answer));
  const own = one(operand.read(sample));
  if (own !== undefined && random.chance(0.75)) return own;
  const rows = oracle.universe.rows(place.record);
  for (let tries = 0; tries < 4 && rows.length > 0; tries += 1) {
    const other = one(operand.read({ ...sample, row: random.pick(rows) }));
    if (other !== undefined) return other;
  }
  return own;
}

/** The spot inside a collection's records, with a record of the sample's own if there is one. */
export function inside(spot: Spot, related: string): Spot | undefined {
  const { random, oracle, place, sample } = spot;
  const records = oracle.records(place, related);
  const own = records.of(sample);
  const rows = own.length > 0 ? own : oracle.universe.rows(records.record);
  if (rows.length === 0) return undefined;
  return {
    ...deeper(spot),
    place: { record: records.record, parent: place, subject: subjectOf(place) },
    sample: { row: random.pick(rows), parent: sample, subject: subjectOf(sample) },
  };
}
