/** A CSV file that is read: its header, then its records in batches. Memory holds one batch. */

import { CsvError } from './csv.errors.js';
import { CsvReader, isBroken, type ReadRecord } from './csv-reader.js';
import { decoded, openBytes, reasonOf } from './text-file.js';

export interface CsvForm {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

export class CsvFile {
  /** Why the file could not be read to its end; what came before is read. */
  stopped: string | undefined;

  private constructor(
    readonly header: readonly string[],
    private readonly first: readonly ReadRecord[],
    private readonly more: AsyncGenerator<ReadRecord[]>,
  ) {}

  /** A file on the disk, also gzipped. @throws CsvError */
  static async open(path: string, form: CsvForm): Promise<CsvFile> {
    return CsvFile.read(openBytes(path), path, form);
  }

  /** @param called what errors call it. @throws CsvError */
  static async read(bytes: AsyncIterable<Uint8Array>, called: string, form: CsvForm): Promise<CsvFile> {
    const pieces = readRecords(bytes, form);
    try {
      for (;;) {
        const [header, ...records] = await firstOf(pieces, called);
        if (header) return new CsvFile(checkHeader(header, called), records, pieces);
      }
    } catch (error) {
      await pieces.return(undefined);
      throw error;
    }
  }

  /** Lets go of the file, wherever reading has come to. */
  async close(): Promise<void> {
    await this.more.return(undefined);
  }

  async *batches(size: number): AsyncGenerator<ReadRecord[]> {
    let batch = [...this.first];
    for (;;) {
      while (batch.length >= size) yield batch.splice(0, size);
      const piece = await this.#next();
      if (!piece) break;
      batch = batch.concat(piece);
    }
    if (batch.length > 0) yield batch;
  }

  /** A file that breaks off, or turns into something else, ends where it does. */
  async #next(): Promise<ReadRecord[] | undefined> {
    try {
      const next = await this.more.next();
      return next.done ? undefined : next.value;
    } catch (error) {
      this.stopped = reasonOf(error);
      return undefined;
    }
  }
}

async function* readRecords(
  bytes: AsyncIterable<Uint8Array>,
  { encoding = 'utf-8', delimiter }: CsvForm,
): AsyncGenerator<ReadRecord[]> {
  const reader = new CsvReader(delimiter);
  for await (const text of decoded(bytes, encoding)) yield reader.read(text, false);
  yield reader.read('', true);
}

async function firstOf(pieces: AsyncGenerator<ReadRecord[]>, path: string): Promise<ReadRecord[]> {
  try {
    const piece = await pieces.next();
    if (!piece.done) return piece.value;
  } catch (cause) {
    if (cause instanceof CsvError) throw cause;
    throw new CsvError('import.file-unreadable', `${path} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
  throw new CsvError(
    'import.file-not-csv',
    `${path} is empty: it needs a header row with the columns' names.`,
  );
}

function checkHeader(header: ReadRecord, path: string): readonly string[] {
  const problem = isBroken(header)
    ? header.broken
    : /[\0\uFFFD]/.test(header.cells.join())
      ? 'it is no text in the expected encoding: name the one it is in as `encoding`, latin1 or utf-16le for example'
      : undefined;
  if (problem === undefined && !isBroken(header)) return header.cells;
  throw new CsvError('import.file-not-csv', `The header of ${path} cannot be read: ${problem}.`);
}
