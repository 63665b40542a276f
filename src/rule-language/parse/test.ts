/** The test of a condition: its operator, applied to what is tested, with its value. */

import type { MembershipTest, Test } from '../checked.js';
import type { Operator } from '../operators.js';
import type { Value } from '../rule.js';
import { readOperator, type Tested, writeOperator } from './operator.js';
import { below, type Place } from './place.js';
import type { Document, Read, Reading, Scope } from './reading.js';
import { isReference, readReference } from './references.js';
import { readValue } from './values.js';

export interface WrittenTest {
  readonly operator: Operator;
  readonly value: Value | undefined;
}

export interface CheckedTest<T> {
  readonly negated: boolean;
  readonly test: T;
}

/** Nothing is said about the fit of operator and value where it is unknown what they are applied to. */
export function readTest<T extends Test | MembershipTest>(
  reading: Reading,
  document: Document,
  place: Place,
  tested: Tested | undefined,
  scope: Scope,
): Read<WrittenTest, CheckedTest<T>> | undefined {
  const read = readOperator(reading, document, place, tested, scope);
  if (!read || !tested) {
    readWithin(reading, document.value, below(place, 'value'), scope);
    return undefined;
  }
  const { operator, negated } = read;
  const answer = readValue(reading, document.value, place, { operator, tested, scope });
  if (!answer) return undefined;
  const written = writeOperator({ operator: answer.checked.operator, negated });
  return {
    document: { operator: written, value: answer.document },
    checked: { negated, test: answer.checked as T },
  };
}

/** References are looked up wherever they stand, so that their faults do not wait for others to be mended. */
function readWithin(reading: Reading, value: unknown, place: Place, scope: Scope): void {
  if (isReference(value)) readReference(reading, value, place, undefined, scope);
  if (!Array.isArray(value)) return;
  for (const [index, end] of value.slice(0, 2).entries())
    if (isReference(end)) readReference(reading, end, below(place, index), undefined, scope);
}
