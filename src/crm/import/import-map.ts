/** The JSON map of an import: which column of the file goes where, and how it is written. */

import { readFile } from 'node:fs/promises';
import { reasonOf } from '../../csv/text-file.js';
import { type CellFormat, usualFormat } from './cells.js';
import { datesLike } from './dates.js';
import { ImportError } from './import.errors.js';
import type { ImportTarget } from './targets.js';

export interface ImportMap {
  /**
   * Our column: the file's column, or more about it. What is not named here is mapped by its own name. `custom.` and a
   * key is a custom field, where those are filled.
   */
  readonly columns?: Readonly<Record<string, string | ColumnMap>>;
  /** Of the file, such as `latin1`; UTF-8 if not given. */
  readonly encoding?: string;
  /** Between cells; recognised from the header if not given. */
  readonly delimiter?: string;
}

export interface ColumnMap {
  /** The file's column. */
  readonly from?: string;
  /** For every row, in place of a column. */
  readonly constant?: string;
  /** Of dates, such as `dd.MM.yyyy HH:mm`; ISO 8601 if not given. */
  readonly format?: string;
  /** IANA, of times without offset; the tenant's if not given. */
  readonly zone?: string;
  /** Between the entries of a list; a comma if not given. */
  readonly separator?: string;
}

export async function readImportMap(path: string): Promise<ImportMap> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw invalid(`The map ${path} cannot be read: ${reasonOf(cause)}.`, cause);
  }
  try {
    return checkImportMap(JSON.parse(text));
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    throw invalid(`The map ${path} is no JSON: ${reasonOf(cause)}.`, cause);
  }
}

const keysOfMap = ['columns', 'encoding', 'delimiter'];
const keysOfColumn = ['from', 'constant', 'format', 'zone', 'separator'];

/** From whatever was read to a map, naming what is wrong. Names of columns are checked against the target later. */
export function checkImportMap(value: unknown): ImportMap {
  const map = objectOf(value, 'the map', keysOfMap);
  textOf(map.encoding, 'encoding');
  textOf(map.delimiter, 'delimiter');
  if (typeof map.delimiter === 'string' && map.delimiter.length !== 1) {
    throw invalid('In the map, "delimiter" is one character, such as ";".');
  }
  const columns = objectOf(map.columns ?? {}, '"columns"');
  for (const [name, column] of Object.entries(columns)) {
    if (typeof column === 'string') continue;
    const { from, constant, ...format } = objectOf(column, `"columns.${name}"`, keysOfColumn);
    if ((from === undefined) === (constant === undefined)) {
      throw invalid(`In the map, "columns.${name}" needs either "from" or "constant".`);
    }
    for (const [key, entry] of Object.entries({ from, constant, ...format })) {
      textOf(entry, `columns.${name}.${key}`);
    }
  }
  return map as ImportMap;
}

/** How the cells of a column are written, by the map and, where that is silent, the tenant's zone. */
export function formatOf(name: string, column: string | ColumnMap | undefined, zone: string): CellFormat {
  const usual = usualFormat(zone);
  if (column === undefined || typeof column === 'string') return usual;
  const dates = column.format === undefined ? usual.dates : datesLike(column.format);
  if (!dates) {
    throw invalid(
      `In the map, "columns.${name}.format" is no format of dates: write it like dd.MM.yyyy HH:mm, or unix or unix_ms.`,
    );
  }
  if (column.zone !== undefined && !isZone(column.zone)) {
    throw invalid(`In the map, "columns.${name}.zone" is no time zone: write it like Europe/Berlin.`);
  }
  return { dates, zone: column.zone ?? usual.zone, separator: column.separator || usual.separator };
}

/** Where each column of the target comes from: a cell's index or a constant. */
export interface ColumnSource {
  readonly name: string;
  readonly cell?: number;
  readonly constant?: string;
}

export interface MatchedHeader {
  readonly sources: readonly ColumnSource[];
  /** Columns of the file that go nowhere, by their names there. */
  readonly ignored: readonly FileColumn[];
}

export interface FileColumn {
  readonly name: string;
  readonly cell: number;
}

/** What columns that fill custom fields are called. */
export const customPrefix = 'custom.';

/** @param custom whether custom fields are filled as well */
export function matchHeader(
  header: readonly string[],
  map: ImportMap,
  target: ImportTarget,
  custom = false,
): MatchedHeader {
  const names = header.map((name) => name.trim());
  const known = new Set(target.columns.map(({ name }) => name));
  const mapped = Object.entries(map.columns ?? {}).map(([name, column]) => {
    if (!known.has(name)) checkCustomName(name, known, custom);
    const { from, constant } = typeof column === 'string' ? { from: column, constant: undefined } : column;
    return constant === undefined ? { name, cell: indexOf(names, from ?? '') } : { name, constant };
  });
  const taken = new Set(mapped.map(({ name }) => name));
  const used = new Set(mapped.map(({ cell }) => cell));
  const byName = names.flatMap((name, cell) =>
    known.has(name) && !taken.has(name) && !used.has(cell) ? [{ name, cell: indexOf(names, name) }] : [],
  );
  const sources: ColumnSource[] = [...mapped, ...byName];
  requireColumns(target, sources, names);
  const ignored = names
    .map((name, cell) => ({ name, cell }))
    .filter(({ cell }) => !sources.some((source) => source.cell === cell));
  return { sources, ignored };
}

/** What is no column of ours can only be a custom field. */
function checkCustomName(name: string, known: ReadonlySet<string>, custom: boolean): void {
  if (!name.startsWith(customPrefix)) {
    throw invalid(`In the map, "columns.${name}" is unknown; there are ${[...known].join(', ')}.`);
  }
  if (!custom)
    throw invalid(`In the map, "columns.${name}" is a custom field: it is filled with --custom only.`);
  if (!/^custom\.[a-z][a-z0-9_]{0,59}$/.test(name)) {
    throw invalid(
      `In the map, "columns.${name}" is no custom field: after "custom." come up to 60 lower-case letters, digits ` +
        'and underscores, a letter first.',
    );
  }
}

function indexOf(header: readonly string[], name: string): number {
  const index = header.indexOf(name);
  if (index >= 0 && header.lastIndexOf(name) === index) return index;
  throw new ImportError(
    'import.header-invalid',
    `The header has ${index < 0 ? 'no' : 'more than one'} column "${name}"; it has ${header.join(', ')}.`,
  );
}

function requireColumns(
  target: ImportTarget,
  sources: readonly ColumnSource[],
  header: readonly string[],
): void {
  const missing = target.columns.filter(
    ({ name, required }) => required && !sources.some((source) => source.name === name),
  );
  if (missing.length === 0) return;
  throw new ImportError(
    'import.header-invalid',
    `The header lacks ${missing.map(({ name }) => name).join(', ')}: add the columns, or map others to them ` +
      `with a JSON map. The header has ${header.join(', ')}.`,
  );
}

function objectOf(value: unknown, called: string, keys?: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(`In an import's map, ${called} is an object.`);
  }
  const unknown = keys && Object.keys(value).find((key) => !keys.includes(key));
  if (unknown !== undefined) {
    throw invalid(`In ${called}, "${unknown}" is unknown; there are ${keys?.join(', ')}.`);
  }
  return value as Record<string, unknown>;
}

function textOf(value: unknown, called: string): void {
  if (value !== undefined && typeof value !== 'string') throw invalid(`In the map, "${called}" is a text.`);
}

function isZone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== undefined;
  } catch {
    return false;
  }
}

const invalid = (message: string, cause?: unknown): ImportError =>
  new ImportError('import.map-invalid', message, { cause });
