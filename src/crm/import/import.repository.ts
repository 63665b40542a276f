/** The SQL of imports: a batch goes through COPY into a temporary table and from there, in one statement, into its own. */

import type { ClientBase } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { copyRows } from '../copy.js';
import type { CellKind, CellValue } from './cells.js';
import type { ImportTarget } from './targets.js';

export interface TenantOfImport {
  readonly id: number;
  readonly time_zone: string;
}

/** A row of the file as it was read: its values in the order of the target's columns. */
export interface StagedRow {
  readonly line: number;
  readonly values: readonly CellValue[];
  /** All that the file has of it. */
  readonly cells: readonly string[];
}

export interface RefusedRow {
  readonly line: number;
  readonly reason: string;
}

export interface BatchOutcome {
  readonly inserted: number;
  /** Those that were there already and are different now. */
  readonly updated: number;
  /** Those of which a later row of the batch says what holds. */
  readonly replaced: number;
  readonly refused: readonly RefusedRow[];
}

export async function findTenant(dataSource: DataSource, id: number): Promise<TenantOfImport | undefined> {
  const [tenant] = await dataSource.query('select id, time_zone from crm.tenants where id = $1', [id]);
  return tenant;
}

const sqlTypes: Record<CellKind, string> = {
  text: 'text',
  phone: 'text',
  decimal: 'numeric',
  latitude: 'double precision',
  longitude: 'double precision',
  integer: 'integer',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  list: 'text[]',
  object: 'jsonb',
};

/**
 * Tells the planner how large the parent's table is. It plans the checks of the foreign key once a session, and what
 * it plans for a table that it takes for empty reads all of a full one.
 */
export async function analyzeParent(dataSource: DataSource, { parent }: ImportTarget): Promise<void> {
  if (parent) await dataSource.query(`analyze ${parent.table}`);
}

/** The keys of records by their external ids. */
export async function idsOf(
  manager: EntityManager,
  { table }: ImportTarget,
  tenant: string,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<{ external_id: string; id: string }[]>(
    `select external_id, id::text from ${table} where tenant_id = $1 and external_id = any($2)`,
    [tenant, externalIds],
  );
  return new Map(rows.map(({ external_id, id }) => [external_id, id]));
}

export class ImportRepository {
  readonly #upsert: string;

  /** `given` names the columns that the file provides: others stay as they are, or get the table's default. */
  constructor(
    private readonly client: ClientBase,
    private readonly target: ImportTarget,
    private readonly tenant: number,
    given: ReadonlySet<string>,
  ) {
    this.#upsert = upsertSql(target, given);
  }

  /** Runs within the caller's transaction. Where several rows have one external_id, the last one is taken. */
  async write(rows: readonly StagedRow[]): Promise<BatchOutcome> {
    const columns = this.target.columns.map(({ name, kind }) => `${name} ${sqlTypes[kind]}`);
    await this.client.query(`create temporary table import_rows (line integer, ${columns.join(', ')})`);
    await copyRows(
      this.client,
      'import_rows',
      ['line', ...this.target.columns.map(({ name }) => name)],
      rows.map(({ line, values }) => [line, ...values]),
    );
    const { rows: found } = await this.client.query<Omit<BatchOutcome, 'replaced'>>(this.#upsert, [
      this.tenant,
    ]);
    await this.client.query('drop table import_rows');
    const [outcome] = found;
    if (!outcome) throw new Error('An aggregate query answers with one row.');
    return { ...outcome, replaced: this.#replaced(rows, outcome.refused) };
  }

  #replaced(rows: readonly StagedRow[], refused: readonly RefusedRow[]): number {
    const place = this.target.columns.findIndex(({ name }) => name === 'external_id');
    const lost = new Set(refused.map(({ line }) => line));
    const taken = rows.filter(({ line }) => !lost.has(line));
    return taken.length - new Set(taken.map(({ values }) => values[place])).size;
  }
}

function upsertSql(target: ImportTarget, given: ReadonlySet<string>): string {
  const values = storedValues(target, given);
  const names = Object.keys(values);
  return `
    with judged as materialized (
      select r.line, ${reasonSql(target)} as reason, ${names.map((name) => `${values[name]} as ${name}`).join(', ')}
      from import_rows r cross join crm.tenants t ${parentSql(target)}
      where t.id = $1
    ), written as (
      insert into ${target.table} as kept (tenant_id, ${names.join(', ')})
      select distinct on (external_id) $1::integer, ${names.join(', ')} from judged where reason is null
      order by external_id, line desc
      on conflict (tenant_id, external_id) ${conflictSql(names.filter((name) => name !== 'external_id'))}
      returning (xmax = 0) as inserted
    )
    select (select count(*)::integer from written where inserted) as inserted,
      (select count(*)::integer from written where not inserted) as updated,
      (select coalesce(json_agg(json_build_object('line', line, 'reason', reason) order by line), '[]')
       from judged where reason is not null) as refused`;
}

/** The table's columns that the import writes, and what it writes there. */
function storedValues({ columns, parent }: ImportTarget, given: ReadonlySet<string>): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { name, blank, always, namesParent } of columns) {
    if (!always && !given.has(name)) continue;
    if (namesParent) Object.assign(values, parent?.sets);
    else values[name] = blank === undefined ? `r.${name}` : `coalesce(r.${name}, ${blank})`;
  }
  return values;
}

const namingColumn = ({ columns }: ImportTarget): string | undefined =>
  columns.find(({ namesParent }) => namesParent)?.name;

function parentSql(target: ImportTarget): string {
  const { parent } = target;
  return parent
    ? `left join ${parent.table} p on p.tenant_id = $1 and p.external_id = r.${namingColumn(target)}`
    : '';
}

function reasonSql(target: ImportTarget): string {
  const { parent, refusals = [] } = target;
  const excuses = refusals.map(({ when, reason }) => `when ${when} then ${reason}`);
  if (parent) {
    const name = `r.${namingColumn(target)}`;
    excuses.unshift(
      `when ${name} is not null and p.id is null
        then format('there is no ${parent.called} with external_id "%s"', ${name})`,
    );
  }
  return excuses.length === 0 ? 'null::text' : `case ${excuses.join(' ')} end`;
}

/** A row that is there already and says the same is not written again. */
function conflictSql(names: readonly string[]): string {
  if (names.length === 0) return 'do nothing';
  const all = (of: string): string => names.map((name) => `${of}.${name}`).join(', ');
  return `do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
      where (${all('kept')}) is distinct from (${all('excluded')})`;
}
