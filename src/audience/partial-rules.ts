/** Rules made of parts of a rule: up to one of its nodes, and without one. */

import type { Checked, CheckedGroup } from '../rule-language/checked.js';

/** The nodes of a rule, each before those inside it; the root first. */
export const nodesOf = (node: Checked): Checked[] =>
  node.kind === 'group' ? [node, ...node.rules.flatMap(nodesOf)] : [node];

/** The rule as it reads up to the end of `node`: what comes after is left out. */
export function upTo(rule: Checked, node: Checked): Checked {
  if (rule === node || rule.kind !== 'group') return rule;
  const last = rule.rules.find((part) => holds(part, node));
  if (!last) return rule;
  return withRules(rule, [...rule.rules.slice(0, rule.rules.indexOf(last)), upTo(last, node)]);
}

/** The rule as if `node` were deleted, with every group that would be empty then: everyone, where nothing is left. */
export const without = (rule: Checked, node: Checked): Checked =>
  left(rule, node) ?? { kind: 'everyone', at: '' };

function left(rule: Checked, node: Checked): Checked | undefined {
  if (rule === node) return undefined;
  if (rule.kind !== 'group' || !holds(rule, node)) return rule;
  const rules = rule.rules.flatMap((part) => left(part, node) ?? []);
  return rules.length > 0 ? withRules(rule, rules) : undefined;
}

const holds = (rule: Checked, node: Checked): boolean =>
  rule === node || (rule.kind === 'group' && rule.rules.some((part) => holds(part, node)));

const withRules = (group: CheckedGroup, rules: readonly Checked[]): CheckedGroup => ({ ...group, rules });

/** Two rules made of parts of the same rule that have the same signature mean the same. */
export function signature(rule: Checked): string {
  if (rule.kind !== 'group') return rule.kind === 'everyone' ? '*' : rule.at;
  const [only, ...others] = rule.rules.map(signature);
  const { match } = rule;
  if (only !== undefined && others.length === 0 && (match === 'all' || match === 'any')) return only;
  return `${typeof match === 'string' ? match : match.at_least}(${[only, ...others].join(' ')})`;
}
