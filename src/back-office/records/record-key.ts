/** A record's key as one piece of an address, also where the key has several columns. */

import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

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

const limits: Readonly<Record<string, bigint>> = {
  smallint: 2n ** 15n,
  integer: 2n ** 31n,
  bigint: 2n ** 63n,
};
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whether PostgreSQL takes the text as a value of the type. */
export function fits(type: string, text: string): boolean {
  const limit = limits[type];
  if (limit !== undefined) {
    if (!/^-?\d{1,19}$/.test(text)) return false;
    const number = BigInt(text);
    return -limit <= number && number < limit;
  }
  if (type === 'uuid') return uuid.test(text);
  return !text.includes('\0');
}
