/** What a condition says of the value it tests, as a set of values, as far as that can be told without any data. */

import { Temporal } from 'temporal-polyfill';
import type { Condition, Duration, Literal, Operand, Scalar, Test } from '../checked.js';
import type { Unit } from '../rule.js';
import { keyOfOperand } from './keys.js';
import {
  after,
  before,
  complement,
  exactly,
  from,
  points,
  type Stretch,
  texts,
  to,
  type Values,
} from './values.js';

/** A set is told on a scale of its own; what two scales have to do with each other is not known. */
export interface Constraint {
  readonly operand: Operand;
  readonly key: string;
  /** Whether it holds of a missing value. */
  readonly missing: boolean;
  readonly scale?: Scale;
  /** The values that it holds of; of any that are there, if absent. */
  readonly values?: Values;
}

/** Numbers, texts, days and instants as such; and days, months and seconds from now. */
export type Scale = 'number' | 'text' | 'day' | 'instant' | 'days away' | 'months away' | 'seconds away';

/** `holds`: the condition, or else its complement. */
export function constraintOf(node: Condition, holds: boolean): Constraint {
  const { operand, test } = node;
  const positive = holds !== node.negated;
  const key = keyOfOperand(operand);
  if (test.operator === 'is_empty') {
    return positive
      ? { operand, key, missing: true, scale: 'number', values: points() }
      : { operand, key, missing: false };
  }
  const told = hasOneValue(operand) ? valuesOf(test, operand) : undefined;
  const values = told && { scale: told.scale, values: positive ? told.values : complement(told.values) };
  return { operand, key, missing: !positive, ...values };
}

/** Of tags, and of values tied for the most frequent, any may be the one that satisfies. */
const hasOneValue = (operand: Operand): boolean =>
  operand.type !== 'tags' && !(operand.kind === 'measure' && operand.measure === 'most_frequent');

interface Told {
  readonly scale: Scale;
  readonly values: Values;
}

function valuesOf(test: Test, operand: Operand): Told | undefined {
  switch (test.operator) {
    case 'in_list':
      return listed(test.values, operand);
    case 'between':
      return stretch([test.from, test.to], ([low = '', high = '']) => ({ ...from(low), ...to(high) }));
    case 'within_last':
      return away([test.duration], ([length]) => ({ ...after(`-${length}`), ...to('0') }));
    case 'within_next':
      return away([test.duration], ([length = '']) => ({ ...from('0'), ...before(length) }));
    case 'ago_at_least':
      return away([test.duration], ([length]) => to(minus(length)));
    case 'ahead_at_least':
      return away([test.duration], ([length = '']) => from(length));
    case 'ago_between':
      return away([test.nearest, test.farthest], ([near, far]) => ({
        ...from(minus(far)),
        ...to(minus(near)),
      }));
    default:
      return 'value' in test ? compared(test.operator, test.value, operand) : undefined;
  }
}

const minus = (decimal = '0'): string => (decimal === '0' ? decimal : `-${decimal}`);

type Comparison = Extract<Test, { value: Scalar }>['operator'];
const comparisons: Readonly<Record<Comparison, (at: string) => Stretch>> = {
  equals: exactly,
  on: exactly,
  greater_than: after,
  after,
  greater_than_or_equal: from,
  on_or_after: from,
  less_than: before,
  before,
  less_than_or_equal: to,
  on_or_before: to,
};

function compared(operator: Comparison, value: Scalar, operand: Operand): Told | undefined {
  if (value.kind === 'reference') return undefined;
  if (value.kind === 'text' || value.kind === 'boolean') return listed([value], operand);
  return stretch([value], ([at = '']) => comparisons[operator](at));
}

/** Each is compared with each. */
const mostStretches = 100;

function listed(values: readonly Literal[], operand: Operand): Told | undefined {
  if (values.every(({ kind }) => kind === 'number')) {
    if (values.length > mostStretches) return undefined;
    return { scale: 'number', values: points(...values.map(({ value }) => exactly(String(value)))) };
  }
  const folds = operand.type === 'text' && !isExact(operand);
  return {
    scale: 'text',
    values: texts(...values.map(({ value }) => (folds ? String(value).toLowerCase() : String(value)))),
  };
}

const isExact = (operand: Operand): boolean =>
  operand.kind === 'measure' ? operand.of !== undefined && isExact(operand.of) : operand.field.exact === true;

function stretch(ends: readonly Scalar[], make: (at: readonly string[]) => Stretch): Told | undefined {
  const places = ends.map(placeOf);
  const [first] = places;
  if (!first || places.some((place) => place?.scale !== first.scale)) return undefined;
  return { scale: first.scale, values: points(make(places.map((place) => place?.at ?? ''))) };
}

function placeOf(value: Scalar): { readonly scale: Scale; readonly at: string } | undefined {
  switch (value.kind) {
    case 'number':
      return { scale: 'number', at: value.value };
    case 'date': {
      const day = Temporal.PlainDate.from(value.value);
      return { scale: 'day', at: String(Temporal.PlainDate.from('1970-01-01').until(day).days) };
    }
    case 'instant':
      return { scale: 'instant', at: String(Temporal.Instant.from(value.value).epochNanoseconds / 1000n) };
    default:
      return undefined;
  }
}

/** Months, quarters and years are all so many months, but no fixed number of days. */
const lengths: Readonly<Record<Unit, readonly [scale: Scale, count: number]>> = {
  seconds: ['seconds away', 1],
  minutes: ['seconds away', 60],
  hours: ['seconds away', 3600],
  days: ['days away', 1],
  weeks: ['days away', 7],
  months: ['months away', 1],
  quarters: ['months away', 3],
  years: ['months away', 12],
};

function away(
  durations: readonly Duration[],
  make: (lengths: readonly string[]) => Stretch,
): Told | undefined {
  const scales = new Set(durations.map(({ unit }) => lengths[unit][0]));
  const [scale] = scales;
  if (scale === undefined || scales.size > 1) return undefined;
  const counts = durations.map(({ unit, count }) => String(BigInt(count) * BigInt(lengths[unit][1])));
  return { scale, values: points(make(counts)) };
}
