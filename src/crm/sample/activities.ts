/** The form of the sample's activities. */

import type { Row } from './rows.js';

export const activity = (
  kind: string,
  occurredAt: string,
  channel: string | null,
  properties: Readonly<Record<string, string | number>> = {},
): Row<'activities'> => ({
  kind,
  occurred_at: occurredAt,
  channel,
  rating: null,
  value: null,
  properties,
});

/** Some minutes later, or earlier. */
export const shifted = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + Math.round(minutes * 60_000)).toISOString();
