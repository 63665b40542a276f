/** Finding what a dotted name means, seen from a record: a field, a record, or a collection, perhaps along a path. */

import type { Collection, Field, RecordType, ToOne } from '../../../src/rule-language/field.js';
import type { Universe } from './universe.js';

/** What a name ends in, and the to-one path from the record at hand to the record that has it. */
export interface Found<T> {
  readonly path: readonly ToOne[];
  /** The path as written before the last name, with its dot: `company.parent.`. */
  readonly prefix: string;
  readonly record: RecordType;
  readonly end: T;
}

type Names<T> = (record: RecordType) => ReadonlyMap<string, T>;

/** A record's own names, dots and all, go before a path's. */
function find<T>(universe: Universe, from: RecordType, name: string, names: Names<T>): Found<T> | undefined {
  const own = names(from).get(name);
  if (own !== undefined) return { path: [], prefix: '', record: from, end: own };
  const dot = name.indexOf('.');
  const step = dot < 0 ? undefined : from.paths.get(name.slice(0, dot));
  if (step === undefined) return undefined;
  const rest = find(universe, universe.record(step.target), name.slice(dot + 1), names);
  return rest && { ...rest, path: [step, ...rest.path], prefix: `${step.name}.${rest.prefix}` };
}

export const findField = (universe: Universe, from: RecordType, name: string): Found<Field> | undefined =>
  find(universe, from, name, (record) => record.fields);

export const findPath = (universe: Universe, from: RecordType, name: string): Found<ToOne> | undefined =>
  find(universe, from, name, (record) => record.paths);

export const findCollection = (
  universe: Universe,
  from: RecordType,
  name: string,
): Found<Collection> | undefined => find(universe, from, name, (record) => record.collections);
