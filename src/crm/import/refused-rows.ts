/** The file that lists what an import refused, by line and reason. It is made when there is something to list. */

import { appendFile, rm } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import type { RefusedRow } from './import.repository.js';

export class RefusedRows {
  #isEmpty = true;

  private constructor(readonly path: string) {}

  /** Takes away the list of an earlier import of the same name. */
  static async at(path: string): Promise<RefusedRows> {
    await rm(path, { force: true });
    return new RefusedRows(path);
  }

  async add(rows: readonly RefusedRow[]): Promise<void> {
    if (rows.length === 0) return;
    const header = this.#isEmpty ? [['line', 'reason']] : [];
    const lines = [...rows]
      .sort((one, other) => one.line - other.line)
      .map(({ line, reason }) => [line, reason]);
    await appendFile(this.path, stringify([...header, ...lines]));
    this.#isEmpty = false;
  }
}
