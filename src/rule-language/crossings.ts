/**
 * Whose verdict time alone can have turned while it passed: not everybody, but those with a value that a bound of some test
 * has gone by. Every bound counts that was gone by at any instant of the passage, also where the test says in the end what
 * it said at first: somebody may have been looked at in between.
 */

import { daysOfYear, fallsOn, ordinalsOfYear } from './anniversaries.js';
import type { Checked, DerivedOperand, MembershipTest, Operand, Test } from './checked.js';
import type { Vocabulary } from './field.js';
import { clockOn, type DaysPassed, daysOf, type Passage } from './passage.js';
import { type Clock, type Span, type SpanTest, spanOf } from './time.js';
import { type Descent, type TurningDate, turningPoints } from './turning-points.js';
import type { Moment } from './turns.js';

/** From inclusive, until exclusive, as spans of dates and instants are. */
export interface Stretch {
  readonly from: Moment;
  readonly until: Moment;
}

/** Days of the year as month × 100 + day, both ends in. */
export type DaysOfYear = readonly (readonly [number, number])[];

/** The values that were gone by. */
export type GoneBy =
  | { readonly in: 'time'; readonly stretches: readonly Stretch[] }
  | { readonly in: 'year'; readonly days: DaysOfYear };

/** A value of the subject's, or of a record of theirs that a way leads to, was gone by. */
export type Crossing =
  | {
      readonly kind: 'date';
      readonly way: readonly Descent[];
      readonly operand: Operand;
      readonly goneBy: GoneBy;
    }
  /** What is derived of the clock is another on the later day. */
  | {
      readonly kind: 'derived';
      readonly way: readonly Descent[];
      readonly operand: DerivedOperand;
      readonly earlier: Clock;
      readonly later: Clock;
    }
  /** A stay in the segment began or ended then. */
  | {
      readonly kind: 'stay';
      readonly segment: string;
      readonly entered: readonly Stretch[];
      readonly left: readonly Stretch[];
    };

export interface Crossings {
  readonly crossings: readonly Crossing[];
  /**
   * Whoever crosses turns the verdict on others too: a rank is taken over what moves, and one value more or less moves its
   * cut-off.
   */
  readonly ranked: boolean;
  /**
   * No range bounds it: what is derived of the clock is known day by day, and more than one day has begun. Everyone is to
   * be looked at.
   */
  readonly everyone: boolean;
}

/** Of a rule over the subject. */
export function crossings(rule: Checked, vocabulary: Vocabulary, passage: Passage): Crossings {
  const points = turningPoints(rule, vocabulary);
  const days = daysOf(passage);
  return {
    crossings: [
      ...points.dates.flatMap((date) => dateCrossing(date, passage, days)),
      ...points.derived.flatMap(({ way, operand }) => derivedCrossing(way, operand, passage, days)),
      ...points.stays.map(({ segment, test }) => stayCrossing(segment, test, passage, days)),
    ],
    ranked: points.ranked,
    everyone: points.derived.length > 0 && days.count > 1,
  };
}

function dateCrossing({ way, operand, test }: TurningDate, passage: Passage, days: DaysPassed): Crossing[] {
  const goneBy = goneByOf(test, operand, passage, days);
  const found = goneBy.in === 'time' ? goneBy.stretches : goneBy.days;
  return found.length > 0 ? [{ kind: 'date', way, operand, goneBy }] : [];
}

function goneByOf(test: Test | 'arrival', operand: Operand, passage: Passage, days: DaysPassed): GoneBy {
  if (test === 'arrival') return { in: 'time', stretches: arrived(operand, passage, days) };
  switch (test.operator) {
    case 'within_last':
    case 'within_next':
    case 'ago_at_least':
    case 'ahead_at_least':
    case 'ago_between':
    case 'in_period':
      return { in: 'time', stretches: swept(test, passage, days) };
    case 'anniversary_within_next':
    case 'anniversary_within_last':
    case 'anniversary_in_month':
      return { in: 'year', days: sweptDays(test, passage, days) };
    default:
      return { in: 'time', stretches: [] };
  }
}

/** What has come to be there. */
const arrived = ({ type }: Operand, passage: Passage, days: DaysPassed): Stretch[] =>
  type === 'date' ? between(days.first.add({ days: 1 }), days.last.add({ days: 1 })) : happened(passage);

/** Instants of the passage. */
const happened = ({ from, to }: Passage): Stretch[] =>
  between(from.asOf.add({ microseconds: 1 }), to.asOf.add({ microseconds: 1 }));

/** What either bound of the span has gone by: each only ever moves on. */
function swept(test: SpanTest, passage: Passage, days: DaysPassed): Stretch[] {
  const byInstant = spanOf(test, passage.from).in === 'instants';
  const earlier = byInstant ? passage.from : clockOn(days.first, passage.from);
  const later = byInstant ? passage.to : clockOn(days.last, passage.to);
  const [before, after] = [spanOf(test, earlier), spanOf(test, later)];
  return [...moved(before, after, 'from'), ...moved(before, after, 'until')];
}

function moved(before: Span, after: Span, bound: 'from' | 'until'): Stretch[] {
  const [from, until] = [before[bound], after[bound]];
  return from && until ? between(from, until) : [];
}

const between = (from: Moment, until: Moment): Stretch[] =>
  from.toString() === until.toString() ? [] : [{ from, until }];

type YearlyTest = Parameters<typeof daysOfYear>[0];

/** The days of the year that the test did not hold of all the time, nor never. */
function sweptDays(test: YearlyTest, passage: Passage, { first, count }: DaysPassed): DaysOfYear {
  if (count === 0) return [];
  if (count > 366) return [[101, 1231]];
  const windows = Array.from({ length: count + 1 }, (_none, index) =>
    daysOfYear(test, clockOn(first.add({ days: index }), passage.from)),
  );
  const turns = (ordinal: number): boolean => {
    const holding = windows.filter((window) => fallsOn(window, ordinal)).length;
    return holding > 0 && holding < windows.length;
  };
  return runsOf(turns);
}

/** Days in a row as one range. */
function runsOf(turns: (ordinal: number) => boolean): DaysOfYear {
  const runs: [number, number][] = [];
  let open = false;
  for (const ordinal of ordinalsOfYear) {
    const run = runs.at(-1);
    if (!turns(ordinal)) open = false;
    else if (open && run) run[1] = ordinal;
    else {
      runs.push([ordinal, ordinal]);
      open = true;
    }
  }
  return runs;
}

function derivedCrossing(
  way: readonly Descent[],
  operand: DerivedOperand,
  passage: Passage,
  { first, last, count }: DaysPassed,
): Crossing[] {
  if (count !== 1) return [];
  const [earlier, later] = [clockOn(first, passage.from), clockOn(last, passage.to)];
  return [{ kind: 'derived', way, operand, earlier, later }];
}

/** Its beginning and its end are seen from when they are on. */
function stayCrossing(segment: string, test: MembershipTest, passage: Passage, days: DaysPassed): Crossing {
  const then = happened(passage);
  const stay = { kind: 'stay', segment, entered: then, left: then } as const;
  switch (test.operator) {
    case 'joined_within_last':
      return { ...stay, entered: [...then, ...swept({ ...test, operator: 'within_last' }, passage, days)] };
    case 'member_for_at_least':
      return { ...stay, entered: [...then, ...swept({ ...test, operator: 'ago_at_least' }, passage, days)] };
    case 'left_within_last':
      return { ...stay, left: [...then, ...swept({ ...test, operator: 'within_last' }, passage, days)] };
    default:
      return stay;
  }
}
