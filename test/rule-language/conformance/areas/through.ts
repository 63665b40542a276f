/** Collections through collections. */

import { all, asked, is, measure, scene } from '../scene.js';

const has = (related: string, ...conditions: Parameters<typeof all>) =>
  asked(measure('count', related, conditions.length > 0 ? { where: all(...conditions) } : {}));

export const through = [
  scene(
    'Collections through collections, with what their steps ask',
    {
      'wine, paid': { orders: [{ status: 'paid', lines: [{ dish_id: 'Riesling', price: '9' }] }] },
      'wine, open': { orders: [{ status: 'open', lines: [{ dish_id: 'Riesling', price: '9' }] }] },
      'the same wine in two orders': {
        orders: [
          {
            status: 'paid',
            lines: [
              { dish_id: 'Merlot', price: '7' },
              { dish_id: 'Merlot', price: '7' },
            ],
          },
          { status: 'paid', lines: [{ dish_id: 'Merlot', price: '7' }] },
        ],
      },
      'wine and soup': {
        orders: [
          {
            status: 'paid',
            lines: [
              { dish_id: 'Riesling', price: '9' },
              { dish_id: 'Borscht', price: '5' },
            ],
          },
        ],
      },
      'an unknown dish': { orders: [{ status: 'paid', lines: [{ dish_id: 'Nothing', price: '1' }] }] },
      'wine tomorrow': {
        orders: [
          { status: 'paid', placed_at: '2024-06-13T10:00:00Z', lines: [{ dish_id: 'Riesling', price: '9' }] },
        ],
      },
      'an empty order': { orders: [{ status: 'paid' }] },
    },
    [
      has('paid_lines')(
        'equals',
        0,
        ['wine, open', 'wine tomorrow', 'an empty order'],
        'that have no paid lines',
      ),
      has('paid_lines')('equals', 3, ['the same wine in two orders'], 'that have exactly 3 paid lines'),
      has('paid_orders')(
        'equals',
        1,
        ['wine, paid', 'wine and soup', 'an unknown dish', 'an empty order'],
        'that have exactly 1 paid order',
      ),
      has('dishes')(
        'equals',
        1,
        ['wine, paid', 'wine, open', 'the same wine in two orders'],
        'that have exactly 1 dish',
      ),
      asked(measure('sum', 'dishes', { of: 'price' }))(
        'equals',
        7,
        ['the same wine in two orders'],
        'whose sum of price over all dishes is 7',
      ),
      asked(measure('sum', 'paid_lines', { of: 'price' }))(
        'equals',
        21,
        ['the same wine in two orders'],
        'whose sum of price over all paid lines is 21',
      ),
      has('dishes', is('kind', 'equals', 'soup'))(
        'greater_than',
        0,
        ['wine and soup'],
        'that have more than 0 dishes (whose kind is soup)',
      ),
      has('paid_lines', is('dish.kind', 'equals', 'wine'))(
        'greater_than',
        0,
        ['wine, paid', 'the same wine in two orders', 'wine and soup'],
        'that have more than 0 paid lines (whose dish’s kind is wine)',
      ),
      has('paid_lines', is('dish', 'is_empty'))(
        'greater_than',
        0,
        ['an unknown dish'],
        'that have more than 0 paid lines (that have no dish)',
      ),
      has('paid_lines', is('dish', 'is_not_empty'), is('order.status', 'equals', 'paid'))(
        'equals',
        2,
        ['wine and soup'],
        'that have exactly 2 paid lines (that have a dish, and whose order’s status is paid)',
      ),
      asked(
        measure('share', 'paid_lines', { of: 'price', satisfying: all(is('dish.kind', 'equals', 'soup')) }),
      )(
        'between',
        ['0.35', '0.36'],
        ['wine and soup'],
        'whose share of price over all paid lines that falls on those (whose dish’s kind is soup) is at least 35% and at most 36%',
      ),
      asked(measure('most_frequent', 'paid_lines', { of: 'dish.kind' }))(
        'equals',
        'soup',
        ['wine and soup'],
        'whose most frequent dish’s kind (any of those tied) over all paid lines is soup',
      ),
    ],
  ),
];
