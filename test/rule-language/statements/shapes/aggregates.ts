/** Measures that are computed: once each, in one pass, for everyone or for each given guest. */

import { all, is, measure, measured } from '../../conformance/scene.js';
import { both, type Shape, set } from '../shape.js';

const paid = is('status', 'equals', 'paid');
const open = is('status', 'equals', 'open');
const count = measure('count', 'orders');
const countOf = (...conditions: Parameters<typeof all>) =>
  measure('count', 'orders', { where: all(...conditions) });
const sum = (...conditions: Parameters<typeof all>) =>
  measure('sum', 'orders', { of: 'total', ...(conditions.length > 0 && { where: all(...conditions) }) });

export const aggregates: readonly Shape[] = [
  both(
    'an aggregate of records with owners stands for the guests; for given guests it is looked up for each',
    measured(count, 'greater_than_or_equal', 8),
    measured(sum(paid), 'greater_than', 1000),
  ),
  both(
    'an aggregate that none may be in, and one of records without owners, is joined to the guests',
    measured(sum(), 'less_than', 5),
    measured(measure('count', 'paid_orders'), 'greater_than', 7),
  ),
  both(
    'measures of one collection are computed in one pass, each under its own FILTER',
    all(
      measured(sum(paid, is('gift', 'equals', true)), 'greater_than', 100),
      measured(sum(paid), 'less_than', 500),
      measured(countOf(paid), 'greater_than', 3),
    ),
  ),
  both(
    'rows that no measure counts are not read where each leaves some out',
    all(measured(countOf(paid), 'equals', 2), measured(countOf(open), 'equals', 3)),
    all(
      measured(countOf(paid, is('total', 'greater_than', 5)), 'equals', 2),
      measured(countOf(is('total', 'greater_than', 5), open), 'equals', 3),
    ),
  ),
  both(
    'all rows are read where one of the measures leaves none out',
    all(measured(countOf(paid), 'equals', 2), measured(count, 'equals', 3)),
  ),
  set(
    'the same measure is computed once, also as a metric',
    all(
      measured(count, 'greater_than', 2),
      measured(count, 'less_than', 9),
      is('order_count', 'not_equals', 5),
      is('total_spend', 'greater_than', 2),
      measured(sum(paid), 'less_than', 9),
    ),
  ),
  set(
    'two collections are two aggregates, also of the same name at the end of two paths',
    all(measured(count, 'equals', 2), measured(measure('count', 'activities'), 'equals', 2)),
    all(
      measured(measure('count', 'friend.orders'), 'equals', 2),
      measured(measure('count', 'sponsor.orders'), 'equals', 3),
    ),
  ),
  both(
    'an owner known by two columns is grouped by both',
    all(
      measured(measure('count', 'contracts', { where: all(is('kind', 'equals', 'rent')) }), 'equals', 2),
      measured(measure('sum', 'contracts', { of: 'worth' }), 'equals', 9),
    ),
    measured(measure('most_frequent', 'contracts', { of: 'kind' }), 'equals', 'rent'),
    measured(measure('sum', 'referred', { of: 'worth' }), 'greater_than', 9),
  ),
  both(
    'an average is compared by multiplication, of the numbers as they are stored',
    measured(measure('average', 'orders', { of: 'total' }), 'greater_than', '12.5'),
    measured(measure('average', 'orders', { of: 'total' }), 'in_list', [10, '12.5']),
  ),
  set(
    'a share and an average gap are two aggregates of one pass',
    measured(measure('share', 'orders', { satisfying: all(paid) }), 'greater_than', '0.5'),
    measured(
      measure('share', 'orders', { of: 'total', where: all(open), satisfying: all(paid) }),
      'less_than',
      '0.5',
    ),
    measured(measure('average_gap', 'orders'), 'less_than_or_equal', 30),
  ),
  both(
    'the first and the last are chosen by time and key, of those with a time',
    measured(measure('first', 'orders', { of: 'status' }), 'equals', 'paid'),
    measured(measure('last', 'orders', { of: 'total' }), 'greater_than', 10),
    measured(measure('last', 'friends', { of: 'city' }), 'equals', 'Berlin'),
  ),
  both(
    'the most frequent are an array of those tied, of which any may pass',
    measured(measure('most_frequent', 'orders', { of: 'status' }), 'equals', 'paid'),
    measured(measure('most_frequent', 'orders', { of: 'total', where: all(paid) }), 'greater_than', 5),
    measured(measure('most_frequent', 'orders', { of: 'shipped' }), 'within_last', { days: 30 }),
    measured(measure('most_frequent', 'orders', { of: 'status' }), 'is_empty'),
  ),
  set(
    'distinct values are counted as they compare',
    measured(measure('distinct', 'orders', { of: 'note' }), 'greater_than', 2),
    measured(measure('distinct', 'orders', { of: 'shipped' }), 'greater_than', 2),
  ),
  set(
    'a sum that zero would pass is filled for those without records, and no other',
    measured(sum(), 'greater_than', -1),
    measured(sum(), 'greater_than_or_equal', 0),
    measured(sum(), 'less_than_or_equal', 0),
    measured(sum(), 'equals', 0),
    measured(sum(), 'equals', 5),
    measured(sum(), 'less_than_or_equal', -5),
    measured(sum(), 'less_than', 0),
    measured(sum(), 'in_list', [0, 5]),
    measured(sum(), 'in_list', [3, '5.5']),
    measured(sum(), 'between', [0, 5]),
    measured(sum(), 'between', [1, 5]),
    measured(sum(), 'between', [-1, 0]),
  ),
];
