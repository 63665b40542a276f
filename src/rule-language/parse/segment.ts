/** Membership of another segment of the same kind of subject. */

import type { Membership, MembershipTest } from '../checked.js';
import type { Marks, SegmentCondition, SegmentReference } from '../rule.js';
import { markKeys, refuseUnknownKeys } from './marks.js';
import type { Place } from './place.js';
import {
  type Document,
  isDocument,
  keysOf,
  present,
  type Read,
  type Reading,
  report,
  reportAt,
  type Scope,
  type SegmentEntry,
} from './reading.js';
import { readTest } from './test.js';
import { isBlank } from './texts.js';

export function readSegmentCondition(
  reading: Reading,
  document: Document,
  marks: Marks,
  place: Place,
  scope: Scope,
): Read<SegmentCondition, Membership> | undefined {
  const before = reading.problems.length;
  refuseUnknownKeys(reading, document, place, ['segment', 'operator', 'value', ...markKeys]);
  if (scope.inWhere) return report(reading, place, 'segment.inside-where');
  const reference = asReference(document.segment);
  const segment = lookUp(reading, reference, place);
  const tested = { type: 'segment', tied: false, values: undefined } as const;
  const test = readTest<MembershipTest>(reading, document, place, tested, scope);
  if (!reference || !segment || !test || reading.problems.length > before) return undefined;
  return {
    document: present({ ...marks, segment: reference, ...test.document }),
    checked: {
      kind: 'membership',
      at: place.at,
      ...marks,
      segment: { id: segment.id, name: segment.name },
      ...test.checked,
    },
  };
}

/** An id, or the template that a segment is made from. */
export function asReference(value: unknown): SegmentReference | undefined {
  if (typeof value === 'string') return isBlank(value) ? undefined : value;
  if (!isDocument(value) || keysOf(value).join() !== 'template') return undefined;
  const { template } = value;
  return typeof template === 'string' && !isBlank(template) ? { template } : undefined;
}

function lookUp(
  reading: Reading,
  reference: SegmentReference | undefined,
  place: Place,
): SegmentEntry | undefined {
  if (reference === undefined) return reportAt(reading, place, 'segment', 'segment.not-reference');
  const name = typeof reference === 'string' ? reference : reference.template;
  const segment = reading.segment(reference);
  if (segment === 'not made') return reportAt(reading, place, 'segment', 'segment.not-made', name);
  if (!segment) return reportAt(reading, place, 'segment', 'segment.unknown', name);
  if (segment.subject === reading.subject) return segment;
  return reportAt(reading, place, 'segment', 'segment.other-subject', segment.name, segment.subject);
}
