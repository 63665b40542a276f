/** The tails of the normal distribution: how often chance alone strays so far. */

/**
 * The probability that a standard normal value is at least as far from 0 as `z`, on either side. By Marsaglia's series
 * near 0 and Laplace's continued fraction far from it; to twelve digits.
 */
export function beyond(z: number): number {
  const distance = Math.abs(z);
  const density = Math.exp((-distance * distance) / 2) / Math.sqrt(2 * Math.PI);
  return distance < 3 ? 1 - 2 * density * series(distance) : 2 * density * fraction(distance);
}

/** z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + … */
function series(z: number): number {
  let sum = 0;
  for (let term = z, odd = 1; term > sum * 1e-17; odd += 2, term *= (z * z) / odd) sum += term;
  return sum;
}

/** 1/(z + 1/(z + 2/(z + 3/(z + …)))) */
function fraction(z: number): number {
  let below = z;
  for (let step = 100; step >= 1; step--) below = z + step / below;
  return 1 / below;
}
