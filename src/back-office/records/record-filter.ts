/** Turns the filters of AdminJS into conditions, by the type of the column; what does not fit is refused, not ignored. */

import { AppError } from 'adminjs';
import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { fits } from '../../catalogue/key-text.js';
import type { Kind, RecordColumn, RecordColumns } from './record-columns.js';

type Query = SelectQueryBuilder<ObjectLiteral>;

/** A part of SQL over `field`, with its parameters by name. */
interface Condition {
  readonly sql: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export class UnfitFilterError extends AppError {
  /** AdminJS translates the message and shows it above an empty list. */
  constructor(message: string, property: string) {
    super(message, undefined, { message, type: 'error', options: { property } });
  }
}

/** As AdminJS gives them: a text, or `{from, to}` of dates. */
export function applyFilters(
  query: Query,
  columns: RecordColumns,
  filters: Readonly<Record<string, unknown>>,
): void {
  for (const [place, [name, value]] of Object.entries(filters).entries()) {
    if (value === '' || value === undefined || value === null) continue;
    if (name === columns.titleName) applyTitle(query, columns, String(value), place);
    else applyOne(query, columns.readable.get(name), name, value, place);
  }
}

function applyOne(
  query: Query,
  column: RecordColumn | undefined,
  name: string,
  value: unknown,
  place: number,
): void {
  if (!column?.filterable) throw new UnfitFilterError('filterNotAllowed', name);
  const condition = conditions[column.kind](`record.${name}`, value, column);
  // Every filter's parameters get names of their own.
  const own = (text: string): string => text.replaceAll(/:(\w+)/g, (_, key) => `:filter_${place}_${key}`);
  const values = Object.entries(condition.values).map(([key, bound]) => [`filter_${place}_${key}`, bound]);
  query.andWhere(`(${own(condition.sql)})`, Object.fromEntries(values));
}

/** Every word must be in one of the title's properties: "ada lov" finds Ada Lovelace. */
function applyTitle(query: Query, { title }: RecordColumns, value: string, place: number): void {
  const words = value.replaceAll('\0', '').trim().split(/\s+/).slice(0, 10);
  for (const [number, word] of words.entries()) {
    const name = `title_${place}_${number}`;
    query.andWhere(
      new Brackets((either) => {
        for (const column of title) {
          either.orWhere(`${asText(column)} ILIKE :${name}`, { [name]: containing(word) });
        }
      }),
    );
  }
}

export const asText = ({ name, kind }: RecordColumn): string =>
  kind === 'text' ? `record.${name}` : `CAST(record.${name} AS text)`;

const containing = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;

type ConditionOf = (field: string, value: unknown, column: RecordColumn) => Condition;

const text: ConditionOf = (field, value) => ({
  sql: `${field} ILIKE :text`,
  values: { text: containing(plain(value)) },
});

const anyText: ConditionOf = (field, value, column) => text(`CAST(${field} AS text)`, value, column);

const exact: ConditionOf = (field, value) => ({ sql: `${field} = :value`, values: { value: plain(value) } });

const conditions: Readonly<Record<Kind, ConditionOf>> = {
  text,
  choice: exact,
  uuid: (field, value, column) => {
    if (!fits('uuid', plain(value))) throw new UnfitFilterError('filterNeedsUuid', column.name);
    return exact(field, value, column);
  },
  integer: numeric,
  number: numeric,
  boolean: (field, value) => ({ sql: `${field} = :value`, values: { value: plain(value) === 'true' } }),
  date: (field, value, { name }) => between(field, range(value, name), (moment) => moment.slice(0, 10)),
  datetime: (field, value, { name }) => between(field, range(value, name), (moment) => moment),
  json: anyText,
  list: (field, value) => ({
    sql: `EXISTS (SELECT FROM unnest(${field}) AS item WHERE CAST(item AS text) ILIKE :text)`,
    values: { text: containing(plain(value)) },
  }),
  other: anyText,
};

const plain = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\0', '') : '');

/** `42`, `>= 42`, `< 3.5` or `10..20`. */
function numeric(field: string, value: unknown, { name, type }: RecordColumn): Condition {
  const number = String.raw`(-?\d{1,30}(?:\.\d{1,30})?)`;
  const given = plain(value).trim();
  // A whole number is compared as what the column holds, so that an index on it serves.
  const bound = (key: string, text: string): string =>
    fits(type, text) ? `:${key}` : `CAST(:${key} AS numeric)`;
  const [, from, to] = new RegExp(String.raw`^${number}\s*\.\.\s*${number}$`).exec(given) ?? [];
  if (from !== undefined && to !== undefined)
    return { sql: `${field} BETWEEN ${bound('from', from)} AND ${bound('to', to)}`, values: { from, to } };
  const [, operator = '=', only] = new RegExp(String.raw`^(<=|>=|<|>|=)?\s*${number}$`).exec(given) ?? [];
  if (only === undefined) throw new UnfitFilterError('filterNeedsNumber', name);
  return { sql: `${field} ${operator} ${bound('value', only)}`, values: { value: only } };
}

interface Range {
  readonly from?: string;
  readonly to?: string;
}

function range(value: unknown, name: string): Range {
  if (typeof value !== 'object' || value === null) throw new UnfitFilterError('filterNeedsDate', name);
  const moment = (given: unknown): string | undefined => {
    if (given === undefined || given === '') return undefined;
    const time = typeof given === 'string' ? Date.parse(given) : Number.NaN;
    // Outside these years PostgreSQL and JavaScript write dates differently.
    if (!(time >= Date.UTC(1, 0) && time < Date.UTC(10000, 0)))
      throw new UnfitFilterError('filterNeedsDate', name);
    return new Date(time).toISOString();
  };
  const from = 'from' in value ? moment(value.from) : undefined;
  const to = 'to' in value ? moment(value.to) : undefined;
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

function between(field: string, { from, to }: Range, write: (moment: string) => string): Condition {
  const parts = [from !== undefined && `${field} >= :from`, to !== undefined && `${field} <= :to`];
  const values = {
    ...(from !== undefined && { from: write(from) }),
    ...(to !== undefined && { to: write(to) }),
  };
  return { sql: parts.filter(Boolean).join(' AND ') || 'TRUE', values };
}
