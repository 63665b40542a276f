/** Reads single cells: from what a file says to a value that its column takes, or the reason why not. */

import { type DateFormat, isoDates } from './dates.js';

/** What a column of an import holds. */
export type CellKind =
  | 'text'
  | 'phone'
  | 'decimal'
  | 'latitude'
  | 'longitude'
  | 'integer'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'list'
  | 'object';

/** How the map says that a column is written. */
export interface CellFormat {
  readonly dates: DateFormat;
  /** IANA, of instants without offset. */
  readonly zone: string;
  /** Between the entries of a list. */
  readonly separator: string;
}

export const usualFormat = (zone: string): CellFormat => ({ dates: isoDates, zone, separator: ',' });

/** A value, as PostgreSQL reads it from a text; null for a blank cell. */
export type CellValue = string | readonly string[] | null;

export class UnreadableCell {
  constructor(readonly reason: string) {}
}

export function readCell(kind: CellKind, cell: string, format: CellFormat): CellValue | UnreadableCell {
  if (cell.trim() === '') return null;
  return readers[kind](cell, format) ?? new UnreadableCell(`${quote(cell)} is ${expected[kind]}`);
}

type Reader = (cell: string, format: CellFormat) => CellValue | undefined;

const readers: Record<CellKind, Reader> = {
  text: composed,
  phone: (cell) => {
    const digits = cell.replace(/[\s()./-]/g, '').replace(/^00/, '+');
    return /^\+[1-9]\d{1,14}$/.test(digits) ? digits : undefined;
  },
  decimal: (cell) => decimal(cell),
  latitude: (cell) => decimal(cell, 90),
  longitude: (cell) => decimal(cell, 180),
  integer: (cell) => {
    const text = cell.trim();
    return /^[+-]?\d{1,10}$/.test(text) && Math.abs(Number(text)) < 2 ** 31 ? text : undefined;
  },
  boolean: (cell) => truths.get(cell.trim().toLowerCase()),
  date: (cell, { dates }) => dates.date(cell.trim()),
  instant: (cell, { dates, zone }) => dates.instant(cell.trim(), zone),
  list: (cell, { separator }) => [
    ...new Set(
      cell
        .split(separator)
        .map((entry) => composed(entry.trim()))
        .filter((entry) => entry !== ''),
    ),
  ],
  object: (cell) => (isObject(cell) ? composed(cell) : undefined),
};

const expected: Record<CellKind, string> = {
  text: 'no text',
  phone: 'no phone number with its country, such as +49301234567',
  decimal: 'no number such as -12.5',
  latitude: 'no latitude from -90 to 90',
  longitude: 'no longitude from -180 to 180',
  integer: 'no whole number up to 2147483647',
  boolean: 'neither true nor false',
  date: 'no date in the expected form',
  instant: 'no date and time in the expected form',
  list: 'no list',
  object: 'no JSON object such as {"store": "Mitte"}',
};

const truths = new Map(
  Object.entries({
    true: ['true', 't', 'yes', 'y', 'ja', 'j', '1'],
    false: ['false', 'f', 'no', 'n', 'nein', '0'],
  }).flatMap(([value, words]) => words.map((word) => [word, value])),
);

/** What the product writes is NFC. */
function composed(text: string): string {
  return text.normalize('NFC');
}

function decimal(cell: string, limit = Number.POSITIVE_INFINITY): string | undefined {
  const text = cell.trim();
  return /^[+-]?\d{1,60}(\.\d{1,60})?([eE][+-]?\d{1,2})?$/.test(text) && Math.abs(Number(text)) <= limit
    ? text
    : undefined;
}

/** Its text is kept, not what is read from it: numbers stay as exact as they are written. */
function isObject(cell: string): boolean {
  try {
    const value: unknown = JSON.parse(cell);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Short enough for one line of a list. */
export const quote = (cell: string): string =>
  JSON.stringify(cell.length > 60 ? `${cell.slice(0, 57)}...` : cell);
