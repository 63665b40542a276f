/** Edits of one node of a rule: what the rule is afterwards. Whether that can be meant is for the language to say. */

import { v7 as uuid } from 'uuid';
import {
  isNode,
  joinOf,
  mapChildren,
  mapNodes,
  nodesIn,
  type PlacedNode,
  type RuleNode,
  type Spot,
} from './rule-nodes.js';
import { type EditProblem, RuleEditError, RuleNodeNotFoundError } from './rules.errors.js';

/** Where a node goes. */
export interface Placement {
  /** A group; the whole rule, if not given. */
  readonly parent_id?: string | undefined;
  /** Among the rules of the group, from 0; the end, if not given. */
  readonly position?: number | undefined;
  /** How the rules of the group are joined: where there is only one so far, it decides. */
  readonly logical_operator?: 'AND' | 'OR' | undefined;
  /** What a row says itself of how it joins the one before it: the first of a group joins none, whatever it says. */
  readonly row_operator?: 'AND' | 'OR' | undefined;
}

/** How a node is to be joined that goes to this place among the rules of its group. */
const joinAt = ({ logical_operator, row_operator }: Placement, at: number): 'AND' | 'OR' | undefined =>
  logical_operator ?? (at > 0 ? row_operator : undefined);

/** @throws RuleNodeNotFoundError */
export function placedNode(root: RuleNode, id: string): PlacedNode {
  const found = nodesIn(root).find(({ node }) => node.id === id);
  if (!found) throw new RuleNodeNotFoundError(id);
  return found;
}

/** @throws RuleEditError */
export function withNode(root: RuleNode, node: RuleNode, placement: Placement): RuleNode {
  if (placement.parent_id !== undefined) {
    const parent = nodesIn(root).find(({ node }) => node.id === placement.parent_id);
    if (!parent)
      throw new RuleEditError({ path: 'parent_id', message: `There is no group “${placement.parent_id}”.` });
    return withMember(root, parent.node, node, placement);
  }
  if (Array.isArray(root.rules)) return withMember(root, root, node, placement);
  const match = joinAt(placement, placement.position ?? 1) === 'OR' ? 'any' : 'all';
  return withMember({ id: uuid(), match, rules: [root] }, undefined, node, placement);
}

/** `group` is the whole rule where none is given. */
function withMember(
  root: RuleNode,
  group: RuleNode | undefined,
  node: RuleNode,
  placement: Placement,
): RuleNode {
  const id = (group ?? root).id;
  return mapNodes(root, (candidate) =>
    candidate.id === id ? joined(candidate, node, placement) : candidate,
  );
}

function joined(group: RuleNode, node: RuleNode, placement: Placement): RuleNode {
  if (group.disabled === true)
    throw new RuleEditError({
      path: 'parent_id',
      message: 'The group is disabled, and so would be what is put into it: enable it first.',
    });
  if (!Array.isArray(group.rules))
    throw new RuleEditError({
      path: 'parent_id',
      message: 'This is a condition, not a group: replace it by a group with both.',
    });
  const rules: readonly unknown[] = group.rules;
  const at = placement.position ?? rules.length;
  if (at > rules.length)
    throw new RuleEditError({
      path: 'position',
      message: `With this one the group has ${counted(rules.length + 1)}: the position, from 0, is at most ${rules.length}.`,
    });
  const match = matchFor(group, rules.length, joinAt(placement, at));
  return { ...group, ...match, rules: rules.toSpliced(at, 0, node) };
}

const counted = (rules: number): string => (rules === 1 ? '1 rule' : `${rules} rules`);

function matchFor(group: RuleNode, rules: number, join: 'AND' | 'OR' | undefined): RuleNode {
  if (join === undefined || joinOf(group) === join) return {};
  if (rules <= 1 && (group.match === 'all' || group.match === 'any'))
    return { match: join === 'AND' ? 'all' : 'any' };
  const problem: EditProblem = {
    path: 'logical_operator',
    message: `The rules of this group are not joined by ${join}: leave it out, or add a group of its own with both.`,
  };
  throw new RuleEditError(problem);
}

/** The node replaced, or taken elsewhere, or both; it keeps its id. @throws RuleNodeNotFoundError, RuleEditError */
export function withReplaced(
  root: RuleNode,
  id: string,
  node: RuleNode | undefined,
  placement: Placement,
): RuleNode {
  const { node: old, parent, position } = placedNode(root, id);
  const wanted = { ...(node ?? old), id };
  const stays = placement.parent_id === undefined && placement.position === undefined;
  if (stays && joinAt(placement, position) === undefined)
    return mapNodes(root, (candidate) => (candidate === old ? wanted : candidate));
  if (!parent || !Array.isArray(parent.rules)) throw unmoved(stays);
  const parentId = String(parent.id);
  const to = {
    ...placement,
    parent_id: placement.parent_id ?? parentId,
    position: stays ? position : placement.position,
  };
  // Another node in its place joins the others as one that is added does: all of them, not those left without it.
  if (node && to.parent_id === parentId)
    matchFor(parent, parent.rules.length, joinAt(to, to.position ?? parent.rules.length - 1));
  return withNode(without(root, id), wanted, to);
}

const unmoved = (stays: boolean): RuleEditError =>
  stays
    ? new RuleEditError({
        path: 'logical_operator',
        message: 'This part of a rule joins no other: leave “logical_operator” out.',
      })
    : new RuleEditError({
        path: 'rule',
        message: 'This part of a rule stands where it must: it cannot move.',
      });

/** @throws RuleNodeNotFoundError, RuleEditError of the whole rule */
export function without(root: RuleNode, id: string): RuleNode {
  const { parent, node } = placedNode(root, id);
  if (!parent)
    throw new RuleEditError({
      path: 'rule',
      message: 'This is the whole rule: replace it, or make the segment static.',
    });
  const visit = (candidate: RuleNode, { path }: Spot): RuleNode | undefined =>
    candidate === node ? undefined : mapChildren(candidate, path, visit);
  return mapChildren(root, '', visit);
}

/** The rules of a group in another order. @throws RuleNodeNotFoundError, RuleEditError unless each is named once */
export function inOrder(root: RuleNode, parentId: string | undefined, order: readonly string[]): RuleNode {
  const group = parentId === undefined ? root : placedNode(root, parentId).node;
  const rules = (Array.isArray(group.rules) ? group.rules : []).filter(isNode);
  const byId = new Map(rules.map((rule) => [String(rule.id), rule]));
  const problems = order.flatMap((id, index): EditProblem[] => {
    if (!byId.has(id)) return [{ path: `order[${index}]`, message: `The group has no rule “${id}”.` }];
    return order.indexOf(id) < index ? [{ path: `order[${index}]`, message: 'It is named twice.' }] : [];
  });
  const missing = [...byId.keys()].filter((id) => !order.includes(id));
  if (missing.length > 0)
    problems.push({ path: 'order', message: `It leaves out ${missing.map((id) => `“${id}”`).join(', ')}.` });
  if (problems.length > 0) throw new RuleEditError(...problems);
  const sorted = order.map((id) => byId.get(id));
  return mapNodes(root, (candidate) =>
    candidate.id === group.id ? { ...candidate, rules: sorted } : candidate,
  );
}
