/** A model of who is a member: trained on some members and some others, and tried on those whom it has not seen. */

import { superiority } from '../statistics/effects.js';
import type { Column, Sample } from '../traits/sample.js';
import { amountOf, type Classes, type Feature, featuresOf } from './features.js';
import { fitted, logistic } from './logistic-regression.js';

export interface Weighed {
  readonly feature: Feature;
  readonly weight: number;
}

export interface Model {
  readonly intercept: number;
  readonly weighed: readonly Weighed[];
}

/** How well it does on those whom it has not seen. */
export interface Trial {
  /** How many of them there are. */
  readonly heldOut: number;
  /** How often somebody who is a member is found more similar than somebody who is not: 0.5 is guessing. */
  readonly auc: number;
  /** The true one lies between these in 95 of 100. */
  readonly low: number;
  readonly high: number;
}

/** One in so many is held out. */
const heldOutEvery = 5;
/** As strong as it mostly is: with standardised numbers, that a weight is rarely beyond 1. */
const penalty = 1;

/** What weighs less moves nobody. */
const lightest = 1e-6;

export async function trained(members: Sample, others: Sample): Promise<{ model: Model; trial: Trial }> {
  const sample = joined(members, others);
  const ofMembers = parted(0, members.size);
  const ofOthers = parted(members.size, sample.size);
  const model = await learned(sample, { members: ofMembers.training, others: ofOthers.training });
  const score = (place: number): number => similarity(model, sample, place);
  return { model, trial: tried(ofMembers.held.map(score), ofOthers.held.map(score)) };
}

/** By place alone: a sample is in no order. */
function parted(from: number, until: number): { readonly training: number[]; readonly held: number[] } {
  const places = Array.from({ length: until - from }, (_none, index) => from + index);
  const isHeld = (place: number): boolean => (place - from) % heldOutEvery === 0;
  return { training: places.filter((place) => !isHeld(place)), held: places.filter(isHeld) };
}

async function learned(sample: Sample, training: Classes): Promise<Model> {
  const features = featuresOf(sample, training);
  const places = [...training.members, ...training.others];
  const rows = places.map((place) =>
    Float64Array.from(features, (feature) => amountOf(feature, sample, place)),
  );
  const isPositive = places.map((_place, index) => index < training.members.length);
  const { intercept, weights } = await fitted({ rows, isPositive }, penalty);
  const weighed = features
    .map((feature, place) => ({ feature, weight: weights[place] ?? 0 }))
    .filter(({ weight }) => Math.abs(weight) >= lightest);
  // Taken back is what the sizes of the two samples say, which is nothing about anybody.
  return { intercept: intercept - Math.log(training.members.length / training.others.length), weighed };
}

/** 0 to 1: how probable a member they would be, if there were as many members as others. */
export const similarity = ({ intercept, weighed }: Model, sample: Sample, place: number): number =>
  logistic(
    weighed.reduce((sum, { feature, weight }) => sum + weight * amountOf(feature, sample, place), intercept),
  );

/** By Hanley and McNeil. */
function tried(members: readonly number[], others: readonly number[]): Trial {
  const auc = superiority(members, others);
  const above = auc / (2 - auc) - auc * auc;
  const below = (2 * auc * auc) / (1 + auc) - auc * auc;
  const pairs = members.length * others.length;
  const variance =
    (auc * (1 - auc) + (members.length - 1) * above + (others.length - 1) * below) / Math.max(1, pairs);
  const margin = 1.959964 * Math.sqrt(Math.max(0, variance));
  return {
    heldOut: members.length + others.length,
    auc,
    low: Math.max(0, auc - margin),
    high: Math.min(1, auc + margin),
  };
}

function joined(a: Sample, b: Sample): Sample {
  const columns = a.columns.map((column, place): Column => {
    const other = b.columns[place];
    if (column.kind === 'numbers' && other?.kind === 'numbers')
      return { kind: 'numbers', values: [...column.values, ...other.values] };
    if (column.kind !== 'texts' || other?.kind !== 'texts') throw new Error('Both are of the same traits.');
    const written = new Map([...other.written, ...column.written]);
    return { kind: 'texts', values: [...column.values, ...other.values], written };
  });
  return { size: a.size + b.size, columns };
}
