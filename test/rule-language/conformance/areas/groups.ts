/** Groups of rules, disabled nodes, everyone. */

import type { Rule } from '../../../../src/rule-language/rule.js';
import {
  all,
  allBut,
  any,
  everybody,
  group,
  is,
  measure,
  measured,
  nobody,
  none,
  row,
  scene,
} from '../scene.js';

const a = is('city', 'equals', 'a');
const b = is('tier', 'equals', 'gold');
const c = is('vip', 'equals', true);
const d = measured(measure('count', 'orders'), 'greater_than', 0);
const off = <R extends Rule>(rule: R): R => ({ ...rule, disabled: true });

export const groups = [
  scene(
    'Groups',
    {
      'all of a, b, c': { city: 'A', tier: 'gold', vip: true },
      'a and b': { city: 'a', tier: 'gold', vip: false },
      'a alone': { city: 'a' },
      'c alone': { city: 'b', tier: 'silver', vip: true },
      'c and an order': { vip: true, orders: [{}] },
      'an order alone': { orders: [{}] },
      none: {},
    },
    [
      row(all(a, b), ['all of a, b, c', 'a and b'], 'whose city is “a”, and whose tier is gold'),
      row(
        all(a, b, c),
        ['all of a, b, c'],
        'whose city is “a”, and whose tier is gold, and whose vip is yes',
      ),
      row(
        any(a, c),
        ['all of a, b, c', 'a and b', 'a alone', 'c alone', 'c and an order'],
        'whose city is “a”, or whose vip is yes',
      ),
      row(
        any(a, d),
        ['all of a, b, c', 'a and b', 'a alone', 'c and an order', 'an order alone'],
        'whose city is “a”, or that have more than 0 orders',
      ),
      row(none(a, c), ['an order alone', 'none'], 'matching none of (city is “a”; vip is yes)'),
      row(none(none(a)), ['all of a, b, c', 'a and b', 'a alone'], 'not matching (not [city is “a”])'),
      row(none(a, d), ['c alone', 'none'], 'matching none of (city is “a”; has more than 0 orders)'),
      row(none(a), ['c alone', 'c and an order', 'an order alone', 'none'], 'not matching (city is “a”)'),
      row(
        group('not_all', a, b),
        allBut('all of a, b, c', 'a and b'),
        'not matching all of (city is “a”; tier is gold)',
      ),
      row(group('not_all', a), allBut('all of a, b, c', 'a and b', 'a alone'), 'not matching (city is “a”)'),
      row(
        group({ at_least: 1 }, a, c),
        ['all of a, b, c', 'a and b', 'a alone', 'c alone', 'c and an order'],
        'whose city is “a”, or whose vip is yes',
      ),
      row(
        group({ at_least: 2 }, a, b, c),
        ['all of a, b, c', 'a and b'],
        'matching at least 2 of (city is “a”; tier is gold; vip is yes)',
      ),
      row(
        group({ at_least: 2 }, a, b, c, d),
        ['all of a, b, c', 'a and b', 'c and an order'],
        'matching at least 2 of (city is “a”; tier is gold; vip is yes; has more than 0 orders)',
      ),
      row(
        group({ at_least: 3 }, a, b, c),
        ['all of a, b, c'],
        'matching at least 3 of (city is “a”; tier is gold; vip is yes)',
      ),
      row(
        group({ at_least: 2 }, a, a, c),
        ['all of a, b, c', 'a and b', 'a alone'],
        'matching at least 2 of (city is “a”; city is “a”; vip is yes)',
      ),
      row(
        none(group({ at_least: 2 }, a, b, c)),
        allBut('all of a, b, c', 'a and b'),
        'not matching (at least 2 of [city is “a”; tier is gold; vip is yes])',
      ),
      row(
        all(any(a, d), none(c)),
        ['a and b', 'a alone', 'an order alone'],
        '(whose city is “a”, or that have more than 0 orders), and not matching (vip is yes)',
      ),
      row(
        any(all(a, b), all(c, d)),
        ['all of a, b, c', 'a and b', 'c and an order'],
        '(whose city is “a”, and whose tier is gold), or (whose vip is yes, and that have more than 0 orders)',
      ),
      row(
        none(any(a, d), c),
        ['none'],
        'matching none of ([city is “a”, or has more than 0 orders]; vip is yes)',
      ),
      row(all(a, off(b)), ['all of a, b, c', 'a and b', 'a alone'], 'whose city is “a”'),
      row(any(off(a), c), ['all of a, b, c', 'c alone', 'c and an order'], 'whose vip is yes'),
      row(
        none(a, off(c)),
        ['c alone', 'c and an order', 'an order alone', 'none'],
        'not matching (city is “a”)',
      ),
      row(
        group({ at_least: 1 }, a, off(is('no.such', 'equals', 1))),
        ['all of a, b, c', 'a and b', 'a alone'],
        'whose city is “a”',
      ),
      row(
        all(off(any(a, c)), { ...b, id: 'b', label: 'Gold or not' }),
        ['all of a, b, c', 'a and b'],
        'whose tier is gold',
      ),
      row({ everyone: true }, everybody, 'all'),
      row(none({ everyone: true }), nobody, 'not matching (without any condition)'),
      row(
        all({ everyone: true }, c),
        ['all of a, b, c', 'c alone', 'c and an order'],
        'without any condition, and whose vip is yes',
      ),
      row(any({ everyone: true }, c), everybody, 'without any condition, or whose vip is yes'),
    ],
  ),
];
