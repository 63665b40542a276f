/** What TypeORM's metadata says of an entity, as a declaration of its columns and relations. */

import type { DataSource, EntityMetadata, EntityTarget, ObjectLiteral } from 'typeorm';
import { type Join, type KeyType, keyTypes } from '../rule-language/field.js';
import { CatalogueError } from './errors.js';

/** Where a relation leads: the entity, and the columns that join, over a junction table for many-to-many. */
export interface EntityRelation {
  readonly target: EntityTarget<ObjectLiteral>;
  readonly on: readonly Join[];
  readonly junction?: {
    readonly table: string;
    readonly key: readonly string[];
    readonly on: readonly Join[];
  };
}

export interface EntityColumn {
  /** PostgreSQL's type. */
  readonly columnType: string;
  /** The values of an enum. */
  readonly options?: readonly string[];
  /** The entity keeps it out of ordinary reads (`select: false`), or it only says when a row was deleted. */
  readonly hidden?: true;
}

export interface EntityDescription {
  /** What relations know it by: the class, or the name of one that is described without. */
  readonly target: EntityTarget<ObjectLiteral>;
  readonly table: string;
  readonly key: Readonly<Record<string, KeyType>>;
  /** The column that says when a row was deleted softly. */
  readonly deletedAt?: string;
  /** By their names, without the columns that only join. */
  readonly columns: ReadonlyMap<string, EntityColumn>;
  readonly toOne: ReadonlyMap<string, EntityRelation>;
  readonly toMany: ReadonlyMap<string, EntityRelation>;
}

export function describeEntity(
  dataSource: DataSource,
  entity: EntityTarget<ObjectLiteral>,
): EntityDescription {
  const metadata = dataSource.getMetadata(entity);
  const joining = new Set(metadata.foreignKeys.flatMap((key) => key.columnNames));
  const columns = new Map<string, EntityColumn>();
  for (const column of metadata.columns) {
    if (joining.has(column.databaseName) || column.isVirtual || column.isDiscriminator) continue;
    columns.set(column.databaseName, {
      columnType: `${dataSource.driver.normalizeType(column)}${column.isArray ? '[]' : ''}`,
      ...(column.enum && { options: column.enum.map(String) }),
      ...((!column.isSelect || column.isDeleteDate) && { hidden: true }),
    });
  }
  return {
    target: metadata.target,
    table: metadata.schema === undefined ? metadata.tableName : `${metadata.schema}.${metadata.tableName}`,
    key: keyOf(dataSource, metadata),
    ...(metadata.deleteDateColumn && { deletedAt: metadata.deleteDateColumn.databaseName }),
    columns,
    ...relationsOf(metadata),
  };
}

function keyOf(dataSource: DataSource, metadata: EntityMetadata): Record<string, KeyType> {
  const key: Record<string, KeyType> = {};
  for (const column of metadata.primaryColumns) {
    const name = dataSource.driver.normalizeType(column);
    const type = name === 'character varying' ? 'text' : name === 'smallint' ? 'integer' : name;
    if (!keyTypes.includes(type as KeyType))
      throw new CatalogueError(
        `entity ${metadata.name}`,
        `its key “${column.databaseName}” is ${name}; uuid, integer, bigint and text are possible.`,
      );
    key[column.databaseName] = type as KeyType;
  }
  return key;
}

function relationsOf(metadata: EntityMetadata): Pick<EntityDescription, 'toOne' | 'toMany'> {
  const toOne = new Map<string, EntityRelation>();
  const toMany = new Map<string, EntityRelation>();
  for (const relation of metadata.relations) {
    const target = relation.inverseEntityMetadata.target;
    if (relation.isWithJoinColumn) {
      const on = relation.joinColumns.map((column) => ({
        from: column.databaseName,
        to: column.referencedColumn?.databaseName ?? '',
      }));
      toOne.set(relation.propertyName, { target, on });
    } else if (relation.isOneToMany || relation.isOneToOneNotOwner) {
      const on = (relation.inverseRelation?.joinColumns ?? []).map((column) => ({
        from: column.referencedColumn?.databaseName ?? '',
        to: column.databaseName,
      }));
      (relation.isOneToMany ? toMany : toOne).set(relation.propertyName, { target, on });
    } else if (relation.junctionEntityMetadata) {
      toMany.set(relation.propertyName, overJunction(relation));
    }
  }
  return { toOne, toMany };
}

function overJunction(relation: EntityMetadata['relations'][number]): EntityRelation {
  const junction = relation.junctionEntityMetadata;
  if (!junction) throw new Error('Only a many-to-many relation has a junction table.');
  const [near, far] = relation.isManyToManyOwner
    ? [relation.joinColumns, relation.inverseJoinColumns]
    : [relation.inverseRelation?.inverseJoinColumns ?? [], relation.inverseRelation?.joinColumns ?? []];
  return {
    target: relation.inverseEntityMetadata.target,
    junction: {
      table: junction.schema === undefined ? junction.tableName : `${junction.schema}.${junction.tableName}`,
      key: junction.primaryColumns.map((column) => column.databaseName),
      on: near.map((column) => ({
        from: column.referencedColumn?.databaseName ?? '',
        to: column.databaseName,
      })),
    },
    on: far.map((column) => ({ from: column.databaseName, to: column.referencedColumn?.databaseName ?? '' })),
  };
}
