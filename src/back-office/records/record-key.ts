/** A record's key as one piece of an address, also where the key has several columns. */

import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { fits } from '../../catalogue/key-text.js';

/** Between the columns' values. AdminJS joins several keys with commas, so a key has none of them. */
const separator = '~';

const escaped = (text: string): string => encodeURIComponent(text).replaceAll(separator, '%7E');

export function keyToText(key: readonly ColumnMetadata[], values: Readonly<Record<string, unknown>>): string {
  const parts = key.map(({ propertyPath }) => String(values[propertyPath]));
  return parts.length === 1 ? String(parts[0]) : parts.map(escaped).join(separator);
}

/** Undefined for a text that cannot be a key: it is the key of no record, and PostgreSQL is not asked. */
export function keyFromText(
  key: readonly ColumnMetadata[],
  typeOf: (column: ColumnMetadata) => string,
  text: string,
): Readonly<Record<string, string>> | undefined {
  const parts = key.length === 1 ? [text] : text.split(separator).map(unescaped);
  if (parts.length !== key.length) return undefined;
  const values: Record<string, string> = {};
  for (const [place, column] of key.entries()) {
    const part = parts[place];
    if (part === undefined || !fits(typeOf(column), part)) return undefined;
    values[column.propertyPath] = part;
  }
  return values;
}

function unescaped(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
