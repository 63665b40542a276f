/** Anniversaries: the month-and-day windows around today, with 29 February placed in years that lack it. */

import { Temporal } from 'temporal-polyfill';
import type { Test } from './checked.js';
import { type Clock, shiftDate, today } from './time.js';

/** Days of the year as month × 100 + day, both ends in; 29 February is told apart. */
export interface AnniversaryWindow {
  readonly ranges: readonly (readonly [number, number])[];
  readonly leapDay: boolean;
}

type AnniversaryTest = Extract<Test, { operator: 'anniversary_within_next' | 'anniversary_within_last' }>;

/** The days whose anniversary falls into the test's window; `always` for windows of a year or more. */
export function anniversaryWindow(test: AnniversaryTest, clock: Clock): AnniversaryWindow | 'always' {
  const day = today(clock);
  const forward = test.operator === 'anniversary_within_next';
  const moved = shiftDate(day, forward ? 1 : -1, test.duration);
  const first = forward ? day : moved.add({ days: 1 });
  const last = forward ? moved.subtract({ days: 1 }) : day;
  const after = last.add({ days: 1 });
  const wholeYear = forward ? day.add({ years: 1 }) : day.subtract({ years: 1 });
  if (Temporal.PlainDate.compare(moved, wholeYear) * (forward ? 1 : -1) >= 0) return 'always';
  return { ranges: rangesOf(first, last), leapDay: leapDayFalls(first, after, clock.leapDay) };
}

type YearlyTest = AnniversaryTest | Extract<Test, { operator: 'anniversary_in_month' }>;

/** The days of the year that a test of anniversaries holds of. */
export const daysOfYear = (test: YearlyTest, clock: Clock): AnniversaryWindow | 'always' => {
  if (test.operator !== 'anniversary_in_month') return anniversaryWindow(test, clock);
  const month = monthOf(test.month, clock);
  return { ranges: [[month * 100 + 1, month * 100 + 31]], leapDay: month === 2 };
};

export const monthOf = (month: number | 'this_month' | 'next_month', clock: Clock): number => {
  if (typeof month === 'number') return month;
  const day = today(clock);
  return month === 'this_month' ? day.month : (day.month % 12) + 1;
};

/** Every day that a year may have, as month × 100 + day. */
export const ordinalsOfYear: readonly number[] = Array.from({ length: 366 }, (_none, index) =>
  ordinal(Temporal.PlainDate.from('2000-01-01').add({ days: index })),
);

export const fallsOn = (window: AnniversaryWindow | 'always', day: number): boolean =>
  window === 'always' ||
  (day === 229 ? window.leapDay : window.ranges.some(([from, to]) => from <= day && day <= to));

function ordinal(date: Temporal.PlainDate): number {
  return date.month * 100 + date.day;
}

const rangesOf = (first: Temporal.PlainDate, last: Temporal.PlainDate): AnniversaryWindow['ranges'] =>
  first.year === last.year
    ? [[ordinal(first), ordinal(last)]]
    : [
        [ordinal(first), 1231],
        [101, ordinal(last)],
      ];

function leapDayFalls(
  first: Temporal.PlainDate,
  after: Temporal.PlainDate,
  otherYears: Clock['leapDay'],
): boolean {
  for (let year = first.year; year <= after.year; year++) {
    const falls = leapDayIn(year, otherYears);
    if (Temporal.PlainDate.compare(first, falls) <= 0 && Temporal.PlainDate.compare(falls, after) < 0)
      return true;
  }
  return false;
}

function leapDayIn(year: number, otherYears: Clock['leapDay']): Temporal.PlainDate {
  const leap = Temporal.PlainDate.from({ year, month: 1, day: 1 }).inLeapYear;
  if (leap) return Temporal.PlainDate.from({ year, month: 2, day: 29 });
  return otherYears === 'february_28'
    ? Temporal.PlainDate.from({ year, month: 2, day: 28 })
    : Temporal.PlainDate.from({ year, month: 3, day: 1 });
}
