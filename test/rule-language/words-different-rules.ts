/** Many small rules over the small vocabulary, no two of which mean the same. */

import { all, any, field, group, related } from './words-saying.js';

const pairs = <A, B>(as: readonly A[], bs: readonly B[]): (readonly [A, B])[] =>
  as.flatMap((a) => bs.map((b) => [a, b] as const));

/** Each combined with each: names, operators, values. */
const conditions = (
  names: readonly string[],
  operators: readonly string[],
  values: readonly unknown[],
): object[] =>
  pairs(pairs(names, operators), values).map(([[name, operator], value]) => field(name, operator, value));

const negatedToo = (...operators: readonly string[]): readonly string[] => [
  ...operators,
  ...operators.map((operator) => `not_${operator}`),
];
const order = ['greater_than', 'greater_than_or_equal', 'less_than', 'less_than_or_equal'];
const around = ['before', 'after', 'on_or_before', 'on_or_after'];
const ranks = ['in_top', 'in_bottom', 'in_top_percent', 'in_bottom_percent'];

const calendar = ['days', 'weeks', 'months', 'quarters', 'years'].flatMap((unit) => [
  { [unit]: 2 },
  { [unit]: 30 },
]);
const rolling = ['seconds', 'minutes', 'hours'].flatMap((unit) => [{ [unit]: 1 }, { [unit]: 30 }]);
const spans = pairs(['', 'not_'], ['within_last', 'within_next']).map((words) => words.join(''));
const periods = ['today', 'yesterday', 'tomorrow'].concat(
  pairs(['this', 'last', 'next'], ['week', 'month', 'quarter', 'year']).map((words) => words.join('_')),
);
const days = ['2024-01-31', '2024-03-01'];
const moments = ['2024-10-27T00:30:00Z', '2024-10-27T01:30:00Z', '2024-10-27T01:30:00.000001Z'];
const ranges = [
  ['2024-01-31', '2024-03-01'],
  ['2024-01-31', '2024-03-02'],
];

const texts = conditions(
  ['city', 'billing_city', 'region', 'area', 'company.city', 'company.owner.city', 'company.industry'],
  negatedToo('equals', 'contains', 'starts_with', 'ends_with'),
  ['a', 'b', 'a ', 'a or b', 'a” or “b', 'missing', '\\u{a0}', 'a\u00a0'],
);
const lists = [
  ...conditions(['city'], negatedToo('in_list'), [
    ['a', 'b'],
    ['b', 'c'],
    ['a', 'b or c'],
    [...'abcdefghij'],
    [...'abcdeghij'],
  ]),
  ...conditions(
    ['tags'],
    ['has_any', 'has_none', 'has_all', 'not_has_all'],
    [
      ['vegan', 'vip'],
      ['vegan', 'x'],
      ['vegan', 'Vegan'],
    ],
  ),
  ...conditions(['status'], negatedToo('in_list'), [
    ['lead', 'customer'],
    ['lead', 'churned'],
  ]),
  ...conditions(['size'], negatedToo('equals'), ['s', 'm', 'x']),
  ...conditions(['source'], negatedToo('equals'), ['fair', 'Fair', 'web', 'missing']),
];
const numbers = [
  ...conditions(
    ['score', 'total_spend', 'recent_orders', 'age', 'company.revenue', 'signed_up_at.hour'],
    order,
    ['0.5', 5],
  ),
  ...conditions(['score', 'total_spend'], negatedToo('equals'), [5, '0.5', 50, -5]),
  ...conditions(['score', 'age'], negatedToo('between'), [
    [1, 5],
    [5, 10],
    [0, 5],
  ]),
  ...conditions(['score'], negatedToo('in_list'), [
    [1, 5],
    [1, 5, 10],
  ]),
  ...conditions(['score', 'total_spend', 'birthday', 'signed_up_at'], ranks, [5, 10]),
  ...conditions(['vip', 'email_verified'], negatedToo('equals'), [true, false]),
];
const times = [
  ...conditions(
    ['birthday', 'due', 'signed_up_at', 'signed_up_at.date'],
    [...negatedToo('on'), ...around],
    days,
  ),
  ...conditions(['signed_up_at', 'last_seen_at'], [...negatedToo('equals'), ...around], moments),
  ...conditions(['birthday', 'signed_up_at'], negatedToo('between'), ranges),
  ...conditions(['birthday', 'signed_up_at'], [...spans, 'ago_at_least', 'ahead_at_least'], calendar),
  ...conditions(['signed_up_at'], [...spans, 'ago_at_least', 'ahead_at_least'], [...rolling, { hours: 48 }]),
  ...conditions(['birthday', 'signed_up_at'], ['ago_at_least', 'ahead_at_least'], [{ days: 0 }]),
  ...conditions(
    ['signed_up_at'],
    ['ago_between'],
    [
      [{ days: 1 }, { days: 2 }],
      [{ days: 0 }, { days: 2 }],
      [{ hours: 1 }, { hours: 2 }],
      [{ hours: 0 }, { hours: 2 }],
    ],
  ),
  ...conditions(['birthday', 'signed_up_at'], negatedToo('in_period'), periods.slice(1)),
  ...conditions(
    ['birthday', 'signed_up_at'],
    ['anniversary_within_next', 'anniversary_within_last'],
    calendar,
  ),
  ...conditions(['birthday'], ['anniversary_in_month'], [1, 12, 'this_month', 'next_month']),
  ...conditions(['birthday', 'signed_up_at'], negatedToo('weekday_in'), [['monday'], ['sunday', 'monday']]),
  ...conditions(['signed_up_at'], negatedToo('hour_between'), [
    [0, 24],
    [11, 14],
    [14, 11],
    [0, 11],
    [11, 24],
    ['11:30', 14],
  ]),
];
const rest = [
  ...conditions(
    ['position'],
    ['within_radius', 'outside_radius'],
    [1, -1, 2].map((latitude) => ({ latitude, longitude: -latitude, kilometres: 5 })),
  ),
  ...pairs(
    'city score vip status tags birthday signed_up_at position company company.owner total_spend'.split(' '),
    ['is_empty', 'is_not_empty'],
  ).map(([name, operator]) => field(name, operator)),
  ...pairs(['s-1', 's-2'], ['is_member', 'is_not_member', 'ever_member', 'never_member']).map(
    ([segment, operator]) => ({ segment, operator }),
  ),
  ...pairs(['joined_within_last', 'left_within_last', 'member_for_at_least'], [...calendar, ...rolling]).map(
    ([operator, value]) => ({ segment: 's-1', operator, value }),
  ),
];

const shifts = ['plus', 'minus'].flatMap((way) => [
  { [way]: { days: 1 } },
  { [way]: { hours: 24 } },
  { [way]: { hours: 1 } },
]);
const references = [
  ...conditions(['city', 'company.city'], negatedToo('equals'), [
    { field: 'billing_city' },
    { field: 'company.industry' },
  ]),
  ...conditions(
    ['score'],
    [...negatedToo('equals'), ...order],
    [{}, { times: '2' }, { times: '0.5' }].flatMap((more) => [
      { field: 'credit_limit', ...more },
      { field: 'company.revenue', ...more },
      related('orders', 'count', more),
      related('activities', 'count', more),
    ]),
  ),
  ...conditions(
    ['signed_up_at'],
    [...negatedToo('equals'), ...around],
    [{}, ...shifts].map((shift) => ({ field: 'last_seen_at', ...shift })),
  ),
  ...conditions(
    ['birthday', 'signed_up_at'],
    ['before', 'on_or_before'],
    [{ field: 'due' }, { field: 'due', plus: { days: 1 } }, { field: 'company.founded' }],
  ),
  ...conditions(['birthday'], ['before', 'on_or_before'], [{ field: 'last_seen_at' }]),
  ...conditions(['score'], negatedToo('between'), [
    [1, { field: 'credit_limit' }],
    [{ field: 'credit_limit' }, 1],
    [{ field: 'credit_limit' }, { field: 'company.revenue' }],
  ]),
];

/** All groups of two over the nodes, and all of those over them. */
const ways = ['all', 'any', 'none', 'not_all', { at_least: 2 }] as const;
const groups = (nodes: readonly object[]): object[] =>
  pairs(ways, pairs(nodes, nodes)).map(([match, two]) => group(match, ...two));
const negations = (nodes: readonly object[]): object[] => nodes.map((node) => group('none', node));
function trees(nodes: readonly object[]): object[] {
  const inner = [...nodes, ...groups(nodes), ...negations(nodes)];
  return [...groups(inner), ...negations(inner)];
}

const wheres = [
  ...groups([field('status', 'equals', 'paid'), field('placed_at', 'within_last', { days: 30 })]),
  all(field('status', 'not_equals', 'paid')),
  all(field('coupon', 'equals', { field: 'city', from: 'subject' })),
  all(field('coupon', 'equals', { field: 'city', from: 'parent' })),
  all(field('coupon', 'equals', { field: 'shop.city' })),
  all(related('lines', 'count', {}, 'greater_than', 1)),
  all(related('subject.orders', 'count', {}, 'greater_than', 1)),
  all(related('shop.opportunities', 'count', {}, 'greater_than', 1)),
  all(related('lines', 'count', { where: any(field('quantity', 'equals', 2)) }, 'equals', 2)),
  all(field('shop', 'is_empty')),
];
const numeric: readonly (readonly [operator: string, value: unknown])[] = [
  ...pairs([...negatedToo('equals'), ...order], [0, 1, 2]),
  ...pairs(negatedToo('between', 'in_list'), [[1, 2]]),
  ...pairs(ranks, [10]),
];
const overTotal = ['sum', 'average', 'minimum', 'maximum', 'distinct', 'most_frequent', 'first', 'last'];
const plainMeasures = [
  ...pairs(['orders', 'open_carts'], ['count', 'average_gap']).map(([name, measure]) =>
    related(name, measure, {}),
  ),
  related('company.opportunities', 'count', {}),
  ...overTotal.map((measure) => related('orders', measure, { of: 'total' })),
  ...overTotal.map((measure) => related('orders', measure, { of: 'placed_at.hour' })),
];
const measured = [
  ...plainMeasures,
  ...pairs(
    plainMeasures.filter((measure) => 'related' in measure && measure.related === 'orders'),
    wheres,
  ).map(([measure, where]) => ({ ...measure, where })),
  ...pairs([{}, { of: 'total' }, { where: wheres[0] }], wheres).map(([more, satisfying]) =>
    related('orders', 'share', { ...more, satisfying }),
  ),
];
const isRank = (operator: string): boolean => ranks.includes(operator);
const isTied = (measure: object): boolean => 'measure' in measure && measure.measure === 'most_frequent';
const overRecords = pairs(measured, numeric)
  .filter(([measure, [operator]]) => !(isTied(measure) && isRank(operator)))
  .map(([measure, [operator, value]]) => ({ ...measure, operator, value }));

const leaves = [
  field('city', 'not_equals', 'a'),
  field('score', 'between', [1, { field: 'credit_limit' }]),
  related('orders', 'count', { where: wheres[0] }, 'equals', 0),
];

/** Rule documents; lists, names, operators and ends differ in as little as they can. */
export const differentRules: readonly object[] = [
  ...[...texts, ...lists, ...numbers, ...times, ...rest, ...references],
  ...[...overRecords, ...trees(leaves), { everyone: true }],
];
