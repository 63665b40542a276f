/** Operators: read by name or alias, and checked against the type they are applied to. */

import type { Field } from '../field.js';
import {
  dateOperatorAliases,
  isNegative,
  isPositive,
  negativeOperators,
  type OperandType,
  type Operator,
  operatorAliases,
  operatorsOf,
  type PositiveOperator,
  positiveOperators,
  resolveOperator,
} from '../operators.js';
import { nearest } from './nearest.js';
import type { Place } from './place.js';
import { type Document, type Reading, reportAt, type Scope } from './reading.js';

export interface ReadOperator {
  readonly operator: PositiveOperator;
  readonly negated: boolean;
}

/** What is tested. */
export interface Tested {
  readonly type: OperandType;
  /** Several values may be it at once: the most frequent ones. */
  readonly tied: boolean;
  /** The field whose options are its values. */
  readonly values: Field | undefined;
}

const allNames = [
  ...Object.keys(positiveOperators),
  ...Object.keys(negativeOperators),
  ...Object.keys(operatorAliases),
];

const ranks: readonly PositiveOperator[] = ['in_top_percent', 'in_bottom_percent', 'in_top', 'in_bottom'];

/** With `tested` absent (a problem already reported), only the name is checked, and nothing is returned. */
export function readOperator(
  reading: Reading,
  document: Document,
  place: Place,
  tested: Tested | undefined,
  scope: Scope,
): ReadOperator | undefined {
  const written = document.operator;
  if (written === undefined)
    return reportAt(
      reading,
      place,
      'operator',
      'operator.missing',
      tested ? operatorsOf(tested.type) : allNames,
    );
  if (typeof written !== 'string') return reportAt(reading, place, 'operator', 'operator.not-text');
  const name = nameOf(written, tested?.type);
  if (!name)
    return reportAt(reading, place, 'operator', 'operator.unknown', written, nearest(written, allNames));
  const { operator, negated } = resolveOperator(name);
  if (scope.inWhere && ranks.includes(operator))
    return reportAt(reading, place, 'operator', 'rank.inside-where', written);
  if (!tested) return undefined;
  if (!(positiveOperators[operator].on as readonly OperandType[]).includes(tested.type))
    return refuseForType(reading, place, written, { operator, negated }, tested.type);
  if (tested.tied && ranks.includes(operator))
    return reportAt(reading, place, 'operator', 'rank.tied', written);
  return { operator, negated };
}

/** Our name for what was written, on a value of this type. */
function nameOf(written: string, type: OperandType | undefined): Operator | undefined {
  const alias = aliasOf(operatorAliases, written) ?? written;
  const isTime = type === 'date' || type === 'datetime';
  const onTimes = isTime ? aliasOf(dateOperatorAliases, alias) : undefined;
  const onDates = type === 'date' ? aliasOf(equalDates, alias) : undefined;
  const name = onTimes ?? onDates ?? alias;
  return isPositive(name) || isNegative(name) ? name : undefined;
}

/** A date has no time of day, so that it equals what it is on; a datetime's `equals` depends on its value. */
const equalDates: Readonly<Record<string, Operator>> = { equals: 'on', not_equals: 'not_on' };

const aliasOf = (aliases: Readonly<Record<string, Operator>>, name: string): Operator | undefined =>
  Object.hasOwn(aliases, name) ? aliases[name] : undefined;

/** The operator that says the same of tags, which are many. */
const forTags: Readonly<Partial<Record<PositiveOperator, Operator>>> = {
  equals: 'has_any',
  in_list: 'has_any',
  contains: 'has_any',
};

function refuseForType(
  reading: Reading,
  place: Place,
  written: string,
  { operator, negated }: ReadOperator,
  type: OperandType,
): undefined {
  const offered = operatorsOf(type);
  const same = type === 'tags' ? forTags[operator] : undefined;
  const suggestion = same && (negated ? 'has_none' : same);
  reportAt(
    reading,
    place,
    'operator',
    'operator.not-for-type',
    written,
    typeNames[type],
    offered,
    suggestion,
  );
}

const typeNames: Readonly<Record<OperandType, string>> = {
  text: 'a text',
  number: 'a number',
  boolean: 'a yes or no',
  select: 'a choice of options',
  tags: 'tags',
  date: 'a date',
  datetime: 'a datetime',
  point: 'a place on the map',
  segment: 'a segment',
};

/** The name under which an operator, or its exact complement, is written back. */
export function writeOperator({ operator, negated }: ReadOperator): Operator {
  if (!negated) return operator;
  const twins = Object.entries(negativeOperators) as [Operator, PositiveOperator][];
  return twins.find(([, twin]) => twin === operator)?.[0] ?? operator;
}
