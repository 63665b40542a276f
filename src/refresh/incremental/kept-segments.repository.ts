/** The SQL of the segments that are kept by what changes. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pinsLock, refreshLock } from '../../members/refresh-lock.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import type { SegmentRow } from '../../segments/segment.entity.js';
import { segmentColumns } from '../../segments/segments.repository.js';

export interface SharedSegment {
  readonly id: string;
  /** Nobody else keeps its members from being written. */
  readonly free: boolean;
}

export interface LiveSegment extends SegmentRow {
  /** ISO 8601, to the microsecond: as of when its members are known; null where nobody has reckoned them yet. */
  readonly known_as_of: string | null;
  /** It wants a full run. */
  readonly due: boolean;
  /** Whoever carries that out may have looked already. */
  readonly claimed: boolean;
}

/** Of active ones: those that follow their rule as soon as something changes. */
const kept = `status = 'active' and schedule = 'live' and type <> 'static'`;

const dueWhere = (condition: string): string =>
  `exists (select from segmentation.due d where d.segment_id = segments.id and ${condition})`;

@Injectable()
export class KeptSegmentsRepository {
  /**
   * Shares the locks of all of them until the transaction ends: no full run begins meanwhile, and nobody is pinned. One
   * that somebody else holds is not waited for.
   */
  share(manager: EntityManager, tenant: string, subject: string): Promise<SharedSegment[]> {
    const taken = (lock: string): string => `pg_try_advisory_xact_lock_shared(${lock})`;
    return manager.query(
      `select id, case when not ${taken(refreshLock('id::text'))} then false
                       when type = 'hybrid' then ${taken(pinsLock('id::text'))} else true end as free
       from (select id, type from segmentation.segments
             where tenant_id = $1 and subject = $2 and ${kept} order by id) s`,
      [tenant, subject],
    );
  }

  /** The ids of all of them. */
  async kept(
    manager: EntityManager,
    { tenant, subject }: Pick<Target, 'tenant' | 'subject'>,
  ): Promise<string[]> {
    const rows = await manager.query<{ id: string }[]>(
      `select id from segmentation.segments where tenant_id = $1 and subject = $2 and ${kept} order by id`,
      [tenant, subject.name],
    );
    return rows.map(({ id }) => id);
  }

  /** As they are once their locks are held, those of them that are still kept by what changes. */
  read(manager: EntityManager, tenant: string, ids: readonly string[]): Promise<LiveSegment[]> {
    return manager.query(
      `select ${segmentColumns}, ${dueWhere('true')} as due, ${dueWhere('d.holder is not null')} as claimed,
         to_json(greatest(last_calculated_at, last_updated_at)) #>> '{}' as known_as_of
       from segmentation.segments where tenant_id = $1 and id = any($2::uuid[]) and ${kept} order by id`,
      [tenant, [...ids]],
    );
  }
}
