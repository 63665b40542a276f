/** Measures in SQL: one entry each, over the rows that contribute. */

import type { MeasureOperand } from '../checked.js';
import { keyOf } from '../field.js';
import type { MeasureName } from '../measures.js';
import { Aggregates, MostFrequent } from './aggregates.js';
import { localDate } from './dates.js';
import { single, tidyExpression } from './expression.js';
import type { Frame } from './frame.js';
import { outwardOf } from './outward.js';
import type { Source } from './parts.js';
import { type Expression } from './parts.js';
import { firstStep, type Rows, type Tie } from './rows.js';
import { join, raw, type Sql, sql } from './sql.js';
import { comparable } from './texts.js';

/** The value of a measure for the record of `frame`, shared with the other measures over the same collection. */
export function measureExpression(operand: MeasureOperand, frame: Frame): Expression {
  const tie = tieOf(operand, frame);
  return operand.measure === 'most_frequent'
    ? mostFrequent(operand, frame, tie)
    : measured[operand.measure](operand, aggregatesOf(operand, frame, tie));
}

/** How the collection's rows are tied to their owner: grouped wherever they can be reckoned without seeing it. */
export function tieOf(operand: MeasureOperand, frame: Frame, seen = false): Tie {
  const { route, collection } = operand;
  const owner = frame.spot(route);
  const subjectColumn = subjectColumnOf(operand, frame);
  const outward = outwardOf(operand);
  const atRoot = frame.surroundings.root === true;
  const needsSubject = outward.subject || (outward.parent && atRoot);
  const knowsSubject = firstStep(collection).on.some(({ from }) => from === subjectColumn);
  const standsAlone = !(outward.parent && !atRoot) && (knowsSubject || !needsSubject);
  const rowByRow = frame.surroundings.rowByRow || !standsAlone;
  return {
    owner,
    subjectColumn,
    rowByRow,
    ...((rowByRow || seen) && { outer: frame }),
  };
}

function subjectColumnOf({ route }: MeasureOperand, frame: Frame): string | undefined {
  if (route.path.length > 0) return undefined;
  const { subject } = frame.compilation;
  const { root, subjectColumn } = frame.surroundings;
  const ofSubject = root === true || route.from === 'subject';
  return ofSubject ? keyOf(subject).column : route.from === 'this' ? subjectColumn : undefined;
}

const sharedAggregates = new WeakMap<Frame, Map<string, Aggregates>>();

/** The aggregates of the collection for this owner, attached to the frame on first use. */
function aggregatesOf(operand: MeasureOperand, frame: Frame, tie: Tie): Aggregates {
  const shared = sharedAggregates.get(frame) ?? new Map<string, Aggregates>();
  sharedAggregates.set(frame, shared);
  const { from, path } = operand.route;
  const way = path.map((step) => step.name);
  const name = JSON.stringify([tie.outer === undefined, from, ...way, operand.collection.name]);
  const known = shared.get(name);
  if (known) return known;
  const aggregates = new Aggregates(operand, frame, tie);
  frame.attach(aggregates);
  shared.set(name, aggregates);
  return aggregates;
}

/** The conditions a row meets to contribute: those of `where`, and that `of` is present. */
export function contributing(operand: MeasureOperand, rows: Rows): Sql[] {
  const { compilation } = rows.frame;
  const where = operand.where ? conjuncts(operand.where, rows) : [];
  if (!operand.of || operand.measure === 'first' || operand.measure === 'last') return where;
  const of = compilation.expression(operand.of, rows.frame);
  return of.zero === true ? where : [...where, sql`${single(of)} is not null`];
}

function conjuncts(group: NonNullable<MeasureOperand['where']>, { frame }: Rows): Sql[] {
  const parts = group.match === 'all' ? group.rules : [group];
  return parts.map((part) => sql`(${frame.compilation.predicate(part, frame).sql})`);
}

type Measured = (operand: MeasureOperand, aggregates: Aggregates) => Expression;

/** The expression of `of` among the rows. */
function ofIn(operand: MeasureOperand, { frame }: Rows): Expression {
  if (!operand.of) throw new Error(`“${operand.measure}” is a measure of a field.`);
  return frame.compilation.expression(operand.of, frame);
}

function timeIn(operand: MeasureOperand, { frame }: Rows): Expression {
  if (!operand.time) throw new Error(`“${operand.measure}” needs records with a time.`);
  return frame.compilation.expression(operand.time, frame);
}

/** Stored values that contribute are clean, by the condition that they are present. */
const plain = (of: Expression): Sql => (of.over !== undefined || of.zero === true ? single(of) : of.raw);

const outOf = (source: Source, expression: Expression): Expression => ({ ...expression, source });
const numberOf = (source: Source, value: Sql): Expression => outOf(source, tidyExpression('number', value));

const simple =
  (name: string): Measured =>
  (operand, aggregates) => {
    const of = ofIn(operand, aggregates.rows);
    const value = aggregates.add(
      contributing(operand, aggregates.rows),
      (filter) => sql`${raw(name)}(${plain(of)})${filter}`,
    );
    return outOf(aggregates, tidyExpression(operand.type, value, of.folds));
  };

const zeroed =
  (of: (operand: MeasureOperand, rows: Rows) => Sql): Measured =>
  (operand, aggregates) => {
    const value = of(operand, aggregates.rows);
    const conditions = contributing(operand, aggregates.rows);
    const added = aggregates.add(conditions, (filter) => sql`${value}${filter}`);
    return { ...numberOf(aggregates, added), zero: true };
  };

/** `first` and `last` choose by (time, key) among those with a time, then read `of`. */
const extreme =
  (direction: 'asc' | 'desc'): Measured =>
  (operand, aggregates) => {
    const { rows } = aggregates;
    const of = ofIn(operand, rows);
    const time = timeIn(operand, rows);
    const order = [time.raw, ...keyOrder(rows)].map((part) => sql`${part} ${raw(direction)}`);
    const value = aggregates.add(
      [...contributing(operand, rows), sql`${time.clean} is not null`],
      (filter) => sql`(array_agg(${single(of)} order by ${join(order, ', ')})${filter})[1]`,
    );
    return outOf(aggregates, tidyExpression(operand.type, value, of.folds));
  };

/** Keys in the order of their type; texts bytewise. */
const keyOrder = ({ frame }: Rows): Sql[] =>
  frame.record.key.map(({ column, type }) =>
    type === 'text' ? sql`${frame.own().column(column)} collate "C"` : frame.own().column(column),
  );

function average(operand: MeasureOperand, aggregates: Aggregates): Expression {
  const of = plain(ofIn(operand, aggregates.rows));
  const conditions = contributing(operand, aggregates.rows);
  const sum = aggregates.add(conditions, (filter) => sql`sum(${of})${filter}`);
  const count = aggregates.add(conditions, (filter) => sql`count(*)${filter}`);
  return { ...numberOf(aggregates, sum), over: count };
}

/** The part that also satisfies, of the records or of their sum; missing where the whole is not positive. */
function share(operand: MeasureOperand, aggregates: Aggregates): Expression {
  const { rows } = aggregates;
  const what = operand.of ? sql`sum(${plain(ofIn(operand, rows))})` : raw('count(*)');
  const whole = contributing(operand, rows);
  const satisfying = operand.satisfying ? conjuncts(operand.satisfying, rows) : [];
  const part = aggregates.add([...whole, ...satisfying], (filter) => sql`${what}${filter}`);
  const all = aggregates.add(whole, (filter) => sql`${what}${filter}`);
  return {
    ...numberOf(aggregates, sql`coalesce(${part}, 0)`),
    over: sql`(case when ${all} > 0 then ${all} end)`,
  };
}

/** Days between the first and the last local day, over the gaps between distinct days. */
function averageGap(operand: MeasureOperand, aggregates: Aggregates): Expression {
  const { rows } = aggregates;
  const time = timeIn(operand, rows);
  const day = localDate(time, rows.frame.compilation);
  const conditions = [...contributing(operand, rows), sql`${time.clean} is not null`];
  const days = aggregates.add(conditions, (filter) => sql`(max(${day})${filter} - min(${day})${filter})`);
  const gaps = aggregates.add(conditions, (filter) => sql`(count(distinct ${day})${filter} - 1)`);
  return { ...numberOf(aggregates, days), over: sql`(case when ${gaps} > 0 then ${gaps} end)` };
}

const distinct = (operand: MeasureOperand, rows: Rows): Sql => {
  const of = ofIn(operand, rows);
  return sql`count(distinct ${comparable(single(of), of.folds)})`;
};

const measured: Record<Exclude<MeasureName, 'most_frequent'>, Measured> = {
  count: zeroed(() => raw('count(*)')),
  sum: zeroed((operand, rows) => sql`sum(${plain(ofIn(operand, rows))})`),
  distinct: zeroed(distinct),
  minimum: simple('min'),
  maximum: simple('max'),
  first: extreme('asc'),
  last: extreme('desc'),
  average,
  share,
  average_gap: averageGap,
};

/** An array of the values tied for the most; a test holds when it holds for any. */
function mostFrequent(operand: MeasureOperand, frame: Frame, tie: Tie): Expression {
  const source = new MostFrequent(operand, frame, tie);
  frame.attach(source);
  const of = ofIn(operand, source.rows);
  const values = source.of(comparable(single(of), of.folds), contributing(operand, source.rows));
  return outOf(source, tidyExpression(operand.type, values, of.folds));
}
