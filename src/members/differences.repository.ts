/**
 * The SQL of differences: what has to change for members to be those they should be, in the temporary table `difference`
 * of the transaction that writes it: columns `segment_id`, `subject_id`, `joins` (or leaves), `cause`, and `continues`, of
 * those who join while their last stay has not ended before.
 */

import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import { keyOf, type Subject } from '../rule-language/field.js';
import { key, keys, keyType, type Sql, sql, tableName } from '../rule-language/to-sql/sql.js';
import type { Cause, Change } from './ledger.repository.js';
import { pinsOf } from './pins.sql.js';
import { run } from './run-sql.js';

/** Somebody who is to join a segment, or to leave it. */
export interface Found {
  readonly segment: string;
  readonly subject: string;
  readonly joins: boolean;
}

@Injectable()
export class Differences {
  constructor(private readonly database: TenantDatabase) {}

  /** Between an audience and the stored members; reckoned in the role that evaluates. */
  async reckon(runner: QueryRunner, subject: Subject, audience: Sql, change: Change): Promise<void> {
    await this.database.become(runner, 'evaluation');
    await this.keep(
      runner,
      change,
      sql`select coalesce(a.id, m.subject_id) as subject_id, m.subject_id is null as joins, ${change.cause}::text as cause
        from (${audience}) a
        full join (select s.subject_id from ${tableName(subject.ledger)} s
                   where ${ofSegment(change)} and s.left_at is null) m on m.subject_id = a.id
        where a.id is null or m.subject_id is null`,
    );
    // Nobody else has this session's temporary tables; the role that writes is not the one that made it.
    await run(runner, sql`grant select, update, delete on difference to public`);
    await this.database.become(runner, 'request');
  }

  /** That adding all of `chosen` makes, whom others have excluded included. */
  async reckonJoiners(runner: QueryRunner, subject: Subject, change: Change): Promise<void> {
    await this.keep(
      runner,
      change,
      sql`select distinct c.id as subject_id, true as joins,
          case when p.kind = 'excluded' then 'restored' else ${change.cause} end as cause
        from chosen c
        left join (select s.subject_id, s.kind from ${tableName(pinsOf(subject))} s where ${ofSegment(change)}) p
          on p.subject_id = c.id
        where c.id is not null and not exists (
          select from ${tableName(subject.ledger)} s
          where ${ofSegment(change)} and s.left_at is null and s.subject_id = c.id)`,
    );
  }

  /** That one member more or fewer makes; none, if they are what they should be. */
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
    await this.keep(
      runner,
      change,
      sql`select ${one} as subject_id, ${joins}::boolean as joins, ${change.cause}::text as cause
        where ${isMember} <> ${joins}::boolean`,
    );
  }

  /** Of any segments, as it was found; what the transaction has written before is done with. */
  async replace(runner: QueryRunner, subject: Subject, found: readonly Found[], cause: Cause): Promise<void> {
    const { type } = keyOf(subject);
    await run(
      runner,
      sql`create temporary table if not exists difference (
        segment_id uuid, subject_id ${keyType(type)}, joins boolean, cause text, continues boolean) on commit drop`,
    );
    await run(runner, sql`truncate difference`);
    await run(
      runner,
      sql`insert into difference
        select f.segment_id, f.subject_id, f.joins, ${cause}::text, false
        from unnest(${found.map(({ segment }) => segment)}::uuid[], ${keys(
          found.map(({ subject }) => subject),
          type,
        )}, ${found.map(({ joins }) => joins)}::boolean[]) f (segment_id, subject_id, joins)`,
    );
  }

  /** Of one segment: a query with the columns `subject_id`, `joins` and `cause`. */
  private async keep(runner: QueryRunner, { segment }: Change, query: Sql): Promise<void> {
    await run(
      runner,
      sql`create temporary table difference on commit drop as
        select ${segment}::uuid as segment_id, q.*, false as continues from (${query}) q`,
    );
  }
}

export const ofSegment = ({ tenant, segment }: Pick<Change, 'tenant' | 'segment'>): Sql =>
  sql`s.tenant_id = ${tenant} and s.segment_id = ${segment}::uuid`;
