/** One page of a list. */

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Of the whole list. */
  readonly total: number;
  /** Leads to the next page; null on the last. */
  readonly next_cursor: string | null;
}
