/** Nodes that are sure to hold of everybody, or of nobody. */

import type { Checked, CheckedGroup } from '../checked.js';
import type { Oddity } from './oddity.js';
import { choiceOf, type Prover } from './proof.js';

export type Verdict = 'never' | 'always' | undefined;

export function verdictOf(node: Checked, prover: Prover): Verdict {
  if (prover.contradict({ node, holds: true })) return 'never';
  return prover.contradict({ node, holds: false }) ? 'always' : undefined;
}

/** Said where it arises: not of a group that has its verdict from one of its rules. */
export function sureThings(node: Checked, prover: Prover): Oddity[] {
  const verdict = node.kind === 'everyone' ? undefined : verdictOf(node, prover);
  if (!verdict) return [];
  if (node.kind !== 'group') return [{ code: `lint.${verdict}`, node }];
  if (followsFromRules(node, verdict, prover)) return [];
  if (verdict === 'always') return [{ code: 'lint.always', node }];
  return [{ code: 'lint.contradiction', node, with: clashing(node, prover) }];
}

function followsFromRules(group: CheckedGroup, verdict: Verdict, prover: Prover): boolean {
  const { atLeast, of } = choiceOf(group);
  const sure = of.map((claim) => {
    const known = verdictOf(claim.node, prover);
    return known === undefined ? undefined : (known === 'always') === claim.holds;
  });
  const met = sure.filter((holds) => holds === true).length;
  const failed = sure.filter((holds) => holds === false).length;
  return verdict === 'always' ? met >= atLeast : of.length - failed < atLeast;
}

/** The first two that exclude each other, or all of them. */
function clashing(group: CheckedGroup, prover: Prover): readonly Checked[] {
  const { of } = choiceOf(group);
  for (const [index, claim] of of.entries()) {
    const other = of.slice(index + 1).find((later) => prover.contradict(claim, later));
    if (other) return [claim.node, other.node];
  }
  return group.rules;
}
