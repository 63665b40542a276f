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
  const { id, title, tenant } = declaration;
  const entity = database.getMetadata(declaration.entity);
  const find = (name: string): ColumnMetadata => {
    const column = entity.findColumnWithPropertyPath(name);
    if (!column) throw new MisdeclaredRecordError(id, name);
    return column;
  };
  const read = (name: string): RecordColumn => columnOf(declaration, name, find(name), database);
  const readable = new Map(namesIn(declaration, entity).map((name) => [name, read(name)]));
  return {
    entity,
    key: entity.primaryColumns,
    tenant: tenant === 'shared' ? undefined : find(tenant),
    readable,
    title: title.map((name) => readable.get(name) ?? read(name)),
    titleName: title.length > 1 ? displayName : title[0],
  };
}

/** Every property that the declaration names, and a key of one column. */
function namesIn(declaration: RecordDeclaration, { primaryColumns }: EntityMetadata): string[] {
  const { title, read, list = [], write = [], filter = [], sort = [] } = declaration;
  const key = primaryColumns.length === 1 ? primaryColumns.map(({ propertyPath }) => propertyPath) : [];
  const names = new Set([...key, ...title, ...read, ...list, ...write, ...filter, ...sort]);
  names.delete(displayName);
  return [...names];
}

function columnOf(
  { properties, write, filter, sort }: RecordDeclaration,
  name: string,
  column: ColumnMetadata,
  database: DataSource,
): RecordColumn {
  const choices = properties?.[name]?.choices ?? column.enum?.map(String) ?? [];
  return {
    name,
    kind: kindOf(column, choices, database),
    column,
    type: database.driver.normalizeType(column),
    choices,
    writable: write?.includes(name) ?? false,
    filterable: filter?.includes(name) ?? false,
    sortable: sort?.includes(name) ?? false,
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
