/** The nodes of a rule one by one: where each stands, and by which id it goes. */

import { v5 as uuid } from 'uuid';
import type { Match, Rule } from '../rule-language/rule.js';

/** A group or a condition as JSON. */
export type RuleNode = Readonly<Record<string, unknown>>;

/** Where a node stands among others. */
export interface Spot {
  /** `rules[2].where.rules[0]`; the root is the empty text. */
  readonly path: string;
  readonly position: number;
  readonly parent: RuleNode | undefined;
}

export interface PlacedNode extends Spot {
  readonly node: RuleNode;
}

export const isNode = (value: unknown): value is RuleNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const nodeOf = (rule: Rule): RuleNode => rule as unknown as RuleNode;
export const ruleOf = (node: RuleNode): Rule => node as unknown as Rule;

/** What a node becomes; nothing, if it goes. */
export type Change = (node: RuleNode, spot: Spot) => RuleNode | undefined;

/** Groups that are not in a list stand under these keys: of a condition, and of a measure it is compared with. */
const innerGroups = ['where', 'satisfying'] as const;

/**
 * The node with each of those directly inside it changed. What is inside a disabled node is kept as it was written, and
 * is no business of ours.
 */
export function mapChildren(node: RuleNode, path: string, change: Change): RuleNode {
  if (node.disabled === true) return node;
  const changed: Record<string, unknown> = { ...node };
  if (Array.isArray(node.rules))
    changed.rules = node.rules.flatMap((child: unknown, position) =>
      isNode(child)
        ? (change(child, { path: pathTo(path, `rules[${position}]`), position, parent: node }) ?? [])
        : [],
    );
  mapInner(changed, node, path, change);
  if (Array.isArray(node.value))
    changed.value = node.value.map((end: unknown, index) =>
      mapMeasure(end, node, pathTo(path, `value[${index}]`), change),
    );
  else if ('value' in node) changed.value = mapMeasure(node.value, node, pathTo(path, 'value'), change);
  return changed;
}

function mapMeasure(value: unknown, parent: RuleNode, path: string, change: Change): unknown {
  if (!isNode(value) || typeof value.related !== 'string') return value;
  const changed = { ...value };
  mapInner(changed, parent, path, change);
  return changed;
}

function mapInner(holder: Record<string, unknown>, parent: RuleNode, path: string, change: Change): void {
  for (const key of innerGroups) {
    const group = holder[key];
    if (!isNode(group)) continue;
    const changed = change(group, { path: pathTo(path, key), position: 0, parent });
    if (changed) holder[key] = changed;
    else delete holder[key];
  }
}

export const pathTo = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** Every node, each before those inside it; the root first. */
export function nodesIn(root: RuleNode): PlacedNode[] {
  const found: PlacedNode[] = [];
  const visit = (node: RuleNode, spot: Spot): RuleNode => {
    found.push({ ...spot, node });
    return mapChildren(node, spot.path, visit);
  };
  visit(root, { path: '', position: 0, parent: undefined });
  return found;
}

/** The rule with every node changed, from the outside in. */
export function mapNodes(root: RuleNode, change: (node: RuleNode, spot: Spot) => RuleNode): RuleNode {
  const visit = (node: RuleNode, spot: Spot): RuleNode => mapChildren(change(node, spot), spot.path, visit);
  return visit(root, { path: '', position: 0, parent: undefined });
}

/**
 * The rule with an id on every node. One that has none is given the one that its segment and its place make, so that it
 * goes by the same id each time it is asked for, until an edit writes the ids down.
 */
export function withIds(rule: Rule, segment: string): RuleNode {
  const taken = new Set(idsIn(rule));
  return mapNodes(nodeOf(rule), (node, { path }) => {
    if (typeof node.id === 'string') return node;
    let id = uuid(path, segment);
    for (let n = 1; taken.has(id); n++) id = uuid(`${path} ${n}`, segment);
    taken.add(id);
    return { id, ...node };
  });
}

/** Also those inside disabled nodes, which count as well. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (!isNode(value)) return [];
  const own = typeof value.id === 'string' ? [value.id] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
}

/** How the rules of a group are joined, where that is one of the two words everybody knows. */
export function joinOf(parent: RuleNode | undefined): 'AND' | 'OR' | null {
  const match = parent?.match as Match | undefined;
  if (match === 'all' || match === 'not_all') return 'AND';
  return match === 'any' || match === 'none' ? 'OR' : null;
}
