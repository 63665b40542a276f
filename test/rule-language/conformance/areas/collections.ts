/** Which related records are there, and what is said of one of them. */

import { all, allBut, any, asked, berlin, is, measure, measured, none, row, scene } from '../scene.js';

const has = (related: string, ...conditions: Parameters<typeof all>) =>
  asked(measure('count', related, conditions.length > 0 ? { where: all(...conditions) } : {}));
const isPaid = is('status', 'equals', 'paid');

export const collections = [
  scene(
    'Which records are there',
    {
      nothing: {},
      'all a microsecond from now': {
        orders: [{ placed_at: '2024-06-12T10:00:00.000001Z' }],
        bookings: [{ start: '2024-06-12T10:00:00.000001Z', seats: 2 }],
        stops: [{ day: '2024-06-13' }],
      },
      'all now': {
        orders: [{ placed_at: '2024-06-12T10:00:00Z' }],
        bookings: [{ start: '2024-06-12T10:00:00Z', seats: 4 }],
        stops: [{ day: '2024-06-12', spent: '10' }],
      },
      'all without a time': { orders: [{ placed_at: null }], bookings: [{ seats: 4 }], stops: [{}] },
      'all before time began': { orders: [{ placed_at: '-infinity' }], stops: [{ day: '-infinity' }] },
    },
    [
      has('orders')('greater_than', 0, ['all now'], 'that have more than 0 orders'),
      has('stops')('equals', 1, ['all now'], `that have exactly 1 stop${berlin}`),
      has('bookings')(
        'equals',
        1,
        ['all a microsecond from now', 'all now', 'all without a time'],
        'that have exactly 1 booking',
      ),
      has('kept_bookings')('equals', 1, ['all now'], 'that have exactly 1 kept booking'),
      has('bookings', is('start', 'within_next', { hours: 1 }))(
        'equals',
        1,
        ['all a microsecond from now', 'all now'],
        'that have exactly 1 booking (whose start is less than 1 hour from now)',
      ),
      asked(measure('sum', 'bookings', { of: 'seats' }))(
        'equals',
        4,
        ['all now', 'all without a time'],
        'whose sum of seats over all bookings is 4',
      ),
      asked(measure('last', 'bookings', { of: 'seats' }))(
        'equals',
        2,
        ['all a microsecond from now'],
        'whose seats of the last booking are 2',
      ),
      asked(measure('last', 'bookings', { of: 'seats' }))(
        'is_empty',
        undefined,
        allBut('all a microsecond from now', 'all now'),
        'whose seats of the last booking are missing',
      ),
      asked(measure('last', 'stops', { of: 'spent' }))(
        'equals',
        10,
        ['all now'],
        `whose spent of the last stop is 10${berlin}`,
      ),
    ],
  ),
  scene(
    'A day has come when it has in the local time: in Los Angeles it is 12 June',
    {
      'on 12 June': { stops: [{ day: '2024-06-12' }] },
      'on 13 June': { stops: [{ day: '2024-06-13' }] },
    },
    [has('stops')('equals', 1, ['on 12 June'], 'that have exactly 1 stop – time zone America/Los_Angeles')],
    { asOf: '2024-06-13T03:00:00.000000Z', zone: 'America/Los_Angeles' },
  ),
  scene(
    'All conditions inside speak about the same record',
    {
      'paid 5, open 50': {
        orders: [
          { status: 'paid', total: '5' },
          { status: 'open', total: '50' },
        ],
      },
      'paid 50': { orders: [{ status: 'paid', total: '50' }] },
      'nothing known': { orders: [{}] },
      'no orders': {},
    },
    [
      has('orders', isPaid, is('total', 'greater_than', 10))(
        'greater_than_or_equal',
        1,
        ['paid 50'],
        'that have at least 1 order (whose status is paid, and whose total is more than 10)',
      ),
      row(
        all(
          measured(measure('count', 'orders', { where: all(isPaid) }), 'greater_than', 0),
          measured(
            measure('count', 'orders', { where: all(is('total', 'greater_than', 10)) }),
            'greater_than',
            0,
          ),
        ),
        ['paid 5, open 50', 'paid 50'],
        'that have more than 0 orders (whose status is paid), and that have more than 0 orders (whose total is more than 10)',
      ),
      has('orders', is('status', 'not_equals', 'paid'))(
        'greater_than',
        0,
        ['paid 5, open 50', 'nothing known'],
        'that have more than 0 orders (whose status is not paid [or is missing])',
      ),
      has('orders', none(isPaid, is('total', 'greater_than', 10)))(
        'equals',
        1,
        ['nothing known'],
        'that have exactly 1 order (matching none of [status is paid; total is more than 10])',
      ),
      has('orders', any(isPaid, is('total', 'greater_than', 10)))(
        'equals',
        2,
        ['paid 5, open 50'],
        'that have exactly 2 orders (whose status is paid, or whose total is more than 10)',
      ),
      has('orders', is('total', 'is_empty'))(
        'greater_than',
        0,
        ['nothing known'],
        'that have more than 0 orders (whose total is missing)',
      ),
      has('orders', { everyone: true })(
        'equals',
        0,
        ['no orders'],
        'that have no orders (without any condition)',
      ),
    ],
  ),
];
