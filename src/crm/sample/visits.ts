/** When people come: how a business grows, and how weekdays and seasons shape the days on which somebody returns. */

import type { Calendar } from './calendar.js';
import type { Random } from './random.js';

/** The sample looks back three years. */
const historyLength = 3 * 365;

export const firstDay = (calendar: Calendar): number => calendar.today - historyLength;

/** The day on which a contact was first seen. The business grows: at the end twice as many come new as at first. */
export function arrivalDay(random: Random, calendar: Calendar): number {
  const share = Math.sqrt(1 + 3 * random.next()) - 1;
  return Math.min(calendar.today, firstDay(calendar) + Math.floor(share * (historyLength + 1)));
}

export interface Rhythm {
  readonly from: number;
  readonly until: number;
  readonly perMonth: number;
  /** How much each weekday draws, Monday first; 1 is usual. */
  readonly weekdays: readonly number[];
  /** How much each month draws, January first. */
  readonly months: readonly number[];
}

/** Days are proposed at random and taken by what they draw, the first one always. */
export function* visitDays(random: Random, calendar: Calendar, rhythm: Rhythm): Generator<number> {
  const { from, until, perMonth, weekdays, months } = rhythm;
  const strongest = Math.max(...weekdays) * Math.max(...months);
  const usual = mean(weekdays) * mean(months);
  const gap = (30.4 / perMonth) * (usual / strongest);
  yield from;
  for (let day = from + step(random, gap); day <= until; day += step(random, gap)) {
    const draws = (weekdays[calendar.weekday(day)] ?? 1) * (months[calendar.month(day)] ?? 1);
    if (random.chance(draws / strongest)) yield day;
  }
}

const step = (random: Random, gap: number): number => Math.max(1, Math.round(random.exponential(gap)));

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
