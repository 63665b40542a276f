/** Whether there is a record at all, which need not be counted. */

import { all, is, measure, measured, none } from '../../conformance/scene.js';
import { both, probes, type Shape, set } from '../shape.js';

const orders = measure('count', 'orders');
const paidOrders = measure('count', 'orders', { where: all(is('status', 'equals', 'paid')) });

export const existence: readonly Shape[] = [
  both(
    'who ever ordered is the distinct owners of orders, without the guests; of given guests, EXISTS for each',
    measured(orders, 'greater_than_or_equal', 1),
    measured(paidOrders, 'greater_than', 0),
  ),
  both(
    'who never ordered is an anti-join over the orders, by the column that an index finds them by',
    measured(orders, 'equals', 0),
    measured(measure('count', 'paid_lines', { where: all(is('price', 'greater_than', 5)) }), 'equals', 0),
  ),
  set(
    'at least one is existence, however it is said',
    measured(orders, 'greater_than', '0.5'),
    measured(orders, 'greater_than_or_equal', '0.5'),
    measured(orders, 'not_equals', 0),
    none(measured(orders, 'less_than', 1)),
  ),
  set(
    'none is an anti-join, however it is said',
    measured(orders, 'less_than', 1),
    measured(orders, 'less_than', '0.5'),
    measured(orders, 'less_than_or_equal', 0),
    measured(orders, 'less_than_or_equal', '0.5'),
    none(measured(orders, 'greater_than', 0)),
  ),
  set(
    'what asks for more than one or none is counted',
    measured(orders, 'equals', 1),
    measured(orders, 'greater_than', 1),
    measured(orders, 'greater_than', -1),
    measured(orders, 'greater_than_or_equal', 0),
    measured(orders, 'greater_than_or_equal', '1.5'),
    measured(orders, 'less_than', 2),
    measured(orders, 'less_than', -1),
    measured(orders, 'less_than_or_equal', 1),
    measured(orders, 'less_than_or_equal', -1),
    measured(orders, 'between', [0, 1]),
    measured(orders, 'in_list', [0, 1]),
    measured(orders, 'equals', { field: 'visits' }),
    measured(orders, 'is_empty'),
  ),
  both(
    'records of owners that may not be there are found from the guests',
    measured(measure('count', 'paid_orders'), 'greater_than', 0),
    measured(measure('count', 'friend.orders'), 'greater_than', 0),
    measured(measure('count', 'company.opportunities'), 'equals', 0),
  ),
  both(
    'the guests are read where an owner is known by two columns, or by another than their key',
    measured(measure('count', 'contracts'), 'greater_than', 0),
    measured(measure('count', 'referred'), 'greater_than', 0),
  ),
  probes(
    'the guests are not read for given ids where their records alone decide',
    all(measured(orders, 'greater_than', 0), measured(orders, 'less_than', 10)),
    all(measured(orders, 'greater_than', 0), { segment: { template: 'loyal' }, operator: 'is_not_member' }),
    measured(orders, 'equals', 2),
  ),
  probes(
    'the guests are read for given ids where one of them may have no records or something else is asked',
    measured(orders, 'less_than', 2),
    all(measured(orders, 'greater_than', 0), is('vip', 'equals', true)),
    { segment: { template: 'loyal' }, operator: 'is_member' },
    measured(measure('count', 'paid_orders'), 'greater_than', 1),
  ),
];
