/** The lock under which the members of a segment are reckoned and written: one calculation at a time, and no erasure meanwhile. */

/** An expression of SQL, over one that gives the segment's id as a text. */
export const refreshLock = (segment: string): string =>
  `hashtextextended('refresh of segment ' || ${segment}, 0)`;

/**
 * The lock of whoever pins, before they lock the segment's row; batches share it, so that nobody is pinned between their
 * look at the pins and their writing. Full runs do without: whoever pins does not wait for those.
 */
export const pinsLock = (segment: string): string => `hashtextextended('pins of segment ' || ${segment}, 0)`;
