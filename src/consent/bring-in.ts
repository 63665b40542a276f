/** Consents that a host has known so far, brought in many at once. */

import type { ClientBase } from 'pg';
import { type Sql, sql, tableName, text } from '../rule-language/to-sql/sql.js';
import { consentsOf } from './consents.sql.js';

/** Whose consents, and who brings them in. */
export interface BringIn {
  readonly tenant: string;
  readonly subject: string;
  readonly by: string;
}

/**
 * Records what a query says: columns `subject_id` (the subject's key), `channel`, `opted_in`, `source` and `at`, one row
 * for a subject and channel. What was said later stays. Runs within the caller's transaction.
 */
export async function bringInConsents(
  client: ClientBase,
  { tenant, subject, by }: BringIn,
  consents: Sql,
): Promise<void> {
  await client.query(`select set_config('segmentation.tenant', $1, true)`, [tenant]);
  const { text: statement, values } = sql`
    insert into ${tableName(consentsOf(subject))} as kept
      (tenant_id, channel, subject_id, opted_in, source, at, recorded_by)
    select ${text(tenant)}, channel, subject_id, opted_in, source, at, ${text(by)} from (${consents}) said
    on conflict (tenant_id, channel, subject_id) do update
      set opted_in = excluded.opted_in, source = excluded.source, at = excluded.at, recorded_by = excluded.recorded_by
      where kept.at <= excluded.at`;
  await client.query(statement, values);
}
