/** The SQL of consents: what people last said about each channel. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import { key, sql, tableName } from '../rule-language/to-sql/sql.js';
import type { Addressee } from './addressees.js';
import { type Channel, channels } from './channels.js';
import { consentsOf } from './consents.sql.js';
import { type Obstacle, Reachability } from './reachability.js';

export interface ConsentRow {
  readonly channel: Channel;
  /** Null where they were never asked. */
  readonly opted_in: boolean | null;
  readonly source: string | null;
  readonly at: Date | null;
  readonly recorded_by: string | null;
}

export interface GivenConsent {
  readonly channel: Channel;
  readonly opted_in: boolean;
  /** Where it was given: a form, a shop, an import. */
  readonly source: string;
  readonly at: Date;
}

@Injectable()
export class ConsentsRepository {
  constructor(
    private readonly database: TenantDatabase,
    private readonly reachability: Reachability,
  ) {}

  transaction<Result>(tenant: string, work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.database.within(tenant, work);
  }

  list(tenant: string, { kind, id }: Addressee, running?: EntityManager): Promise<ConsentRow[]> {
    return this.database.query(
      tenant,
      `select channel, opted_in, source, at, recorded_by from ${tableName(consentsOf(kind.name)).sql}
       where tenant_id = $1 and subject_id = $2::${kind.keyType} and channel = any($3)`,
      [tenant, id, [...channels]],
      running,
    );
  }

  /** What was said later stays: an older word that arrives late does not undo it. */
  async record(
    manager: EntityManager,
    { kind, id }: Addressee,
    { tenant, by, ...consent }: GivenConsent & { readonly tenant: string; readonly by: string },
  ): Promise<void> {
    await manager.query(
      `insert into ${tableName(consentsOf(kind.name)).sql} as kept
         (tenant_id, channel, subject_id, opted_in, source, at, recorded_by)
       values ($1, $2, $3::${kind.keyType}, $4, $5, $6, $7)
       on conflict (tenant_id, channel, subject_id) do update
         set opted_in = excluded.opted_in, source = excluded.source, at = excluded.at, recorded_by = excluded.recorded_by
         where kept.at <= excluded.at`,
      [tenant, consent.channel, id, consent.opted_in, consent.source, consent.at, by],
    );
  }

  async remove(tenant: string, { kind, id }: Addressee, running?: EntityManager): Promise<void> {
    await this.database.query(
      tenant,
      `delete from ${tableName(consentsOf(kind.name)).sql} where tenant_id = $1 and subject_id = $2::${kind.keyType}`,
      [tenant, id],
      running,
    );
  }

  /** What keeps this one from being contacted, if anything does. @throws ConsentSecretMissingError */
  async obstacle(
    tenant: string,
    { kind, id, addresses }: Addressee,
    channel: Channel,
  ): Promise<Obstacle | null> {
    const people = sql`select ${key(id, kind.keyType)} as id, ${addresses[channel] ?? null}::text as address`;
    const asked = this.reachability.obstacles({ tenant, subject: kind.name, channel, people });
    const [row] = await this.database.query<{ obstacle: Obstacle | null }[]>(
      tenant,
      asked.text,
      asked.values,
    );
    return row?.obstacle ?? null;
  }
}
