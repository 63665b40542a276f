/** The smallest and the largest. */

import { allBut, asked, berlin, measure, nobody, scene } from '../scene.js';
import { noTotal, ten, withTotals } from '../totals.js';

const smallest = asked(measure('minimum', 'orders', { of: 'total' }));
const largest = asked(measure('maximum', 'orders', { of: 'total' }));

const latestOrder = asked(measure('maximum', 'orders', { of: 'placed_at' }));
const earliestOrder = asked(measure('minimum', 'orders', { of: 'placed_at' }));
const latestShipped = asked(measure('maximum', 'orders', { of: 'shipped' }));

export const extremes = [
  scene('Minimum and maximum of numbers', withTotals, [
    smallest('equals', 5, ['two of 5'], 'whose lowest total over all orders is 5'),
    smallest('less_than', 0, ['minus 10 and 10'], 'whose lowest total over all orders is less than 0'),
    smallest('greater_than_or_equal', 10, ten, 'whose lowest total over all orders is at least 10'),
    smallest('is_empty', undefined, noTotal, 'whose lowest total over all orders is missing'),
    smallest(
      'not_equals',
      5,
      allBut('two of 5'),
      'whose lowest total over all orders is not 5 (or is missing)',
    ),
    largest('equals', 10, [...ten, 'minus 10 and 10'], 'whose highest total over all orders is 10'),
    largest('less_than', 10, ['two of 5'], 'whose highest total over all orders is less than 10'),
    largest(
      'greater_than',
      5,
      [...ten, 'minus 10 and 10'],
      'whose highest total over all orders is more than 5',
    ),
    largest('is_not_empty', undefined, allBut(...noTotal), 'whose highest total over all orders is known'),
    largest(
      'not_between',
      [5, 10],
      noTotal,
      'whose highest total over all orders is less than 5 or more than 10 (or is missing)',
    ),
  ]),
  scene(
    'Minimum and maximum of dates and datetimes',
    {
      'none shipped': { orders: [{}] },
      'in May and June': {
        orders: [
          { shipped: '2024-05-31', placed_at: '2024-05-30T10:00:00Z' },
          { shipped: '2024-06-10', placed_at: '2024-06-09T10:00:00Z' },
        ],
      },
      'in June only': { orders: [{ shipped: '2024-06-01', placed_at: '2024-05-31T22:00:00Z' }] },
      'at the end of time': { orders: [{ shipped: 'infinity', placed_at: '2024-06-12T10:00:00Z' }] },
      'no orders': {},
    },
    [
      asked(measure('maximum', 'orders', { of: 'shipped' }))(
        'within_last',
        { days: 3 },
        ['in May and June'],
        `whose latest shipped over all orders is in the last 3 days including today${berlin}`,
      ),
      asked(measure('maximum', 'orders', { of: 'shipped' }))(
        'not_within_last',
        { days: 3 },
        allBut('in May and June'),
        `whose latest shipped over all orders is not in the last 3 days including today (or is missing)${berlin}`,
      ),
      asked(measure('maximum', 'orders', { of: 'shipped' }))(
        'before',
        '2024-06-02',
        ['in June only'],
        'whose latest shipped over all orders is before 2 June 2024',
      ),
      asked(measure('maximum', 'orders', { of: 'shipped' }))(
        'is_empty',
        undefined,
        ['none shipped', 'at the end of time', 'no orders'],
        'whose latest shipped over all orders is missing',
      ),
      asked(measure('minimum', 'orders', { of: 'shipped' }))(
        'in_period',
        'this_month',
        ['in June only'],
        `whose earliest shipped over all orders is in the current calendar month${berlin}`,
      ),
      asked(measure('minimum', 'orders', { of: 'shipped' }))(
        'on',
        '2024-05-31',
        ['in May and June'],
        'whose earliest shipped over all orders is on 31 May 2024',
      ),
      asked(measure('minimum', 'orders', { of: 'placed_at' }))(
        'on',
        '2024-06-01',
        ['none shipped', 'in June only'],
        `whose earliest placed at over all orders is on 1 June 2024${berlin}`,
      ),
      asked(measure('maximum', 'orders', { of: 'placed_at' }))(
        'within_last',
        { hours: 1 },
        ['at the end of time'],
        'whose latest placed at over all orders is less than 1 hour ago',
      ),
      asked(measure('maximum', 'orders', { of: 'placed_at' }))(
        'ago_at_least',
        { days: 4 },
        ['none shipped', 'in June only'],
        `whose latest placed at over all orders is 4 days before today or earlier${berlin}`,
      ),
      asked(measure('maximum', 'orders', { of: 'placed_at' }))(
        'after',
        '2024-06-01',
        ['in May and June', 'at the end of time'],
        `whose latest placed at over all orders is after 1 June 2024${berlin}`,
      ),
      asked(measure('minimum', 'orders', { of: 'placed_at' }))(
        'is_empty',
        undefined,
        ['no orders'],
        'whose earliest placed at over all orders is missing',
      ),
    ],
  ),
  scene(
    'The latest counts, wherever another lies; the earliest too',
    {
      'yesterday and today': {
        orders: [
          { placed_at: '2024-06-11T10:00:00Z', shipped: '2024-06-11' },
          { placed_at: '2024-06-12T09:00:00Z', shipped: '2024-06-12' },
        ],
      },
      'yesterday alone': { orders: [{ placed_at: '2024-06-11T10:00:00Z', shipped: '2024-06-11' }] },
      'today, to be shipped next week': {
        orders: [{ placed_at: '2024-06-12T09:00:00Z', shipped: '2024-06-19' }, { shipped: '2024-06-12' }],
      },
      'booked yesterday, today and tomorrow': {
        bookings: ['2024-06-11', '2024-06-12', '2024-06-13'].map((day) => ({
          start: `${day}T09:00:00Z`,
        })),
      },
      'booked today': { bookings: [{ start: '2024-06-12T09:00:00Z' }] },
    },
    [
      latestOrder(
        'in_period',
        'yesterday',
        ['yesterday alone'],
        `whose latest placed at over all orders is yesterday${berlin}`,
      ),
      latestOrder(
        'in_period',
        'today',
        ['yesterday and today', 'today, to be shipped next week'],
        `whose latest placed at over all orders is today${berlin}`,
      ),
      latestOrder(
        'ago_between',
        [{ hours: 1 }, { hours: 2 }],
        ['yesterday and today', 'today, to be shipped next week'],
        'whose latest placed at over all orders is from 2 hours ago up to and including 1 hour ago',
      ),
      latestOrder(
        'ago_between',
        [{ hours: 20 }, { hours: 30 }],
        ['yesterday alone'],
        'whose latest placed at over all orders is from 30 hours ago up to and including 20 hours ago',
      ),
      latestOrder(
        'before',
        '2024-06-12',
        ['yesterday alone'],
        `whose latest placed at over all orders is before 12 June 2024${berlin}`,
      ),
      latestOrder(
        'on_or_after',
        '2024-06-12',
        ['yesterday and today', 'today, to be shipped next week'],
        `whose latest placed at over all orders is on or after 12 June 2024${berlin}`,
      ),
      latestOrder(
        'on',
        '2024-06-11',
        ['yesterday alone'],
        `whose latest placed at over all orders is on 11 June 2024${berlin}`,
      ),
      earliestOrder(
        'within_last',
        { hours: 2 },
        nobody,
        'whose earliest placed at over all orders is less than 2 hours ago',
      ),
      earliestOrder(
        'within_last',
        { days: 2 },
        ['yesterday and today', 'yesterday alone'],
        `whose earliest placed at over all orders is in the last 2 days including today${berlin}`,
      ),
      earliestOrder(
        'in_period',
        'today',
        nobody,
        `whose earliest placed at over all orders is today${berlin}`,
      ),
      earliestOrder(
        'ago_at_least',
        { days: 1 },
        ['yesterday and today', 'yesterday alone', 'today, to be shipped next week'],
        `whose earliest placed at over all orders is 1 day before today or earlier${berlin}`,
      ),
      earliestOrder(
        'after',
        '2024-06-10',
        ['yesterday and today', 'yesterday alone'],
        `whose earliest placed at over all orders is after 10 June 2024${berlin}`,
      ),
      latestShipped(
        'within_last',
        { days: 3 },
        ['yesterday and today', 'yesterday alone'],
        `whose latest shipped over all orders is in the last 3 days including today${berlin}`,
      ),
      latestShipped(
        'in_period',
        'today',
        ['yesterday and today'],
        `whose latest shipped over all orders is today${berlin}`,
      ),
      latestShipped(
        'ahead_at_least',
        { days: 7 },
        ['today, to be shipped next week'],
        `whose latest shipped over all orders is 7 days after today or later${berlin}`,
      ),
      latestShipped(
        'within_next',
        { weeks: 1 },
        ['yesterday and today'],
        `whose latest shipped over all orders is in the next 1 week including today${berlin}`,
      ),
      asked(measure('maximum', 'bookings', { of: 'start' }))(
        'within_last',
        { days: 1 },
        ['booked today'],
        `whose latest start over all bookings is today${berlin}`,
      ),
      asked(measure('minimum', 'bookings', { of: 'start' }))(
        'within_next',
        { days: 1 },
        ['booked today'],
        `whose earliest start over all bookings is today${berlin}`,
      ),
    ],
  ),
];
