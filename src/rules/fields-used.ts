/** Which fields a rule speaks of, node by node. */

import type { Checked, CheckedGroup, Condition, Operand, Scalar, Test } from '../rule-language/checked.js';

/** By the path of each node: every field it reads, as `record.field`, also by way of a metric or a derived field. */
export function fieldsUsed(rule: Checked): Map<string, Set<string>> {
  const used = new Map<string, Set<string>>();
  collect(rule, (at) => {
    const known = used.get(at) ?? new Set();
    used.set(at, known);
    return known;
  });
  return used;
}

/** Where to write down what the node at a path uses. */
type Place = (at: string) => Set<string>;

function collect(node: Checked, place: Place): void {
  if (node.kind === 'group') for (const rule of node.rules) collect(rule, place);
  if (node.kind === 'condition') collectCondition(node, place);
}

function collectCondition({ at, operand, test }: Condition, place: Place): void {
  for (const read of [operand, ...referencesOf(test)]) collectOperand(read, place(at), place);
}

/** What a value is compared with, where that is no literal. */
export function referencesOf(test: Test): Operand[] {
  const sides: Scalar[] =
    test.operator === 'between' ? [test.from, test.to] : 'value' in test ? [test.value] : [];
  return sides.flatMap((side) => (side.kind === 'reference' ? [side.operand] : []));
}

function collectOperand(operand: Operand, own: Set<string>, place: Place): void {
  if (operand.kind === 'measure') {
    if (operand.metric) own.add(`${operand.route.record.name}.${operand.metric.name}`);
    // What a metric is made of stands nowhere in the rule: it is the node's that names the metric.
    const within: Place = operand.metric ? () => own : place;
    for (const read of [operand.of, operand.time]) if (read) collectOperand(read, own, within);
    for (const group of [operand.where, operand.satisfying]) if (group) collectGroup(group, within);
    return;
  }
  own.add(`${operand.route.record.name}.${operand.field.name}`);
  if (operand.kind === 'derived') for (const input of operand.inputs) collectOperand(input, own, () => own);
}

const collectGroup = (group: CheckedGroup, place: Place): void => collect(group, place);
