/**
 * What need not be worked out anew for each mutant of the compiler: whom the oracle has a rule match, and what the
 * database answers to a statement, which is the same as long as the statement is. Everywhere else, all is asked afresh.
 */

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

export class Remembered {
  readonly #file: string | undefined;
  readonly #known: Map<string, unknown>;
  readonly #isFirst: boolean;

  constructor(name: string) {
    const underStryker = process.env.STRYKER_MUTATOR_WORKER !== undefined;
    this.#file = underStryker ? `.remembered-${name}.json` : undefined;
    this.#isFirst = this.#file !== undefined && !existsSync(this.#file);
    const kept = this.#file && !this.#isFirst ? JSON.parse(readFileSync(this.#file, 'utf8')) : [];
    this.#known = new Map(kept as [string, unknown][]);
  }

  async of<T>(question: unknown, answer: () => T | Promise<T>): Promise<T> {
    if (this.#file === undefined) return answer();
    const key = JSON.stringify(question);
    if (this.#known.has(key)) return this.#known.get(key) as T;
    const found = await answer();
    this.#known.set(key, found);
    return found;
  }

  /** At the end of the run without mutants, which comes first and must have passed. */
  keep(): void {
    if (this.#file === undefined || !this.#isFirst) return;
    // Renamed into place, lest another worker reads half of it.
    const whole = `${this.#file}.${process.pid}`;
    writeFileSync(whole, JSON.stringify([...this.#known]));
    renameSync(whole, this.#file);
  }
}
