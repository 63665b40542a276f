/** Windows of time around `as_of`: rolling by elapsed time, or counting calendar days. */

import type { DurationDocument, Value as ValueDocument } from '../../../src/rule-language/rule.js';
import { backwards, moveDay, readDuration, rolls } from './calendar.js';
import type { Moment } from './universe.js';
import type { TimeValue } from './values.js';
import { dayOfTime } from './values.js';
import type { Instant } from './zone.js';
import { elapsed } from './zone.js';

/** Whether a time lies in a window. */
export type InWindow = (value: TimeValue) => boolean;

export function durationOf(document: ValueDocument | undefined) {
  if (typeof document !== 'object' || Array.isArray(document)) throw new Error('No duration');
  return readDuration(document as DurationDocument);
}

function instantOf(value: TimeValue): Instant {
  if (value.kind !== 'datetime') throw new Error('Only datetimes roll');
  return value.instant;
}

/** as_of − n < v ≤ as_of; in days, D − n < d(v) ≤ D. */
export function withinLast(document: ValueDocument | undefined, { now, today, local }: Moment): InWindow {
  const duration = durationOf(document);
  if (rolls(duration.unit)) {
    const from = now - elapsed(duration);
    return (value) => instantOf(value) > from && instantOf(value) <= now;
  }
  const from = moveDay(today, backwards(duration));
  return (value) => dayOfTime(value, local) > from && dayOfTime(value, local) <= today;
}

/** as_of ≤ v < as_of + n; in days, D ≤ d(v) < D + n. */
export function withinNext(document: ValueDocument | undefined, { now, today, local }: Moment): InWindow {
  const duration = durationOf(document);
  if (rolls(duration.unit)) {
    const until = now + elapsed(duration);
    return (value) => instantOf(value) >= now && instantOf(value) < until;
  }
  const until = moveDay(today, duration);
  return (value) => dayOfTime(value, local) >= today && dayOfTime(value, local) < until;
}

/** v ≤ as_of − n; in days, d(v) ≤ D − n. */
export function agoAtLeast(document: ValueDocument | undefined, { now, today, local }: Moment): InWindow {
  const duration = durationOf(document);
  if (rolls(duration.unit)) {
    const end = now - elapsed(duration);
    return (value) => instantOf(value) <= end;
  }
  const end = moveDay(today, backwards(duration));
  return (value) => dayOfTime(value, local) <= end;
}

/** v ≥ as_of + n; in days, d(v) ≥ D + n. */
export function aheadAtLeast(document: ValueDocument | undefined, { now, today, local }: Moment): InWindow {
  const duration = durationOf(document);
  if (rolls(duration.unit)) {
    const start = now + elapsed(duration);
    return (value) => instantOf(value) >= start;
  }
  const start = moveDay(today, duration);
  return (value) => dayOfTime(value, local) >= start;
}

/** At least the nearer duration ago, and no longer ago than the farther. */
export function agoBetween(
  nearer: ValueDocument,
  farther: ValueDocument,
  { now, today, local }: Moment,
): InWindow {
  const [near, far] = [durationOf(nearer), durationOf(farther)];
  const notBefore: InWindow = rolls(far.unit)
    ? (value) => instantOf(value) >= now - elapsed(far)
    : (value) => dayOfTime(value, local) >= moveDay(today, backwards(far));
  const notAfter: InWindow = rolls(near.unit)
    ? (value) => instantOf(value) <= now - elapsed(near)
    : (value) => dayOfTime(value, local) <= moveDay(today, backwards(near));
  return (value) => notBefore(value) && notAfter(value);
}
