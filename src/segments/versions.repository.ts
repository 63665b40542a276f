/** The SQL of versions: every definition a segment has had. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import type { SegmentDefinition, SegmentRow } from './segment.entity.js';
import { ruleText } from './segments.repository.js';

export interface VersionRow extends SegmentDefinition {
  readonly version: number;
  readonly created_at: Date;
  readonly created_by: string;
}

interface StoredVersion extends Pick<VersionRow, 'version' | 'created_at' | 'created_by' | 'rules'> {
  readonly details: Omit<SegmentDefinition, 'rules'>;
}

const columns = 'version, details, rules, created_at, created_by';

@Injectable()
export class VersionsRepository {
  constructor(private readonly database: TenantDatabase) {}

  async insert(manager: EntityManager, row: SegmentRow): Promise<void> {
    const { name, description, category, tags, folder, owner, type, schedule } = row;
    const details = { name, description, category, tags, folder, owner, type, schedule };
    await manager.query(
      `insert into segmentation.segment_versions (segment_id, version, tenant_id, details, rules, created_at, created_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        row.id,
        row.version,
        row.tenant_id,
        JSON.stringify(details),
        ruleText(row),
        row.updated_at,
        row.updated_by,
      ],
    );
  }

  async find(tenant: string, segment: string, version: number): Promise<VersionRow | undefined> {
    const [row] = await this.database.query<StoredVersion[]>(
      tenant,
      `select ${columns} from segmentation.segment_versions where tenant_id = $1 and segment_id = $2 and version = $3`,
      [tenant, segment, version],
    );
    return row && versionOf(row);
  }

  /** Newest first; those older than `before`. */
  async page(
    tenant: string,
    segment: string,
    { limit, before }: { readonly limit: number; readonly before: number | undefined },
  ): Promise<VersionRow[]> {
    const rows = await this.database.query<StoredVersion[]>(
      tenant,
      `select ${columns} from segmentation.segment_versions
       where tenant_id = $1 and segment_id = $2 and ($3::integer is null or version < $3)
       order by version desc limit $4`,
      [tenant, segment, before ?? null, limit],
    );
    return rows.map(versionOf);
  }

  async count(tenant: string, segment: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      tenant,
      `select count(*)::integer as count from segmentation.segment_versions where tenant_id = $1 and segment_id = $2`,
      [tenant, segment],
    );
    return row?.count ?? 0;
  }

  /** From this version on, oldest first. */
  async since(
    manager: EntityManager,
    tenant: string,
    segment: string,
    version: number,
  ): Promise<VersionRow[]> {
    const rows = await manager.query<StoredVersion[]>(
      `select ${columns} from segmentation.segment_versions
       where tenant_id = $1 and segment_id = $2 and version >= $3 order by version`,
      [tenant, segment, version],
    );
    return rows.map(versionOf);
  }
}

const versionOf = ({ details, ...row }: StoredVersion): VersionRow => ({ ...details, ...row });
