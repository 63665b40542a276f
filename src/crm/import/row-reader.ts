/** Turns a record of the file into a row for the target, or says why it cannot be one. */

import type { CsvRecord } from '../../csv/csv-reader.js';
import { type CellFormat, type CellValue, quote, readCell, UnreadableCell } from './cells.js';
import { ImportError } from './import.errors.js';
import type { RefusedRow, StagedRow } from './import.repository.js';
import { type ColumnSource, formatOf, type ImportMap } from './import-map.js';
import type { ImportColumn, ImportTarget } from './targets.js';

interface ReadColumn {
  readonly column: ImportColumn;
  readonly format: CellFormat;
  readonly cell: number | undefined;
  readonly constant: CellValue;
}

export class RowReader {
  readonly #columns: readonly ReadColumn[];

  constructor(target: ImportTarget, sources: readonly ColumnSource[], map: ImportMap, zone: string) {
    this.#columns = target.columns.map((column) => {
      const { name } = column;
      const source = sources.find((candidate) => candidate.name === name);
      const format = formatOf(name, map.columns?.[name], zone);
      return { column, format, cell: source?.cell, constant: constantOf(column, source, format) };
    });
  }

  read({ line, cells }: CsvRecord): StagedRow | RefusedRow {
    const values: CellValue[] = [];
    for (const { column, format, cell, constant } of this.#columns) {
      const text = cell === undefined ? undefined : (cells[cell] ?? '');
      const value = text === undefined ? constant : readChecked(column, text, format);
      if (value instanceof UnreadableCell) return { line, reason: `${column.name}: ${value.reason}` };
      if (value === null && column.required) return { line, reason: `${column.name} is missing` };
      values.push(value);
    }
    return { line, values, cells };
  }
}

function constantOf(column: ImportColumn, source: ColumnSource | undefined, format: CellFormat): CellValue {
  if (source?.constant === undefined) return null;
  const value = readChecked(column, source.constant, format);
  if (!(value instanceof UnreadableCell)) return value;
  throw new ImportError(
    'import.map-invalid',
    `In the map, "columns.${column.name}.constant": ${value.reason}.`,
  );
}

function readChecked(
  { kind, options }: ImportColumn,
  text: string,
  format: CellFormat,
): CellValue | UnreadableCell {
  const unreadable = unreadableText(text);
  if (unreadable) return unreadable;
  const value = readCell(kind, text, format);
  if (!options || typeof value !== 'string' || options.includes(value)) return value;
  return new UnreadableCell(`${quote(text)} is none of ${options.join(', ')}`);
}

/** A replacement character stands for bytes that are no text, or for a character that was lost before. */
export function unreadableText(text: string): UnreadableCell | undefined {
  if (text.includes('\uFFFD')) {
    return new UnreadableCell(
      `${quote(text)} holds bytes that are not in the file's encoding: set "encoding" in the map, to latin1 for example`,
    );
  }
  return text.includes('\0') ? new UnreadableCell('it holds a NUL character, which no text may') : undefined;
}
