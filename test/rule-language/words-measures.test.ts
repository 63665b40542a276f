/** The words of measures, of references and of what is reached along paths. */

import { describe, expect, test } from '@jest/globals';
import { measures } from '../../src/rule-language/measures.js';
import { all, any, field, inWords, related } from './words-saying.js';

const paid = { where: all(field('status', 'equals', 'paid')) };
const orders = (measure: string, more: object, operator?: string, value?: unknown): object =>
  related('orders', measure, more, operator, value);
const count = (operator: string, value?: unknown, more: object = {}): object =>
  orders('count', more, operator, value);
const zoned = ' – time zone Europe/Berlin';

const counts: readonly (readonly [string, object])[] = [
  ['that have no orders', count('equals', 0)],
  ['that have exactly 1 order', count('equals', 1)],
  ['that have exactly 1 or 2 orders', count('in_list', [1, 2])],
  ['that have more than 0 orders', count('greater_than', 0)],
  ['that have at least 1,000 orders', count('greater_than_or_equal', 1000)],
  ['that have fewer than 3 orders', count('less_than', 3)],
  ['that have at most 1 order (whose status is Paid)', count('less_than_or_equal', 1, paid)],
  ['that have at least 2 and at most 5 orders', count('between', [2, 5])],
  ['whose number of all orders is not 3', count('not_equals', 3)],
  ['whose number of all orders is neither 1 nor 2', count('not_in_list', [1, 2])],
  ['whose number of all orders is less than 2 or more than 5', count('not_between', [2, 5])],
  ['whose number of all orders is missing', count('is_empty')],
  [
    'whose number of orders (whose status is Paid) is among the top 10 (ties included) of all contacts that have one',
    count('in_top', 10, paid),
  ],
  [
    `for which there is exactly 1 opportunity of their company${zoned}`,
    related('company.opportunities', 'count', {}, 'equals', 1),
  ],
  [
    `for which there are no opportunities of their company${zoned}`,
    related('company.opportunities', 'count', {}, 'equals', 0),
  ],
  [
    `that have at least 8 orders (whose placed at is in the last 30 days including today, and whose status is Paid or Fulfilled)${zoned}`,
    count('greater_than_or_equal', 8, {
      where: all(
        field('placed_at', 'within_last', { days: 30 }),
        field('status', 'in_list', ['paid', 'fulfilled']),
      ),
    }),
  ],
  [
    'that have exactly 1 order (that has at least 3 lines [whose category is “wine”])',
    count('equals', 1, {
      where: all(
        related(
          'lines',
          'count',
          { where: all(field('category', 'equals', 'wine')) },
          'greater_than_or_equal',
          3,
        ),
      ),
    }),
  ],
  [
    'that have at least 2 orders (whose channel is Online, and [whose total is more than 50, or whose coupon is known])',
    count('greater_than_or_equal', 2, {
      where: all(
        field('channel', 'equals', 'online'),
        any(field('total', 'greater_than', 50), field('coupon', 'is_not_empty')),
      ),
    }),
  ],
];

const others: Readonly<Record<string, readonly (readonly [string, object])[]>> = {
  sum: [
    [
      'whose sum of total over all orders is more than 500',
      orders('sum', { of: 'total' }, 'greater_than', 500),
    ],
    [
      'whose sum of total over orders (whose status is Paid) is not 500',
      orders('sum', { of: 'total', ...paid }, 'not_equals', 500),
    ],
  ],
  average: [
    [
      'whose average total over all orders is not 5 (or is missing)',
      orders('average', { of: 'total' }, 'not_equals', 5),
    ],
  ],
  minimum: [
    [
      'whose lowest total over all orders is at most 5',
      orders('minimum', { of: 'total' }, 'less_than_or_equal', 5),
    ],
    [
      'whose earliest placed at over all orders is less than 3 hours ago',
      orders('minimum', { of: 'placed_at' }, 'within_last', { hours: 3 }),
    ],
  ],
  maximum: [
    ['whose highest total over all orders is missing', orders('maximum', { of: 'total' }, 'is_empty')],
    [
      `whose latest placed at over all orders is before 1 January 2024${zoned}`,
      orders('maximum', { of: 'placed_at' }, 'before', '2024-01-01'),
    ],
  ],
  distinct: [
    [
      `whose number of different values of date of placed at over all orders is at least 3${zoned}`,
      orders('distinct', { of: 'placed_at.date' }, 'greater_than_or_equal', 3),
    ],
    [
      'whose number of different values of shop’s city over all orders is not 3',
      orders('distinct', { of: 'shop.city' }, 'not_equals', 3),
    ],
  ],
  most_frequent: [
    [
      'whose most frequent status (any of those tied) over all orders is Paid or Cancelled',
      orders('most_frequent', { of: 'status' }, 'in_list', ['paid', 'cancelled']),
    ],
    [
      'whose most frequent status (each of those tied) over all orders is not Paid (or is missing)',
      orders('most_frequent', { of: 'status' }, 'not_equals', 'paid'),
    ],
    [
      'whose most frequent status over all orders is missing',
      orders('most_frequent', { of: 'status' }, 'is_empty'),
    ],
  ],
  first: [
    ['whose channel of the first order is Online', orders('first', { of: 'channel' }, 'equals', 'online')],
  ],
  last: [
    [
      'whose shop’s city of the last order (whose status is Paid) does not contain “x” (or is missing)',
      orders('last', { of: 'shop.city', ...paid }, 'not_contains', 'x'),
    ],
  ],
  share: [
    [
      `whose share of all orders that falls on those (whose placed at is at a time from 11:00 to before 14:00) is more than 50%${zoned}`,
      orders('share', { satisfying: all(field('placed_at', 'hour_between', [11, 14])) }, 'greater_than', 0.5),
    ],
    [
      'whose share of total over orders (whose status is Paid) that falls on those (whose channel is Online) is at least 12.5% and at most 100%',
      orders(
        'share',
        { of: 'total', ...paid, satisfying: all(field('channel', 'equals', 'online')) },
        'between',
        [0.125, 1],
      ),
    ],
  ],
  average_gap: [
    [
      `whose average number of days between days with orders (whose status is Paid) is less than 3 or more than 30 (or is missing)${zoned}`,
      orders('average_gap', paid, 'not_between', [3, 30]),
    ],
  ],
};

const metrics: readonly (readonly [string, object])[] = [
  ['whose total spend is more than 1,000', field('total_spend', 'greater_than', 1000)],
  ['whose total spend is not 0', field('total_spend', 'not_equals', 0)],
  [`whose recent orders are at least 3${zoned}`, field('recent_orders', 'greater_than_or_equal', 3)],
  ['whose first order at is known', field('first_order_at', 'is_not_empty')],
  ['whose favourite status is not Paid (or is missing)', field('favourite_status', 'not_equals', 'paid')],
  [`whose age is at least 18${zoned}`, field('age', 'greater_than_or_equal', 18)],
  [`whose sign up year is 2,024${zoned}`, field('sign_up_year', 'equals', 2024)],
  ['whose email domain ends with “.de”', field('email_domain', 'ends_with', '.de')],
  [`whose weekday of signed up at is Friday${zoned}`, field('signed_up_at.weekday', 'equals', 'friday')],
  [
    `whose hour of signed up at is at least 18${zoned}`,
    field('signed_up_at.hour', 'greater_than_or_equal', 18),
  ],
  ['that have no company', field('company', 'is_empty')],
  ['that have a company', field('company', 'is_not_empty')],
  ['whose company has no owner (or is missing)', field('company.owner', 'is_empty')],
  ['whose company has an owner', field('company.owner', 'is_not_empty')],
  [
    'whose company’s owner’s industry is “Hotels” or “Spas”',
    field('company.owner.industry', 'in_list', ['Hotels', 'Spas']),
  ],
];

describe('counts', () => {
  test.each(counts)('Contacts %s.', (words, document) =>
    expect(inWords(document)).toBe(`Contacts ${words}.`),
  );
});

describe('measures', () => {
  test.each(Object.values(others).flat())('Contacts %s.', (words, document) =>
    expect(inWords(document)).toBe(`Contacts ${words}.`),
  );

  test('has words for each', () => {
    expect(['count', ...Object.keys(others)].toSorted()).toEqual([...measures].toSorted());
  });
});

describe('metrics, derived fields, parts and paths', () => {
  test.each(metrics)('Contacts %s.', (words, document) =>
    expect(inWords(document)).toBe(`Contacts ${words}.`),
  );
});
