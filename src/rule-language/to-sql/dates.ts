/** Comparison of dates and datetimes in SQL: stretches of time as ranges of the stored value. */

import { Temporal } from 'temporal-polyfill';
import { anniversaryWindow } from '../anniversaries.js';
import type { Duration, Literal, Test } from '../checked.js';
import { weekdays } from '../rule.js';
import { rolls, type SpanTest, spanOf, startOfDay } from '../time.js';
import { localTime, tidyExpression } from './expression.js';
import { type Compilation } from './frame.js';
import { strict } from './numbers.js';
import { type Expression, type Predicate, partial } from './parts.js';
import { and, date, instant, or, raw, type Sql, sql, text } from './sql.js';

/** A stretch of time: from inclusive, until exclusive, at least one of them. */
export interface Stretch {
  readonly from?: Temporal.PlainDate | Temporal.Instant;
  readonly until?: Temporal.PlainDate | Temporal.Instant;
}

/** The value lies in the span. */
export function inSpan(left: Expression, span: Stretch, compilation: Compilation): Predicate {
  const { from, until } = bounds(left, span, compilation);
  const parts: Sql[] = [];
  if (from) parts.push(sql`${left.raw} >= ${from}`);
  else if (!left.tidy) parts.push(sql`${left.raw} > '-infinity'`);
  if (until) parts.push(sql`${left.raw} < ${until}`);
  else if (!left.tidy) parts.push(sql`${left.raw} < 'infinity'`);
  return strict(left, and(parts));
}

function bounds(left: Expression, span: Stretch, { clock }: Compilation): { from?: Sql; until?: Sql } {
  const print = (bound: Temporal.PlainDate | Temporal.Instant): Sql => {
    if (bound instanceof Temporal.Instant) return instant(bound);
    return left.type === 'date' ? date(bound) : instant(startOfDay(bound, clock.zone));
  };
  return {
    ...(span.from && { from: print(span.from) }),
    ...(span.until && { until: print(span.until) }),
  };
}

export const spanTest = (left: Expression, test: SpanTest, compilation: Compilation): Predicate =>
  inSpan(left, spanOf(test, compilation.clock), compilation);

export type DateComparison = 'equals' | 'on' | 'before' | 'after' | 'on_or_before' | 'on_or_after';

/** The span that a comparison with a literal allows. */
export function comparisonSpan(comparison: DateComparison, { kind, value }: Literal): Stretch {
  if (kind === 'date') {
    const day = Temporal.PlainDate.from(value);
    return side(comparison, day, day.add({ days: 1 }));
  }
  const moment = Temporal.Instant.from(String(value));
  return side(comparison, moment, moment.add({ microseconds: 1 }));
}

function side<Bound>(comparison: DateComparison, start: Bound, end: Bound): { from?: Bound; until?: Bound } {
  switch (comparison) {
    case 'equals':
    case 'on':
      return { from: start, until: end };
    case 'before':
      return { until: start };
    case 'after':
      return { from: end };
    case 'on_or_before':
      return { until: end };
    case 'on_or_after':
      return { from: start };
  }
}

const symbols: Record<DateComparison, Sql> = {
  equals: raw('='),
  on: raw('='),
  before: raw('<'),
  after: raw('>'),
  on_or_before: raw('<='),
  on_or_after: raw('>='),
};

/** Compared with another value: by local date where either is a date, else by instant. */
export function compareDates(
  left: Expression,
  comparison: DateComparison,
  right: Expression,
  compilation: Compilation,
): Predicate {
  const byDate = left.type === 'date' || right.type === 'date';
  const mine = byDate ? localDate(left, compilation) : left.clean;
  const theirs = byDate ? localDate(right, compilation) : right.clean;
  return partial(sql`${mine} ${symbols[comparison]} ${theirs}`);
}

/** The local date, which for an infinite value is infinite: without day, month and weekday, all of them null. */
const calendarDate = (value: Expression, compilation: Compilation): Sql =>
  value.type === 'date' ? value.raw : sql`${localTime(value.raw, compilation)}::date`;

export const localDate = (value: Expression, compilation: Compilation): Sql =>
  value.type === 'date' ? value.clean : sql`${localTime(value.clean, compilation)}::date`;

const intervalUnits = {
  seconds: 'seconds',
  minutes: 'minutes',
  hours: 'hours',
  days: 'days',
  weeks: 'weeks',
  months: 'months',
  quarters: 'months',
  years: 'years',
} as const;

/** Moved on the local calendar by days or longer, by elapsed time by hours or shorter. */
export function shifted(
  value: Expression,
  { sign, duration }: { sign: 1 | -1; duration: Duration },
  compilation: Compilation,
): Expression {
  const interval = intervalOf(sign, duration);
  const start = sql`(case when ${value.clean} between ${movable.from} and ${movable.to} then ${value.clean} end)`;
  const moved =
    value.type === 'date'
      ? sql`(${start} + ${interval})::date`
      : rolls(duration)
        ? sql`(${start} + ${interval})`
        : sql`((${localTime(start, compilation)} + ${interval}) at time zone ${text(compilation.clock.zone)})`;
  return tidyExpression(value.type, moved);
}

/** A reference moves by a thousand years at most (parse sees to it), so from here it stays within PostgreSQL's range. */
const movable = { from: raw(`'3000-01-01 BC'`), to: raw(`'200000-01-01'`) };

function intervalOf(sign: 1 | -1, { unit, count }: Duration): Sql {
  const amount = sign * count * (unit === 'quarters' ? 3 : 1);
  return sql`${`${amount} ${intervalUnits[unit]}`}::interval`;
}

type AnniversaryTest = Extract<Test, { operator: 'anniversary_within_next' | 'anniversary_within_last' }>;

/** Month and day lie in the window, whatever the year. */
export function anniversaryTest(
  left: Expression,
  test: AnniversaryTest,
  compilation: Compilation,
): Predicate {
  const window = anniversaryWindow(test, compilation.clock);
  if (window === 'always') return strict(left, sql`${left.clean} is not null`);
  const ordinal = dayOfYear(left, compilation);
  const ranges = or(between(ordinal, window.ranges));
  return strict(left, sql`case when ${ordinal} = 229 then ${window.leapDay}::boolean else ${ranges} end`);
}

/** Month and day as month × 100 + day. */
function dayOfYear(value: Expression, compilation: Compilation): Sql {
  const day = calendarDate(value, compilation);
  return sql`(extract(month from ${day}) * 100 + extract(day from ${day}))`;
}

const between = (ordinal: Sql, ranges: readonly (readonly [number, number])[]): Sql[] =>
  ranges.map(([from, to]) => sql`${ordinal} between ${from}::integer and ${to}::integer`);

/** Month and day, as month × 100 + day, lie in one of the ranges, 29 February as any other day. */
export const onDaysOfYear = (
  left: Expression,
  ranges: readonly (readonly [number, number])[],
  compilation: Compilation,
): Predicate => strict(left, or(between(dayOfYear(left, compilation), ranges)));

export function anniversaryInMonth(left: Expression, month: number, compilation: Compilation): Predicate {
  return strict(left, sql`extract(month from ${calendarDate(left, compilation)}) = ${month}::integer`);
}

export function weekdayIn(left: Expression, days: readonly string[], compilation: Compilation): Predicate {
  const numbers = days.map((day) => (weekdays as readonly string[]).indexOf(day) + 1);
  return strict(
    left,
    sql`extract(isodow from ${calendarDate(left, compilation)}) = any(${numbers}::integer[])`,
  );
}

/** Local wall clock from `from` to before `until`, in minutes, over midnight where `from` is the later. */
export function hourBetween(
  left: Expression,
  { from, until }: { from: number; until: number },
  compilation: Compilation,
): Predicate {
  const time = sql`${localTime(left.raw, compilation)}::time`;
  const start = sql`${time} >= ${clockTime(from)}::time`;
  const end = sql`${time} < ${clockTime(until)}::time`;
  return strict(left, from < until ? sql`${start} and ${end}` : sql`(${start} or ${end})`);
}

const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
