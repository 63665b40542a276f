/** The same condition with the operator that says the opposite, where there is one. */

import { negativeOperators, type Operator } from '../../../src/rule-language/operators.js';
import type { Rule } from '../../../src/rule-language/rule.js';

const twins = new Map<Operator, Operator>(
  (Object.entries(negativeOperators) as [Operator, Operator][]).flatMap(([negative, positive]) => [
    [negative, positive],
    [positive, negative],
  ]),
);

export function twinOf(rule: Rule): Rule | undefined {
  const operator = 'operator' in rule ? twins.get(rule.operator) : undefined;
  return operator && ({ ...rule, operator } as Rule);
}
