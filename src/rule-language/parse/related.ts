/** Conditions over related records: a measure, and a test of it. */

import type { Condition, Test } from '../checked.js';
import type { Marks, RelatedCondition } from '../rule.js';
import { markKeys, refuseUnknownKeys } from './marks.js';
import { measureKeys, readMeasure } from './measure.js';
import { testedBy } from './operand.js';
import type { Place } from './place.js';
import { type Document, present, type Read, type Reading, type Scope } from './reading.js';
import { readTest } from './test.js';

export function readRelatedCondition(
  reading: Reading,
  document: Document,
  marks: Marks,
  place: Place,
  scope: Scope,
): Read<RelatedCondition, Condition> | undefined {
  const before = reading.problems.length;
  refuseUnknownKeys(reading, document, place, [...measureKeys, 'operator', 'value', ...markKeys]);
  const measure = readMeasure(reading, document, place, scope);
  const tested = measure && testedBy(measure.checked);
  const test = readTest<Test>(reading, document, place, tested, scope);
  if (!measure || !test || reading.problems.length > before) return undefined;
  return {
    document: present({ ...marks, ...measure.document, ...test.document }),
    checked: { kind: 'condition', at: place.at, ...marks, operand: measure.checked, ...test.checked },
  };
}
