/** Related records of related records, and references out of them. */

import type { Value } from '../../../../src/rule-language/rule.js';
import { all, asked, berlin, is, measure, measured, scene } from '../scene.js';

const has = (related: string, ...conditions: Parameters<typeof all>) =>
  asked(measure('count', related, conditions.length > 0 ? { where: all(...conditions) } : {}));

export const nested = [
  scene(
    'Related records of related records',
    {
      'an order of two lines': { orders: [{ total: '10', lines: [{ price: '5' }, { price: '5' }] }] },
      'two orders of one line': {
        orders: [
          { total: '5', lines: [{ price: '5' }] },
          { total: '6', lines: [{ price: '5' }] },
        ],
      },
      'an order without lines': { orders: [{ total: '0' }] },
      'no orders': {},
    },
    [
      has('orders', measured(measure('count', 'lines'), 'greater_than_or_equal', 2))(
        'greater_than',
        0,
        ['an order of two lines'],
        'that have more than 0 orders (that have at least 2 lines)',
      ),
      has('orders', measured(measure('count', 'lines'), 'equals', 0))(
        'greater_than',
        0,
        ['an order without lines'],
        'that have more than 0 orders (that have no lines)',
      ),
      has('orders', measured(measure('sum', 'lines', { of: 'price' }), 'equals', { field: 'total' }))(
        'equals',
        1,
        ['an order of two lines', 'two orders of one line', 'an order without lines'],
        'that have exactly 1 order (whose sum of price over all lines is the same as total)',
      ),
      has('orders', is('total', 'greater_than', measure('sum', 'lines', { of: 'price' }) as Value))(
        'equals',
        1,
        ['two orders of one line'],
        'that have exactly 1 order (whose total is more than the sum of price over all lines)',
      ),
      has('orders', is('line_sum', 'equals', 5))(
        'equals',
        2,
        ['two orders of one line'],
        'that have exactly 2 orders (whose line sum is 5)',
      ),
      has(
        'orders',
        measured(
          measure('count', 'lines', {
            where: all(is('price', 'equals', { field: 'total', from: 'parent' })),
          }),
          'equals',
          1,
        ),
      )(
        'equals',
        1,
        ['two orders of one line'],
        'that have exactly 1 order (that has exactly 1 line [whose price is the same as that order’s total])',
      ),
      asked(measure('maximum', 'orders', { of: 'line_sum' }))(
        'equals',
        10,
        ['an order of two lines'],
        'whose highest line sum over all orders is 10',
      ),
    ],
  ),
  scene(
    'References to the subject from within',
    {
      'limit 10, order of 11': {
        credit: '10',
        orders: [{ total: '11', placed_at: '2024-06-02T10:00:00Z' }],
        seen: '2024-06-01T10:00:00Z',
      },
      'limit 10, order of 10': { credit: '10', orders: [{ total: '10' }], seen: '2024-06-02T10:00:00Z' },
      'no limit, order of 11': { orders: [{ total: '11' }] },
    },
    [
      has('orders', is('total', 'greater_than', { field: 'credit', from: 'subject' }))(
        'greater_than',
        0,
        ['limit 10, order of 11'],
        'that have more than 0 orders (whose total is more than the guest’s credit)',
      ),
      has('orders', is('total', 'equals', { field: 'credit', from: 'parent', times: '1.1' }))(
        'greater_than',
        0,
        ['limit 10, order of 11'],
        'that have more than 0 orders (whose total is the same as that guest’s credit × 1.1)',
      ),
      has('orders', is('total', 'not_equals', { field: 'credit', from: 'subject' }))(
        'greater_than',
        0,
        ['limit 10, order of 11', 'no limit, order of 11'],
        'that have more than 0 orders (whose total is not the same as the guest’s credit [or either is missing])',
      ),
      has('orders', is('placed_at', 'equals', { field: 'seen', from: 'subject', plus: { days: 1 } }))(
        'equals',
        1,
        ['limit 10, order of 11'],
        `that have exactly 1 order (whose placed at is the same as 1 day after the guest’s seen)${berlin}`,
      ),
      has('orders', is('total', 'greater_than', { field: 'order_count', from: 'subject', times: '10' }))(
        'equals',
        1,
        ['limit 10, order of 11', 'no limit, order of 11'],
        'that have exactly 1 order (whose total is more than the guest’s order count × 10)',
      ),
    ],
  ),
];
