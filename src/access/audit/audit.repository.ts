/** The SQL of the audit: entries are added and read, and never changed. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../tenant-database.js';
import type { AuditEntry, AuditFilter, AuditPage } from './audit-entry.js';

/** What entries are looked for by: `targets` as they are kept. */
export interface StoredFilter extends Omit<AuditFilter, 'target'> {
  readonly targets: readonly string[] | undefined;
}

const columns = 'id, at, actor_id, actor_name, from_address, action, target_type, target_id, details';
const matching = `tenant_id = $1 and ($2::text is null or action = $2) and ($3::text[] is null or target_id = any($3))
  and ($4::text is null or actor_id = $4) and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)`;

@Injectable()
export class AuditRepository {
  constructor(private readonly database: TenantDatabase) {}

  async insert(tenant: string, entry: AuditEntry, running?: EntityManager): Promise<void> {
    await this.database.query(
      tenant,
      `insert into segmentation.audit (tenant_id, ${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tenant,
        entry.id,
        entry.at,
        entry.actor_id,
        entry.actor_name,
        entry.from_address,
        entry.action,
        entry.target_type,
        entry.target_id,
        JSON.stringify(entry.details),
      ],
      running,
    );
  }

  list(
    tenant: string,
    filter: StoredFilter,
    { limit, cursor, descending }: AuditPage,
  ): Promise<AuditEntry[]> {
    const [than, direction] = descending ? ['<', 'desc'] : ['>', 'asc'];
    return this.database.query(
      tenant,
      `select ${columns} from segmentation.audit
       where ${matching} and ($7::uuid is null or id ${than} $7::uuid) order by id ${direction} limit $8`,
      [...valuesOf(tenant, filter), cursor ?? null, limit],
    );
  }

  async count(tenant: string, filter: StoredFilter): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      tenant,
      `select count(*)::float8 as count from segmentation.audit where ${matching}`,
      valuesOf(tenant, filter),
    );
    return row?.count ?? 0;
  }
}

const valuesOf = (tenant: string, { action, targets, actor, from, until }: StoredFilter): unknown[] => [
  tenant,
  action ?? null,
  targets ?? null,
  actor ?? null,
  from ?? null,
  until ?? null,
];
