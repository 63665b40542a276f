/** The SQL of what is due: segments that want a full run, each once, however often that was asked for. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

@Injectable()
export class DueSegments {
  /**
   * In the transaction that is the reason. Whoever carries a run out takes the mark away only where nobody has asked again
   * since they looked. A segment that is gone is not due. Whoever edits a segment is not waited for: some who mark keep
   * those waiting.
   */
  async mark(manager: EntityManager, tenant: string, ids: readonly string[], reason: string): Promise<void> {
    if (ids.length === 0) return;
    await manager.query(
      `insert into segmentation.due as d (segment_id, tenant_id, reason, requested, due_at)
       select s.id, s.tenant_id, $3, 1, clock_timestamp() from segmentation.segments s
       where s.tenant_id = $1 and s.id = any($2::uuid[]) order by s.id
       on conflict (segment_id) do update
       set requested = d.requested + 1, reason = excluded.reason, due_at = least(d.due_at, excluded.due_at)`,
      [tenant, [...ids], reason],
    );
  }
}
