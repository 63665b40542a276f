/** A record on its way into the vocabulary. */

import type { Collection, Field, RecordType, ToOne } from '../rule-language/field.js';
import type { RecordDeclaration } from './declaration.js';
import type { EntityDescription } from './entity-columns.js';

export interface Draft {
  readonly name: string;
  readonly declaration: RecordDeclaration;
  readonly entity: EntityDescription | undefined;
  readonly record: Omit<RecordType, 'fields' | 'paths' | 'collections'> & {
    readonly fields: Map<string, Field>;
    readonly paths: Map<string, ToOne>;
    readonly collections: Map<string, Collection>;
  };
}
