/** What the columns of PostgreSQL can be asked as. */

import type { FieldType, Storage } from '../rule-language/field.js';

export interface ColumnType {
  readonly type: FieldType;
  readonly storage: Storage;
  /** The type itself cannot hold NaN or infinity. */
  readonly finite?: true;
  readonly exact?: true;
}

const whole: ColumnType = { type: 'number', storage: 'decimal', finite: true };
const approximate: ColumnType = { type: 'number', storage: 'float' };
const text: ColumnType = { type: 'text', storage: 'text' };
const printed: ColumnType = { type: 'text', storage: 'printed' };
const code: ColumnType = { type: 'text', storage: 'printed', exact: true };
const instant: ColumnType = { type: 'datetime', storage: 'instant' };
const naive: ColumnType = { type: 'datetime', storage: 'naive' };

const columnTypes: Readonly<Record<string, ColumnType>> = {
  text,
  varchar: text,
  'character varying': text,
  char: printed,
  character: printed,
  bpchar: printed,
  citext: printed,
  enum: { ...code, type: 'select' },
  uuid: code,
  smallint: whole,
  int2: whole,
  integer: whole,
  int: whole,
  int4: whole,
  bigint: whole,
  int8: whole,
  numeric: { type: 'number', storage: 'decimal' },
  decimal: { type: 'number', storage: 'decimal' },
  real: approximate,
  float4: approximate,
  'double precision': approximate,
  float8: approximate,
  boolean: { type: 'boolean', storage: 'boolean' },
  bool: { type: 'boolean', storage: 'boolean' },
  date: { type: 'date', storage: 'date' },
  timestamptz: instant,
  'timestamp with time zone': instant,
  timestamp: naive,
  'timestamp without time zone': naive,
};

/** How a column of this PostgreSQL type is read; undefined where it cannot be asked (jsonb, bytea, …). */
export function readColumnType(name: string): ColumnType | undefined {
  const plain = name
    .toLowerCase()
    .replace(/\s*\([^)]*\)/, '')
    .trim();
  if (!plain.endsWith('[]')) return columnTypes[plain];
  const element = columnTypes[plain.slice(0, -2)];
  return element?.storage === 'text' || element?.storage === 'printed'
    ? { type: 'tags', storage: 'text[]' }
    : undefined;
}
