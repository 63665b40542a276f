/**
 * Proves that conditions cannot all hold at once. What it says is sure; what it does not say may still be so. A group
 * is “at least k of these”, and so is its negation, which leaves a single case to prove.
 */

import type { Checked, CheckedGroup, Condition, Membership } from '../checked.js';
import { constraintOf } from './constraints.js';
import { domainOf, isWhole } from './domains.js';
import { keyOfNode } from './keys.js';
import { intersection, isEmpty, type Values } from './values.js';

/** A node, or its complement. */
export interface Claim {
  readonly node: Checked;
  readonly holds: boolean;
}

export interface Choice {
  readonly atLeast: number;
  readonly of: readonly Claim[];
}

/** What a group asks for. */
export function choiceOf({ match, rules }: CheckedGroup, holds = true): Choice {
  const inverted = match === 'none' || match === 'not_all';
  const needed =
    typeof match === 'object' ? match.at_least : match === 'all' || match === 'none' ? rules.length : 1;
  const atLeast = holds ? needed : rules.length - needed + 1;
  return { atLeast, of: rules.map((node) => ({ node, holds: holds !== inverted })) };
}

/** Each proof may look at so many sets of claims; past that, nothing is said. */
const mostSteps = 3_000;

export class Prover {
  private steps = 0;

  /** No record can meet all of them. */
  contradict(...claims: readonly Claim[]): boolean {
    this.steps = 0;
    return this.cannotAll(claims);
  }

  private cannotAll(claims: readonly Claim[]): boolean {
    this.steps += 1;
    if (this.steps > mostSteps) return false;
    const { single, choices } = unfolded(claims);
    if (this.clash(single)) return true;
    return choices.some(
      ({ atLeast, of }) => of.filter((claim) => !this.cannotAll([...single, claim])).length < atLeast,
    );
  }

  /** Claims about single conditions that exclude each other. */
  private clash(claims: readonly Claim[]): boolean {
    const said = new Map<string, boolean>();
    for (const claim of claims.flatMap(implied)) {
      if (claim.node.kind === 'everyone' && !claim.holds) return true;
      const key = keyOfNode({ ...claim.node, negated: false } as Checked);
      const holds = claim.holds !== isNegated(claim.node);
      if (said.get(key) === !holds) return true;
      said.set(key, holds);
    }
    return this.valueless(claims);
  }

  /** No value, and not a missing one either, is left for some operand. */
  private valueless(claims: readonly Claim[]): boolean {
    const byOperand = new Map<string, Claim[]>();
    for (const claim of claims) {
      if (claim.node.kind !== 'condition') continue;
      const { key } = constraintOf(claim.node, claim.holds);
      byOperand.set(key, [...(byOperand.get(key) ?? []), claim]);
    }
    return [...byOperand.values()].some((some) => this.nothingLeft(some));
  }

  private nothingLeft(claims: readonly Claim[]): boolean {
    const constraints = claims.map(({ node, holds }) => constraintOf(node as Condition, holds));
    const operand = constraints[0]?.operand;
    if (!operand) return false;
    const domain = domainOf(
      operand,
      (where) => where !== undefined && this.cannotAll([{ node: where, holds: true }]),
    );
    if (domain.missing && constraints.every(({ missing }) => missing)) return false;
    const left = new Map<string, Values>();
    for (const { scale, values } of [domain, ...constraints]) {
      if (!scale || !values) continue;
      const known = left.get(scale);
      const rest = known ? intersection(known, values) : values;
      if (isEmpty(rest, isWhole(scale, operand))) return true;
      left.set(scale, rest);
    }
    return false;
  }
}

const isNegated = (node: Checked): boolean => 'negated' in node && node.negated;

/** Single conditions, and the choices that groups leave. */
function unfolded(claims: readonly Claim[]): { single: Claim[]; choices: Choice[] } {
  const single: Claim[] = [];
  const choices: Choice[] = [];
  for (const { node, holds } of claims) {
    if (node.kind !== 'group') {
      single.push({ node, holds });
      continue;
    }
    const choice = choiceOf(node, holds);
    if (choice.atLeast < choice.of.length) choices.push(choice);
    else {
      const inner = unfolded(choice.of);
      single.push(...inner.single);
      choices.push(...inner.choices);
    }
  }
  return { single, choices };
}

/** Whoever joined lately, or long ago, is a member; whoever left is none, and has been one. */
const implications: Readonly<Record<string, readonly (readonly [operator: string, holds: boolean])[]>> = {
  is_member: [['ever_member', true]],
  joined_within_last: [
    ['is_member', true],
    ['ever_member', true],
  ],
  member_for_at_least: [
    ['is_member', true],
    ['ever_member', true],
  ],
  left_within_last: [
    ['is_member', false],
    ['ever_member', true],
  ],
};

function implied(claim: Claim): Claim[] {
  const { node, holds } = claim;
  if (node.kind !== 'membership' || holds === node.negated) return [claim];
  const follows = implications[node.test.operator] ?? [];
  return [
    claim,
    ...follows.map(([operator, holds]) => ({
      node: { ...node, negated: false, test: { operator } } as Membership,
      holds,
    })),
  ];
}
