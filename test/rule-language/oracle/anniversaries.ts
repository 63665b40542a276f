/** Anniversaries: the month and day of a date, whatever its year. */

import type { Value as ValueDocument } from '../../../src/rule-language/rule.js';
import type { Day, Duration } from './calendar.js';
import { backwards, civil, dayOf, isLeapYear, moveDay } from './calendar.js';
import type { Meaning } from './meaning.js';
import { momentOf, onDay } from './meaning.js';
import { durationOf } from './windows.js';
import type { Clock } from './world.js';

type LeapDay = Clock['leapDay'];

/** The day of that year on which a date's anniversary falls. */
function occurrence(day: Day, year: number, leapDay: LeapDay): Day {
  const { month, day: dayOfMonth } = civil(day);
  if (month !== 2 || dayOfMonth !== 29 || isLeapYear(year)) return dayOf(year, month, dayOfMonth);
  return leapDay === 'february_28' ? dayOf(year, 2, 28) : dayOf(year, 3, 1);
}

function nextOccurrence(day: Day, today: Day, leapDay: LeapDay): Day {
  const { year } = civil(today);
  const thisYear = occurrence(day, year, leapDay);
  return thisYear >= today ? thisYear : occurrence(day, year + 1, leapDay);
}

function latestOccurrence(day: Day, today: Day, leapDay: LeapDay): Day {
  const { year } = civil(today);
  const thisYear = occurrence(day, year, leapDay);
  return thisYear <= today ? thisYear : occurrence(day, year - 1, leapDay);
}

/** Clamping would make a year from 29 February end a day early; no anniversary is outside a year. */
const monthsInUnit: Partial<Record<Duration['unit'], number>> = { months: 1, quarters: 3, years: 12 };
const isYearOrMore = ({ unit, count }: Duration): boolean => (monthsInUnit[unit] ?? 0) * count >= 12;

/** The next occurrence on or after D is before D + n. */
export const anniversaryWithinNext: Meaning = onDay((setting) => {
  const { today, leapDay } = momentOf(setting);
  const duration = durationOf(setting.value);
  if (isYearOrMore(duration)) return () => true;
  const until = moveDay(today, duration);
  return (day) => nextOccurrence(day, today, leapDay) < until;
});

/** The latest occurrence on or before D is after D − n. */
export const anniversaryWithinLast: Meaning = onDay((setting) => {
  const { today, leapDay } = momentOf(setting);
  const duration = durationOf(setting.value);
  if (isYearOrMore(duration)) return () => true;
  const from = moveDay(today, backwards(duration));
  return (day) => latestOccurrence(day, today, leapDay) > from;
});

/** The date's own month, so that a 29 February is of February in every year. */
export const anniversaryInMonth: Meaning = onDay((setting) => {
  const month = monthNumber(setting.value, civil(momentOf(setting).today).month);
  return (day) => civil(day).month === month;
});

function monthNumber(value: ValueDocument | undefined, current: number): number {
  if (value === 'this_month') return current;
  if (value === 'next_month') return (current % 12) + 1;
  if (typeof value !== 'number') throw new Error(`No month: ${JSON.stringify(value)}`);
  return value;
}
