/** The SQL of suppressions: addresses that are not written to any more, kept as keyed hashes. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { TenantDatabase } from '../access/tenant-database.js';
import { type Sql, sql } from '../rule-language/to-sql/sql.js';
import { AddressHash } from './address-hash.js';
import { type Channel, channelDefinitions } from './channels.js';

export const reasons = ['unsubscribed', 'bounced', 'complained', 'erased', 'manual'] as const;
export type Reason = (typeof reasons)[number];

export interface SuppressionRow {
  /** UUID v7. */
  readonly id: string;
  readonly channel: Channel;
  readonly reason: Reason;
  readonly created_at: Date;
  readonly created_by: string;
}

export interface NewSuppression {
  readonly channel: Channel;
  readonly address: string;
  readonly reason: Reason;
  readonly by: string;
}

const columns = sql`id, channel, reason, created_at, created_by`;

@Injectable()
export class SuppressionsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly hash: AddressHash,
  ) {}

  transaction<Result>(tenant: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.within(tenant, work);
  }

  /** Once: of an address that is suppressed already, the suppression that there is. Undefined for what is no address. */
  async add(
    tenant: string,
    { channel, address, reason, by }: NewSuppression,
    running?: EntityManager,
  ): Promise<SuppressionRow | undefined> {
    const { normalised } = channelDefinitions[channel];
    const [row] = await this.ask<SuppressionRow>(
      tenant,
      sql`with wanted as (
            select ${this.hash.ofAddress(address, tenant, channel)} as address_hash
            where ${normalised(sql`${address}::text`)} <> ''
          ), added as (
            insert into segmentation.suppressions (id, tenant_id, channel, address_hash, reason, created_at, created_by)
            select ${uuid()}, ${tenant}, ${channel}, address_hash, ${reason}, clock_timestamp(), ${by} from wanted
            on conflict (tenant_id, channel, address_hash) do nothing returning ${columns}
          )
          select * from added union all
          select ${columns} from segmentation.suppressions join wanted using (address_hash)
          where tenant_id = ${tenant} and channel = ${channel} limit 1`,
      running,
    );
    return row;
  }

  async find(tenant: string, channel: Channel, address: string): Promise<SuppressionRow | undefined> {
    const [row] = await this.ask<SuppressionRow>(
      tenant,
      sql`select ${columns} from segmentation.suppressions
          where tenant_id = ${tenant} and channel = ${channel}
            and address_hash = ${this.hash.ofAddress(address, tenant, channel)}`,
    );
    return row;
  }

  /** Newest first; those after `cursor`, an id; of one channel, if it is said. */
  list(
    tenant: string,
    {
      limit,
      cursor,
      channel,
    }: { readonly limit: number; readonly cursor?: string; readonly channel?: Channel },
  ): Promise<SuppressionRow[]> {
    return this.ask(
      tenant,
      sql`select ${columns} from segmentation.suppressions
          where tenant_id = ${tenant} and (${channel ?? null}::text is null or channel = ${channel ?? null})
            and (${cursor ?? null}::uuid is null or id < ${cursor ?? null}::uuid)
          order by id desc limit ${limit}`,
    );
  }

  async count(tenant: string, channel: Channel | undefined): Promise<number> {
    const [row] = await this.ask<{ count: number }>(
      tenant,
      sql`select count(*)::float8 as count from segmentation.suppressions
          where tenant_id = ${tenant} and (${channel ?? null}::text is null or channel = ${channel ?? null})`,
    );
    return row?.count ?? 0;
  }

  /** What was removed; undefined where there is none such. */
  async remove(tenant: string, id: string, running: EntityManager): Promise<SuppressionRow | undefined> {
    const [removed] = await this.ask<SuppressionRow>(
      tenant,
      sql`with removed as (
            delete from segmentation.suppressions where tenant_id = ${tenant} and id = ${id} returning ${columns}
          )
          select ${columns} from removed`,
      running,
    );
    return removed;
  }

  private ask<Row>(tenant: string, statement: Sql, running?: EntityManager): Promise<Row[]> {
    return this.database.query(tenant, statement.text, statement.values, running);
  }
}
