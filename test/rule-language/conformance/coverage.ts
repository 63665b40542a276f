/** What the table must have a row for, read off the language itself, and what it has. */

import type {
  Checked,
  CheckedGroup,
  MeasureOperand,
  Operand,
  Scalar,
  Test,
} from '../../../src/rule-language/checked.js';
import { periods } from '../../../src/rule-language/checked.js';
import { fieldTypes } from '../../../src/rule-language/field.js';
import { measureDefinitions, measures } from '../../../src/rule-language/measures.js';
import {
  negativeOperators,
  type OperandType,
  type Operator,
  operatorsOf,
} from '../../../src/rule-language/operators.js';
import { units, weekdays } from '../../../src/rule-language/rule.js';
import { checkedOf } from './readers.js';
import type { Scene } from './scene.js';

const types: readonly OperandType[] = [...fieldTypes, 'segment'];

/** Each operator of each type, each measure of each type it takes, each unit, period, weekday and way to group. */
export const demanded = {
  operator: types.flatMap((type) => operatorsOf(type).map((operator) => `${operator} of ${type}`)),
  measure: measures.flatMap((name) => {
    const { of, takes } = measureDefinitions[name];
    return [...(of === 'required' ? [] : [name]), ...takes.map((type) => `${name} of ${type}`)];
  }),
  unit: units,
  period: periods,
  weekday: weekdays,
  match: ['all', 'any', 'none', 'not_all', 'at_least'],
} satisfies Record<string, readonly string[]>;

type Found = { readonly [Kind in keyof typeof demanded]: Set<string> };

export function covered(scenes: readonly Scene[]): Found {
  const found: Found = {
    operator: new Set(),
    measure: new Set(),
    unit: new Set(),
    period: new Set(),
    weekday: new Set(),
    match: new Set(),
  };
  for (const { rows } of scenes) for (const { rule } of rows) see(checkedOf(rule), found);
  return found;
}

function see(node: Checked, found: Found): void {
  switch (node.kind) {
    case 'everyone':
    case 'presence':
      return;
    case 'group':
      seeGroup(node, found);
      return;
    case 'membership':
      found.operator.add(`${nameOf(node.test.operator, node.negated)} of segment`);
      return;
    case 'condition':
      found.operator.add(`${nameOf(node.test.operator, node.negated)} of ${node.operand.type}`);
      seeOperand(node.operand, found);
      seeTest(node.test, found);
  }
}

function seeGroup({ match, rules }: CheckedGroup, found: Found): void {
  found.match.add(typeof match === 'string' ? match : 'at_least');
  for (const rule of rules) see(rule, found);
}

const twins = new Map<string, string>(
  (Object.entries(negativeOperators) as [Operator, Operator][]).map(([negative, positive]) => [
    positive,
    negative,
  ]),
);
const nameOf = (operator: string, negated: boolean): string =>
  negated ? (twins.get(operator) ?? '') : operator;

function seeOperand(operand: Operand, found: Found): void {
  if (operand.kind === 'derived') for (const input of operand.inputs) seeOperand(input, found);
  if (operand.kind === 'measure') seeMeasure(operand, found);
}

function seeMeasure({ measure, of, where, satisfying }: MeasureOperand, found: Found): void {
  found.measure.add(of ? `${measure} of ${of.type}` : measure);
  if (of) seeOperand(of, found);
  for (const part of [where, satisfying]) if (part) seeGroup(part, found);
}

function seeTest(test: Test, found: Found): void {
  if ('duration' in test) found.unit.add(test.duration.unit);
  if ('period' in test) found.period.add(test.period);
  if ('weekdays' in test) for (const day of test.weekdays) found.weekday.add(day);
  const sides: readonly Scalar[] =
    'value' in test ? [test.value] : test.operator === 'between' ? [test.from, test.to] : [];
  for (const side of sides) if (side.kind === 'reference') seeOperand(side.operand, found);
}
