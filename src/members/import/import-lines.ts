/** The lines of a CSV file: whom each names, or why it cannot be read. */

import { isKeyOf } from '../../catalogue/subject-key.js';
import { CsvFile } from '../../csv/csv-file.js';
import { isBroken, type ReadRecord } from '../../csv/csv-reader.js';
import { DomainError } from '../../errors.js';
import type { Subject } from '../../rule-language/field.js';
import { type MatchColumn, type Matching, matchColumn } from './match-column.js';
import { ImportInterruptedError } from './member-import.errors.js';
import type { NamedLine } from './member-import.repository.js';

export const lineProblems = ['unreadable', 'blank', 'invalid', 'unknown', 'duplicate'] as const;

export interface LineProblem {
  readonly line: number;
  readonly code: (typeof lineProblems)[number];
  readonly reason: string;
}

export interface ReadLines {
  readonly matching: Matching;
  readonly column: string;
  readonly count: number;
  readonly named: readonly NamedLine[];
  readonly problems: readonly LineProblem[];
}

/** Lines read together. */
const batch = 10_000;

/** @throws CsvError, ImportColumnError, ImportInterruptedError, and what the file throws while it is read */
export async function readLines(
  file: AsyncIterable<Uint8Array>,
  subject: Subject,
  options: {
    readonly matchBy?: Matching | undefined;
    readonly column?: string | undefined;
    readonly encoding?: string | undefined;
    readonly delimiter?: string | undefined;
  },
): Promise<ReadLines> {
  const whole = new Watched(file);
  const csv = await CsvFile.read(whole, 'the file', options).catch((error) => {
    throw whole.failure ?? error;
  });
  const column = matchColumn(csv.header, options);
  const named: NamedLine[] = [];
  const problems: LineProblem[] = [];
  let count = 0;
  for await (const records of csv.batches(batch))
    for (const record of records) {
      count += 1;
      const line = readLine(record, column, subject);
      if ('said' in line) named.push(line);
      else problems.push(line);
    }
  if (csv.stopped !== undefined) throw whole.failure ?? new ImportInterruptedError(csv.stopped);
  return { matching: column.matching, column: column.name, count, named, problems };
}

/** Remembers why a file was refused while it came in, which readers of CSV only see as its end. */
class Watched implements AsyncIterable<Uint8Array> {
  failure: DomainError | undefined;

  constructor(private readonly file: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    try {
      yield* this.file;
    } catch (error) {
      if (error instanceof DomainError) this.failure = error;
      throw error;
    }
  }
}

function readLine(
  record: ReadRecord,
  { cell, matching }: MatchColumn,
  subject: Subject,
): NamedLine | LineProblem {
  const { line } = record;
  if (isBroken(record)) return { line, code: 'unreadable', reason: record.broken };
  const said = (record.cells[cell] ?? '').trim().normalize('NFC');
  if (said === '') return { line, code: 'blank', reason: 'it names nobody' };
  if (/[\0\uFFFD]/.test(said))
    return {
      line,
      code: 'unreadable',
      reason: `${quoted(said)} holds bytes that are not in the file's encoding`,
    };
  if (matching === 'member_id' && !isKeyOf(subject, said))
    return { line, code: 'invalid', reason: `${quoted(said)} is no id of a ${subject.name}` };
  return { line, said };
}

/** Short enough for a line of a report. */
export const quoted = (said: string): string =>
  JSON.stringify(said.length > 60 ? `${said.slice(0, 57)}...` : said);
