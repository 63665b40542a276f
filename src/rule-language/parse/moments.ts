/** Literal dates and datetimes: valid calendar days of the years 1 to 9999, and instants with their offset. */

import { Temporal } from 'temporal-polyfill';
import type { DateLiteral, InstantLiteral } from '../checked.js';

export type MomentFault = 'form' | 'no-such-day' | 'no-such-time' | 'no-offset' | 'too-fine' | 'years';

const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const datetimeForm = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:\d{2})?$/;
const longest = 100;

/** What a text says: a date, an instant (in UTC with microseconds), or why it is neither. */
export function readMoment(
  text: string,
): { readonly literal: DateLiteral | InstantLiteral } | { readonly fault: MomentFault } {
  if (text.length > longest) return { fault: 'form' };
  if (dateForm.test(text)) {
    const fault = dateFault(text);
    return fault ? { fault } : { literal: { kind: 'date', value: text } };
  }
  const parts = datetimeForm.exec(text);
  return parts ? readInstant(text, parts) : { fault: 'form' };
}

function dateFault(text: string): MomentFault | undefined {
  const [, year, month, day] = (dateForm.exec(text) ?? []).map(Number);
  if (!year) return 'years';
  try {
    Temporal.PlainDate.from({ year, month: month as number, day: day as number }, { overflow: 'reject' });
    return undefined;
  } catch {
    return 'no-such-day';
  }
}

function readInstant(text: string, parts: readonly (string | undefined)[]): ReturnType<typeof readMoment> {
  const [, date = '', hour, minute, second = '00', fraction = '', offset] = parts;
  const fault = dateFault(date);
  if (fault) return { fault };
  // A leap second is nowhere in the data: PostgreSQL would read it as the next minute.
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { fault: 'no-such-time' };
  if (offset === undefined) return { fault: 'no-offset' };
  if (offset !== 'Z' && (Number(offset.slice(1, 3)) > 23 || Number(offset.slice(4)) > 59))
    return { fault: 'no-such-time' };
  if (fraction.length > 6) return { fault: 'too-fine' };
  const value = Temporal.Instant.from(text).toString({ fractionalSecondDigits: 6 });
  // In UTC the first and the last day may lie beyond the calendar of four digits.
  return /^(?!0000)\d{4}-/.test(value) ? { literal: { kind: 'instant', value } } : { fault: 'years' };
}
