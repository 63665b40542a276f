/** Reading what a row stores as values of the language: columns, and declared keys of jsonb columns. */

import type { FieldSource, FieldType, StoredColumn } from '../../../src/rule-language/field.js';
import { parseDate } from './calendar.js';
import { decimalText, parseDecimal, parseFloatValue } from './rational.js';
import type { Answer, Value } from './values.js';
import { boolean, date, datetime, isBlank, missing, number, text } from './values.js';
import type { Json, Row, Stored } from './world.js';
import { parseInstant, parseWallTime, Zone } from './zone.js';

type JsonKey = Extract<FieldSource, { kind: 'json' }>;
type Coordinates = Extract<FieldSource, { kind: 'point' }>;

/** A present value, or nothing. */
type Read = Value | undefined;

const answer = (value: Read): Answer => (value === undefined ? missing : [value]);

const readText = (stored: Stored): Read =>
  typeof stored === 'string' && !isBlank(stored) ? text(stored) : undefined;

/** NaN and the infinities are no decimals, and so missing. */
function readNumber(stored: Stored): Read {
  if (typeof stored !== 'string' && typeof stored !== 'number') return undefined;
  const parsed = typeof stored === 'number' ? parseFloatValue(stored) : parseDecimal(stored);
  return parsed && number(parsed);
}

const readBoolean = (stored: Stored): Read => (typeof stored === 'boolean' ? boolean(stored) : undefined);

function readTags(stored: Stored): Read {
  if (!Array.isArray(stored) || stored.length === 0) return undefined;
  return stored.every((tag) => typeof tag === 'string') ? { kind: 'tags', tags: stored } : undefined;
}

/** `infinity` is no date, and so missing. */
function readDate(stored: Stored): Read {
  const day = typeof stored === 'string' ? parseDate(stored) : undefined;
  return day === undefined ? undefined : date(day);
}

function readInstant(stored: Stored): Read {
  const instant = typeof stored === 'string' ? parseInstant(stored) : undefined;
  return instant === undefined ? undefined : datetime(instant);
}

function readDatetime(stored: Stored, { storage, zone }: StoredColumn): Read {
  if (storage !== 'naive') return readInstant(stored);
  const wall = typeof stored === 'string' ? parseWallTime(stored) : undefined;
  if (zone === undefined) throw new Error('A naive timestamp declares its zone');
  return wall && datetime(Zone.of(zone).instant(wall));
}

const columnReaders: Record<FieldType, (stored: Stored, source: StoredColumn) => Read> = {
  text: readText,
  select: readText,
  number: readNumber,
  boolean: readBoolean,
  tags: readTags,
  date: readDate,
  datetime: readDatetime,
  point: () => {
    throw new Error('A point is read from two columns');
  },
};

export const readColumn = (row: Row, type: FieldType, source: StoredColumn): Answer =>
  answer(columnReaders[type](row[source.column] ?? null, source));

/** Strings, numbers and booleans have a text; objects and lists have none. Numbers are written without exponent. */
function readJsonText(stored: Json): Read {
  if (typeof stored === 'boolean') return text(String(stored));
  if (typeof stored !== 'number') return readText(stored);
  const parsed = parseFloatValue(stored);
  return parsed && text(decimalText(parsed));
}

function readJsonNumber(stored: Json): Read {
  const readable = typeof stored === 'number' || (typeof stored === 'string' && isDecimalText(stored));
  return readable ? readNumber(stored) : undefined;
}

const isDecimalText = (value: string): boolean => /^-?[0-9]+(\.[0-9]+)?$/.test(value);

const readJsonBoolean = (stored: Json): Read =>
  stored === 'true' || stored === 'false' ? boolean(stored === 'true') : readBoolean(stored);

const jsonReaders: Record<FieldType, (stored: Json) => Read> = {
  text: readJsonText,
  select: readJsonText,
  number: readJsonNumber,
  boolean: readJsonBoolean,
  tags: readTags,
  date: readDate,
  datetime: readInstant,
  point: () => undefined,
};

/** An unreadable value is missing, never an error. */
export function readJson(row: Row, type: FieldType, { column, keys }: JsonKey): Answer {
  let at: Json = row[column] ?? null;
  for (const key of keys) {
    if (at === null || typeof at !== 'object' || Array.isArray(at) || !Object.hasOwn(at, key)) return missing;
    at = (at as Readonly<Record<string, Json>>)[key] ?? null;
  }
  return answer(jsonReaders[type](at));
}

/** Coordinates out of range, NaN included, are no point. */
export function readPoint(row: Row, { latitude, longitude }: Coordinates): Answer {
  const [north, east] = [coordinate(row[latitude], 90), coordinate(row[longitude], 180)];
  return north === undefined || east === undefined
    ? missing
    : [{ kind: 'point', latitude: north, longitude: east }];
}

function coordinate(stored: Stored | undefined, limit: number): number | undefined {
  if (typeof stored !== 'string' && typeof stored !== 'number') return undefined;
  const degrees = Number(stored);
  return Math.abs(degrees) <= limit ? degrees : undefined;
}
