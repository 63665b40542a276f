/** The custom fields that an import fills: those that are there, with their types; others as the file suggests. */

import { CsvFile } from '../../../csv/csv-file.js';
import { isBroken } from '../../../csv/csv-reader.js';
import type { Actor, CustomFields, CustomFieldType, CustomFieldView } from '../../../index.js';
import { ImportError } from '../import.errors.js';
import type { ImportMap } from '../import-map.js';
import { ColumnEvidence } from './column-evidence.js';
import { type CustomColumn, cellOf } from './custom-columns.js';

export interface PlannedField extends CustomColumn {
  readonly type: CustomFieldType;
  /** Cells of the file with something in them. */
  readonly values: number;
  /** Is not there yet. */
  readonly isNew: boolean;
}

/** Reads the whole file. A column without any value gets no new field. @throws ImportError for an archived field */
export async function planFields(
  file: string,
  map: ImportMap,
  columns: readonly CustomColumn[],
  existing: ReadonlyMap<string, CustomFieldView>,
): Promise<PlannedField[]> {
  for (const { key, label } of columns) {
    if (!existing.get(key)?.archived_at) continue;
    throw new ImportError(
      'import.header-invalid',
      `The column "${label}" would go to custom.${key}, which is archived: restore the field, or rename the column.`,
    );
  }
  const evidence = await readEvidence(file, map, columns);
  return columns.flatMap((column, index) => {
    const { values = 0, type = 'text' } = evidence[index] ?? {};
    const field = existing.get(column.key);
    if (!field && values === 0) return [];
    return [{ ...column, type: field?.type ?? type, values, isNew: !field }];
  });
}

async function readEvidence(
  file: string,
  map: ImportMap,
  columns: readonly CustomColumn[],
): Promise<ColumnEvidence[]> {
  const evidence = columns.map(() => new ColumnEvidence());
  const csv = await CsvFile.open(file, map);
  try {
    for await (const records of csv.batches(10_000)) {
      for (const record of records) {
        if (isBroken(record)) continue;
        columns.forEach(({ source, format }, index) => {
          evidence[index]?.take(cellOf(source, record.cells), format);
        });
      }
    }
    return evidence;
  } finally {
    await csv.close();
  }
}

/** A subject's custom fields by their keys, archived ones among them. */
export async function existingFields(
  fields: CustomFields,
  actor: Actor,
  subject: string,
): Promise<ReadonlyMap<string, CustomFieldView>> {
  const found = new Map<string, CustomFieldView>();
  for (let cursor: string | undefined; ; ) {
    const page = await fields.list(actor, { subject }, { limit: 500, cursor });
    for (const field of page.items) found.set(field.key, field);
    if (page.next_cursor === null) return found;
    cursor = page.next_cursor;
  }
}
