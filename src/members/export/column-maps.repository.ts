/** The SQL of column maps. */

import { Injectable } from '@nestjs/common';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { TenantDatabase } from '../../access/tenant-database.js';
import type { ColumnMapRow } from './column-map.entity.js';
import { ColumnMapNameTakenError } from './column-maps.errors.js';

const columns =
  'id, tenant_id, name, subject, format, columns, reachable_by, version, created_at, created_by, updated_at, updated_by';

@Injectable()
export class ColumnMapsRepository {
  constructor(private readonly database: TenantDatabase) {}

  transaction<Result>(tenant: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.within(tenant, work);
  }

  async find(tenant: string, id: string): Promise<ColumnMapRow | undefined> {
    const [row] = await this.database.query<ColumnMapRow[]>(
      tenant,
      `select ${columns} from segmentation.column_maps where tenant_id = $1 and id = $2`,
      [tenant, id],
    );
    return row;
  }

  async named(tenant: string, name: string): Promise<ColumnMapRow | undefined> {
    const [row] = await this.database.query<ColumnMapRow[]>(
      tenant,
      `select ${columns} from segmentation.column_maps where tenant_id = $1 and name = $2`,
      [tenant, name],
    );
    return row;
  }

  /** Found and locked until the transaction ends. */
  async lock(manager: EntityManager, tenant: string, id: string): Promise<ColumnMapRow | undefined> {
    const [row] = await manager.query<ColumnMapRow[]>(
      `select ${columns} from segmentation.column_maps where tenant_id = $1 and id = $2 for update`,
      [tenant, id],
    );
    return row;
  }

  /** Newest first; those after `cursor`, an id. */
  list(tenant: string, limit: number, cursor: string | undefined): Promise<ColumnMapRow[]> {
    return this.database.query(
      tenant,
      `select ${columns} from segmentation.column_maps
       where tenant_id = $1 and ($2::uuid is null or id < $2::uuid) order by id desc limit $3`,
      [tenant, cursor ?? null, limit],
    );
  }

  async count(tenant: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      tenant,
      `select count(*)::integer as count from segmentation.column_maps where tenant_id = $1`,
      [tenant],
    );
    return row?.count ?? 0;
  }

  async insert(manager: EntityManager, row: ColumnMapRow): Promise<void> {
    await naming(row.name, () =>
      manager.query(
        `insert into segmentation.column_maps (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
        [
          row.id,
          row.tenant_id,
          row.name,
          row.subject,
          row.format,
          JSON.stringify(row.columns),
          row.reachable_by,
          row.version,
          row.created_at,
          row.created_by,
          row.updated_at,
          row.updated_by,
        ],
      ),
    );
  }

  async update(manager: EntityManager, row: ColumnMapRow): Promise<void> {
    await naming(row.name, () =>
      manager.query(
        `update segmentation.column_maps
         set name = $3, format = $4, columns = $5, reachable_by = $6, version = $7, updated_at = $8, updated_by = $9
         where tenant_id = $1 and id = $2`,
        [
          row.tenant_id,
          row.id,
          row.name,
          row.format,
          JSON.stringify(row.columns),
          row.reachable_by,
          row.version,
          row.updated_at,
          row.updated_by,
        ],
      ),
    );
  }

  async delete(manager: EntityManager, tenant: string, id: string): Promise<void> {
    await manager.query(`delete from segmentation.column_maps where tenant_id = $1 and id = $2`, [
      tenant,
      id,
    ]);
  }
}

async function naming<Result>(name: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const source = error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
    if (source.constraint === 'column_maps_name') throw new ColumnMapNameTakenError(name);
    throw error;
  }
}
