/** The SQL of overlap: which segments there are, at which version of their members, and who is in. */

import { Injectable } from '@nestjs/common';
import type { Ask } from '../../audience/evaluation.js';
import { keyOf } from '../../rule-language/field.js';
import { and, key, type Sql, sql, tableName } from '../../rule-language/to-sql/sql.js';
import { SegmentNotFoundError } from '../../segments/segments.errors.js';
import type { MembersAt, Population } from './member-sets.js';

export interface ComparedSegment extends MembersAt {
  readonly name: string;
  readonly subject: string;
}

/** Ids in one statement. */
const batch = 100_000;

const columns = sql`id as segment_id, name, subject, members_version::text as members_version`;

@Injectable()
export class OverlapRepository {
  /** In the order of their ids as they are given. @throws SegmentNotFoundError */
  async named(ask: Ask, tenant: string, ids: readonly string[]): Promise<ComparedSegment[]> {
    const rows = await ask<ComparedSegment>(
      sql`select ${columns} from segmentation.segments where tenant_id = ${tenant} and id = any(${[...ids]}::uuid[])`,
    );
    const byId = new Map(rows.map((row) => [row.segment_id, row]));
    return ids.map((id) => {
      const row = byId.get(id);
      if (!row) throw new SegmentNotFoundError(id);
      return row;
    });
  }

  /** The largest segments of a kind of subject, without one of them and without archived ones. */
  largestOthers(
    ask: Ask,
    { tenant, subject }: Population,
    segment: string,
    limit: number,
  ): Promise<ComparedSegment[]> {
    return ask(
      sql`select ${columns} from segmentation.segments
        where tenant_id = ${tenant} and subject = ${subject.name} and status <> 'archived' and id <> ${segment}::uuid
        order by coalesce(member_count, 0) desc, id limit ${limit}`,
    );
  }

  /** Everyone who is in, in the order of their keys. */
  async *members(ask: Ask, population: Population, segment: string): AsyncGenerator<readonly string[]> {
    let last: string | undefined;
    do {
      const [row] = await ask<{ ids: string[] | null }>(membersAfter(population, segment, last));
      const ids = row?.ids ?? [];
      if (ids.length > 0) yield ids;
      last = ids.length < batch ? undefined : ids.at(-1);
    } while (last !== undefined);
  }
}

/** As one list, which is read faster than as many rows. */
function membersAfter({ tenant, subject }: Population, segment: string, last: string | undefined): Sql {
  const { type } = keyOf(subject);
  const members = [
    sql`tenant_id = ${tenant}`,
    sql`segment_id = ${segment}::uuid`,
    sql`left_at is null`,
    ...(last === undefined ? [] : [sql`subject_id > ${key(last, type)}`]),
  ];
  return sql`select json_agg(subject_id::text order by subject_id) as ids from (
    select subject_id from ${tableName(subject.ledger)} where ${and(members)} order by subject_id limit ${batch}) members`;
}
