/** The SQL of what segments are built on: each other. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import type { SegmentRow } from './segment.entity.js';
import type { SegmentEntryRow } from './segments.repository.js';

@Injectable()
export class DependenciesRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** One edit of a tenant's dependencies at a time, so that two edits cannot close a circle together. */
  async lock(manager: EntityManager, tenant: string): Promise<void> {
    await manager.query(
      `select pg_advisory_xact_lock(hashtextextended('segment dependencies of ' || $1, 0))`,
      [tenant],
    );
  }

  /** Of `needs`, one that is built on `id`, or is it. */
  async builtOn(
    tenant: string,
    id: string,
    needs: readonly string[],
    running?: EntityManager,
  ): Promise<SegmentEntryRow | undefined> {
    const [row] = await this.database.query<SegmentEntryRow[]>(
      tenant,
      `with recursive reached (start, id) as (
         select n, n from unnest($2::uuid[]) n
         union
         select r.start, d.needs_id from reached r join segmentation.segment_dependencies d on d.segment_id = r.id
         where d.tenant_id = $3
       )
       select s.id, s.name, s.subject, s.status from reached r join segmentation.segments s on s.id = r.start
       where r.id = $1 and s.tenant_id = $3 limit 1`,
      [id, [...needs], tenant],
      running,
    );
    return row;
  }

  /** The segments that are built on it, by name. */
  dependents(tenant: string, id: string, running?: EntityManager): Promise<SegmentEntryRow[]> {
    return this.database.query(
      tenant,
      `select s.id, s.name, s.subject, s.status from segmentation.segment_dependencies d
       join segmentation.segments s on s.id = d.segment_id
       where d.tenant_id = $1 and s.tenant_id = $1 and d.needs_id = $2 order by s.name`,
      [tenant, id],
      running,
    );
  }

  /** Of those it is built on, the archived ones, by name. */
  archivedNeeds(manager: EntityManager, tenant: string, id: string): Promise<SegmentEntryRow[]> {
    return manager.query(
      `select s.id, s.name, s.subject, s.status from segmentation.segment_dependencies d
       join segmentation.segments s on s.id = d.needs_id
       where d.tenant_id = $1 and s.tenant_id = $1 and d.segment_id = $2 and s.status = 'archived' order by s.name`,
      [tenant, id],
    );
  }

  async replace(manager: EntityManager, row: SegmentRow, needs: readonly string[]): Promise<void> {
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
}
