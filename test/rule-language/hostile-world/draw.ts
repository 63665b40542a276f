/** Drawing stored values: mostly from the pools, often missing, sometimes ordinary. */

import type { Json, Stored } from '../oracle/matching.js';
import type { Random } from '../random.js';
import { clocks, daysNear, instantsNear } from './clocks.js';
import * as pools from './pools.js';

const hours = 3_600_000_000n;
const momentsNear = clocks.map((clock) => ({
  days: daysNear(clock),
  instants: instantsNear(clock),
  now: BigInt(Date.parse(clock.asOf)) * 1000n,
}));

/** Draws for one world: every maker answers one stored value. */
export class Draw {
  constructor(readonly random: Random) {}

  /** Null in so many of a hundred cases. */
  maybe<T>(percent: number, make: () => T): T | null {
    return this.random.chance(percent / 100) ? null : make();
  }

  from<T>(pool: readonly T[], nulls = 10): T | null {
    return this.maybe(nulls, () => this.random.pick(pool));
  }

  /** A known option, now and then something that no option is. */
  option(known: readonly string[]): string | null {
    return this.from(this.random.chance(0.1) ? pools.strays : known);
  }

  /** Money, of few different amounts, so that ties and equal ends occur. */
  amount(): string | null {
    const { random } = this;
    return random.weighted<string | null>([
      [5, () => random.pick(pools.amounts)],
      [3, () => `${random.integer(0, 300)}.${String(random.integer(0, 99)).padStart(2, '0')}`],
      [1, () => random.pick(pools.decimals)],
      [0.5, () => null],
    ]);
  }

  real(): string | null {
    return this.from([...pools.singles, ...pools.singlesBeyond]);
  }

  date(): string | null {
    const { random } = this;
    return random.weighted<string | null>([
      [6, () => random.pick(random.pick(momentsNear).days)],
      [2, () => this.#ordinary().slice(0, 10)],
      [1, () => random.pick(pools.farDates)],
      [1, () => null],
    ]);
  }

  birthday(): string | null {
    const { random } = this;
    const inAnotherYear = (day: string) => `${random.integer(1940, 2010)}${day.slice(4)}`;
    return random.weighted<string | null>([
      [4, () => random.pick(pools.birthdays)],
      [
        4,
        () =>
          inAnotherYear(random.pick(random.pick(momentsNear).days.filter((day) => !day.endsWith('02-29')))),
      ],
      [1, () => this.date()],
      [1, () => null],
    ]);
  }

  instant(): string | null {
    const { random } = this;
    return random.weighted<string | null>([
      [7, () => random.pick(random.pick(momentsNear).instants)],
      [4, () => this.#ordinary()],
      [0.4, () => random.pick(pools.farInstants)],
      [0.4, () => null],
    ]);
  }

  /** Some time in the two years before one of the clocks, rarely after it. */
  #ordinary(): string {
    const { now } = this.random.pick(momentsNear);
    const away =
      BigInt(this.random.integer(-17_520, 1000)) * hours + BigInt(this.random.integer(0, 3_599_999_999));
    const microseconds = now + away;
    const milliseconds = Number(microseconds / 1000n);
    return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(microseconds % 1000n).padStart(3, '0')}Z`;
  }

  wallTime(): string | null {
    const { random } = this;
    return random.weighted<string | null>([
      [5, () => random.pick(pools.wallTimes)],
      [4, () => random.pick(random.pick(momentsNear).instants).slice(0, -1)],
      [3, () => this.#ordinary().slice(0, -1)],
      [1, () => null],
    ]);
  }

  tags(): string[] | null {
    return this.maybe(15, () => (this.random.chance(0.15) ? [] : this.random.some(pools.tags)));
  }

  /** A latitude and a longitude, sometimes only one of them; near a place, or exactly there. */
  coordinates(): readonly [number | null, number | null] {
    const { random } = this;
    const [latitude, longitude] = random.pick(pools.places);
    if (random.chance(0.1))
      return random.pick([
        [null, null],
        [latitude, null],
        [null, longitude],
      ] as const);
    if (random.chance(0.4)) return [latitude, longitude];
    const nearby = (degrees: number) => Math.round((degrees + (random.next() - 0.5) * 0.8) * 1e6) / 1e6;
    return [nearby(latitude), nearby(longitude)];
  }

  /** An object of declared keys, each there or not; or something that is no object at all. */
  document(keys: Readonly<Record<string, readonly Json[]>>): Stored {
    if (this.random.chance(0.06)) return this.random.pick<Json>([null, [], 'text', 5, true, ['a']]);
    const present = Object.entries(keys).filter(() => this.random.chance(0.75));
    return Object.fromEntries(present.map(([key, pool]) => [key, this.random.pick(pool)]));
  }

  /** A version 4 look; only that it is a uuid matters. */
  uuid(): string {
    const hex = (length: number) =>
      Array.from({ length }, () => this.random.integer(0, 15).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
  }
}

/** The instants of all clocks at which something turns, for whoever needs them in order. */
export const turningInstants: readonly string[] = [
  ...new Set(momentsNear.flatMap(({ instants }) => instants)),
].sort();
