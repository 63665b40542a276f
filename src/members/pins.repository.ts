/** The SQL of pins: whom people have included in a segment or excluded from it. */

import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import { keyOf, type Subject } from '../rule-language/field.js';
import { key, type Sql, sql, tableName } from '../rule-language/to-sql/sql.js';
import type { PinCounts } from '../segments/segment-membership.js';
import { ofSegment } from './differences.repository.js';
import type { Change } from './ledger.repository.js';
import { pinsOf } from './pins.sql.js';
import { pinsLock } from './refresh-lock.js';
import { affected, run } from './run-sql.js';

export const pinKinds = ['included', 'excluded'] as const;
export type PinKind = (typeof pinKinds)[number];

export interface PinRow {
  readonly subject_id: string;
  readonly kind: PinKind;
  readonly pinned_at: Date;
  readonly pinned_by: string;
  readonly reason: string | null;
}

/** Somebody who was named. */
export interface ChosenRow {
  /** As they were named. */
  readonly said: string;
  /** Null where that means nobody. */
  readonly id: string | null;
  readonly is_member: boolean;
}

/** Whose pins. */
export interface OfSegment {
  readonly tenant: string;
  readonly segment: string;
}

const columns = 'subject_id::text as subject_id, kind, pinned_at, pinned_by, reason';

@Injectable()
export class PinsRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** By subject; those after `after`, of one kind if it is said. */
  page(
    subject: Subject,
    { tenant, segment }: OfSegment,
    {
      limit,
      after,
      kind,
    }: { readonly limit: number; readonly after: string | undefined; readonly kind: PinKind | undefined },
  ): Promise<PinRow[]> {
    const { type } = keyOf(subject);
    return this.database.query(
      tenant,
      `select ${columns} from ${tableName(pinsOf(subject)).sql} p
       where tenant_id = $1 and segment_id = $2 and ($3::text is null or kind = $3)
         and ($4::${type} is null or p.subject_id > $4::${type})
       order by p.subject_id limit $5`,
      [tenant, segment, kind ?? null, after ?? null, limit],
    );
  }

  async find(subject: Subject, { tenant, segment }: OfSegment, member: string): Promise<PinRow | undefined> {
    const [row] = await this.database.query<PinRow[]>(
      tenant,
      `select ${columns} from ${tableName(pinsOf(subject)).sql}
       where tenant_id = $1 and segment_id = $2 and subject_id = $3::${keyOf(subject).type}`,
      [tenant, segment, member],
    );
    return row;
  }

  async counts(
    subject: Subject,
    { tenant, segment }: OfSegment,
    running?: EntityManager,
  ): Promise<PinCounts> {
    const [row] = await this.database.query<PinCounts[]>(
      tenant,
      `select count(*) filter (where kind = 'included')::float8 as included,
         count(*) filter (where kind = 'excluded')::float8 as excluded
       from ${tableName(pinsOf(subject)).sql} where tenant_id = $1 and segment_id = $2`,
      [tenant, segment],
      running,
    );
    return row ?? { included: 0, excluded: 0 };
  }

  /** Whom people have excluded: a query with the one column `id`. */
  excluded(subject: Subject, { tenant, segment }: OfSegment): Sql {
    return sql`select p.subject_id as id from ${tableName(pinsOf(subject))} p
      where p.tenant_id = ${tenant} and p.segment_id = ${segment}::uuid and p.kind = 'excluded'`;
  }

  /** Waits for batches that have looked at the segment's pins, until the transaction ends. */
  async lock(manager: EntityManager, segment: string): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(${pinsLock('$1')})`, [segment]);
  }

  /** Everyone in the table `chosen`, as they were named. */
  chosen(runner: QueryRunner, subject: Subject, change: Change): Promise<ChosenRow[]> {
    return run(
      runner,
      sql`select c.said, c.id::text as id, exists (
          select from ${tableName(subject.ledger)} s
          where ${ofSegment(change)} and s.left_at is null and s.subject_id = c.id) as is_member
        from chosen c`,
    );
  }

  /**
   * Pins whom `chosen` has. Who is pinned so already stays as they were pinned first.
   * @returns how many are pinned anew, or the other way from before
   */
  pin(
    runner: QueryRunner,
    subject: Subject,
    change: Change,
    kind: PinKind,
    reason: string | null,
  ): Promise<number> {
    return affected(
      runner,
      sql`insert into ${tableName(pinsOf(subject))} as p
          (tenant_id, segment_id, subject_id, kind, pinned_at, pinned_by, reason)
        select distinct ${change.tenant}::text, ${change.segment}::uuid, c.id, ${kind}::text,
          ${change.asOf}::timestamptz, ${change.by}::text, ${reason}::text
        from chosen c where c.id is not null
        on conflict (segment_id, subject_id) do update
        set kind = excluded.kind, pinned_at = excluded.pinned_at, pinned_by = excluded.pinned_by, reason = excluded.reason
        where p.kind <> excluded.kind`,
    );
  }

  /** How many of those whom `chosen` has are excluded. */
  async countExcluded(runner: QueryRunner, subject: Subject, change: Change): Promise<number> {
    const [row] = await run<{ count: number }[]>(
      runner,
      sql`select count(*)::integer as count from ${tableName(pinsOf(subject))} s
        where ${ofSegment(change)} and s.kind = 'excluded' and s.subject_id in (select c.id from chosen c)`,
    );
    return row?.count ?? 0;
  }

  /** @returns whether there was one */
  async unpin(
    runner: QueryRunner,
    subject: Subject,
    { tenant, segment }: OfSegment,
    member: string,
  ): Promise<boolean> {
    const one = key(member, keyOf(subject).type);
    const count = await affected(
      runner,
      sql`delete from ${tableName(pinsOf(subject))}
        where tenant_id = ${tenant} and segment_id = ${segment}::uuid and subject_id = ${one}`,
    );
    return count > 0;
  }

  /** The pins as they are before an audience is reckoned, which takes its time. */
  async remember(runner: QueryRunner, subject: Subject, change: Change): Promise<void> {
    await run(
      runner,
      sql`create temporary table pins_before on commit drop as
        select s.subject_id, s.kind from ${tableName(pinsOf(subject))} s where ${ofSegment(change)}`,
    );
  }

  /**
   * Leaves out of the difference whoever was pinned or unpinned while it was reckoned: their stays have been written
   * with that. To be called with the segment's row locked.
   */
  async leaveOutPinned(runner: QueryRunner, subject: Subject, change: Change): Promise<void> {
    const pins = sql`select s.subject_id, s.kind from ${tableName(pinsOf(subject))} s where ${ofSegment(change)}`;
    await run(
      runner,
      sql`delete from difference d using (
          select coalesce(a.subject_id, b.subject_id) as subject_id
          from (${pins}) a full join pins_before b on b.subject_id = a.subject_id
          where a.kind is distinct from b.kind) c
        where c.subject_id = d.subject_id and d.segment_id = ${change.segment}::uuid`,
    );
  }

  async remove(manager: EntityManager, subject: Subject, { tenant, segment }: OfSegment): Promise<void> {
    await manager.query(
      `delete from ${tableName(pinsOf(subject)).sql} where tenant_id = $1 and segment_id = $2`,
      [tenant, segment],
    );
  }

  /** Whoever is a member is included from now on; who is pinned already stays as they were pinned first. */
  async includeMembers(
    manager: EntityManager,
    subject: Subject,
    { tenant, segment }: OfSegment,
    by: string,
  ): Promise<void> {
    await manager.query(
      `insert into ${tableName(pinsOf(subject)).sql} (tenant_id, segment_id, subject_id, kind, pinned_at, pinned_by, reason)
       select tenant_id, segment_id, subject_id, 'included', clock_timestamp(), $3, null
       from ${tableName(subject.ledger).sql} where tenant_id = $1 and segment_id = $2 and left_at is null
       order by subject_id
       on conflict (segment_id, subject_id) do nothing`,
      [tenant, segment, by],
    );
  }

  async copy(
    manager: EntityManager,
    subject: Subject,
    from: OfSegment,
    to: OfSegment,
    by: string,
  ): Promise<void> {
    const table = tableName(pinsOf(subject)).sql;
    await manager.query(
      `insert into ${table} (tenant_id, segment_id, subject_id, kind, pinned_at, pinned_by, reason)
       select tenant_id, $3, subject_id, kind, clock_timestamp(), $4, reason
       from ${table} where tenant_id = $1 and segment_id = $2 order by subject_id`,
      [from.tenant, from.segment, to.segment, by],
    );
  }
}

/** Whom a segment has by its pins: of an audience and those included, all who are not excluded. */
export function withPins(
  subject: Subject,
  { tenant, segment }: OfSegment,
  audience: Sql | undefined,
  everyone: Sql,
): Sql {
  const pinned = (kind: PinKind, id: Sql): Sql => sql`exists (select from ${tableName(pinsOf(subject))} p
    where p.tenant_id = ${tenant} and p.segment_id = ${segment}::uuid and p.kind = ${kind} and p.subject_id = ${id})`;
  const included = sql`select e.id from (${everyone}) e where ${pinned('included', sql`e.id`)}`;
  if (!audience) return included;
  return sql`select m.id from (select a.id from (${audience}) a union ${included}) m
    where not ${pinned('excluded', sql`m.id`)}`;
}
