/** Counts and sums. */

import { allBut, asked, everybody, measure, nobody, scene } from '../scene.js';
import { none, noTotal, ten, withTotals } from '../totals.js';

const count = asked(measure('count', 'orders'));
const sum = asked(measure('sum', 'orders', { of: 'total' }));

export const counts = [
  scene('Count', withTotals, [
    count('equals', 0, none, 'that have no orders'),
    count('not_equals', 0, allBut(...none), 'whose number of all orders is not 0'),
    count('equals', 1, ['one of 10', 'one without a total', 'one right now'], 'that have exactly 1 order'),
    count('equals', '1.5', nobody, 'that have exactly 1.5 orders'),
    count('greater_than', 0, allBut(...none), 'that have more than 0 orders'),
    count(
      'greater_than',
      1,
      ['two of 5', '10 and not a number', 'minus 10 and 10'],
      'that have more than 1 order',
    ),
    count('greater_than', '0.5', allBut(...none), 'that have more than 0.5 orders'),
    count('greater_than_or_equal', 1, allBut(...none), 'that have at least 1 order'),
    count('greater_than_or_equal', 0, everybody, 'that have at least 0 orders'),
    count('less_than', 1, none, 'that have fewer than 1 order'),
    count(
      'less_than',
      '1.5',
      allBut('two of 5', '10 and not a number', 'minus 10 and 10'),
      'that have fewer than 1.5 orders',
    ),
    count('less_than_or_equal', 0, none, 'that have at most 0 orders'),
    count(
      'less_than_or_equal',
      1,
      allBut('two of 5', '10 and not a number', 'minus 10 and 10'),
      'that have at most 1 order',
    ),
    count(
      'between',
      [0, 1],
      allBut('two of 5', '10 and not a number', 'minus 10 and 10'),
      'that have at least 0 and at most 1 orders',
    ),
    count('not_between', [1, 2], none, 'whose number of all orders is less than 1 or more than 2'),
    count(
      'in_list',
      [0, 2],
      allBut('one of 10', 'one without a total', 'one right now'),
      'that have exactly 0 or 2 orders',
    ),
    count(
      'not_in_list',
      [1, 3],
      [...none, 'two of 5', '10 and not a number', 'minus 10 and 10'],
      'whose number of all orders is neither 1 nor 3',
    ),
    count('is_empty', undefined, nobody, 'whose number of all orders is missing'),
    count('less_than', 0, nobody, 'that have fewer than 0 orders'),
  ]),
  scene('Sum', withTotals, [
    sum('equals', 10, [...ten, 'two of 5'], 'whose sum of total over all orders is 10'),
    sum('equals', 0, [...noTotal, 'minus 10 and 10'], 'whose sum of total over all orders is 0'),
    sum('not_equals', 0, [...ten, 'two of 5'], 'whose sum of total over all orders is not 0'),
    sum('greater_than', '-0.01', everybody, 'whose sum of total over all orders is more than -0.01'),
    sum(
      'greater_than',
      '9.999',
      [...ten, 'two of 5'],
      'whose sum of total over all orders is more than 9.999',
    ),
    sum(
      'less_than_or_equal',
      5,
      [...noTotal, 'minus 10 and 10'],
      'whose sum of total over all orders is at most 5',
    ),
    sum(
      'between',
      [0, 0],
      [...noTotal, 'minus 10 and 10'],
      'whose sum of total over all orders is at least 0 and at most 0',
    ),
    sum('in_list', [10, 11], [...ten, 'two of 5'], 'whose sum of total over all orders is 10 or 11'),
    sum('is_empty', undefined, nobody, 'whose sum of total over all orders is missing'),
  ]),
];
