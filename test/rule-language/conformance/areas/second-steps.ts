/** A second step, told from the first. */

import { all, asked, berlin, is, measure, measured, scene } from '../scene.js';

const has = (related: string, ...conditions: Parameters<typeof all>) =>
  asked(measure('count', related, conditions.length > 0 ? { where: all(...conditions) } : {}));
const cartTime = { field: 'happened_at', from: 'parent' } as const;

export const secondSteps = [
  scene(
    'A second step: a cart, and no order within a day after it',
    {
      'ordered right then': { activities: [{ kind: 'cart' }], orders: [{}] },
      'ordered exactly a day later': {
        activities: [{ kind: 'cart' }],
        orders: [{ placed_at: '2024-06-02T12:00:00Z' }],
      },
      'ordered a microsecond too late': {
        activities: [{ kind: 'cart' }],
        orders: [{ placed_at: '2024-06-02T12:00:00.000001Z' }],
      },
      'ordered before': { activities: [{ kind: 'cart' }], orders: [{ placed_at: '2024-06-01T11:59:59Z' }] },
      'never ordered': { activities: [{ kind: 'cart' }] },
      'ordered after one of two carts': {
        activities: [{ kind: 'cart', happened_at: '2024-05-01T12:00:00Z' }, { kind: 'cart' }],
        orders: [{ placed_at: '2024-06-01T13:00:00Z' }],
      },
      'no cart': { activities: [{ kind: 'call' }] },
      'a cart at an unknown time': { activities: [{ kind: 'cart', happened_at: null }] },
    },
    [
      has(
        'activities',
        is('kind', 'equals', 'cart'),
        measured(
          measure('count', 'subject.orders', {
            where: all(is('placed_at', 'between', [cartTime, { ...cartTime, plus: { days: 1 } }])),
          }),
          'equals',
          0,
        ),
      )(
        'greater_than_or_equal',
        1,
        [
          'ordered a microsecond too late',
          'ordered before',
          'never ordered',
          'ordered after one of two carts',
        ],
        `that have at least 1 activity (whose kind is cart, and for which there are no orders of the guest [whose placed at is from that activity’s happened at up to and including 1 day after that activity’s happened at])${berlin}`,
      ),
      has('activities', measured(measure('count', 'subject.orders'), 'greater_than', 0))(
        'equals',
        2,
        ['ordered after one of two carts'],
        'that have exactly 2 activities (for which there are more than 0 orders of the guest)',
      ),
    ],
  ),
];
