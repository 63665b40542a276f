/** Sets of numbers as bits, against sets of numbers. */

import { describe, expect, it } from '@jest/globals';
import { BitsetBuilder, commonTo, exclusiveCounts, sizeOf } from '../../../src/performance/overlap/bitset.js';
import { randomFrom } from '../../rule-language/random.js';

function bitsOf(numbers: Iterable<number>): Uint32Array {
  const builder = new BitsetBuilder();
  for (const number of numbers) builder.add(number);
  return builder.done();
}

describe('a bitset', () => {
  it.each([
    ['nobody', [], 0],
    ['the first', [0], 1],
    ['the last bit of a word', [31], 1],
    ['the first bit of the next word', [32], 1],
    ['the same one twice', [7, 7], 1],
    ['a whole word', Array.from({ length: 32 }, (_none, n) => n), 32],
    ['somebody far away', [3_000_000], 1],
  ])('has %s', (_what, numbers, size) => {
    expect(sizeOf(bitsOf(numbers))).toBe(size);
  });

  it.each(Array.from({ length: 40 }, (_none, index) => index))(
    'counts what random sets have in common, and what each has alone (%s)',
    (index) => {
      const random = randomFrom(2026, index);
      const people = random.pick([1, 31, 64, 500, 40_000]);
      const sets = Array.from({ length: random.integer(1, 6) }, () => {
        const density = random.pick([0, 0.01, 0.5, 1]);
        const numbers = Array.from({ length: people }, (_none, number) => number);
        return new Set(numbers.filter(() => random.chance(density)));
      });
      const bits = sets.map(bitsOf);
      for (const [place, one] of sets.entries())
        for (const [other, another] of sets.entries()) {
          const common = [...one].filter((number) => another.has(number)).length;
          expect(commonTo(bits[place] ?? bitsOf([]), bits[other] ?? bitsOf([]))).toBe(common);
        }
      const wanted = new Array(2 ** sets.length).fill(0);
      for (let number = 0; number < people; number++) {
        const choice = sets.reduce((sum, set, place) => sum + (set.has(number) ? 2 ** place : 0), 0);
        if (choice > 0) wanted[choice] += 1;
      }
      expect(exclusiveCounts(bits)).toEqual(wanted);
    },
  );
});
