/** What any node may carry beside its meaning: id, label, disabled; and which keys it may have at all. */

import type { Marks } from '../rule.js';
import { nearest } from './nearest.js';
import { below, type Place } from './place.js';
import { type Document, isDocument, keysOf, present, type Reading, reportAt } from './reading.js';
import { isBlank, toNfc } from './texts.js';

export const markKeys = ['id', 'label', 'disabled'] as const;

/** Anything but `false` under `disabled` disables: what is half understood must not be evaluated. */
export const isDisabled = (document: Document): boolean =>
  document.disabled !== undefined && document.disabled !== false;

/** Of an enabled node. */
export function readMarks(reading: Reading, document: Document, place: Place): Marks {
  return present({
    id: readId(reading, document, place),
    label: readLabel(reading, document, place),
  });
}

function readId(reading: Reading, { id }: Document, place: Place): string | undefined {
  if (id === undefined) return undefined;
  if (typeof id !== 'string' || isBlank(id)) return reportAt(reading, place, 'id', 'rule.id-not-text');
  claimId(reading, id, place);
  return id;
}

function claimId(reading: Reading, id: string, place: Place): void {
  if (reading.ids.has(id)) reportAt(reading, place, 'id', 'rule.duplicate-id', id);
  reading.ids.add(id);
}

/** Reports every key that has no meaning where it stands. */
export function refuseUnknownKeys(
  reading: Reading,
  document: Document,
  place: Place,
  known: readonly string[],
): void {
  for (const key of keysOf(document)) {
    if (!known.includes(key)) reportAt(reading, place, key, 'rule.unknown-key', key, nearest(key, known));
  }
}

function readLabel(reading: Reading, { label }: Document, place: Place): string | undefined {
  if (label === undefined) return undefined;
  if (typeof label !== 'string') return reportAt(reading, place, 'label', 'rule.label-not-text');
  return toNfc(label);
}

/**
 * A disabled node is kept as written. Only the ids in it count, so that they are still unique once it is enabled, and
 * a `disabled` that is neither true nor false is refused.
 */
export function readDisabled(reading: Reading, document: Document, place: Place): void {
  if (document.disabled !== true) reportAt(reading, place, 'disabled', 'rule.disabled-not-boolean');
  claimIds(reading, document, place);
}

function claimIds(reading: Reading, node: unknown, place: Place): void {
  if (!isDocument(node)) return;
  if (typeof node.id === 'string') claimId(reading, node.id, place);
  claimIdsBelow(reading, node, place);
  const { value } = node;
  if (Array.isArray(value)) {
    for (const [index, end] of value.entries()) claimIdsBelow(reading, end, below(place, 'value', index));
  } else claimIdsBelow(reading, value, below(place, 'value'));
}

function claimIdsBelow(reading: Reading, node: unknown, place: Place): void {
  if (!isDocument(node)) return;
  const rules = Array.isArray(node.rules) ? node.rules : [];
  for (const [index, rule] of rules.entries()) claimIds(reading, rule, below(place, 'rules', index));
  for (const key of ['where', 'satisfying']) claimIds(reading, node[key], below(place, key));
}
