/** Values as the language compares them, and the answers they make up. */

import type { KeyColumn } from '../../../src/rule-language/field.js';
import type { Day } from './calendar.js';
import type { Rational } from './rational.js';
import { canonical, compare } from './rational.js';
import type { Row } from './world.js';
import type { Instant, Zone } from './zone.js';

/** A select's option is a text. */
export interface TextValue {
  readonly kind: 'text';
  readonly text: string;
}
export interface NumberValue {
  readonly kind: 'number';
  readonly number: Rational;
}
export interface BooleanValue {
  readonly kind: 'boolean';
  readonly boolean: boolean;
}
export interface TagsValue {
  readonly kind: 'tags';
  readonly tags: readonly string[];
}
export interface DateValue {
  readonly kind: 'date';
  readonly day: Day;
}
export interface DatetimeValue {
  readonly kind: 'datetime';
  readonly instant: Instant;
}
export interface PointValue {
  readonly kind: 'point';
  readonly latitude: number;
  readonly longitude: number;
}
/** A time of belonging to a segment, begun by `as_of`. */
export interface StayValue {
  readonly kind: 'stay';
  readonly entered: Instant;
  /** Only if by `as_of`: who leaves later is still in. */
  readonly left: Instant | undefined;
  readonly cause: string;
}

export type TimeValue = DateValue | DatetimeValue;
export type Value = TextValue | NumberValue | BooleanValue | TagsValue | TimeValue | PointValue | StayValue;

/** Missing is the empty answer; the values tied for `most_frequent`, and a subject's stays, are several. */
export type Answer = readonly Value[];
export const missing: Answer = [];

export const text = (value: string): TextValue => ({ kind: 'text', text: value });
export const number = (value: Rational): NumberValue => ({ kind: 'number', number: value });
export const boolean = (value: boolean): BooleanValue => ({ kind: 'boolean', boolean: value });
export const date = (day: Day): DateValue => ({ kind: 'date', day });
export const datetime = (instant: Instant): DatetimeValue => ({ kind: 'datetime', instant });

/** Blank texts are missing; only what Unicode calls White_Space is blank (not U+200B, not U+FEFF). */
export const isBlank = (value: string): boolean => /^\p{White_Space}*$/u.test(value);

export const fold = (value: string, folds: boolean): string => (folds ? value.toLowerCase() : value);

export const isTime = (value: Value): value is TimeValue =>
  value.kind === 'date' || value.kind === 'datetime';

export function dayOfTime(value: TimeValue, zone: Zone): Day {
  return value.kind === 'date' ? value.day : zone.day(value.instant);
}

/** Two instants at microseconds; with a date on either side, by date. */
export function compareTimes(a: TimeValue, b: TimeValue, zone: Zone): number {
  if (a.kind === 'datetime' && b.kind === 'datetime') {
    return a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0;
  }
  return dayOfTime(a, zone) - dayOfTime(b, zone);
}

/** The order of two numbers, or of two times. */
export function order(a: Value, b: Value, zone: Zone): number {
  if (a.kind === 'number' && b.kind === 'number') return compare(a.number, b.number);
  if (isTime(a) && isTime(b)) return compareTimes(a, b, zone);
  throw new Error(`No order between ${a.kind} and ${b.kind}`);
}

/** One text for all values that count as the same: `distinct` and `most_frequent` group by it. */
export function groupKey(value: Value, folds: boolean): string {
  switch (value.kind) {
    case 'text':
      return fold(value.text, folds);
    case 'number':
      return canonical(value.number);
    case 'boolean':
      return String(value.boolean);
    case 'date':
      return String(value.day);
    case 'datetime':
      return String(value.instant);
    default:
      throw new Error(`No scalar: ${value.kind}`);
  }
}

/** Keys compare by their type: whole numbers by size, the others byte by byte in UTF-8. */
export function compareKeys(key: readonly KeyColumn[], a: Row, b: Row): number {
  for (const { column, type } of key) {
    const [left, right] = [String(a[column]), String(b[column])];
    const numeric = type === 'integer' || type === 'bigint';
    const difference = numeric
      ? Number(BigInt(left) - BigInt(right))
      : Buffer.compare(Buffer.from(left), Buffer.from(right));
    if (difference !== 0) return difference;
  }
  return 0;
}

export const keyText = (key: readonly KeyColumn[], row: Row): string =>
  key.map(({ column }) => String(row[column])).join('\u0000');
