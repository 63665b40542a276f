/** The tables of values: one for each kind of record that may have custom fields, its key's type the host's own. */

import { isolated } from '../access/isolation.sql.js';
import { keyOf, type Subject, type Table } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';

/** The table that holds the values of a subject's custom fields. */
export const valuesOf = (subject: string): Table => ({ schema: 'segmentation', name: `${subject}_values` });

/**
 * Idempotent statements that provide a subject's values: one row for a value, in the column of its type, and for each
 * type an index that finds the subjects by field and value. A row has no value but that of its field's type.
 */
export function provideValues(subject: Subject): string[] {
  const name = `${subject.name}_values`;
  const table = tableName(valuesOf(subject.name)).sql;
  const ordered = (column: string): string =>
    `create index if not exists "${name}_${column}" on ${table} (field_id, value_${column}, subject_id) include (tenant_id) where value_${column} is not null`;
  return [
    `create table if not exists ${table} (
  tenant_id text not null,
  field_id uuid not null,
  subject_id ${keyOf(subject).type} not null,
  value_text text,
  value_number numeric check (value_number > '-1e300' and value_number < '1e300'),
  value_date date check (isfinite(value_date)),
  value_boolean boolean,
  value_option text,
  value_options text[],
  primary key (tenant_id, field_id, subject_id),
  foreign key (tenant_id, field_id) references segmentation.custom_fields (tenant_id, id) on delete cascade,
  check (num_nonnulls(value_text, value_number, value_date, value_boolean, value_option, value_options) = 1)
)`,
    isolated(table),
    ...['number', 'date', 'boolean', 'option'].map(ordered),
    // Texts compare folded.
    `create index if not exists "${name}_text" on ${table} (field_id, lower(value_text collate "und-x-icu")) where value_text is not null`,
    `create index if not exists "${name}_options" on ${table} using gin (value_options) where value_options is not null`,
  ];
}
