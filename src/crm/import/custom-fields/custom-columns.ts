/** Which columns of a file go to custom fields: those that a map names as such, and those that go nowhere else. */

import type { CellFormat } from '../cells.js';
import { ImportError } from '../import.errors.js';
import {
  type ColumnSource,
  customPrefix,
  formatOf,
  type ImportMap,
  type MatchedHeader,
} from '../import-map.js';

export interface CustomColumn {
  /** Of the field; in rules it is `custom.<key>`. */
  readonly key: string;
  /** What people read: the column as the file calls it. */
  readonly label: string;
  readonly source: ColumnSource;
  readonly format: CellFormat;
}

/** @throws ImportError where a name gives no key, or two give the same */
export function customColumns(
  header: readonly string[],
  { sources, ignored }: MatchedHeader,
  map: ImportMap,
  zone: string,
): CustomColumn[] {
  const mapped = sources.filter(({ name }) => name.startsWith(customPrefix));
  const unmapped = ignored.filter(({ name }) => name !== '');
  const keyed = [
    ...mapped.map((source) => ({ key: source.name.slice(customPrefix.length), source })),
    ...unmapped.map((source) => ({ key: keyOf(source.name), source })),
  ];
  const columns = keyed.map(({ key, source }) => ({
    key,
    source,
    label: labelOf(source.cell === undefined ? key : (header[source.cell] ?? key)),
    format: formatOf(source.name, map.columns?.[source.name], zone),
  }));
  refuseSharedKeys(columns);
  return columns;
}

/** What the column has in a record. */
export const cellOf = ({ cell, constant }: ColumnSource, cells: readonly string[]): string =>
  constant ?? (cell === undefined ? '' : (cells[cell] ?? ''));

/** `Größe (cm)` → `grosse_cm`, `2. Wohnsitz` → `field_2_wohnsitz`. */
function keyOf(name: string): string {
  const letters = name.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase();
  const words = letters.replace(/[^a-z0-9]+/g, '_').replace(/^_|_$/g, '');
  if (words === '') {
    throw new ImportError(
      'import.header-invalid',
      `The column "${name}" gives a custom field no key: rename it, or choose one in a map: ` +
        `{"columns": {"custom.<key>": ${JSON.stringify(name)}}}.`,
    );
  }
  const key = /^[a-z]/.test(words) ? words : `field_${words}`;
  return key.slice(0, 60).replace(/_$/, '');
}

function labelOf(name: string): string {
  const plain = name.replace(/\p{Cc}+/gu, ' ').trim();
  return [...plain].slice(0, 200).join('');
}

function refuseSharedKeys(columns: readonly CustomColumn[]): void {
  for (const { key } of columns) {
    const sharing = columns.filter((column) => column.key === key);
    if (sharing.length === 1) continue;
    const names = sharing.map(({ label }) => `"${label}"`).join(' and ');
    throw new ImportError(
      'import.header-invalid',
      `The columns ${names} would all be custom.${key}: rename them, or choose their keys in a map: ` +
        '{"columns": {"custom.<key>": "<column>"}}.',
    );
  }
}
