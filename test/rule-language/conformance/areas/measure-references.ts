/** A measure in the place of a number. */

import type { Value } from '../../../../src/rule-language/rule.js';
import { all, allBut, asked, asking, measure, scene } from '../scene.js';

const points = asking('points');
const the = (field: string, more: object = {}): Value => ({ field, ...more });
const orders = measure('count', 'orders');
const paid = measure('count', 'orders', {
  where: all({ field: 'status', operator: 'equals', value: 'paid' }),
});

export const measureReferences = [
  scene(
    'A measure in the place of a number',
    {
      'two points, two orders, one paid': { points: '2', orders: [{ status: 'paid' }, { status: 'open' }] },
      'no points, no orders': { points: '0' },
      'points unknown, no orders': {},
      'one point, two paid orders': { points: '1', orders: [{ status: 'paid' }, { status: 'paid' }] },
    },
    [
      points(
        'equals',
        orders as Value,
        ['two points, two orders, one paid', 'no points, no orders'],
        'whose points are the same as the number of all orders',
      ),
      points(
        'less_than',
        orders as Value,
        ['one point, two paid orders'],
        'whose points are less than the number of all orders',
      ),
      points(
        'equals',
        { ...orders, times: '0.5' } as Value,
        ['no points, no orders', 'one point, two paid orders'],
        'whose points are the same as the number of all orders × 0.5',
      ),
      points(
        'between',
        [paid as Value, orders as Value],
        ['two points, two orders, one paid', 'no points, no orders'],
        'whose points are at least the number of orders (whose status is paid) and at most the number of all orders',
      ),
      points(
        'not_equals',
        orders as Value,
        ['points unknown, no orders', 'one point, two paid orders'],
        'whose points are not the same as the number of all orders (or are missing)',
      ),
      points(
        'equals',
        the('order_count'),
        ['two points, two orders, one paid', 'no points, no orders'],
        'whose points are the same as order count',
      ),
      asked(orders)(
        'greater_than',
        paid as Value,
        ['two points, two orders, one paid'],
        'whose number of all orders is more than the number of orders (whose status is paid)',
      ),
      asked(orders)(
        'equals',
        paid as Value,
        allBut('two points, two orders, one paid'),
        'whose number of all orders is the same as the number of orders (whose status is paid)',
      ),
      asked(orders)(
        'less_than_or_equal',
        the('points'),
        ['two points, two orders, one paid', 'no points, no orders'],
        'whose number of all orders is at most points',
      ),
      asked(paid)(
        'equals',
        { ...orders, times: '0.5' } as Value,
        ['two points, two orders, one paid', 'no points, no orders', 'points unknown, no orders'],
        'whose number of orders (whose status is paid) is the same as the number of all orders × 0.5',
      ),
    ],
  ),
];
