/** The tables of consents: one for each kind of subject, its key's type the host's own, so that rules can join it. */

import { isolated } from '../access/isolation.sql.js';
import type { KeyType, Table } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';

/** A kind of subject, as far as consent knows it. */
export interface SubjectKind {
  readonly name: string;
  readonly keyType: KeyType;
}

export const consentsOf = (subject: string): Table => ({
  schema: 'segmentation',
  name: `${subject}_consents`,
});

/** Idempotent statements that provide a subject's table. One row for what somebody last said about a channel. */
export function provideConsents({ name, keyType }: SubjectKind): string[] {
  const table = tableName(consentsOf(name)).sql;
  return [
    `create table if not exists ${table} (
  tenant_id text not null,
  channel text not null,
  subject_id ${keyType} not null,
  opted_in boolean not null,
  source text not null,
  at timestamptz not null,
  recorded_by text not null,
  primary key (tenant_id, channel, subject_id)
)`,
    isolated(table),
  ];
}
