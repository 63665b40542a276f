/** Writes the custom values of imported rows. A value that its field refuses is left out and listed; the rest goes in. */

import type { EntityManager } from 'typeorm';
import type { BulkValues, RefusedValues, ValuesOfRecord } from '../../../index.js';
import { quote, UnreadableCell } from '../cells.js';
import { idsOf, type RefusedRow, type StagedRow } from '../import.repository.js';
import type { ImportTarget } from '../targets.js';
import { readCustomCell } from './custom-cells.js';
import { cellOf } from './custom-columns.js';
import type { PlannedField } from './planned-fields.js';

interface GivenRow extends ValuesOfRecord {
  readonly row: StagedRow;
}

/** By the record. */
type Taken = Map<string, Readonly<Record<string, unknown>>>;

export class CustomValues {
  /** Values that were taken; where rows have one record, what they say together. */
  written = 0;

  constructor(
    private readonly bulk: BulkValues,
    private readonly tenant: string,
    private readonly subject: string,
    private readonly target: ImportTarget,
    private readonly fields: readonly PlannedField[],
  ) {}

  /** Of rows that are written already, in the same transaction. Lists the values that are refused. */
  async write(manager: EntityManager, rows: readonly StagedRow[]): Promise<RefusedRow[]> {
    if (this.fields.length === 0 || rows.length === 0) return [];
    const place = this.target.columns.findIndex(({ name }) => name === 'external_id');
    const externalIdOf = ({ values }: StagedRow): string => String(values[place]);
    const ids = await idsOf(manager, this.target, this.tenant, rows.map(externalIdOf));
    const unreadable: RefusedRow[] = [];
    const given = rows.flatMap((row): GivenRow[] => {
      const id = ids.get(externalIdOf(row));
      return id === undefined ? [] : [{ id, row, values: this.#read(row, unreadable) }];
    });
    const taken: Taken = new Map();
    const refused = await this.#writeGiven(manager, given, taken);
    for (const values of taken.values())
      this.written += Object.values(values).filter((value) => value !== null).length;
    return [...unreadable, ...refused];
  }

  #read({ line, cells }: StagedRow, unreadable: RefusedRow[]): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const { key, type, source, format } of this.fields) {
      const value = readCustomCell(type, cellOf(source, cells), format);
      if (value instanceof UnreadableCell)
        unreadable.push({ line, reason: `custom.${key} is left out: ${value.reason}` });
      else values[key] = value;
    }
    return values;
  }

  /** A row of which a value is refused is refused whole: it is written again without that value. */
  async #writeGiven(manager: EntityManager, given: readonly GivenRow[], taken: Taken): Promise<RefusedRow[]> {
    const refused = await this.bulk.write(this.tenant, this.subject, given, manager);
    const faulty = new Set(refused.map(({ row }) => row));
    for (const [index, { id, values }] of given.entries())
      if (!faulty.has(index)) taken.set(id, { ...taken.get(id), ...values });
    if (refused.length === 0) return [];
    const last = new Map(given.map(({ id }, index) => [id, index]));
    const listed: RefusedRow[] = [];
    const again: GivenRow[] = [];
    for (const refusal of refused) {
      const row = given[refusal.row];
      if (!row) continue;
      listed.push(...this.#list(row, refusal));
      // What a later row says of the same record stands.
      if (last.get(row.id) === refusal.row) again.push(...withoutRefused(row, refusal));
    }
    return [...listed, ...(again.length > 0 ? await this.#writeGiven(manager, again, taken) : [])];
  }

  #list({ row: { line, cells } }: GivenRow, { problems }: RefusedValues): RefusedRow[] {
    return problems.map(({ path, message }) => {
      const field = this.fields.find(({ key }) => path === `values.${key}`);
      if (!field) return { line, reason: message };
      const cell = cellOf(field.source, cells);
      const misfit = cell.trim() === '' ? '' : `${quote(cell)} does not fit. `;
      return { line, reason: `custom.${field.key} is left out: ${misfit}${message}` };
    });
  }
}

/** Nothing, where no value of its own is what is wrong with it. */
function withoutRefused(row: GivenRow, { problems }: RefusedValues): GivenRow[] {
  const faulty = new Set(problems.map(({ path }) => path));
  const values = Object.entries(row.values).filter(([key]) => !faulty.has(`values.${key}`));
  return values.length < Object.keys(row.values).length
    ? [{ ...row, values: Object.fromEntries(values) }]
    : [];
}
