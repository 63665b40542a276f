/** Random circles whose edge runs through, or a metre beside, a point that occurs. */

import type { RadiusDocument } from '../../../src/rule-language/rule.js';
import { places } from '../hostile-world/pools.js';
import type { Coordinates } from '../oracle/distance.js';
import { haversine } from '../oracle/distance.js';
import type { Value } from '../oracle/values.js';
import type { Spot } from './spot.js';

const centres: readonly Coordinates[] = places
  .filter(([latitude, longitude]) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
  .map(([latitude, longitude]) => ({ latitude, longitude }));

/** Near the far side of the earth the formula loses metres: no edge lies there. */
const farthest = 19_000_000;
const everywhere = 21_000;

export function radius({ random }: Spot, sample: Value | undefined): RadiusDocument {
  const centre = random.pick(centres);
  const usual = () => random.pick([0.001, 1, 12.5, 50, 500, 5000, everywhere]);
  const kilometres =
    sample?.kind === 'point' && random.chance(0.75) ? edgeNear(random, centre, sample) : usual();
  return { ...centre, kilometres: random.chance(0.2) ? String(kilometres) : kilometres };
}

function edgeNear(random: Spot['random'], centre: Coordinates, point: Coordinates): number {
  const exact = haversine(centre, point);
  const metres = Math.round(exact);
  const isOnEdge = Math.abs(Math.abs(exact - metres) - 0.5) < 1e-6;
  if (metres > farthest || isOnEdge) return everywhere;
  return Math.max(1, metres + random.pick([0, 0, 0, 1, -1, 1000])) / 1000;
}
