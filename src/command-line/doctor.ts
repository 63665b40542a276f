/** Looks whether everything the engine relies on is there, and says what to do where it is not. */

import type { DataSource } from 'typeorm';
import type { RecordType, Vocabulary } from '../rule-language/field.js';
import { tableName } from '../rule-language/to-sql/sql.js';
import { type Finding, found } from './finding.js';
import { engineMigrations, pendingMigrations } from './migrations.js';
import type { PostgresOptions } from './own-connection.js';
import type { HostTables } from './roles.js';
import { walls } from './walls.js';

/** Every check, in order; none stops the others. */
export async function examine(
  dataSource: DataSource,
  vocabulary: Vocabulary,
  tables: HostTables,
): Promise<Finding[]> {
  return [
    await serverVersion(dataSource),
    await collation(dataSource),
    await migrated(dataSource),
    ...(await ledgers(dataSource, vocabulary)),
    ...(await columns(dataSource, vocabulary)),
    ...(await walls(dataSource, vocabulary, tables)),
    ...(await textIndexes(dataSource, vocabulary)),
  ];
}

async function serverVersion(dataSource: DataSource): Promise<Finding> {
  const [row] = await dataSource.query(`select current_setting('server_version_num')::integer as number`);
  return found(
    row.number >= 150000,
    'PostgreSQL 15 or later',
    'Upgrade the server: older ones are not supported.',
  );
}

async function collation(dataSource: DataSource): Promise<Finding> {
  const rows = await dataSource.query(`select 1 from pg_collation where collname = 'und-x-icu'`);
  return found(
    rows.length > 0,
    'The ICU collation und-x-icu',
    'Use a server built with ICU: texts compare by it.',
  );
}

async function migrated(dataSource: DataSource): Promise<Finding> {
  const pending = await pendingMigrations(dataSource.options as PostgresOptions, engineMigrations);
  const names = pending.map(({ name }) => name).join(', ');
  return found(pending.length === 0, 'All migrations applied', `Run \`migrate\`: ${names} is pending.`);
}

async function ledgers(dataSource: DataSource, { subjects }: Vocabulary): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { name, ledger } of subjects.values()) {
    const [row] = await dataSource.query('select to_regclass($1) is not null as there', [
      tableName(ledger).sql,
    ]);
    findings.push(found(row.there, `The ledger of ${name}`, 'Run `migrate`: it provides the ledgers.'));
  }
  return findings;
}

async function columns(dataSource: DataSource, { records }: Vocabulary): Promise<Finding[]> {
  const findings: Finding[] = [];
  const joining = joiningColumns(records);
  for (const record of records.values()) {
    const missing = await missingColumns(dataSource, record, joining.get(record.name) ?? []);
    const advice = `Mend the declaration or the table: ${missing.join(', ')} is not there.`;
    findings.push(found(missing.length === 0, `The columns of ${record.name}`, advice));
  }
  return findings;
}

/** The columns by which paths and collections lead from a record and to it, by the record's name. */
function joiningColumns(records: Vocabulary['records']): Map<string, string[]> {
  const columns = new Map<string, string[]>();
  const note = (record: string, ...names: string[]) =>
    columns.set(record, [...(columns.get(record) ?? []), ...names]);
  for (const { name, paths, collections } of records.values()) {
    const ways = [
      ...[...paths.values()].map((path) => [path]),
      ...[...collections.values()].map(({ steps }) => steps),
    ];
    for (const steps of ways)
      steps.reduce((owner, { target, on }) => {
        note(owner, ...on.map(({ from }) => from));
        note(target, ...on.map(({ to }) => to));
        return target;
      }, name);
  }
  return columns;
}

async function missingColumns(
  dataSource: DataSource,
  record: RecordType,
  joining: readonly string[],
): Promise<string[]> {
  const rows = await dataSource.query<{ name: string }[]>(
    `select attname as name from pg_attribute where attrelid = to_regclass($1) and attnum > 0 and not attisdropped`,
    [tableName(record.table).sql],
  );
  if (rows.length === 0) return [`the table ${tableName(record.table).sql}`];
  const there = new Set(rows.map(({ name }) => name));
  return [...new Set([...columnsOf(record), ...joining])].filter((name) => !there.has(name));
}

function columnsOf({ key, tenant, fields }: RecordType): string[] {
  const read = [...fields.values()].flatMap(({ source }) => {
    if (source.kind === 'column' || source.kind === 'json') return [source.column];
    return source.kind === 'point' ? [source.latitude, source.longitude] : [];
  });
  return [...key.map(({ column }) => column), ...(tenant ? [tenant.column] : []), ...read];
}

/** Texts compare folded; an index helps where many rows are searched. A hint, never a fault. */
async function textIndexes(dataSource: DataSource, { subjects }: Vocabulary): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { record } of subjects.values()) {
    const table = tableName(record.table).sql;
    const searched = await columnsSearchedWhole(dataSource, record);
    for (const { source, type, exact } of record.fields.values()) {
      if (type !== 'text' || exact || source.kind !== 'column' || !searched.has(source.column)) continue;
      const tenant = record.tenant ? `"${record.tenant.column}", ` : '';
      const what = `Hint: “${record.name}.${source.column}” has no index for its comparisons; where it is searched often: create index on ${table} (${tenant}lower("${source.column}" collate "und-x-icu"));`;
      findings.push({ ok: true, what, advice: '' });
    }
  }
  return findings;
}

/**
 * The columns of a table (a view can have no index) for which no index serves the comparison of texts: a whole and valid
 * one that begins with it, or with the tenant and then it. As PostgreSQL writes the expression, but for the brackets and
 * casts that depend on the column's type.
 */
async function columnsSearchedWhole(
  dataSource: DataSource,
  { table, tenant }: RecordType,
): Promise<ReadonlySet<string>> {
  const rows = await dataSource.query<{ name: string }[]>(
    `select attname as name from pg_class t join pg_attribute c on c.attrelid = t.oid
     where t.oid = to_regclass($1) and t.relkind in ('r', 'p') and attnum > 0 and not attisdropped and not exists (
       select from pg_index i, lateral generate_series(1, i.indnkeyatts) place
       where i.indrelid = t.oid and i.indisvalid and i.indpred is null
         and ${bare('pg_get_indexdef(i.indexrelid, place, true)')} = ${bare(`format('lower%I COLLATE "und-x-icu"', attname)`)}
         and (place = 1 or (place = 2 and pg_get_indexdef(i.indexrelid, 1, true) = quote_ident($2))))`,
    [tableName(table).sql, tenant?.column ?? null],
  );
  return new Set(rows.map(({ name }) => name));
}

const bare = (expression: string): string => `translate(replace(${expression}, '::text', ''), '()', '')`;
