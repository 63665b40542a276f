/** Provides the world of a size in a database: kept between runs, and built anew when anything it depends on differs. */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from '../../../src/command-line/migrations.js';
import { crmMigrations } from '../../../src/crm/migrations.js';
import { openSession, type Query } from '../session.js';
import { companies, contacts, tenants } from './contacts.sql.js';
import { people, randomFunction } from './people.sql.js';
import { activities, lines, orders } from './records.sql.js';
import { setAside } from './set-aside.js';
import type { WorldSize } from './size.js';

type Log = (line: string) => void;

/** What is loaded, in this order. */
const steps = (size: WorldSize): readonly (readonly [string, string])[] => [
  ['people', `${people(size)}; alter table bench.people add primary key (id); analyze bench.people`],
  ['tenants', tenants],
  ['companies', companies(size)],
  ['contacts', contacts(size)],
  ['orders', orders(size)],
  ['order_lines', lines(size)],
  ['activities', activities(size)],
];

export async function provideWorld(url: string, size: WorldSize, log: Log): Promise<void> {
  const session = await openSession(url);
  try {
    const wanted = await stampOf(size);
    if ((await stampIn(session.query)) === wanted) return log('The world is there.');
    const start = Date.now();
    await clear(session.query);
    await runMigrations({ type: 'postgres', url }, crmMigrations);
    await build(session.query, size, log);
    await session.query('insert into bench.stamp values ($1)', [wanted]);
    log(`The world was built in ${seconds(start)} s.`);
  } finally {
    await session.end();
  }
}

/** Everything the world is made from: its size, the statements that fill it, the schema. */
async function stampOf(size: WorldSize): Promise<string> {
  const files = (await readdir(crmMigrations.folder)).filter((name) => name.endsWith('.up.sql')).sort();
  const schema = await Promise.all(files.map((name) => readFile(join(crmMigrations.folder, name), 'utf8')));
  const hash = createHash('sha256').update(JSON.stringify([randomFunction(size), steps(size), schema]));
  return JSON.stringify({ ...size, made: hash.digest('hex').slice(0, 16) });
}

async function stampIn(query: Query): Promise<string | undefined> {
  const [found] = await query<{ there: boolean }>(`select to_regclass('bench.stamp') is not null as there`);
  if (!found?.there) return undefined;
  const [stamp] = await query<{ stamp: string }>('select stamp from bench.stamp');
  return stamp?.stamp;
}

/** Only what the benchmark made is taken away. */
async function clear(query: Query): Promise<void> {
  const [found] = await query<{ ours: boolean; crm: boolean }>(
    `select to_regnamespace('bench') is not null as ours, to_regnamespace('crm') is not null as crm`,
  );
  if (found?.crm && !found.ours)
    throw new Error('That database holds a CRM which the benchmark did not make: name an empty one.');
  await query('drop schema if exists crm cascade');
  await query('drop schema if exists segmentation cascade');
  await query('drop schema if exists bench cascade');
  await query('create schema bench');
  await query('create table bench.stamp (stamp text not null)');
}

async function build(query: Query, size: WorldSize, log: Log): Promise<void> {
  await query(`set timezone = 'UTC'; set work_mem = '1GB'; set maintenance_work_mem = '1GB'; set jit = off;
    set synchronous_commit = off; set synchronize_seqscans = off`);
  await query(randomFunction(size));
  const { statements } = await setAside(query);
  for (const [name, statement] of steps(size)) {
    const start = Date.now();
    // Truncated in the same transaction, a table needs no log (where wal_level is minimal).
    const emptied = name === 'people' || name === 'tenants' ? '' : `truncate crm.${name};`;
    await query(`begin; ${emptied} ${statement}; commit`);
    log(`  ${name}: ${seconds(start)} s`);
  }
  const start = Date.now();
  for (const statement of statements) await query(statement);
  log(`  indexes and constraints: ${seconds(start)} s`);
  await continueIdentities(query);
  const vacuumed = Date.now();
  await query('vacuum (freeze, analyze)');
  log(`  vacuum: ${seconds(vacuumed)} s`);
}

/** Whoever adds rows later gets new ids. */
async function continueIdentities(query: Query): Promise<void> {
  for (const table of ['tenants', 'companies', 'contacts', 'orders', 'activities'])
    await query(
      `select setval(pg_get_serial_sequence('crm.${table}', 'id'), (select coalesce(max(id), 0) + 1 from crm.${table}), false)`,
    );
}

const seconds = (start: number): string => ((Date.now() - start) / 1000).toFixed(1);
