/** The SQL of what follows from a difference for segments that are built on those it is of: they look again at whom it changed. */

import { Injectable } from '@nestjs/common';
import type { QueryRunner } from 'typeorm';
import { keyOf, type Subject } from '../rule-language/field.js';
import { keys, sql, tableName } from '../rule-language/to-sql/sql.js';
import { dirtOf } from './dirt.sql.js';
import { run } from './run-sql.js';

@Injectable()
export class Readers {
  /**
   * Everyone in the table `difference` but `seen`. Only segments that are kept by what changes: others read all members anew.
   */
  async tell(runner: QueryRunner, subject: Subject, tenant: string, seen: readonly string[]): Promise<void> {
    await run(
      runner,
      sql`insert into ${tableName(dirtOf(subject))} (tenant_id, subject_id, segment_id)
        select ${tenant}, d.subject_id, r.id from difference d
        join segmentation.segment_dependencies n on n.tenant_id = ${tenant} and n.needs_id = d.segment_id
        join segmentation.segments r on r.tenant_id = ${tenant} and r.id = n.segment_id
        where r.status = 'active' and r.schedule = 'live'
          and d.subject_id <> all(${keys(seen, keyOf(subject).type)})`,
    );
  }
}
