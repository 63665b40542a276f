/** The SQL of those whom time has turned: found in the role that evaluates, and written down to be looked at again. */

import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { TenantDatabase } from '../../access/tenant-database.js';
import { dirtOf } from '../../members/dirt.sql.js';
import { affected, run } from '../../members/run-sql.js';
import { keyOf } from '../../rule-language/field.js';
import { everyone, type Target } from '../../rule-language/to-sql/compile.js';
import { identifier, keyType, type Sql, sql, tableName } from '../../rule-language/to-sql/sql.js';
import type { SegmentRow } from '../../segments/segment.entity.js';
import type { Question } from './sweep.js';

/** Of how many segments somebody is looked at one by one; of more, they are looked at for all there are at once. */
const fewSegments = 8;
/** Up to so many, nobody asks what share of everyone they are. */
const fewSubjects = 1000;
/** Above it, a full run is cheaper. */
const largestShare = 0.1;

/** Where a segment's rule is, and whom it is about. */
export interface LiveRow extends Pick<SegmentRow, 'id' | 'subject' | 'rules'> {
  /** It wants a full run as it is. */
  readonly due: boolean;
}

/** What was found: how many to look at again, and for which segments everyone is. */
export interface Found {
  readonly subjects: number;
  readonly due: readonly string[];
}

@Injectable()
export class CrossersRepository {
  constructor(private readonly database: TenantDatabase) {}

  /** Of the segments that are kept fresh, those with a rule. */
  live(runner: QueryRunner, tenant: string): Promise<LiveRow[]> {
    return run(
      runner,
      sql`select id, subject, rules,
          exists (select from segmentation.due d where d.tenant_id = ${tenant} and d.segment_id = segments.id) as due
        from segmentation.segments
        where tenant_id = ${tenant} and status = 'active' and schedule = 'live' and rules is not null order by id`,
    );
  }

  /** Those of one kind. */
  async writeDown(runner: QueryRunner, target: Target, asked: readonly Question[]): Promise<Found> {
    const table = identifier(`${target.subject.name} crossers`);
    const counts = await this.find(runner, target, asked, table);
    const limit = await this.most(runner, target, Math.max(0, ...counts));
    await this.database.become(runner, 'request');
    const due = asked.flatMap(({ segments, ranked }, place) => {
      const count = counts[place] ?? 0;
      return [...(count > 0 ? ranked : []), ...(count > limit ? segments : [])];
    });
    const pairs = asked.flatMap(({ segments }, place) =>
      (counts[place] ?? 0) > limit ? [] : segments.map((segment) => ({ place, segment })),
    );
    return { due, subjects: await this.append(runner, target, table, pairs) };
  }

  /** How many each question finds. */
  private async find(
    runner: QueryRunner,
    { subject }: Target,
    asked: readonly Question[],
    table: Sql,
  ): Promise<number[]> {
    await this.database.become(runner, 'evaluation');
    await run(
      runner,
      sql`create temporary table ${table} (place integer not null, subject_id ${keyType(keyOf(subject).type)} not null)
        on commit drop`,
    );
    const counts: number[] = [];
    for (const [place, { statement }] of asked.entries())
      counts.push(
        await affected(
          runner,
          sql`insert into ${table} select ${place}::integer, crossers.id from (${statement}) crossers`,
        ),
      );
    // Nobody else has this session's temporary tables; the role that writes is not the one that made it.
    await run(runner, sql`grant select on ${table} to public`);
    return counts;
  }

  /** Above how many a full run is cheaper. */
  private async most(runner: QueryRunner, target: Target, found: number): Promise<number> {
    if (found <= fewSubjects) return fewSubjects;
    const [row] = await run<{ count: number }[]>(
      runner,
      sql`select count(*)::float8 as count from (${everyone(target)}) everyone`,
    );
    return Math.max(fewSubjects, largestShare * (row?.count ?? 0));
  }

  private append(
    runner: QueryRunner,
    { subject, tenant }: Target,
    table: Sql,
    pairs: readonly { readonly place: number; readonly segment: string }[],
  ): Promise<number> {
    const places = pairs.map(({ place }) => place);
    const segments = pairs.map(({ segment }) => segment);
    return affected(
      runner,
      sql`insert into ${tableName(dirtOf(subject))} (tenant_id, subject_id, segment_id)
        select ${tenant}::text, c.subject_id, unnest(
          case when count(distinct p.segment_id) > ${fewSegments}::integer then array[null]::uuid[]
          else array_agg(distinct p.segment_id) end)
        from ${table} c
        join unnest(${places}::integer[], ${segments}::uuid[]) p (place, segment_id) on p.place = c.place
        group by c.subject_id`,
    );
  }
}
