/** A sequence that waits only so long for its reader to come back for more. */

/** @param giveUp called where the reader has not asked for the next item within so many milliseconds */
export async function* takenWithin<Item>(
  patience: number,
  items: AsyncIterable<Item>,
  giveUp: () => void,
): AsyncGenerator<Item> {
  for await (const item of items) {
    const late = setTimeout(giveUp, patience);
    try {
      yield item;
    } finally {
      clearTimeout(late);
    }
  }
}
