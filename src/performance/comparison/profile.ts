/** Two samples side by side, trait by trait: what is in them, how far they are apart, and whether chance would do it. */

import { shareOf } from '../in-common.js';
import {
  corrected,
  type Difference,
  type EffectMeasure,
  type Magnitude,
  magnitudeOf,
  ofNumbers,
  ofShares,
  prominence,
} from '../statistics/effects.js';
import type { NumberColumn, Sample, TextColumn } from '../traits/sample.js';
import type { Trait } from '../traits/traits.js';

/** How far the two are apart; positive where `a` has more. */
export interface Effect {
  readonly measure: EffectMeasure;
  readonly value: number;
  readonly magnitude: Magnitude;
  /** Of a difference as large by chance alone, if this were all that is compared; null where there are too few to tell. */
  readonly p: number | null;
  /** Corrected for how much is compared (Benjamini–Hochberg). */
  readonly adjusted_p: number | null;
  /** That at most one in twenty of those that are called so is chance. */
  readonly significant: boolean;
}

export interface CountedShare {
  readonly count: number;
  /** Of the sample, 0 to 1. */
  readonly share: number;
}

export interface NumberSummary {
  /** Those who have a value. */
  readonly known: CountedShare;
  readonly mean: number | null;
  readonly median: number | null;
}

interface Named {
  readonly field: string;
  readonly label: string;
}

/** Of a number; or of a date, as how many days ago it was. */
export interface ComparedNumbers extends Named {
  readonly kind: 'numbers' | 'days_ago';
  readonly a: NumberSummary;
  readonly b: NumberSummary;
  readonly effect: Effect;
}

export interface ComparedValue {
  readonly value: string;
  readonly a: CountedShare;
  readonly b: CountedShare;
  readonly effect: Effect;
}

/** Of anything else, by value; who has several counts with each. */
export interface ComparedValues extends Named {
  readonly kind: 'values';
  readonly a: { readonly known: CountedShare };
  readonly b: { readonly known: CountedShare };
  /** The twelve that most have, those farthest apart first. */
  readonly values: readonly ComparedValue[];
}

export type ComparedTrait = ComparedNumbers | ComparedValues;

/** Values of a trait that are compared one by one. */
const mostValues = 12;
/** What is expected to be chance among all that is called significant. */
const falseDiscoveries = 0.05;

/** Before the correction, which needs all of them. */
type Draft = Named &
  (
    | (Omit<ComparedNumbers, keyof Named | 'effect'> & { readonly difference: Difference })
    | (Omit<ComparedValues, keyof Named | 'values'> & { readonly values: readonly DraftValue[] })
  );
type DraftValue = Omit<ComparedValue, 'effect'> & { readonly difference: Difference };

/** The traits that tell the two apart most come first. */
export function profiled(traits: readonly Trait[], a: Sample, b: Sample): ComparedTrait[] {
  const drafts = traits.map((trait, place) => draftOf(trait, { a, b }, place));
  const adjusted = corrected(drafts.flatMap(differencesOf).map(({ p }) => p));
  let next = 0;
  const effectOf = (measure: EffectMeasure, { effect: value, p }: Difference): Effect => {
    const adjusted_p = adjusted[next++] ?? null;
    const significant = adjusted_p !== null && adjusted_p <= falseDiscoveries;
    return { measure, value, magnitude: magnitudeOf(measure, value), p, adjusted_p, significant };
  };
  const compared = drafts.map((draft): ComparedTrait => {
    if (draft.kind !== 'values') {
      const { difference, ...numbers } = draft;
      return { ...numbers, effect: effectOf('cliffs_delta', difference) };
    }
    const values = draft.values.map(({ difference, ...value }) => ({
      ...value,
      effect: effectOf('cohens_h', difference),
    }));
    return { ...draft, values: values.sort((one, other) => strength(other.effect) - strength(one.effect)) };
  });
  return compared.sort((one, other) => strengthOf(other) - strengthOf(one));
}

/** In the order in which effects are made of them. */
const differencesOf = (draft: Draft): Difference[] =>
  draft.kind === 'values' ? draft.values.map(({ difference }) => difference) : [draft.difference];

const strength = ({ measure, value }: Effect): number => prominence(measure, value);
const strengthOf = (trait: ComparedTrait): number =>
  trait.kind === 'values'
    ? Math.max(0, ...trait.values.map(({ effect }) => strength(effect)))
    : strength(trait.effect);

interface Two {
  readonly a: Sample;
  readonly b: Sample;
}

function draftOf({ field, label, observed }: Trait, { a, b }: Two, place: number): Draft {
  const [left, right] = [a.columns[place], b.columns[place]];
  if (left?.kind === 'numbers' && right?.kind === 'numbers') {
    const kind = observed === 'days' ? 'days_ago' : 'numbers';
    const [ofA, ofB] = [present(left), present(right)];
    const difference = ofNumbers(ofA, ofB);
    return { field, label, kind, a: summary(ofA, a.size), b: summary(ofB, b.size), difference };
  }
  if (left?.kind !== 'texts' || right?.kind !== 'texts') throw new Error(`“${field}” was not observed.`);
  const known = (column: TextColumn, { size }: Sample) => ({
    known: counted(column.values.filter((value) => value !== null).length, size),
  });
  const values = valuesOf(left, right, { a, b });
  return { field, label, kind: 'values', a: known(left, a), b: known(right, b), values };
}

const present = ({ values }: NumberColumn): number[] => values.filter((value) => value !== null);

const counted = (count: number, of: number): CountedShare => ({ count, share: shareOf(count, of) });

function summary(values: readonly number[], size: number): NumberSummary {
  const known = counted(values.length, size);
  if (values.length === 0) return { known, mean: null, median: null };
  const sorted = Float64Array.from(values).sort();
  const middle = (sorted.length - 1) / 2;
  const median = ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
  return { known, mean: values.reduce((sum, value) => sum + value, 0) / values.length, median };
}

function valuesOf(left: TextColumn, right: TextColumn, { a, b }: Two): DraftValue[] {
  const [ofA, ofB] = [countsOf(left), countsOf(right)];
  const common = (value: string): number =>
    shareOf(ofA.get(value) ?? 0, a.size) + shareOf(ofB.get(value) ?? 0, b.size);
  const all = [...new Set([...ofA.keys(), ...ofB.keys()])];
  const most = all
    .sort((one, other) => common(other) - common(one) || (one < other ? -1 : 1))
    .slice(0, mostValues);
  return most.map((value) => {
    const inA = { count: ofA.get(value) ?? 0, of: a.size };
    const inB = { count: ofB.get(value) ?? 0, of: b.size };
    return {
      value: left.written.get(value) ?? right.written.get(value) ?? value,
      a: counted(inA.count, inA.of),
      b: counted(inB.count, inB.of),
      difference: ofShares(inA, inB),
    };
  });
}

function countsOf({ values }: TextColumn): Map<string, number> {
  const counts = new Map<string, number>();
  for (const some of values) for (const value of some ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
