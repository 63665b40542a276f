/** Time that passes for a tenant: from one reading of its clock to a later one, and the local days in between. */

import { Temporal } from 'temporal-polyfill';
import { type Clock, startOfDay, today } from './time.js';

/** After `from`, up to and including `to`; both in one zone, with one calendar. */
export interface Passage {
  readonly from: Clock;
  readonly to: Clock;
}

/** The earliest and the latest local day of it: where clocks are set back over midnight, it need not begin on one and end on the other. */
export interface DaysPassed {
  readonly first: Temporal.PlainDate;
  readonly last: Temporal.PlainDate;
  /** Midnights between the two. */
  readonly count: number;
}

export function daysOf({ from, to }: Passage): DaysPassed {
  const days = [today(from), today(to), ...daysSetBack(from, to)].sort(Temporal.PlainDate.compare);
  const [first = today(from)] = days;
  const last = days.at(-1) ?? first;
  return { first, last, count: first.until(last, { largestUnit: 'days' }).days };
}

/** When that day begins. */
export const clockOn = (day: Temporal.PlainDate, clock: Clock): Clock => ({
  ...clock,
  asOf: startOfDay(day, clock.zone),
});

/** The days that clocks are set back to, and from. */
function daysSetBack(from: Clock, to: Clock): Temporal.PlainDate[] {
  const found: Temporal.PlainDate[] = [];
  let change = from.asOf.toZonedDateTimeISO(from.zone).getTimeZoneTransition('next');
  while (change && Temporal.Instant.compare(change.toInstant(), to.asOf) <= 0) {
    const day = change.toPlainDate();
    const before = change.subtract({ nanoseconds: 1 }).toPlainDate();
    if (Temporal.PlainDate.compare(day, before) < 0) found.push(day, before);
    change = change.getTimeZoneTransition('next');
  }
  return found;
}
