/** Conditions on a measure that ask no more than whether some record exists, as EXISTS: planners do those best. */

import { Temporal } from 'temporal-polyfill';
import type { Condition, Literal, MeasureOperand, Test } from '../checked.js';
import { type Clock, type Span, spanOf, startOfDay } from '../time.js';
import { ownedBySubjects } from './aggregates.js';
import { comparisonSpan, type DateComparison, inSpan, type Stretch } from './dates.js';
import { type Frame } from './frame.js';
import { contributing, tieOf } from './measures.js';
import { type Comparison, compareNumbers } from './numbers.js';
import type { Expression } from './parts.js';
import { complement, type Predicate, total } from './parts.js';
import { every } from './predicates.js';
import { rowsOf } from './rows.js';
import { and, join, type Sql, sql } from './sql.js';

/** Some record contributes whose `of` passes; or none does. */
interface Existence {
  readonly exists: boolean;
  readonly row?: (of: Expression, frame: Frame) => Predicate;
}

const some: readonly Existence[] = [{ exists: true }];
const none: readonly Existence[] = [{ exists: false }];

/** The condition as existence of records, if it is no more than that. */
export function existence(condition: Condition, frame: Frame): Predicate | undefined {
  const { operand, test } = condition;
  if (operand.kind !== 'measure') return undefined;
  const asked = asExistence(operand, test, frame.compilation.clock);
  if (!asked) return undefined;
  const parts = asked.map((one) => {
    const found = exists(operand, one, frame);
    return one.exists ? found : complement(found);
  });
  const [first] = parts;
  return parts.length === 1 && first ? first : every(parts);
}

function exists(operand: MeasureOperand, { row }: Existence, frame: Frame): Predicate {
  const seen = tieOf(operand, frame, true);
  const query = (tied: typeof seen): { rows: ReturnType<typeof rowsOf>; conditions: Sql[] } => {
    const rows = rowsOf(operand.collection, tied, frame.compilation);
    const conditions = [...rows.conditions, ...contributing(operand, rows)];
    if (row && operand.of) {
      const of = frame.compilation.expression(operand.of, rows.frame);
      conditions.push(row(of, rows.frame).sql);
    }
    return { rows, conditions };
  };
  const { rows, conditions } = query(seen);
  const found: Predicate = {
    ...total(sql`exists (select from ${rows.from()} where ${and(conditions)})`),
    ofSubjects: ownedBySubjects(operand, seen, frame.compilation.subject),
  };
  if (!found.ofSubjects) return found;
  return {
    ...found,
    alone: () => {
      const own = query(tieOf(operand, frame));
      const id = join(own.rows.keys);
      return sql`select distinct ${id} as id from ${own.rows.from()} where ${and([sql`${id} is not null`, ...own.conditions])}`;
    },
  };
}

/** All of these existences together are the test; undefined if it asks for more. */
function asExistence(operand: MeasureOperand, test: Test, clock: Clock): readonly Existence[] | undefined {
  switch (operand.measure) {
    case 'count':
      return ofCount(test);
    case 'maximum':
      return test.operator === 'is_empty' ? none : ofMaximum(operand, test, clock);
    case 'minimum':
      return test.operator === 'is_empty' ? none : ofMinimum(test, clock);
    default:
      return undefined;
  }
}

/** At least one, or none. */
function ofCount(test: Test): readonly Existence[] | undefined {
  if (!('value' in test) || test.value.kind !== 'number') return undefined;
  const { value } = test.value;
  switch (test.operator) {
    case 'equals':
      return value === '0' ? none : undefined;
    case 'greater_than':
      return belowOne(value) ? some : undefined;
    case 'greater_than_or_equal':
      return aboveZeroToOne(value) ? some : undefined;
    case 'less_than':
      return aboveZeroToOne(value) ? none : undefined;
    case 'less_than_or_equal':
      return belowOne(value) ? none : undefined;
    default:
      return undefined;
  }
}

/** Of decimals in their shortest form, so that none is rounded: from 0 to below 1, and from above 0 to 1. */
const belowOne = (decimal: string): boolean => /^0(\.|$)/.test(decimal);
const aboveZeroToOne = (decimal: string): boolean => decimal === '1' || decimal.startsWith('0.');

const upward: ReadonlySet<string> = new Set([
  'greater_than',
  'greater_than_or_equal',
  'after',
  'on_or_after',
]);
const downward: ReadonlySet<string> = new Set(['less_than', 'less_than_or_equal', 'before', 'on_or_before']);

/** The largest reaches a bound as soon as one does; where nothing later than `as_of` is there, so does a window up to now. */
function ofMaximum(operand: MeasureOperand, test: Test, clock: Clock): readonly Existence[] | undefined {
  if (upward.has(test.operator)) return ofLiteral(test);
  const span = spanIn(test, clock);
  if (!span?.from) return undefined;
  const open = span.until === undefined || (isTime(operand) && isAfterNow(span.until, clock));
  return open ? [{ exists: true, row: within(span) }] : undefined;
}

/** The smallest lies in a window when one lies there and none before it. */
function ofMinimum(test: Test, clock: Clock): readonly Existence[] | undefined {
  if (downward.has(test.operator)) return ofLiteral(test);
  const span = spanIn(test, clock);
  if (!span) return undefined;
  const there: Existence = { exists: true, row: within(span) };
  return span.from ? [there, { exists: false, row: within({ until: span.from }) }] : [there];
}

function ofLiteral(test: Test): readonly Existence[] | undefined {
  if (!('value' in test) || test.value.kind === 'reference') return undefined;
  const { operator, value } = test;
  return [{ exists: true, row: (of, frame) => comparedWith(of, operator, value, frame) }];
}

function comparedWith(of: Expression, operator: string, value: Literal, frame: Frame): Predicate {
  return value.kind === 'number'
    ? compareNumbers(of, operator as Comparison, { literal: value.value })
    : inSpan(of, comparisonSpan(operator as DateComparison, value), frame.compilation);
}

const spanOperators: ReadonlySet<string> = new Set([
  'within_last',
  'within_next',
  'ago_at_least',
  'ahead_at_least',
  'ago_between',
  'in_period',
]);
const spanIn = (test: Test, clock: Clock): Span | undefined =>
  spanOperators.has(test.operator) ? spanOf(test as Parameters<typeof spanOf>[0], clock) : undefined;

const within =
  (span: Stretch) =>
  (of: Expression, frame: Frame): Predicate =>
    inSpan(of, span, frame.compilation);

/** Whether `of` is the very time that keeps later records out of the collection. */
function isTime(operand: MeasureOperand): boolean {
  const { of, collection } = operand;
  const last = collection.steps.at(-1);
  if (last?.future === true || of?.kind !== 'field') return false;
  return [...of.route.path.map(({ name }) => name), of.field.name].join('.') === last?.time;
}

function isAfterNow(bound: Temporal.PlainDate | Temporal.Instant, clock: Clock): boolean {
  const instant = bound instanceof Temporal.Instant ? bound : startOfDay(bound, clock.zone);
  return Temporal.Instant.compare(instant, clock.asOf) > 0;
}
