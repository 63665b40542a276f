/** The ports of custom fields: what stands further down in the house answers what is asked here. */

import type { EntityManager } from 'typeorm';
import type { KeyType } from '../rule-language/field.js';

/** A segment whose rule uses a field. */
export interface UsingSegment {
  readonly id: string;
  readonly name: string;
}

/** Which segments use a field? Segments answer. */
export abstract class FieldUsage {
  /** Archived segments among them; by name. */
  abstract of(
    manager: EntityManager,
    tenant: string,
    field: { readonly subject: string; readonly key: string },
  ): Promise<readonly UsingSegment[]>;
  /** In the transaction that changes the field: what their rules say of it may mean something else from now on. */
  abstract changed(
    manager: EntityManager,
    tenant: string,
    field: { readonly subject: string; readonly key: string },
  ): Promise<void>;
}

/** A kind of record that may have custom fields. */
export interface FieldSubject {
  readonly name: string;
  readonly keyType: KeyType;
}

/** Which records are there? The catalogue answers. */
export abstract class FieldSubjects {
  /** @throws UnknownSubjectError */
  abstract fieldSubject(name: string): FieldSubject;
  /** Whether the host itself declares a field of this name. */
  abstract declares(subject: string, field: string): boolean;
  /** Those of `ids` that are the tenant's records, with the id as it is stored. A text that cannot be a key is none. */
  abstract existing(
    manager: EntityManager,
    tenant: string,
    subject: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
}
