/** The lock under which the members of a segment are reckoned and written: one calculation at a time, and no erasure meanwhile. */

/** An expression of SQL, over one that gives the segment's id as a text. */
export const refreshLock = (segment: string): string =>
  `hashtextextended('refresh of segment ' || ${segment}, 0)`;
