/** The operators: which types each applies to, what value it takes, and which twin it is the exact complement of. */

import type { FieldType } from './field-type.js';

/**
 * The shape of value an operator takes:
 * `none`; `scalar` (a literal, a reference or, for numbers, a measure); `text`; `list`; `range` (two scalars);
 * `duration`, `durations` (two); `period`; `month`; `weekdays`; `hours`; `radius`; `percent`; `positions` (a count of places).
 */
export type ValueShape =
  | 'none'
  | 'scalar'
  | 'text'
  | 'list'
  | 'range'
  | 'duration'
  | 'durations'
  | 'period'
  | 'month'
  | 'weekdays'
  | 'hours'
  | 'radius'
  | 'percent'
  | 'positions';

/** What an operator is applied to: a field's type, or membership of a segment. */
export type OperandType = FieldType | 'segment';

interface Definition {
  readonly on: readonly OperandType[];
  readonly value: ValueShape;
}

const anything = ['text', 'number', 'boolean', 'select', 'tags', 'date', 'datetime', 'point'] as const;
const dates = ['date', 'datetime'] as const;
const ranked = ['number', 'date', 'datetime'] as const;

/** The positive operators. Every target has one entry for each; a new row here does not compile until they do. */
export const positiveOperators = {
  is_empty: { on: anything, value: 'none' },
  equals: { on: ['text', 'number', 'boolean', 'select', 'datetime'], value: 'scalar' },
  in_list: { on: ['text', 'number', 'select'], value: 'list' },
  contains: { on: ['text'], value: 'text' },
  starts_with: { on: ['text'], value: 'text' },
  ends_with: { on: ['text'], value: 'text' },
  greater_than: { on: ['number'], value: 'scalar' },
  greater_than_or_equal: { on: ['number'], value: 'scalar' },
  less_than: { on: ['number'], value: 'scalar' },
  less_than_or_equal: { on: ['number'], value: 'scalar' },
  between: { on: ['number', 'date', 'datetime'], value: 'range' },
  has_any: { on: ['tags'], value: 'list' },
  has_all: { on: ['tags'], value: 'list' },
  on: { on: dates, value: 'scalar' },
  before: { on: dates, value: 'scalar' },
  after: { on: dates, value: 'scalar' },
  on_or_before: { on: dates, value: 'scalar' },
  on_or_after: { on: dates, value: 'scalar' },
  within_last: { on: dates, value: 'duration' },
  within_next: { on: dates, value: 'duration' },
  ago_at_least: { on: dates, value: 'duration' },
  ahead_at_least: { on: dates, value: 'duration' },
  ago_between: { on: dates, value: 'durations' },
  in_period: { on: dates, value: 'period' },
  anniversary_within_next: { on: dates, value: 'duration' },
  anniversary_within_last: { on: dates, value: 'duration' },
  anniversary_in_month: { on: dates, value: 'month' },
  weekday_in: { on: dates, value: 'weekdays' },
  hour_between: { on: ['datetime'], value: 'hours' },
  within_radius: { on: ['point'], value: 'radius' },
  in_top_percent: { on: ranked, value: 'percent' },
  in_bottom_percent: { on: ranked, value: 'percent' },
  in_top: { on: ranked, value: 'positions' },
  in_bottom: { on: ranked, value: 'positions' },
  is_member: { on: ['segment'], value: 'none' },
  ever_member: { on: ['segment'], value: 'none' },
  joined_within_last: { on: ['segment'], value: 'duration' },
  left_within_last: { on: ['segment'], value: 'duration' },
  member_for_at_least: { on: ['segment'], value: 'duration' },
} as const satisfies Record<string, Definition>;

export type PositiveOperator = keyof typeof positiveOperators;

/** The negative operators, each the exact complement of its twin (hence true on missing; `is_not_empty` false). */
export const negativeOperators = {
  is_not_empty: 'is_empty',
  not_equals: 'equals',
  not_in_list: 'in_list',
  not_contains: 'contains',
  not_starts_with: 'starts_with',
  not_ends_with: 'ends_with',
  not_between: 'between',
  has_none: 'has_any',
  not_has_all: 'has_all',
  not_on: 'on',
  not_within_last: 'within_last',
  not_within_next: 'within_next',
  not_in_period: 'in_period',
  not_weekday_in: 'weekday_in',
  not_hour_between: 'hour_between',
  outside_radius: 'within_radius',
  is_not_member: 'is_member',
  never_member: 'ever_member',
} as const satisfies Record<string, PositiveOperator>;

export type NegativeOperator = keyof typeof negativeOperators;
export type Operator = PositiveOperator | NegativeOperator;

export const isPositive = (name: string): name is PositiveOperator => Object.hasOwn(positiveOperators, name);
export const isNegative = (name: string): name is NegativeOperator => Object.hasOwn(negativeOperators, name);

/** The positive operator that carries the meaning, and whether it is negated. */
export function resolveOperator(name: Operator): { operator: PositiveOperator; negated: boolean } {
  return isNegative(name)
    ? { operator: negativeOperators[name], negated: true }
    : { operator: name, negated: false };
}

/** The operators that a type offers, in the order of the table, twins beside each other. */
export function operatorsOf(type: OperandType): Operator[] {
  const offered: Operator[] = [];
  for (const [name, definition] of Object.entries(positiveOperators) as [PositiveOperator, Definition][]) {
    if (!definition.on.includes(type)) continue;
    offered.push(name);
    for (const [negative, twin] of Object.entries(negativeOperators) as [
      NegativeOperator,
      PositiveOperator,
    ][]) {
      if (twin === name) offered.push(negative);
    }
  }
  return offered;
}

/** Other names that operators are read under; rules are written back with ours. */
export const operatorAliases: Readonly<Record<string, Operator>> = { in: 'in_list', not_in: 'not_in_list' };

/** On dates the comparisons of numbers are read as well. `equals` on a date is `on`. */
export const dateOperatorAliases: Readonly<Record<string, Operator>> = {
  greater_than: 'after',
  greater_than_or_equal: 'on_or_after',
  less_than: 'before',
  less_than_or_equal: 'on_or_before',
};
