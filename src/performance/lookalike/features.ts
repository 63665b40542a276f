/** From traits to numbers that a model can weigh: how large, whether it is this value, whether it is missing. */

import type { NumberColumn, Sample, TextColumn } from '../traits/sample.js';

export interface NumberFeature {
  readonly kind: 'number';
  readonly trait: number;
  /** What is beyond counts as this: nobody is like or unlike the members by being an outlier. */
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly deviation: number;
}

/** Of the trait at a place. */
export type Feature =
  /** In standard deviations from the mean; 0 where it is missing. */
  | NumberFeature
  /** 1 of whoever has the value, as it compares; else 0. */
  | { readonly kind: 'value'; readonly trait: number; readonly value: string }
  | { readonly kind: 'missing'; readonly trait: number };

/** People of a sample, by their places. */
type Places = readonly number[];
export interface Classes {
  readonly members: Places;
  readonly others: Places;
}

interface Rated {
  readonly feature: Feature;
  /** How far the means of the two classes are apart, in standard deviations of all. */
  readonly rating: number;
}

/** Of one trait. */
const mostValues = 10;
/** All together. */
const mostFeatures = 100;
/** What is rarer in both classes, or that rarely not so, tells nothing; and what fewer people have is chance. */
const rarest = 0.01;
const fewest = 5;

/** What the columns, as the training part has them, can tell: of too many, those that tell the classes apart most. */
export function featuresOf({ columns }: Sample, training: Classes): Feature[] {
  const candidates = columns.flatMap((column, trait) => [
    ...(column.kind === 'numbers' ? numberOf(column, trait, training) : valuesOf(column, trait, training)),
    ...missingOf(column, trait, training),
  ]);
  return strongest(candidates, mostFeatures).map(({ feature }) => feature);
}

/** What the feature is of somebody. */
export function amountOf(feature: Feature, { columns }: Sample, place: number): number {
  const value = columns[feature.trait]?.values[place] ?? null;
  if (feature.kind === 'missing') return value === null ? 1 : 0;
  if (feature.kind === 'value') return Array.isArray(value) && value.includes(feature.value) ? 1 : 0;
  return typeof value === 'number' ? standardised(value, feature) : 0;
}

const standardised = (value: number, { low, high, mean, deviation }: Omit<NumberFeature, 'kind' | 'trait'>) =>
  (Math.max(low, Math.min(high, value)) - mean) / deviation;

/** Ties, and what is none by what sums lose, in the order in which they came, so that it is always the same ones. */
const strongest = (rated: readonly Rated[], most: number): Rated[] =>
  [...rated].sort((one, other) => rounded(other.rating) - rounded(one.rating)).slice(0, most);
const rounded = (rating: number): number => Math.round(rating * 1e9);

function numberOf({ values }: NumberColumn, trait: number, { members, others }: Classes): Rated[] {
  const knownOf = (places: Places) =>
    Float64Array.from(places.flatMap((place) => values[place] ?? [])).sort();
  const classes = [knownOf(members), knownOf(others)].filter(({ length }) => length >= fewest);
  const low = Math.min(...classes.map((known) => known[extremes(known)] ?? 0));
  const high = Math.max(...classes.map((known) => known[known.length - 1 - extremes(known)] ?? 0));
  const known = classes.flatMap((one) => [...one]).map((value) => Math.max(low, Math.min(high, value)));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const deviation = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / known.length);
  // The same of everyone, but for what sums lose; or too large to be reckoned with.
  if (!(deviation > Math.abs(mean) * 1e-9 && deviation < 1e300)) return [];
  const feature: NumberFeature = { kind: 'number', trait, low, high, mean, deviation };
  const meanOf = (places: Places): number =>
    places.reduce((sum, place) => sum + standardised(values[place] ?? mean, feature), 0) / places.length;
  return [{ feature, rating: Math.abs(meanOf(members) - meanOf(others)) }];
}

/** How many at either end are not reckoned with as they are: one at least. */
const extremes = ({ length }: Float64Array): number => Math.max(1, Math.round(length * rarest));

function valuesOf({ values }: TextColumn, trait: number, training: Classes): Rated[] {
  const countsOf = (places: Places): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const place of places)
      for (const value of values[place] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  const [members, others] = [countsOf(training.members), countsOf(training.others)];
  const all = [...new Set([...members.keys(), ...others.keys()])].sort();
  const rated = all.flatMap((value) =>
    telling({ kind: 'value', trait, value }, training, members.get(value) ?? 0, others.get(value) ?? 0),
  );
  return strongest(rated, mostValues);
}

function missingOf({ values }: NumberColumn | TextColumn, trait: number, training: Classes): Rated[] {
  const count = (places: Places): number => places.filter((place) => (values[place] ?? null) === null).length;
  return telling({ kind: 'missing', trait }, training, count(training.members), count(training.others));
}

/** Something that so many have, unless next to nobody has it, or everybody. */
function telling(feature: Feature, training: Classes, members: number, others: number): Rated[] {
  const [all, rest] = [training.members.length, training.others.length];
  const enough = (count: number, of: number): boolean => count >= Math.max(fewest, of * rarest);
  const some = enough(members, all) || enough(others, rest);
  const lacked = enough(all - members, all) || enough(rest - others, rest);
  if (!some || !lacked) return [];
  const share = (members + others) / (all + rest);
  const apart = Math.abs(members / all - others / rest);
  return [{ feature, rating: apart / Math.sqrt(share * (1 - share)) }];
}
