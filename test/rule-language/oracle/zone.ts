/** Instants as microseconds since 1970, and the local calendar of an IANA zone over them. */

import { Temporal } from 'temporal-polyfill';
import type { Day, Duration } from './calendar.js';
import { civil, dateText, moveDay, parseDate, rolls } from './calendar.js';

/** Microseconds since 1970-01-01T00:00Z. */
export type Instant = bigint;

export const microsecondsOfDay = 86_400_000_000n;

/** What a wall clock shows. */
export interface WallTime {
  readonly day: Day;
  /** Microseconds since the wall clock's midnight. */
  readonly time: bigint;
}

const localForm = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,6}))?(Z|[+-]\d{2}:\d{2})?$/;

function parseParts(text: string): { wall: WallTime; offset: string | undefined } | undefined {
  const match = localForm.exec(text);
  if (match === null) return undefined;
  const [, date = '', hour = '', minute = '', second = '', fraction = '', offset] = match;
  const day = parseDate(date);
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return { wall: { day, time: BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, '0')) }, offset };
}

/** A datetime with an offset of at most 14 hours and some minutes. */
export function parseInstant(text: string): Instant | undefined {
  const parts = parseParts(text);
  if (parts?.offset === undefined) return undefined;
  const local = BigInt(parts.wall.day) * microsecondsOfDay + parts.wall.time;
  if (parts.offset === 'Z') return local;
  const [hours, minutes] = [Number(parts.offset.slice(1, 3)), Number(parts.offset.slice(4))];
  if (hours > 14 || minutes > 59) return undefined;
  const shift = BigInt(hours * 60 + minutes) * 60_000_000n;
  return parts.offset.startsWith('-') ? local + shift : local - shift;
}

export function parseWallTime(text: string): WallTime | undefined {
  const parts = parseParts(text);
  return parts === undefined || parts.offset !== undefined ? undefined : parts.wall;
}

const timeText = (time: bigint): string => {
  const two = (value: bigint) => value.toString().padStart(2, '0');
  const seconds = time / 1_000_000n;
  const fraction = (time % 1_000_000n).toString().padStart(6, '0');
  return `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}.${fraction}`;
};

export const wallText = ({ day, time }: WallTime): string => `${dateText(day)}T${timeText(time)}`;
export const instantText = (instant: Instant): string => `${wallText(wallAt(instant))}Z`;

/** The wall time so many microseconds after 1970-01-01T00:00. */
function wallAt(local: bigint): WallTime {
  const time = ((local % microsecondsOfDay) + microsecondsOfDay) % microsecondsOfDay;
  return { day: Number((local - time) / microsecondsOfDay), time };
}

const rollingUnits: Readonly<Record<string, bigint>> = {
  seconds: 1_000_000n,
  minutes: 60_000_000n,
  hours: 3_600_000_000n,
};

/** Elapsed time, in microseconds. */
export function elapsed({ unit, count }: Duration): bigint {
  const length = rollingUnits[unit];
  if (length === undefined) throw new Error(`${unit} do not roll`);
  return length * BigInt(count);
}

/** The local calendar of one zone. What it has worked out once, it remembers: rows repeat their instants. */
export class Zone {
  static readonly #known = new Map<string, Zone>();
  readonly #walls = new Map<Instant, WallTime>();
  readonly #starts = new Map<Day, Instant>();
  readonly #days = new Map<Instant, Day>();

  private constructor(readonly name: string) {}

  static of(name: string): Zone {
    const known = Zone.#known.get(name) ?? new Zone(name);
    Zone.#known.set(name, known);
    return known;
  }

  /** What a clock on the wall shows at an instant. */
  wall(instant: Instant): WallTime {
    const known = this.#walls.get(instant);
    if (known !== undefined) return known;
    const zoned = Temporal.Instant.fromEpochNanoseconds(instant * 1000n).toZonedDateTimeISO(this.name);
    const wall = wallAt(instant + BigInt(zoned.offsetNanoseconds) / 1000n);
    this.#walls.set(instant, wall);
    return wall;
  }

  /** The earliest instant whose local date is that day or later. */
  start(day: Day): Instant {
    const known = this.#starts.get(day);
    if (known !== undefined) return known;
    const { year, month, day: dayOfMonth } = civil(day);
    const zoned = new Temporal.PlainDate(year, month, dayOfMonth).toZonedDateTime(this.name);
    const start = zoned.epochNanoseconds / 1000n;
    this.#starts.set(day, start);
    return start;
  }

  /** The day an instant belongs to: the last that has started by then. */
  day(instant: Instant): Day {
    const known = this.#days.get(instant);
    if (known !== undefined) return known;
    let day = this.wall(instant).day;
    // A clock set back over midnight shows yesterday again, but the new day has started.
    while (this.start(day + 1) <= instant) day += 1;
    this.#days.set(instant, day);
    return day;
  }

  /** The instant of a wall time: a skipped one goes forward, a repeated one means its second pass. */
  instant({ day, time }: WallTime): Instant {
    const date = civil(day);
    const plain = new Temporal.PlainDate(date.year, date.month, date.day).toPlainDateTime();
    const zoned = plain
      .add({ nanoseconds: Number(time % 1_000_000n) * 1000, milliseconds: Number(time / 1_000_000n) * 1000 })
      .toZonedDateTime(this.name, { disambiguation: 'later' });
    return zoned.epochNanoseconds / 1000n;
  }

  /** Days and longer move on the local calendar and keep the wall clock; shorter ones elapse. */
  move(instant: Instant, duration: Duration): Instant {
    if (rolls(duration.unit)) return instant + elapsed(duration);
    const { day, time } = this.wall(instant);
    return this.instant({ day: moveDay(day, duration), time });
  }
}
