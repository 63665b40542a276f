/** The sample's time: local days counted from 1970, and the instants of their wall clocks in the tenant's zone. */

import { Temporal } from 'temporal-polyfill';

const dayLength = 24 * 60 * 60_000;

export class Calendar {
  /** The local day of the reference instant. */
  readonly today: number;
  readonly #offsets = new Map<number, number>();

  constructor(
    private readonly asOf: Date,
    private readonly zone: string,
  ) {
    this.today = Math.floor((asOf.getTime() + this.#offsetAt(asOf.getTime())) / dayLength);
  }

  /** 0 is Monday. */
  weekday(day: number): number {
    return (day + 3) % 7;
  }

  /** 0 is January. */
  month(day: number): number {
    return new Date(day * dayLength).getUTCMonth();
  }

  year(day: number): number {
    return new Date(day * dayLength).getUTCFullYear();
  }

  date(day: number): string {
    return new Date(day * dayLength).toISOString().slice(0, 10);
  }

  /** The clock of a day at so many minutes after midnight, as ISO 8601. */
  instant(day: number, minutes: number): string {
    return new Date(this.#millisecondsAt(day, minutes)).toISOString();
  }

  /** The same, but not after the reference instant. */
  instantByNow(day: number, minutes: number): string {
    return new Date(Math.min(this.#millisecondsAt(day, minutes), this.asOf.getTime())).toISOString();
  }

  /** Whether an instant had come by the reference instant. */
  hasCome(instant: string): boolean {
    return Date.parse(instant) <= this.asOf.getTime();
  }

  /** By the offset of the day's noon: nobody in the sample minds an hour in a night when clocks change. */
  #millisecondsAt(day: number, minutes: number): number {
    let offset = this.#offsets.get(day);
    if (offset === undefined) {
      offset = this.#offsetAt((day + 0.5) * dayLength);
      this.#offsets.set(day, offset);
    }
    return day * dayLength + Math.round(minutes * 60_000) - offset;
  }

  #offsetAt(instant: number): number {
    const zoned = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(this.zone);
    return zoned.offsetNanoseconds / 1e6;
  }
}
