/** Values that are not literals: another field, moved or multiplied, and measures in the place of numbers. */

import type { Operand, Reference } from '../checked.js';
import type { FieldType } from '../field.js';
import type { MeasureReferenceDocument, ReferenceDocument, Value } from '../rule.js';
import { readDecimal } from './decimals.js';
import { readDuration } from './durations.js';
import { readValueName } from './field-name.js';
import { countCondition } from './limits.js';
import { refuseUnknownKeys } from './marks.js';
import { measureKeys } from './measure.js';
import { isTied, operandOf } from './operand.js';
import { below, type Place } from './place.js';
import {
  type Anchor,
  type Document,
  isDocument,
  present,
  type Read,
  type Reading,
  report,
  reportAt,
  type Scope,
} from './reading.js';

export type ReadReference = Read<Value, Reference>;

/** Whether a value means something other than itself. */
export const isReference = (value: unknown): value is Document =>
  isDocument(value) && (value.field !== undefined || value.related !== undefined);

/** `type` is that of what it is compared with; absent where that is unknown. */
export function readReference(
  reading: Reading,
  document: Document,
  place: Place,
  type: FieldType | undefined,
  scope: Scope,
): ReadReference | undefined {
  const before = reading.problems.length;
  const read =
    document.related === undefined
      ? readFieldReference(reading, document, place, scope)
      : readMeasureReference(reading, document, place, type, scope);
  if (!read) return undefined;
  checkType(reading, read.checked.operand, place, type);
  return reading.problems.length > before ? undefined : read;
}

function readFieldReference(
  reading: Reading,
  document: Document,
  place: Place,
  scope: Scope,
): ReadReference | undefined {
  refuseUnknownKeys(reading, document, place, ['field', 'from', 'plus', 'minus', 'times']);
  const anchor = readFrom(reading, document, place, scope);
  const here = below(place, 'field');
  const found = anchor && readValueName(reading, document.field, here, anchor);
  const operand = found && operandOf(reading, scope, found, here);
  const shift = readShift(reading, document, place, operand?.type);
  const times = readTimes(reading, document, place, operand?.type);
  if (!operand) return undefined;
  const written: ReferenceDocument = present({
    field: found.name,
    from: document.from as ReferenceDocument['from'],
    plus: shift?.checked.sign === 1 ? shift.document : undefined,
    minus: shift?.checked.sign === -1 ? shift.document : undefined,
    times,
  });
  return {
    document: written,
    checked: present({ kind: 'reference' as const, operand, shift: shift?.checked, times }),
  };
}

function readFrom(reading: Reading, { from }: Document, place: Place, scope: Scope): Anchor | undefined {
  if (from === undefined) return scope.self;
  if (from === 'subject') return scope.subject ?? reportAt(reading, place, 'from', 'reference.no-subject');
  if (from === 'parent') return scope.parent ?? reportAt(reading, place, 'from', 'reference.no-parent');
  return reportAt(reading, place, 'from', 'reference.from');
}

function readShift(reading: Reading, { plus, minus }: Document, place: Place, type: FieldType | undefined) {
  if (plus === undefined && minus === undefined) return undefined;
  if (plus !== undefined && minus !== undefined)
    return reportAt(reading, place, 'minus', 'reference.plus-and-minus');
  const key = plus === undefined ? 'minus' : 'plus';
  if (type && type !== 'date' && type !== 'datetime') return reportAt(reading, place, key, 'reference.shift');
  const bounds = { least: 0, wholeDays: type === 'date' };
  const read = readDuration(reading, plus ?? minus, below(place, key), bounds);
  const sign = key === 'plus' ? (1 as const) : (-1 as const);
  return read && { document: read.document, checked: { sign, duration: read.checked } };
}

function readTimes(
  reading: Reading,
  { times }: Document,
  place: Place,
  type: FieldType | undefined,
): string | undefined {
  if (times === undefined) return undefined;
  if (type && type !== 'number') return reportAt(reading, place, 'times', 'reference.times');
  const read = readDecimal(times);
  if ('decimal' in read) return read.decimal;
  if (read.fault === 'too-long') return undefined;
  const code = read.fault === 'beyond-integers' ? 'value.beyond-integers' : 'value.not-number';
  return reportAt(reading, place, 'times', code);
}

function readMeasureReference(
  reading: Reading,
  document: Document,
  place: Place,
  type: FieldType | undefined,
  scope: Scope,
): ReadReference | undefined {
  if (type && type !== 'number') return report(reading, place, 'reference.measure');
  if (!countCondition(reading)) return undefined;
  refuseUnknownKeys(reading, document, place, [...measureKeys, 'times']);
  const measure = reading.readers.measure(reading, document, place, scope);
  const times = readTimes(reading, document, place, measure?.checked.type);
  if (!measure) return undefined;
  const written: MeasureReferenceDocument = present({ ...measure.document, times });
  return {
    document: written,
    checked: present({ kind: 'reference' as const, operand: measure.checked, times }),
  };
}

function checkType(reading: Reading, operand: Operand, place: Place, type: FieldType | undefined): void {
  if (isTied(operand)) report(reading, place, 'reference.tied');
  else if (type && familyOf(type) !== familyOf(operand.type))
    report(reading, place, 'reference.type', type, operand.type);
}

/** A select counts as text, and dates and datetimes are compared by date. */
const familyOf = (type: FieldType): FieldType =>
  type === 'select' ? 'text' : type === 'datetime' ? 'date' : type;
