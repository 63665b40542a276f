/**
 * How far two groups are apart, and whether chance would do it: Cohen's h and the z-test of two proportions; Cliff's delta
 * and the rank test of Mann and Whitney, which ask nothing of how numbers are spread; the false discovery rate of Benjamini
 * and Hochberg over all that is tested.
 */

import { beyond } from './normal.js';

/** An effect, from -1 (or -π) to 1 (or π), and the probability of one as large by chance; null of too few to tell. */
export interface Difference {
  readonly effect: number;
  readonly p: number | null;
}

/** So many of a group have something. */
export interface Part {
  readonly count: number;
  readonly of: number;
}

/** Where fewer are to be expected in a cell, the z-test does not hold. */
const fewestExpected = 5;

/** Cohen's h: positive where the share of `a` is larger. */
export function ofShares(a: Part, b: Part): Difference {
  if (a.of === 0 || b.of === 0) return { effect: 0, p: null };
  const angle = ({ count, of }: Part): number => 2 * Math.asin(Math.sqrt(count / of));
  const pooled = (a.count + b.count) / (a.of + b.of);
  const expected = Math.min(pooled, 1 - pooled) * Math.min(a.of, b.of);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / a.of + 1 / b.of));
  const p = expected < fewestExpected ? null : beyond((a.count / a.of - b.count / b.of) / deviation);
  return { effect: angle(a) - angle(b), p };
}

/** Of each group at least, for the distribution of rank sums to be about normal. */
const fewestRanked = 8;

/** Cliff's delta: how much more often a value of `a` is above one of `b` than below it. */
export function ofNumbers(a: readonly number[], b: readonly number[]): Difference {
  if (a.length === 0 || b.length === 0) return { effect: 0, p: null };
  const { wins, ties } = ranked(a, b);
  const all = a.length + b.length;
  const mean = (a.length * b.length) / 2;
  const variance = ((a.length * b.length) / 12) * (all + 1 - ties / (all * (all - 1)));
  const tells = a.length >= fewestRanked && b.length >= fewestRanked && variance > 0;
  return { effect: wins / mean - 1, p: tells ? beyond((wins - mean) / Math.sqrt(variance)) : null };
}

/** How often a value of `a` is above one of `b`, 0 to 1, a tie being half of it: the area under the curve of a classifier. */
export const superiority = (a: readonly number[], b: readonly number[]): number =>
  a.length === 0 || b.length === 0 ? 0.5 : ranked(a, b).wins / (a.length * b.length);

/** Mann and Whitney's U of `a`, and the sum of t³ − t over groups of t equal values. */
function ranked(a: readonly number[], b: readonly number[]): { wins: number; ties: number } {
  const values = Float64Array.from([...a, ...b]).sort();
  const ranks = new Map<number, number>();
  let ties = 0;
  for (let from = 0, until = 0; from < values.length; from = until) {
    const value = values[from] ?? 0;
    while (until < values.length && values[until] === value) until++;
    ranks.set(value, (from + until + 1) / 2);
    ties += (until - from) ** 3 - (until - from);
  }
  const sum = a.reduce((total, value) => total + (ranks.get(value) ?? 0), 0);
  return { wins: sum - (a.length * (a.length + 1)) / 2, ties };
}

/**
 * Each as if it stood alone: where those below a level are taken for real, no larger part of them than the level is chance.
 * What was not tested stays null.
 */
export function corrected(probabilities: readonly (number | null)[]): (number | null)[] {
  const tested = probabilities.flatMap((p, place) => (p === null ? [] : [{ p, place }]));
  const adjusted: (number | null)[] = probabilities.map(() => null);
  let least = 1;
  for (const [index, { p, place }] of tested.sort((one, other) => other.p - one.p).entries()) {
    least = Math.min(least, (p * tested.length) / (tested.length - index));
    adjusted[place] = least;
  }
  return adjusted;
}

export const magnitudes = ['negligible', 'small', 'medium', 'large'] as const;
export type Magnitude = (typeof magnitudes)[number];

/** Where an effect begins to be small, medium and large: Cohen's bounds of h, and Romano's of delta. */
const bounds = { cohens_h: [0.2, 0.5, 0.8], cliffs_delta: [0.147, 0.33, 0.474] } as const;
export type EffectMeasure = keyof typeof bounds;
export const effectMeasures = Object.keys(bounds) as readonly EffectMeasure[];

export function magnitudeOf(measure: EffectMeasure, effect: number): Magnitude {
  const passed = bounds[measure].filter((bound) => Math.abs(effect) >= bound).length;
  return magnitudes[passed] ?? 'large';
}

/** Comparable between measures: 1 is where an effect begins to be large. */
export const prominence = (measure: EffectMeasure, effect: number): number =>
  Math.abs(effect) / bounds[measure][2];
