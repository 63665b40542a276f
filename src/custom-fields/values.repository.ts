/** The SQL of custom fields' values. */

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { KeyType } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';
import type { CustomFieldRow, CustomFieldType, FieldValue } from './custom-field.entity.js';
import { fieldKinds } from './field-kinds.js';
import type { FieldSubject } from './field-usage.js';
import { valuesOf } from './values.sql.js';

/** A value of a record; null where it has none. */
export interface RecordValue {
  readonly id: string;
  readonly value: FieldValue | null;
}

/** The types by which values travel; PostgreSQL reads each from text. */
const sqlTypes: Record<CustomFieldType, string> = {
  text: 'text',
  number: 'numeric',
  date: 'date',
  boolean: 'boolean',
  selection: 'text',
  multi_selection: 'jsonb',
};

/** A column as JSON, numbers as texts, so that no digit is lost. */
const printed: Record<CustomFieldType, string> = {
  text: 'to_jsonb(value_text)',
  number: 'to_jsonb(trim_scale(value_number)::text)',
  date: `to_jsonb(to_char(value_date, 'YYYY-MM-DD'))`,
  boolean: 'to_jsonb(value_boolean)',
  selection: 'to_jsonb(value_option)',
  multi_selection: 'to_jsonb(value_options)',
};

const table = (subject: string): string => tableName(valuesOf(subject)).sql;
const stored = (type: CustomFieldType, from: string): string =>
  type === 'multi_selection' ? `array(select jsonb_array_elements_text(${from}))` : from;

const traveling = (value: FieldValue | null): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value);

@Injectable()
export class ValuesRepository {
  /** One write of a record's values at a time, so that no two become mixed. */
  async lockRecord(manager: EntityManager, tenant: string, subject: string, id: string): Promise<void> {
    await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
      JSON.stringify(['custom values', tenant, subject, id]),
    ]);
  }

  /** The values of a record, by their fields' ids. */
  async of(
    manager: EntityManager,
    fields: readonly CustomFieldRow[],
    { name, keyType }: FieldSubject,
    id: string,
  ): Promise<Map<string, FieldValue>> {
    const [first] = fields;
    if (!first) return new Map();
    const rows = await manager.query<{ field_id: string; value: FieldValue }[]>(
      `select field_id, coalesce(${Object.values(printed).join(', ')}) as value from ${table(name)}
       where tenant_id = $1 and field_id = any($2::uuid[]) and subject_id = $3::${keyType}`,
      [first.tenant_id, fields.map((field) => field.id), id],
    );
    return new Map(rows.map((row) => [row.field_id, row.value]));
  }

  /** Everything a record has, also of archived fields, by their keys. */
  named(
    manager: EntityManager,
    tenant: string,
    { name, keyType }: FieldSubject,
    id: string,
  ): Promise<{ key: string; value: FieldValue }[]> {
    return manager.query(
      `select f.key, coalesce(${Object.values(printed).join(', ')}) as value
       from ${table(name)} v join segmentation.custom_fields f on f.tenant_id = v.tenant_id and f.id = v.field_id
       where v.tenant_id = $1 and v.subject_id = $2::${keyType} order by f.key`,
      [tenant, id],
    );
  }

  /** @returns how many values there were */
  async forget(
    manager: EntityManager,
    tenant: string,
    { name, keyType }: FieldSubject,
    id: string,
  ): Promise<number> {
    const [, count] = await manager.query<[unknown[], number]>(
      `delete from ${table(name)} where tenant_id = $1 and subject_id = $2::${keyType}`,
      [tenant, id],
    );
    return count;
  }

  /** Writes a field's values: null removes. Each record is named once. */
  async write(
    manager: EntityManager,
    field: CustomFieldRow,
    keyType: KeyType,
    values: readonly RecordValue[],
  ): Promise<void> {
    const gone = values.filter(({ value }) => value === null);
    const kept = values.filter(({ value }) => value !== null);
    if (gone.length > 0)
      await this.remove(
        manager,
        field,
        keyType,
        gone.map(({ id }) => id),
      );
    if (kept.length === 0) return;
    const { column } = fieldKinds[field.type];
    const others = Object.values(fieldKinds).map((kind) => kind.column);
    await manager.query(
      `insert into ${table(field.subject)} (tenant_id, field_id, subject_id, ${column})
       select $1, $2, id, ${stored(field.type, 'value')}
       from unnest($3::${keyType}[], $4::${sqlTypes[field.type]}[]) given (id, value)
       on conflict (tenant_id, field_id, subject_id) do update
       set ${others.map((name) => `${name} = ${name === column ? `excluded.${name}` : 'null'}`).join(', ')}`,
      [field.tenant_id, field.id, kept.map(({ id }) => id), kept.map(({ value }) => traveling(value))],
    );
  }

  /** Writes a field's default for those records that have no value. */
  async fill(
    manager: EntityManager,
    field: CustomFieldRow,
    keyType: KeyType,
    ids: readonly string[],
  ): Promise<void> {
    const { default_value: value, type, subject } = field;
    if (value === null || ids.length === 0) return;
    await manager.query(
      `insert into ${table(subject)} (tenant_id, field_id, subject_id, ${fieldKinds[type].column})
       select $1, $2, id, ${stored(type, `$4::${sqlTypes[type]}`)} from unnest($3::${keyType}[]) id
       on conflict (tenant_id, field_id, subject_id) do nothing`,
      [field.tenant_id, field.id, [...ids], traveling(value)],
    );
  }

  private async remove(
    manager: EntityManager,
    field: CustomFieldRow,
    keyType: KeyType,
    ids: readonly string[],
  ): Promise<void> {
    await manager.query(
      `delete from ${table(field.subject)}
       where tenant_id = $1 and field_id = $2 and subject_id = any($3::${keyType}[])`,
      [field.tenant_id, field.id, [...ids]],
    );
  }

  /** A field's values in the order of their records; those after `after`. */
  page(
    manager: EntityManager,
    field: CustomFieldRow,
    keyType: KeyType,
    limit: number,
    after: string | undefined,
  ): Promise<{ id: string; value: FieldValue }[]> {
    return manager.query(
      `select v.subject_id::text as id, ${printed[field.type]} as value from ${table(field.subject)} v
       where tenant_id = $1 and field_id = $2 and ($3::${keyType} is null or v.subject_id > $3::${keyType})
       order by v.subject_id limit $4`,
      [field.tenant_id, field.id, after ?? null, limit],
    );
  }

  async count(manager: EntityManager, { tenant_id, id, subject }: CustomFieldRow): Promise<number> {
    const [row] = await manager.query<{ count: number }[]>(
      `select count(*)::float8 as count from ${table(subject)} where tenant_id = $1 and field_id = $2`,
      [tenant_id, id],
    );
    return row?.count ?? 0;
  }

  /** Of some options, those that a record has. */
  async taken(manager: EntityManager, field: CustomFieldRow, options: readonly string[]): Promise<string[]> {
    if (options.length === 0) return [];
    const has = field.type === 'selection' ? 'value_option = o' : 'value_options @> array[o]';
    const rows = await manager.query<{ option: string }[]>(
      `select o as option from unnest($3::text[]) o
       where exists (select from ${table(field.subject)} where tenant_id = $1 and field_id = $2 and ${has})`,
      [field.tenant_id, field.id, [...options]],
    );
    return rows.map(({ option }) => option);
  }
}
