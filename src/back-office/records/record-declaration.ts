/** How a host says which of its records the back office shows, and which columns may be seen, changed and searched. */

import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { Permission } from '../../access/actor.js';

/** A name in every language of the back office. */
export interface Label {
  readonly en: string;
  readonly de: string;
}

/** What is not listed does not exist: it is neither selected nor set, and cannot be filtered or sorted by. */
export interface RecordDeclaration {
  readonly entity: EntityTarget<ObjectLiteral>;
  /** In addresses, such as `contacts`. */
  readonly id: string;
  readonly label: Label;
  /** The property that holds the tenant; `shared` if all tenants see the same records. */
  readonly tenant: string | 'shared';
  /** What names a record for people: these properties, joined by blanks; also what is searched. */
  readonly title: readonly [string, ...string[]];
  /** What a record shows, in this order. */
  readonly read: readonly string[];
  /** The columns of the list, if not the first of `read`. */
  readonly list?: readonly string[];
  /** What may be changed; nothing if not given. */
  readonly write?: readonly string[];
  readonly filter?: readonly string[];
  readonly sort?: readonly string[];
  /** The order of a fresh list; newest key first if not given. */
  readonly order?: { readonly by: string; readonly direction: 'asc' | 'desc' };
  /** Whether records may be added, or removed; both `false` if not given. */
  readonly create?: boolean;
  readonly remove?: boolean;
  /** More about a property: its name, the values it is limited to, the record it refers to. */
  readonly properties?: Readonly<Record<string, PropertyDetails>>;
  readonly icon?: string;
  readonly permissions?: { readonly read: Permission; readonly write: Permission };
}

export interface PropertyDetails {
  readonly label?: Label;
  readonly choices?: readonly string[];
  /** The id of another declaration whose key this property holds. */
  readonly refersTo?: string;
}
