/** Chance that repeats itself: the same seed and index give the same case again, on every machine. */

export interface Random {
  /** From 0 up to, but not, 1. */
  next(): number;
  /** A whole number, both ends in. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Some of the items, in their order, at least one. */
  some<T>(items: readonly T[]): T[];
  /** One of the makers, as often as its weight says. */
  weighted<T>(makers: readonly (readonly [weight: number, make: () => T])[]): T;
}

/** The mulberry32 generator, seeded by both numbers well mixed. */
export function randomFrom(seed: number, index = 0): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return drawingFrom(next);
}

function drawingFrom(next: () => number): Random {
  const integer = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const chance = (probability: number): boolean => next() < probability;
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('Nothing to pick from');
    return items[integer(0, items.length - 1)] as T;
  };
  const some = <T>(items: readonly T[]): T[] => {
    const chosen = items.filter(() => chance(0.5));
    return chosen.length > 0 ? chosen : [pick(items)];
  };
  const weighted = <T>(makers: readonly (readonly [number, () => T])[]): T => {
    let rest = next() * makers.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, make] of makers) {
      if (rest < weight) return make();
      rest -= weight;
    }
    throw new Error('Nothing to choose from');
  };
  return { next, integer, chance, pick, some, weighted };
}
