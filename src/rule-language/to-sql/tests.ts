/** One entry per operator: what it means for a value in SQL. Null where the value is missing; never true then. */

import { monthOf } from '../anniversaries.js';
import type { Literal, Operand, Reference, Scalar, Test } from '../checked.js';
import type { SpanTest } from '../time.js';
import * as dates from './dates.js';
import { type Compilation, type Frame } from './frame.js';
import { type Comparison, compareNumbers, numberInList, otherNumber, strict } from './numbers.js';
import type { Expression } from './parts.js';
import { type Predicate, partial, total } from './parts.js';
import { withinRadius } from './points.js';
import { sql, texts } from './sql.js';
import { sameText, textEquals, textInList, textLike } from './texts.js';

/** Where a test stands: references are read there, and a rank is taken over everyone. */
export interface Place {
  readonly frame: Frame;
  readonly compilation: Compilation;
  readonly operand: Operand;
}

/** The test an operator takes. */
type TestWith<Name extends Test['operator']> = Test extends infer Each
  ? Each extends { operator: infer Names }
    ? Name extends Names
      ? Each
      : never
    : never
  : never;
export type RankTest = TestWith<'in_top_percent'> | TestWith<'in_top'>;
type Tests = {
  readonly [Name in Exclude<Test['operator'], RankTest['operator']>]: (
    left: Expression,
    test: TestWith<Name>,
    place: Place,
  ) => Predicate;
};

/** The expression that a reference stands for, moved as it says. */
function referred(reference: Reference, { frame, compilation }: Place): Expression {
  const expression = compilation.expression(reference.operand, frame);
  return reference.shift ? dates.shifted(expression, reference.shift, compilation) : expression;
}

const compareNumber = (left: Expression, comparison: Comparison, value: Scalar, place: Place): Predicate =>
  compareNumbers(
    left,
    comparison,
    otherNumber(value, (reference) => referred(reference, place)),
  );

function compareDate(
  left: Expression,
  comparison: dates.DateComparison,
  value: Scalar,
  place: Place,
): Predicate {
  return value.kind === 'reference'
    ? dates.compareDates(left, comparison, referred(value, place), place.compilation)
    : dates.inSpan(left, dates.comparisonSpan(comparison, value), place.compilation);
}

function equals(left: Expression, value: Scalar, place: Place): Predicate {
  if (left.type === 'number') return compareNumber(left, 'equals', value, place);
  if (left.type === 'datetime') return compareDate(left, 'equals', value, place);
  if (value.kind === 'reference') return sameText(left, referred(value, place));
  return left.type === 'boolean'
    ? strict(left, sql`${left.raw} = ${literalOf(value) === true}::boolean`)
    : textEquals(left, String(literalOf(value)));
}

const literalOf = (value: Literal): string | boolean => value.value;

function between(left: Expression, test: TestWith<'between'>, place: Place): Predicate {
  const [low, high] =
    left.type === 'number'
      ? [
          compareNumber(left, 'greater_than_or_equal', test.from, place),
          compareNumber(left, 'less_than_or_equal', test.to, place),
        ]
      : [
          compareDate(left, 'on_or_after', test.from, place),
          compareDate(left, 'on_or_before', test.to, place),
        ];
  const both = sql`${low.sql} and ${high.sql}`;
  return low.total && high.total ? total(both) : partial(both, new Set([...low.needs, ...high.needs]));
}

const number =
  (comparison: Comparison) =>
  (left: Expression, test: { readonly value: Scalar }, place: Place): Predicate =>
    compareNumber(left, comparison, test.value, place);

const moment =
  (comparison: dates.DateComparison) =>
  (left: Expression, test: { readonly value: Scalar }, place: Place): Predicate =>
    compareDate(left, comparison, test.value, place);

const span = (left: Expression, test: SpanTest, place: Place): Predicate =>
  dates.spanTest(left, test, place.compilation);

const tests: Tests = {
  is_empty: (left) =>
    left.zero === true
      ? total(sql`false`)
      : total(sql`${left.over ? sql`${left.raw} * ${left.over}` : left.clean} is null`),
  equals: (left, test, place) => equals(left, test.value, place),
  in_list: (left, test) =>
    left.type === 'number'
      ? numberInList(left, test)
      : textInList(
          left,
          test.values.map(({ value }) => value),
        ),
  contains: (left, { text }) => textLike(left, text, 'anywhere'),
  starts_with: (left, { text }) => textLike(left, text, 'start'),
  ends_with: (left, { text }) => textLike(left, text, 'end'),
  greater_than: number('greater_than'),
  greater_than_or_equal: number('greater_than_or_equal'),
  less_than: number('less_than'),
  less_than_or_equal: number('less_than_or_equal'),
  between,
  has_any: (left, { tags }) =>
    strict(left, tags.length === 1 ? sql`${left.raw} @> ${texts(tags)}` : sql`${left.raw} && ${texts(tags)}`),
  has_all: (left, { tags }) => strict(left, sql`${left.raw} @> ${texts(tags)}`),
  on: moment('on'),
  before: moment('before'),
  after: moment('after'),
  on_or_before: moment('on_or_before'),
  on_or_after: moment('on_or_after'),
  within_last: span,
  within_next: span,
  ago_at_least: span,
  ahead_at_least: span,
  ago_between: span,
  in_period: span,
  anniversary_within_next: (left, test, { compilation }) => dates.anniversaryTest(left, test, compilation),
  anniversary_within_last: (left, test, { compilation }) => dates.anniversaryTest(left, test, compilation),
  anniversary_in_month: (left, test, place) =>
    dates.anniversaryInMonth(left, monthOf(test.month, place.compilation.clock), place.compilation),
  weekday_in: (left, test, { compilation }) => dates.weekdayIn(left, test.weekdays, compilation),
  hour_between: (left, test, { compilation }) => dates.hourBetween(left, test, compilation),
  within_radius: (left, test) => withinRadius(left, test),
};

export const isRank = (test: Test): test is RankTest =>
  test.operator === 'in_top_percent' ||
  test.operator === 'in_bottom_percent' ||
  test.operator === 'in_top' ||
  test.operator === 'in_bottom';

/** What a test means for a value at its place. */
export function testInSql(left: Expression, test: Exclude<Test, RankTest>, place: Place): Predicate {
  const apply = tests[test.operator] as (left: Expression, test: Test, place: Place) => Predicate;
  return apply(left, test, place);
}
