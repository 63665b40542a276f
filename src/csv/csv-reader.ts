/**
 * Turns text into the records of a CSV file, each with the line it begins on. A record that cannot be read is told
 * apart by its line, and reading goes on with the next line: a stray quote must not swallow the rest of the file.
 */

import { parse } from 'csv-parse/sync';
import { CsvError } from './csv.errors.js';

export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface BrokenRecord {
  readonly line: number;
  readonly broken: string;
}

export type ReadRecord = CsvRecord | BrokenRecord;

export const isBroken = (record: ReadRecord): record is BrokenRecord => 'broken' in record;

/** How many lines one record may span (by line breaks in quoted cells) before its quote counts as never closed. */
const mostLines = 100;
const longestLine = 1024 * 1024;
const usualDelimiters = [',', ';', '\t', '|'] as const;

const strayQuote = 'a quote stands where none may: put the cell in quotes and write quotes in it twice';
const openQuote = 'a quote is opened and never closed';

export class CsvReader {
  /** Whole lines that are still to be read; the first of them has number `#line`. */
  #lines: string[] = [];
  #line = 1;
  /** The line after them, as far as it is known. */
  #rest = '';
  #width: number | undefined;
  #delimiter: string | undefined;

  /** Without a delimiter, the one that the first line has most of. */
  constructor(delimiter?: string) {
    this.#delimiter = delimiter;
  }

  /** The records that this piece completes, the header first; with the last piece also what was never completed. */
  read(piece: string, isLast: boolean): ReadRecord[] {
    this.#append(piece, isLast);
    const records: ReadRecord[] = [];
    let simple: CsvText[] = [];
    let at = 0;
    while (at < this.#lines.length) {
      const count = linesOfRecord(this.#lines, at, isLast);
      if (count === 'unknown') break;
      const text = { line: this.#line + at, text: this.#lines.slice(at, at + count).join('\n') };
      at += count;
      if (count === 1) {
        simple.push(text);
        continue;
      }
      const record = this.#parse(text);
      records.push(...this.#parseTogether(simple), record);
      simple = [];
      // A quote that joined lines wrongly costs its own line only.
      if (isBroken(record)) at -= count - 1;
    }
    this.#lines = this.#lines.slice(at);
    this.#line += at;
    return [...records, ...this.#parseTogether(simple)];
  }

  #append(piece: string, isLast: boolean): void {
    const lines = (this.#rest + piece).split('\n');
    this.#rest = isLast ? '' : (lines.pop() ?? '');
    if (this.#rest.length > longestLine) {
      throw new CsvError(
        'import.file-not-csv',
        `Line ${this.#line + this.#lines.length + lines.length} is longer than a million characters: this is no CSV file with line breaks.`,
      );
    }
    for (const line of lines) this.#lines.push(line.endsWith('\r') ? line.slice(0, -1) : line);
    this.#delimiter ??= this.#lines[0] === undefined ? undefined : usualDelimiterOf(this.#lines[0]);
  }

  /** Records of one line each. A call for every single one would take six times as long. */
  #parseTogether(lines: readonly CsvText[]): ReadRecord[] {
    const texts = lines.filter(({ text }) => text.trim() !== '');
    try {
      const rows = this.#cellsOf(texts.map(({ text }) => text).join('\n'));
      if (rows.length === texts.length) {
        return texts.map(({ line }, index) => this.#checkWidth(line, rows[index] ?? []));
      }
    } catch {
      // Some record among them is broken: one by one they show which.
    }
    return texts.map((text) => this.#parse(text));
  }

  #parse({ line, text }: CsvText): ReadRecord {
    try {
      const [cells = [], ...more] = this.#cellsOf(text);
      return more.length > 0 ? { line, broken: strayQuote } : this.#checkWidth(line, cells);
    } catch (error) {
      const code = (error as { code?: string }).code;
      return { line, broken: code === 'CSV_QUOTE_NOT_CLOSED' ? openQuote : strayQuote };
    }
  }

  #cellsOf(text: string): string[][] {
    return parse(text, {
      delimiter: this.#delimiter ?? ',',
      relax_column_count: true,
      record_delimiter: '\n',
    });
  }

  #checkWidth(line: number, cells: string[]): ReadRecord {
    this.#width ??= cells.length;
    if (cells.length === this.#width) return { line, cells };
    return { line, broken: `it has ${cells.length} cells where the header has ${this.#width}` };
  }
}

interface CsvText {
  readonly line: number;
  readonly text: string;
}

/** A record ends with the first line at which its quotes are even; `unknown` while that may still come. */
function linesOfRecord(lines: readonly string[], from: number, isLast: boolean): number | 'unknown' {
  const limit = Math.min(lines.length, from + mostLines);
  let open = false;
  for (let at = from; at < limit; at++) {
    if (hasOddQuotes(lines[at] ?? '')) open = !open;
    if (!open) return at + 1 - from;
  }
  return isLast || limit === from + mostLines ? 1 : 'unknown';
}

function hasOddQuotes(line: string): boolean {
  let odd = false;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) odd = !odd;
  return odd;
}

function usualDelimiterOf(header: string): string {
  const count = (delimiter: string): number => header.split(delimiter).length;
  return usualDelimiters.reduce((best, next) => (count(next) > count(best) ? next : best));
}
