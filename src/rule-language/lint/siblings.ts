/** Rules beside each other in a group: said twice, deciding for each other, or ranked among everybody. */

import type { Checked, CheckedGroup } from '../checked.js';
import { keyOfNode, keyOfOperand } from './keys.js';
import type { Oddity } from './oddity.js';
import { choiceOf, type Prover } from './proof.js';
import { verdictOf } from './verdicts.js';

export function besideEachOther(group: CheckedGroup, prover: Prover): Oddity[] {
  const rules = group.rules.filter((rule) => verdictOf(rule, prover) === undefined);
  const pairs = rules.flatMap((rule, index) => rules.slice(index + 1).map((later) => [rule, later] as const));
  return [...pairs.flatMap(([rule, later]) => compared(rule, later, group, prover)), ...rankedAmong(group)];
}

function compared(rule: Checked, later: Checked, group: CheckedGroup, prover: Prover): Oddity[] {
  if (keyOfNode(rule) === keyOfNode(later)) return [{ code: 'lint.duplicate', node: later, with: [rule] }];
  const idle = idleOf(rule, later, group, prover);
  return idle ? [{ code: 'lint.subsumed', node: idle, with: [idle === rule ? later : rule] }] : [];
}

/** The one of two conditions on the same value that makes no difference beside the other. */
function idleOf(rule: Checked, later: Checked, group: CheckedGroup, prover: Prover): Checked | undefined {
  if (!onSameValue(rule, later)) return undefined;
  const { atLeast, of } = choiceOf(group);
  const holds = of[0]?.holds ?? true;
  const implies = (one: Checked, other: Checked): boolean =>
    prover.contradict({ node: one, holds }, { node: other, holds: !holds });
  if (atLeast === of.length) return implies(rule, later) ? later : implies(later, rule) ? rule : undefined;
  if (atLeast > 1) return undefined;
  return implies(later, rule) ? later : implies(rule, later) ? rule : undefined;
}

const onSameValue = (a: Checked, b: Checked): boolean =>
  a.kind === 'condition' && b.kind === 'condition' && keyOfOperand(a.operand) === keyOfOperand(b.operand);

const ranks: ReadonlySet<string> = new Set(['in_top', 'in_bottom', 'in_top_percent', 'in_bottom_percent']);
const isRank = (node: Checked): boolean => node.kind === 'condition' && ranks.has(node.test.operator);

function rankedAmong({ match, rules }: CheckedGroup): Oddity[] {
  const others = rules.filter((rule) => !isRank(rule));
  if (match !== 'all' || others.length === 0) return [];
  return rules.filter(isRank).map((node) => ({ code: 'lint.ranks-everyone', node, with: others }));
}
