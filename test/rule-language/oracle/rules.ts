/** Whether a record matches a rule: groups, conditions and everyone. */

import { resolveOperator } from '../../../src/rule-language/operators.js';
import type {
  FieldCondition,
  Group,
  RelatedCondition,
  Rule,
  SegmentCondition,
} from '../../../src/rule-language/rule.js';
import { meanings } from './operators.js';
import type { Operand, Oracle, Place, Test } from './scope.js';
import { segmentOperand } from './segments.js';

type Condition = FieldCondition | RelatedCondition | SegmentCondition;

export function ruleTest(oracle: Oracle, place: Place, rule: Rule): Test {
  if ('match' in rule) return groupTest(oracle, place, rule);
  if ('everyone' in rule) return () => true;
  return conditionTest(oracle, place, rule);
}

function groupTest(oracle: Oracle, place: Place, { match, rules }: Group): Test {
  const tests = rules.filter((rule) => rule.disabled !== true).map((rule) => ruleTest(oracle, place, rule));
  if (tests.length === 0) throw new Error('A group has a rule that is enabled');
  switch (match) {
    case 'all':
      return (scope) => tests.every((test) => test(scope));
    case 'any':
      return (scope) => tests.some((test) => test(scope));
    case 'none':
      return (scope) => !tests.some((test) => test(scope));
    case 'not_all':
      return (scope) => !tests.every((test) => test(scope));
    default:
      return (scope) => tests.filter((test) => test(scope)).length >= match.at_least;
  }
}

function conditionTest(oracle: Oracle, place: Place, condition: Condition): Test {
  const operand = operandOf(oracle, place, condition);
  const { operator, negated } = resolveOperator(condition.operator);
  const holds = meanings[operator]({ oracle, place, operand, value: condition.value });
  return (scope) => holds(operand.read(scope), scope) !== negated;
}

function operandOf(oracle: Oracle, place: Place, condition: Condition): Operand {
  if ('segment' in condition) return segmentOperand(oracle, condition.segment);
  return 'related' in condition ? oracle.measure(place, condition) : oracle.field(place, condition.field);
}
