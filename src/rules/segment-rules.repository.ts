/** The SQL of rule rows. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SegmentRuleRow } from './segment-rule.entity.js';

export interface NewSegmentRule extends SegmentRuleRow {
  /** Every field it speaks of, as `record.field`. */
  readonly uses: readonly string[];
}

@Injectable()
export class SegmentRulesRepository {
  async replace(
    manager: EntityManager,
    tenant: string,
    segment: string,
    rows: readonly NewSegmentRule[],
  ): Promise<void> {
    await manager.query(`delete from segmentation.segment_rules where tenant_id = $1 and segment_id = $2`, [
      tenant,
      segment,
    ]);
    await manager.query(
      `insert into segmentation.segment_rules
         (tenant_id, segment_id, id, parent_id, path, position, logical_operator, field, operator, value, uses)
       select $1, $2, r.id, r.parent_id, r.path, r.position, r.logical_operator, r.field, r.operator, r.value,
         array(select json_array_elements_text(r.uses))
       from json_to_recordset($3) r (id text, parent_id text, path text, position integer, logical_operator text,
         field text, operator text, value json, uses json)`,
      [tenant, segment, JSON.stringify(rows)],
    );
  }

  /** The segments whose enabled conditions speak of a field, such as `contact.custom.dietary`; by name. */
  usersOf(manager: EntityManager, tenant: string, field: string): Promise<{ id: string; name: string }[]> {
    return manager.query(
      `select s.id, s.name from segmentation.segments s
       where s.tenant_id = $1 and exists (
         select from segmentation.segment_rules r
         where r.tenant_id = $1 and r.segment_id = s.id and r.uses @> array[$2::text])
       order by s.name`,
      [tenant, field],
    );
  }
}
