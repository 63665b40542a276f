/** The right side of a comparison: a literal, a reference to another field, or a measure in the place of a number. */

import type {
  DurationDocument,
  MeasureReferenceDocument,
  ReferenceDocument,
  Value as ValueDocument,
} from '../../../src/rule-language/rule.js';
import type { Duration } from './calendar.js';
import { backwards, moveDay, parseDate, readDuration } from './calendar.js';
import type { Rational } from './rational.js';
import { decimal, multiply } from './rational.js';
import type { Operand, Oracle, Place, Scope } from './scope.js';
import { parentOf, subjectOf } from './scope.js';
import type { Answer, Value } from './values.js';
import { boolean, date, datetime, number, text } from './values.js';
import type { Zone } from './zone.js';
import { parseInstant } from './zone.js';

/** What stands opposite a tested value: of one record the same for all its values. */
export type RightSide = (scope: Scope) => Answer;

export function rightSide(
  oracle: Oracle,
  place: Place,
  left: Operand,
  document: ValueDocument | undefined,
): RightSide {
  if (isMeasure(document)) return measured(oracle, place, document);
  if (isReference(document)) return referenced(oracle, place, document);
  const value = literal(left, document);
  return () => [value];
}

const isObject = (
  document: ValueDocument | undefined,
): document is Exclude<ValueDocument, string | number | boolean> => typeof document === 'object';

const isMeasure = (document: ValueDocument | undefined): document is MeasureReferenceDocument =>
  isObject(document) && 'related' in document;

const isReference = (document: ValueDocument | undefined): document is ReferenceDocument =>
  isObject(document) && 'field' in document;

/** Literals are compared in NFC, stored texts as they are. */
export const literalText = (document: string): string => document.normalize('NFC');

export function literal({ type }: Pick<Operand, 'type'>, document: ValueDocument | undefined): Value {
  if (typeof document === 'boolean') return boolean(document);
  if (type === 'number' && (typeof document === 'number' || typeof document === 'string')) {
    return number(decimal(document));
  }
  if (typeof document !== 'string') throw new Error(`No ${type}: ${JSON.stringify(document)}`);
  return type === 'date' || type === 'datetime' ? timeLiteral(document) : text(literalText(document));
}

function timeLiteral(document: string): Value {
  const day = parseDate(document);
  if (day !== undefined) return date(day);
  const instant = parseInstant(document);
  if (instant === undefined) throw new Error(`No time: ${document}`);
  return datetime(instant);
}

function measured(oracle: Oracle, place: Place, document: MeasureReferenceDocument): RightSide {
  const operand = single(oracle.measure(place, document));
  const times = factor(document.times);
  return (scope) => operand.read(scope).map(times);
}

function referenced(oracle: Oracle, place: Place, document: ReferenceDocument): RightSide {
  const { from, field } = document;
  const operand = single(oracle.field(standing(from, place), field));
  const times = factor(document.times);
  const moved = mover(oracle.universe.moment.local, document);
  return (scope) => operand.read(standing(from, scope)).map(times).map(moved);
}

/** The contract does not say what it means to compare with several values tied for the most. */
function single(operand: Operand): Operand {
  if (operand.several === true) throw new Error('A right side is one value');
  return operand;
}

function standing<T extends { readonly parent?: T; readonly subject?: T }>(
  from: ReferenceDocument['from'],
  at: T,
): T {
  if (from === undefined) return at;
  return from === 'parent' ? parentOf(at) : subjectOf(at);
}

type Change = (value: Value) => Value;
const unchanged: Change = (value) => value;

function factor(times: string | undefined): Change {
  if (times === undefined) return unchanged;
  const by: Rational = decimal(times);
  return (value) => {
    if (value.kind !== 'number') throw new Error(`No number: ${value.kind}`);
    return number(multiply(value.number, by));
  };
}

function mover(local: Zone, { plus, minus }: ReferenceDocument): Change {
  const duration = durationOf(plus, minus);
  if (duration === undefined) return unchanged;
  return (value) => {
    if (value.kind === 'date') return date(moveDay(value.day, duration));
    if (value.kind !== 'datetime') throw new Error(`A ${value.kind} does not move`);
    return datetime(local.move(value.instant, duration));
  };
}

function durationOf(
  plus: DurationDocument | undefined,
  minus: DurationDocument | undefined,
): Duration | undefined {
  if (minus !== undefined) return backwards(readDuration(minus));
  return plus && readDuration(plus);
}
