/** The SQL of requests that are carried out once. */

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { TenantDatabase } from '../tenant-database.js';

/** A request by its digests, and whose it is. */
export interface KeyedRequest {
  readonly tenant: string;
  readonly actor: string;
  readonly key: Buffer;
  readonly request: Buffer;
}

export interface Answer {
  readonly status: number;
  /** Undefined where it is not to be kept; null where there is none. */
  readonly body: string | null | undefined;
}

export interface EarlierRequest {
  readonly request: Buffer;
  /** Null while it is carried out. */
  readonly status: number | null;
  readonly body: string | null;
  readonly body_kept: boolean;
}

const retention = `interval '24 hours'`;
/** A process that dies lets go of its requests after as long. */
const lease = `interval '60 seconds'`;

@Injectable()
export class IdempotencyRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly dataSource: DataSource,
  ) {}

  /** Undefined where the request is now ours to carry out; else the one that came with this key before. */
  claim(request: KeyedRequest, claim: string): Promise<EarlierRequest | undefined> {
    return this.database.within(request.tenant, async (manager) => {
      const claimed = await this.take(manager, request, claim);
      return claimed ? undefined : this.find(manager, request);
    });
  }

  /** One that is too old to count, or was abandoned half-way, is taken over. */
  private async take(manager: EntityManager, request: KeyedRequest, claim: string): Promise<boolean> {
    const taken = await manager.query<unknown[]>(
      `insert into segmentation.idempotency_keys as known (tenant_id, actor_id, key, request, claim, held_until)
       values ($1, $2, $3, $4, $5, now() + ${lease})
       on conflict (tenant_id, actor_id, key) do update
       set request = excluded.request, claim = excluded.claim, held_until = excluded.held_until, created_at = now(),
           status = null, body = null, body_kept = false
       where known.created_at < now() - ${retention}
         or (known.status is null and known.held_until < now() and known.request = excluded.request)
       returning claim`,
      [request.tenant, request.actor, request.key, request.request, claim],
    );
    return taken.length > 0;
  }

  /** Locked by the failed insert, so that it is still there. */
  private async find(manager: EntityManager, request: KeyedRequest): Promise<EarlierRequest> {
    const [row] = await manager.query<EarlierRequest[]>(
      `select request, status, body, body_kept from segmentation.idempotency_keys
       where tenant_id = $1 and actor_id = $2 and key = $3`,
      [request.tenant, request.actor, request.key],
    );
    if (!row) throw new Error('A key that could not be inserted is there.');
    return row;
  }

  async hold(tenant: string, claim: string): Promise<void> {
    await this.database.query(
      tenant,
      `update segmentation.idempotency_keys set held_until = now() + ${lease} where tenant_id = $1 and claim = $2`,
      [tenant, claim],
    );
  }

  /** @param request the digest of all that it brought */
  async finish(tenant: string, claim: string, request: Buffer, { status, body }: Answer): Promise<void> {
    await this.database.query(
      tenant,
      `update segmentation.idempotency_keys set request = $3, status = $4, body = $5, body_kept = $6
       where tenant_id = $1 and claim = $2`,
      [tenant, claim, request, status, body ?? null, body !== undefined],
    );
  }

  async release(tenant: string, claim: string): Promise<void> {
    await this.database.query(
      tenant,
      'delete from segmentation.idempotency_keys where tenant_id = $1 and claim = $2',
      [tenant, claim],
    );
  }

  /** Nobody knows whom a stored answer speaks of: when a person is erased, a tenant keeps none of them. */
  async forgetBodies(manager: EntityManager, tenant: string): Promise<void> {
    await manager.query(
      `update segmentation.idempotency_keys set body = null, body_kept = false
       where tenant_id = $1 and body is not null`,
      [tenant],
    );
  }

  /** Of every tenant, what is too old to count. */
  async forgetOld(): Promise<void> {
    await this.dataSource.query(
      `delete from segmentation.idempotency_keys where created_at < now() - ${retention}`,
    );
  }
}
