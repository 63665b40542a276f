/** Whether what is asked of related records looks outward, at the record around them or at the subject. */

import type { Checked, MeasureOperand, Operand, Route, Scalar, Test } from '../checked.js';

/** What a measure reads beyond its own rows. */
export interface Outward {
  /** The record whose condition the measure stands in. */
  readonly parent: boolean;
  readonly subject: boolean;
}

export function outwardOf(measure: MeasureOperand): Outward {
  const found = { parent: false, subject: false };
  visitMeasure(measure, 1, (from, depth) => {
    if (from === 'subject') found.subject = true;
    if (from === 'parent' && depth === 1) found.parent = true;
  });
  return found;
}

/** Called with each route's start and how many `where`s deep it stands. */
type Visit = (from: Route['from'], depth: number) => void;

/** What is measured and its time are the rows' own. */
function visitMeasure(measure: MeasureOperand, depth: number, visit: Visit): void {
  for (const group of [measure.where, measure.satisfying]) if (group) visitNode(group, depth, visit);
}

/** What a field is derived from is of the same record. */
function visitOperand(operand: Operand, depth: number, visit: Visit): void {
  visit(operand.route.from, depth);
  if (operand.kind === 'measure') visitMeasure(operand, depth + 1, visit);
}

function visitNode(node: Checked, depth: number, visit: Visit): void {
  if (node.kind === 'group') for (const rule of node.rules) visitNode(rule, depth, visit);
  if (node.kind !== 'condition') return;
  for (const operand of [node.operand, ...referredBy(node.test)]) visitOperand(operand, depth, visit);
}

/** What a test compares with in the place of literals. */
const referredBy = (test: Test): Operand[] =>
  scalarsOf(test)
    .filter((scalar) => scalar.kind === 'reference')
    .map(({ operand }) => operand);

/** The literals and references that a test compares with. */
function scalarsOf(test: Test): readonly Scalar[] {
  if (test.operator === 'between') return [test.from, test.to];
  return 'value' in test ? [test.value] : [];
}

/** Whether a rule looks at related records at all. */
export function looksAtRelated(node: Checked): boolean {
  if (node.kind === 'group') return node.rules.some(looksAtRelated);
  return node.kind === 'condition' && [node.operand, ...referredBy(node.test)].some(isRelated);
}

const isRelated = (operand: Operand): boolean =>
  operand.kind === 'measure' || (operand.kind === 'derived' && operand.inputs.some(isRelated));
