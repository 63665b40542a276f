/** How a host declares what can be asked: its entities or plain tables, and what it adds to or hides of them. */

import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Derivation } from '../rule-language/derivation.js';
import type { FieldType, Join, KeyType, Role } from '../rule-language/field.js';
import type { Group, Measure } from '../rule-language/rule.js';

/**
 * What something is called: in English, or in each language (English then follows from its name, if not given).
 * Labels are not inflected: German ones are nouns, of fields and paths in the singular, of collections in the plural.
 */
export type Label = string | { readonly en?: string; readonly de: string };

export interface OptionDeclaration {
  readonly value: string;
  readonly label: Label;
  /** Still known, no longer offered. */
  readonly archived?: boolean;
}

export interface CatalogueDeclaration {
  /** The kinds of record that rules are about, by name: `contact`, `company`. Each has a key of one column. */
  readonly subjects: Readonly<Record<string, RecordDeclaration>>;
  /** Every other kind of record that paths and collections lead to, by name: `order`, `product`. */
  readonly records?: Readonly<Record<string, RecordDeclaration>>;
}

/**
 * One kind of record, from a TypeORM entity or from a plain description of a table or view. Of an entity, columns
 * become fields, to-one relations paths and to-many relations collections, named as their columns and properties
 * are; what is declared here is merged over them, and `false` hides. Columns that the entity keeps out of ordinary
 * reads (`select: false`) and dates of deletion are hidden unless they are declared: `{}` shows one.
 */
export interface RecordDeclaration {
  readonly entity?: EntityTarget<ObjectLiteral>;
  /** `name` or `schema.name`; needed without an entity. With one, a view to read instead of its table. */
  readonly table?: string;
  /**
   * Rows of an entity that are deleted softly (`@DeleteDateColumn`) are not there, unless this says so: not as people,
   * not in collections, not at the end of a path. A `table` decides itself.
   */
  readonly withDeleted?: boolean;
  readonly label?: Label;
  /** What many of them are called. */
  readonly plural?: Label;
  /** The key's columns with their types; from the entity if not given. */
  readonly key?: Readonly<Record<string, KeyType>>;
  /** The column that holds the tenant; `shared` if the table belongs to all tenants or to a single, constant one. */
  readonly tenant: { readonly column: string; readonly type: KeyType } | 'shared';
  readonly fields?: Readonly<Record<string, FieldDeclaration | false>>;
  readonly paths?: Readonly<Record<string, PathDeclaration | false>>;
  readonly collections?: Readonly<Record<string, CollectionDeclaration | false>>;
  /** Of a subject: the field that the world outside knows it by, and the one shown to people; else the key. */
  readonly externalId?: string;
  readonly display?: string;
  /**
   * Of a subject: which of its fields (or paths to one) is the e-mail address, the phone number (E.164) and so on:
   * `{ email: 'email', city: 'home.city' }`. Exports for mail and advertisers are made of these, and imports match by `email`.
   */
  readonly roles?: Readonly<Partial<Record<Role, string>>>;
  readonly metrics?: Readonly<Record<string, MetricDeclaration>>;
  readonly derived?: Readonly<Record<string, DerivedDeclaration>>;
}

/** A PostgreSQL column type, such as `text`, `numeric`, `real`, `timestamptz`, `text[]`; or more about the field. */
export type FieldDeclaration = string | FieldDetails;

export interface FieldDetails {
  readonly label?: Label;
  /** The column, where its name is not the field's. */
  readonly column?: string;
  /** Its PostgreSQL type; from the entity if not given. */
  readonly columnType?: string;
  /** The type it is asked by, where that does not follow from the column's: a `select` kept as text, say. */
  readonly type?: FieldType;
  readonly options?: readonly (string | OptionDeclaration)[];
  /** A select that allows values beyond its options. */
  readonly open?: boolean;
  /** Text that compares to the letter: SKUs, codes. */
  readonly exact?: boolean;
  /** The IANA zone of a timestamp without time zone. */
  readonly zone?: string;
  /** A CHECK in the database keeps NaN and infinity out of this numeric column. */
  readonly finite?: boolean;
  /** The way down a jsonb column, the column first: `['properties', 'amount']`. Needs `type`. */
  readonly json?: readonly [string, ...string[]];
  /**
   * People are not compared and modelled by it unless somebody names it: what is protected, such as health or belief.
   * Birthday and gender are (`roles`), consent is, and whatever is derived of something that is.
   */
  readonly sensitive?: boolean;
  /** The two columns of a point, in degrees. */
  readonly point?: { readonly latitude: string; readonly longitude: string };
}

export interface PathDeclaration {
  readonly label?: Label;
  readonly to: string;
  /** The joining columns; from the entity's relation if not given. */
  readonly on?: readonly Join[];
}

export interface CollectionDeclaration {
  readonly label?: Label;
  /** The kind of record it holds. Not needed where a relation of the entity says it. */
  readonly of?: string;
  /** The joining columns, `from` the owner `to` the record. */
  readonly on?: readonly Join[];
  /** Another collection (or path) of the owner, and a collection or path of its records: `['orders', 'lines']`. */
  readonly through?: readonly string[];
  /** The field, or path to one, that says when a record happened. */
  readonly time?: string;
  /** Records later than `as_of` count too. */
  readonly future?: boolean;
  /** Holds for every record of the collection, and for what is reached through it. */
  readonly filter?: Group;
  /** A foreign key that includes the tenant guarantees that every record's owner exists. */
  readonly owned?: boolean;
}

/** A measure under a name: a macro, exactly that measure. */
export interface MetricDeclaration extends Measure {
  readonly label?: Label;
  /** As of a field. */
  readonly sensitive?: boolean;
}

export interface DerivedDeclaration {
  readonly label?: Label;
  readonly type: FieldType;
  /** Fields or metrics of the same record that it is computed from. */
  readonly inputs: readonly string[];
  readonly derivation: Derivation;
  /** As of a field. */
  readonly sensitive?: boolean;
  readonly options?: readonly (string | OptionDeclaration)[];
}
