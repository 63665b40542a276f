/** Groups: how many of their enabled rules must hold; and the groups below `where` and `satisfying`. */

import type { Marks, Match } from '../rule.js';
import { isFlat, readFlat } from './flat.js';
import { enterGroup } from './limits.js';
import { isDisabled, markKeys, readDisabled, readMarks, refuseUnknownKeys } from './marks.js';
import { assemble, enabledAmong, type ReadGroup } from './members.js';
import { nearest } from './nearest.js';
import { below, type Place } from './place.js';
import {
  type Document,
  isDocument,
  keysOf,
  type Reading,
  type ReadNode,
  report,
  reportAt,
  type Scope,
  without,
} from './reading.js';

const named: readonly unknown[] = ['all', 'any', 'none', 'not_all'];

export function readGroup(
  reading: Reading,
  document: Document,
  marks: Marks,
  place: Place,
  scope: Scope,
): ReadGroup | undefined {
  refuseUnknownKeys(reading, document, place, ['match', 'match_type', 'rules', ...markKeys]);
  const flat = isFlat(document);
  const match = flat ? undefined : readMatch(reading, document, place);
  const rules = readRules(reading, document, place);
  const inner = enterGroup(reading, place, scope);
  if (!inner || !rules) return undefined;
  if (flat) {
    const entries = rules.map((rule, index) => ({ rule, path: below(place, 'rules', index).path }));
    return readFlat(reading, entries, marks, place, inner);
  }
  const nodes = rules.map((rule, index) => readMember(reading, rule, below(place, 'rules', index), inner));
  checkAtLeast(reading, match, enabledAmong(nodes), matchKey(document), place);
  return assemble(reading, nodes, match, marks, place);
}

function readRules(reading: Reading, { rules }: Document, place: Place): readonly unknown[] | undefined {
  if (rules === undefined) return reportAt(reading, place, 'rules', 'group.rules-missing');
  if (!Array.isArray(rules)) return reportAt(reading, place, 'rules', 'group.rules-not-list');
  return rules.length > 0 ? rules : report(reading, place, 'group.empty');
}

/** A rule of a group that says itself how its rules combine. */
function readMember(reading: Reading, rule: unknown, place: Place, scope: Scope): ReadNode | undefined {
  const joined = isDocument(rule) && !isDisabled(rule) && rule.logical_operator !== undefined;
  if (!joined) return reading.readers.node(reading, rule, place, scope);
  reportAt(reading, place, 'logical_operator', 'group.join-and-match');
  return reading.readers.node(reading, without(rule, 'logical_operator'), place, scope);
}

const matchKey = ({ match }: Document): 'match' | 'match_type' =>
  match === undefined ? 'match_type' : 'match';

function readMatch(reading: Reading, document: Document, place: Place): Match | undefined {
  if (document.match !== undefined && document.match_type !== undefined)
    return reportAt(reading, place, 'match_type', 'group.match-twice');
  const key = matchKey(document);
  const match = document[key];
  if (match === undefined) return reportAt(reading, place, 'match', 'group.match-missing');
  if (named.includes(match)) return match as Match;
  if (isDocument(match) && keysOf(match).join() === 'at_least') {
    // Whether the number fits is known once the rules have been read.
    return { at_least: typeof match.at_least === 'number' ? match.at_least : Number.NaN };
  }
  const suggestion = typeof match === 'string' ? nearest(match, named as string[]) : undefined;
  return reportAt(reading, place, key, 'group.match-unknown', suggestion);
}

/** More than there are would never hold, and fewer than one always: neither is what anybody means. */
function checkAtLeast(
  reading: Reading,
  match: Match | undefined,
  enabled: number,
  key: string,
  place: Place,
): void {
  if (typeof match !== 'object' || enabled === 0) return;
  if (Number.isInteger(match.at_least) && match.at_least >= 1 && match.at_least <= enabled) return;
  reportAt(reading, place, key, 'group.at-least', enabled);
}

/** A group over the fields of another record: `where`, `satisfying`, or a filter that the catalogue declares. */
export function readWhere(
  reading: Reading,
  document: unknown,
  place: Place,
  scope: Scope,
): ReadGroup | undefined {
  if (!isDocument(document) || (document.rules === undefined && document.match === undefined))
    return report(reading, place, 'where.not-group');
  if (isDisabled(document)) {
    readDisabled(reading, document, place);
    return report(reading, place, 'where.disabled');
  }
  return readGroup(reading, document, readMarks(reading, document, place), place, scope);
}
