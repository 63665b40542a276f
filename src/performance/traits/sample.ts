/** Some people of a group with what is observed of them: chosen by a hash of their keys, so that it is always the same ones. */

import type { Ask } from '../../audience/evaluation.js';
import type { Target } from '../../rule-language/to-sql/compile.js';
import { observations } from '../../rule-language/to-sql/observations.js';
import { type Sql, sql } from '../../rule-language/to-sql/sql.js';
import type { Trait } from './traits.js';

/** One trait of everyone in the sample, null where it is missing. */
export type Column = NumberColumn | TextColumn;

export interface NumberColumn {
  readonly kind: 'numbers';
  readonly values: readonly (number | null)[];
}

export interface TextColumn {
  readonly kind: 'texts';
  /** As they compare; none twice of one person. */
  readonly values: readonly (readonly string[] | null)[];
  /** How those are written that compare without regard to case: the first way that is met. */
  readonly written: ReadonlyMap<string, string>;
}

export interface Sample {
  readonly size: number;
  /** In the order of the traits. */
  readonly columns: readonly Column[];
}

/** Any would do; another would choose other people. */
const seed = 20_261_130;

type Row = Readonly<Record<string, number | string | readonly string[] | null>>;

/** @param ids a query of ids; of whoever of them is still a subject of the tenant */
export async function sampled(
  ask: Ask,
  target: Target,
  ids: Sql,
  traits: readonly Trait[],
  limit: number,
): Promise<Sample> {
  const chosen = await ask<{ id: string }>(
    sql`select id::text as id from (${ids}) people order by hashtextextended(id::text, ${seed}), id limit ${limit}`,
  );
  const keys = chosen.map(({ id }) => id);
  const operands = traits.map(({ operand }) => operand);
  const rows = await ask<Row>(observations(target, operands, keys));
  const byId = new Map(rows.map((row) => [String(row.id), row]));
  // In the order of the hash, which is as good as no order.
  const inOrder = keys.map((id) => byId.get(id)).filter((row) => row !== undefined);
  const columns = traits.map(({ observed }, place) => columnOf(inOrder, place, observed));
  return { size: inOrder.length, columns };
}

function columnOf(rows: readonly Row[], place: number, observed: Trait['observed']): Column {
  const cells = rows.map((row) => row[`o${place}`] ?? null);
  if (observed === 'number' || observed === 'days')
    return { kind: 'numbers', values: cells.map((cell) => (typeof cell === 'number' ? cell : null)) };
  return { kind: 'texts', values: cells.map(textsOf), written: writtenIn(rows, place) };
}

function textsOf(cell: Row[string] | null): readonly string[] | null {
  if (cell === null || cell === undefined) return null;
  return Array.isArray(cell) ? [...new Set(cell.map(String))] : [String(cell)];
}

function writtenIn(rows: readonly Row[], place: number): Map<string, string> {
  const written = new Map<string, string>();
  for (const row of rows) {
    const [compared, shown] = [row[`o${place}`], row[`s${place}`]];
    if (typeof compared === 'string' && typeof shown === 'string' && !written.has(compared))
      written.set(compared, shown);
  }
  return written;
}
