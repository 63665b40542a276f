/** `@Schedule()`: `live`, `manual`, `daily HH:MM`, or `cron` and five fields, in the tenant's zone. */

import { applyDecorators } from '@nestjs/common';
import { buildMessage, ValidateBy } from 'class-validator';
import { CronExpressionParser } from 'cron-parser';

/** The fields of cron are minute, hour, day of month, month, day of week. */
export function isSchedule(text: unknown): boolean {
  if (typeof text !== 'string') return false;
  if (text === 'live' || text === 'manual') return true;
  if (/^daily ([01]\d|2[0-3]):[0-5]\d$/.test(text)) return true;
  const cron = /^cron (\S+( \S+){4})$/.exec(text)?.[1];
  return cron !== undefined && isCron(cron);
}

function isCron(fields: string): boolean {
  try {
    // It also knows a date that never comes, such as 30 February.
    CronExpressionParser.parse(fields, { tz: 'UTC' }).next();
    return true;
  } catch {
    return false;
  }
}

const message =
  'a schedule is “live”, “manual”, “daily 06:30”, or “cron” and five fields, such as “cron 0 6 * * 1”';

export const Schedule = () =>
  applyDecorators(
    ValidateBy({
      name: 'isSchedule',
      validator: { validate: isSchedule, defaultMessage: buildMessage(() => message) },
    }),
  );
