/** Documents that are understood: each with the form it is written back in, and the tree it means. */

import { describe, expect, it } from '@jest/globals';
import { all, count, type Json, measured, nested, on, parse } from './documents.js';
import { outline } from './outline.js';

/** The document, its tree in one line, and the canonical form where that is another. */
type Case = readonly [unknown, string, unknown?];

function reads(cases: readonly Case[], subject?: string): void {
  it.each(cases.map(([document, tree, canonical]) => [JSON.stringify(document), document, tree, canonical]))(
    '%s',
    (_, document, tree, canonical) => {
      const parsed = parse(document, subject);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      expect(outline(parsed.checked)).toBe(tree);
      expect(parsed.rule).toEqual(canonical ?? document);
      expect(parse(parsed.rule, subject)).toEqual(parsed);
    },
  );
}

const city = on('city', 'equals', 'Berlin');
const cityTree = "this.city:text equals 'Berlin'";
const days = (n: number): Json => ({ days: n });

describe('reads groups', () => {
  reads([
    [city, cityTree],
    [{ everyone: true }, 'everyone'],
    [all(city), `all(${cityTree})`],
    [{ match: 'any', rules: [city, { everyone: true }] }, `any(${cityTree}; everyone)`],
    [{ match: 'none', rules: [city] }, `none(${cityTree})`],
    [{ match: 'not_all', rules: [city, city] }, `not_all(${cityTree}; ${cityTree})`],
    [
      { match: { at_least: 2 }, rules: [city, city, city] },
      `at_least_2(${cityTree}; ${cityTree}; ${cityTree})`,
    ],
    [{ match: { at_least: 1 }, rules: [city] }, `at_least_1(${cityTree})`],
    [{ match_type: 'any', rules: [city] }, `any(${cityTree})`, { match: 'any', rules: [city] }],
    [
      { match_type: { at_least: 1 }, rules: [city] },
      `at_least_1(${cityTree})`,
      { match: { at_least: 1 }, rules: [city] },
    ],
    [{ entity: 'contact', match_type: 'all', rules: [city] }, `all(${cityTree})`, all(city)],
    [{ entity: 'contact', ...city }, cityTree, city],
    [all(all(city), all({ match: 'none', rules: [city] })), `all(all(${cityTree}); all(none(${cityTree})))`],
    [nested(8, city), `${'all('.repeat(8)}${cityTree}${')'.repeat(8)}`],
    [all(...Array(200).fill(city)), `all(${Array(200).fill(cityTree).join('; ')})`],
    [{ ...city, id: 'a', label: 'Berliners' }, cityTree],
    [{ ...all({ ...city, id: 'b' }), id: 'a' }, `all(${cityTree})`],
    [{ ...city, label: 'Cafe\u0301' }, cityTree, { ...city, label: 'Café' }],
    [{ ...city, id: 'Cafe\u0301', disabled: false }, cityTree, { ...city, id: 'Cafe\u0301' }],
    [all(city, { id: 'x', nonsense: [null], disabled: true }), `all(${cityTree})`],
    [all(city, { ...all(), disabled: true }), `all(${cityTree})`],
    [all(city, { ...on('citty', 'eqals', null), disabled: true }), `all(${cityTree})`],
    [all(city, { segment: 'gone', operator: 'is_member', disabled: true }), `all(${cityTree})`],
    [
      all(city, { value: { id: 'a' }, disabled: true }, { ...city, id: 'a' }),
      `all(${cityTree}; ${cityTree})`,
    ],
    [{ match: { at_least: 1 }, rules: [city, { disabled: true }] }, `at_least_1(${cityTree})`],
    [{ ...city, id: undefined, value: 'Berlin' }, cityTree, city],
  ]);
});

describe('reads names', () => {
  reads([
    [on('contact.city', 'equals', 'Berlin'), cityTree, city],
    [on('company.industry', 'equals', 'Spa'), "this>company.industry:text equals 'Spa'"],
    [
      on('contact.company.industry', 'equals', 'Spa'),
      "this>company.industry:text equals 'Spa'",
      on('company.industry', 'equals', 'Spa'),
    ],
    [on('company.parent.parent.name', 'is_empty'), 'this>company>parent>parent.name:text is_empty'],
    [
      on('manager.manager.company.custom.size', 'equals', 'small'),
      "this>manager>manager>company.custom.size:select equals 'small'",
    ],
    [on('custom.dietary', 'has_any', ['vegan']), 'this.custom.dietary:tags has_any [vegan]'],
    [on('properties.campaign_id', 'equals', 7), 'this.properties.campaign_id:number equals 7'],
    [on('manager.properties.ad.name', 'is_empty'), 'this>manager.properties.ad.name:text is_empty'],
    [on('created_at.hour', 'between', [9, 17]), 'this.created_at.hour:number between 9 17'],
    [on('created_at.weekday', 'equals', 'monday'), "this.created_at.weekday:text equals 'monday'"],
    [on('manager.created_at.date', 'on', '2024-01-01'), 'this>manager.created_at.date:date on 2024-01-01'],
    [on(`${'manager.'.repeat(8)}city`, 'is_empty'), `this${'>manager'.repeat(8)}.city:text is_empty`],
    [on('company', 'is_empty'), 'this>company is_empty'],
    [on('company.parent', 'is_not_empty'), 'not this>company>parent is_empty'],
    [on('contact.company', 'is_empty'), 'this>company is_empty', on('company', 'is_empty')],
    [on('age', 'greater_than', 30), 'this.age:number(this.birthday:date) greater_than 30'],
    [
      on('company.years', 'less_than', 3),
      'this>company.years:number(this>company.founded_on:date) less_than 3',
    ],
    [on('email_domain', 'equals', 'x.de'), "this.email_domain:text(this.email:text) equals 'x.de'"],
    [
      on('spend_per_point', 'less_than', 3),
      'this.spend_per_point:number(total_spend=sum:number[this.orders of this.total_base:number ' +
        "where all(this.status:select in_list ['paid', 'fulfilled'])], this.points:number) less_than 3",
    ],
    [
      on('last_order_at', 'ago_at_least', days(60)),
      'last_order_at=maximum:datetime[this.orders of this.placed_at:datetime ' +
        "where all(this.status:select in_list ['paid', 'fulfilled'])] ago_at_least 60 days",
    ],
    [on('company.order_count', 'equals', 0), 'order_count=count:number[this>company.orders] equals 0'],
    [
      on('manager.favourite_category', 'equals', 'wine'),
      "favourite_category=most_frequent:text[this>manager.order_lines of this.category:text] equals 'wine'",
    ],
    [
      on('company.larger_than_company', 'equals', 1),
      'larger_than_company=count:number[this>company.orders where all(this.total_base:number ' +
        'greater_than {parent>company.revenue:number})] equals 1',
    ],
    [
      on('carts_left', 'equals', 1),
      "carts_left=count:number[this.activities where all(this.kind:select equals 'cart'; " +
        'count:number[subject.orders where all(this.placed_at:datetime after {parent.occurred_at:datetime})] equals 0)] equals 1',
    ],
    [count('orders', 'equals', 0), 'count:number[this.orders] equals 0'],
    [
      count('contact.orders', 'equals', 0),
      'count:number[this.orders] equals 0',
      count('orders', 'equals', 0),
    ],
    [
      count('subject.orders', 'equals', 0),
      'count:number[this.orders] equals 0',
      count('orders', 'equals', 0),
    ],
    [count('company.opportunities', 'equals', 0), 'count:number[this>company.opportunities] equals 0'],
    [
      count('subject.company.opportunities', 'equals', 0),
      'count:number[this>company.opportunities] equals 0',
      count('company.opportunities', 'equals', 0),
    ],
  ]);
});

describe('reads a company', () => {
  reads(
    [
      [on('industry', 'equals', 'Hotels'), "this.industry:text equals 'Hotels'"],
      [
        on('company.industry', 'equals', 'Hotels'),
        "this.industry:text equals 'Hotels'",
        on('industry', 'equals', 'Hotels'),
      ],
      [on('parent.industry', 'equals', 'Hotels'), "this>parent.industry:text equals 'Hotels'"],
      [on('company.parent', 'is_empty'), 'this>parent is_empty', on('parent', 'is_empty')],
      [
        on('larger_than_company', 'equals', 1),
        'larger_than_company=count:number[this.orders where all(this.total_base:number ' +
          'greater_than {parent.revenue:number})] equals 1',
      ],
    ],
    'company',
  );
});

describe('reads operators', () => {
  reads([
    [on('city', 'is_empty'), 'this.city:text is_empty'],
    [on('tags', 'is_not_empty'), 'not this.tags:tags is_empty'],
    [on('position', 'is_empty'), 'this.position:point is_empty'],
    [on('city', 'not_equals', 'Berlin'), `not ${cityTree}`],
    [on('city', 'contains', '%_\\'), 'this.city:text contains %_\\'],
    [on('city', 'not_contains', 'x'), 'not this.city:text contains x'],
    [on('city', 'starts_with', ' B'), 'this.city:text starts_with  B'],
    [on('city', 'not_ends_with', 'n'), 'not this.city:text ends_with n'],
    [on('city', 'in_list', ['a', 'b', 'a']), "this.city:text in_list ['a', 'b', 'a']"],
    [on('city', 'in', ['a']), "this.city:text in_list ['a']", on('city', 'in_list', ['a'])],
    [on('city', 'not_in', ['a']), "not this.city:text in_list ['a']", on('city', 'not_in_list', ['a'])],
    [on('points', 'in', [1, '2']), 'this.points:number in_list [1, 2]', on('points', 'in_list', [1, 2])],
    [on('points', 'not_between', [1, 1]), 'not this.points:number between 1 1'],
    [on('points', 'less_than_or_equal', -5), 'this.points:number less_than_or_equal -5'],
    [on('vip', 'equals', true), 'this.vip:boolean equals true'],
    [on('vip', 'not_equals', false), 'not this.vip:boolean equals false'],
    [on('tier', 'equals', 'gold'), "this.tier:select equals 'gold'"],
    [on('tier', 'equals', 'platinum'), "this.tier:select equals 'platinum'"],
    [
      on('source', 'not_in_list', ['web', 'unheard of']),
      "not this.source:select in_list ['web', 'unheard of']",
    ],
    [on('tags', 'has_any', ['a', 'b']), 'this.tags:tags has_any [a, b]'],
    [on('tags', 'has_none', ['a']), 'not this.tags:tags has_any [a]'],
    [on('tags', 'has_all', ['a', 'b']), 'this.tags:tags has_all [a, b]'],
    [
      on('custom.dietary', 'not_has_all', ['vegan', 'unheard of']),
      'not this.custom.dietary:tags has_all [vegan, unheard of]',
    ],
    [on('points', 'in_top_percent', 10), 'this.points:number in_top_percent 10'],
    [on('points', 'in_bottom_percent', 100), 'this.points:number in_bottom_percent 100'],
    [on('birthday', 'in_top', 5), 'this.birthday:date in_top 5'],
    [count('orders', 'in_bottom', 5), 'count:number[this.orders] in_bottom 5'],
    [all(on('company.revenue', 'in_top', 1)), 'all(this>company.revenue:number in_top 1)'],
    [
      on('position', 'within_radius', { latitude: 52.52, longitude: 13.405, kilometres: 50 }),
      'this.position:point within_radius 52.52 13.405 50',
    ],
    [
      on('position', 'outside_radius', { latitude: '-90', longitude: '180.0', kilometres: '20100' }),
      'not this.position:point within_radius -90 180 20100',
      on('position', 'outside_radius', { latitude: -90, longitude: 180, kilometres: 20100 }),
    ],
    [{ segment: 's1', operator: 'is_member' }, 's1 is_member'],
    [{ segment: 's1', operator: 'is_not_member' }, 'not s1 is_member'],
    [{ segment: 's1', operator: 'ever_member' }, 's1 ever_member'],
    [{ segment: { template: 'at_risk' }, operator: 'never_member' }, 'not s2 ever_member'],
    [{ segment: 's1', operator: 'joined_within_last', value: days(7) }, 's1 joined_within_last 7 days'],
    [{ segment: 's1', operator: 'left_within_last', value: { hours: 7 } }, 's1 left_within_last 7 hours'],
    [{ segment: 's1', operator: 'member_for_at_least', value: days(0) }, 's1 member_for_at_least 0 days'],
  ]);
});

describe('reads dates', () => {
  const created = 'this.created_at:datetime';
  reads([
    [on('birthday', 'on', '2024-02-29'), 'this.birthday:date on 2024-02-29'],
    [
      on('birthday', 'equals', '2000-02-29'),
      'this.birthday:date on 2000-02-29',
      on('birthday', 'on', '2000-02-29'),
    ],
    [
      on('birthday', 'not_equals', '0001-01-01'),
      'not this.birthday:date on 0001-01-01',
      on('birthday', 'not_on', '0001-01-01'),
    ],
    [
      on('birthday', 'greater_than', '9999-12-31'),
      'this.birthday:date after 9999-12-31',
      on('birthday', 'after', '9999-12-31'),
    ],
    [
      on('birthday', 'less_than', '2024-01-01'),
      'this.birthday:date before 2024-01-01',
      on('birthday', 'before', '2024-01-01'),
    ],
    [
      on('created_at', 'greater_than_or_equal', '2024-01-01'),
      `${created} on_or_after 2024-01-01`,
      on('created_at', 'on_or_after', '2024-01-01'),
    ],
    [
      on('last_order_at', 'less_than_or_equal', '2024-01-01'),
      'last_order_at=maximum:datetime[this.orders of this.placed_at:datetime where ' +
        "all(this.status:select in_list ['paid', 'fulfilled'])] on_or_before 2024-01-01",
      on('last_order_at', 'on_or_before', '2024-01-01'),
    ],
    [
      on('created_at', 'equals', '2024-01-01'),
      `${created} on 2024-01-01`,
      on('created_at', 'on', '2024-01-01'),
    ],
    [
      on('created_at', 'not_equals', '2024-01-01'),
      `not ${created} on 2024-01-01`,
      on('created_at', 'not_on', '2024-01-01'),
    ],
    [
      on('created_at', 'equals', '2024-01-01T12:00:00+02:00'),
      `${created} equals 2024-01-01T10:00:00.000000Z`,
      on('created_at', 'equals', '2024-01-01T10:00:00.000000Z'),
    ],
    [
      on('created_at', 'not_equals', '2024-01-01T00:30-11:30'),
      `not ${created} equals 2024-01-01T12:00:00.000000Z`,
      on('created_at', 'not_equals', '2024-01-01T12:00:00.000000Z'),
    ],
    [
      on('created_at', 'before', '2024-12-31T23:59:59.1234Z'),
      `${created} before 2024-12-31T23:59:59.123400Z`,
      on('created_at', 'before', '2024-12-31T23:59:59.123400Z'),
    ],
    [
      on('created_at', 'before', '0001-01-01T00:00:00.000000Z'),
      `${created} before 0001-01-01T00:00:00.000000Z`,
    ],
    [on('created_at', 'between', ['2024-01-01', '2024-01-01']), `${created} between 2024-01-01 2024-01-01`],
    [
      on('created_at', 'between', ['2024-01-01T00:00Z', '2024-01-01T01:00:00.000001+01:00']),
      `${created} between 2024-01-01T00:00:00.000000Z 2024-01-01T00:00:00.000001Z`,
      on('created_at', 'between', ['2024-01-01T00:00:00.000000Z', '2024-01-01T00:00:00.000001Z']),
    ],
    [on('birthday', 'within_last', days(1)), 'this.birthday:date within_last 1 days'],
    [on('birthday', 'not_within_last', { weeks: 1 }), 'not this.birthday:date within_last 1 weeks'],
    [on('created_at', 'within_next', { seconds: 1 }), `${created} within_next 1 seconds`],
    [on('birthday', 'ago_at_least', { months: 0 }), 'this.birthday:date ago_at_least 0 months'],
    [on('created_at', 'ahead_at_least', { minutes: 90 }), `${created} ahead_at_least 90 minutes`],
    [on('birthday', 'ago_between', [days(30), days(60)]), 'this.birthday:date ago_between 30 days 60 days'],
    [on('birthday', 'ago_between', [days(30), days(30)]), 'this.birthday:date ago_between 30 days 30 days'],
    [
      on('birthday', 'ago_between', [{ months: 2 }, days(1)]),
      'this.birthday:date ago_between 2 months 1 days',
    ],
    [
      on('created_at', 'ago_between', [{ minutes: 90 }, { hours: 2 }]),
      `${created} ago_between 90 minutes 2 hours`,
    ],
    [on('birthday', 'in_period', 'last_quarter'), 'this.birthday:date in_period last_quarter'],
    [on('birthday', 'not_in_period', 'today'), 'not this.birthday:date in_period today'],
    [
      on('birthday', 'anniversary_within_next', { years: 1 }),
      'this.birthday:date anniversary_within_next 1 years',
    ],
    [
      on('created_at', 'anniversary_within_last', { quarters: 1 }),
      `${created} anniversary_within_last 1 quarters`,
    ],
    [on('birthday', 'anniversary_in_month', 12), 'this.birthday:date anniversary_in_month 12'],
    [
      on('birthday', 'anniversary_in_month', 'next_month'),
      'this.birthday:date anniversary_in_month next_month',
    ],
    [
      on('birthday', 'weekday_in', ['saturday', 'sunday']),
      'this.birthday:date weekday_in [saturday, sunday]',
    ],
    [on('created_at', 'not_weekday_in', ['monday']), `not ${created} weekday_in [monday]`],
    [on('created_at', 'hour_between', [11, 14]), `${created} hour_between 660 840`],
    [on('created_at', 'hour_between', [22, 6]), `${created} hour_between 1320 360`],
    [on('created_at', 'hour_between', [0, 24]), `${created} hour_between 0 1440`],
    [
      on('created_at', 'hour_between', ['11:30', '14:00']),
      `${created} hour_between 690 840`,
      on('created_at', 'hour_between', ['11:30', 14]),
    ],
    [
      on('created_at', 'not_hour_between', ['24:00', '06:05']),
      `not ${created} hour_between 0 365`,
      on('created_at', 'not_hour_between', [0, '06:05']),
    ],
  ]);
});

describe('reads numbers and texts', () => {
  const number = (value: unknown, decimal: string, written: unknown = value): Case => [
    on('points', 'equals', value),
    `this.points:number equals ${decimal}`,
    on('points', 'equals', written),
  ];
  reads([
    number(8, '8'),
    number(-0, '0', 0),
    number(0.1, '0.1'),
    number(1e-7, '0.0000001'),
    number(-1.5e-10, '-0.00000000015'),
    number(5e-324, `0.${'0'.repeat(323)}5`),
    number(2 ** 53 - 1, '9007199254740991'),
    number('8', '8', 8),
    number('-007.50', '-7.5', -7.5),
    number('-0.0', '0', 0),
    number('1250.50', '1250.5', 1250.5),
    number('9007199254740993', '9007199254740993'),
    number('0.1000000000000000055', '0.1000000000000000055'),
    number('12345678901234567890.5', '12345678901234567890.5'),
    number(`1${'0'.repeat(999)}`, `1${'0'.repeat(999)}`),
    [
      on('points', 'between', ['-1.11', '-1.1']),
      'this.points:number between -1.11 -1.1',
      on('points', 'between', [-1.11, -1.1]),
    ],
    [
      on('points', 'between', [9.5, '10.0']),
      'this.points:number between 9.5 10',
      on('points', 'between', [9.5, 10]),
    ],
    [on('points', 'between', ['-0', 0]), 'this.points:number between 0 0', on('points', 'between', [0, 0])],
    [
      on('points', 'in_top_percent', '0.000001'),
      'this.points:number in_top_percent 0.000001',
      on('points', 'in_top_percent', 0.000001),
    ],
    [
      on('city', 'equals', 'Mu\u0308nchen'),
      "this.city:text equals 'München'",
      on('city', 'equals', 'München'),
    ],
    [on('city', 'equals', ' Berlin '), "this.city:text equals ' Berlin '"],
    [on('city', 'equals', '\ufeff'), "this.city:text equals '\ufeff'"],
    [on('tags', 'has_any', ['e\u0301']), 'this.tags:tags has_any [é]', on('tags', 'has_any', ['é'])],
    [on('city', 'equals', '😀'.repeat(1_000)), `this.city:text equals '${'😀'.repeat(1_000)}'`],
    [
      on('city', 'in_list', Array(10_000).fill('x')),
      `this.city:text in_list [${Array(10_000).fill("'x'").join(', ')}]`,
    ],
  ]);
});

describe('reads references', () => {
  const orders = (...rules: unknown[]): Json => count('orders', 'equals', 0, all(...rules));
  const tree = (rules: string): string => `count:number[this.orders where all(${rules})] equals 0`;
  reads([
    [
      on('points', 'greater_than', { field: 'credit_limit' }),
      'this.points:number greater_than {this.credit_limit:number}',
    ],
    [
      on('points', 'greater_than', { field: 'credit_limit', times: 0.8 }),
      'this.points:number greater_than {this.credit_limit:number * 0.8}',
      on('points', 'greater_than', { field: 'credit_limit', times: '0.8' }),
    ],
    [
      on('points', 'greater_than', { field: 'contact.credit_limit', from: 'subject', times: '-1.0' }),
      'this.points:number greater_than {subject.credit_limit:number * -1}',
      on('points', 'greater_than', { field: 'credit_limit', from: 'subject', times: '-1' }),
    ],
    [
      on('city', 'not_equals', { field: 'company.country' }),
      'not this.city:text equals {this>company.country:text}',
    ],
    [on('tier', 'equals', { field: 'city' }), 'this.tier:select equals {this.city:text}'],
    [on('city', 'equals', { field: 'tier' }), 'this.city:text equals {this.tier:select}'],
    [on('vip', 'equals', { field: 'email_opt_in' }), 'this.vip:boolean equals {this.email_opt_in:boolean}'],
    [
      on('birthday', 'equals', { field: 'married_on' }),
      'this.birthday:date on {this.married_on:date}',
      on('birthday', 'on', { field: 'married_on' }),
    ],
    [on('birthday', 'on', { field: 'created_at' }), 'this.birthday:date on {this.created_at:datetime}'],
    [
      on('created_at', 'equals', { field: 'birthday' }),
      'this.created_at:datetime on {this.birthday:date}',
      on('created_at', 'on', { field: 'birthday' }),
    ],
    [
      on('created_at', 'equals', { field: 'last_seen_at' }),
      'this.created_at:datetime equals {this.last_seen_at:datetime}',
    ],
    [
      on('last_seen_at', 'before', { field: 'created_at', plus: { hours: 1 } }),
      'this.last_seen_at:datetime before {this.created_at:datetime + 1 hours}',
    ],
    [
      on('birthday', 'on_or_after', { field: 'created_at', minus: { minutes: 0 } }),
      'this.birthday:date on_or_after {this.created_at:datetime - 0 minutes}',
    ],
    [
      on('created_at', 'between', ['2024-01-01', { field: 'last_seen_at', minus: { years: 1 } }]),
      'this.created_at:datetime between 2024-01-01 {this.last_seen_at:datetime - 1 years}',
    ],
    [
      on('points', 'between', [{ field: 'age' }, 3]),
      'this.points:number between {this.age:number(this.birthday:date)} 3',
    ],
    [
      on('points', 'less_than', { field: 'company.order_count' }),
      'this.points:number less_than {order_count=count:number[this>company.orders]}',
    ],
    [
      on('points', 'equals', { related: 'orders', measure: 'sum', of: 'total_base', times: 0.5 }),
      'this.points:number equals {sum:number[this.orders of this.total_base:number] * 0.5}',
      on('points', 'equals', { related: 'orders', measure: 'sum', of: 'total_base', times: '0.5' }),
    ],
    [
      count('orders', 'between', [{ related: 'referrals', measure: 'count' }, 9]),
      'count:number[this.orders] between {count:number[this.referrals]} 9',
    ],
    [
      count('orders', 'greater_than', {
        related: 'orders',
        measure: 'share',
        satisfying: { match_type: 'all', rules: [on('placed_at', 'less_than', '2024-01-01')] },
      }),
      'count:number[this.orders] greater_than {share:number[this.orders satisfying all(this.placed_at:datetime before 2024-01-01)]}',
      count('orders', 'greater_than', {
        related: 'orders',
        measure: 'share',
        satisfying: all(on('placed_at', 'before', '2024-01-01')),
      }),
    ],
    [
      orders(on('total_base', 'greater_than', { field: 'credit_limit', from: 'parent' })),
      tree('this.total_base:number greater_than {parent.credit_limit:number}'),
    ],
    [
      orders(on('total_base', 'greater_than', { field: 'company.revenue', from: 'subject' })),
      tree('this.total_base:number greater_than {subject>company.revenue:number}'),
    ],
    [
      orders(
        count('lines', 'equals', 0, all(on('price', 'equals', { field: 'total_base', from: 'parent' }))),
      ),
      tree(
        'count:number[this.lines where all(this.price:number equals {parent.total_base:number})] equals 0',
      ),
    ],
    [
      orders(
        count(
          'subject.activities',
          'equals',
          0,
          all(on('occurred_at', 'after', { field: 'placed_at', from: 'parent' })),
        ),
      ),
      tree(
        'count:number[subject.activities where all(this.occurred_at:datetime after {parent.placed_at:datetime})] equals 0',
      ),
    ],
    [
      orders(on('total_base', 'less_than', { field: 'order_count', from: 'parent' })),
      tree(
        'this.total_base:number less_than {order_count=count:number[parent.orders where ' +
          "all(this.status:select in_list ['paid', 'fulfilled'])]}",
      ),
    ],
    [
      orders(on('total_base', 'less_than', { related: 'lines', measure: 'sum', of: 'price' })),
      tree('this.total_base:number less_than {sum:number[this.lines of this.price:number]}'),
    ],
    [
      orders(
        on('total_base', 'less_than', { related: 'subject.orders', measure: 'average', of: 'total_base' }),
      ),
      tree('this.total_base:number less_than {average:number[subject.orders of this.total_base:number]}'),
    ],
    [
      orders(on('large_lines', 'equals', 0)),
      tree(
        'large_lines=count:number[this.lines where all(this.price:number greater_than {parent.total_base:number * 0.5})] equals 0',
      ),
    ],
    [
      orders(on('total_base', 'equals', { field: 'carts_left', from: 'parent' })),
      tree(
        "this.total_base:number equals {carts_left=count:number[parent.activities where all(this.kind:select equals 'cart'; " +
          'count:number[subject.orders where all(this.placed_at:datetime after {parent.occurred_at:datetime})] equals 0)]}',
      ),
    ],
  ]);
});

describe('reads measures', () => {
  const gifts = all(on('gift', 'equals', true));
  const giftsTree = 'all(this.gift:boolean equals true)';
  const empty = 'not ';
  reads([
    [
      measured('orders', 'sum', { of: 'total_base' }),
      `${empty}sum:number[this.orders of this.total_base:number] is_empty`,
    ],
    [
      measured('orders', 'average', { of: 'line_count' }),
      `${empty}average:number[this.orders of line_count=count:number[this.lines]] is_empty`,
    ],
    [
      measured('orders', 'minimum', { of: 'ship_on' }),
      `${empty}minimum:date[this.orders of this.ship_on:date] is_empty`,
    ],
    [
      measured('orders', 'maximum', { of: 'placed_at.hour' }),
      `${empty}maximum:number[this.orders of this.placed_at.hour:number] is_empty`,
    ],
    [
      measured('orders', 'distinct', { of: 'placed_at.date' }),
      `${empty}distinct:number[this.orders of this.placed_at.date:date] is_empty`,
    ],
    [
      measured('orders', 'most_frequent', { of: 'gift' }),
      `${empty}most_frequent:boolean[this.orders of this.gift:boolean] is_empty`,
    ],
    [
      measured('orders', 'first', { of: 'status', operator: 'equals', value: 'paid' }),
      "first:select[this.orders of this.status:select at this.placed_at:datetime] equals 'paid'",
    ],
    [
      measured('order_lines', 'last', { of: 'product.category', where: all(on('product', 'is_not_empty')) }),
      `${empty}last:text[this.order_lines of this>product.category:text at this>order.placed_at:datetime ` +
        'where all(not this>product is_empty)] is_empty',
    ],
    [
      measured('orders', 'average_gap'),
      `${empty}average_gap:number[this.orders at this.placed_at:datetime] is_empty`,
    ],
    [
      measured('orders', 'share', { satisfying: gifts }),
      `${empty}share:number[this.orders satisfying ${giftsTree}] is_empty`,
    ],
    [
      measured('orders', 'share', { of: 'total_base', where: gifts, satisfying: gifts }),
      `${empty}share:number[this.orders of this.total_base:number where ${giftsTree} satisfying ${giftsTree}] is_empty`,
    ],
    [
      {
        operator: 'in',
        value: [1],
        where: { match_type: 'all', rules: [on('gift', 'equals', true)] },
        measure: 'count',
        related: 'orders',
      },
      `count:number[this.orders where ${giftsTree}] in_list [1]`,
      count('orders', 'in_list', [1], gifts),
    ],
    [
      count('appointments', 'equals', 1, all({ everyone: true })),
      'count:number[this.appointments where all(everyone)] equals 1',
    ],
    [
      count(
        'activities',
        'equals',
        1,
        all(on('properties.page', 'contains', 'cart'), on('contact.city', 'is_empty')),
      ),
      'count:number[this.activities where all(this.properties.page:text contains cart; this>contact.city:text is_empty)] equals 1',
    ],
    [
      count('orders', 'equals', 1, { match: 'none', rules: [{ ...gifts, label: 'Gifts' }] }),
      `count:number[this.orders where none(${giftsTree})] equals 1`,
    ],
    [
      nested(7, count('orders', 'equals', 1, gifts)),
      `${'all('.repeat(7)}count:number[this.orders where ${giftsTree}] equals 1${')'.repeat(7)}`,
    ],
  ]);
});
