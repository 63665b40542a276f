/** Sets of whole numbers as bits: what they have in common is counted 32 members at a time. */

/** Collects numbers; asked for its bits when all are in. */
export class BitsetBuilder {
  private bits = new Uint32Array(1024);
  private words = 0;

  add(number: number): void {
    const word = number >>> 5;
    if (word >= this.bits.length) this.grow(word + 1);
    if (word >= this.words) this.words = word + 1;
    this.bits[word] = (this.bits[word] ?? 0) | (1 << (number & 31));
  }

  /** No longer than they need be. */
  done(): Uint32Array {
    return this.bits.slice(0, this.words);
  }

  private grow(words: number): void {
    const wider = new Uint32Array(Math.max(words, this.bits.length * 2));
    wider.set(this.bits);
    this.bits = wider;
  }
}

/** How many bits of a word are set. */
function ones(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

export function sizeOf(set: Uint32Array): number {
  let count = 0;
  for (const word of set) count += ones(word);
  return count;
}

export function commonTo(a: Uint32Array, b: Uint32Array): number {
  const words = Math.min(a.length, b.length);
  let count = 0;
  for (let word = 0; word < words; word++) count += ones((a[word] ?? 0) & (b[word] ?? 0));
  return count;
}

/**
 * For every choice of the sets, how many are in all of those and in no other. A choice is a number whose bit `n` stands
 * for the set at place `n`; that of none counts nobody.
 */
export function exclusiveCounts(sets: readonly Uint32Array[]): number[] {
  const choices = 2 ** sets.length;
  const counts = new Array<number>(choices).fill(0);
  const words = Math.max(0, ...sets.map(({ length }) => length));
  for (let word = 0; word < words; word++)
    for (let choice = 1; choice < choices; choice++)
      counts[choice] = (counts[choice] ?? 0) + ones(inAllOf(sets, choice, word));
  return counts;
}

/** The members in one word who are in exactly the sets of a choice. */
function inAllOf(sets: readonly Uint32Array[], choice: number, word: number): number {
  let members = -1;
  for (let place = 0; place < sets.length && members !== 0; place++) {
    const there = sets[place]?.[word] ?? 0;
    members &= (choice >>> place) & 1 ? there : ~there;
  }
  return members;
}
