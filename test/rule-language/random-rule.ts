/** Random rules, valid by the contract and drawn toward the values of a world, so that they match some of it. */

import type { Vocabulary } from '../../src/rule-language/field.js';
import type { Rule } from '../../src/rule-language/rule.js';
import type { Clock, World } from './oracle/matching.js';
import { oracleFor } from './oracle/matching.js';
import type { Random } from './random.js';
import { randomNode } from './random-rule/groups.js';

export { shrink } from './random-rule/shrink.js';

export interface RandomRuleOptions {
  /** Where its values come from, and the clock its durations reach from. */
  readonly world: World;
  readonly clock: Clock;
  /** How deep groups, `where` and `satisfying` may lie inside one another; 6 at most. */
  readonly depth?: number;
  /** About how many conditions at most. */
  readonly conditions?: number;
}

/** A canonical rule document about the subject; the same for the same state of `random`. */
export function randomRule(
  random: Random,
  subject: string,
  vocabulary: Vocabulary,
  { world, clock, depth = 4, conditions = 12 }: RandomRuleOptions,
): Rule {
  const oracle = oracleFor(subject, vocabulary, world, clock);
  const { universe } = oracle;
  const { record } = universe.subject;
  return randomNode({
    random,
    oracle,
    place: { record },
    sample: { row: random.pick(universe.rows(record)) },
    depth: Math.min(depth, 6),
    budget: { conditions, ids: 0 },
  });
}
