/** Making a failing rule small: ever simpler rules that are still valid and still fail. */

import { negativeOperators } from '../../../src/rule-language/operators.js';
import type { Group, Match, Rule, Value as ValueDocument } from '../../../src/rule-language/rule.js';
import { isBlank } from '../oracle/values.js';

/** A failing rule none of whose simplifications fails. Each step costs one question, and the answer may be awaited. */
export async function shrink(
  rule: Rule,
  stillFails: (rule: Rule) => boolean | Promise<boolean>,
  most = 2000,
): Promise<Rule> {
  let smallest = rule;
  let asked = 0;
  const tried = new Set([JSON.stringify(rule)]);
  for (let improved = true; improved && asked < most; ) {
    improved = false;
    for (const candidate of simpler(smallest)) {
      const written = JSON.stringify(candidate);
      if (tried.has(written) || asked === most) continue;
      tried.add(written);
      asked += 1;
      if (!(await stillFails(candidate))) continue;
      smallest = candidate;
      improved = true;
      break;
    }
  }
  return smallest;
}

/** The simplifications of a rule, the boldest first. */
export function* simpler(rule: Rule): Generator<Rule> {
  if (rule.id !== undefined || rule.label !== undefined) yield unmarked(rule);
  if ('match' in rule) yield* simplerGroups(rule, true);
  else if (!('everyone' in rule)) yield* simplerConditions(rule);
}

function unmarked<T extends Rule>({ id: _id, label: _label, ...rest }: T): T {
  return rest as T;
}

/** A group may give way to one of its rules, except where only a group may stand. */
function* simplerGroups(group: Group, mayVanish: boolean): Generator<Rule> {
  const { rules, match } = group;
  const enabled = rules.filter((rule) => rule.disabled !== true);
  for (const rule of enabled) if (mayVanish || 'match' in rule) yield rule;
  for (const rule of rules) {
    const rest = rules.filter((other) => other !== rule);
    const left = rest.filter((other) => other.disabled !== true).length;
    if (left > 0) yield { ...group, match: fitting(match, left), rules: rest };
  }
  if (match !== 'all') yield { ...group, match: 'all' };
  for (const [index, rule] of rules.entries()) {
    for (const smaller of simpler(rule)) yield { ...group, rules: rules.with(index, smaller) };
  }
}

const fitting = (match: Match, size: number): Match =>
  typeof match === 'object' ? { at_least: Math.min(match.at_least, size) } : match;

type Condition = Exclude<Rule, Group | { readonly everyone: true }>;

function* simplerConditions(rule: Condition): Generator<Rule> {
  const { operator } = rule;
  if (operator in negativeOperators) {
    yield { ...rule, operator: negativeOperators[operator as keyof typeof negativeOperators] } as Rule;
  }
  if ('related' in rule) yield* simplerMeasures(rule);
  if (rule.value === undefined) return;
  for (const value of simplerValues(rule.value)) yield { ...rule, value };
}

interface WithGroups {
  readonly where?: Group;
  readonly satisfying?: Group;
}

/** Without `where`, or with less of it; `share` cannot do without its `satisfying`. */
function* simplerMeasures<T extends WithGroups>(measure: T): Generator<T> {
  const { where, satisfying, ...rest } = measure;
  if (where !== undefined) {
    yield { ...rest, ...(satisfying === undefined ? {} : { satisfying }) } as T;
    for (const smaller of groupsOf(where)) yield { ...measure, where: smaller };
  }
  if (satisfying !== undefined) {
    for (const smaller of groupsOf(satisfying)) yield { ...measure, satisfying: smaller };
  }
}

function* groupsOf(group: Group): Generator<Group> {
  if (group.id !== undefined || group.label !== undefined) yield unmarked(group);
  for (const smaller of simplerGroups(group, false)) if ('match' in smaller) yield smaller;
}

function* simplerValues(value: ValueDocument): Generator<ValueDocument> {
  if (Array.isArray(value)) yield* simplerLists(value);
  else if (typeof value === 'string') yield* simplerTexts(value);
  else if (typeof value === 'object') yield* simplerObjects(value as Readonly<Record<string, ValueDocument>>);
}

/** Pairs keep both their ends, and only lists of texts or numbers are surely no pairs once they are shorter. */
function* simplerLists(list: readonly ValueDocument[]): Generator<ValueDocument> {
  if (list.length > 2) for (const index of list.keys()) yield list.toSpliced(index, 1);
  for (const [index, item] of list.entries()) {
    if (typeof item !== 'object') continue;
    for (const smaller of simplerValues(item)) yield list.with(index, smaller);
  }
}

/** Half of a long text; short ones are literals that would soon mean nothing. */
function* simplerTexts(text: string): Generator<string> {
  const letters = [...text];
  if (letters.length < 40) return;
  const half = letters.slice(0, letters.length / 2).join('');
  if (!isBlank(half)) yield half;
}

function* simplerObjects(document: Readonly<Record<string, ValueDocument>>): Generator<ValueDocument> {
  for (const extra of ['plus', 'minus', 'times'] as const) {
    const { [extra]: dropped, ...rest } = document;
    if (dropped !== undefined) yield rest as ValueDocument;
  }
  if ('related' in document) yield* simplerMeasures(document as WithGroups) as Generator<ValueDocument>;
}
