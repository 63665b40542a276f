/** The SQL of transitions: who moved from one segment to another in a period, by their stays. */

import { Injectable } from '@nestjs/common';
import type { Ask } from '../../audience/evaluation.js';
import type { Subject } from '../../rule-language/field.js';
import { instant, type Sql, sql, tableName } from '../../rule-language/to-sql/sql.js';
import type { Period } from '../period.js';

/** Whose moves, and when. */
export interface Asked {
  readonly tenant: string;
  readonly subject: Subject;
  readonly segment: string;
  readonly period: Period;
}

export interface MovedRow {
  readonly segment_id: string;
  readonly name: string;
  /** People. */
  readonly count: number;
}

export interface Moves {
  /** People who joined the segment, or left it, in the period. */
  readonly count: number;
  /** Those of them who moved. */
  readonly moved: number;
  /** The most moves first. */
  readonly segments: readonly MovedRow[];
}

@Injectable()
export class TransitionsRepository {
  /** Who joined the segment, and whence. */
  joiners(ask: Ask, asked: Asked): Promise<Moves> {
    const { period } = asked;
    // Those that last lie in one index, those that have ended in another.
    const began = sql`${staysOf(asked)} and ${within(sql`s.entered_at`, period)}`;
    const joinings = sql`${began} and s.left_at is null union all ${began} and s.left_at is not null`;
    const origins = sql`o.left_at >= ${instant(period.start)} and o.left_at <= m.entered_at
      and not ${isIn(asked, sql`o.segment_id`, sql`m.entered_at`)}`;
    return movesOf(ask, asked, joinings, origins);
  }

  /** Who left the segment, and whither. */
  leavers(ask: Ask, asked: Asked): Promise<Moves> {
    const { period, segment } = asked;
    const leavings = sql`${staysOf(asked)} and ${within(sql`s.left_at`, period)}`;
    const destinations = sql`o.entered_at >= m.left_at and o.entered_at < ${instant(period.end)}
      and not ${isIn(asked, sql`${segment}::uuid`, sql`o.entered_at`)}`;
    return movesOf(ask, asked, leavings, destinations);
  }
}

const staysOf = ({ tenant, subject, segment }: Asked): Sql => sql`
  select s.subject_id, s.entered_at, s.left_at from ${tableName(subject.ledger)} s
  where s.tenant_id = ${tenant} and s.segment_id = ${segment}::uuid`;

const within = (moment: Sql, { start, end }: Period): Sql =>
  sql`${moment} >= ${instant(start)} and ${moment} < ${instant(end)}`;

/** Whether `m` is in a segment at a moment. */
const isIn = ({ tenant, subject }: Asked, segment: Sql, moment: Sql): Sql => sql`exists (
  select from ${tableName(subject.ledger)} i
  where i.tenant_id = ${tenant} and i.subject_id = m.subject_id and i.segment_id = ${segment}
    and i.entered_at <= ${moment} and (i.left_at is null or i.left_at > ${moment}))`;

/** @param moving stays of the segment @param other what makes a stay `o` elsewhere the other end of a move of `m` */
async function movesOf(
  ask: Ask,
  { tenant, subject, segment }: Asked,
  moving: Sql,
  other: Sql,
): Promise<Moves> {
  const rows = await ask<MovedRow & { segment_id: string | null; moved: number }>(sql`
    with moving as materialized (${moving}),
    moved as materialized (
      select distinct m.subject_id, o.segment_id
      from moving m join ${tableName(subject.ledger)} o on o.subject_id = m.subject_id
      where o.tenant_id = ${tenant} and o.segment_id <> ${segment}::uuid and ${other})
    select null::uuid as segment_id, null as name, (select count(distinct subject_id) from moving)::float8 as count,
      (select count(distinct subject_id) from moved)::float8 as moved
    union all
    select s.id, s.name, count(*), 0 from moved join segmentation.segments s on s.id = moved.segment_id
    where s.tenant_id = ${tenant} group by s.id, s.name
    order by count desc, name, segment_id`);
  const whole = rows.find(({ segment_id }) => segment_id === null);
  const segments = rows.flatMap(({ segment_id, name, count }) =>
    segment_id === null ? [] : [{ segment_id, name, count }],
  );
  return { count: whole?.count ?? 0, moved: whole?.moved ?? 0, segments };
}
