/** Durations: one unit and a whole number; which units and how few depends on what asks. */

import type { Duration } from '../checked.js';
import { type DurationDocument, type Unit, units } from '../rule.js';
import { rolls } from '../time.js';
import type { Place } from './place.js';
import { isDocument, keysOf, type Read, type Reading, report, reportAt } from './reading.js';

interface Bounds {
  readonly least: number;
  /** Seconds, minutes and hours are refused: whole days are compared. */
  readonly wholeDays: boolean;
}

const wholeDayUnits = units.filter((unit) => !rolls({ unit, count: 1 }));

export function readDuration(
  reading: Reading,
  value: unknown,
  place: Place,
  { least, wholeDays }: Bounds,
): Read<DurationDocument, Duration> | undefined {
  const keys = isDocument(value) ? keysOf(value) : [];
  const [key] = keys;
  if (!isDocument(value) || key === undefined || keys.length > 1)
    return report(reading, place, 'duration.not-duration');
  const unit = units.find((known) => known === key);
  if (!unit)
    return reportAt(reading, place, key, 'duration.unknown-unit', key, wholeDays ? wholeDayUnits : units);
  const count = value[unit];
  if (typeof count !== 'number' || !Number.isSafeInteger(count) || count < least)
    return reportAt(reading, place, unit, 'duration.count', least);
  const duration: Duration = { unit, count: count + 0 };
  if (wholeDays && rolls(duration)) return reportAt(reading, place, unit, 'duration.sub-day', wholeDayUnits);
  return { document: { [unit]: duration.count }, checked: duration };
}

/** In the smallest unit of each family whose members are exact multiples of one another. */
const sizes: Readonly<Record<Unit, { readonly family: string; readonly size: number }>> = {
  seconds: { family: 'rolling', size: 1 },
  minutes: { family: 'rolling', size: 60 },
  hours: { family: 'rolling', size: 3_600 },
  days: { family: 'days', size: 1 },
  weeks: { family: 'days', size: 7 },
  months: { family: 'months', size: 1 },
  quarters: { family: 'months', size: 3 },
  years: { family: 'months', size: 12 },
};

/** Whether `a` is longer than `b`, whenever it starts. Days and months cannot be told apart like this. */
export function isLonger(a: Duration, b: Duration): boolean {
  const [first, second] = [sizes[a.unit], sizes[b.unit]];
  return first.family === second.family && a.count * first.size > b.count * second.size;
}
