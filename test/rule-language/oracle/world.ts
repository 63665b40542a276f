/** What the oracle is asked about: the rows of the tables as plain values, and the clock they are read by. */

/** A jsonb value, parsed. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A column's value: decimals, dates, timestamps and keys as text (`NaN`, `infinity` included), doubles as numbers
 * (a `real` as its shortest decimal text), `text[]` as a list of strings, jsonb as parsed JSON.
 */
export type Stored = Json;

export type Row = Readonly<Record<string, Stored>>;

/** The rows of every table, by `schema.name` (or `name`). Never changed once asked about: indexes are kept for it. */
export interface World {
  readonly tables: ReadonlyMap<string, readonly Row[]>;
  /** Which segment a template stands for in this tenant. */
  readonly templates?: ReadonlyMap<string, string>;
}

export const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export type Weekday = (typeof weekdays)[number];

export interface Clock {
  /** ISO 8601 in UTC with microseconds: `2024-11-03T05:30:00.000000Z`. */
  readonly asOf: string;
  /** The tenant's IANA zone. */
  readonly zone: string;
  readonly weekStart: Weekday;
  /** Where 29 February falls in other years. */
  readonly leapDay: 'february_28' | 'march_1';
  readonly tenant: string;
}
