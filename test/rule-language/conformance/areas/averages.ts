/** Averages, which are never rounded. */

import type { Value } from '../../../../src/rule-language/rule.js';
import { allBut, asked, everybody, measure, nobody, scene } from '../scene.js';
import { noTotal, ten, withTotals } from '../totals.js';

const average = asked(measure('average', 'orders', { of: 'total' }));

export const averages = [
  scene('Average', withTotals, [
    average('equals', 10, ten, 'whose average total over all orders is 10'),
    average(
      'not_equals',
      10,
      allBut(...ten),
      'whose average total over all orders is not 10 (or is missing)',
    ),
    average('equals', 0, ['minus 10 and 10'], 'whose average total over all orders is 0'),
    average(
      'less_than',
      '5.01',
      ['two of 5', 'minus 10 and 10'],
      'whose average total over all orders is less than 5.01',
    ),
    average(
      'greater_than_or_equal',
      5,
      [...ten, 'two of 5'],
      'whose average total over all orders is at least 5',
    ),
    average(
      'in_list',
      [5, 0],
      ['two of 5', 'minus 10 and 10'],
      'whose average total over all orders is 5 or 0',
    ),
    average(
      'between',
      [0, 5],
      ['two of 5', 'minus 10 and 10'],
      'whose average total over all orders is at least 0 and at most 5',
    ),
    average('is_empty', undefined, noTotal, 'whose average total over all orders is missing'),
    average('is_not_empty', undefined, allBut(...noTotal), 'whose average total over all orders is known'),
  ]),
  scene(
    'Averages are never rounded',
    { 'ten thirds': { points: '3.333333333333', orders: [{ total: '1' }, { total: '4' }, { total: '5' }] } },
    [
      average(
        'greater_than',
        '3.33333333333333333333333333333333333333',
        everybody,
        'whose average total over all orders is more than 3.33333333333333333333333333333333333333',
      ),
      average(
        'less_than',
        '3.33333333333333333333333333333333333334',
        everybody,
        'whose average total over all orders is less than 3.33333333333333333333333333333333333334',
      ),
      average(
        'equals',
        '3.33333333333333333333333333333333333333',
        nobody,
        'whose average total over all orders is 3.33333333333333333333333333333333333333',
      ),
      average(
        'greater_than',
        { field: 'points' },
        everybody,
        'whose average total over all orders is more than points',
      ),
      average(
        'equals',
        { ...measure('sum', 'orders', { of: 'total' }), times: '0.3333333333333333' } as Value,
        nobody,
        'whose average total over all orders is the same as the sum of total over all orders × 0.3333333333333333',
      ),
      average(
        'equals',
        measure('average', 'orders', { of: 'total' }) as Value,
        everybody,
        'whose average total over all orders is the same as the average total over all orders',
      ),
    ],
  ),
];
