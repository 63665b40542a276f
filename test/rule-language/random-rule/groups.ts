/** Random groups: how many of their rules must hold, and which of them are disabled. */

import type { Group, Match, Rule } from '../../../src/rule-language/rule.js';
import { fieldCondition, relatedCondition, segmentCondition } from './conditions.js';
import type { Spot } from './spot.js';
import { deeper, isRoot } from './spot.js';

export function randomGroup(spot: Spot): Group {
  const inner = deeper(spot);
  const size = spot.random.weighted([
    [5, () => 1],
    [4, () => 2],
    [2, () => 3],
    [1, () => 4],
  ]);
  const enabled = Array.from({ length: size }, () => randomNode(inner));
  const rules = spot.random.chance(0.06) ? [...enabled, disabledNode(inner)] : enabled;
  return marked(spot, { match: randomMatch(spot, enabled.length), rules });
}

function randomMatch({ random }: Spot, size: number): Match {
  return random.weighted<Match>([
    [4, () => 'all'],
    [3, () => 'any'],
    [1, () => 'none'],
    [1, () => 'not_all'],
    [1, () => ({ at_least: random.integer(1, size) })],
  ]);
}

/** A rule that is kept as written: not even its names need to exist. */
function disabledNode(spot: Spot): Rule {
  const written = spot.random.chance(0.5)
    ? fieldCondition(spot)
    : ({ field: 'no.such.field', operator: 'equals', value: 'anything' } as const);
  return { ...written, disabled: true };
}

/** Any node of a rule; groups as far as the depth goes, segments only about the subject itself. */
export function randomNode(spot: Spot): Rule {
  const { random, budget } = spot;
  budget.conditions -= 1;
  const segments = isRoot(spot) ? segmentsOf(spot) : [];
  const mayNest = spot.depth > 0 && budget.conditions > 0;
  return marked(
    spot,
    random.weighted<Rule>([
      [5, () => fieldCondition(spot)],
      [mayNest ? 4 : 1, () => relatedCondition(spot) ?? fieldCondition(spot)],
      [mayNest ? 4 : 0, () => randomGroup(spot)],
      [segments.length > 0 ? 0.8 : 0, () => segmentCondition(spot, segments)],
      [0.1, () => ({ everyone: true })],
    ]),
  );
}

const segmentLists = new WeakMap<object, readonly (string | { readonly template: string })[]>();

/** Those of the ledger, and the templates of the world. */
function segmentsOf({ oracle }: Spot) {
  const { universe } = oracle;
  const known = segmentLists.get(universe);
  if (known !== undefined) return known;
  const ids = new Set(universe.stays().map((row) => String(row.segment_id)));
  const templates = [...(universe.world.templates?.keys() ?? [])].map((template) => ({ template }));
  const segments = [...[...ids].sort(), ...templates];
  segmentLists.set(universe, segments);
  return segments;
}

/** Ids and labels mean nothing to the meaning. */
function marked<T extends Rule>({ random, budget }: Spot, node: T): T {
  if (node.id !== undefined || !random.chance(0.05)) return node;
  budget.ids += 1;
  return { ...node, id: `n${budget.ids}`, label: random.pick(['a label', "'); drop table", '👩‍👩‍👧']) };
}
