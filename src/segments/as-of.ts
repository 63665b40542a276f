/** The instant to evaluate at: now, or the one that is named. */

import { Temporal } from 'temporal-polyfill';
import type { Actor } from '../access/actor.js';
import { demand } from '../access/current-actor.decorator.js';
import { AsOfInvalidError } from './segments.errors.js';

/** @throws AsOfInvalidError */
export function asOf(text: string | undefined): Temporal.Instant {
  if (text === undefined) return microseconds(Temporal.Now.instant());
  const instant = microseconds(instantFrom(text));
  const { year } = instant.toZonedDateTimeISO('UTC');
  if (year < 1 || year > 9998) throw new AsOfInvalidError(text);
  return instant;
}

/** For what moves the clock, which is a permission of its own. @throws ForbiddenError, AsOfInvalidError */
export function permittedAsOf(actor: Actor, text: string | undefined): Temporal.Instant {
  if (text !== undefined) demand(actor, 'segments:as-of');
  return asOf(text);
}

function instantFrom(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(text);
  } catch (cause) {
    throw new AsOfInvalidError(text, { cause });
  }
}

/** What PostgreSQL keeps of an instant. */
const microseconds = (instant: Temporal.Instant): Temporal.Instant =>
  instant.round({ smallestUnit: 'microsecond', roundingMode: 'floor' });
