/**
 * What the CRM derives from its columns, in SQL and in memory alike: total on whatever is stored, and missing where
 * there is nothing sensible to say.
 */

import sql, { empty, type Sql } from 'sql-template-tag';
import { Temporal } from 'temporal-polyfill';
import type { Derivation } from '../../index.js';

/** Whole years on the calendar of the zone. Who was born on 29 February turns older on the 28th in other years. */
export const wholeYears: Derivation = {
  timeRelative: true,
  sql: ([birthday = empty], { today }) => sql`
    case when ${birthday} between date '0001-01-01' and ${today} then
      extract(year from ${today}) - extract(year from ${birthday})
      - case when ${monthAndDay(birthday)} > case
          when extract(month from ${today}) = 2 and extract(month from ${today} + 1) = 3 then 229
          else ${monthAndDay(today)} end then 1 else 0 end
    end`,
  evaluate: ([birthday], { today }) => {
    const [born, now] = [plainDate(birthday), Temporal.PlainDate.from(today)];
    if (!born || born.year < 1 || Temporal.PlainDate.compare(born, now) > 0) return null;
    const lastOfFebruary = now.month === 2 && now.day === now.daysInMonth;
    const reached = lastOfFebruary ? 229 : 100 * now.month + now.day;
    return String(now.year - born.year - (100 * born.month + born.day > reached ? 1 : 0));
  },
};

const monthAndDay = (date: Sql): Sql => sql`100 * extract(month from ${date}) + extract(day from ${date})`;

/** How many local days ago an instant was. */
export const daysSince: Derivation = {
  timeRelative: true,
  sql: ([instant = empty], { today, zone }) => sql`
    case when ${instant} between timestamptz '0001-01-02 00:00:00+00' and timestamptz '9999-12-30 00:00:00+00'
      then (${today} - (${instant} at time zone ${zone})::date)::numeric end`,
  evaluate: ([instant], { today, zone }) => {
    if (typeof instant !== 'string' || !/^\d{4}-\d\d-\d\dT.*Z$/.test(instant)) return null;
    if (instant < '0001-01-02' || instant > '9999-12-30T00:00:00Z') return null;
    const then = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
    return String(then.until(today, { largestUnit: 'days' }).days);
  },
};

/** What follows the last @, without surrounding blanks. */
export const domainOfEmail: Derivation = {
  timeRelative: false,
  sql: ([email = empty]) => sql`nullif(btrim(substring(${email} from '@([^@]*)$'), ${whiteSpace}), '')`,
  evaluate: ([email]) => {
    if (typeof email !== 'string' || !email.includes('@')) return null;
    return email.slice(email.lastIndexOf('@') + 1).replace(surroundingBlanks, '') || null;
  },
};

/** Unicode's White_Space. */
const whiteSpace =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
const surroundingBlanks = /^\p{White_Space}+|\p{White_Space}+$/gu;

/** The texts that are there, with a space between them. */
export const joinedTexts: Derivation = {
  timeRelative: false,
  sql: ([first = empty, second = empty]) => sql`nullif(concat_ws(' ', ${first}, ${second}), '')`,
  evaluate: (texts) => texts.filter((text) => text !== null).join(' ') || null,
};

export const isPresent: Derivation = {
  timeRelative: false,
  sql: ([value = empty]) => sql`(${value} is not null)`,
  evaluate: ([value]) => value !== null,
};

const plainDate = (value: string | boolean | null | undefined): Temporal.PlainDate | undefined =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? Temporal.PlainDate.from(value) : undefined;
