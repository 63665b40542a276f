/** Where two definitions of a segment differ: which part, and of the rule, which node. */

import { isDeepStrictEqual } from 'node:util';
import type { Rule } from '../rule-language/rule.js';
import { isNode, nodeOf, pathTo, type RuleNode } from '../rules/rule-nodes.js';
import { sameNode } from '../rules/same-rule.js';
import { changedParts } from './definition.js';
import type { SegmentDefinition } from './segment.entity.js';

export const differenceKinds = ['added', 'removed', 'changed', 'enabled', 'disabled', 'reordered'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

/** A node of a rule, still to be said in words; or a text that is said already. */
export type Side = { readonly node: RuleNode } | { readonly text: string } | undefined;

export interface FoundDifference {
  /** `name`, or of the rule `rules.rules[2]`; of what was removed, where it stood. */
  readonly path: string;
  readonly kind: DifferenceKind;
  readonly before: Side;
  readonly after: Side;
}

export function differencesBetween(before: SegmentDefinition, after: SegmentDefinition): FoundDifference[] {
  return changedParts(before, after).flatMap((part) => {
    if (part === 'rules') return ruleDifferences(before.rules, after.rules);
    if (part === 'tags') return tagDifferences(before.tags, after.tags);
    return [changed(part, textOf(before[part]), textOf(after[part]))];
  });
}

const textOf = (text: string | null): Side => (text === null ? undefined : { text });

/** What had no value before was added; what has none any more, removed. */
const changed = (path: string, before: Side, after: Side): FoundDifference => ({
  path,
  kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
  before,
  after,
});

function tagDifferences(before: readonly string[], after: readonly string[]): FoundDifference[] {
  const removed = before.filter((tag) => !after.includes(tag));
  const added = after.filter((tag) => !before.includes(tag));
  if (removed.length + added.length === 0)
    return [
      {
        path: 'tags',
        kind: 'reordered',
        before: { text: before.join(', ') },
        after: { text: after.join(', ') },
      },
    ];
  return [
    ...removed.map((tag) => changed('tags', { text: tag }, undefined)),
    ...added.map((tag) => changed('tags', undefined, { text: tag })),
  ];
}

function ruleDifferences(before: Rule | null, after: Rule | null): FoundDifference[] {
  if (!before || !after) return [changed('rules', sideOf(before), sideOf(after))];
  return compare(nodeOf(before), nodeOf(after), 'rules');
}

const sideOf = (rule: Rule | null): Side => (rule ? { node: nodeOf(rule) } : undefined);

function compare(before: RuleNode, after: RuleNode, path: string): FoundDifference[] {
  if (sameNode(before, after)) return [];
  const sides = { before: { node: before }, after: { node: after } };
  if (sameNode({ ...before, disabled: undefined }, { ...after, disabled: undefined }))
    return [{ path, kind: after.disabled === true ? 'disabled' : 'enabled', ...sides }];
  if (sameNode({ ...before, label: undefined }, { ...after, label: undefined }))
    return [changed(pathTo(path, 'label'), labelOf(before), labelOf(after))];
  if (isOpenGroup(before) && isOpenGroup(after)) return compareGroups(before, after, path);
  return [{ path, kind: 'changed', ...sides }];
}

const labelOf = ({ label }: RuleNode): Side => (typeof label === 'string' ? { text: label } : undefined);

interface OpenGroup extends RuleNode {
  readonly rules: readonly RuleNode[];
}

const isOpenGroup = (node: RuleNode): node is OpenGroup =>
  node.disabled !== true && Array.isArray(node.rules) && node.rules.every(isNode);

function compareGroups(before: OpenGroup, after: OpenGroup, path: string): FoundDifference[] {
  const pairs = pairsOf(before.rules, after.rules);
  const at = (index: number): string => pathTo(path, `rules[${index}]`);
  const taken = new Set(pairs.values());
  const found = after.rules.flatMap((rule, index) => {
    const old = pairs.get(index);
    const partner = old === undefined ? undefined : before.rules[old];
    return partner ? compare(partner, rule, at(index)) : [changed(at(index), undefined, { node: rule })];
  });
  const gone = before.rules.flatMap((rule, index) =>
    taken.has(index) ? [] : [changed(at(index), { node: rule }, undefined)],
  );
  return [
    ...ownDifferences(before, after, path),
    ...gone,
    ...found,
    ...reordered(before, after, pairs, path),
  ];
}

function ownDifferences(before: OpenGroup, after: OpenGroup, path: string): FoundDifference[] {
  return [
    ...(isDeepStrictEqual(before.match, after.match)
      ? []
      : [changed(pathTo(path, 'match'), matchOf(before), matchOf(after))]),
    ...(before.label === after.label
      ? []
      : [changed(pathTo(path, 'label'), labelOf(before), labelOf(after))]),
  ];
}

const matchOf = ({ match }: RuleNode): Side => ({
  text: isNode(match) ? `at least ${String(match.at_least)}` : String(match),
});

/** Those that both have, if they do not come in the same order any more. */
function reordered(
  before: OpenGroup,
  after: OpenGroup,
  pairs: ReadonlyMap<number, number>,
  path: string,
): FoundDifference[] {
  const order = after.rules.flatMap((_, index) => pairs.get(index) ?? []);
  if (order.every((place, index) => index === 0 || place > (order[index - 1] ?? 0))) return [];
  const kept = (group: OpenGroup, has: (index: number) => boolean): Side => ({
    node: { match: 'all', rules: group.rules.filter((_, index) => has(index)) },
  });
  const old = new Set(pairs.values());
  return [
    {
      path: pathTo(path, 'rules'),
      kind: 'reordered',
      before: kept(before, (index) => old.has(index)),
      after: kept(after, (index) => pairs.has(index)),
    },
  ];
}

/** By the place of each rule after, its place before: by id, else the same, else about the same thing. */
function pairsOf(before: readonly RuleNode[], after: readonly RuleNode[]): Map<number, number> {
  const pairs = new Map<number, number>();
  const free = new Set(before.keys());
  const tests: ((a: RuleNode, b: RuleNode) => boolean)[] = [
    (a, b) => a.id !== undefined && a.id === b.id,
    sameNode,
    (a, b) => (a.id === undefined || b.id === undefined) && topicOf(a) === topicOf(b),
  ];
  for (const fits of tests)
    for (const [index, rule] of after.entries()) {
      if (pairs.has(index)) continue;
      const place = [...free].find((old) => fits(before[old] as RuleNode, rule));
      if (place === undefined) continue;
      pairs.set(index, place);
      free.delete(place);
    }
  return pairs;
}

const topicOf = ({ rules, field, related, segment, everyone }: RuleNode): string =>
  JSON.stringify([Array.isArray(rules), field, related, segment, everyone]);
