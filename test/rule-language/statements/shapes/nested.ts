/** What is asked inside of records: of the records around them, of the guest, of their own records. */

import type { Rule, Value } from '../../../../src/rule-language/rule.js';
import { all, is, measure, measured } from '../../conformance/scene.js';
import { both, type Shape, set } from '../shape.js';

const having = (related: string, ...rules: Rule[]) => measure('count', related, { where: all(...rules) });
const several = (related: string, ...rules: Rule[]) => measured(having(related, ...rules), 'greater_than', 1);
const overCredit = is('total', 'greater_than', { field: 'credit', from: 'subject' });

export const nested: readonly Shape[] = [
  both(
    'records that are compared with the guest are grouped, and the guest is joined by their own column',
    several('orders', overCredit),
    several('orders', is('total', 'greater_than', { field: 'credit', from: 'parent' })),
    several('orders', is('total', 'between', [{ field: 'credit', from: 'subject' }, 100])),
    several(
      'orders',
      is('total', 'greater_than', { field: 'credit', from: 'subject' }),
      is('status', 'equals', { field: 'city', from: 'subject' }),
    ),
  ),
  set(
    'records that know the guest by one of two columns, or by that of a record around them, are grouped',
    several('contracts', is('worth', 'greater_than', { field: 'credit', from: 'subject' })),
    several('local_contracts', is('worth', 'greater_than', { field: 'credit', from: 'subject' })),
    several('orders', several('siblings', is('total', 'greater_than', { field: 'credit', from: 'subject' }))),
    several(
      'orders',
      several('subject.activities', is('kind', 'equals', { field: 'city', from: 'subject' })),
    ),
  ),
  set(
    'records of records are grouped, joined and compared there',
    several('orders', measured(measure('count', 'lines'), 'greater_than', 1)),
    several('orders', is('line_sum', 'greater_than', 5), is('line_sum', 'less_than', 50)),
    several('orders', is('total', 'greater_than', measure('sum', 'lines', { of: 'price' }) as Value)),
  ),
  both(
    'records of records that are there or not are EXISTS',
    several('orders', measured(measure('count', 'lines'), 'equals', 0)),
  ),
  set(
    'records compared with those around them are looked up for each of those',
    several('orders', several('lines', is('price', 'equals', { field: 'total', from: 'parent' }))),
    several('orders', is('dear_lines', 'greater_than', 1)),
    several('orders', several('siblings', is('total', 'greater_than', { field: 'total', from: 'parent' }))),
    several('friend.orders', several('lines', is('price', 'equals', { field: 'total', from: 'parent' }))),
    measured(measure('maximum', 'orders', { of: 'dear_lines' }), 'equals', 4),
  ),
  set(
    'records of records compared with the guest are looked up where their own column does not say who that is',
    several('orders', several('lines', is('price', 'greater_than', { field: 'credit', from: 'subject' }))),
    measured(
      having('company.opportunities', is('amount', 'greater_than', { field: 'credit', from: 'subject' })),
      'greater_than',
      1,
    ),
    several('orders', measured(measure('count', 'subject.activities'), 'greater_than', 4)),
    several('orders', is('total', 'greater_than', { field: 'order_count', from: 'subject', times: '10' })),
    measured(
      having('company.opportunities', is('amount', 'greater_than', { field: 'credit', from: 'parent' })),
      'greater_than',
      1,
    ),
    several(
      'colleagues',
      several('orders', is('total', 'greater_than', { field: 'credit', from: 'subject' })),
    ),
  ),
  set(
    'one collection is grouped and looked up in one statement where one of its measures needs that',
    all(
      measured(measure('count', 'company.opportunities'), 'greater_than', 2),
      measured(
        having('company.opportunities', is('amount', 'greater_than', { field: 'credit', from: 'subject' })),
        'greater_than',
        1,
      ),
    ),
  ),
  set(
    'a measure of a measure takes it as one value, filled or cut',
    measured(measure('maximum', 'orders', { of: 'line_sum' }), 'equals', 10),
    measured(measure('sum', 'orders', { of: 'left_to_pay' }), 'equals', 10),
    measured(measure('maximum', 'colleagues', { of: 'average_order' }), 'equals', 10),
    measured(measure('sum', 'colleagues', { of: 'order_count' }), 'equals', 10),
    measured(measure('sum', 'orders', { of: 'tip' }), 'equals', 10),
  ),
  set(
    'conditions inside are told apart where all must hold, so that measures share them',
    all(
      several('orders', is('status', 'equals', 'paid'), is('gift', 'equals', true)),
      measured(
        measure('count', 'orders', {
          where: { match: 'any', rules: [is('status', 'equals', 'paid'), is('gift', 'equals', true)] },
        }),
        'greater_than',
        1,
      ),
    ),
  ),
];
