/** Calendar days as whole numbers: dates, moves by days and months, weeks and named periods. */

import type { DurationDocument, Unit } from '../../../src/rule-language/rule.js';
import type { Weekday } from './world.js';
import { weekdays } from './world.js';

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const dayMilliseconds = 86_400_000;

export function dayOf(year: number, month: number, day: number): Day {
  const date = new Date(0);
  // `Date.UTC` reads years below 100 as 19xx; the setter takes them as they are.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / dayMilliseconds;
}

export function civil(day: Day): CivilDate {
  const date = new Date(day * dayMilliseconds);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** A real date written exactly `YYYY-MM-DD`, of the years 0001 to 9999. */
export function parseDate(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayOf(year, month, day);
}

export function dateText(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/** One unit and how many of it. */
export interface Duration {
  readonly unit: Unit;
  readonly count: number;
}

export function readDuration(document: DurationDocument): Duration {
  const [entry, ...more] = Object.entries(document) as [Unit, number][];
  if (entry === undefined || more.length > 0) throw new Error(`Not one unit: ${JSON.stringify(document)}`);
  return { unit: entry[0], count: entry[1] };
}

/** Seconds, minutes and hours roll by elapsed time; everything longer counts calendar days. */
export const rolls = (unit: Unit): boolean => unit === 'seconds' || unit === 'minutes' || unit === 'hours';

const monthsOf: Partial<Record<Unit, number>> = { months: 1, quarters: 3, years: 12 };
const daysOf: Partial<Record<Unit, number>> = { days: 1, weeks: 7 };

export const backwards = ({ unit, count }: Duration): Duration => ({ unit, count: -count });

/** The day so far away; months, quarters and years clamp to the month's end. */
export function moveDay(day: Day, { unit, count }: Duration): Day {
  const days = daysOf[unit];
  if (days !== undefined) return day + days * count;
  const months = monthsOf[unit];
  if (months === undefined) throw new Error(`A date does not move by ${unit}`);
  return addMonths(day, months * count);
}

export function addMonths(day: Day, count: number): Day {
  const date = civil(day);
  const index = date.year * 12 + (date.month - 1) + count;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}

export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  const weekday = weekdays[(((day + 3) % 7) + 7) % 7];
  if (weekday === undefined) throw new Error(`No weekday: ${day}`);
  return weekday;
}

export function startOfWeek(day: Day, weekStart: Weekday): Day {
  const back = weekdays.indexOf(weekdayOf(day)) - weekdays.indexOf(weekStart);
  return day - ((back + 7) % 7);
}

const startsOf = {
  week: (day: Day, weekStart: Weekday) => startOfWeek(day, weekStart),
  month: (day: Day) => addMonths(day, 0) - (civil(day).day - 1),
  quarter: (day: Day) => dayOf(civil(day).year, 3 * Math.floor((civil(day).month - 1) / 3) + 1, 1),
  year: (day: Day) => dayOf(civil(day).year, 1, 1),
};
const lengthOf = {
  week: { unit: 'weeks', count: 1 },
  month: { unit: 'months', count: 1 },
  quarter: { unit: 'quarters', count: 1 },
  year: { unit: 'years', count: 1 },
} as const;
const offsets: Readonly<Record<string, number>> = {
  last: -1,
  this: 0,
  next: 1,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
};

/** The first day of a named period and the first day after it. */
export function periodOf(name: string, today: Day, weekStart: Weekday): { from: Day; until: Day } {
  const [which = '', kind] = name.split('_');
  const offset = offsets[which];
  if (offset === undefined) throw new Error(`No period: ${name}`);
  if (kind === undefined) return { from: today + offset, until: today + offset + 1 };
  if (!(kind in startsOf)) throw new Error(`No period: ${name}`);
  const span = kind as keyof typeof startsOf;
  const { unit, count } = lengthOf[span];
  const from = moveDay(startsOf[span](today, weekStart), { unit, count: offset * count });
  return { from, until: moveDay(from, { unit, count }) };
}
