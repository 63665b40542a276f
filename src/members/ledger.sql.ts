/** The tables of the ledger: one for each kind of subject, its key's type the host's own. */

import { isolated } from '../access/isolation.sql.js';
import { keyOf, type Subject } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';

/**
 * Idempotent statements that provide a subject's ledger. One row a stay; the current members are the rows without
 * `left_at`. No surrogate key, so that the table can be distributed by subject.
 */
export function provideLedger(subject: Subject): string[] {
  const table = tableName(subject.ledger).sql;
  const { name } = subject.ledger;
  const keyType = keyOf(subject).type;
  return [
    `create table if not exists ${table} (
  tenant_id text not null,
  segment_id uuid not null,
  subject_id ${keyType} not null,
  entered_at timestamptz not null,
  entered_by text not null,
  left_at timestamptz,
  left_by text,
  cause text not null check (cause in ('matched', 'first_fill', 'rule_changed', 'pinned', 'restored', 'imported')),
  check (left_at > entered_at)
)`,
    // Who is in: read by index alone, the tenant with them, and never twice. It stands in for one without the tenant.
    `create unique index if not exists "${name}_members" on ${table} (segment_id, subject_id) include (tenant_id) where left_at is null`,
    `drop index if exists ${tableName({ ...subject.ledger, name: `${name}_current` }).sql}`,
    // Where somebody is and was.
    `create index if not exists "${name}_by_subject" on ${table} (subject_id, segment_id, entered_at)`,
    // Who was in at an instant.
    `create index if not exists "${name}_history" on ${table} (segment_id, entered_at) where left_at is not null`,
    isolated(table),
  ];
}
