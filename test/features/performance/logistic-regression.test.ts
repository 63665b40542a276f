/** Logistic regression: the least loss there is, and known weights. */

import { describe, expect, it } from '@jest/globals';
import { fitted, logistic } from '../../../src/performance/lookalike/logistic-regression.js';
import { randomFrom } from '../../rule-language/random.js';

describe('a logistic regression', () => {
  it('finds the odds of a single feature', async () => {
    // Of those with it 30 of 40 are, of those without it 10 of 50.
    const groups = [
      [1, true, 30],
      [1, false, 10],
      [0, true, 10],
      [0, false, 40],
    ] as const;
    const examples = groups.flatMap(([value, positive, count]) =>
      Array.from({ length: count }, () => ({ row: Float64Array.of(value), positive })),
    );
    const rows = examples.map(({ row }) => row);
    const isPositive = examples.map(({ positive }) => positive);
    const { intercept, weights } = await fitted({ rows, isPositive }, 1e-12);
    expect(intercept).toBeCloseTo(Math.log(10 / 40), 8);
    expect(weights[0]).toBeCloseTo(Math.log(30 / 10) - Math.log(10 / 40), 8);
  });

  it.each(Array.from({ length: 12 }, (_none, index) => index))(
    'cannot be bettered, also where classes are apart or features are the same (%s)',
    async (index) => {
      const random = randomFrom(5, index);
      const features = random.integer(0, 8);
      const count = random.integer(2, 200);
      const penalty = random.pick([0.1, 1, 10]);
      const apart = random.chance(0.5);
      const rows = Array.from({ length: count }, () => {
        const row = Float64Array.from({ length: features }, () =>
          random.chance(0.3) ? 0 : random.next() * 8 - 4,
        );
        if (features > 1) row[1] = row[0] ?? 0;
        return row;
      });
      const isPositive = rows.map((row) => (apart && features > 0 ? (row[0] ?? 0) > 0 : random.chance(0.4)));
      const { intercept, weights } = await fitted({ rows, isPositive }, penalty);
      const wrong = rows.map((row, place) => {
        const z = weights.reduce((sum, weight, at) => sum + weight * (row[at] ?? 0), intercept);
        return logistic(z) - (isPositive[place] ? 1 : 0);
      });
      const slopes = weights.map(
        (weight, at) =>
          penalty * weight + wrong.reduce((sum, by, place) => sum + by * (rows[place]?.[at] ?? 0), 0),
      );
      for (const slope of slopes) expect(slope).toBeCloseTo(0, 4);
      const mixed = isPositive.includes(true) && isPositive.includes(false);
      if (mixed) expect(wrong.reduce((sum, by) => sum + by, 0)).toBeCloseTo(0, 4);
    },
  );
});
