/** The records of a collection: the tables on the way to them, joined, and what holds of each. */

import type { Collection, Join, Step } from '../field.js';
import { parseFilter, parseTime } from '../parse.js';
import { today } from '../time.js';
import { type Compilation, Frame, recordNamed, type Surroundings } from './frame.js';
import { type Spot } from './parts.js';
import { and, column, date, instant, join, raw, type Sql, same, sql } from './sql.js';

/** How the rows are tied to their owners. */
export interface Tie {
  readonly owner: Spot;
  /** The frame that the owner's columns are read in, where the rows may see it; absent when they are grouped. */
  readonly outer?: Frame;
  readonly rowByRow: boolean;
  /** The owner's column that is the subject's key, if it has one. */
  readonly subjectColumn: string | undefined;
}

export interface Rows {
  /** The frame of the collection's own records. */
  readonly frame: Frame;
  /** What the rows are grouped by, in the order of the first step's joins. */
  readonly keys: readonly Sql[];
  /** Tenant, time and filter of every step, and for seen owners the tie to them. */
  readonly conditions: readonly Sql[];
  /** The FROM clause; asked for last. */
  from(): Sql;
}

/** One step on the way, with those before it. */
interface Link {
  readonly frame: Frame;
  readonly conditions: readonly Sql[];
  readonly keys: readonly Sql[];
  /** The tables of all steps, joined to each other. */
  readonly tables: Sql;
  /** What was joined to them besides. */
  joined(): Sql[];
}

/** The rows of `collection` for the owner that `tie` names. */
export function rowsOf(collection: Collection, tie: Tie, compilation: Compilation): Rows {
  let link = firstLink(firstStep(collection), tie, compilation);
  for (const step of collection.steps.slice(1)) link = nextLink(link, step, tie, compilation);
  const { frame, keys, conditions } = link;
  return { frame, keys, conditions, from: () => fromOf(link) };
}

/** The step from an owner to what is theirs. */
export function firstStep({ name, steps: [first] }: Collection): Step {
  if (!first) throw new Error(`The collection “${name}” has no steps.`);
  return first;
}

const fromOf = ({ tables, joined }: Link): Sql => join([tables, ...joined()], ' ');

function firstLink(step: Step, tie: Tie, compilation: Compilation): Link {
  const subjectColumn = step.on.find(({ from }) => from === tie.subjectColumn)?.to;
  const frame = stepFrame(step, tie, compilation, (alias) =>
    subjectColumn === undefined ? {} : { subjectColumn, subjectKey: column(alias, subjectColumn) },
  );
  const tied = tie.outer ? step.on.map((pair) => equalsOwner(frame, pair, tie.owner)) : [];
  return {
    frame,
    conditions: [...tied, ...conditionsOf(step, frame, compilation)],
    keys: step.on.map(({ to }) => column(frame.alias, to)),
    tables: frame.table(),
    joined: () => frame.joined(),
  };
}

const equalsOwner = (frame: Frame, { from, to }: Join, owner: Spot): Sql =>
  sql`${column(frame.alias, to)} = ${owner.column(from)}`;

function stepFrame(
  step: Step,
  tie: Tie,
  compilation: Compilation,
  subject: (alias: string) => Pick<Surroundings, 'subjectKey' | 'subjectColumn'>,
): Frame {
  const record = recordNamed(compilation.vocabulary, step.target);
  return new Frame(compilation, record, (alias) => ({
    rowByRow: tie.rowByRow,
    ...(tie.outer && { outer: tie.outer }),
    ...subject(alias),
  }));
}

/** One step further: joined where each record has one parent, else by the distinct keys that lead to it. */
function nextLink(link: Link, step: Step, tie: Tie, compilation: Compilation): Link {
  const parentKey = link.frame.record.key.map(({ column: name }) => name);
  const oneParent = parentKey.every((name) => step.on.some(({ from }) => from === name));
  const way = oneParent ? directWay(link, step) : distinctWay(link, step, compilation);
  const frame = stepFrame(step, tie, compilation, () =>
    way.subjectKey ? { subjectKey: way.subjectKey } : {},
  );
  const on = step.on.map(({ to }, index) => sql`${column(frame.alias, to)} = ${way.leading[index]}`);
  return {
    frame,
    conditions: [...way.conditions, ...conditionsOf(step, frame, compilation)],
    keys: way.keys,
    tables: sql`${way.table} join ${frame.table()} on ${and(on)}`,
    joined: () => [...way.joined(), ...frame.joined()],
  };
}

/** How the steps so far lead on to the next. */
interface Way extends Pick<Link, 'conditions' | 'keys' | 'joined'> {
  readonly table: Sql;
  /** What the next step's records are joined by. */
  readonly leading: readonly Sql[];
  readonly subjectKey: Sql | undefined;
}

const directWay = (link: Link, step: Step): Way => ({
  conditions: link.conditions,
  keys: link.keys,
  joined: link.joined,
  table: link.tables,
  leading: step.on.map(({ from }) => column(link.frame.alias, from)),
  subjectKey: link.frame.surroundings.subjectKey,
});

/** A record may be reached along several parents and counts once. */
function distinctWay(link: Link, step: Step, compilation: Compilation): Way {
  const alias = compilation.alias('w');
  const owners = link.keys.map((key, index) => sql`${key} as ${raw(`k${index}`)}`);
  const leading = step.on.map(
    ({ from }, index) => sql`${column(link.frame.alias, from)} as ${raw(`j${index}`)}`,
  );
  const keys = link.keys.map((_, index) => raw(`${alias}.k${index}`));
  const { subjectKey } = link.frame.surroundings;
  return {
    conditions: [],
    keys,
    joined: () => [],
    table: sql`(select distinct ${join([...owners, ...leading], ', ')} from ${fromOf(link)} where ${and(link.conditions)}) ${raw(alias)}`,
    leading: step.on.map((_, index) => raw(`${alias}.j${index}`)),
    subjectKey: subjectKey && keys[link.keys.findIndex((key) => same(key, subjectKey))],
  };
}

/** The rows of a step that are there, at or before `as_of`, that pass its filter. */
function conditionsOf(step: Step, frame: Frame, compilation: Compilation): Sql[] {
  return [...frame.existing(), ...happened(step, frame, compilation), ...filtered(step, frame, compilation)];
}

function happened(step: Step, frame: Frame, compilation: Compilation): Sql[] {
  const operand = step.future === true ? undefined : parseTime(step, compilation.vocabulary);
  if (!operand) return [];
  const time = compilation.expression(operand, frame);
  const { clock } = compilation;
  const now = time.type === 'date' ? date(today(clock)) : instant(clock.asOf);
  return [sql`${time.raw} <= ${now}`, ...(time.tidy ? [] : [sql`${time.raw} > '-infinity'`])];
}

function filtered(step: Step, frame: Frame, compilation: Compilation): Sql[] {
  if (!step.filter) return [];
  const filter = parseFilter(step.filter, frame.record, compilation.vocabulary);
  return [sql`(${compilation.predicate(filter, frame).sql})`];
}
