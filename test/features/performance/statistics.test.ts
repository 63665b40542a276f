/** The statistics of comparisons, against figures that other programs have computed, and against their own definitions. */

import { describe, expect, it } from '@jest/globals';
import {
  corrected,
  magnitudeOf,
  ofNumbers,
  ofShares,
  superiority,
} from '../../../src/performance/statistics/effects.js';
import { beyond } from '../../../src/performance/statistics/normal.js';
import { randomFrom } from '../../rule-language/random.js';

describe('the normal distribution', () => {
  it.each([
    [0, 1],
    [0.5, 0.6170750774519738],
    [1, 0.31731050786291415],
    [1.959963984540054, 0.05],
    [2.9999, 0.0027006825659098496],
    [3, 0.0026997960632601913],
    [3.5, 0.0004652581580710501],
    [6, 1.9731752900754024e-9],
    [10, 1.5239706048321186e-23],
    [20, 5.507248237212663e-89],
  ])('beyond %d', (z, p) => {
    expect(beyond(z) / p).toBeCloseTo(1, 9);
    expect(beyond(-z)).toBe(beyond(z));
  });
});

describe('two shares', () => {
  it('of 30 and 20 in 100', () => {
    const { effect, p } = ofShares({ count: 30, of: 100 }, { count: 20, of: 100 });
    expect(effect).toBeCloseTo(0.2319842627257963, 12);
    expect(p).toBeCloseTo(0.1024704348597495, 12);
  });

  it.each([
    ['of nobody', { count: 0, of: 0 }, { count: 5, of: 10 }, 0],
    ['of too few', { count: 4, of: 10 }, { count: 3, of: 10 }, 0.2101],
    ['that are everyone’s', { count: 50, of: 50 }, { count: 50, of: 50 }, 0],
  ])('%s are not tested', (_what, a, b, effect) => {
    expect(ofShares(a, b)).toEqual({ effect: expect.closeTo(effect, 3), p: null });
  });
});

describe('two lists of numbers', () => {
  const a = [1, 2, 2, 3, 5, 8, 8, 9, 12, 15];
  const b = [4, 4, 6, 7, 8, 10, 11, 13, 14, 16, 18];

  it('with ties, as SciPy’s mannwhitneyu has them', () => {
    expect(ofNumbers(a, b)).toEqual({
      effect: expect.closeTo(-0.4181818181818182, 12),
      p: expect.closeTo(0.10463739342522067, 12),
    });
    expect(superiority(a, b)).toBeCloseTo(0.2909090909090909, 12);
  });

  it('that are few, equal or none are not tested', () => {
    expect(ofNumbers([1, 2], [3, 4])).toEqual({ effect: -1, p: null });
    expect(ofNumbers(Array(9).fill(1), Array(9).fill(1))).toEqual({ effect: 0, p: null });
    expect(ofNumbers([], [1])).toEqual({ effect: 0, p: null });
    expect(superiority([], [1])).toBe(0.5);
  });

  it('at random are as far apart as their pairs say', () => {
    for (let index = 0; index < 50; index++) {
      const random = randomFrom(11, index);
      const draw = () => Array.from({ length: random.integer(1, 30) }, () => random.integer(-3, 3) / 2);
      const [one, other] = [draw(), draw()];
      let above = 0;
      let below = 0;
      for (const x of one)
        for (const y of other) {
          if (x > y) above += 1;
          if (x < y) below += 1;
        }
      const all = one.length * other.length;
      expect(ofNumbers(one, other).effect).toBeCloseTo((above - below) / all, 12);
      expect(superiority(one, other)).toBeCloseTo((above + (all - above - below) / 2) / all, 12);
    }
  });
});

it.each([
  [[], []],
  [[0.04], [0.04]],
  [
    [0.01, 0.02, 0.03, 0.04, 0.05],
    [0.05, 0.05, 0.05, 0.05, 0.05],
  ],
  [
    // As R’s p.adjust has them.
    [0.205, 0.001, 0.008, 0.042, null, 0.041, 0.039, 0.06, 0.074],
    [0.205, 0.008, 0.032, 0.0672, null, 0.0672, 0.0672, 0.08, 0.0845714285714286],
  ],
])('probabilities %j are corrected for how many there are', (given, wanted) => {
  expect(corrected(given)).toEqual(wanted.map((p) => (p === null ? null : expect.closeTo(p, 12))));
});

it.each([
  ['cohens_h', -0.1, 'negligible'],
  ['cohens_h', 0.2, 'small'],
  ['cohens_h', -0.6, 'medium'],
  ['cliffs_delta', 0.33, 'medium'],
  ['cliffs_delta', -1, 'large'],
] as const)('a %s of %d is %s', (measure, effect, magnitude) => {
  expect(magnitudeOf(measure, effect)).toBe(magnitude);
});
