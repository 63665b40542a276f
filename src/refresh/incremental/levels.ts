/** The order in which segments are looked at: each after those that it reads. */

interface Reading {
  readonly segment: { readonly id: string };
  readonly needs: readonly string[];
}

/** By level; each of a level reads only some of the levels before it, or segments that are not among these. */
export function levelsOf<Segment extends Reading>(segments: readonly Segment[]): Segment[][] {
  const byId = new Map(segments.map((segment) => [segment.segment.id, segment]));
  const known = new Map<string, number>();
  const levelOf = ({ segment: { id }, needs }: Segment): number => {
    const level = known.get(id);
    if (level !== undefined) return level;
    const below = needs.flatMap((need) => byId.get(need) ?? []).map(levelOf);
    const found = Math.max(-1, ...below) + 1;
    known.set(id, found);
    return found;
  };
  const levels: Segment[][] = [];
  for (const segment of segments) {
    const level = levelOf(segment);
    while (levels.length <= level) levels.push([]);
    levels[level]?.push(segment);
  }
  return levels;
}
