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

function visitMeasure(measure: MeasureOperand, depth: number, visit: Visit): void {
  for (const operand of [measure.of, measure.time]) if (operand) visitOperand(operand, depth, visit);
  for (const group of [measure.where, measure.satisfying]) if (group) visitNode(group, depth, visit);
}

function visitOperand(operand: Operand, depth: number, visit: Visit): void {
  visit(operand.route.from, depth);
  if (operand.kind === 'derived') for (const input of operand.inputs) visitOperand(input, depth, visit);
  if (operand.kind === 'measure') visitMeasure(operand, depth + 1, visit);
}

function visitNode(node: Checked, depth: number, visit: Visit): void {
  switch (node.kind) {
    case 'group':
      for (const rule of node.rules) visitNode(rule, depth, visit);
      return;
    case 'condition':
      visitOperand(node.operand, depth, visit);
      for (const scalar of scalarsOf(node.test))
        if (scalar.kind === 'reference') visitOperand(scalar.operand, depth, visit);
      return;
    case 'presence':
      visit(node.route.from, depth);
      return;
    case 'everyone':
    case 'membership':
      return;
  }
}

/** The literals and references that a test compares with. */
function scalarsOf(test: Test): readonly Scalar[] {
  if (test.operator === 'between') return [test.from, test.to];
  return 'value' in test ? [test.value] : [];
}

/** Whether a rule looks at related records at all. */
export function looksAtRelated(node: Checked): boolean {
  switch (node.kind) {
    case 'group':
      return node.rules.some(looksAtRelated);
    case 'condition':
      return [node.operand, ...referredBy(node.test)].some(isRelated);
    default:
      return false;
  }
}

const referredBy = (test: Test): Operand[] =>
  scalarsOf(test).flatMap((scalar) => (scalar.kind === 'reference' ? [scalar.operand] : []));

const isRelated = (operand: Operand): boolean =>
  operand.kind === 'measure' || (operand.kind === 'derived' && operand.inputs.some(isRelated));
