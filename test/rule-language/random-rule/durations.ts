/** Durations, periods and hours whose ends fall on, or right beside, the values that occur. */

import type { DurationDocument, Unit, Value as ValueDocument } from '../../../src/rule-language/rule.js';
import { rolls, weekdayOf } from '../oracle/calendar.js';
import type { Value } from '../oracle/values.js';
import { dayOfTime } from '../oracle/values.js';
import { weekdays } from '../oracle/world.js';
import type { Random } from '../random.js';
import type { Spot } from './spot.js';

export const calendarUnits: readonly Unit[] = ['days', 'weeks', 'months', 'quarters', 'years'];
export const rollingUnits: readonly Unit[] = ['seconds', 'minutes', 'hours'];

/** About how many days each is, and the most that is asked for: a century or so. */
const lengths: Readonly<Record<Unit, { readonly days: number; readonly most: number }>> = {
  seconds: { days: 1 / 86_400, most: 100_000_000 },
  minutes: { days: 1 / 1440, most: 10_000_000 },
  hours: { days: 1 / 24, most: 1_000_000 },
  days: { days: 1, most: 36_500 },
  weeks: { days: 7, most: 5200 },
  months: { days: 30.436875, most: 1200 },
  quarters: { days: 91.310625, most: 400 },
  years: { days: 365.2425, most: 100 },
};

export const duration = (unit: Unit, count: number): DurationDocument => ({ [unit]: count });

/** How long a time is from now, in days: exact as far as its end should fall on the time itself. */
function distance({ oracle }: Spot, sample: Value | undefined, unit: Unit): number | undefined {
  const { now, today, local } = oracle.universe.moment;
  if (sample?.kind === 'datetime' && rolls(unit)) {
    const microseconds = sample.instant - now;
    return Number(microseconds < 0n ? -microseconds : microseconds) / 86_400_000_000;
  }
  return sample?.kind === 'date' || sample?.kind === 'datetime'
    ? Math.abs(dayOfTime(sample, local) - today)
    : undefined;
}

/** How many of the unit: as many as reach the sample, one more or fewer, or a usual number. */
export function countOf(spot: Spot, sample: Value | undefined, unit: Unit, least: number): number {
  const { random } = spot;
  const days = distance(spot, sample, unit);
  const { days: length, most } = lengths[unit];
  const usual = () => random.pick([1, 2, 3, 7, 10, 14, 24, 30, 60, 90, 180, 364, 365, 366, 400]);
  const reaching = days === undefined || random.chance(0.25) ? usual() : days / length;
  const rounded = random.pick([Math.floor, Math.ceil, Math.round])(reaching) + random.pick([0, 0, 0, 1, -1]);
  return Math.min(most, Math.max(least, rounded));
}

export const unitFor = (random: Random, type: string): Unit =>
  random.pick(type !== 'date' && random.chance(0.35) ? rollingUnits : calendarUnits);

export function durationNear(
  spot: Spot,
  type: string,
  sample: Value | undefined,
  least: number,
): DurationDocument {
  const unit = unitFor(spot.random, type);
  return duration(unit, countOf(spot, sample, unit, least));
}

/** The nearer first, both in the same unit. */
export function durationsNear(spot: Spot, type: string, sample: Value | undefined): ValueDocument {
  const unit = unitFor(spot.random, type);
  const counts = [countOf(spot, sample, unit, 0), countOf(spot, sample, unit, 0)].sort((a, b) => a - b);
  return counts.map((count) => duration(unit, count));
}

const spans = ['week', 'month', 'quarter', 'year'];
const periods = [
  ...['today', 'yesterday', 'tomorrow'],
  ...['this', 'last', 'next'].flatMap((which) => spans.map((span) => `${which}_${span}`)),
];
export const period = ({ random }: Spot): string => random.pick(periods);

export const month = ({ random }: Spot): string | number =>
  random.chance(0.4) ? random.pick(['this_month', 'next_month']) : random.integer(1, 12);

export function someWeekdays({ random, oracle }: Spot, sample: Value | undefined): string[] {
  const isTime = sample?.kind === 'date' || sample?.kind === 'datetime';
  const day = isTime ? dayOfTime(sample, oracle.universe.moment.local) : oracle.universe.moment.today;
  return random.chance(0.5) ? [weekdayOf(day)] : random.some(weekdays);
}

const minutesOf = (hour: string | number): number => {
  const [hours = '', minutes = '0'] = String(hour).split(':');
  return Number(hours) * 60 + Number(minutes);
};

/** From and to, never the same, and never from 24: around the sample's own hour, often enough. */
export function hours({ random, oracle }: Spot, sample: Value | undefined): ValueDocument {
  const time = sample?.kind === 'datetime' ? oracle.universe.moment.local.wall(sample.instant).time : 0n;
  const own = Number(time / 60_000_000n);
  const clockTime = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  const make = (least: number, most: number): string | number => {
    const near = Math.floor(own / 60) + random.pick([0, 0, 1, -1]);
    const whole = random.chance(0.6) && near >= least && near <= most ? near : random.integer(least, most);
    return random.weighted<string | number>([
      [6, () => whole],
      [2, () => clockTime(own)],
      [1, () => clockTime(random.integer(0, 1439))],
    ]);
  };
  const [from, to] = [make(0, 23), make(0, 24)];
  return minutesOf(from) === minutesOf(to) ? [11, 14] : [from, to];
}
