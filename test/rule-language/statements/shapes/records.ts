/** The records of a collection: its steps, its time and its filter. */

import { all, is, measure, measured } from '../../conformance/scene.js';
import { both, type Shape, set, whereSoftlyDeleted } from '../shape.js';

const count = (related: string) => measure('count', related);

export const records: readonly Shape[] = [
  both(
    'steps that lead to one parent are joined, others by their distinct keys',
    measured(count('paid_lines'), 'equals', 2),
    measured(count('dishes'), 'equals', 2),
    measured(count('colleagues'), 'equals', 2),
  ),
  both(
    'a parent whose key has two columns is joined by both, and counts once where it is reached by one of them',
    measured(count('clauses'), 'equals', 2),
    measured(count('annexes'), 'equals', 2),
  ),
  set(
    'records have a time at or before now: an instant, a local date, one of another record, or one never infinite',
    measured(count('activities'), 'equals', 2),
    measured(count('stops'), 'equals', 2),
    measured(count('own_lines'), 'equals', 2),
    measured(count('dated_orders'), 'equals', 2),
  ),
  whereSoftlyDeleted(
    'what is deleted softly is left out wherever it is read, and orders do not stand for guests, who may be gone',
    is('city', 'equals', 'Berlin'),
    measured(measure('count', 'orders'), 'greater_than', 1),
    measured(measure('count', 'orders'), 'equals', 0),
    measured(measure('count', 'own_lines'), 'greater_than', 1),
  ),
  set('records to come are there where the collection says so', measured(count('bookings'), 'equals', 2)),
  set(
    'a path is joined once, however often it is followed',
    all(
      is('company.city', 'equals', 'Berlin'),
      is('company.staff', 'greater_than', 5),
      is('company', 'is_not_empty'),
      is('friend.company.city', 'equals', 'Rome'),
    ),
  ),
  set(
    'records are joined to what is asked of their paths',
    measured(
      measure('count', 'own_lines', {
        where: all(is('dish.kind', 'equals', 'wine'), is('dish', 'is_not_empty')),
      }),
      'equals',
      2,
    ),
  ),
];
