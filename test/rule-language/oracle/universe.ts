/** One tenant's rows at one instant, with indexes over the columns that rules join by. */

import type { RecordType, Subject, Table, ToOne, Vocabulary } from '../../../src/rule-language/field.js';
import type { Day } from './calendar.js';
import type { Clock, Row, World } from './world.js';
import type { Instant } from './zone.js';
import { parseInstant, Zone } from './zone.js';

/** The clock, read. */
export interface Moment extends Clock {
  readonly now: Instant;
  readonly local: Zone;
  /** D: the local date of `as_of`. */
  readonly today: Day;
}

export function readClock(clock: Clock): Moment {
  const now = parseInstant(clock.asOf);
  if (now === undefined) throw new Error(`Not an instant: ${clock.asOf}`);
  const local = Zone.of(clock.zone);
  return { ...clock, now, local, today: local.day(now) };
}

const nameOf = ({ schema, name }: Table): string => (schema === undefined ? name : `${schema}.${name}`);

type Index = ReadonlyMap<string, readonly Row[]>;

export class Universe {
  readonly #rows = new Map<string, readonly Row[]>();
  readonly #indexes = new Map<string, Index>();
  readonly #reached = new Map<ToOne, Map<Row, Row | undefined>>();

  constructor(
    readonly subject: Subject,
    readonly vocabulary: Vocabulary,
    readonly world: World,
    readonly moment: Moment,
  ) {}

  record(name: string): RecordType {
    const record = this.vocabulary.records.get(name);
    if (record === undefined) throw new Error(`No record type: ${name}`);
    return record;
  }

  /** Only the tenant's own rows; those of a table without a tenant column are everyone's. */
  rows(record: RecordType): readonly Row[] {
    return this.#owned(record.table, record.tenant?.column);
  }

  /** The ledger's rows are always a tenant's. */
  stays(): readonly Row[] {
    return this.#owned(this.subject.ledger, 'tenant_id');
  }

  #owned(table: Table, tenantColumn: string | undefined): readonly Row[] {
    const name = nameOf(table);
    const known = this.#rows.get(name);
    if (known !== undefined) return known;
    const stored = this.world.tables.get(name);
    if (stored === undefined) throw new Error(`No rows of ${name}`);
    const rows =
      tenantColumn === undefined
        ? stored
        : stored.filter((row) => String(row[tenantColumn]) === this.moment.tenant);
    this.#rows.set(name, rows);
    return rows;
  }

  /** The records of a type that a row joins; a null column joins nothing. */
  joined(from: Row, record: RecordType, on: ToOne['on']): readonly Row[] {
    const key = joinKey(
      from,
      on.map((join) => join.from),
    );
    if (key === undefined) return [];
    const columns = on.map((join) => join.to);
    const name = `${record.name} by ${columns.join()}`;
    const index = this.#indexes.get(name) ?? indexBy(this.rows(record), columns);
    this.#indexes.set(name, index);
    return index.get(key) ?? [];
  }

  /** The record at the end of a to-one path, if there is one. */
  reach(from: Row, path: readonly ToOne[]): Row | undefined {
    let row: Row | undefined = from;
    for (const step of path) {
      if (row === undefined) return undefined;
      row = this.#follow(row, step);
    }
    return row;
  }

  #follow(from: Row, step: ToOne): Row | undefined {
    const reached = this.#reached.get(step) ?? new Map<Row, Row | undefined>();
    this.#reached.set(step, reached);
    if (!reached.has(from)) reached.set(from, this.#target(from, step));
    return reached.get(from);
  }

  #target(from: Row, step: ToOne): Row | undefined {
    const [row, ...more] = this.joined(from, this.record(step.target), step.on);
    if (more.length > 0) throw new Error(`${step.name} reaches more than one ${step.target}`);
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
