/** Whether two rules are the same but for the ids of their nodes, which are given when they are first needed. */

import { isDeepStrictEqual } from 'node:util';
import type { Rule } from '../rule-language/rule.js';
import { isNode, nodeOf, type RuleNode } from './rule-nodes.js';

export const sameNode = (a: RuleNode, b: RuleNode): boolean =>
  isDeepStrictEqual(withoutIds(a), withoutIds(b));

export const sameRule = (a: Rule | null, b: Rule | null): boolean =>
  a === null || b === null ? a === b : sameNode(nodeOf(a), nodeOf(b));

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (!isNode(value)) return value;
  const kept = Object.entries(value).filter(([key, part]) => key !== 'id' && part !== undefined);
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutIds(part)]));
}
