/** Reads cells for custom fields, into JSON. What a field cannot take is left to it to refuse, with its own reason. */

import type { CustomFieldType } from '../../../index.js';
import { type CellFormat, readCell, UnreadableCell } from '../cells.js';
import { unreadableText } from '../row-reader.js';

/** Null for a blank cell. */
export function readCustomCell(type: CustomFieldType, cell: string, format: CellFormat): unknown {
  if (cell.trim() === '') return null;
  return unreadableText(cell) ?? readers[type](cell.trim(), format);
}

const readers: Record<CustomFieldType, (text: string, format: CellFormat) => unknown> = {
  text: (text) => text,
  number: (text) => text,
  date: (text, { dates }) => dates.date(text) ?? text,
  boolean: (text, format) => {
    const truth = readCell('boolean', text, format);
    return truth instanceof UnreadableCell ? text : truth === 'true';
  },
  selection: (text) => text,
  multi_selection: (text, format) => readCell('list', text, format),
};
