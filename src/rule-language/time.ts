/** The clock and the calendar: local days of a zone as instants, and every calendar test as a half-open span. */

import { Temporal } from 'temporal-polyfill';
import type { Duration, Period, Test } from './checked.js';
import { type Weekday, weekdays } from './rule.js';

/** When and where a rule is evaluated. */
export interface Clock {
  readonly asOf: Temporal.Instant;
  /** IANA name. */
  readonly zone: string;
  readonly weekStart: Weekday;
  /** Where 29 February falls in other years. */
  readonly leapDay: 'february_28' | 'march_1';
}

/** The local date of `as_of`. */
export const today = (clock: Clock): Temporal.PlainDate =>
  clock.asOf.toZonedDateTimeISO(clock.zone).toPlainDate();

/** Day `date` starts at the earliest instant whose local date is not before it. */
export const startOfDay = (date: Temporal.PlainDate, zone: string): Temporal.Instant =>
  date.toZonedDateTime(zone).toInstant();

/** From inclusive, until exclusive; an open side is absent. In local dates, or in instants. */
export type Span =
  | { readonly in: 'days'; readonly from?: Temporal.PlainDate; readonly until?: Temporal.PlainDate }
  | { readonly in: 'instants'; readonly from?: Temporal.Instant; readonly until?: Temporal.Instant };

const rolling: ReadonlySet<string> = new Set(['seconds', 'minutes', 'hours']);
export const rolls = (duration: Duration): boolean => rolling.has(duration.unit);

/** Farther than any date PostgreSQL can store, nearer than the end of the calendar. */
const farthestYears = 250_000;
const perYear = { days: 365, weeks: 52, months: 12, quarters: 4, years: 1 } as const;

/** `date` moved on the calendar; months, quarters and years clamp to the month's end. */
export function shiftDate(
  date: Temporal.PlainDate,
  sign: 1 | -1,
  { unit, count }: Duration,
): Temporal.PlainDate {
  const calendarUnit = unit as keyof typeof perYear;
  const amount = sign * Math.min(count, farthestYears * perYear[calendarUnit]);
  return unit === 'quarters' ? date.add({ months: amount * 3 }) : date.add({ [unit]: amount });
}

const microsecondsPer = { seconds: 1_000_000n, minutes: 60_000_000n, hours: 3_600_000_000n } as const;
const earliest = -8_640_000_000_000_000_000_000n;

export function shiftInstant(
  instant: Temporal.Instant,
  sign: 1 | -1,
  { unit, count }: Duration,
): Temporal.Instant {
  const moved =
    instant.epochNanoseconds +
    BigInt(sign) * BigInt(count) * microsecondsPer[unit as keyof typeof microsecondsPer] * 1000n;
  const within = moved < earliest ? earliest : moved > -earliest ? -earliest : moved;
  return Temporal.Instant.fromEpochNanoseconds(within);
}

const next = (instant: Temporal.Instant): Temporal.Instant => instant.add({ microseconds: 1 });
const nextDay = (date: Temporal.PlainDate): Temporal.PlainDate => date.add({ days: 1 });

/** The tests of a date that name a stretch of time. */
export type SpanTest = Extract<
  Test,
  {
    operator: 'within_last' | 'within_next' | 'ago_at_least' | 'ahead_at_least' | 'ago_between' | 'in_period';
  }
>;

/** The stretch of time a test names, at `clock`. */
export function spanOf(test: SpanTest, clock: Clock): Span {
  if (test.operator === 'in_period') return { in: 'days', ...periodSpan(test.period, clock) };
  const duration = test.operator === 'ago_between' ? test.nearest : test.duration;
  return rolls(duration) ? rollingSpan(test, clock.asOf) : calendarSpan(test, today(clock));
}

function rollingSpan(test: Exclude<SpanTest, { operator: 'in_period' }>, asOf: Temporal.Instant): Span {
  switch (test.operator) {
    case 'within_last':
      return { in: 'instants', from: next(shiftInstant(asOf, -1, test.duration)), until: next(asOf) };
    case 'within_next':
      return { in: 'instants', from: asOf, until: shiftInstant(asOf, 1, test.duration) };
    case 'ago_at_least':
      return { in: 'instants', until: next(shiftInstant(asOf, -1, test.duration)) };
    case 'ahead_at_least':
      return { in: 'instants', from: shiftInstant(asOf, 1, test.duration) };
    case 'ago_between':
      return {
        in: 'instants',
        from: shiftInstant(asOf, -1, test.farthest),
        until: next(shiftInstant(asOf, -1, test.nearest)),
      };
  }
}

function calendarSpan(test: Exclude<SpanTest, { operator: 'in_period' }>, day: Temporal.PlainDate): Span {
  switch (test.operator) {
    case 'within_last':
      return { in: 'days', from: nextDay(shiftDate(day, -1, test.duration)), until: nextDay(day) };
    case 'within_next':
      return { in: 'days', from: day, until: shiftDate(day, 1, test.duration) };
    case 'ago_at_least':
      return { in: 'days', until: nextDay(shiftDate(day, -1, test.duration)) };
    case 'ahead_at_least':
      return { in: 'days', from: shiftDate(day, 1, test.duration) };
    case 'ago_between':
      return {
        in: 'days',
        from: shiftDate(day, -1, test.farthest),
        until: nextDay(shiftDate(day, -1, test.nearest)),
      };
  }
}

function periodSpan(period: Period, clock: Clock): { from: Temporal.PlainDate; until: Temporal.PlainDate } {
  const day = today(clock);
  const [which, length] = period.includes('_') ? (period.split('_') as [string, string]) : [period, 'day'];
  const offset = { today: 0, this: 0, yesterday: -1, last: -1, tomorrow: 1, next: 1 }[which] ?? 0;
  const { start, step } = periodStart(length, day, clock.weekStart);
  const from = start.add({ [step.unit]: step.count * offset });
  return { from, until: from.add({ [step.unit]: step.count }) };
}

function periodStart(length: string, day: Temporal.PlainDate, weekStart: Weekday) {
  const firstOfMonth = day.with({ day: 1 });
  switch (length) {
    case 'week': {
      const sinceStart = (day.dayOfWeek - 1 - weekdays.indexOf(weekStart) + 7) % 7;
      return { start: day.subtract({ days: sinceStart }), step: { unit: 'days', count: 7 } };
    }
    case 'month':
      return { start: firstOfMonth, step: { unit: 'months', count: 1 } };
    case 'quarter':
      return {
        start: firstOfMonth.with({ month: day.month - ((day.month - 1) % 3) }),
        step: { unit: 'months', count: 3 },
      };
    case 'year':
      return { start: firstOfMonth.with({ month: 1 }), step: { unit: 'years', count: 1 } };
    default:
      return { start: day, step: { unit: 'days', count: 1 } };
  }
}
