/** The hostile world: its vocabulary, its clocks, its rows, its tables in PostgreSQL, and how to fill them. */

import type { Pool } from 'pg';
import type { Stored, World } from '../oracle/matching.js';
import { schema } from './declaring.js';
import { events } from './event-tables.js';
import { ledgerPlan } from './ledger.js';
import { createTable, people, qualified } from './tables.js';
import { valuePlans, valueRows } from './value-rows.js';

export { clocks, otherTenant, tenant } from './clocks.js';
export { schema } from './declaring.js';
export type { DerivationName, DerivedSql } from './derivations.js';
export { derivations } from './derivations.js';
export { segments } from './ledger.js';
export { hostileWorld } from './rows.js';
export { hostileVocabulary } from './vocabulary.js';

const ledgers = [ledgerPlan('contact', 'bigint'), ledgerPlan('guest', 'text')];

/** The schema and its tables, in an order in which they can be made. */
export const ddl: readonly string[] = [
  `create schema "${schema}"`,
  ...[...people, ...events, ...ledgers, ...valuePlans].map((plan) =>
    createTable({ ...plan, draw: () => ({}) }),
  ),
];

const batch = 5000;

/** Inserts all rows, into tables made from `ddl`. */
export async function load(pool: Pool, world: World): Promise<void> {
  for (const [name, rows] of [...world.tables, ...valueRows(world)]) {
    const table = qualified(name.slice(schema.length + 1));
    for (let from = 0; from < rows.length; from += batch) {
      const values = JSON.stringify(rows.slice(from, from + batch), beyondJson);
      await pool.query(
        `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`,
        [values],
      );
    }
  }
}

/** Doubles that JSON has no number for travel as the texts that PostgreSQL reads. */
function beyondJson(_name: string, value: Stored): Stored {
  const hasNoNumber = typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0));
  return hasNoNumber ? (Object.is(value, -0) ? '-0' : String(value)) : value;
}
