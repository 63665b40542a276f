/** How many different values, and the most frequent of them. */

import { allBut, asked, berlin, everybody, measure, nobody, scene } from '../scene.js';

export const values = [
  scene(
    'Distinct values',
    {
      'no orders': {},
      'one text, twice': {
        orders: [
          { note: 'Hello', total: '1.0' },
          { note: 'HELLO', total: '1.00' },
        ],
      },
      'two texts, and a blank': { orders: [{ note: 'Straße' }, { note: 'Strasse' }, { note: '\u3000' }] },
      'two hours of one day': {
        orders: [{ placed_at: '2024-06-10T22:00:00Z' }, { placed_at: '2024-06-11T21:59:59Z' }],
      },
      'two days within an hour': {
        orders: [{ placed_at: '2024-06-10T21:59:59Z' }, { placed_at: '2024-06-10T22:00:00Z' }],
      },
    },
    [
      asked(measure('distinct', 'orders', { of: 'note' }))(
        'equals',
        1,
        ['one text, twice'],
        'whose number of different values of note over all orders is 1',
      ),
      asked(measure('distinct', 'orders', { of: 'note' }))(
        'equals',
        2,
        ['two texts, and a blank'],
        'whose number of different values of note over all orders is 2',
      ),
      asked(measure('distinct', 'orders', { of: 'note' }))(
        'equals',
        0,
        ['no orders', 'two hours of one day', 'two days within an hour'],
        'whose number of different values of note over all orders is 0',
      ),
      asked(measure('distinct', 'orders', { of: 'total' }))(
        'equals',
        1,
        ['one text, twice'],
        'whose number of different values of total over all orders is 1',
      ),
      asked(measure('distinct', 'orders', { of: 'placed_at.date' }))(
        'equals',
        2,
        ['two days within an hour'],
        `whose number of different values of date of placed at over all orders is 2${berlin}`,
      ),
      asked(measure('distinct', 'orders', { of: 'placed_at' }))(
        'greater_than',
        1,
        ['two hours of one day', 'two days within an hour'],
        'whose number of different values of placed at over all orders is more than 1',
      ),
      asked(measure('distinct', 'orders', { of: 'gift' }))(
        'less_than',
        1,
        everybody,
        'whose number of different values of gift over all orders is less than 1',
      ),
      asked(measure('distinct', 'orders', { of: 'status' }))(
        'is_empty',
        undefined,
        nobody,
        'whose number of different values of status over all orders is missing',
      ),
    ],
  ),
  scene(
    'The most frequent, and any of those tied',
    {
      'no orders': {},
      'only blanks': { orders: [{ note: ' ' }, { note: '' }] },
      'yes twice, no once': {
        orders: [
          { note: 'yes', total: '5' },
          { note: 'no', total: '7' },
          { note: 'YES', total: '5.0' },
        ],
      },
      'yes and no once each': {
        orders: [
          { note: 'yes', total: '5' },
          { note: 'no', total: '7' },
        ],
      },
      'no once': { orders: [{ note: 'No', total: '7', gift: true, status: 'paid', shipped: '2024-06-12' }] },
    },
    [
      asked(measure('most_frequent', 'orders', { of: 'note' }))(
        'equals',
        'Yes',
        ['yes twice, no once', 'yes and no once each'],
        'whose most frequent note (any of those tied) over all orders is “Yes”',
      ),
      asked(measure('most_frequent', 'orders', { of: 'note' }))(
        'equals',
        'no',
        ['yes and no once each', 'no once'],
        'whose most frequent note (any of those tied) over all orders is “no”',
      ),
      asked(measure('most_frequent', 'orders', { of: 'note' }))(
        'not_equals',
        'no',
        ['no orders', 'only blanks', 'yes twice, no once'],
        'whose most frequent note (each of those tied) over all orders is not “no” (or is missing)',
      ),
      asked(measure('most_frequent', 'orders', { of: 'note' }))(
        'starts_with',
        'N',
        ['yes and no once each', 'no once'],
        'whose most frequent note (any of those tied) over all orders starts with “N”',
      ),
      asked(measure('most_frequent', 'orders', { of: 'note' }))(
        'is_empty',
        undefined,
        ['no orders', 'only blanks'],
        'whose most frequent note over all orders is missing',
      ),
      asked(measure('most_frequent', 'orders', { of: 'total' }))(
        'less_than',
        7,
        ['yes twice, no once', 'yes and no once each'],
        'whose most frequent total (any of those tied) over all orders is less than 7',
      ),
      asked(measure('most_frequent', 'orders', { of: 'total' }))(
        'between',
        [5, 5],
        ['yes twice, no once', 'yes and no once each'],
        'whose most frequent total (any of those tied) over all orders is at least 5 and at most 5',
      ),
      asked(measure('most_frequent', 'orders', { of: 'gift' }))(
        'equals',
        true,
        ['no once'],
        'whose most frequent gift (any of those tied) over all orders is yes',
      ),
      asked(measure('most_frequent', 'orders', { of: 'status' }))(
        'in_list',
        ['paid', 'open'],
        ['no once'],
        'whose most frequent status (any of those tied) over all orders is paid or open',
      ),
      asked(measure('most_frequent', 'orders', { of: 'shipped' }))(
        'in_period',
        'today',
        ['no once'],
        `whose most frequent shipped (any of those tied) over all orders is today${berlin}`,
      ),
      asked(measure('most_frequent', 'orders', { of: 'placed_at' }))(
        'on',
        '2024-06-01',
        allBut('no orders'),
        `whose most frequent placed at (any of those tied) over all orders is on 1 June 2024${berlin}`,
      ),
      asked(measure('most_frequent', 'orders', { of: 'placed_at.hour' }))(
        'equals',
        14,
        allBut('no orders'),
        `whose most frequent hour of placed at (any of those tied) over all orders is 14${berlin}`,
      ),
    ],
  ),
];
