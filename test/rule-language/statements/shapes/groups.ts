/** Groups: alternatives that are found one by one, and complements. */

import { all, any, group, is, measure, measured, none } from '../../conformance/scene.js';
import { both, probes, type Shape, set } from '../shape.js';

const ordered = measured(measure('count', 'orders'), 'greater_than', 0);
const often = measured(measure('count', 'orders'), 'greater_than', 7);
const called = measured(measure('count', 'activities'), 'greater_than', 3);
const berlin = is('city', 'equals', 'Berlin');
const vip = is('vip', 'equals', true);

export const groups: readonly Shape[] = [
  set(
    'alternatives about records are a union of what each asks',
    any(ordered, often),
    any(often, called),
    any(berlin, often),
    any(often, is('total_spend', 'greater_than', 100)),
    any(berlin, is('left_to_spend', 'greater_than', 100)),
    any(berlin, is('points', 'greater_than', { field: 'order_count' })),
    any(berlin, is('points', 'between', [{ field: 'order_count' }, 100])),
    any(berlin, none(vip, often)),
  ),
  set(
    'alternatives about the guest alone are one condition',
    any(berlin, vip),
    any(berlin, is('points', 'greater_than', { field: 'credit' })),
    any(berlin, is('points', 'between', [1, { field: 'credit' }])),
    any(berlin, is('age', 'greater_than', 17)),
    any(berlin, is('company', 'is_empty')),
    any(berlin, { everyone: true }),
    any(berlin, { segment: { template: 'loyal' }, operator: 'is_member' }),
    any(berlin, none(vip)),
  ),
  probes(
    'alternatives about records are one condition for given guests',
    any(ordered, often),
    any(berlin, often),
  ),
  both('a union is joined to the guests where more is asked', all(any(often, called), berlin)),
  both('one rule in a group is that rule', all(ordered), any(ordered), any(often), all(often)),
  both(
    'complements are NOT where nothing is missing, and IS NOT TRUE elsewhere',
    none(ordered),
    none(berlin),
    none(ordered, often),
    none(berlin, ordered),
    group('not_all', ordered, is('company', 'is_empty')),
    group('not_all', often, berlin),
    none(all(ordered, is('company', 'is_empty'))),
    none(any(is('company', 'is_empty'), is('friend', 'is_empty'))),
    none(measured(measure('sum', 'orders', { of: 'total' }), 'between', [-1, 1])),
    none(measured(measure('sum', 'orders', { of: 'total' }), 'between', [1, 2])),
    is('city', 'not_equals', 'Berlin'),
  ),
  both(
    'at least so many are counted',
    group({ at_least: 2 }, ordered, berlin, often),
    group({ at_least: 1 }, often),
  ),
  set(
    'the guests are read where all that decides is not of them for sure',
    all(often, called),
    all(often, measured(measure('count', 'paid_orders'), 'greater_than', 7)),
    group({ at_least: 1 }, ordered, often),
  ),
  probes(
    'the guests are not read for given ids where one of all, or each of any, is of them for sure',
    all(often, ordered),
    all(often, measured(measure('count', 'paid_orders'), 'greater_than', 7)),
    all(measured(measure('count', 'paid_orders'), 'greater_than', 7), ordered),
    any(often, ordered),
    any(ordered, measured(measure('count', 'paid_orders'), 'greater_than', 0)),
  ),
];
