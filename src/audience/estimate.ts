/** Estimates how many a rule matches, from a sample of the subjects that their keys choose. */

import type { Checked } from '../rule-language/checked.js';
import { everyone, probe, type Target } from '../rule-language/to-sql/compile.js';
import { sql } from '../rule-language/to-sql/sql.js';
import { type Ask, probing } from './evaluation.js';

export interface Estimate {
  readonly count: number;
  /** The true count lies between these in 95 of 100 estimates. */
  readonly low: number;
  readonly high: number;
  /** Of those in the sample that match, by id. */
  readonly ids: readonly string[];
}

/** One in a hundred, or fewer where that would be more than this many. */
const largestSample = 10_000;

/** @param everybody how many subjects there are */
export async function estimated(
  rule: Checked,
  target: Target,
  everybody: number,
  ask: Ask,
): Promise<Estimate> {
  const oneIn = Math.max(100, Math.ceil(everybody / largestSample));
  const chosen = await ask<{ id: string }>(
    sql`select id::text as id from (${everyone(target)}) everyone
        where mod(hashtextextended(id::text, 0), ${oneIn}::bigint) = 0`,
  );
  const sample = chosen.map(({ id }) => id);
  const matching = await probing(ask)<{ id: string }>(
    sql`select id::text as id from (${probe(rule, target, sample)}) matching order by matching.id`,
  );
  const ids = matching.map(({ id }) => id);
  return { ...projected(ids.length, sample.length, everybody), ids };
}

/** Wilson's interval: it holds for small samples too, and where none or all of them match. */
export function projected(hits: number, sample: number, everybody: number): Omit<Estimate, 'ids'> {
  if (sample === 0) return { count: 0, low: 0, high: everybody };
  const z = 1.96;
  const share = hits / sample;
  const weight = 1 + z ** 2 / sample;
  const centre = (share + z ** 2 / (2 * sample)) / weight;
  const reach = (z / weight) * Math.sqrt((share * (1 - share)) / sample + (z / (2 * sample)) ** 2);
  const others = everybody - sample;
  return {
    count: Math.round(share * everybody),
    // Whoever is in the sample has been looked at.
    low: Math.max(hits, Math.floor((centre - reach) * everybody)),
    high: Math.min(hits + others, Math.ceil((centre + reach) * everybody)),
  };
}
