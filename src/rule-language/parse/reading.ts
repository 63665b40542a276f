/** What all readers of a rule share: what may be spoken of at a place, what was found wrong, and each other. */

import type { Checked, CheckedGroup, MeasureOperand, Route } from '../checked.js';
import type { Field, RecordType, ToOne, Vocabulary } from '../field.js';
import type { Group, Measure, Rule, SegmentReference } from '../rule.js';
import { type Key, type Place, pathTo } from './place.js';
import { type Details, mostProblems, type Problem, type ProblemCode, problem } from './problems.js';

/** A segment that a rule may refer to. */
export interface SegmentEntry {
  readonly id: string;
  readonly name: string;
  /** The kind of record it is about. */
  readonly subject: string;
}

/** What a reference leads to: a segment, or a template that none has been made of yet. */
export type Referred = SegmentEntry | 'not made' | undefined;

/** A JSON object, nothing known about it yet. */
export type Document = Readonly<Record<string, unknown>>;

export const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A piece of the rule as it is written back, and what it means. */
export interface Read<D, C> {
  readonly document: D;
  readonly checked: C;
}

/** A disabled node means nothing: it is only written back. */
export type ReadNode = Read<Rule, Checked | undefined>;

/** A record that names are looked up on, and how routes from the place at hand write the way to it. */
export interface Anchor {
  readonly from: Route['from'];
  readonly path: readonly ToOne[];
  /** Absent where a problem already reported leaves the kind of record unknown: then nothing is looked up. */
  readonly record: RecordType | undefined;
  /** It is the subject itself, not merely a record of the same kind. */
  readonly isSubject: boolean;
}

/** What conditions at one place are about, and what else they may speak of. */
export interface Scope {
  /** The record that conditions test. */
  readonly self: Anchor;
  /** The same record, as the records of its collections write it; absent where they cannot reach it. */
  readonly asParent?: Anchor | undefined;
  readonly parent?: Anchor | undefined;
  readonly subject?: Anchor | undefined;
  /** Below a `where`, where ranks and segments are refused. */
  readonly inWhere: boolean;
  /** How many groups enclose this place; the root counts as one. */
  readonly depth: number;
  /** The metrics and derived fields being expanded, so that a cycle of them ends. */
  readonly expanding: ReadonlySet<Field>;
}

/** Readers that need one another: tied together in one place, so that files do not import in circles. */
export interface Readers {
  readonly node: (reading: Reading, document: unknown, place: Place, scope: Scope) => ReadNode | undefined;
  /** Of a `where`, `satisfying` or declared filter. */
  readonly where: (
    reading: Reading,
    document: unknown,
    place: Place,
    scope: Scope,
  ) => Read<Group, CheckedGroup> | undefined;
  readonly measure: (
    reading: Reading,
    document: Document,
    place: Place,
    scope: Scope,
  ) => Read<Measure, MeasureOperand> | undefined;
}

/** One reading of one document. */
export interface Reading {
  readonly vocabulary: Vocabulary;
  /** The name of the subject, which may stand before names. */
  readonly subject: string | undefined;
  readonly segment: (reference: SegmentReference) => Referred;
  readonly readers: Readers;
  readonly problems: Problem[];
  readonly ids: Set<string>;
  readonly tally: { conditions: number };
}

/** The same vocabulary, read for something the document does not contain itself, such as a metric's measure. */
export const apart = (reading: Reading): Reading => ({
  ...reading,
  problems: [],
  ids: new Set(),
  tally: { conditions: 0 },
});

export function report<C extends ProblemCode>(
  reading: Reading,
  place: Place,
  code: C,
  ...details: Details<C>
): undefined {
  reportPath(reading, place.path, code, details);
}

/** The same, about a key of what stands at `place`. */
export function reportAt<C extends ProblemCode>(
  reading: Reading,
  place: Place,
  key: Key,
  code: C,
  ...details: Details<C>
): undefined {
  reportPath(reading, pathTo(place.path, key), code, details);
}

function reportPath<C extends ProblemCode>(
  { problems }: Reading,
  path: string,
  code: C,
  details: Details<C>,
): void {
  if (problems.length < mostProblems) problems.push(problem(path, code, ...details));
}

/** The keys of an object that have a value; `undefined` is no JSON and counts as absent. */
export const keysOf = (document: Document): string[] =>
  Object.keys(document).filter((key) => document[key] !== undefined);

export function without(document: Document, key: string): Document {
  const { [key]: _, ...rest } = document;
  return rest;
}

type Optional<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];

/** The parts without those that are undefined: a key that is there has a value. */
export function present<T extends object>(
  parts: T,
): { [K in Exclude<keyof T, Optional<T>>]: T[K] } & {
  [K in Optional<T>]?: Exclude<T[K], undefined>;
} {
  const entries = Object.entries(parts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as ReturnType<typeof present<T>>;
}
