/** The SQL of what follows from a difference for segments that are built on those it is of: they look again at whom it changed. */

import { Injectable } from '@nestjs/common';
import type { EntityManager, QueryRunner } from 'typeorm';
import { keyOf, type Subject } from '../rule-language/field.js';
import { keys, sql, tableName } from '../rule-language/to-sql/sql.js';
import { dirtOf } from './dirt.sql.js';
import { run } from './run-sql.js';

/** Whom the transaction that writes looks at in which segments, in the order in which they are built on each other. */
export interface Seen {
  readonly subjects: readonly string[];
  readonly segments: readonly string[];
}

const nothing: Seen = { subjects: [], segments: [] };

@Injectable()
export class Readers {
  /**
   * Everyone in the table `difference`, but whom the transaction looks at itself. Only segments that are kept by what
   * changes: others read all members anew.
   */
  async tell(runner: QueryRunner, subject: Subject, tenant: string, seen: Seen = nothing): Promise<void> {
    await run(
      runner,
      sql`insert into ${tableName(dirtOf(subject))} (tenant_id, subject_id, segment_id)
        select ${tenant}, d.subject_id, r.id from difference d
        join segmentation.segment_dependencies n on n.tenant_id = ${tenant} and n.needs_id = d.segment_id
        join segmentation.segments r on r.tenant_id = ${tenant} and r.id = n.segment_id
        where r.status = 'active' and r.schedule = 'live'
          and not (d.subject_id = any(${keys(seen.subjects, keyOf(subject).type)}) and r.id = any(${seen.segments}::uuid[]))`,
    );
  }

  /**
   * Waits for whoever is writing members of what a segment is built on. They may have looked for readers when it was none
   * yet; those who come later find it.
   */
  async waitForWriters(manager: EntityManager, tenant: string, segment: string): Promise<void> {
    await manager.query(
      `select from segmentation.segments s
       join segmentation.segment_dependencies n on n.tenant_id = $1 and n.needs_id = s.id and n.segment_id = $2
       where s.tenant_id = $1 order by s.id for share of s`,
      [tenant, segment],
    );
  }
}
