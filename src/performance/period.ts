/** A period in local days of the tenant: what statistics are asked for. */

import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { Temporal } from 'temporal-polyfill';
import { IfGiven } from '../access/if-given.decorator.js';
import { type Clock, startOfDay, today } from '../rule-language/time.js';
import { PeriodInvalidError } from './performance.errors.js';

export class PeriodQuery {
  @ApiPropertyOptional({
    format: 'date',
    description: 'The first day, in the tenant’s zone; 29 days before the last, if not given',
    example: '2026-02-01',
  })
  @IfGiven()
  @IsString()
  from?: string;

  @ApiPropertyOptional({
    format: 'date',
    description: 'The last day, itself in the period; today, if not given',
    example: '2026-02-28',
  })
  @IfGiven()
  @IsString()
  to?: string;
}

/** Days, both in it, and the instants at which the first begins and the last has ended. */
export interface Period {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
  readonly start: Temporal.Instant;
  readonly end: Temporal.Instant;
}

/** Where it is not said: so many days. */
const usualDays = 30;

/** @throws PeriodInvalidError */
export function periodOf(query: PeriodQuery, clock: Clock): Period {
  const to = query.to === undefined ? today(clock) : dayOf(query.to);
  const from = query.from === undefined ? to.subtract({ days: usualDays - 1 }) : dayOf(query.from);
  if (Temporal.PlainDate.compare(from, to) > 0)
    throw new PeriodInvalidError(`It ends on ${to}, before it begins on ${from}.`);
  return {
    from,
    to,
    start: startOfDay(from, clock.zone),
    end: startOfDay(to.add({ days: 1 }), clock.zone),
  };
}

/** In the years that PostgreSQL and people write with four digits. */
function dayOf(text: string): Temporal.PlainDate {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? parsed(text) : undefined;
  if (!day || day.year < 1 || day.year > 9998)
    throw new PeriodInvalidError(`“${text}” is no day: write it as 2026-02-28.`);
  return day;
}

function parsed(text: string): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
