/** Ranks: everyone's values once, the cut-off among them, and a comparison with it. */

import { all, is, measure, measured } from '../../conformance/scene.js';
import { both, type Shape, set } from '../shape.js';

const sum = measure('sum', 'orders', { of: 'total' });

export const ranks: readonly Shape[] = [
  both(
    'the cut-off is found first, by offset among everyone with a value',
    is('points', 'in_top_percent', 10),
    is('visits', 'in_bottom', 5),
    is('seen', 'in_top', 5),
  ),
  both(
    'a ranked measure stands for the guests, and is computed once for cut-off and comparison',
    measured(sum, 'in_top_percent', 10),
    measured(measure('count', 'orders'), 'in_bottom', 5),
    measured(measure('average', 'orders', { of: 'total' }), 'in_bottom_percent', '12.5'),
  ),
  both(
    'a ranked measure is joined to the guests where more is asked, or its records may have none',
    all(measured(sum, 'in_top', 10), is('city', 'equals', 'Berlin')),
    measured(measure('sum', 'paid_orders', { of: 'total' }), 'in_top', 10),
    measured(measure('sum', 'friend.orders', { of: 'total' }), 'in_top', 10),
  ),
  set(
    'whoever has no records has no rank, also where their records are looked up for each',
    measured(
      measure('count', 'company.opportunities', {
        where: all(is('amount', 'greater_than', { field: 'credit', from: 'subject' })),
      }),
      'in_top',
      3,
    ),
    measured(
      measure('sum', 'company.opportunities', {
        of: 'amount',
        where: all(is('amount', 'greater_than', { field: 'credit', from: 'subject' })),
      }),
      'in_top',
      3,
    ),
  ),
];
