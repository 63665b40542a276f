/** A catalogue whose tables, columns and JSON keys are as hostile as the texts, and a row for each text. */

import type { Pool } from 'pg';
import type { Subject, Vocabulary } from '../../../src/rule-language/field.js';
import {
  collection,
  column,
  json,
  metric,
  on,
  partsOf,
  point,
  record,
  step,
  toOne,
} from '../hostile-world/declaring.js';

const schema = `we"ird; drop schema public cascade; --`;
const guests = `gu"est'; drop table x --`;
const orders = 'ORDER';

const columns = {
  tenant: `ten"ant $1`,
  id: `i"d`,
  text: `te'xt "quoted" /* */`,
  exact: 'SELECT',
  open: 'o;pen',
  tags: 'ta\\gs',
  json: 'js$1on',
  number: 'nu--mber',
  date: 'da%te',
  moment: 'ｍoment ’',
  latitude: 'la"t',
  longitude: 'lo"n',
  owner: 'ow""ner',
} as const;
const key = [`it's "odd" \\ {a,b}.c $1`, `'); drop table x --`];

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const table = (name: string): string => `${quoted(schema)}.${quoted(name)}`;

const fields = [
  column('text', 'text', 'text', { column: columns.text }),
  column('exact', 'text', 'text', { column: columns.exact, exact: true }),
  column('open', 'select', 'text', { column: columns.open, open: true }),
  column('tags', 'tags', 'text[]', { column: columns.tags }),
  column('number', 'number', 'decimal', { column: columns.number }),
  column('date', 'date', 'date', { column: columns.date }),
  column('moment', 'datetime', 'instant', { column: columns.moment }),
  ...partsOf('moment'),
  json('json.text', 'text', columns.json, key),
  json('json.tags', 'tags', columns.json, ['tags $2']),
  {
    ...point('home'),
    source: { kind: 'point', latitude: columns.latitude, longitude: columns.longitude } as const,
  },
];

const tenant = { column: columns.tenant, type: 'text' } as const;
const guest = {
  ...record(
    'guest',
    [{ column: columns.id, type: 'text' }],
    [...fields, metric('ordered', 'number', { related: 'orders', measure: 'count' })],
    {
      paths: [toOne('friend', 'guest', on(columns.owner, columns.id))],
      collections: [
        collection('orders', [step('order', [on(columns.id, columns.owner)], { time: 'moment' })]),
      ],
    },
  ),
  table: { schema, name: guests },
  tenant,
};
const order = {
  ...record('order', [{ column: columns.id, type: 'text' }], fields),
  table: { schema, name: orders },
  tenant,
};

export const subject: Subject = { name: 'guest', record: guest, ledger: { schema, name: 'st"ay' } };
export const vocabulary: Vocabulary = {
  subjects: new Map([['guest', subject]]),
  records: new Map([guest, order].map((known) => [known.name, known])),
};

export const nameOf = (index: number): string => `row ${index}`;

/** Rows hold the texts as the product writes them, in NFC. */
export async function fill(pool: Pool, texts: readonly string[]): Promise<void> {
  const types = [
    'text',
    'text',
    'text',
    'text',
    'text',
    'text[]',
    'jsonb',
    'numeric',
    'date',
    'timestamptz',
    'float8',
    'float8',
    'text',
  ];
  await pool.query(`create schema ${quoted(schema)}`);
  for (const name of [guests, orders])
    await pool.query(
      `create table ${table(name)} (${Object.values(columns).map((column, index) => `${quoted(column)} ${types[index]}`)})`,
    );
  await pool.query(
    `create table ${table('st"ay')} (tenant_id text, segment_id uuid, subject_id text, entered_at timestamptz, left_at timestamptz, cause text)`,
  );
  for (const [index, value] of texts.entries()) {
    const document = JSON.stringify({ [key[0] ?? '']: { [key[1] ?? '']: value }, 'tags $2': [value] });
    const values = [
      't',
      nameOf(index),
      value,
      value,
      value,
      [value],
      document,
      '1',
      '2024-01-01',
      '2024-01-01Z',
      0,
      0,
      nameOf(index),
    ];
    const places = types.map((type, place) => `$${place + 1}::${type}`);
    for (const name of [guests, orders])
      await pool.query(`insert into ${table(name)} values (${places})`, values);
  }
  for (const name of [guests, orders])
    await pool.query(`create index on ${table(name)} (${quoted(columns.owner)})`);
  await pool.query('analyze');
}
