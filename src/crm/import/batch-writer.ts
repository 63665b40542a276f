/** Writes batches of rows; where the database refuses one, finds the rows it means and lets the others through. */

import type { ClientBase } from 'pg';
import type { BatchOutcome, ImportRepository, StagedRow } from './import.repository.js';

export class BatchWriter {
  constructor(
    private readonly client: ClientBase,
    private readonly repository: ImportRepository,
  ) {}

  /** Within the caller's transaction. */
  async write(rows: readonly StagedRow[]): Promise<BatchOutcome> {
    await this.client.query('savepoint batch');
    try {
      const outcome = await this.repository.write(rows);
      await this.client.query('release savepoint batch');
      return outcome;
    } catch (error) {
      if (!isAboutData(error)) throw error;
      await this.client.query('rollback to savepoint batch');
      return this.#writeHalves(rows, error);
    }
  }

  async #writeHalves(rows: readonly StagedRow[], error: Error): Promise<BatchOutcome> {
    const [first] = rows;
    if (!first || rows.length === 1) {
      const refused = first ? [{ line: first.line, reason: error.message }] : [];
      return { inserted: 0, updated: 0, replaced: 0, refused };
    }
    const middle = Math.ceil(rows.length / 2);
    const one = await this.write(rows.slice(0, middle));
    const other = await this.write(rows.slice(middle));
    return {
      inserted: one.inserted + other.inserted,
      updated: one.updated + other.updated,
      replaced: one.replaced + other.replaced,
      refused: [...one.refused, ...other.refused],
    };
  }
}

/** SQLSTATE classes: 22 data exceptions, 23 violated constraints, 54 limits such as the size of an index entry. */
const isAboutData = (error: unknown): error is Error =>
  error instanceof Error && /^(22|23|54)/.test((error as { code?: string }).code ?? '');
