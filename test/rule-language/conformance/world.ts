/** All scenes as one world: the rows of every table, each scene’s its own tenant’s. */

import type { Row, Stored, World } from '../oracle/matching.js';
import type { Guest, Scene } from './scene.js';
import { schema } from './vocabulary.js';

/** What may be written inside a record, and the table and column it belongs to. */
const inside: Readonly<Record<string, readonly [table: string, owner: string]>> = {
  orders: ['order', 'guest_id'],
  lines: ['line', 'order_id'],
  activities: ['activity', 'guest_id'],
  stops: ['stop', 'guest_id'],
  bookings: ['booking', 'guest_id'],
  stays: ['stay', 'subject_id'],
  opportunities: ['opportunity', 'company_id'],
  values: ['value', 'subject_id'],
};

/** What a record is that does not say otherwise. */
const usual: Readonly<Record<string, Row>> = {
  order: { placed_at: '2024-06-01T12:00:00Z' },
  activity: { happened_at: '2024-06-01T12:00:00Z' },
  stay: { left_at: null, cause: 'matched' },
};

/** Whole seconds are written without their fraction, and read by the oracle with it. */
const stored = (value: Stored): Stored =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ?$/.test(value)
    ? value.replace(/:(\d\d)(Z?)$/, ':$1.000000$2')
    : value;

const dishes = [
  { id: 'Riesling', kind: 'wine', price: '9' },
  { id: 'Merlot', kind: 'wine', price: '7' },
  { id: 'Borscht', kind: 'soup', price: '5' },
];

export function worldOf(scenes: readonly Scene[]): World {
  const tables = new Map<string, Row[]>([[`${schema}.dish`, dishes]]);
  for (const table of ['guest', 'company', ...Object.values(inside).map(([name]) => name)])
    tables.set(`${schema}.${table}`, []);
  let ids = 0;
  const add = (tenant: string, table: string, record: Row): void => {
    const columns: Record<string, Stored> = { tenant_id: tenant };
    const parts: [name: string, records: readonly Row[]][] = [];
    for (const [name, value] of Object.entries({ ...usual[table], ...record })) {
      if (name in inside) parts.push([name, value as readonly Row[]]);
      else columns[name] = stored(value);
    }
    tables.get(`${schema}.${table}`)?.push(columns);
    for (const [name, records] of parts) {
      const [of = '', owner = ''] = inside[name] ?? [];
      for (const part of records) {
        const key = of === 'stay' || of === 'value' ? {} : { id: String(++ids) };
        add(tenant, of, { ...key, [owner]: columns.id ?? null, ...part });
      }
    }
  };
  for (const { title, guests, companies } of scenes) {
    for (const [id, company] of Object.entries(companies)) add(title, 'company', { id, ...company });
    for (const [id, guest] of Object.entries<Guest>(guests)) add(title, 'guest', { id, ...(guest as Row) });
  }
  return { tables, templates: new Map([['at_risk', segments.atRisk]]) };
}

export const segments = {
  loyal: '5e9c2d1a-0000-4000-a000-000000000001',
  atRisk: '5e9c2d1a-0000-4000-a000-000000000002',
};
