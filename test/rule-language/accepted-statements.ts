/** Statements as files that people read: formatted, with their bound values below. */

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'sql-formatter';
import type { Sql } from '../../src/rule-language/to-sql/sql.js';
import type { Shape } from './statements/shape.js';

const folder = fileURLToPath(new URL('./statements/', import.meta.url));

/** Named after the promise, as far as it fits: `who never ordered …` is in `who-never-ordered-….sql`. */
export function fileOf({ promise }: Shape): string {
  const name = promise.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `${/^.{1,60}(?=-|$)/.exec(name)?.[0]}.sql`;
}

export const filesThere = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.sql'));

/** What was accepted; undefined where nothing was. */
export function accepted(shape: Shape): string | undefined {
  const name = fileOf(shape);
  return filesThere().includes(name) ? readFileSync(join(folder, name), 'utf8') : undefined;
}

export const accept = (shape: Shape): void => writeFileSync(join(folder, fileOf(shape)), written(shape));
export const remove = (name: string): void => rmSync(join(folder, name));

/** The file as the compiler would have it. */
export const written = ({ promise, statements }: Shape): string =>
  [`-- ${promise}`, ...statements.map(({ title, sql }) => `-- ${title}\n${printed(sql())}`)]
    .map((part) => `${part}\n`)
    .join('\n');

function printed({ text, values }: Sql): string {
  return [`${formatted(text)};`, ...bound(values)].join('\n');
}

/** The same value, such as the tenant, once. */
function bound(values: readonly unknown[]): string[] {
  const places = new Map<string, string[]>();
  for (const [index, value] of values.entries()) {
    const printed = JSON.stringify(value);
    places.set(printed, [...(places.get(printed) ?? []), `$${index + 1}`]);
  }
  return [...places].map(([value, names]) => `-- ${names.join(', ')} = ${value}`);
}

const known = new Map<string, string>();
/** Formatting takes longer than compiling, and most mutants of the compiler change one statement. */
function formatted(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const after = format(text, { language: 'postgresql', expressionWidth: 100 });
  known.set(text, after);
  return after;
}
