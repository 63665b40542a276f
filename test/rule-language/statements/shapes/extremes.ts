/** The earliest and the latest, the smallest and the largest, where some record decides. */

import { all, is, measure, measured } from '../../conformance/scene.js';
import { at, both, type Shape, set } from '../shape.js';

const largest = measure('maximum', 'orders', { of: 'total' });
const smallest = measure('minimum', 'orders', { of: 'total' });
const latest = measure('maximum', 'orders', { of: 'placed_at' });
const earliest = measure('minimum', 'orders', { of: 'placed_at' });
const latestShipped = measure('maximum', 'orders', { of: 'shipped' });

export const extremes: readonly Shape[] = [
  both(
    'a largest that reaches a bound is some record that does',
    measured(largest, 'greater_than', 100),
    measured(largest, 'greater_than_or_equal', '99.5'),
  ),
  set(
    'a latest after a time is some record after it, an earliest before a time is some record before it',
    measured(latest, 'after', '2024-06-01'),
    measured(latest, 'on_or_after', '2024-06-01T10:00:00Z'),
    measured(latestShipped, 'on_or_after', '2024-06-01'),
    measured(earliest, 'before', '2024-06-01'),
    measured(earliest, 'on_or_before', '2024-06-01'),
    measured(smallest, 'less_than', 5),
    measured(smallest, 'less_than_or_equal', 5),
  ),
  set(
    'the other way round, and where another value is the bound, all records are gone through',
    measured(largest, 'less_than', 100),
    measured(largest, 'equals', 100),
    measured(largest, 'greater_than', { field: 'credit' }),
    measured(smallest, 'greater_than', 5),
    measured(smallest, 'less_than', { field: 'credit', times: '2' }),
    measured(latest, 'before', '2024-06-01'),
    measured(latest, 'after', { field: 'seen' }),
    measured(earliest, 'after', '2024-06-01'),
  ),
  set(
    'a latest in a window up to now is some record in it, since none is later',
    measured(latest, 'within_last', { days: 30 }),
    measured(latest, 'within_last', { hours: 2 }),
    measured(latest, 'within_next', { days: 1 }),
    measured(latest, 'ago_between', [{ days: 0 }, { days: 7 }]),
    measured(latest, 'in_period', 'this_month'),
    measured(latest, 'ahead_at_least', { hours: 1 }),
    measured(latestShipped, 'ahead_at_least', { days: 1 }),
    measured(measure('maximum', 'own_lines', { of: 'order.placed_at' }), 'within_last', { days: 30 }),
  ),
  set(
    'a latest in a window that ends before now, or of what may be later than now, is an aggregate',
    measured(latest, 'in_period', 'last_month'),
    measured(latest, 'ago_between', [{ days: 1 }, { days: 7 }]),
    measured(latest, 'ago_at_least', { days: 60 }),
    measured(latestShipped, 'within_last', { days: 30 }),
    measured(measure('maximum', 'bookings', { of: 'start' }), 'within_last', { days: 30 }),
    measured(measure('maximum', 'colleagues', { of: 'last_order_at' }), 'within_last', { days: 30 }),
    measured(measure('maximum', 'own_lines', { of: 'order.shipped' }), 'within_last', { days: 30 }),
  ),
  at(
    '2024-06-11T22:00:00Z',
    'a window that ends with this very moment does not reach it',
    measured(latest, 'in_period', 'yesterday'),
  ),
  both(
    'an earliest in a window is a record in it and none before',
    measured(earliest, 'within_last', { days: 30 }),
    measured(earliest, 'within_last', { hours: 2 }),
    measured(earliest, 'ago_between', [{ days: 1 }, { days: 7 }]),
    measured(measure('minimum', 'stops', { of: 'day' }), 'in_period', 'this_month'),
  ),
  set(
    'an earliest long ago is some record long ago',
    measured(earliest, 'ago_at_least', { days: 60 }),
    measured(earliest, 'ago_at_least', { hours: 60 }),
  ),
  set(
    'that a largest or a smallest is missing is that no record has one',
    measured(largest, 'is_empty'),
    measured(smallest, 'is_empty'),
    measured(
      measure('maximum', 'orders', { of: 'total', where: all(is('gift', 'equals', true)) }),
      'is_not_empty',
    ),
  ),
  set(
    'other measures are no existence',
    measured(measure('sum', 'orders', { of: 'total' }), 'greater_than', 0),
    measured(measure('average', 'orders', { of: 'total' }), 'is_empty'),
    measured(measure('distinct', 'orders', { of: 'status' }), 'equals', 0),
    measured(measure('last', 'orders', { of: 'total' }), 'greater_than', 0),
  ),
];
