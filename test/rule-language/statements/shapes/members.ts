/** Members of segments, and what is asked of given guests beside whether they match. */

import type { SegmentCondition } from '../../../../src/rule-language/rule.js';
import { audience, everyone, matches, verdicts } from '../../../../src/rule-language/to-sql/compile.js';
import { described, given } from '../../../../src/rule-language/to-sql/subjects.js';
import { all, is, measure, measured } from '../../conformance/scene.js';
import { both, checked, ids, type Shape, set, target } from '../shape.js';

const loyal = (
  operator: SegmentCondition['operator'],
  value?: SegmentCondition['value'],
): SegmentCondition => ({ segment: { template: 'loyal' }, operator, ...(value !== undefined && { value }) });

const rules = [
  measured(measure('count', 'orders'), 'greater_than', 3),
  is('total_spend', 'greater_than', 20),
  is('home', 'is_empty'),
  all(is('city', 'equals', 'Berlin'), measured(measure('sum', 'orders', { of: 'total' }), 'less_than', 5)),
  measured(measure('average', 'orders', { of: 'total' }), 'is_empty'),
];

export const members: readonly Shape[] = [
  both('members are those with a stay that lasts', loyal('is_member'), loyal('is_not_member')),
  set(
    'stays are looked at as they were then',
    loyal('ever_member'),
    loyal('joined_within_last', { days: 7 }),
    loyal('member_for_at_least', { hours: 7 }),
    loyal('left_within_last', { days: 7 }),
  ),
  {
    promise: 'verdicts on many rules are one pass over the given guests, each measure computed once',
    statements: [{ title: 'Of given guests', sql: () => verdicts(rules.map(checked), target, ids) }],
  },
  {
    promise: 'which of many rules match is one pass as well, of none as of some',
    statements: [
      { title: 'Of given guests', sql: () => matches(rules.map(checked), target, ids) },
      { title: 'By no rule', sql: () => matches([], target, ids) },
    ],
  },
  {
    promise: 'everyone is the tenant’s guests',
    statements: [{ title: 'Everyone', sql: () => everyone(target) }],
  },
  {
    promise: 'guests are described as they are known, a metric among it for each',
    statements: [
      { title: 'By their keys', sql: () => described(target, given(target, ids)) },
      {
        title: 'By a metric and a field',
        sql: () => {
          const subject = { ...target.subject, externalId: 'order_count', display: 'city' };
          return described({ ...target, subject }, audience(checked(loyal('is_member')), target));
        },
      },
    ],
  },
];
