/** A FROM clause in the making: one record's table, the to-one paths read from it, and the sources joined to it. */

import type { Checked, Operand, Route } from '../checked.js';
import {
  keyOf,
  type RecordType,
  type Subject,
  type ToOne,
  type ValueRow,
  type Vocabulary,
} from '../field.js';
import type { Clock } from '../time.js';
import { type Expression, keyColumnOf, type Predicate, type Source, type Spot } from './parts.js';
import { and, column, key, raw, type Sql, sql, tableName } from './sql.js';

/**
 * `set`: over everyone, related records grouped once and joined. `probe`: over few ids, related records looked up
 * for each.
 */
export type Shape = 'set' | 'probe';

/** What a statement is compiled for, and the recursion that its parts share. */
export interface Compilation {
  readonly shape: Shape;
  readonly subject: Subject;
  readonly vocabulary: Vocabulary;
  readonly tenant: string;
  readonly clock: Clock;
  /** An alias not used before in the statement. */
  alias(prefix: string): string;
  /** Adds a common table expression, computed once before the rest. */
  define(name: string, query: Sql): void;
  predicate(node: Checked, frame: Frame): Predicate;
  expression(operand: Operand, frame: Frame): Expression;
  /** The keys of those whom `node` matches, as a query of its own with the one column `id`. */
  audience(node: Checked): Sql;
  /** Everyone who has a value, as a query of its own: columns `id` and `v`. */
  values(operand: Operand): Sql;
}

/** How a frame is tied to the one around it. */
export interface Surroundings {
  /** The subject's own frame. */
  readonly root?: true;
  /** The frame around this one, where its columns can be read from here. */
  readonly outer?: Frame;
  /** Related records of this frame's records are looked up row by row rather than grouped. */
  readonly rowByRow: boolean;
  /** The subject's key, where the frame's tables have it. */
  readonly subjectKey?: Sql;
  /** The column of the frame's own record that is the subject's key, if it has one. */
  readonly subjectColumn?: string;
}

export class Frame {
  readonly alias: string;
  readonly surroundings: Surroundings;
  readonly sources: Source[] = [];
  /** Whether anything but the sources' keys is read from the frame's own record. */
  touched = false;
  /** Whether nothing but the key is read from the frame's own record. */
  keyOnly = true;
  /** Along to-one paths, and rows beside records. Sources may read them, and never they a source: they come first. */
  private readonly joins: Sql[] = [];
  /** The aliases of what is joined, by what it is. */
  private readonly joinedAs = new Map<string, string>();

  constructor(
    readonly compilation: Compilation,
    readonly record: RecordType,
    surroundings: (alias: string) => Surroundings,
  ) {
    this.alias = compilation.alias('t');
    this.surroundings = surroundings(this.alias);
  }

  /** The record a route leads to, joined on first use. */
  spot({ from, path }: Pick<Route, 'from' | 'path'>): Spot {
    const start = from === 'this' ? this.own() : from === 'parent' ? this.parent() : this.subject();
    return this.follow(from, start, path);
  }

  own(): Spot {
    const read = (name: string): Sql => {
      this.touched = true;
      if (name !== keyColumnOf(this)) this.keyOnly = false;
      return column(this.alias, name);
    };
    return { ...this.spotAt('this', this.record, read), joinColumn: (name) => column(this.alias, name) };
  }

  /** Joins a source; its clause is rendered when the whole frame is. */
  attach(source: Source): void {
    this.sources.push(source);
  }

  /** Whether the frame is its record's table and `source` alone; to-one paths would have touched the table. */
  isOnly(source: Source): boolean {
    return !this.touched && this.sources.every((other) => other === source);
  }

  table(): Sql {
    return sql`${tableName(this.record.table)} ${raw(this.alias)}`;
  }

  /** What was joined to the table, in an order in which each finds what it is joined by. */
  joined(): Sql[] {
    return [...this.joins, ...this.sources.map((source) => source.join())];
  }

  /** The rows that are there for the tenant; nothing for a table whose rows all are, for everyone. */
  existing(): Sql[] {
    return existing(this.record, this.alias, this.compilation.tenant);
  }

  private parent(): Spot {
    return this.surroundings.outer?.own() ?? this.subject();
  }

  /** The subject's record: of the outermost frame where that can be seen, else joined by the key. */
  private subject(): Spot {
    const { root, outer, subjectKey } = this.surroundings;
    if (root) return this.own();
    if (outer) return outer.subject();
    if (!subjectKey) throw new Error(`No subject can be reached from “${this.record.name}”.`);
    const { record } = this.compilation.subject;
    const { column: keyColumn } = keyOf(this.compilation.subject);
    const read = (name: string): Sql =>
      name === keyColumn ? subjectKey : column(this.joinSubject(record, subjectKey), name);
    return this.spotAt('subject', record, read);
  }

  private joinSubject(record: RecordType, subjectKey: Sql): string {
    return this.joinOnce('subject', record, (alias) => [
      sql`${column(alias, keyOf(this.compilation.subject).column)} = ${subjectKey}`,
    ]);
  }

  private follow(from: string, start: Spot, path: readonly ToOne[]): Spot {
    let spot = start;
    let route = from;
    for (const step of path) {
      route += `.${step.name}`;
      const previous = spot;
      const record = recordNamed(this.compilation.vocabulary, step.target);
      const alias = this.joinOnce(route, record, (alias) =>
        step.on.map(({ from: here, to }) => sql`${column(alias, to)} = ${previous.column(here)}`),
      );
      spot = this.spotAt(route, record, (name) => column(alias, name));
    }
    return spot;
  }

  private spotAt(place: string, record: RecordType, read: Spot['column']): Spot {
    const beside = (row: ValueRow, name: string): Sql => column(this.joinValue(place, row, read), name);
    return { record, column: read, joinColumn: read, beside };
  }

  /** A row that holds one value of the record at a place. */
  private joinValue(place: string, row: ValueRow, read: Spot['column']): string {
    return this.joinOnce(`${place} ${row.id}`, row, (alias) => [
      sql`${column(alias, row.names.column)} = ${key(row.id, row.names.type)}`,
      ...row.on.map(({ from, to }) => sql`${column(alias, to)} = ${read(from)}`),
    ]);
  }

  /** The alias of a table of which at most one row is joined. */
  private joinOnce(name: string, joined: Kept, on: (alias: string) => Sql[]): string {
    const known = this.joinedAs.get(name);
    if (known !== undefined) return known;
    const alias = this.compilation.alias('p');
    const conditions = [...on(alias), ...existing(joined, alias, this.compilation.tenant)];
    this.joins.push(sql`left join ${tableName(joined.table)} ${raw(alias)} on ${and(conditions)}`);
    this.joinedAs.set(name, alias);
    return alias;
  }
}

type Kept = Pick<RecordType, 'table' | 'tenant' | 'deletedAt'>;

/** The tenant's rows of a table, without those that are deleted softly. */
export function existing(
  { tenant: owner, deletedAt }: Omit<Kept, 'table'>,
  alias: string,
  tenant: string,
): Sql[] {
  return [
    ...(owner ? [sql`${column(alias, owner.column)} = ${key(tenant, owner.type)}`] : []),
    ...(deletedAt === undefined ? [] : [sql`${column(alias, deletedAt)} is null`]),
  ];
}

/** A record type that the catalogue promised to have. */
export function recordNamed(vocabulary: Vocabulary, name: string): RecordType {
  const record = vocabulary.records.get(name);
  if (!record) throw new Error(`The vocabulary has no record type “${name}”.`);
  return record;
}
