/** What a model makes of samples: however few members there are, and whatever numbers. */

import { describe, expect, it } from '@jest/globals';
import { similarity, trained } from '../../../src/performance/lookalike/model.js';
import type { Column, Sample } from '../../../src/performance/traits/sample.js';
import { randomFrom } from '../../rule-language/random.js';

const random = randomFrom(20_26);
const times = <Value>(count: number, make: (place: number) => Value): Value[] =>
  Array.from({ length: count }, (_none, place) => make(place));
const numbers = (values: readonly (number | null)[]): Column => ({ kind: 'numbers', values });
const texts = (values: readonly (readonly string[] | null)[]): Column => ({
  kind: 'texts',
  values,
  written: new Map(),
});
const sampleOf = (...columns: readonly Column[]): Sample => ({
  size: columns[0]?.values.length ?? 0,
  columns,
});
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

async function similarities(members: Sample, others: Sample) {
  const { model, trial } = await trained(members, others);
  const of = (sample: Sample): number[] => times(sample.size, (place) => similarity(model, sample, place));
  return { model, trial, members: of(members), others: of(others) };
}

describe('a model', () => {
  it('of few members among many others sees what only the members have', async () => {
    const noise = (count: number) => numbers(times(count, () => random.next()));
    const members = sampleOf(texts(times(50, () => ['loud'])), noise(50));
    const others = sampleOf(texts(times(5000, () => null)), noise(5000));
    const found = await similarities(members, others);
    expect(found.trial).toMatchObject({ heldOut: 1010, auc: 1 });
    expect(Math.min(...found.members)).toBeGreaterThan(0.9);
    expect(Math.max(...found.others)).toBeLessThan(0.5);
  });

  it('of noise calls everybody about as similar as not, however many more the others are', async () => {
    const noise = (count: number) =>
      sampleOf(
        numbers(times(count, () => random.next())),
        texts(times(count, () => [random.pick(['a', 'b'])])),
      );
    const { trial, others } = await similarities(noise(100), noise(4000));
    expect(trial.low).toBeLessThanOrEqual(0.5);
    expect(meanOf(others)).toBeGreaterThan(0.4);
    expect(meanOf(others)).toBeLessThan(0.6);
  });

  it.each([1e4, 1e200, -1e299])('sees a number past an outlier of %s', async (outlier) => {
    const around = (middle: number, count: number) =>
      numbers([outlier, ...times(count - 1, () => middle + random.next())]);
    const found = await similarities(sampleOf(around(1, 200)), sampleOf(around(0, 200)));
    expect(found.trial.auc).toBeGreaterThan(0.95);
    for (const one of [...found.members, ...found.others]) expect(Number.isFinite(one)).toBe(true);
  });

  it('takes a missing number for a value of its own', async () => {
    const known = (share: number) =>
      sampleOf(numbers(times(300, () => (random.chance(share) ? random.next() : null))));
    const { model, trial } = await similarities(known(0.2), known(0.8));
    expect(trial.auc).toBeGreaterThan(0.7);
    expect(model.weighed.find(({ feature }) => feature.kind === 'missing')?.weight).toBeGreaterThan(1);
  });

  it.each<[string, () => Column]>([
    ['is the same of everyone', () => numbers(times(100, () => 0.1))],
    ['nobody has', () => numbers(times(100, () => null))],
    ['is another of each', () => texts(times(100, () => [String(random.next())]))],
  ])('weighs nothing that %s', async (_what, column) => {
    const { model, trial, others } = await similarities(sampleOf(column()), sampleOf(column()));
    expect(model.weighed).toEqual([]);
    expect(trial.auc).toBe(0.5);
    for (const one of others) expect(one).toBeCloseTo(0.5, 6);
  });
});
