/** Reads files of hand-written statements: the opponents of the benchmark, and better ones for the probes. */

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface Written {
  readonly name: string;
  /** The rule that the statement answers; probes share their opponent's. */
  readonly rule?: unknown;
  readonly sql: string;
}

export interface Opponent extends Written {
  readonly rule: unknown;
}

export const sharedOpponents = fileURLToPath(
  new URL('../../../../shared/bench/opponents.sql', import.meta.url),
);

export async function readOpponents(file: string): Promise<Opponent[]> {
  if (!existsSync(file))
    throw new Error(`There are no opponents in ${file}: name their file with --opponents <file>.`);
  const written = await readStatements(file);
  if (written.length === 0) throw new Error(`${file} has no statement under "-- name: …".`);
  return written.map((one) => {
    if (one.rule === undefined) throw new Error(`“${one.name}” in ${file} lacks its "-- rule: {…}".`);
    return { ...one, rule: one.rule };
  });
}

/** Each statement stands under `-- name: …`, some also under `-- rule: {…}`. */
export async function readStatements(file: string): Promise<Written[]> {
  const [, ...parts] = (await readFile(file, 'utf8')).split(/^-- name: /m);
  return parts.map((part) => {
    const [name = '', ...lines] = part.split('\n');
    const rule = lines.find((line) => line.startsWith('-- rule: '));
    const sql = lines.filter((line) => !line.startsWith('--')).join('\n');
    return {
      name: name.trim(),
      ...(rule !== undefined && { rule: JSON.parse(rule.slice('-- rule: '.length)) }),
      sql: sql.trim().replace(/;$/, ''),
    };
  });
}
