/** Names of fields and collections in a document: looked up, or refused with what was probably meant. */

import { longestText } from './bounds.js';
import {
  explainUnfound,
  type Found,
  type FoundCollection,
  type FoundField,
  type FoundPath,
  findCollection,
  findValue,
} from './names.js';
import type { Place } from './place.js';
import { type Anchor, type Reading, report } from './reading.js';
import { isBlank, isLongerThan } from './texts.js';

/** `place` is that of the name. Nothing is reported where the record is unknown, or the bounds refuse the name. */
export function readFieldName(
  reading: Reading,
  written: unknown,
  place: Place,
  anchor: Anchor,
): FoundField | FoundPath | undefined {
  if (typeof written !== 'string' || isBlank(written)) return report(reading, place, 'field.not-text');
  if (isLongerThan(written, longestText)) return undefined;
  const { vocabulary, subject } = reading;
  const found = findValue(vocabulary, anchor, subject, written);
  const { record } = anchor;
  if (found?.kind === 'field' && found.field.archived)
    return report(reading, place, 'field.archived', found.name);
  if (found) return checkLength(reading, found, place, anchor);
  if (!record) return undefined;
  if (findCollection(vocabulary, anchor, subject, written))
    return report(reading, place, 'field.is-collection', written);
  const end = explainUnfound(vocabulary, { ...anchor, record }, subject, written, 'value');
  return report(reading, place, 'field.unknown', end.rest, end.record.label, end.suggestion);
}

/** Each step is a table to join: far fewer than a name has room for. */
const mostSteps = 8;

const checkLength = <F extends Found>(
  reading: Reading,
  found: F,
  place: Place,
  anchor: Anchor,
): F | undefined =>
  found.route.path.length - anchor.path.length > mostSteps
    ? report(reading, place, 'field.too-far', found.name)
    : found;

/** The same, where a record itself has no value to give. */
export function readValueName(
  reading: Reading,
  written: unknown,
  place: Place,
  anchor: Anchor,
): FoundField | undefined {
  const found = readFieldName(reading, written, place, anchor);
  return found?.kind === 'path' ? report(reading, place, 'field.is-path', found.name) : found;
}

export function readCollectionName(
  reading: Reading,
  written: string,
  place: Place,
  anchor: Anchor,
): FoundCollection | undefined {
  if (isLongerThan(written, longestText)) return undefined;
  const { vocabulary, subject } = reading;
  const found = findCollection(vocabulary, anchor, subject, written);
  const { record } = anchor;
  if (found) return checkLength(reading, found, place, anchor);
  if (!record) return undefined;
  const end = explainUnfound(vocabulary, { ...anchor, record }, subject, written, 'collection');
  return report(reading, place, 'related.unknown', end.rest, end.record.label, end.suggestion);
}
