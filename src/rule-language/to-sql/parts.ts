/** The pieces that statements are put together from: sources, predicates, records in reach, values. */

import type { FieldType, RecordType, ValueRow } from '../field.js';
import { type Sql, sql } from './sql.js';

/** Something joined to a frame's record by key: aggregates of related records, or a set of ids. */
export interface Source {
  readonly alias: string;
  /** It has a row for every owner, also for one without records. */
  readonly everyOwner?: boolean;
  /** The join clause; asked for last, since measures may still be added. */
  join(): Sql;
  /** Whoever has records there is sure to be one of the tenant's subjects. */
  readonly ofSubjects?: boolean;
  /** The query joined, and its column of subject keys, if it can stand for the subjects themselves. */
  readonly standalone?: { query(): Sql; readonly key: string };
}

/** A boolean expression of SQL, where null means false. */
export interface Predicate {
  readonly sql: Sql;
  /** Never null. */
  readonly total: boolean;
  /** The sources without whose row it cannot be true. */
  readonly needs: ReadonlySet<Source>;
  /** Holds for the tenant's subjects only, without a look at their table. */
  readonly ofSubjects: boolean;
  /** The keys of those it holds for, as a query of its own, where that needs no look at the subjects. */
  readonly alone?: () => Sql;
}

const nothing: ReadonlySet<Source> = new Set();
export const total = (expression: Sql): Predicate => ({
  sql: expression,
  total: true,
  needs: nothing,
  ofSubjects: false,
});
export const partial = (expression: Sql, needs: ReadonlySet<Source> = nothing): Predicate => ({
  sql: expression,
  total: false,
  needs,
  ofSubjects: [...needs].some((source) => source.ofSubjects === true),
});
/** The exact complement: true wherever the predicate is false or null. */
export const complement = (predicate: Predicate): Predicate =>
  total(predicate.total ? sql`not (${predicate.sql})` : sql`(${predicate.sql}) is not true`);

/** A record within reach: its columns can be read. */
export interface Spot {
  readonly record: RecordType;
  column(name: string): Sql;
  /** The column for joining a source by, which alone does not make the record necessary. */
  joinColumn(name: string): Sql;
  /** A column of a row beside the record. */
  beside(row: ValueRow, name: string): Sql;
}

/** A column that is null only where the record is not there. */
export function keyColumnOf({ record }: Pick<Spot, 'record'>): string {
  const [key] = record.key;
  if (!key) throw new Error(`“${record.name}” has no key.`);
  return key.column;
}

/** A value: as stored, and clean. */
export interface Expression {
  readonly type: FieldType;
  /** As stored, so that an index can answer; may hold blanks, NaN and infinities. */
  readonly raw: Sql;
  /** Null exactly when missing. */
  readonly clean: Sql;
  /** `raw` never holds a blank, NaN or infinity: it is clean. */
  readonly tidy: boolean;
  /** Text that compares folded. */
  readonly folds: boolean;
  /** A count or sum, whose null means 0. */
  readonly zero?: true;
  /** The value is `raw` divided by this, which is positive, or null when missing. */
  readonly over?: Sql;
  readonly point?: { readonly latitude: Sql; readonly longitude: Sql };
  /** Null for whoever has no row there. */
  readonly source?: Source;
}
