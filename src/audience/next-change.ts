/** When time alone would change the verdict on somebody: the first instant, to the microsecond, if nothing is written. */

import { Temporal } from 'temporal-polyfill';
import type { Checked } from '../rule-language/checked.js';
import { keyOf } from '../rule-language/field.js';
import { startOfDay } from '../rule-language/time.js';
import { probe, type Target } from '../rule-language/to-sql/compile.js';
import { datesOf } from '../rule-language/to-sql/records.js';
import { join, key, type Sql, sql, tableName } from '../rule-language/to-sql/sql.js';
import { type TurningPoints, turningPoints } from '../rule-language/turning-points.js';
import { arrival, type Moment, turnsOf, turnsOfStay } from '../rule-language/turns.js';
import type { Attempt } from './evaluation.js';

export interface NextChange {
  /** ISO 8601; null where there is none before `certain_until`. */
  readonly at: string | null;
  /**
   * How far was looked: ten years, less where time was up, and not at all where a rank depends on what everybody's
   * records do as time passes.
   */
  readonly certain_until: string;
}

const horizonYears = 10;
/** Instants that one statement asks about. */
const together = 40;

/** @param milliseconds that all of it may take */
export async function nextChange(
  rule: Checked,
  target: Target,
  id: string,
  attempt: Attempt,
  milliseconds: number,
): Promise<NextChange> {
  const deadline = Date.now() + milliseconds;
  const { asOf } = target.clock;
  const points = turningPoints(rule, target.vocabulary);
  if (points.ranked) return until(asOf);
  const horizon = asOf.toZonedDateTimeISO('UTC').add({ years: horizonYears }).toInstant();
  const instants = await candidates(points, { target, id, horizon }, attempt, deadline);
  return instants ? firstChange(rule, { target, id, horizon }, instants, attempt, deadline) : until(asOf);
}

interface Whom {
  readonly target: Target;
  readonly id: string;
  readonly horizon: Temporal.Instant;
}

const until = (instant: Temporal.Instant): NextChange => ({ at: null, certain_until: instant.toString() });

/** Every instant at which something in the rule may turn, in their order; undefined where time was up. */
async function candidates(
  points: TurningPoints,
  { target, id, horizon }: Whom,
  attempt: Attempt,
  deadline: number,
): Promise<Temporal.Instant[] | undefined> {
  const { clock } = target;
  const years = { from: yearOf(clock.asOf), to: yearOf(horizon) };
  const found = daysTwice(clock.asOf, horizon, clock.zone);
  if (points.derived.length > 0) found.push(...localDays(clock.asOf, horizon, clock.zone));
  const read = async (statement: Sql) =>
    (await attempt<{ value: string }>(statement, deadline - Date.now()))?.map(({ value }) => momentOf(value));
  for (const date of points.dates) {
    const moments = await read(datesOf(date, target, id));
    if (!moments) return undefined;
    for (const moment of moments) {
      const { test } = date;
      found.push(...(test === 'arrival' ? [arrival(moment, clock)] : turnsOf(test, moment, clock, years)));
    }
  }
  for (const { segment, test } of points.stays) {
    const moments = await read(boundsOfStays(segment, target, id));
    if (!moments) return undefined;
    for (const moment of moments) found.push(...turnsOfStay(test, arrival(moment, clock), clock));
  }
  return inOrder(found.filter((instant) => isBetween(clock.asOf, instant, horizon)));
}

const yearOf = (instant: Temporal.Instant): number => instant.toZonedDateTimeISO('UTC').year;

const momentOf = (text: string): Moment =>
  text.includes('T') ? Temporal.Instant.from(text) : Temporal.PlainDate.from(text);

const isBetween = (before: Temporal.Instant, instant: Temporal.Instant, last: Temporal.Instant): boolean =>
  Temporal.Instant.compare(before, instant) < 0 && Temporal.Instant.compare(instant, last) <= 0;

function inOrder(instants: readonly Temporal.Instant[]): Temporal.Instant[] {
  const different = new Map(instants.map((instant) => [instant.epochNanoseconds, instant]));
  return [...different.values()].sort(Temporal.Instant.compare);
}

function localDays(from: Temporal.Instant, to: Temporal.Instant, zone: string): Temporal.Instant[] {
  const days: Temporal.Instant[] = [];
  let day = from.toZonedDateTimeISO(zone).toPlainDate();
  for (let start = from; Temporal.Instant.compare(start, to) <= 0; start = startOfDay(day, zone)) {
    days.push(start);
    day = day.add({ days: 1 });
  }
  return days;
}

/** Where clocks are set back over midnight, a day ends, begins again, and ends once more. */
function daysTwice(from: Temporal.Instant, to: Temporal.Instant, zone: string): Temporal.Instant[] {
  const found: Temporal.Instant[] = [];
  let change = from.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (change && Temporal.Instant.compare(change.toInstant(), to) <= 0) {
    const day = change.toPlainDate();
    const before = change.subtract({ nanoseconds: 1 }).toPlainDate();
    if (Temporal.PlainDate.compare(day, before) < 0) {
      const again = before.toPlainDateTime('00:00').toZonedDateTime(zone, { disambiguation: 'later' });
      found.push(change.toInstant(), again.toInstant());
    }
    change = change.getTimeZoneTransition('next');
  }
  return found;
}

/** When the subject's stays in a segment began and ended. */
function boundsOfStays(segment: string, { subject, tenant }: Target, id: string): Sql {
  const printed = (column: Sql): Sql =>
    sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return sql`select distinct ${printed(sql`bound`)} as value
    from ${tableName(subject.ledger)} s cross join unnest(array[s.entered_at, s.left_at]) bound
    where s.tenant_id = ${tenant} and s.segment_id = ${segment}::uuid
      and s.subject_id = ${key(id, keyOf(subject).type)} and bound is not null`;
}

/** Looks at the instants in their order, some at a time, until the verdict is another. */
async function firstChange(
  rule: Checked,
  { target, id, horizon }: Whom,
  instants: readonly Temporal.Instant[],
  attempt: Attempt,
  deadline: number,
): Promise<NextChange> {
  const { asOf } = target.clock;
  let certain = asOf;
  const [now] = (await verdictsAt(rule, target, id, [asOf], attempt, deadline)) ?? [];
  if (now === undefined) return until(certain);
  for (let from = 0; from < instants.length; from += together) {
    const some = instants.slice(from, from + together);
    const verdicts = await verdictsAt(rule, target, id, some, attempt, deadline);
    if (!verdicts) return until(certain);
    const change = some[verdicts.findIndex((verdict) => verdict !== now)];
    if (change) return { at: change.toString(), certain_until: change.toString() };
    certain = some.at(-1) ?? certain;
  }
  return until(horizon);
}

async function verdictsAt(
  rule: Checked,
  target: Target,
  id: string,
  instants: readonly Temporal.Instant[],
  attempt: Attempt,
  deadline: number,
): Promise<boolean[] | undefined> {
  const asked = instants.map((asOf, place) => {
    const matching = probe(rule, { ...target, clock: { ...target.clock, asOf } }, [id]);
    return sql`select ${place}::integer as place, exists (${matching}) as matches`;
  });
  const rows = await attempt<{ matches: boolean }>(
    sql`select matches from (${join(asked, ' union all ')}) asked order by place`,
    deadline - Date.now(),
  );
  return rows?.map(({ matches }) => matches);
}
