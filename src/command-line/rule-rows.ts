/** Rows of rules for segments that have none: those that were saved before there were rows. */

import type { DataSource } from 'typeorm';
import { TenantDatabase } from '../access/tenant-database.js';
import type { Vocabulary } from '../rule-language/field.js';
import { parseRule } from '../rule-language/parse.js';
import type { Rule } from '../rule-language/rule.js';
import { rowsOf } from '../rules/rule-rows.js';
import { type NewSegmentRule, SegmentRulesRepository } from '../rules/segment-rules.repository.js';

interface Segment {
  readonly id: string;
  readonly subject: string;
  readonly rules: Rule;
}

interface Found {
  readonly id: string;
  readonly tenant_id: string;
}

const withoutRows = `s.rules is not null and not exists (
  select from segmentation.segment_rules r where r.tenant_id = s.tenant_id and r.segment_id = s.id)`;

/**
 * Repeated, it changes nothing. They are found as the role that sees all tenants: where that is not provided, it is left to
 * the next edit of each, or to a migration after `doctor` was heeded.
 */
export async function provideRuleRows(dataSource: DataSource, vocabulary: Vocabulary): Promise<void> {
  const database = new TenantDatabase(dataSource);
  const found = await dataSource.transaction(async ({ queryRunner }): Promise<Found[]> => {
    if (!queryRunner) throw new Error('A transaction has a query runner.');
    await database.become(queryRunner, 'evaluation');
    return queryRunner.query(`select s.id, s.tenant_id from segmentation.segments s where ${withoutRows}`);
  });
  for (const { id, tenant_id } of found) await writeRows(database, tenant_id, id, vocabulary);
}

/** An edit at the same time has the last word: it is waited for, and looked whether it has written them. */
const writeRows = (
  database: TenantDatabase,
  tenant: string,
  id: string,
  vocabulary: Vocabulary,
): Promise<void> =>
  database.within(tenant, async (manager) => {
    const one = [tenant, id];
    await manager.query('select from segmentation.segments where tenant_id = $1 and id = $2 for update', one);
    const [segment] = await manager.query<Segment[]>(
      `select s.id, s.subject, s.rules from segmentation.segments s
       where s.tenant_id = $1 and s.id = $2 and ${withoutRows}`,
      one,
    );
    const rows = segment && rowsIn(segment, vocabulary);
    if (rows) await new SegmentRulesRepository().replace(manager, tenant, id, rows);
  });

/**
 * There were no custom fields yet, and segments that it refers to were there when it was saved. One that the catalogue
 * does not understand any more gets its rows when it is mended.
 */
function rowsIn({ id, subject, rules }: Segment, vocabulary: Vocabulary): NewSegmentRule[] | undefined {
  const segment = (reference: unknown) =>
    typeof reference === 'string' ? { id: reference, name: reference, subject } : undefined;
  const parsed = parseRule(rules, { vocabulary, subject, segment });
  return parsed.ok ? rowsOf(parsed.rule, parsed.checked, id) : undefined;
}
