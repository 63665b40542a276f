/** What the cells of a column suggest that it holds. A type is given up with the first cell that speaks against it. */

import type { CustomFieldType } from '../../../index.js';
import type { CellFormat } from '../cells.js';
import { unreadableText } from '../row-reader.js';

type Inferred = Extract<CustomFieldType, 'date' | 'boolean' | 'number'>;

/** Numbers as nobody writes what only looks like one: postal codes and telephone numbers begin with 0 or +. */
const signs: Record<Inferred, (text: string, format: CellFormat) => boolean> = {
  date: (text, { dates }) => dates.date(text) !== undefined,
  boolean: (text) => /^(true|false|yes|no|ja|nein)$/i.test(text),
  number: (text) => /^-?(0|[1-9]\d{0,99})(\.\d{1,99})?$/.test(text),
};

export class ColumnEvidence {
  /** Cells with something in them. */
  values = 0;
  #possible = Object.keys(signs) as Inferred[];

  take(cell: string, format: CellFormat): void {
    const text = cell.trim();
    if (text === '' || unreadableText(text)) return;
    this.values += 1;
    if (this.#possible.length > 0)
      this.#possible = this.#possible.filter((type) => signs[type](text, format));
  }

  get type(): CustomFieldType {
    return (this.values > 0 && this.#possible[0]) || 'text';
  }
}
