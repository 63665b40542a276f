/** Derived fields: pure expressions over a record, `as_of` and the zone, declared once with every target. */

import type { Sql } from 'sql-template-tag';

/** The clock as SQL: bound parameters, or expressions over them. */
export interface SqlClock {
  /** timestamptz */
  readonly asOf: Sql;
  /** text, an IANA zone */
  readonly zone: Sql;
  /** date: the local date of `as_of` */
  readonly today: Sql;
}

/** The clock as plain values. */
export interface PlainClock {
  /** ISO 8601 with microseconds and `Z` */
  readonly asOf: string;
  readonly zone: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** A missing input is SQL null (`null` in `evaluate`), never a blank text, NaN or infinity; so is a missing result. */
export interface Derivation {
  /** Whether its value moves as time passes while the record stays the same: when a local day begins, and at no other instant. */
  readonly timeRelative: boolean;
  /** The value in SQL, over the inputs' expressions, of the type the field declares. */
  sql(inputs: readonly Sql[], clock: SqlClock): Sql;
  /** The same in memory: texts as strings, numbers as decimal strings, dates as `YYYY-MM-DD`, instants as ISO 8601. */
  evaluate(inputs: readonly (string | boolean | null)[], clock: PlainClock): string | boolean | null;
}
