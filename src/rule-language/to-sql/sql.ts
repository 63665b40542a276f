/** SQL fragments: identifiers from the catalogue only, values as typed parameters only. */

import sql, { empty, join, raw, type Sql } from 'sql-template-tag';
import { Temporal } from 'temporal-polyfill';
import type { KeyType, Table } from '../field.js';

export { empty, join, raw, type Sql, sql };

export const identifier = (name: string): Sql => raw(`"${name.replaceAll('"', '""')}"`);
export const column = (alias: string, name: string): Sql => raw(`${alias}."${name.replaceAll('"', '""')}"`);
export const tableName = ({ schema, name }: Table): Sql =>
  schema === undefined ? identifier(name) : sql`${identifier(schema)}.${identifier(name)}`;
/** A constant of the catalogue's, never of a rule's. */
export const constant = (text: string): Sql => raw(`'${text.replaceAll("'", "''")}'`);

export const text = (value: string): Sql => sql`${value}::text`;
export const texts = (values: readonly string[]): Sql => sql`${[...values]}::text[]`;
export const date = (value: Temporal.PlainDate): Sql => sql`${printDate(value)}::date`;
export const instant = (value: Temporal.Instant): Sql => sql`${printInstant(value)}::timestamptz`;
export const numeric = (decimal: string): Sql => sql`${decimal}::numeric`;
/** Whole numbers as bigint, so that an index on an integer column can answer; the rest as numeric. */
export const number = (decimal: string): Sql =>
  /^-?\d{1,18}$/.test(decimal) ? sql`${decimal}::bigint` : numeric(decimal);
export const numbers = (decimals: readonly string[]): Sql =>
  decimals.every((decimal) => /^-?\d{1,18}$/.test(decimal))
    ? sql`${[...decimals]}::bigint[]`
    : sql`${[...decimals]}::numeric[]`;

const keyTypes = {
  uuid: raw('uuid'),
  integer: raw('integer'),
  bigint: raw('bigint'),
  text: raw('text'),
} as const;
/** The SQL type of a key. */
export const keyType = (type: KeyType): Sql => keyTypes[type];
export const key = (value: string, type: KeyType): Sql => sql`${value}::${keyType(type)}`;
export const keys = (values: readonly string[], type: KeyType): Sql =>
  sql`${[...values]}::${keyType(type)}[]`;

export const and = (parts: readonly Sql[]): Sql => (parts.length === 0 ? raw('true') : join(parts, ' and '));
export const or = (parts: readonly Sql[]): Sql => join(parts, ' or ');

/** Two fragments that say the same. */
export const same = (a: Sql, b: Sql): boolean =>
  a.sql === b.sql && JSON.stringify(a.values) === JSON.stringify(b.values);

/** The first day PostgreSQL can store, give or take a few. */
const firstYear = -4700;

function printYear(year: number): { year: string; era: string } {
  const shown = Math.max(year, firstYear);
  return shown > 0
    ? { year: String(shown).padStart(4, '0'), era: '' }
    : { year: String(1 - shown).padStart(4, '0'), era: ' BC' };
}

const two = (part: number): string => String(part).padStart(2, '0');

function printDate(value: Temporal.PlainDate): string {
  const { year, era } = printYear(value.year);
  return `${year}-${two(value.month)}-${two(value.day)}${era}`;
}

function printInstant(value: Temporal.Instant): string {
  const utc = value.toZonedDateTimeISO('UTC');
  const { year, era } = printYear(utc.year);
  const time = utc.toPlainTime().toString({ smallestUnit: 'microsecond' });
  return `${year}-${two(utc.month)}-${two(utc.day)} ${time}+00${era}`;
}
