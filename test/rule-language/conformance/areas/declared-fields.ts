/** Fields that the catalogue makes up: metrics and derived fields. */

import { allBut, asking, berlin, nobody, scene } from '../scene.js';

export const declaredFields = [
  scene(
    'Metrics are exactly their measures',
    {
      'paid 10, open 90': {
        credit: '30',
        orders: [
          { status: 'paid', total: '10', placed_at: '2024-06-10T10:00:00Z' },
          { status: 'open', total: '90' },
        ],
      },
      'paid 30': { credit: '30', orders: [{ status: 'paid', total: '30' }] },
      'no orders': { credit: '30' },
    },
    [
      asking('total_spend')('equals', 10, ['paid 10, open 90'], 'whose total spend is 10'),
      asking('total_spend')('less_than', 10, ['no orders'], 'whose total spend is less than 10'),
      asking('total_spend')('is_empty', undefined, nobody, 'whose total spend is missing'),
      asking('total_spend')(
        'greater_than_or_equal',
        { field: 'credit', times: '0.5' },
        ['paid 30'],
        'whose total spend is at least credit × 0.5',
      ),
      asking('order_count')('not_equals', 2, ['paid 30', 'no orders'], 'whose order count is not 2'),
      asking('average_order')('equals', 50, ['paid 10, open 90'], 'whose average order is 50'),
      asking('average_order')('is_empty', undefined, ['no orders'], 'whose average order is missing'),
      asking('last_order_at')(
        'within_last',
        { days: 3 },
        ['paid 10, open 90'],
        `whose last order at is in the last 3 days including today${berlin}`,
      ),
      asking('last_order_at')('is_empty', undefined, ['no orders'], 'whose last order at is missing'),
      asking('left_to_spend')('equals', 0, ['paid 30'], 'whose left to spend is 0'),
      asking('left_to_spend')('equals', 30, ['no orders'], 'whose left to spend is 30'),
      asking('days_since_order')('equals', 2, ['paid 10, open 90'], `whose days since order are 2${berlin}`),
      asking('days_since_order')(
        'not_equals',
        2,
        ['paid 30', 'no orders'],
        `whose days since order are not 2 (or are missing)${berlin}`,
      ),
    ],
  ),
  scene(
    'Derived fields',
    {
      '18 today': { birthday: '2006-06-12', email: 'anna@Example.com' },
      '18 tomorrow': { birthday: '2006-06-13', email: 'ben@example.org' },
      'not born yet': { birthday: '2024-06-13', email: 'no address' },
      'nothing known': {},
      'seen and promised': { seen: '2024-06-12T09:00:00Z', promised: '2024-06-12T10:00:00Z' },
      'seen alone': { seen: '2024-06-12T10:00:00Z' },
      'a friend of who is 18 today': { friend_id: '18 today' },
    },
    [
      asking('age')('equals', 18, ['18 today'], `whose age is 18${berlin}`),
      asking('age')('less_than', 18, ['18 tomorrow'], `whose age is less than 18${berlin}`),
      asking('age')(
        'is_empty',
        undefined,
        allBut('18 today', '18 tomorrow'),
        `whose age is missing${berlin}`,
      ),
      asking('age')(
        'in_top',
        1,
        ['18 today'],
        `whose age is among the top 1 (ties included) of all guests that have one${berlin}`,
      ),
      asking('is_adult')('equals', true, ['18 today'], `whose is adult is yes${berlin}`),
      asking('is_adult')('equals', false, allBut('18 today'), `whose is adult is no${berlin}`),
      asking('email_domain')('equals', 'EXAMPLE.COM', ['18 today'], 'whose email domain is “EXAMPLE.COM”'),
      asking('email_domain')(
        'is_empty',
        undefined,
        allBut('18 today', '18 tomorrow'),
        'whose email domain is missing',
      ),
      asking('birth_month')(
        'on',
        '2006-06-01',
        ['18 today', '18 tomorrow'],
        'whose birth month is on 1 June 2006',
      ),
      asking('later_of_both')(
        'equals',
        '2024-06-12T10:00:00Z',
        ['seen and promised'],
        `whose later of both is exactly 12 June 2024 at 12:00${berlin}`,
      ),
      asking('later_of_both')(
        'within_last',
        { hours: 1 },
        ['seen and promised'],
        'whose later of both is less than 1 hour ago',
      ),
      asking('friend.age')(
        'equals',
        18,
        ['a friend of who is 18 today'],
        `whose friend’s age is 18${berlin}`,
      ),
      asking('friend.is_adult')('equals', false, nobody, `whose friend’s is adult is no${berlin}`),
      asking('friend.is_adult')(
        'is_empty',
        undefined,
        allBut('a friend of who is 18 today'),
        `whose friend’s is adult is missing${berlin}`,
      ),
    ],
  ),
];
