/** The conformance world in PostgreSQL: one database, in which every scene is a tenant. */

import type { Pool } from 'pg';
import { valueColumns } from '../hostile-world/declaring.js';
import type { Row, Stored, World } from '../oracle/matching.js';
import { schema, vocabulary } from './vocabulary.js';

const values = Object.entries(valueColumns)
  .map((column) => column.join(' '))
  .join(', ');

const columns: Readonly<Record<string, string>> = {
  guest: `id text, company_id text, friend_id text, city text, nickname text, code text, badge uuid, email text,
    tier text, channel text, points numeric, credit numeric, visits integer, score double precision, ratio real,
    vip boolean, regular boolean, tastes text[], birthday date, due date, seen timestamptz, promised timestamptz,
    registered timestamp, home_latitude double precision, home_longitude double precision, office_latitude numeric,
    office_longitude numeric, custom jsonb`,
  company: 'id text, owner_id text, industry text, city text, staff integer, founded date',
  order: `id bigint, guest_id text, status text, total numeric, tip double precision, note text, gift boolean,
    shipped date, placed_at timestamptz`,
  line: 'id bigint, guest_id text, order_id bigint, dish_id text, price numeric',
  activity: 'id bigint, guest_id text, kind text, happened_at timestamptz, properties jsonb',
  stop: 'id bigint, guest_id text, day date, spent numeric',
  booking: 'id bigint, guest_id text, start timestamptz, seats integer',
  opportunity: 'id bigint, company_id text, amount numeric, opened date',
  value: `subject_id text, ${values}`,
  order_value: `subject_id bigint, ${values}`,
  stay: 'subject_id text, segment_id uuid, entered_at timestamptz, left_at timestamptz, cause text',
};

/** Dishes are everyone’s. */
const shared = 'create table conformance.dish (id text primary key, kind text, price numeric)';

export async function load(pool: Pool, world: World): Promise<void> {
  await pool.query(`create schema ${schema}`);
  await pool.query(shared);
  for (const [table, list] of Object.entries(columns))
    await pool.query(`create table ${schema}."${table}" (tenant_id text not null, ${list})`);
  for (const [name, rows] of [...world.tables, ...valueRows(world)]) {
    const table = `${schema}."${name.slice(schema.length + 1)}"`;
    await pool.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`, [
      JSON.stringify(rows, beyondJson),
    ]);
  }
  await pool.query('analyze');
}

/** A row for each value that is kept beside its record; in memory it is the record's own. */
function valueRows({ tables }: World): [table: string, rows: Row[]][] {
  return [...vocabulary.records.values()].flatMap(({ table, fields }) =>
    (tables.get(`${schema}.${table.name}`) ?? []).flatMap((record) =>
      [...fields.values()].flatMap(({ name, source }): [string, Row[]][] => {
        if (source.kind !== 'row' || record[name] === undefined) return [];
        const { tenant_id = null, id = null } = record;
        const kept = { tenant_id, subject_id: id, field_id: source.row.id, [source.column]: record[name] };
        return [[`${schema}.${source.row.table.name}`, [kept]]];
      }),
    ),
  );
}

/** Doubles that JSON has no number for travel as the texts that PostgreSQL reads. */
function beyondJson(_name: string, value: Stored): Stored {
  if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return value;
  return Object.is(value, -0) ? '-0' : String(value);
}
