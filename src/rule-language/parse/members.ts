/** The rules of a group, once each was read: whether enough of them are enabled, and the group they make. */

import type { Checked, CheckedGroup } from '../checked.js';
import type { Group, Marks, Match, Rule } from '../rule.js';
import type { Place } from './place.js';
import { type Read, type Reading, type ReadNode, report } from './reading.js';

export type ReadGroup = Read<Group, CheckedGroup>;

/** Refused ones among them are enabled, so that one fault is not reported as two. */
export const enabledAmong = (nodes: readonly (ReadNode | undefined)[]): number =>
  nodes.filter((node) => node === undefined || node.checked !== undefined).length;

/** The group, unless some of it was refused or nothing of it is enabled. */
export function assemble(
  reading: Reading,
  nodes: readonly (ReadNode | undefined)[],
  match: Match | undefined,
  marks: Marks,
  place: Place,
): ReadGroup | undefined {
  if (enabledAmong(nodes) === 0) return report(reading, place, 'group.nothing-enabled');
  const documents: Rule[] = [];
  const rules: Checked[] = [];
  for (const node of nodes) {
    if (!node) return undefined;
    documents.push(node.document);
    if (node.checked) rules.push(node.checked);
  }
  if (!match) return undefined;
  return {
    document: { ...marks, match, rules: documents },
    checked: { kind: 'group', at: place.at, ...marks, match, rules },
  };
}
