/** The SQL of stored API keys. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import type { ApiKeyRow, NewApiKeyRow } from './api-key.entity.js';

const columns = `id, name, prefix, scopes, created_at, created_by, expires_at, last_used_at, revoked_at, revoked_by`;

export interface GoodKey {
  readonly id: string;
  readonly name: string;
  readonly digest: Buffer;
  readonly scopes: readonly string[];
  /** Its last use was noted long enough ago to note this one. */
  readonly unnoted: boolean;
}

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: TenantDatabase) {}

  within<Result>(tenant: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.within(tenant, work);
  }

  /** Neither revoked nor expired. */
  async good(tenant: string, prefix: string): Promise<GoodKey | undefined> {
    const [row] = await this.database.query<GoodKey[]>(
      tenant,
      `select id, name, digest, scopes, coalesce(last_used_at < now() - interval '1 hour', true) as unnoted
       from segmentation.api_keys
       where tenant_id = $1 and prefix = $2 and revoked_at is null and (expires_at is null or expires_at > now())`,
      [tenant, prefix],
    );
    return row;
  }

  async noteUse(tenant: string, id: string): Promise<void> {
    await this.database.query(
      tenant,
      'update segmentation.api_keys set last_used_at = now() where tenant_id = $1 and id = $2',
      [tenant, id],
    );
  }

  async insert(manager: EntityManager, tenant: string, key: NewApiKeyRow): Promise<ApiKeyRow> {
    const [row] = await manager.query<ApiKeyRow[]>(
      `insert into segmentation.api_keys (id, tenant_id, name, prefix, digest, scopes, created_by, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
      [key.id, tenant, key.name, key.prefix, key.digest, key.scopes, key.created_by, key.expires_at],
    );
    if (!row) throw new Error('An inserted key is answered.');
    return row;
  }

  /** Newest first; those after `cursor`, an id. */
  list(tenant: string, limit: number, cursor: string | undefined): Promise<ApiKeyRow[]> {
    return this.database.query(
      tenant,
      `select ${columns} from segmentation.api_keys
       where tenant_id = $1 and ($2::uuid is null or id < $2::uuid) order by id desc limit $3`,
      [tenant, cursor ?? null, limit],
    );
  }

  async count(tenant: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      tenant,
      'select count(*)::integer as count from segmentation.api_keys where tenant_id = $1',
      [tenant],
    );
    return row?.count ?? 0;
  }

  /** False where the tenant has no such key. Who revoked it first, stays. */
  async revoke(manager: EntityManager, tenant: string, id: string, by: string): Promise<boolean> {
    const [rows] = await manager.query<[unknown[], number]>(
      `update segmentation.api_keys
       set revoked_at = coalesce(revoked_at, now()), revoked_by = coalesce(revoked_by, $3)
       where tenant_id = $1 and id = $2 returning id`,
      [tenant, id, by],
    );
    return rows.length > 0;
  }
}
