/** Shares of the records, or of what they sum to. */

import { all, allBut, asked, is, measure, scene } from '../scene.js';

const paid = all(is('status', 'equals', 'paid'));
const paidShare = measure('share', 'orders', { satisfying: paid });
const paidValue = measure('share', 'orders', { satisfying: paid, of: 'total' });

export const shares = [
  scene(
    'Shares',
    {
      'no orders': {},
      'one of two paid, a quarter of the value': {
        orders: [
          { status: 'paid', total: '5' },
          { status: 'open', total: '15' },
        ],
      },
      'all paid': { orders: [{ status: 'paid', total: '5' }, { status: 'paid' }] },
      'none paid': { orders: [{ status: 'open', total: '5' }] },
      'one of three paid': { orders: [{ status: 'paid' }, { status: 'open' }, {}] },
      'worth nothing': {
        orders: [
          { status: 'paid', total: '5' },
          { status: 'open', total: '-5' },
        ],
      },
      'worth less than nothing': {
        orders: [
          { status: 'paid', total: '5' },
          { status: 'open', total: '-15' },
        ],
      },
    },
    [
      asked(paidShare)(
        'equals',
        '0.5',
        ['one of two paid, a quarter of the value', 'worth nothing', 'worth less than nothing'],
        'whose share of all orders that falls on those (whose status is paid) is 50%',
      ),
      asked(paidShare)(
        'greater_than',
        '0.5',
        ['all paid'],
        'whose share of all orders that falls on those (whose status is paid) is more than 50%',
      ),
      asked(paidShare)(
        'greater_than_or_equal',
        1,
        ['all paid'],
        'whose share of all orders that falls on those (whose status is paid) is at least 100%',
      ),
      asked(paidShare)(
        'equals',
        0,
        ['none paid'],
        'whose share of all orders that falls on those (whose status is paid) is 0%',
      ),
      asked(paidShare)(
        'between',
        ['0.33', '0.34'],
        ['one of three paid'],
        'whose share of all orders that falls on those (whose status is paid) is at least 33% and at most 34%',
      ),
      asked(paidShare)(
        'is_empty',
        undefined,
        ['no orders'],
        'whose share of all orders that falls on those (whose status is paid) is missing',
      ),
      asked(paidShare)(
        'not_equals',
        0,
        allBut('none paid'),
        'whose share of all orders that falls on those (whose status is paid) is not 0% (or is missing)',
      ),
      asked(paidValue)(
        'equals',
        '0.25',
        ['one of two paid, a quarter of the value'],
        'whose share of total over all orders that falls on those (whose status is paid) is 25%',
      ),
      asked(paidValue)(
        'equals',
        1,
        ['all paid'],
        'whose share of total over all orders that falls on those (whose status is paid) is 100%',
      ),
      asked(paidValue)(
        'is_empty',
        undefined,
        ['no orders', 'one of three paid', 'worth nothing', 'worth less than nothing'],
        'whose share of total over all orders that falls on those (whose status is paid) is missing',
      ),
      asked(paidValue)(
        'less_than',
        '0.25',
        ['none paid'],
        'whose share of total over all orders that falls on those (whose status is paid) is less than 25%',
      ),
    ],
  ),
];
