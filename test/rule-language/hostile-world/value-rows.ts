/**
 * Values that the hostile world keeps in rows beside its records. To whoever is asked in memory they are values of the
 * records; in PostgreSQL they are rows, among rows that lie in wait: of nobody, of other fields, of another type.
 */

import type { Field, KeyColumn } from '../../../src/rule-language/field.js';
import type { Row, Stored, World } from '../oracle/matching.js';
import { beside, type Kept, known, schema, valueColumns, valueId } from './declaring.js';
import type { Draw } from './draw.js';
import * as pools from './pools.js';
import { danglingId, type TablePlan, tenantColumn } from './tables.js';

/** Of each record that has values beside it: its key, and how a value of each field is drawn. */
interface Keeper {
  readonly key: KeyColumn;
  readonly fields: readonly Field[];
  draw(draw: Draw): Row;
}

const keeper = (
  record: string,
  key: KeyColumn,
  first: number,
  types: Readonly<Record<string, Kept | Pick<Field, 'options' | 'open'>>>,
  draw: Keeper['draw'],
): Keeper => {
  const declare = beside({ schema, name: `${record}_value` }, key.column, 'integer');
  const fields = Object.entries(types).map(([name, kept], index) =>
    typeof kept === 'string'
      ? declare(first + index, name, kept)
      : declare(first + index, name, 'select', kept),
  );
  return { key, fields, draw };
};

const plans = known(pools.options.plan, ['old']);

const keepers: Readonly<Record<string, Keeper>> = {
  contact: keeper(
    'contact',
    { column: 'id', type: 'bigint' },
    1,
    {
      'extra.nickname': 'text',
      'extra.rating': 'number',
      'extra.renewal': 'date',
      'extra.vip': 'boolean',
      'extra.plan': { options: plans },
      'extra.dietary': 'tags',
    },
    (draw) => ({
      'extra.nickname': draw.from(pools.texts, 30),
      'extra.rating': draw.random.chance(0.5) ? draw.amount() : draw.from(pools.decimals, 30),
      'extra.renewal': draw.date(),
      'extra.vip': draw.from([true, false], 30),
      'extra.plan': draw.option(['basic', 'pro', 'old']),
      'extra.dietary': draw.tags(),
    }),
  ),
  company: keeper(
    'company',
    { column: 'id', type: 'uuid' },
    11,
    { 'extra.size': 'number', 'extra.region': 'text', 'extra.audited': 'date' },
    (draw) => ({
      'extra.size': draw.amount(),
      'extra.region': draw.from(pools.shortTexts, 30),
      'extra.audited': draw.date(),
    }),
  ),
  guest: keeper(
    'guest',
    { column: 'code', type: 'text' },
    21,
    { 'extra.mood': { options: plans, open: true }, 'extra.tips': 'number' },
    (draw) => ({ 'extra.mood': draw.option(['basic', 'pro']), 'extra.tips': draw.amount() }),
  ),
};

export const fieldsBeside = (record: string): readonly Field[] => keepers[record]?.fields ?? [];

/** A record's values, to be drawn after everything else, so that the rest of a world stays as it was. */
export const valuesBeside = (table: string, draw: Draw): Row => keepers[table]?.draw(draw) ?? {};

/** The tables of values, as the engine makes them. */
export const valuePlans: readonly Omit<TablePlan, 'draw'>[] = Object.entries(keepers).map(
  ([name, { key }]) => ({
    name: `${name}_value`,
    columns: {
      ...tenantColumn,
      subject_id: `${key.type} not null`,
      ...valueColumns,
    },
    constraints: ['primary key (tenant_id, field_id, subject_id)'],
  }),
);

/** One of each type, for the rows that nobody asks for. */
const decoy: Row = {
  value_text: 'Berlin',
  value_number: '5',
  value_date: '2024-02-29',
  value_boolean: true,
  value_option: 'pro',
  value_tags: ['vegan'],
};

/** What the value tables hold, by their names. */
export function valueRows(world: World): Map<string, Row[]> {
  const tables = new Map<string, Row[]>();
  for (const [name, { key, fields }] of Object.entries(keepers)) {
    const records = world.tables.get(`${schema}.${name}`) ?? [];
    const rows = records.flatMap((record) => fields.flatMap((field) => rowOf(record, key, field)));
    tables.set(`${schema}.${name}_value`, [...rows, ...decoys(records, key, fields)]);
  }
  return tables;
}

/** A missing value is a row that is not there, or one that has nothing, or only something of another type. */
function rowOf(record: Row, key: KeyColumn, { name, source }: Field): Row[] {
  if (source.kind !== 'row') throw new Error(`${name} is not kept in a row.`);
  const value: Stored = record[name] ?? null;
  const owner = { tenant_id: record.tenant_id ?? null, subject_id: record[key.column] ?? null };
  const at = { ...owner, field_id: source.row.id };
  if (value !== null) return [{ ...at, [source.column]: value }];
  const which = String(record[key.column]).length % 3;
  if (which === 0) return [];
  return [which === 1 ? at : { ...at, ...decoy, [source.column]: null }];
}

/** Rows of a field that there is not, for everyone, and of every field for somebody who is not there. */
function decoys(records: readonly Row[], key: KeyColumn, fields: readonly Field[]): Row[] {
  const unknown = records.map((record) => ({
    ...decoy,
    tenant_id: record.tenant_id ?? null,
    subject_id: record[key.column] ?? null,
    field_id: valueId(99),
  }));
  const nobody = key.type === 'uuid' ? valueId(98) : danglingId;
  const gone = fields.flatMap(({ source }) =>
    source.kind === 'row' ? [{ ...decoy, tenant_id: '1', subject_id: nobody, field_id: source.row.id }] : [],
  );
  return [...unknown, ...gone];
}
