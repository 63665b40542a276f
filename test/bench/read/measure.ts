/** Holds a contest: the same ids first, then alternating runs, and the median of each side's time on the server. */

import { type Ask, type Asked, probing } from '../../../src/audience/evaluation.js';
import type { Contest, Rival } from './contests.js';

export interface Measured extends Pick<Contest, 'name' | 'shape'> {
  readonly rows: number;
  /** Milliseconds. */
  readonly product: number;
  readonly rival: number;
  readonly how: Rival['how'];
}

export async function measured(contest: Contest, ask: Ask, runs: number): Promise<Measured> {
  const { name, shape, product, rivals } = contest;
  const rows = await sameIds(contest, ask);
  const sides = [
    { statement: product, asking: askingAs(shape, ask) },
    ...rivals.map(({ statement }) => ({ statement, asking: ask })),
  ];
  for (const { statement, asking } of sides) await serverTime(statement, asking);
  const times = sides.map((): number[] => []);
  for (let run = 0; run < runs; run++)
    for (const [index, { statement, asking }] of sides.entries())
      times[index]?.push(await serverTime(statement, asking));
  const [own = Number.NaN, ...others] = times.map(median);
  const best = others.indexOf(Math.min(...others));
  return {
    name,
    shape,
    rows,
    product: own,
    rival: others[best] ?? Number.NaN,
    how: rivals[best]?.how ?? 'as written',
  };
}

/** The product's settings are part of it; the opponents have the server's. */
export const askingAs = (shape: Contest['shape'], ask: Ask): Ask => (shape === 'set' ? ask : probing(ask));

/** @throws Error where the two sides do not agree. */
async function sameIds({ name, shape, product, rivals }: Contest, ask: Ask): Promise<number> {
  const own = await digest(product, ask);
  for (const { how, statement } of rivals) {
    const other = await digest(statement, ask);
    if (other.hash !== own.hash || other.rows !== own.rows)
      throw new Error(
        `“${name}” (${shape}): the product finds ${own.rows}, the opponent (${how}) ${other.rows}, not the same ids.`,
      );
  }
  return own.rows;
}

async function digest({ text, values }: Asked, ask: Ask): Promise<{ rows: number; hash: string }> {
  const [found] = await ask<{ rows: number; hash: string }>({
    text: `select count(*)::integer as rows, coalesce(sum(hashint8extended(id, 0)), 0)::text as hash from (${text}) audience`,
    values,
  });
  if (!found) throw new Error('An aggregate answers with one row.');
  return found;
}

const counted = ({ text, values }: Asked, options: string): Asked => ({
  text: `explain (${options}) select count(*) from (${text}) audience`,
  values,
});

interface Explained {
  readonly 'Planning Time': number;
  readonly 'Execution Time': number;
}

/** Planning and execution, without the clock being read at every row. */
async function serverTime(statement: Asked, ask: Ask): Promise<number> {
  const [row] = await ask<{ 'QUERY PLAN': [Explained] }>(
    counted(statement, 'analyze, timing off, buffers off, format json'),
  );
  if (!row) throw new Error('EXPLAIN answers with one row.');
  const [plan] = row['QUERY PLAN'];
  return plan['Planning Time'] + plan['Execution Time'];
}

/** The plan as PostgreSQL prints it, with the time spent in each node. */
export async function planOf(statement: Asked, ask: Ask): Promise<string> {
  const rows = await ask<{ 'QUERY PLAN': string }>(counted(statement, 'analyze, buffers'));
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle)
    ? ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
    : (sorted[Math.floor(middle)] ?? Number.NaN);
}
