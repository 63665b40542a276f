/** Collections at the end of a path, and of those around. */

import type { Value } from '../../../../src/rule-language/rule.js';
import { all, asked, asking, berlin, is, measure, measured, row, scene } from '../scene.js';

const has = (related: string, ...conditions: Parameters<typeof all>) =>
  asked(measure('count', related, conditions.length > 0 ? { where: all(...conditions) } : {}));

export const pathsToCollections = [
  scene(
    'Collections at the end of a path, and of those around',
    {
      'at Acme': { company_id: 'Acme' },
      'at Acme as well': { company_id: 'Acme', vip: true },
      'at Empty': { company_id: 'Empty', vip: true },
      'at none': {},
      'a friend of the first': { friend_id: 'at Acme' },
    },
    [
      asked(measure('sum', 'company.opportunities', { of: 'amount' }))(
        'equals',
        30,
        ['at Acme', 'at Acme as well'],
        `whose sum of amount over all opportunities of their company is 30${berlin}`,
      ),
      has('company.opportunities', is('amount', 'greater_than', 15))(
        'equals',
        1,
        ['at Acme', 'at Acme as well'],
        `for which there is exactly 1 opportunity of their company (whose amount is more than 15)${berlin}`,
      ),
      has('company.opportunities')(
        'equals',
        0,
        ['at Empty', 'at none', 'a friend of the first'],
        `for which there are no opportunities of their company${berlin}`,
      ),
      has('friend.company.opportunities')(
        'equals',
        2,
        ['a friend of the first'],
        `for which there are exactly 2 opportunities of their friend’s company${berlin}`,
      ),
      has('colleagues')('equals', 2, ['at Acme', 'at Acme as well'], 'that have exactly 2 colleagues'),
      has('colleagues', is('vip', 'equals', true))(
        'equals',
        1,
        ['at Acme', 'at Acme as well', 'at Empty'],
        'that have exactly 1 colleague (whose vip is yes)',
      ),
      has('colleagues')('equals', 0, ['at none', 'a friend of the first'], 'that have no colleagues'),
      asking('company.pipeline')(
        'equals',
        30,
        ['at Acme', 'at Acme as well'],
        `whose company’s pipeline is 30${berlin}`,
      ),
      asking('friend.company.pipeline')(
        'greater_than',
        0,
        ['a friend of the first'],
        `whose friend’s company’s pipeline is more than 0${berlin}`,
      ),
    ],
    {
      companies: {
        Acme: {
          opportunities: [
            { amount: '10', opened: '2024-06-12' },
            { amount: '20', opened: '2024-06-01' },
            { amount: '40', opened: '2024-06-13' },
          ],
        },
        Empty: {},
      },
    },
  ),
  scene(
    'A time that is another record’s, and keys of JSON inside',
    {
      'of a past order': { orders: [{ id: '900001', lines: [{ guest_id: 'of a past order', price: '1' }] }] },
      'of an order to come': {
        orders: [
          {
            placed_at: '2024-06-12T10:00:00.000001Z',
            lines: [{ guest_id: 'of an order to come', price: '1' }],
          },
        ],
      },
      'a page read': { activities: [{ kind: 'call', properties: { page: '/Menu' } }] },
      'no page': { activities: [{ kind: 'call', properties: { page: ['/menu'] } }] },
    },
    [
      has('own_lines')('equals', 1, ['of a past order'], 'that have exactly 1 own line'),
      has('activities', is('properties.page', 'equals', '/menu'))(
        'greater_than',
        0,
        ['a page read'],
        'that have more than 0 activities (whose properties page is “/menu”)',
      ),
      has('activities', is('properties.page', 'is_empty'))(
        'greater_than',
        0,
        ['no page'],
        'that have more than 0 activities (whose properties page is missing)',
      ),
    ],
  ),
  scene(
    'What belongs to a friend is not one’s own',
    {
      'two orders': { orders: [{ total: '5' }, { total: '6' }] },
      'a friend of theirs': { friend_id: 'two orders' },
      'a friend with an order': { friend_id: 'two orders', orders: [{ total: '1' }] },
      'a friend of nobody': { friend_id: 'nobody' },
    },
    [
      has('friend.orders')(
        'greater_than',
        0,
        ['a friend of theirs', 'a friend with an order'],
        'for which there are more than 0 orders of their friend',
      ),
      has('friend.orders')(
        'greater_than',
        1,
        ['a friend of theirs', 'a friend with an order'],
        'for which there is more than 1 order of their friend',
      ),
      has('friend.orders')(
        'equals',
        0,
        ['two orders', 'a friend of nobody'],
        'for which there are no orders of their friend',
      ),
      asked(measure('maximum', 'friend.orders', { of: 'total' }))(
        'equals',
        6,
        ['a friend of theirs', 'a friend with an order'],
        'whose highest total over all orders of their friend is 6',
      ),
      asked(measure('sum', 'friend.orders', { of: 'total' }))(
        'in_top',
        1,
        ['a friend of theirs', 'a friend with an order'],
        'whose sum of total over all orders of their friend is among the top 1 (ties included) of all guests that have one',
      ),
      asked(measure('sum', 'orders', { of: 'total' }))(
        'less_than',
        measure('sum', 'friend.orders', { of: 'total' }) as Value,
        ['a friend of theirs', 'a friend with an order'],
        'whose sum of total over all orders is less than the sum of total over all orders of their friend',
      ),
      row(
        all(
          measured(measure('count', 'orders'), 'greater_than', 0),
          measured(measure('count', 'friend.orders'), 'greater_than', 1),
        ),
        ['a friend with an order'],
        'that have more than 0 orders, and for which there is more than 1 order of their friend',
      ),
    ],
  ),
];
