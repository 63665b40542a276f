/** German: lengths of time, in the case that stands behind them, and how far back or ahead something is. */

import type { Duration } from '../checked.js';
import type { Unit } from '../rule.js';
import { rolls } from '../time.js';

/** Nominative and accusative; the plural of the dative ends in n. */
const units: Readonly<Record<Unit, readonly [one: string, many: string, manyInDative: string]>> = {
  seconds: ['Sekunde', 'Sekunden', 'Sekunden'],
  minutes: ['Minute', 'Minuten', 'Minuten'],
  hours: ['Stunde', 'Stunden', 'Stunden'],
  days: ['Tag', 'Tage', 'Tagen'],
  weeks: ['Woche', 'Wochen', 'Wochen'],
  months: ['Monat', 'Monate', 'Monaten'],
  quarters: ['Quartal', 'Quartale', 'Quartalen'],
  years: ['Jahr', 'Jahre', 'Jahren'],
};

const integers = new Intl.NumberFormat('de-DE');

/** `30 Tage`. */
export const duration = ({ count, unit }: Duration): string =>
  `${integers.format(count)} ${units[unit][count === 1 ? 0 : 1]}`;

/** `30 Tagen`, as after `seit`, `in` and `vor`. */
export const durationAfterPreposition = ({ count, unit }: Duration): string =>
  `${integers.format(count)} ${units[unit][count === 1 ? 0 : 2]}`;

export const isToday = ({ count, unit }: Duration): boolean => count === 1 && unit === 'days';

/** No time from now. */
export const present = (length: Duration): string => (rolls(length) ? 'jetzt' : 'heute');

/** `weniger als 48 Stunden her`, `in den letzten 30 Tagen einschließlich heute`. */
export const lately = (length: Duration): string =>
  rolls(length) ? `weniger als ${duration(length)} her` : calendarDays(length);

/** The same of something that was done. */
export const joinedLately = (length: Duration): string =>
  rolls(length) ? `vor weniger als ${durationAfterPreposition(length)}` : calendarDays(length);

function calendarDays(length: Duration): string {
  if (isToday(length)) return 'heute';
  const text = durationAfterPreposition(length);
  // “Im letzten 1 Monat” would need the unit's gender, and “im letzten Monat” is another stretch.
  return length.count === 1
    ? `innerhalb von ${text} bis einschließlich heute`
    : `in den letzten ${text} einschließlich heute`;
}

/** `in weniger als 48 Stunden`, `in den nächsten 30 Tagen einschließlich heute`. */
export function soon(length: Duration): string {
  if (isToday(length)) return 'heute';
  const text = durationAfterPreposition(length);
  if (rolls(length)) return `in weniger als ${text}`;
  return length.count === 1
    ? `innerhalb von ${text} ab einschließlich heute`
    : `in den nächsten ${text} einschließlich heute`;
}

/** `mindestens 48 Stunden her`; calendar days count from the day: `mindestens 30 Tage vor heute`. */
export const goneBy = (bound: string, length: Duration): string =>
  `${bound} ${duration(length)} ${rolls(length) ? 'her' : 'vor heute'}`;
