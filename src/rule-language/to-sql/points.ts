/** Distance in SQL: a bounding box that an index can answer, then haversine rounded to the metre. */

import type { Test } from '../checked.js';
import type { Expression } from './parts.js';
import { type Predicate, partial } from './parts.js';
import { and, or, type Sql, sql } from './sql.js';

/** The mean radius of the earth, in kilometres. */
const earthRadius = 6371.0088;

interface Box {
  readonly south: number;
  readonly north: number;
  /** West and east of each piece; two where the box crosses the antimeridian. */
  readonly pieces: readonly (readonly [number, number])[];
}

export function withinRadius(
  left: Expression,
  test: Extract<Test, { operator: 'within_radius' }>,
): Predicate {
  if (!left.point) throw new Error('Only a point has a distance.');
  const { latitude, longitude } = left.point;
  const box = boxAround(Number(test.latitude), Number(test.longitude), Number(test.kilometres));
  const inBox = and([
    between(latitude, [box.south, box.north]),
    sql`(${or(box.pieces.map((piece) => between(longitude, piece)))})`,
  ]);
  const metres = distance(latitude, longitude, test);
  // The CASE keeps the trigonometry from infinite coordinates, whatever order the conditions run in.
  return partial(
    sql`${inBox} and case when ${inBox} then ${metres} <= (${test.kilometres}::numeric * 1000)::float8 end`,
  );
}

/** As numeric, so that an index on a numeric column can answer as well as one on a double. */
const between = (coordinate: Sql, [low, high]: readonly [number, number]): Sql =>
  sql`${coordinate} between ${String(low)}::numeric and ${String(high)}::numeric`;

function distance(latitude: Sql, longitude: Sql, centre: { latitude: string; longitude: string }): Sql {
  const lat = sql`${latitude}::float8`;
  const sine = (angle: Sql): Sql => sql`power(sin(radians(${angle}) / 2), 2)`;
  const half = sql`${sine(sql`${lat} - ${centre.latitude}::float8`)} + cos(radians(${centre.latitude}::float8)) * cos(radians(${lat})) * ${sine(sql`${longitude}::float8 - ${centre.longitude}::float8`)}`;
  return sql`round(2000 * ${earthRadius}::float8 * asin(least(1, sqrt(${half}))))`;
}

const degrees = (radians: number): number => (radians * 180) / Math.PI;
const radians = (angle: number): number => (angle * Math.PI) / 180;

/** A box that holds the circle, a metre wider than it for the rounding, clipped at the poles. */
function boxAround(latitude: number, longitude: number, kilometres: number): Box {
  const angle = (kilometres + 0.001) / earthRadius;
  const south = latitude - degrees(angle);
  const north = latitude + degrees(angle);
  const everyLongitude: Box['pieces'] = [[-180, 180]];
  if (south <= -90 || north >= 90)
    return { south: Math.max(south, -90), north: Math.min(north, 90), pieces: everyLongitude };
  // Short of the poles it is below 1, but for rounding.
  const ratio = Math.min(Math.sin(angle) / Math.cos(radians(latitude)), 1);
  const width = degrees(Math.asin(ratio));
  return { south, north, pieces: piecesOf(longitude - width, longitude + width) };
}

function piecesOf(west: number, east: number): Box['pieces'] {
  if (west < -180)
    return [
      [west + 360, 180],
      [-180, east],
    ];
  if (east > 180)
    return [
      [west, 180],
      [-180, east - 360],
    ];
  return [[west, east]];
}
