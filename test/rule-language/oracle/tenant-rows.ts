/** One tenant's rows of a world, with indexes over the columns that rules join by. No clock matters here. */

import type { Field, RecordType, Table, ToOne } from '../../../src/rule-language/field.js';
import type { Answer } from './values.js';
import type { Row, World } from './world.js';

const nameOf = ({ schema, name }: Table): string => (schema === undefined ? name : `${schema}.${name}`);

type Index = ReadonlyMap<string, readonly Row[]>;

export class TenantRows {
  static readonly #known = new WeakMap<World, Map<string, TenantRows>>();
  readonly #rows = new Map<string, readonly Row[]>();
  readonly #indexes = new Map<string, Index>();
  readonly #reached = new Map<ToOne, Map<Row, Row | undefined>>();
  readonly #answers = new Map<Field, Map<Row, Answer>>();

  private constructor(
    readonly world: World,
    readonly tenant: string,
  ) {}

  static of(world: World, tenant: string): TenantRows {
    const tenants = TenantRows.#known.get(world) ?? new Map<string, TenantRows>();
    TenantRows.#known.set(world, tenants);
    const rows = tenants.get(tenant) ?? new TenantRows(world, tenant);
    tenants.set(tenant, rows);
    return rows;
  }

  /** Only the tenant's own rows; those of a table without a tenant column are everyone's. */
  of(table: Table, tenantColumn: string | undefined): readonly Row[] {
    const name = nameOf(table);
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    const stored = this.world.tables.get(name);
    if (stored === undefined) throw new Error(`No rows of ${name}`);
    const isOwn = (row: Row): boolean =>
      tenantColumn === undefined || String(row[tenantColumn]) === this.tenant;
    const rows = stored.filter(isOwn);
    this.#rows.set(name, rows);
    return rows;
  }

  /** The records of a type that a row joins; a null column joins nothing. */
  joined(from: Row, { table, tenant }: RecordType, on: ToOne['on']): readonly Row[] {
    const key = joinKey(
      from,
      on.map((join) => join.from),
    );
    if (key === undefined) return [];
    const columns = on.map((join) => join.to);
    const name = `${nameOf(table)} by ${columns.join()}`;
    const index = this.#indexes.get(name) ?? indexBy(this.of(table, tenant?.column), columns);
    this.#indexes.set(name, index);
    return index.get(key) ?? [];
  }

  /** What was read of a stored field, by row: rows come back in every rule. */
  answers(field: Field): Map<Row, Answer> {
    const answers = this.#answers.get(field) ?? new Map<Row, Answer>();
    this.#answers.set(field, answers);
    return answers;
  }

  /** The record of the target type that a path leads to, if there is one. */
  follow(from: Row, path: ToOne, target: RecordType): Row | undefined {
    const reached = this.#reached.get(path) ?? new Map<Row, Row | undefined>();
    this.#reached.set(path, reached);
    const known = reached.get(from);
    if (known !== undefined || reached.has(from)) return known;
    const [row, ...more] = this.joined(from, target, path.on);
    if (more.length > 0) throw new Error(`${path.name} reaches more than one ${path.target}`);
    reached.set(from, row);
    return row;
  }
}

function indexBy(rows: readonly Row[], columns: readonly string[]): Index {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    const key = joinKey(row, columns);
    if (key === undefined) continue;
    const group = index.get(key);
    if (group === undefined) index.set(key, [row]);
    else group.push(row);
  }
  return index;
}

function joinKey(row: Row, columns: readonly string[]): string | undefined {
  const values = columns.map((column) => row[column] ?? null);
  return values.includes(null) ? undefined : values.map(String).join('\u0000');
}
