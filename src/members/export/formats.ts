/** The forms an export may have: how a member is written by the database, and what stands around the members. */

import { constant, join, type Sql, sql } from '../../rule-language/to-sql/sql.js';
import type { Value } from '../../rule-language/to-sql/value.js';
import { csvCell, inSheet, jsonValue, sheetCell } from './cells.js';

export interface WrittenColumn {
  readonly header: string;
  readonly value: Value;
  /** The cell as it is, though it may begin with a plus: a phone number. */
  readonly plain?: true;
}

export interface Format {
  readonly mediaType: string;
  readonly extension: string;
  /** Of COPY. */
  readonly options: string;
  /** What COPY prints of a member. */
  line(columns: readonly WrittenColumn[]): readonly Sql[];
  readonly before: (headers: readonly string[]) => string;
  readonly after: string;
  /** Bytes of the first line that only separate it from a line before. */
  readonly separator: number;
}

/** COPY's text form would escape what JSON and XML have escaped already; these two characters never stand in either. */
const asIs = `format csv, quote E'\\x01', delimiter E'\\x02'`;

const concatenated = (parts: readonly Sql[]): Sql => join(parts, ' || ');

/** JSON of one member, without line breaks. */
const jsonObject = (columns: readonly WrittenColumn[]): Sql =>
  concatenated([
    ...columns.flatMap(({ header, value }, index) => [
      constant(`${index === 0 ? '{' : ','}${JSON.stringify(header)}:`),
      jsonValue(value),
    ]),
    constant('}'),
  ]);

const csvText = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const safeText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const csv: Format = {
  mediaType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  options: 'format csv',
  line: (columns) =>
    columns.map(({ value, plain }) => (plain && value.type !== 'point' ? value.sql : csvCell(value))),
  before: (headers) => `${headers.map((header) => csvText(safeText(header))).join(',')}\n`,
  after: '',
  separator: 0,
};

const ndjson: Format = {
  mediaType: 'application/x-ndjson',
  extension: 'ndjson',
  options: asIs,
  line: (columns) => [jsonObject(columns)],
  before: () => '',
  after: '',
  separator: 0,
};

const json: Format = {
  mediaType: 'application/json',
  extension: 'json',
  options: asIs,
  line: (columns) => [sql`',' || ${jsonObject(columns)}`],
  before: () => '[',
  after: ']',
  separator: 1,
};

const sheetRow = (cells: readonly string[]): string =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${inSheet(cell)}</t></is></c>`).join('')}</row>\n`;

const sheetStart = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\n`;
const sheetEnd = '</sheetData></worksheet>';

/** A sheet of a workbook; `workbook.ts` puts the rest around it. */
const xlsx: Format = {
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extension: 'xlsx',
  options: asIs,
  line: (columns) => [
    sql`'<row>' || ${concatenated(columns.map(({ value }) => sheetCell(value)))} || '</row>'`,
  ],
  before: (headers) => `${sheetStart}${sheetRow(headers)}`,
  after: sheetEnd,
  separator: 0,
};

export const sheetOf = (rows: readonly (readonly string[])[]): string =>
  `${sheetStart}${rows.map(sheetRow).join('')}${sheetEnd}`;

export const formats = { csv, json, ndjson, xlsx } as const;
export type FormatName = keyof typeof formats;
export const formatNames = Object.keys(formats) as FormatName[];
export const isFormat = (name: string): name is FormatName => Object.hasOwn(formats, name);

/** What a sheet may have, without its header. */
export const mostRowsOfSheet = 100_000;
