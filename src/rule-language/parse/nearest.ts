/** The name that was probably meant: the nearest by edits, or none when nothing is near. */

const longestSuggested = 60;

/** The nearest of `names`, ignoring case, if it is near enough to be worth asking about. */
export function nearest(written: string, names: Iterable<string>): string | undefined {
  if (written.length > longestSuggested) return undefined;
  const wanted = written.toLowerCase();
  let best: string | undefined;
  let fewest = Math.floor(Math.max(3, written.length) / 3) + 1;
  for (const name of names) {
    if (name.length > longestSuggested || Math.abs(name.length - written.length) >= fewest) continue;
    const edits = editsBetween(wanted, name.toLowerCase());
    if (edits < fewest) {
      best = name;
      fewest = edits;
    }
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one text into the other. */
function editsBetween(from: string, to: string): number {
  let older: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = at(previous, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped =
        from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? at(older, j - 2) + 1 : Infinity;
      current.push(Math.min(replaced, swapped, at(previous, j) + 1, at(current, j - 1) + 1));
    }
    older = previous;
    previous = current;
  }
  return at(previous, to.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
