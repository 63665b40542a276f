/** Looks a declaration's properties up in the entity's metadata; a name that is not there stops the start. */

import type { DataSource, EntityMetadata } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { MisdeclaredRecordError } from '../back-office.errors.js';
import type { RecordDeclaration } from './record-declaration.js';

/** How a column is shown, parsed and filtered. */
export type Kind =
  | 'text'
  | 'choice'
  | 'uuid'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'datetime'
  | 'json'
  | 'list'
  | 'other';

export interface RecordColumn {
  readonly name: string;
  readonly kind: Kind;
  readonly column: ColumnMetadata;
  /** PostgreSQL's name of its type. */
  readonly type: string;
  readonly choices: readonly string[];
  readonly writable: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
}

/** A title of several properties is a column of its own, which only the back office knows. */
export const displayName = 'display';

export interface RecordColumns {
  readonly entity: EntityMetadata;
  readonly key: readonly ColumnMetadata[];
  readonly tenant: ColumnMetadata | undefined;
  /** Whatever may be read, by name. */
  readonly readable: ReadonlyMap<string, RecordColumn>;
  readonly title: readonly RecordColumn[];
  readonly titleName: string;
}

export function columnsOf(declaration: RecordDeclaration, database: DataSource): RecordColumns {
  const entity = database.getMetadata(declaration.entity);
  const find = (name: string): ColumnMetadata => {
    const column = entity.findColumnWithPropertyPath(name);
    if (!column) throw new MisdeclaredRecordError(declaration.id, name);
    return column;
  };
  const { write = [], filter = [], sort = [], list = [], title, tenant } = declaration;
  const key = entity.primaryColumns;
  const keyNames = key.length === 1 ? key.map(({ propertyPath }) => propertyPath) : [];
  const names = new Set([...keyNames, ...title, ...declaration.read, ...list, ...write, ...filter, ...sort]);
  names.delete(displayName);
  const columnOf = (name: string): RecordColumn => {
    const column = find(name);
    const choices = declaration.properties?.[name]?.choices ?? column.enum?.map(String) ?? [];
    return {
      name,
      kind: kindOf(column, choices, database),
      column,
      type: database.driver.normalizeType(column),
      choices,
      writable: write.includes(name),
      filterable: filter.includes(name),
      sortable: sort.includes(name),
    };
  };
  const readable = new Map([...names].map((name) => [name, columnOf(name)]));
  return {
    entity,
    key,
    tenant: tenant === 'shared' ? undefined : find(tenant),
    readable,
    title: title.map((name) => readable.get(name) ?? columnOf(name)),
    titleName: title.length > 1 ? displayName : title[0],
  };
}

const kinds: Readonly<Record<string, Kind>> = {
  text: 'text',
  'character varying': 'text',
  character: 'text',
  citext: 'text',
  uuid: 'uuid',
  smallint: 'integer',
  integer: 'integer',
  bigint: 'integer',
  numeric: 'number',
  decimal: 'number',
  real: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  date: 'date',
  'timestamp without time zone': 'datetime',
  'timestamp with time zone': 'datetime',
  json: 'json',
  jsonb: 'json',
};

function kindOf(column: ColumnMetadata, choices: readonly string[], database: DataSource): Kind {
  if (column.isArray) return 'list';
  if (choices.length > 0) return 'choice';
  return kinds[database.driver.normalizeType(column)] ?? 'other';
}
