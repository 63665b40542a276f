/**
 * What is odd about a rule that is valid: conditions that exclude each other, that say nothing, or that read otherwise
 * than they mean. It looks at no data: what it calls sure is so of every record there could be.
 */

import type { Checked, CheckedGroup } from './checked.js';
import { type KnownValues, type Sought, soughtIn, valuesSought } from './lint/known-values.js';
import { type LintCode, messageOf, type Severity } from './lint/messages.js';
import type { Oddity } from './lint/oddity.js';
import { Prover } from './lint/proof.js';
import { besideEachOther } from './lint/siblings.js';
import { sureThings } from './lint/verdicts.js';
import type { LanguageCode } from './to-words.js';

export type { KnownValues, Sought } from './lint/known-values.js';
export { type LintCode, lintCodes, severities } from './lint/messages.js';

export interface Finding {
  readonly code: LintCode;
  readonly severity: Severity;
  /** Where the node stands in the rule; the root is the empty text. */
  readonly path: string;
  /** Where the nodes stand that it has to do with. */
  readonly with: readonly string[];
  readonly message: string;
}

export interface LintContext {
  /** English if absent. */
  readonly language?: LanguageCode | undefined;
  /** The values that records have in a field, where that is known: others are told. */
  readonly knownValues?: KnownValues;
  /** Ids of segments whose rules have told nobody yet who is in them. */
  readonly neverCalculated?: ReadonlySet<string>;
}

/** Everything odd: what is sure first, each in the order of the document. */
export function lint(
  rule: Checked,
  { language = 'en', knownValues, neverCalculated = new Set() }: LintContext = {},
): Finding[] {
  const prover = new Prover();
  const nodes = nodesOf(rule);
  const oddities = [
    ...nodes.flatMap((node) => sureThings(node, prover)),
    ...nodes.flatMap((node) => (node.kind === 'group' ? besideEachOther(node, prover) : [])),
    ...nodes.flatMap((node) => (node.kind === 'condition' ? valuesSought(node, knownValues) : [])),
  ];
  if (onlyExcludes(rule) && oddities.every(({ node }) => node !== rule))
    oddities.push({ code: 'lint.only-excludes', node: rule });
  for (const node of nodes)
    if (node.kind === 'membership' && neverCalculated.has(node.segment.id))
      oddities.push({ code: 'lint.segment-never-calculated', node });
  return oddities.map((oddity) => worded(oddity, language));
}

/** The values that a rule looks for in stored fields, so that somebody can tell the linter which of them occur. */
export const valuesSoughtBy = (rule: Checked): Sought[] =>
  soughtIn(nodesOf(rule).filter((node) => node.kind === 'condition'));

function worded({ code, node, with: others = [] }: Oddity, language: LanguageCode): Finding {
  const { severity, words } = messageOf(code);
  const segment = node.kind === 'membership' ? node.segment.name : '';
  const message = words[language].replace('{segment}', () => segment);
  return { code, severity, path: node.at, with: others.map(({ at }) => at), message };
}

/** Each before those inside it, also the groups of its measure. */
function nodesOf(node: Checked): Checked[] {
  if (node.kind === 'group') return [node, ...node.rules.flatMap(nodesOf)];
  if (node.kind !== 'condition' || node.operand.kind !== 'measure') return [node];
  const { where, satisfying } = node.operand;
  return [
    node,
    ...[where, satisfying].flatMap((group: CheckedGroup | undefined) => (group ? nodesOf(group) : [])),
  ];
}

/** Whoever is not excluded matches, however little is known of them. */
function onlyExcludes(node: Checked): boolean {
  switch (node.kind) {
    case 'everyone':
    case 'presence':
      return false;
    case 'membership':
      return node.negated;
    case 'condition':
      return node.negated && node.test.operator !== 'is_empty';
    case 'group':
      return node.match === 'none' || node.match === 'not_all'
        ? !node.rules.some(onlyExcludes)
        : node.rules.every(onlyExcludes);
  }
}
