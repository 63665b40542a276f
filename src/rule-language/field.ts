/**
 * What can be asked: record types with their fields, to-one paths and collections, as the language sees them.
 * The catalogue builds these from the host's tables; parse looks names up in them, and to-sql takes its identifiers
 * from nowhere else.
 */

import type { Derivation } from './derivation.js';
import { type FieldType, fieldTypes } from './field-type.js';
import type { Group, Measure } from './rule.js';

export { type FieldType, fieldTypes };

/** A PostgreSQL table or view. */
export interface Table {
  readonly schema?: string;
  readonly name: string;
}

/** The types a record's key may have. */
export const keyTypes = ['uuid', 'integer', 'bigint', 'text'] as const;
export type KeyType = (typeof keyTypes)[number];

export interface KeyColumn {
  readonly column: string;
  readonly type: KeyType;
}

/**
 * How a column is stored, as far as reading it differs: `decimal` is numeric and the integers (exact), `float` is
 * real and double precision (read as their shortest decimal text), `instant` is timestamptz, `naive` is timestamp
 * without time zone (its field declares the zone), `printed` any other type, read as its text (an enum, a uuid).
 */
export type Storage =
  | 'text'
  | 'printed'
  | 'decimal'
  | 'float'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'naive'
  | 'text[]';

/** Where a value is stored, and how. */
export interface StoredColumn {
  readonly column: string;
  readonly storage: Storage;
  /** The IANA zone of a `naive` timestamp. */
  readonly zone?: string;
  /** The database itself guarantees that no NaN or infinity is stored (an integer, or a CHECK). */
  readonly finite?: boolean;
}

/** A row beside a record that holds one value of it: at most one for each record, tenant and `id`. */
export interface ValueRow {
  readonly table: Table;
  /** From the record to the row. */
  readonly on: readonly Join[];
  readonly tenant: TenantColumn;
  /** The column that says which value a row holds, and this one's name there. */
  readonly names: KeyColumn;
  readonly id: string;
}

export type FieldSource =
  | ({ readonly kind: 'column' } & StoredColumn)
  /** Kept in a row beside the record rather than in the record itself. */
  | ({ readonly kind: 'row'; readonly row: ValueRow } & StoredColumn)
  /** A declared key of a jsonb column; `keys` is the way down to it. */
  | { readonly kind: 'json'; readonly column: string; readonly keys: readonly string[] }
  | { readonly kind: 'point'; readonly latitude: string; readonly longitude: string }
  /** A part of a datetime field of the same record: its local date, hour (0–23) or weekday. */
  | { readonly kind: 'part'; readonly of: string; readonly part: 'date' | 'hour' | 'weekday' }
  /** A macro: exactly this measure over the record's collections. */
  | { readonly kind: 'metric'; readonly measure: Measure }
  /** A pure expression over other fields of the same record (columns or metrics), `as_of` and the zone. */
  | { readonly kind: 'derived'; readonly inputs: readonly string[]; readonly derivation: Derivation };

/** What something is called in languages other than the one of its `label`, which is English. */
export interface Labels {
  readonly de?: string;
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly labels?: Labels;
  /** Still known, no longer offered. */
  readonly archived?: boolean;
}

export interface Field {
  /** Unique within its record type; JSON keys and parts have dots: `properties.page`, `placed_at.hour`. */
  readonly name: string;
  readonly label: string;
  readonly labels?: Labels;
  readonly type: FieldType;
  readonly source: FieldSource;
  /** Text that compares bytewise, without folding: SKUs, codes. */
  readonly exact?: boolean;
  /** The known values of a select (or of tags, or suggestions for a text). */
  readonly options?: readonly Option[];
  /** A select that allows values beyond its options; without it, an unknown option is refused. */
  readonly open?: boolean;
  /** No longer there to be asked: a rule that does is refused, and told so. */
  readonly archived?: boolean;
  /** People are not compared and modelled by it unless somebody names it: what is protected, and consent. */
  readonly sensitive?: boolean;
}

/** The columns that join two tables: `from` of the record at hand, `to` of the one reached. */
export interface Join {
  readonly from: string;
  readonly to: string;
}

/** A way from a record to at most one other. */
export interface ToOne {
  readonly name: string;
  readonly label: string;
  readonly labels?: Labels;
  /** The record type reached, by name. */
  readonly target: string;
  readonly on: readonly Join[];
}

/** One step on the way from a record to a collection's records. */
export interface Step {
  readonly target: string;
  readonly on: readonly Join[];
  /** A field, or a path to one, of the step's records: those later than `as_of` or without a time are not there. */
  readonly time?: string;
  /** Records later than `as_of` are there as well (appointments); those without a time too. */
  readonly future?: boolean;
  /** Holds for every record of this step, and so for whatever is reached through it. */
  readonly filter?: Group;
}

/** The records of one kind that belong to a record: a set by key, however often a record is reached. */
export interface Collection {
  readonly name: string;
  readonly label: string;
  readonly labels?: Labels;
  /** From the record to the collection's own records, which are those of the last step. */
  readonly steps: readonly Step[];
  /** The database guarantees (by a foreign key that includes the tenant) that every record's owner exists. */
  readonly owned?: boolean;
}

/** Whose rows a table holds: of the tenant in a column, or (a constant or shared table) of everyone. */
export interface TenantColumn {
  readonly column: string;
  readonly type: KeyType;
}

export interface RecordType {
  readonly name: string;
  readonly label: string;
  readonly labels?: Labels;
  /** What many of them are called; in English that mostly follows from the label. */
  readonly plurals?: Labels & { readonly en?: string };
  readonly table: Table;
  readonly key: readonly KeyColumn[];
  readonly tenant?: TenantColumn;
  /** The column that says when a row was deleted softly: rows where it is not null are not there. */
  readonly deletedAt?: string;
  readonly fields: ReadonlyMap<string, Field>;
  readonly paths: ReadonlyMap<string, ToOne>;
  readonly collections: ReadonlyMap<string, Collection>;
}

/** What a subject's fields mean beyond this application: where mail goes, what advertisers match people by. */
export const roles = [
  'email',
  'phone',
  'firstName',
  'lastName',
  'street',
  'city',
  'state',
  'postalCode',
  'country',
  'birthday',
  'gender',
  'tags',
] as const;
export type Role = (typeof roles)[number];

/** A kind of record that rules are about. Its key is a single column. */
export interface Subject {
  readonly name: string;
  readonly record: RecordType;
  /** The field that the world outside knows a record by, and the one that shows it to people; else the key. */
  readonly externalId?: string;
  readonly display?: string;
  /** Names of fields, or paths to them. */
  readonly roles?: Readonly<Partial<Record<Role, string>>>;
  /** The stays of its members: columns subject_id, segment_id, entered_at, left_at, cause (and tenant_id). */
  readonly ledger: Table;
}

/** The column of a subject's key. */
export function keyOf({ name, record }: Subject): KeyColumn {
  const [key] = record.key;
  if (!key) throw new Error(`The subject “${name}” has no key.`);
  return key;
}

/** All of it, for one tenant. */
export interface Vocabulary {
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly records: ReadonlyMap<string, RecordType>;
}
