/** Measures over one collection for one owner: computed together, once, and joined to the owner's frame. */

import type { MeasureOperand } from '../checked.js';
import type { Subject } from '../field.js';
import type { Frame } from './frame.js';
import type { Source } from './parts.js';
import { firstStep, type Rows, rowsOf, type Tie } from './rows.js';
import { and, empty, join, or, raw, type Sql, same, sql } from './sql.js';

/** One row an owner, from the rows of a collection: grouped by owner over everyone, or looked up for each owner. */
abstract class PerOwner implements Source {
  readonly alias: string;
  readonly rows: Rows;
  readonly everyOwner: boolean;
  readonly ofSubjects: boolean;
  readonly standalone?: { query(): Sql; readonly key: string };
  private readonly on: readonly Sql[];

  constructor(
    operand: MeasureOperand,
    frame: Frame,
    protected readonly tie: Tie,
  ) {
    this.ofSubjects = ownedBySubjects(operand, tie, frame.compilation.subject);
    if (this.ofSubjects) this.standalone = { query: () => this.query(), key: keyName(0) };
    this.everyOwner = tie.outer !== undefined;
    this.alias = frame.compilation.alias('a');
    this.rows = rowsOf(operand.collection, tie, frame.compilation);
    const joins = tie.outer ? [] : firstStep(operand.collection).on;
    this.on = joins.map(
      ({ from }, index) => sql`${raw(`${this.alias}.${keyName(index)}`)} = ${tie.owner.joinColumn(from)}`,
    );
  }

  abstract query(): Sql;

  join(): Sql {
    const query = sql`(${this.query()}) ${raw(this.alias)}`;
    return this.tie.outer
      ? sql`left join lateral ${query} on true`
      : sql`left join ${query} on ${and(this.on)}`;
  }

  /** The owner's keys to group by, and the same as named columns; none where the rows are looked up. */
  protected get keys(): { grouped: readonly Sql[]; named: readonly Sql[] } {
    const grouped = this.tie.outer ? [] : this.rows.keys;
    return { grouped, named: grouped.map((key, index) => sql`${key} as ${raw(keyName(index))}`) };
  }
}

/** Whether the rows' owners are sure to be the tenant's subjects, so that grouped rows can stand for them. */
export function ownedBySubjects(
  { collection }: MeasureOperand,
  tie: Tie,
  { record: { deletedAt } }: Subject,
): boolean {
  // A foreign key does not see that its owner was deleted softly.
  if (deletedAt !== undefined) return false;
  const { on } = firstStep(collection);
  return collection.owned === true && on.length === 1 && on[0]?.from === tie.subjectColumn;
}

const keyName = (index: number): string => `k${index}`;
const groupBy = (keys: readonly Sql[]): Sql => (keys.length > 0 ? sql` group by ${join(keys, ', ')}` : empty);

interface Aggregate {
  readonly name: Sql;
  /** What a row has to satisfy to contribute. */
  readonly conditions: readonly Sql[];
  readonly of: (filter: Sql) => Sql;
}

/** Any number of measures in one pass: what all of them ask of a row restricts the rows, the rest is their FILTER. */
export class Aggregates extends PerOwner {
  private readonly aggregates: Aggregate[] = [];

  /** The column of a measure; the same measure twice is computed once. */
  add(conditions: readonly Sql[], of: (filter: Sql) => Sql): Sql {
    const known = this.aggregates.find(
      (aggregate) => same(aggregate.of(empty), of(empty)) && same(and(aggregate.conditions), and(conditions)),
    );
    const name = known?.name ?? raw(`m${this.aggregates.length}`);
    if (!known) this.aggregates.push({ name, conditions, of });
    return sql`${raw(this.alias)}.${name}`;
  }

  query(): Sql {
    const shared = this.shared();
    const columns = this.aggregates.map(({ name, conditions, of }) => {
      const own = without(conditions, shared);
      return sql`${of(own.length > 0 ? sql` filter (where ${and([...this.ofThisQuery, ...own])})` : empty)} as ${name}`;
    });
    const { grouped, named } = this.keys;
    const conditions = [...this.rows.conditions, ...shared, ...this.anyOf(shared)];
    return sql`select ${join([...named, ...columns], ', ')} from ${this.rows.from()} where ${and(conditions)}${groupBy(grouped)}`;
  }

  /**
   * An aggregate whose arguments and filter read nothing but the query around it would belong to that one: what is
   * always true of its own rows keeps it here: that they have an owner, which the index that found them knows.
   */
  private get ofThisQuery(): Sql[] {
    return this.tie.outer ? this.rows.keys.slice(0, 1).map((key) => sql`${key} is not null`) : [];
  }

  /** The conditions that every measure makes. */
  private shared(): readonly Sql[] {
    return this.aggregates
      .map(({ conditions }) => conditions)
      .reduce((shared, conditions) =>
        shared.filter((condition) => conditions.some((other) => same(condition, other))),
      );
  }

  /** Rows that no measure counts are not read, where each measure leaves some out. */
  private anyOf(shared: readonly Sql[]): Sql[] {
    const own = this.aggregates.map(({ conditions }) => without(conditions, shared));
    return own.every((conditions) => conditions.length > 0)
      ? [sql`(${or(own.map((conditions) => sql`(${and(conditions)})`))})`]
      : [];
  }
}

const without = (conditions: readonly Sql[], left: readonly Sql[]): readonly Sql[] =>
  conditions.filter((condition) => !left.some((other) => same(condition, other)));

/** The values that occur most often in an owner's rows, as an array. */
export class MostFrequent extends PerOwner {
  private conditions!: readonly Sql[];
  private value!: Sql;

  /** The column of values, grouped as `value` has them. */
  of(value: Sql, conditions: readonly Sql[]): Sql {
    this.value = value;
    this.conditions = conditions;
    return raw(`${this.alias}.m0`);
  }

  query(): Sql {
    const { grouped, named } = this.keys;
    const names = grouped.map((_, index) => raw(keyName(index)));
    const values = sql`select ${join([...named, sql`${this.value} as v`], ', ')} from ${this.rows.from()} where ${and([...this.rows.conditions, ...this.conditions])}`;
    const partition = names.length > 0 ? sql`partition by ${join(names, ', ')} ` : empty;
    const place = sql`rank() over (${partition}order by count(*) desc) as place`;
    const counted = sql`select ${join([...names, raw('v'), place], ', ')} from (${values}) valued${groupBy([...names, raw('v')])}`;
    return sql`select ${join([...names, sql`array_agg(v) as m0`], ', ')} from (${counted}) counted where place = 1${groupBy(names)}`;
  }
}
