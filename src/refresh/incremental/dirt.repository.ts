/** The SQL of taking dirt: whom to look at again, in all segments or in one. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dirtOf } from '../../members/dirt.sql.js';
import { keyOf, type Subject } from '../../rule-language/field.js';
import { everyone, type Target } from '../../rule-language/to-sql/compile.js';
import { type Sql, sql, tableName } from '../../rule-language/to-sql/sql.js';

/** Whose dirt. */
export type DirtOf = Pick<Target, 'tenant' | 'subject'>;

export interface Taken {
  readonly subjects: number;
  /** Whom to look at in all segments. */
  readonly whole: readonly string[];
  /** By segment, whom to look at in it alone. */
  readonly pairs: ReadonlyMap<string, readonly string[]>;
}

interface Row {
  readonly subject: string;
  readonly segment: string | null;
}

@Injectable()
export class DirtRepository {
  /** Up to so many of whom dirt waits, in the order of their keys; not for what nobody can look at now. */
  async waiting(
    manager: EntityManager,
    { tenant, subject }: DirtOf,
    busy: readonly string[],
    limit: number,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `select id::text as id from (
         select distinct subject_id as id from ${nameOf(subject)}
         where tenant_id = $1 and (segment_id is null or segment_id <> all($2::uuid[]))
         order by subject_id limit $3) d`,
      [tenant, [...busy], limit],
    );
    return rows.map(({ id }) => id);
  }

  /** All dirt of these. Waits for whoever takes some of it as well; who has then nothing left is not among those taken. */
  async take(manager: EntityManager, { tenant, subject }: DirtOf, ids: readonly string[]): Promise<Taken> {
    const [rows] = await manager.query<[Row[], number]>(
      `delete from ${nameOf(subject)} where tenant_id = $1 and subject_id = any($2::${keyOf(subject).type}[])
       returning subject_id::text as subject, segment_id as segment`,
      [tenant, [...ids]],
    );
    return sorted(rows);
  }

  /** What could not be looked at now, for later. */
  async putBack(
    manager: EntityManager,
    { tenant, subject }: DirtOf,
    { whole, pairs }: Taken,
    busy: readonly string[],
  ): Promise<void> {
    const rows = busy.map((segment) => ({ segment, ids: [...whole, ...(pairs.get(segment) ?? [])] }));
    const some = rows.filter(({ ids }) => ids.length > 0);
    for (const { segment, ids } of some)
      await manager.query(
        `insert into ${nameOf(subject)} (tenant_id, subject_id, segment_id)
         select $1, id, $3::uuid from unnest($2::${keyOf(subject).type}[]) id`,
        [tenant, ids, segment],
      );
  }

  /** How many there are to be looked at: in all segments (null), and in each alone. */
  counts(manager: EntityManager, { tenant, subject }: DirtOf): Promise<Counted[]> {
    return manager.query(
      `select segment_id as segment, count(distinct subject_id)::float8 as subjects from ${nameOf(subject)}
       where tenant_id = $1 group by segment_id`,
      [tenant],
    );
  }

  /** Lets go of dirt: of all of it, or what is of single segments. */
  async drop(
    manager: EntityManager,
    { tenant, subject }: DirtOf,
    segments: readonly string[] | 'all',
  ): Promise<void> {
    const [which, values] =
      segments === 'all' ? ['', []] : [' and segment_id = any($2::uuid[])', [[...segments]]];
    await manager.query(`delete from ${nameOf(subject)} where tenant_id = $1${which}`, [tenant, ...values]);
  }

  /** How many subjects the tenant has; no more than `most`, so that no more are counted. */
  async subjects(manager: EntityManager, target: Target, most: number): Promise<number> {
    const some: Sql = sql`select count(*)::float8 as count from (${everyone(target)} limit ${most}) e`;
    const [row] = await manager.query<{ count: number }[]>(some.text, some.values);
    return row?.count ?? 0;
  }
}

export interface Counted {
  readonly segment: string | null;
  readonly subjects: number;
}

const nameOf = (subject: Subject): string => tableName(dirtOf(subject)).sql;

function sorted(rows: readonly Row[]): Taken {
  const whole = new Set(rows.flatMap(({ subject, segment }) => (segment === null ? [subject] : [])));
  const pairs = new Map<string, Set<string>>();
  for (const { subject, segment } of rows) {
    if (segment === null || whole.has(subject)) continue;
    pairs.set(segment, (pairs.get(segment) ?? new Set()).add(subject));
  }
  return {
    subjects: new Set(rows.map(({ subject }) => subject)).size,
    whole: [...whole],
    pairs: new Map([...pairs].map(([segment, ids]) => [segment, [...ids]])),
  };
}
