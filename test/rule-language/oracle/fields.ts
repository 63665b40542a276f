/** What a field answers for a record: a column, a json key, a point, a part, a metric or a derived value. */

import type { Field, FieldSource } from '../../../src/rule-language/field.js';
import { dateText, parseDate, weekdayOf } from './calendar.js';
import { decimalText, parseDecimal, whole } from './rational.js';
import { readColumn, readJson, readPoint } from './reading.js';
import type { Found } from './resolve.js';
import { findField, findPath } from './resolve.js';
import type { Operand, Oracle, Place, Scope } from './scope.js';
import type { Universe } from './universe.js';
import type { Answer, Value } from './values.js';
import { boolean, date, datetime, isBlank, missing, number, text } from './values.js';
import type { Row } from './world.js';
import { instantText, parseInstant } from './zone.js';

type Part = Extract<FieldSource, { kind: 'part' }>;
type Derived = Extract<FieldSource, { kind: 'derived' }>;

/** The field of that name, or (as something that is there or not) the record at the end of a to-one path. */
export function fieldOperand(oracle: Oracle, place: Place, name: string): Operand {
  const found = findField(oracle.universe, place.record, name);
  if (found === undefined) return presence(oracle.universe, place, name);
  const { source } = found.end;
  switch (source.kind) {
    case 'column':
      return stored(oracle.universe, found, (row) => readColumn(row, found.end.type, source));
    case 'row':
      // Wherever it is kept: to the oracle it is a value of the record, under the field's name.
      return stored(oracle.universe, found, (row) =>
        readColumn(row, found.end.type, { ...source, column: found.end.name }),
      );
    case 'json':
      return stored(oracle.universe, found, (row) => readJson(row, found.end.type, source));
    case 'point':
      return stored(oracle.universe, found, (row) => readPoint(row, source));
    case 'part':
      return part(oracle, place, found, source);
    case 'metric':
      // A macro: exactly its measure, along the path by which it was reached.
      return oracle.measure(place, {
        ...source.measure,
        related: `${found.prefix}${source.measure.related}`,
      });
    case 'derived':
      return derived(oracle, place, found, source);
  }
}

function presence(universe: Universe, place: Place, name: string): Operand {
  const found = findPath(universe, place.record, name);
  if (found === undefined) throw new Error(`${place.record.name} has no ${name}`);
  const path = [...found.path, found.end];
  const there: Answer = [boolean(true)];
  return {
    type: 'boolean',
    folds: false,
    read: ({ row }) => (universe.reach(row, path) === undefined ? missing : there),
  };
}

const folds = ({ type, exact }: Field): boolean => type === 'text' && exact !== true;

function stored(universe: Universe, { path, end: field }: Found<Field>, read: (row: Row) => Answer): Operand {
  const answers = universe.answers(field);
  return {
    type: field.type,
    folds: folds(field),
    read: (scope) => {
      const row = universe.reach(scope.row, path);
      if (row === undefined) return missing;
      const known = answers.get(row);
      if (known !== undefined) return known;
      const answer = read(row);
      answers.set(row, answer);
      return answer;
    },
  };
}

function part(oracle: Oracle, place: Place, { prefix, end }: Found<Field>, source: Part): Operand {
  const whole = oracle.field(place, `${prefix}${source.of}`);
  const { local } = oracle.universe.moment;
  const read = (value: Value): Value => {
    if (value.kind !== 'datetime') throw new Error(`${end.name} is a part of a ${value.kind}`);
    const { day, time } = local.wall(value.instant);
    if (source.part === 'date') return date(day);
    return source.part === 'weekday' ? text(weekdayOf(day)) : number(hourOf(time));
  };
  return { type: end.type, folds: folds(end), read: (scope) => whole.read(scope).map(read) };
}

const hourOf = (time: bigint) => whole(time / 3_600_000_000n);

/** Read through an absent record it is missing, whatever it would make of missing inputs. */
function derived(oracle: Oracle, place: Place, found: Found<Field>, source: Derived): Operand {
  const { universe } = oracle;
  const inputs = source.inputs.map((name) => oracle.field(place, `${found.prefix}${name}`));
  const { asOf, zone, today } = universe.moment;
  const clock = { asOf, zone, today: dateText(today) };
  const answers = derivedAnswers(universe, found.end);
  const read = (scope: Scope): Answer => {
    const row = universe.reach(scope.row, found.path);
    if (row === undefined) return missing;
    const values = () => inputs.map((input) => inputOf(input.read(scope)));
    const answer = answers.get(row) ?? result(found.end, source.derivation.evaluate(values(), clock));
    answers.set(row, answer);
    return answer;
  };
  return { type: found.end.type, folds: folds(found.end), read };
}

/** Pure over its record and the clock, so what was derived of a row once is kept as long as the clock. */
const keptDerived = new WeakMap<Universe, Map<Field, Map<Row, Answer>>>();

function derivedAnswers(universe: Universe, field: Field): Map<Row, Answer> {
  const fields = keptDerived.get(universe) ?? new Map<Field, Map<Row, Answer>>();
  keptDerived.set(universe, fields);
  const answers = fields.get(field) ?? new Map<Row, Answer>();
  fields.set(field, answers);
  return answers;
}

function inputOf(answer: Answer): string | boolean | null {
  const [value, ...more] = answer;
  if (more.length > 0) throw new Error('An input is one value');
  if (value === undefined) return null;
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'number':
      return decimalText(value.number);
    case 'boolean':
      return value.boolean;
    case 'date':
      return dateText(value.day);
    case 'datetime':
      return instantText(value.instant);
    default:
      throw new Error(`No input: ${value.kind}`);
  }
}

function result({ name, type }: Field, plain: string | boolean | null): Answer {
  const value = plain === null ? undefined : parsed(type, plain);
  if (plain !== null && value === undefined && !isNothing(plain)) {
    throw new Error(`${name} derived ${plain}`);
  }
  return value === undefined ? missing : [value];
}

const isNothing = (plain: string | boolean): boolean =>
  typeof plain === 'string' && (isBlank(plain) || /^(NaN|-?Infinity)$/i.test(plain));

function parsed(type: Field['type'], plain: string | boolean): Value | undefined {
  if (typeof plain === 'boolean') return boolean(plain);
  if (isNothing(plain)) return undefined;
  if (type === 'number') return optional(parseDecimal(plain), number);
  if (type === 'date') return optional(parseDate(plain), date);
  if (type === 'datetime') return optional(parseInstant(plain), datetime);
  return text(plain);
}

const optional = <T>(value: T | undefined, make: (value: T) => Value): Value | undefined =>
  value === undefined ? undefined : make(value);
