/** Conditions on a field of the record at hand, and on whether a to-one path leads to a record. */

import type { Condition, Presence, Test } from '../checked.js';
import { isNegative } from '../operators.js';
import type { FieldCondition, Marks } from '../rule.js';
import { readFieldName } from './field-name.js';
import { markKeys, refuseUnknownKeys } from './marks.js';
import type { FoundPath } from './names.js';
import { operandOf, testedBy } from './operand.js';
import { below, type Place } from './place.js';
import { type Document, present, type Read, type Reading, reportAt, type Scope } from './reading.js';
import { readTest } from './test.js';

export function readFieldCondition(
  reading: Reading,
  document: Document,
  marks: Marks,
  place: Place,
  scope: Scope,
): Read<FieldCondition, Condition | Presence> | undefined {
  const before = reading.problems.length;
  refuseUnknownKeys(reading, document, place, ['field', 'operator', 'value', ...markKeys]);
  const here = below(place, 'field');
  const found = readFieldName(reading, document.field, here, scope.self);
  if (found?.kind === 'path') return readPresence(reading, document, marks, place, found);
  const operand = found && operandOf(reading, scope, found, here);
  const test = readTest<Test>(reading, document, place, operand && testedBy(operand), scope);
  if (!found || !operand || !test || reading.problems.length > before) return undefined;
  return {
    document: present({ ...marks, field: found.name, ...test.document }),
    checked: { kind: 'condition', at: place.at, ...marks, operand, ...test.checked },
  };
}

function readPresence(
  reading: Reading,
  document: Document,
  marks: Marks,
  place: Place,
  { name, route }: FoundPath,
): Read<FieldCondition, Presence> | undefined {
  const { operator, value } = document;
  if (operator !== 'is_empty' && operator !== 'is_not_empty')
    return reportAt(reading, place, 'operator', 'operator.not-for-path', name);
  if (value !== undefined) return reportAt(reading, place, 'value', 'value.unexpected', operator);
  return {
    document: { ...marks, field: name, operator },
    checked: { kind: 'presence', at: place.at, ...marks, negated: isNegative(operator), route },
  };
}
