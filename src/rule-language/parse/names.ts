/** Looks names up: fields and collections of a record, along to-one paths, the longest name first. */

import type { Route } from '../checked.js';
import type { Collection, Field, RecordType, ToOne, Vocabulary } from '../field.js';
import { nearest } from './nearest.js';
import type { Anchor } from './reading.js';

interface FoundHere {
  /** As it is written back: without the subject's own name before it. */
  readonly name: string;
  readonly route: Route;
  /** The record at the end of the route. */
  readonly owner: Anchor;
}
export interface FoundField extends FoundHere {
  readonly kind: 'field';
  readonly field: Field;
}
export interface FoundPath extends FoundHere {
  readonly kind: 'path';
}
export interface FoundCollection extends FoundHere {
  readonly kind: 'collection';
  readonly collection: Collection;
}

export type Found = FoundField | FoundPath | FoundCollection;

/** How far a name leads: along `path` to `record`, where `rest` remains to be understood. */
interface Walk {
  readonly path: readonly ToOne[];
  readonly record: RecordType;
  readonly rest: string;
}

type Knows = (record: RecordType, name: string) => boolean;
const knowsValue: Knows = (record, name) => record.fields.has(name) || record.paths.has(name);
const knowsCollection: Knows = (record, name) => record.collections.has(name);

/** A field or a to-one path, seen from `anchor`, whose record must be known. */
export function findValue(
  vocabulary: Vocabulary,
  anchor: Anchor,
  subject: string | undefined,
  name: string,
): FoundField | FoundPath | undefined {
  const end = find(vocabulary, anchor, subject, name, knowsValue);
  if (!end) return undefined;
  const field = end.walk.record.fields.get(end.walk.rest);
  if (field) return { kind: 'field', field, ...foundAt(anchor, end.walk, end.name) };
  const path = end.walk.record.paths.get(end.walk.rest);
  const record = path && vocabulary.records.get(path.target);
  if (!record) return undefined;
  return { kind: 'path', ...foundAt(anchor, { path: [...end.walk.path, path], record, rest: '' }, end.name) };
}

export function findCollection(
  vocabulary: Vocabulary,
  anchor: Anchor,
  subject: string | undefined,
  name: string,
): FoundCollection | undefined {
  const end = find(vocabulary, anchor, subject, name, knowsCollection);
  const collection = end?.walk.record.collections.get(end.walk.rest);
  return end && collection && { kind: 'collection', collection, ...foundAt(anchor, end.walk, end.name) };
}

function foundAt(anchor: Anchor, { path, record }: Walk, name: string): FoundHere {
  const whole = [...anchor.path, ...path];
  return {
    name,
    route: { from: anchor.from, path: whole, record },
    owner: { from: anchor.from, path: whole, record, isSubject: anchor.isSubject && path.length === 0 },
  };
}

/** Names of the record come first; the subject's own name before one of them is read as well. */
function find(
  vocabulary: Vocabulary,
  anchor: Anchor,
  subject: string | undefined,
  name: string,
  knows: Knows,
): { walk: Walk; name: string } | undefined {
  if (!anchor.record) return undefined;
  const walk = walkAlong(vocabulary, anchor.record, name, knows);
  if (knows(walk.record, walk.rest)) return { walk, name };
  const own = ownName(anchor, subject, name);
  if (own === undefined || walk.path.length > 0) return undefined;
  const second = walkAlong(vocabulary, anchor.record, own, knows);
  return knows(second.record, second.rest) ? { walk: second, name: own } : undefined;
}

/** What follows the subject's name in `contact.city`, where the subject's names are meant. */
const ownName = (anchor: Anchor, subject: string | undefined, name: string): string | undefined =>
  anchor.isSubject && subject !== undefined && name.startsWith(`${subject}.`)
    ? name.slice(subject.length + 1)
    : undefined;

/** Follows to-one paths, the longest name first, until what is left is known or leads nowhere. */
function walkAlong(vocabulary: Vocabulary, start: RecordType, name: string, knows: Knows): Walk {
  const path: ToOne[] = [];
  let record = start;
  let rest = name;
  while (!knows(record, rest)) {
    const next = firstPath(vocabulary, record, rest);
    if (!next) break;
    path.push(next.path);
    record = next.target;
    rest = next.rest;
  }
  return { path, record, rest };
}

function firstPath(vocabulary: Vocabulary, record: RecordType, rest: string) {
  const longestName = Math.max(0, ...[...record.paths.keys()].map((name) => name.length));
  for (let dot = rest.lastIndexOf('.', longestName); dot > 0; dot = rest.lastIndexOf('.', dot - 1)) {
    const path = record.paths.get(rest.slice(0, dot));
    const target = path && vocabulary.records.get(path.target);
    if (target) return { path, target, rest: rest.slice(dot + 1) };
  }
  return undefined;
}

/** Where looking a name up ended, what stood there, and what was probably meant. */
export interface Unfound {
  readonly record: RecordType;
  readonly rest: string;
  readonly suggestion: string | undefined;
}

export function explainUnfound(
  vocabulary: Vocabulary,
  anchor: Anchor & { readonly record: RecordType },
  subject: string | undefined,
  name: string,
  wanted: 'value' | 'collection',
): Unfound {
  const knows = wanted === 'value' ? knowsValue : knowsCollection;
  const { path, record, rest } = walkAlong(
    vocabulary,
    anchor.record,
    ownName(anchor, subject, name) ?? name,
    knows,
  );
  const fields = [...record.fields.values()].filter(({ archived }) => !archived);
  const named = wanted === 'value' ? fields : [...record.collections.values()];
  const names = [...named, ...record.paths.values()].map(({ name }) => name);
  const near = nearest(rest, names) ?? nearPath(vocabulary, record, rest, knows);
  const prefix = path.map((step) => `${step.name}.`).join('');
  return { record, rest, suggestion: near && prefix + near };
}

/** `compny.industry` → `company.industry`. */
function nearPath(vocabulary: Vocabulary, record: RecordType, rest: string, knows: Knows) {
  const dot = rest.indexOf('.');
  const first = dot > 0 ? nearest(rest.slice(0, dot), record.paths.keys()) : undefined;
  const meant = first && first + rest.slice(dot);
  const walk = meant && walkAlong(vocabulary, record, meant, knows);
  return walk && knows(walk.record, walk.rest) ? meant : undefined;
}
