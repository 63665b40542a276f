/** Flat lists of other CRMs: each rule joins the one before it by AND or OR; read as any of groups of all. */

import type { Group, Marks, Rule } from '../rule.js';
import { enterGroup } from './limits.js';
import { assemble, enabledAmong, type ReadGroup } from './members.js';
import { below, type Place } from './place.js';
import {
  type Document,
  isDocument,
  type Reading,
  type ReadNode,
  report,
  reportAt,
  type Scope,
  without,
} from './reading.js';

/** A rule of the list, where it was written. */
interface Entry {
  readonly rule: unknown;
  readonly path: string;
}

/** Whether a group leaves it to its rules to say how they combine. */
export const isFlat = ({ match, match_type, rules }: Document): boolean =>
  match === undefined && match_type === undefined && Array.isArray(rules) && rules.some(joins);

const joins = (rule: unknown): rule is Document => isDocument(rule) && rule.logical_operator !== undefined;

/** `scope` is the one inside the group that the list stands for. */
export function readFlat(
  reading: Reading,
  entries: readonly Entry[],
  marks: Marks,
  place: Place,
  scope: Scope,
): ReadGroup | undefined {
  const [only, ...others] = runsOf(reading, entries);
  if (!only) return report(reading, place, 'group.empty');
  if (others.length === 0)
    return assemble(reading, readEach(reading, only, place, scope), 'all', marks, place);
  const nodes = [only, ...others].map((run, index) => {
    const at = below(place, 'rules', index).at;
    return readRun(reading, run, at, scope);
  });
  return assemble(reading, nodes, 'any', marks, place);
}

/** The list split at each OR. AND binds tighter. */
function runsOf(reading: Reading, entries: readonly Entry[]): Entry[][] {
  const runs: Entry[][] = [];
  for (const [index, entry] of entries.entries()) {
    const join = readJoin(reading, entry, index);
    const rule = joins(entry.rule) ? without(entry.rule, 'logical_operator') : entry.rule;
    const run = runs.at(-1);
    if (run && join === 'AND') run.push({ ...entry, rule });
    else runs.push([{ ...entry, rule }]);
  }
  return runs;
}

const joinsBy = ['AND', 'OR'] as const;

/** How a rule joins the one before it; the first joins none, whatever it says. */
function readJoin(reading: Reading, { rule, path }: Entry, index: number): 'AND' | 'OR' {
  const here: Place = { path, at: '' };
  if (joins(rule)) {
    const join = joinsBy.find((known) => known === rule.logical_operator);
    if (join) return join;
    reportAt(reading, here, 'logical_operator', 'group.join-unknown');
  } else if (index > 0 && isDocument(rule)) {
    reportAt(reading, here, 'logical_operator', 'group.join-missing');
  }
  return 'AND';
}

const readEach = (
  reading: Reading,
  run: readonly Entry[],
  place: Place,
  scope: Scope,
): (ReadNode | undefined)[] =>
  run.map(({ rule, path }, index) =>
    reading.readers.node(reading, rule, { path, at: below(place, 'rules', index).at }, scope),
  );

/** One alternative: a rule by itself, or a group of those that AND joins. */
function readRun(reading: Reading, run: readonly Entry[], at: string, scope: Scope): ReadNode | undefined {
  const [first, ...others] = run;
  if (!first) return undefined;
  const place = { path: first.path, at };
  if (others.length === 0) return reading.readers.node(reading, first.rule, place, scope);
  const inner = enterGroup(reading, place, scope);
  if (!inner) return undefined;
  const nodes = readEach(reading, run, place, inner);
  if (enabledAmong(nodes) > 0) return assemble(reading, nodes, 'all', {}, place);
  // Nothing in it is enabled, so neither is the group, which nobody wrote.
  const rules = nodes.map((node) => node?.document as Rule);
  const group: Group = { match: 'all', rules, disabled: true };
  return { document: group, checked: undefined };
}
