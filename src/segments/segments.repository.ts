/** The SQL of segments: definitions, versions, and what they are built on. */

import { Injectable } from '@nestjs/common';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import type { SegmentRow } from './segment.entity.js';
import { SegmentNameTakenError } from './segments.errors.js';

const columns = `id, tenant_id, name, description, category, subject, type, status, rules, version,
  member_count::float8 as member_count, last_calculated_at, created_at, created_by, updated_at, updated_by`;

/** What another segment's rule needs to know of a segment. */
export interface SegmentEntryRow {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
}

@Injectable()
export class SegmentsRepository {
  constructor(private readonly database: TenantDatabase) {}

  transaction<Result>(tenant: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.within(tenant, work);
  }

  async find(tenant: string, id: string): Promise<SegmentRow | undefined> {
    const [row] = await this.database.query<SegmentRow[]>(
      tenant,
      `select ${columns} from segmentation.segments where tenant_id = $1 and id = $2`,
      [tenant, id],
    );
    return row;
  }

  /** Found and locked: no other edit passes until the transaction ends. */
  async lock(manager: EntityManager, tenant: string, id: string): Promise<SegmentRow | undefined> {
    const [row] = await manager.query<SegmentRow[]>(
      `select ${columns} from segmentation.segments where tenant_id = $1 and id = $2 for update`,
      [tenant, id],
    );
    return row;
  }

  /** Newest first; those after `cursor`, an id. */
  list(tenant: string, limit: number, cursor: string | undefined): Promise<SegmentRow[]> {
    return this.database.query(
      tenant,
      `select ${columns} from segmentation.segments
       where tenant_id = $1 and ($2::uuid is null or id < $2::uuid)
       order by id desc limit $3`,
      [tenant, cursor ?? null, limit],
    );
  }

  async count(tenant: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      tenant,
      `select count(*)::integer as count from segmentation.segments where tenant_id = $1`,
      [tenant],
    );
    return row?.count ?? 0;
  }

  references(tenant: string, ids: readonly string[], running?: EntityManager): Promise<SegmentEntryRow[]> {
    return this.database.query(
      tenant,
      `select id, name, subject from segmentation.segments where tenant_id = $1 and id = any($2::uuid[])`,
      [tenant, [...ids]],
      running,
    );
  }

  /** One edit of a tenant's dependencies at a time, so that two edits cannot close a circle together. */
  async lockDependencies(manager: EntityManager, tenant: string): Promise<void> {
    await manager.query(
      `select pg_advisory_xact_lock(hashtextextended('segment dependencies of ' || $1, 0))`,
      [tenant],
    );
  }

  /** Of `needs`, one that is built on `id`, or is it. */
  async builtOn(
    manager: EntityManager,
    tenant: string,
    id: string,
    needs: readonly string[],
  ): Promise<SegmentEntryRow | undefined> {
    const [row] = await manager.query<SegmentEntryRow[]>(
      `with recursive reached (start, id) as (
         select n, n from unnest($2::uuid[]) n
         union
         select r.start, d.needs_id from reached r join segmentation.segment_dependencies d on d.segment_id = r.id
         where d.tenant_id = $3
       )
       select s.id, s.name, s.subject from reached r join segmentation.segments s on s.id = r.start
       where r.id = $1 and s.tenant_id = $3 limit 1`,
      [id, [...needs], tenant],
    );
    return row;
  }

  dependents(manager: EntityManager, tenant: string, id: string): Promise<SegmentEntryRow[]> {
    return manager.query(
      `select s.id, s.name, s.subject from segmentation.segment_dependencies d
       join segmentation.segments s on s.id = d.segment_id
       where d.tenant_id = $1 and s.tenant_id = $1 and d.needs_id = $2 order by s.name`,
      [tenant, id],
    );
  }

  async insert(manager: EntityManager, row: SegmentRow): Promise<void> {
    await naming(row.name, () =>
      manager.query(
        `insert into segmentation.segments
           (id, tenant_id, name, description, category, subject, type, status, rules, version,
            created_at, created_by, updated_at, updated_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
        [
          row.id,
          row.tenant_id,
          row.name,
          row.description,
          row.category,
          row.subject,
          row.type,
          row.status,
          JSON.stringify(row.rules),
          row.version,
          row.created_at,
          row.created_by,
          row.updated_at,
          row.updated_by,
        ],
      ),
    );
  }

  async update(manager: EntityManager, row: SegmentRow): Promise<void> {
    await naming(row.name, () =>
      manager.query(
        `update segmentation.segments
         set name = $3, description = $4, category = $5, rules = $6, version = $7, updated_at = $8, updated_by = $9
         where tenant_id = $1 and id = $2`,
        [
          row.tenant_id,
          row.id,
          row.name,
          row.description,
          row.category,
          JSON.stringify(row.rules),
          row.version,
          row.updated_at,
          row.updated_by,
        ],
      ),
    );
  }

  async insertVersion(manager: EntityManager, row: SegmentRow): Promise<void> {
    await manager.query(
      `insert into segmentation.segment_versions (segment_id, version, tenant_id, rules, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6)`,
      [row.id, row.version, row.tenant_id, JSON.stringify(row.rules), row.updated_at, row.updated_by],
    );
  }

  async replaceDependencies(
    manager: EntityManager,
    row: SegmentRow,
    needs: readonly string[],
  ): Promise<void> {
    await manager.query(
      `delete from segmentation.segment_dependencies where tenant_id = $1 and segment_id = $2`,
      [row.tenant_id, row.id],
    );
    await manager.query(
      `insert into segmentation.segment_dependencies (segment_id, needs_id, tenant_id)
       select $1, n, $3 from unnest($2::uuid[]) n`,
      [row.id, [...needs], row.tenant_id],
    );
  }

  async delete(manager: EntityManager, tenant: string, id: string): Promise<void> {
    await manager.query(`delete from segmentation.segments where tenant_id = $1 and id = $2`, [tenant, id]);
  }

  /**
   * What a refresh found, by how much the count has changed.
   * @returns the new count, or undefined if the segment has another rule by now, or is gone
   */
  async recordCalculation(
    manager: EntityManager,
    { id, tenant_id, rules }: SegmentRow,
    difference: number,
    asOf: string,
  ): Promise<number | undefined> {
    const [rows] = await manager.query<[{ count: number }[], number]>(
      `update segmentation.segments
       set member_count = coalesce(member_count, 0) + $3, last_calculated_at = $4
       where tenant_id = $5 and id = $1 and rules::jsonb = $2::jsonb returning member_count::float8 as count`,
      [id, JSON.stringify(rules), difference, asOf, tenant_id],
    );
    return rows[0]?.count;
  }
}

async function naming<Result>(name: string, write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    const constraint =
      error instanceof QueryFailedError
        ? (error.driverError as { constraint?: string }).constraint
        : undefined;
    if (constraint === 'segments_tenant_id_name_key') throw new SegmentNameTakenError(name);
    throw error;
  }
}
