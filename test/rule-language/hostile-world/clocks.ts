/** The instants and zones the hostile world is asked about, and the times around them where meanings turn. */

import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../oracle/matching.js';

/** The tenant that is asked about, and the one whose rows lie in wait. */
export const tenant = '1';
export const otherTenant = '2';

const clock = (
  asOf: string,
  zone: string,
  weekStart: Clock['weekStart'],
  leapDay: Clock['leapDay'],
): Clock => ({ asOf, zone, weekStart, leapDay, tenant });

export const clocks: readonly [Clock, ...Clock[]] = [
  // Havana sets its clocks back from 01:00 to 00:00: the day has two midnights.
  clock('2024-11-03T05:30:00.000000Z', 'America/Havana', 'sunday', 'february_28'),
  clock('2024-11-03T04:30:00.000000Z', 'America/Havana', 'monday', 'february_28'),
  // … and forward from 00:00 to 01:00: the day starts at one.
  clock('2024-03-10T05:00:00.000000Z', 'America/Havana', 'saturday', 'march_1'),
  clock('2024-10-27T00:30:00.000001Z', 'Europe/Berlin', 'monday', 'february_28'),
  clock('2024-03-31T01:00:00.000000Z', 'Europe/Berlin', 'monday', 'march_1'),
  // Apia skipped 30 December 2011.
  clock('2011-12-31T11:15:00.000000Z', 'Pacific/Apia', 'monday', 'february_28'),
  clock('2024-02-29T18:14:59.999999Z', 'Asia/Kathmandu', 'sunday', 'march_1'),
  clock('2024-02-29T18:15:00.000000Z', 'Asia/Kathmandu', 'sunday', 'february_28'),
  clock('2023-12-31T23:59:59.999999Z', 'UTC', 'monday', 'february_28'),
  clock('2023-02-28T12:00:00.000000Z', 'Europe/Berlin', 'monday', 'march_1'),
  clock('2024-06-12T09:30:15.123456Z', 'Europe/Berlin', 'monday', 'february_28'),
];

/** How far from today the interesting days are: weeks, months, quarters and years, and the days beside them. */
const dayOffsets = [
  0, 1, 2, 6, 7, 8, 13, 14, 29, 30, 31, 59, 60, 61, 89, 90, 91, 92, 180, 364, 365, 366, 367, 400,
];
const elapsedSeconds = [0, 1, 59, 60, 90, 3599, 3600, 7200, 10_800, 43_200, 86_400, 90_000, 172_800, 604_800];

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** The one form in which instants are stored. */
export function isoInstant(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO('UTC').toPlainDateTime();
  const micros = at.millisecond * 1000 + at.microsecond;
  const time = `${pad(at.hour)}:${pad(at.minute)}:${pad(at.second)}.${pad(micros, 6)}`;
  return `${pad(at.year, 4)}-${pad(at.month)}-${pad(at.day)}T${time}Z`;
}

/** An instant, and one microsecond to either side of it. */
const around = (instant: Temporal.Instant): Temporal.Instant[] => [
  instant.subtract({ microseconds: 1 }),
  instant,
  instant.add({ microseconds: 1 }),
];

const localDate = ({ asOf, zone }: Clock): Temporal.PlainDate =>
  Temporal.Instant.from(asOf).toZonedDateTimeISO(zone).toPlainDate();

/** Days at, before and after the clock's, the ends of its periods, and leap days near it. */
export function daysNear(at: Clock): readonly string[] {
  const today = localDate(at);
  const days = dayOffsets.flatMap((days) => [today.subtract({ days }), today.add({ days })]);
  const ends = [-1, 0, 1, 2].flatMap((years) => periodStarts(today.add({ years })));
  const months = [1, 2, 3, 6, 11, 12, 13].flatMap((months) => [
    today.subtract({ months }),
    today.add({ months }),
  ]);
  const both = [...days, ...months, ...ends, ...ends.map((day) => day.subtract({ days: 1 }))];
  return [...new Set(both.map((day) => day.toString()))];
}

function periodStarts(day: Temporal.PlainDate): Temporal.PlainDate[] {
  const quarters = [1, 4, 7, 10].map((month) => day.with({ month, day: 1 }));
  return [...quarters, day.with({ day: 1 }), day.with({ month: 2, day: 28 }), day.with({ month: 3, day: 1 })];
}

/** Instants where something turns: `as_of` and spans from it, starts of days, and the zone's changes of offset. */
export function instantsNear(at: Clock): readonly string[] {
  const now = Temporal.Instant.from(at.asOf);
  const rolling = elapsedSeconds.flatMap((seconds) => [now.subtract({ seconds }), now.add({ seconds })]);
  const starts = daysNear(at).map((day) => Temporal.PlainDate.from(day).toZonedDateTime(at.zone).toInstant());
  const inHours = starts
    .slice(0, 12)
    .flatMap((start) => [9, 11, 14, 22].map((hours) => start.add({ hours })));
  const turns = [...rolling, ...starts, ...inHours, ...offsetChanges(now, at.zone)].flatMap(around);
  return [...new Set(turns.map(isoInstant))];
}

function offsetChanges(now: Temporal.Instant, zone: string): Temporal.Instant[] {
  const zoned = now.toZonedDateTimeISO(zone);
  const changes = [zoned.getTimeZoneTransition('previous'), zoned.getTimeZoneTransition('next')];
  const instants = changes.flatMap((change) => (change === null ? [] : [change.toInstant()]));
  return instants.flatMap((instant) => [
    instant,
    ...[30, 60, 90].flatMap((minutes) => [instant.subtract({ minutes }), instant.add({ minutes })]),
  ]);
}
