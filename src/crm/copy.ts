/** Rows into a table by COPY, PostgreSQL's fastest way in. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { from } from 'pg-copy-streams';

/** What a column can be given: numbers and instants as PostgreSQL reads them from texts; objects for jsonb. */
export type CopyValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  | { readonly [key: string]: unknown };

/** `table` and `columns` are identifiers of ours, never of a file's. */
export async function copyRows(
  client: ClientBase,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly CopyValue[]>,
): Promise<void> {
  const lines: string[] = [];
  for (const row of rows) lines.push(`${row.map(copyText).join('\t')}\n`);
  if (lines.length === 0) return;
  await pipeline(
    Readable.from([lines.join('')]),
    client.query(from(`copy ${table} (${columns.join(', ')}) from stdin`)),
  );
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** COPY's text form: a backslash before what would end a value, a row or the data. */
function copyText(value: CopyValue): string {
  if (value === null) return '\\N';
  const text = plainText(value);
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? '')
    : text;
}

function plainText(value: NonNullable<CopyValue>): string {
  if (typeof value !== 'object') return String(value);
  return isList(value) ? arrayText(value) : JSON.stringify(value);
}

const isList = (value: object): value is readonly string[] => Array.isArray(value);

const arrayText = (entries: readonly string[]): string =>
  `{${entries.map((entry) => `"${entry.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
