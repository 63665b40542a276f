/** The SQL of the ledger: who is in, who was, and how differences are written. */

import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { Sort } from '../access/sorted-by.decorator.js';
import type { After } from '../access/sorted-cursor.js';
import { TenantDatabase } from '../access/tenant-database.js';
import { keyOf, type Subject } from '../rule-language/field.js';
import { empty, type Sql, sql, tableName } from '../rule-language/to-sql/sql.js';
import { pinsOf } from './pins.sql.js';
import { Readers, type Seen } from './readers.repository.js';
import { run } from './run-sql.js';

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

/** Whose stays are written, as of when, and by whom. */
export interface Stamp {
  readonly tenant: string;
  readonly asOf: string;
  readonly by: string;
}

/** What changes the members of one segment, and why. */
export interface Change extends Stamp {
  readonly segment: string;
  readonly cause: Cause;
}

const columns = 'subject_id::text as subject_id, entered_at, entered_by, left_at, left_by, cause';

@Injectable()
export class Ledger {
  constructor(
    private readonly database: TenantDatabase,
    private readonly readers: Readers,
  ) {}

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

  /**
   * The one writer of stays: what the table `difference` has of any segments, and only that; where it has none, no row.
   * The rows of the segments are locked, so that each has one writer at a time.
   * Segments that are built on these are to look again at whom it changed, where the same transaction does not.
   * @returns how many joined and left, by segment; those where nobody did are not in it
   */
  async write(
    runner: QueryRunner,
    subject: Subject,
    stamp: Stamp,
    seen?: Seen,
  ): Promise<ReadonlyMap<string, Difference>> {
    const written = [
      ...(await this.writeLeavers(runner, subject, stamp)),
      ...(await this.writeJoiners(runner, subject, stamp)),
    ];
    if (written.length > 0) await this.readers.tell(runner, subject, stamp.tenant, seen);
    const differences = new Map<string, Difference>();
    for (const { segment, joined, left } of written) {
      const sum = differences.get(segment) ?? unchanged;
      differences.set(segment, { joined: sum.joined + joined, left: sum.left + left });
    }
    return differences;
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
  private async writeLeavers(
    runner: QueryRunner,
    subject: Subject,
    { tenant, asOf, by }: Stamp,
  ): Promise<Written[]> {
    const ledger = tableName(subject.ledger);
    const open = sql`s.tenant_id = ${tenant} and s.segment_id = d.segment_id and s.subject_id = d.subject_id
      and s.left_at is null and not d.joins`;
    const ended = await counted(
      runner,
      'left',
      sql`update ${ledger} s set left_at = ${asOf}::timestamptz, left_by = ${by}
        from difference d where ${open} and s.entered_at < ${asOf}::timestamptz returning s.segment_id`,
    );
    const undone = await counted(
      runner,
      'left',
      sql`delete from ${ledger} s using difference d where ${open} and s.entered_at >= ${asOf}::timestamptz
        returning s.segment_id`,
    );
    return [...ended, ...undone];
  }

  /** Whoever left at this very instant goes on with their stay. */
  private async writeJoiners(
    runner: QueryRunner,
    subject: Subject,
    { tenant, asOf, by }: Stamp,
  ): Promise<Written[]> {
    const ledger = tableName(subject.ledger);
    const continued = await counted(
      runner,
      'joined',
      sql`update difference d set continues = true from continued c
        where d.segment_id = c.segment_id and d.subject_id = c.subject_id and d.joins
        returning d.segment_id`,
      sql`continued as (
        update ${ledger} s set left_at = null, left_by = null from difference d
        where s.tenant_id = ${tenant} and s.segment_id = d.segment_id and s.subject_id = d.subject_id
          and s.left_at = ${asOf}::timestamptz and d.joins
        returning s.segment_id, s.subject_id), `,
    );
    const entered = await counted(
      runner,
      'joined',
      sql`insert into ${ledger} (tenant_id, segment_id, subject_id, entered_at, entered_by, left_at, left_by, cause)
        select ${tenant}, segment_id, subject_id, ${asOf}::timestamptz, ${by}, null, null, cause
        from difference where joins and not continues order by segment_id, subject_id
        returning segment_id`,
    );
    return [...continued, ...entered];
  }

  /** A deleted segment leaves no stays behind. */
  async remove(manager: EntityManager, subject: Subject, tenant: string, segment: string): Promise<void> {
    await manager.query(
      `delete from ${tableName(subject.ledger).sql} where tenant_id = $1 and segment_id = $2`,
      [tenant, segment],
    );
  }
}

interface Written extends Difference {
  readonly segment: string;
}

export const unchanged: Difference = { joined: 0, left: 0 };

/** Runs what writes stays and returns the segment of each: how many of them have joined or left, by segment. */
async function counted(
  runner: QueryRunner,
  what: keyof Difference,
  writing: Sql,
  before: Sql = empty,
): Promise<Written[]> {
  const rows = await run<{ segment: string; count: number }[]>(
    runner,
    sql`with ${before}written as (${writing})
      select segment_id as segment, count(*)::float8 as count from written group by 1`,
  );
  return rows.map(({ segment, count }) => ({ segment, ...unchanged, [what]: count }));
}
