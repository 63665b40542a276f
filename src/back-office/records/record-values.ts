/** Values between the database, AdminJS's pages and its forms. */

import { ValidationError } from 'adminjs';
import { fits, isUuid } from '../../catalogue/key-text.js';
import type { Kind, RecordColumn, RecordColumns } from './record-columns.js';

type Values = Record<string, unknown>;

/** What a page shows: nothing is lost to a JavaScript number, and JSON stays one value. */
export function shown({ entity, readable }: RecordColumns, row: Values): Values {
  const { driver } = entity.dataSource;
  const values: Values = {};
  for (const { name, kind, column } of readable.values()) {
    const value = driver.prepareHydratedValue(row[name], column);
    values[name] = value === null ? null : shownAs(kind, value);
  }
  return values;
}

function shownAs(kind: Kind, value: unknown): unknown {
  if (kind === 'json') return JSON.stringify(value, null, 2);
  if (value instanceof Date) return value.toISOString();
  if (kind === 'list' && Array.isArray(value)) return value.map(String);
  return kind === 'boolean' ? value : String(value);
}

export interface FieldProblem {
  readonly type: string;
  /** A key of the translations. */
  readonly message: string;
}

/** What a form sent, ready to be stored: only what may be written, and every field that does not fit named. */
export function written({ readable }: RecordColumns, sent: Values): Values {
  const values: Values = {};
  const problems: Record<string, FieldProblem> = {};
  for (const column of readable.values()) {
    const given = column.writable ? sentFor(column, sent) : undefined;
    if (given === undefined) continue;
    const problem = problemOf(column, given);
    if (problem) problems[column.name] = { type: 'invalid', message: problem };
    else values[column.name] = stored(column.kind, given);
  }
  if (Object.keys(problems).length > 0) throw new ValidationError(problems);
  return values;
}

/** AdminJS sends lists as `tags.0`, `tags.1`. Undefined where nothing was sent. */
function sentFor({ name, kind }: RecordColumn, sent: Values): unknown {
  if (kind !== 'list') return sent[name];
  const direct = sent[name];
  if (direct !== undefined) return direct === null || Array.isArray(direct) ? direct : [direct];
  const items = Object.keys(sent).filter((key) => key.startsWith(`${name}.`));
  return items.length > 0 ? items.map((key) => sent[key]) : undefined;
}

const isEmpty = (value: unknown): boolean => value === null || value === '';

function problemOf({ kind, column, choices, type }: RecordColumn, value: unknown): string | undefined {
  if (isEmpty(value)) return column.isNullable || kind === 'boolean' ? undefined : 'fieldRequired';
  if (!checks[kind](value, choices)) return faults[kind];
  return kind === 'integer' && !fits(type, String(value).trim()) ? 'fieldOutOfRange' : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && !value.includes('\0');

type Check = (value: unknown, choices: readonly string[]) => boolean;

const checks: Readonly<Record<Kind, Check>> = {
  text: isText,
  choice: (value, choices) => isText(value) && choices.includes(value),
  uuid: (value) => isText(value) && isUuid(value),
  integer: (value) => isText(value) && /^\s*-?\d{1,100}\s*$/.test(value),
  number: (value) => isText(value) && /^\s*-?\d{1,100}(\.\d{1,100})?\s*$/.test(value),
  boolean: (value) => typeof value === 'boolean',
  date: isDate,
  datetime: isDate,
  json: (value) => isText(value) && isJson(value),
  list: (value) => Array.isArray(value) && value.every(isText),
  other: isText,
};

const faults: Readonly<Record<Kind, string>> = {
  text: 'fieldNotText',
  choice: 'fieldNotOffered',
  uuid: 'fieldNotUuid',
  integer: 'fieldNotInteger',
  number: 'fieldNotNumber',
  boolean: 'fieldNotText',
  date: 'fieldNotDate',
  datetime: 'fieldNotDate',
  json: 'fieldNotJson',
  list: 'fieldNotText',
  other: 'fieldNotText',
};

function isDate(value: unknown): boolean {
  if (!(value instanceof Date) && !isText(value)) return false;
  const time = new Date(value).getTime();
  return time >= Date.UTC(1, 0) && time < Date.UTC(10000, 0);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function stored(kind: Kind, value: unknown): unknown {
  if (kind === 'boolean') return value === true;
  if (isEmpty(value)) return null;
  if (kind === 'date') return new Date(value as string | Date).toISOString().slice(0, 10);
  if (kind === 'datetime') return new Date(value as string | Date);
  if (kind === 'json') return JSON.parse(value as string);
  return typeof value === 'string' && kind !== 'text' ? value.trim() : value;
}
