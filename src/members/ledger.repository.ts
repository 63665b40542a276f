/** The SQL of the ledger: who is in, who was, and the differences that refreshes write. */

import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Sort } from '../access/sorted-by.decorator.js';
import type { After } from '../access/sorted-cursor.js';
import { TenantDatabase } from '../access/tenant-database.js';
import { keyOf, type Subject } from '../rule-language/field.js';
import { key, type Sql, sql, tableName } from '../rule-language/to-sql/sql.js';
import { pinsOf } from './pins.sql.js';
import { affected, run } from './run-sql.js';

/** Why a stay began. */
export const causes = ['matched', 'first_fill', 'rule_changed', 'pinned', 'restored', 'imported'] as const;
export type Cause = (typeof causes)[number];

export interface Stay {
  readonly subject_id: string;
  readonly entered_at: Date;
  readonly entered_by: string;
  readonly left_at: Date | null;
  readonly left_by: string | null;
  readonly cause: Cause;
}

export const memberSorts = ['member_id', 'added_at'] as const;
export type MemberSortKey = (typeof memberSorts)[number];
export type MemberSort = Sort<MemberSortKey>;

export interface ListedStay extends Stay {
  readonly sort_key: string;
}

export interface Difference {
  readonly joined: number;
  readonly left: number;
}

/** What a refresh writes: when, by whom and why. */
export interface Change {
  readonly tenant: string;
  readonly segment: string;
  readonly asOf: string;
  readonly by: string;
  readonly cause: Cause;
}

const columns = 'subject_id::text as subject_id, entered_at, entered_by, left_at, left_by, cause';

@Injectable()
export class Ledger {
  constructor(private readonly database: TenantDatabase) {}

  /** The members at an instant, sorted; those after `after`. */
  page(
    subject: Subject,
    { tenant, segment, asOf }: Pick<Change, 'tenant' | 'segment' | 'asOf'>,
    { by, descending }: MemberSort,
    page: { readonly limit: number; readonly after: After | undefined },
  ): Promise<ListedStay[]> {
    const { type } = keyOf(subject);
    const [than, direction] = descending ? ['<', 'desc'] : ['>', 'asc'];
    // By their keys alone, where an index has them in that order.
    const place = by === 'member_id' ? [] : ['extract(epoch from s.entered_at)'];
    const bound = place.map(() => '$6::numeric');
    const { limit, after } = page;
    return this.database.query(
      tenant,
      `select ${columns}, ${place[0] ?? `''`}::text as sort_key from ${tableName(subject.ledger).sql} s
       where tenant_id = $1 and segment_id = $2 and entered_at <= $3 and (left_at is null or left_at > $3)
         and ($4::${type} is null or (${[...place, 's.subject_id']}) ${than} (${[...bound, `$4::${type}`]}))
       order by ${[...place, 's.subject_id'].map((key) => `${key} ${direction}`)} limit $5`,
      [tenant, segment, asOf, after?.id ?? null, limit, ...place.map(() => after?.key ?? null)],
    );
  }

  /** The stored members, as a query with the one column `id`. */
  members(subject: Subject, tenant: string, segment: string): Sql {
    return sql`select subject_id as id from ${tableName(subject.ledger)}
      where tenant_id = ${tenant} and segment_id = ${segment}::uuid and left_at is null`;
  }

  /** The members at an instant, as a query with the one column `id`. */
  membersAt(subject: Subject, tenant: string, segment: string, asOf: string): Sql {
    return sql`select subject_id as id from ${tableName(subject.ledger)}
      where tenant_id = ${tenant} and segment_id = ${segment}::uuid
        and entered_at <= ${asOf}::timestamptz and (left_at is null or left_at > ${asOf}::timestamptz)`;
  }

  async countAt(subject: Subject, tenant: string, segment: string, asOf: string): Promise<number> {
    const [row] = await this.database.query<{ count: number }[]>(
      tenant,
      `select count(*)::float8 as count from ${tableName(subject.ledger).sql}
       where tenant_id = $1 and segment_id = $2 and entered_at <= $3 and (left_at is null or left_at > $3)`,
      [tenant, segment, asOf],
    );
    return row?.count ?? 0;
  }

  async stayAt(
    subject: Subject,
    tenant: string,
    segment: string,
    member: string,
    asOf: string,
  ): Promise<Stay | undefined> {
    const keyType = keyOf(subject).type;
    const [row] = await this.database.query<Stay[]>(
      tenant,
      `select ${columns} from ${tableName(subject.ledger).sql}
       where tenant_id = $1 and segment_id = $2 and subject_id = $3::${keyType}
         and entered_at <= $4 and (left_at is null or left_at > $4)`,
      [tenant, segment, member, asOf],
    );
    return row;
  }

  /** Reckons the difference between an audience and the stored members, in the role that evaluates. */
  async reckon(runner: QueryRunner, subject: Subject, audience: Sql, change: Change): Promise<void> {
    await this.database.become(runner, 'evaluation');
    await run(
      runner,
      sql`create temporary table difference on commit drop as
        select coalesce(a.id, m.subject_id) as subject_id, m.subject_id is null as joins, ${change.cause}::text as cause
        from (${audience}) a
        full join (select s.subject_id from ${tableName(subject.ledger)} s
                   where ${ofSegment(change)} and s.left_at is null) m on m.subject_id = a.id
        where a.id is null or m.subject_id is null`,
    );
    // Nobody else has this session's temporary tables; the role that writes is not the one that made it.
    await run(runner, sql`grant select, delete on difference to public`);
    await this.database.become(runner, 'request');
  }

  /** The difference that adding all of `chosen` makes, whom others have excluded included. */
  async reckonJoiners(runner: QueryRunner, subject: Subject, change: Change): Promise<void> {
    await run(
      runner,
      sql`create temporary table difference on commit drop as
        select distinct c.id as subject_id, true as joins,
          case when p.kind = 'excluded' then 'restored' else ${change.cause} end as cause
        from chosen c
        left join (select s.subject_id, s.kind from ${tableName(pinsOf(subject))} s where ${ofSegment(change)}) p
          on p.subject_id = c.id
        where c.id is not null and not exists (
          select from ${tableName(subject.ledger)} s
          where ${ofSegment(change)} and s.left_at is null and s.subject_id = c.id)`,
    );
  }

  /** The difference that one member more or fewer makes; none, if they are what they should be. */
  async reckonOne(
    runner: QueryRunner,
    subject: Subject,
    member: string,
    joins: boolean,
    change: Change,
  ): Promise<void> {
    const one = key(member, keyOf(subject).type);
    const isMember = sql`exists (select from ${tableName(subject.ledger)} s
      where ${ofSegment(change)} and s.left_at is null and s.subject_id = ${one})`;
    await run(
      runner,
      sql`create temporary table difference on commit drop as
        select ${one} as subject_id, ${joins}::boolean as joins, ${change.cause}::text as cause
        where ${isMember} <> ${joins}::boolean`,
    );
  }

  /** Writes the difference that was reckoned, and only that: where there is none, no row. */
  async write(runner: QueryRunner, subject: Subject, change: Change): Promise<Difference> {
    const left = await this.writeLeavers(runner, subject, change);
    const joined = await this.writeJoiners(runner, subject, change);
    return { joined, left };
  }

  /** Whoever is a member of `from` and included in the segment enters it, which nobody has entered yet. */
  async enterIncluded(
    manager: EntityManager,
    subject: Subject,
    from: string,
    change: Change,
  ): Promise<number> {
    const ledger = tableName(subject.ledger);
    const { tenant, segment, asOf, by, cause } = change;
    const [row] = await manager.query<{ count: number }[]>(
      `with entered as (
         insert into ${ledger.sql} (tenant_id, segment_id, subject_id, entered_at, entered_by, left_at, left_by, cause)
         select $1, $2::uuid, s.subject_id, $4, $5, null, null, $6 from ${ledger.sql} s
         where s.tenant_id = $1 and s.segment_id = $3 and s.left_at is null and exists (
           select from ${tableName(pinsOf(subject)).sql} p
           where p.tenant_id = $1 and p.segment_id = $2 and p.kind = 'included' and p.subject_id = s.subject_id)
         order by s.subject_id returning 1)
       select count(*)::float8 as count from entered`,
      [tenant, segment, from, asOf, by, cause],
    );
    return row?.count ?? 0;
  }

  /** A stay that would end at the instant it began was none. */
  private async writeLeavers(runner: QueryRunner, subject: Subject, change: Change): Promise<number> {
    const ledger = tableName(subject.ledger);
    const open = sql`${ofSegment(change)} and s.left_at is null and not d.joins and d.subject_id = s.subject_id`;
    const ended = await affected(
      runner,
      sql`update ${ledger} s set left_at = ${change.asOf}::timestamptz, left_by = ${change.by}
        from difference d where ${open} and s.entered_at < ${change.asOf}::timestamptz`,
    );
    const undone = await affected(
      runner,
      sql`delete from ${ledger} s using difference d where ${open} and s.entered_at >= ${change.asOf}::timestamptz`,
    );
    return ended + undone;
  }

  /** Whoever left at this very instant goes on with their stay. */
  private async writeJoiners(runner: QueryRunner, subject: Subject, change: Change): Promise<number> {
    const ledger = tableName(subject.ledger);
    const continued = await affected(
      runner,
      sql`with continued as (
          update ${ledger} s set left_at = null, left_by = null from difference d
          where ${ofSegment(change)} and s.left_at = ${change.asOf}::timestamptz
            and d.joins and d.subject_id = s.subject_id
          returning s.subject_id)
        delete from difference d using continued c where c.subject_id = d.subject_id and d.joins`,
    );
    const entered = await affected(
      runner,
      sql`insert into ${ledger} (tenant_id, segment_id, subject_id, entered_at, entered_by, left_at, left_by, cause)
        select ${change.tenant}, ${change.segment}::uuid, subject_id, ${change.asOf}::timestamptz, ${change.by}, null, null,
          cause
        from difference where joins order by subject_id`,
    );
    return continued + entered;
  }

  /** A deleted segment leaves no stays behind. */
  async remove(manager: EntityManager, subject: Subject, tenant: string, segment: string): Promise<void> {
    await manager.query(
      `delete from ${tableName(subject.ledger).sql} where tenant_id = $1 and segment_id = $2`,
      [tenant, segment],
    );
  }
}

export const ofSegment = ({ tenant, segment }: Pick<Change, 'tenant' | 'segment'>): Sql =>
  sql`s.tenant_id = ${tenant} and s.segment_id = ${segment}::uuid`;
