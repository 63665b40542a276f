/** Points on the sphere: haversine distance, rounded to the metre. */

import type { RadiusDocument } from '../../../src/rule-language/rule.js';
import type { Meaning } from './meaning.js';
import { anyValue } from './meaning.js';
import type { Rational } from './rational.js';
import { compare, decimal, multiply, whole } from './rational.js';
import type { PointValue } from './values.js';

const earthRadiusMetres = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** In metres, not yet rounded. */
export function haversine(a: Coordinates, b: Coordinates): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2);
  const east = Math.sin(radians(b.longitude - a.longitude) / 2);
  const h = north * north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east * east;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(h)));
}

export type Coordinates = Pick<PointValue, 'latitude' | 'longitude'>;

export const withinRadius: Meaning = anyValue(({ value }) => {
  const { latitude, longitude, kilometres } = value as RadiusDocument;
  const centre = { latitude: Number(latitude), longitude: Number(longitude) };
  const metres: Rational = multiply(decimal(kilometres), whole(1000));
  return (point) => {
    if (point.kind !== 'point') throw new Error(`No point: ${point.kind}`);
    return compare(whole(Math.round(haversine(centre, point))), metres) <= 0;
  };
});
