/** A rule as rows: one for each of its nodes. */

import type { Checked } from '../rule-language/checked.js';
import type { Rule } from '../rule-language/rule.js';
import { fieldsUsed } from './fields-used.js';
import { joinOf, nodesIn, type PlacedNode, withIds } from './rule-nodes.js';
import type { SegmentRuleRow } from './segment-rule.entity.js';
import type { NewSegmentRule } from './segment-rules.repository.js';

/** What a node shows of itself, and the node whole. */
export interface ShownNode extends SegmentRuleRow {
  /** The node as it stands in the rule. */
  readonly rule: Rule;
}

/** Every node of a segment's rule, each before those inside it. */
export const shownNodes = (rule: Rule, segment: string): ShownNode[] =>
  nodesIn(withIds(rule, segment)).map((placed) => ({
    ...rowOf(placed),
    rule: placed.node as unknown as Rule,
  }));

/** The rows of a segment's rule. */
export function rowsOf(rule: Rule, checked: Checked, segment: string): NewSegmentRule[] {
  const used = fieldsUsed(checked);
  return nodesIn(withIds(rule, segment)).map((placed) => ({
    ...rowOf(placed),
    uses: [...(used.get(placed.path) ?? [])],
  }));
}

const rowOf = ({ node, path, position, parent }: PlacedNode): SegmentRuleRow => ({
  id: String(node.id),
  parent_id: parent ? String(parent.id) : null,
  path,
  position,
  logical_operator: joinOf(parent),
  field: textOf(node.field ?? node.related),
  operator: textOf(node.operator),
  value: node.value ?? null,
});

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
