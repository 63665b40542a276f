/** The instants at which a test of a date can turn, as time passes: a few too many rather than one too few. */

import { Temporal } from 'temporal-polyfill';
import type { Duration, MembershipTest, Period, Test } from './checked.js';
import { type Clock, rolls, shiftDate, shiftInstant, spanOf, startOfDay } from './time.js';

export type Moment = Temporal.Instant | Temporal.PlainDate;

/** Where anniversaries are looked for: the years that the search reaches. */
interface Years {
  readonly from: number;
  readonly to: number;
}

/** When a record comes to be there, or a stay to begin or to end. */
export const arrival = (moment: Moment, { zone }: Clock): Temporal.Instant =>
  moment instanceof Temporal.Instant ? moment : startOfDay(moment, zone);

/** The instants at which the test of a date may turn. */
export function turnsOf(test: Test, moment: Moment, clock: Clock, years: Years): Temporal.Instant[] {
  const day = dayOf(moment, clock);
  switch (test.operator) {
    case 'within_last':
    case 'within_next':
    case 'ago_at_least':
    case 'ahead_at_least':
      return around(moment, [test.duration], clock);
    case 'ago_between':
      return around(moment, [test.nearest, test.farthest], clock);
    case 'in_period':
      return starts(periodEnds(test.period, day, clock), clock);
    case 'anniversary_within_next':
    case 'anniversary_within_last':
      return starts(
        anniversaries(day, years).flatMap((date) => near(date, test.duration)),
        clock,
      );
    case 'anniversary_in_month':
      return starts(monthsAround(day, years), clock);
    default:
      return [];
  }
}

/** The instants at which what is asked of a stay may turn. */
export function turnsOfStay(
  test: MembershipTest,
  moment: Temporal.Instant,
  clock: Clock,
): Temporal.Instant[] {
  return 'duration' in test ? [moment, ...around(moment, [test.duration], clock)] : [moment];
}

const dayOf = (moment: Moment, { zone }: Clock): Temporal.PlainDate =>
  moment instanceof Temporal.Instant ? moment.toZonedDateTimeISO(zone).toPlainDate() : moment;

const starts = (days: readonly Temporal.PlainDate[], { zone }: Clock): Temporal.Instant[] =>
  days.map((day) => startOfDay(day, zone));

function around(moment: Moment, durations: readonly Duration[], clock: Clock): Temporal.Instant[] {
  return durations.flatMap((duration) => {
    if (!rolls(duration)) return starts(near(dayOf(moment, clock), duration), clock);
    if (!(moment instanceof Temporal.Instant)) return [];
    const moved = [moment, shiftInstant(moment, 1, duration), shiftInstant(moment, -1, duration)];
    return moved.flatMap((instant) => [instant, instant.add({ microseconds: 1 })]);
  });
}

/** The day itself, and those a duration before and after it. A month's end moves by up to three days. */
function near(day: Temporal.PlainDate, duration: Duration): Temporal.PlainDate[] {
  const exact = duration.unit === 'days' || duration.unit === 'weeks';
  const reach = exact ? [0, 1] : [-1, 0, 1, 2, 3, 4, 5];
  const bases = [day, shiftDate(day, 1, duration), shiftDate(day, -1, duration)];
  return bases.flatMap((base) => reach.map((days) => base.add({ days })));
}

/** Where the periods of that length begin that hold the day, or are beside the one that does. */
function periodEnds(period: Period, day: Temporal.PlainDate, clock: Clock): Temporal.PlainDate[] {
  const asOf = startOfDay(day, clock.zone);
  const [, length] = period.split('_');
  const names = length
    ? [`last_${length}`, `this_${length}`, `next_${length}`]
    : ['yesterday', 'today', 'tomorrow'];
  return names.flatMap((name) => {
    const span = spanOf({ operator: 'in_period', period: name as Period }, { ...clock, asOf });
    return [span.from, span.until].filter((bound) => bound instanceof Temporal.PlainDate);
  });
}

const yearsOf = ({ from, to }: Years): number[] =>
  Array.from({ length: to - from + 3 }, (_none, index) => from - 1 + index);

/** 29 February is both days that it may fall on in other years. */
const anniversaries = (day: Temporal.PlainDate, years: Years): Temporal.PlainDate[] =>
  yearsOf(years).flatMap((year) => {
    const date = day.with({ year });
    return day.month === 2 && day.day === 29 ? [date, date.add({ days: 1 })] : [date];
  });

const monthsAround = (day: Temporal.PlainDate, years: Years): Temporal.PlainDate[] =>
  yearsOf(years).flatMap((year) => [-1, 0, 1].map((months) => day.with({ year, day: 1 }).add({ months })));
