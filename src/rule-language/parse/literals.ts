/** Literal values by type: numbers as exact decimals, texts in NFC, dates and datetimes of the calendar. */

import type { DateLiteral, InstantLiteral, Literal, NumberLiteral, TextLiteral } from '../checked.js';
import type { Field, FieldType } from '../field.js';
import { readDecimal, writeDecimal } from './decimals.js';
import { type MomentFault, readMoment } from './moments.js';
import type { Place } from './place.js';
import { type Read, type Reading, report } from './reading.js';
import { isBlank, toNfc } from './texts.js';

type ReadLiteral<L extends Literal, D = string | number | boolean> = Read<D, L> | undefined;

/** `values` is the field whose options are known. */
export function readLiteral(
  reading: Reading,
  value: unknown,
  place: Place,
  type: FieldType,
  values: Field | undefined,
): ReadLiteral<Literal> {
  switch (type) {
    case 'number':
      return readNumber(reading, value, place);
    case 'boolean':
      if (typeof value !== 'boolean') return report(reading, place, 'value.not-boolean');
      return { document: value, checked: { kind: 'boolean', value } };
    case 'date':
    case 'datetime':
      return readTimeLiteral(reading, value, place, type);
    case 'select':
      return readOption(reading, value, place, values);
    default:
      return readText(reading, value, place);
  }
}

export function readText(reading: Reading, value: unknown, place: Place): ReadLiteral<TextLiteral, string> {
  if (typeof value !== 'string') return report(reading, place, 'value.not-text');
  if (isBlank(value)) return report(reading, place, 'value.blank');
  const text = toNfc(value);
  return { document: text, checked: { kind: 'text', value: text } };
}

function readOption(
  reading: Reading,
  value: unknown,
  place: Place,
  field: Field | undefined,
): ReadLiteral<TextLiteral, string> {
  const text = readText(reading, value, place);
  if (!text || !field || field.open) return text;
  const options = field.options ?? [];
  if (options.some((option) => toNfc(option.value) === text.checked.value)) return text;
  const offered = options.filter((option) => !option.archived).map((option) => option.value);
  return report(reading, place, 'value.unknown-option', text.checked.value, offered);
}

export function readNumber(
  reading: Reading,
  value: unknown,
  place: Place,
): ReadLiteral<NumberLiteral, string | number> {
  const read = readDecimal(value);
  if ('decimal' in read) {
    return { document: writeDecimal(read.decimal), checked: { kind: 'number', value: read.decimal } };
  }
  // A text beyond all bounds was reported as such.
  if (read.fault === 'too-long') return undefined;
  return report(
    reading,
    place,
    read.fault === 'beyond-integers' ? 'value.beyond-integers' : 'value.not-number',
  );
}

function readTimeLiteral(
  reading: Reading,
  value: unknown,
  place: Place,
  type: 'date' | 'datetime',
): ReadLiteral<DateLiteral | InstantLiteral> {
  if (typeof value !== 'string') return report(reading, place, 'value.not-date', forms[type]);
  const read = readMoment(value);
  if ('fault' in read) return reportMoment(reading, place, read.fault, value, type);
  const { literal } = read;
  if (type === 'date' && literal.kind === 'instant') return report(reading, place, 'value.datetime-on-date');
  return { document: literal.value, checked: literal };
}

const forms = {
  date: 'a date, such as 2024-05-31',
  datetime: 'a date, such as 2024-05-31, or a datetime, such as 2024-05-31T18:00:00+02:00',
};

function reportMoment(
  reading: Reading,
  place: Place,
  fault: MomentFault,
  written: string,
  type: 'date' | 'datetime',
): undefined {
  switch (fault) {
    case 'form':
      return report(reading, place, 'value.not-date', forms[type]);
    case 'no-such-day':
      return report(reading, place, 'value.no-such-day', written);
    case 'no-such-time':
      return report(reading, place, 'value.no-such-time', written);
    case 'no-offset':
      return type === 'date'
        ? report(reading, place, 'value.datetime-on-date')
        : report(reading, place, 'value.no-offset');
    case 'too-fine':
      return report(reading, place, 'value.too-fine');
    case 'years':
      return report(reading, place, 'value.year');
  }
}
