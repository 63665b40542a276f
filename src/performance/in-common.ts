/** How much two groups share. */

/** How many there are in each, and in both. */
export interface Counts {
  readonly a: number;
  readonly b: number;
  readonly both: number;
}

export interface CommonMembers {
  /** In both, and in at least one. */
  readonly intersection: number;
  readonly union: number;
  /** Intersection by union, 0 to 1; 0 where both are empty. */
  readonly jaccard: number;
  /** How much of each is in the other, 0 to 1; 0 where it is empty. */
  readonly share_of_a: number;
  readonly share_of_b: number;
}

export function inCommon({ a, b, both }: Counts): CommonMembers {
  const union = a + b - both;
  return {
    intersection: both,
    union,
    jaccard: shareOf(both, union),
    share_of_a: shareOf(both, a),
    share_of_b: shareOf(both, b),
  };
}

/** 0 to 1; 0 of nothing. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
