/** The derived fields of the hostile world, in memory. Their SQL is written elsewhere, from these sentences. */

import { Temporal } from 'temporal-polyfill';
import type { Derivation, PlainClock } from '../../../src/rule-language/derivation.js';

type Plain = string | boolean | null;

interface InMemory {
  readonly timeRelative: boolean;
  /** What the SQL must say as well: over which inputs, and when it is null. */
  readonly meaning: string;
  evaluate(inputs: readonly Plain[], clock: PlainClock): Plain;
}

/** A strict function of texts: nothing comes of a missing input. */
const strict =
  (evaluate: (inputs: readonly string[], clock: PlainClock) => Plain): InMemory['evaluate'] =>
  (inputs, clock) => {
    const texts = inputs.filter((input) => typeof input === 'string');
    return texts.length === inputs.length ? evaluate(texts, clock) : null;
  };

const localDate = (instant: string, { zone }: PlainClock): Temporal.PlainDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();

function fullYears([birthday = '']: readonly string[], { today }: PlainClock): string | null {
  const [born, now] = [Temporal.PlainDate.from(birthday), Temporal.PlainDate.from(today)];
  if (Temporal.PlainDate.compare(born, now) > 0) return null;
  const isBefore = now.month * 100 + now.day < born.month * 100 + born.day;
  return String(now.year - born.year - (isBefore ? 1 : 0));
}

export const derivations = {
  age: {
    timeRelative: true,
    meaning:
      'number over (date): the years of today minus those of the date, one less while today’s (month, day) is ' +
      'before the date’s; null when the date is null or after today',
    evaluate: strict(fullYears),
  },
  is_adult: {
    timeRelative: true,
    meaning: 'boolean over (date): whether `age` is 18 or more; false (never null) where `age` is null',
    evaluate: ([birthday], clock) =>
      typeof birthday === 'string' && Number(fullYears([birthday], clock) ?? -1) >= 18,
  },
  days_since: {
    timeRelative: true,
    meaning:
      'number over (datetime): today minus the local date of the datetime in the zone, in days; null on null',
    evaluate: strict(([instant = ''], clock) =>
      String(localDate(instant, clock).until(clock.today, { largestUnit: 'days' }).days),
    ),
  },
  email_domain: {
    timeRelative: false,
    meaning:
      'text over (text): what stands behind the last @, as stored; null without an @ or on null (may be blank)',
    evaluate: strict(([email = '']) =>
      email.includes('@') ? email.slice(email.lastIndexOf('@') + 1) : null,
    ),
  },
  first_of_month: {
    timeRelative: false,
    meaning: 'date over (date): the first day of its month; null on null',
    evaluate: strict(([date = '']) => `${date.slice(0, 8)}01`),
  },
  later: {
    timeRelative: false,
    meaning: 'datetime over (datetime, datetime): the later of both; null when either is null',
    evaluate: strict(([a = '', b = '']) => (a >= b ? a : b)),
  },
  difference: {
    timeRelative: false,
    meaning: 'number over (number, number): the first minus the second, exact; null when either is null',
    evaluate: strict(([a = '', b = '']) => subtract(a, b)),
  },
  is_known: {
    timeRelative: false,
    meaning: 'boolean over (text): whether it is not null; never null itself',
    evaluate: ([input]) => input !== null,
  },
} as const satisfies Record<string, InMemory>;

export type DerivationName = keyof typeof derivations;
export type DerivedSql = Record<DerivationName, Derivation['sql']>;

/** Decimal texts apart, exactly. */
function subtract(a: string, b: string): string {
  const fraction = (value: string): string => value.split('.')[1] ?? '';
  const scale = Math.max(fraction(a).length, fraction(b).length);
  const units = (value: string): bigint =>
    BigInt(value.replace('.', '') + '0'.repeat(scale - fraction(value).length));
  const difference = units(a) - units(b);
  const digits = (difference < 0n ? -difference : difference).toString().padStart(scale + 1, '0');
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  return difference < 0n ? `-${text}` : text;
}

/** All targets together. Where only the oracle reads the vocabulary, the SQL may be left out. */
export const derivation = (name: DerivationName, sql?: DerivedSql): Derivation => ({
  timeRelative: derivations[name].timeRelative,
  evaluate: (inputs, clock) => derivations[name].evaluate(inputs, clock),
  sql: (inputs, clock) => {
    if (sql === undefined) throw new Error(`${name} was built without its SQL`);
    return sql[name](inputs, clock);
  },
});
