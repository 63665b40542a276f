/** The first and the last record. */

import { all, allBut, asked, berlin, is, measure, scene } from '../scene.js';

export const firstAndLast = [
  scene(
    'The latest at midnight is of the day that begins',
    {
      'yesterday and at midnight': {
        orders: [{ placed_at: '2024-06-11T10:00:00Z' }, { placed_at: '2024-06-11T22:00:00Z' }],
      },
      'yesterday alone': { orders: [{ placed_at: '2024-06-11T10:00:00Z' }] },
    },
    [
      asked(measure('maximum', 'orders', { of: 'placed_at' }))(
        'in_period',
        'yesterday',
        ['yesterday alone'],
        `whose latest placed at over all orders is yesterday${berlin}`,
      ),
      asked(measure('maximum', 'orders', { of: 'placed_at' }))(
        'in_period',
        'today',
        ['yesterday and at midnight'],
        `whose latest placed at over all orders is today${berlin}`,
      ),
    ],
    { asOf: '2024-06-11T22:00:00.000000Z' },
  ),
  scene(
    'First and last by time, then by key',
    {
      'no orders': {},
      'one without a total': { orders: [{ status: 'open' }] },
      'in order': {
        orders: [
          { total: '1', gift: true, shipped: '2024-06-03', placed_at: '2024-06-01T10:00:00Z' },
          { total: '2', placed_at: '2024-06-02T10:00:00Z' },
        ],
      },
      'the other way round': {
        orders: [
          { total: '1', gift: true, shipped: '2024-06-03', placed_at: '2024-06-02T10:00:00Z' },
          { total: '2', placed_at: '2024-06-01T10:00:00Z' },
        ],
      },
      'both at once': {
        orders: [
          { total: '1', note: 'Hi' },
          { total: '2', note: 'Bye' },
        ],
      },
      'the last without a total': {
        orders: [
          { total: '1', placed_at: '2024-06-01T10:00:00Z' },
          { status: 'paid', placed_at: '2024-06-02T10:00:00Z' },
        ],
      },
    },
    [
      asked(measure('first', 'orders', { of: 'total' }))(
        'equals',
        1,
        ['in order', 'both at once', 'the last without a total'],
        'whose total of the first order is 1',
      ),
      asked(measure('last', 'orders', { of: 'total' }))(
        'equals',
        2,
        ['in order', 'both at once'],
        'whose total of the last order is 2',
      ),
      asked(measure('last', 'orders', { of: 'total' }))(
        'is_empty',
        undefined,
        ['no orders', 'one without a total', 'the last without a total'],
        'whose total of the last order is missing',
      ),
      asked(measure('last', 'orders', { of: 'total' }))(
        'not_equals',
        2,
        allBut('in order', 'both at once'),
        'whose total of the last order is not 2 (or is missing)',
      ),
      asked(measure('last', 'orders', { of: 'status' }))(
        'equals',
        'paid',
        ['the last without a total'],
        'whose status of the last order is paid',
      ),
      asked(measure('first', 'orders', { of: 'status' }))(
        'equals',
        'open',
        ['one without a total'],
        'whose status of the first order is open',
      ),
      asked(measure('last', 'orders', { of: 'note' }))(
        'equals',
        'bye',
        ['both at once'],
        'whose note of the last order is “bye”',
      ),
      asked(measure('first', 'orders', { of: 'note' }))(
        'equals',
        'HI',
        ['both at once'],
        'whose note of the first order is “HI”',
      ),
      asked(measure('first', 'orders', { of: 'gift' }))(
        'equals',
        true,
        ['in order'],
        'whose gift of the first order is yes',
      ),
      asked(measure('last', 'orders', { of: 'gift' }))(
        'equals',
        true,
        ['the other way round'],
        'whose gift of the last order is yes',
      ),
      asked(measure('first', 'orders', { of: 'shipped' }))(
        'on',
        '2024-06-03',
        ['in order'],
        'whose shipped of the first order is on 3 June 2024',
      ),
      asked(measure('last', 'orders', { of: 'shipped' }))(
        'is_not_empty',
        undefined,
        ['the other way round'],
        'whose shipped of the last order is known',
      ),
      asked(measure('last', 'orders', { of: 'placed_at' }))(
        'on',
        '2024-06-02',
        ['in order', 'the other way round', 'the last without a total'],
        `whose placed at of the last order is on 2 June 2024${berlin}`,
      ),
      asked(measure('first', 'orders', { of: 'placed_at' }))(
        'on',
        '2024-06-01',
        allBut('no orders'),
        `whose placed at of the first order is on 1 June 2024${berlin}`,
      ),
      asked(measure('first', 'orders', { of: 'total', where: all(is('placed_at', 'after', '2024-06-01')) }))(
        'equals',
        2,
        ['in order'],
        `whose total of the first order (whose placed at is after 1 June 2024) is 2${berlin}`,
      ),
    ],
  ),
];
