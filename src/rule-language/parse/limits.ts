/** The limits that depend on meaning: how deep groups nest, and how many conditions a rule has. */

import { type Place, rootPlace } from './place.js';
import { type Reading, report, type Scope } from './reading.js';

const deepest = 8;
const mostConditions = 200;

/** The scope inside a group at `place`. */
export function enterGroup(reading: Reading, place: Place, scope: Scope): Scope | undefined {
  const depth = scope.depth + 1;
  return depth > deepest ? report(reading, place, 'rule.too-deep') : { ...scope, depth };
}

/** Says once that there are too many; the rest is not read, so that a huge rule costs little. */
export function countCondition(reading: Reading): boolean {
  reading.tally.conditions += 1;
  if (reading.tally.conditions === mostConditions + 1) report(reading, rootPlace, 'rule.too-many-conditions');
  return reading.tally.conditions <= mostConditions;
}
