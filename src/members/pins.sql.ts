/** The tables of pins: whom people have included in a segment or excluded from it; one for each kind of subject. */

import { isolated } from '../access/isolation.sql.js';
import { keyOf, type Subject, type Table } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';

export const pinsOf = ({ name, ledger }: Subject): Table => ({ ...ledger, name: `${name}_pins` });

/** Idempotent statements that provide a subject's pins, like its ledger. */
export function providePins(subject: Subject): string[] {
  const table = tableName(pinsOf(subject)).sql;
  return [
    `create table if not exists ${table} (
  tenant_id text not null,
  segment_id uuid not null,
  subject_id ${keyOf(subject).type} not null,
  kind text not null check (kind in ('included', 'excluded')),
  pinned_at timestamptz not null,
  pinned_by text not null,
  reason text,
  primary key (segment_id, subject_id)
)`,
    isolated(table),
    // What is pinned of somebody.
    `create index if not exists "${pinsOf(subject).name}_by_subject" on ${table} (subject_id)`,
  ];
}
