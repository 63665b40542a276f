/** What a rule, or a value, rests on: fields and collections, as `record.field` and `record.collection`. */

import type { Checked, MeasureOperand, Operand } from '../rule-language/checked.js';
import { referencesOf } from './fields-used.js';

/** Not what the segments rest on that it asks about. */
export function ruleRestsOn(node: Checked): ReadonlySet<string> {
  if (node.kind === 'group') return union(node.rules.map(ruleRestsOn));
  if (node.kind !== 'condition') return new Set();
  return union([node.operand, ...referencesOf(node.test)].map(operandRestsOn));
}

/** Also by way of a metric or a derived field. */
export function operandRestsOn(operand: Operand): ReadonlySet<string> {
  if (operand.kind === 'measure') return measureRestsOn(operand);
  const own = new Set([`${operand.route.record.name}.${operand.field.name}`]);
  return operand.kind === 'derived' ? union([own, ...operand.inputs.map(operandRestsOn)]) : own;
}

/** The collection as a whole: a count of orders, their sum and the last of them say much the same of somebody. */
function measureRestsOn({ route, collection, where, satisfying }: MeasureOperand): ReadonlySet<string> {
  const own = new Set([`${route.record.name}.${collection.name}`]);
  return union([own, ...[where, satisfying].flatMap((group) => (group ? [ruleRestsOn(group)] : []))]);
}

const union = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((one) => [...one]));
