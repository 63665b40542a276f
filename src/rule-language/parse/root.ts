/** The whole rule: who it is about, and the readers tied together. */

import type { Checked } from '../checked.js';
import type { Subject, Vocabulary } from '../field.js';
import type { Rule, SegmentReference } from '../rule.js';
import { readFlat } from './flat.js';
import { readWhere } from './group.js';
import { enterGroup } from './limits.js';
import { isDisabled } from './marks.js';
import { readMeasure } from './measure.js';
import { readNode } from './node.js';
import { rootPlace } from './place.js';
import {
  type Anchor,
  isDocument,
  type Read,
  type Reading,
  type Referred,
  report,
  reportAt,
  type Scope,
  without,
} from './reading.js';

const readers = { node: readNode, where: readWhere, measure: readMeasure };

export const startReading = (
  vocabulary: Vocabulary,
  subject?: string,
  segment: (reference: SegmentReference) => Referred = () => undefined,
): Reading => ({
  vocabulary,
  subject,
  segment,
  readers,
  problems: [],
  ids: new Set(),
  tally: { conditions: 0 },
});

/** The conditions of the rule itself test the subject. */
export function scopeOfSubject({ record }: Subject): Scope {
  const seen = (from: Anchor['from']): Anchor => ({ from, path: [], record, isSubject: true });
  return {
    self: seen('this'),
    asParent: seen('parent'),
    subject: seen('subject'),
    inWhere: false,
    depth: 0,
    expanding: new Set(),
  };
}

export function readRoot(
  reading: Reading,
  document: unknown,
  subject: Subject,
): Read<Rule, Checked> | undefined {
  const scope = scopeOfSubject(subject);
  if (Array.isArray(document)) return readFlatRoot(reading, document, scope);
  if (!isDocument(document)) return report(reading, rootPlace, 'rule.not-object');
  const { entity } = document;
  if (entity !== undefined && entity !== subject.name)
    reportAt(reading, rootPlace, 'entity', 'rule.foreign-entity', subject.name);
  if (isDisabled(document)) return report(reading, rootPlace, 'rule.disabled');
  const read = readNode(reading, without(document, 'entity'), rootPlace, scope);
  return read?.checked && { document: read.document, checked: read.checked };
}

/** A list by itself is a group whose rules say how they join. */
function readFlatRoot(
  reading: Reading,
  rules: readonly unknown[],
  scope: Scope,
): Read<Rule, Checked> | undefined {
  const inner = enterGroup(reading, rootPlace, scope);
  const entries = rules.map((rule, index) => ({ rule, path: `[${index}]` }));
  return inner && readFlat(reading, entries, {}, rootPlace, inner);
}
