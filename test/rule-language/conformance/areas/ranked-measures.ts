/** Ranks of measures. */

import { allBut, asked, asking, everybody, measure, scene } from '../scene.js';

const counted = asked(measure('count', 'orders'));
const summed = asked(measure('sum', 'orders', { of: 'total' }));
const averaged = asked(measure('average', 'orders', { of: 'total' }));

export const rankedMeasures = [
  scene(
    'Measures rank those with a record that contributes',
    {
      'three of 1': { orders: [{ total: '1' }, { total: '1' }, { total: '1' }] },
      'one of 10': { orders: [{ total: '10' }] },
      'one of 0': { orders: [{ total: '0' }] },
      'one of minus 5': { orders: [{ total: '-5' }] },
      'one without a total': { orders: [{}] },
      'no orders': {},
      'one to come': { orders: [{ total: '100', placed_at: '2024-06-13T10:00:00Z' }] },
    },
    [
      counted(
        'in_top',
        1,
        ['three of 1'],
        'whose number of all orders is among the top 1 (ties included) of all guests that have one',
      ),
      counted(
        'in_bottom',
        1,
        ['one of 10', 'one of 0', 'one of minus 5', 'one without a total'],
        'whose number of all orders is among the bottom 1 (ties included) of all guests that have one',
      ),
      counted(
        'in_top',
        1000,
        allBut('no orders', 'one to come'),
        'whose number of all orders is among the top 1,000 (ties included) of all guests that have one',
      ),
      counted(
        'in_top_percent',
        20,
        ['three of 1'],
        'whose number of all orders is in the top 20% (ties included) of all guests that have one',
      ),
      counted(
        'in_top_percent',
        '20.1',
        allBut('no orders', 'one to come'),
        'whose number of all orders is in the top 20.1% (ties included) of all guests that have one',
      ),
      summed(
        'in_top',
        2,
        ['three of 1', 'one of 10'],
        'whose sum of total over all orders is among the top 2 (ties included) of all guests that have one',
      ),
      summed(
        'in_bottom',
        1,
        ['one of minus 5'],
        'whose sum of total over all orders is among the bottom 1 (ties included) of all guests that have one',
      ),
      summed(
        'in_bottom',
        2,
        ['one of minus 5', 'one of 0'],
        'whose sum of total over all orders is among the bottom 2 (ties included) of all guests that have one',
      ),
      summed(
        'in_bottom_percent',
        100,
        ['three of 1', 'one of 10', 'one of 0', 'one of minus 5'],
        'whose sum of total over all orders is in the bottom 100% (ties included) of all guests that have one',
      ),
      averaged(
        'in_top_percent',
        50,
        ['three of 1', 'one of 10'],
        'whose average total over all orders is in the top 50% (ties included) of all guests that have one',
      ),
      averaged(
        'in_bottom',
        1,
        ['one of minus 5'],
        'whose average total over all orders is among the bottom 1 (ties included) of all guests that have one',
      ),
      asking('order_count')(
        'in_top',
        1,
        ['three of 1'],
        'whose order count is among the top 1 (ties included) of all guests that have one',
      ),
      asked(measure('maximum', 'orders', { of: 'placed_at' }))(
        'in_bottom',
        1,
        allBut('no orders', 'one to come'),
        'whose latest placed at over all orders is among the earliest 1 (ties included) of all guests that have one',
      ),
    ],
  ),
  scene(
    'Quotients are cut to twelve decimals before they are ranked',
    {
      'a third': { orders: [{ total: '1' }, { total: '0' }, { total: '0' }] },
      'a third, cut': { orders: [{ total: '0.333333333333' }] },
      'a little less': { orders: [{ total: '0.333333333332' }] },
    },
    [
      averaged(
        'in_top',
        1,
        ['a third', 'a third, cut'],
        'whose average total over all orders is among the top 1 (ties included) of all guests that have one',
      ),
      averaged(
        'in_bottom',
        1,
        ['a little less'],
        'whose average total over all orders is among the bottom 1 (ties included) of all guests that have one',
      ),
      averaged(
        'in_top',
        3,
        everybody,
        'whose average total over all orders is among the top 3 (ties included) of all guests that have one',
      ),
    ],
  ),
];
