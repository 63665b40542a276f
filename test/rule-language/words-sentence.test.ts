/** The words of references and groups, and how a sentence deals with names, lists and brackets. */

import { describe, expect, test } from '@jest/globals';
import { conditionInWords } from '../../src/rule-language/to-words.js';
import { all, any, bare, checked, field, group, inWords, related, zone } from './words-saying.js';
import { subject, vocabulary } from './words-vocabulary.js';

const zoned = ' – time zone Europe/Berlin';
const orders = related('orders', 'count', {});
const parentTime = { field: 'occurred_at', from: 'parent' };

const references: readonly (readonly [string, object])[] = [
  ['whose city is the same as billing city', field('city', 'equals', { field: 'billing_city' })],
  [
    'whose city is not the same as company’s city (or either is missing)',
    field('city', 'not_equals', { field: 'company.city' }),
  ],
  [
    'whose VIP is not the same as email verified (or either is missing)',
    field('vip', 'not_equals', { field: 'email_verified' }),
  ],
  [
    'whose total spend is more than credit limit × 0.8',
    field('total_spend', 'greater_than', { field: 'credit_limit', times: '0.80' }),
  ],
  [
    'whose score is less than credit limit or more than company’s revenue × -2 (or any of them is missing)',
    field('score', 'not_between', [{ field: 'credit_limit' }, { field: 'company.revenue', times: '-2' }]),
  ],
  [
    'whose score is at least 5 and at most credit limit',
    field('score', 'between', [5, { field: 'credit_limit' }]),
  ],
  [
    'whose score is not the same as the number of all orders × 2 (or is missing)',
    field('score', 'not_equals', { ...orders, times: '2' }),
  ],
  [
    `whose birthday is after the day of signed up at${zoned}`,
    field('birthday', 'after', { field: 'signed_up_at' }),
  ],
  ['whose birthday is on 1 day before due', field('birthday', 'on', { field: 'due', minus: { days: 1 } })],
  [
    'whose signed up at is the same as last seen at',
    field('signed_up_at', 'equals', { field: 'last_seen_at' }),
  ],
  [
    'whose signed up at is at or after 2 hours before last seen at',
    field('signed_up_at', 'on_or_after', { field: 'last_seen_at', minus: { hours: 2 } }),
  ],
  [
    `whose signed up at is at or before 2 days after last seen at${zoned}`,
    field('signed_up_at', 'on_or_before', { field: 'last_seen_at', plus: { days: 2 } }),
  ],
  [
    `whose signed up at is on or before company’s founded${zoned}`,
    field('signed_up_at', 'on_or_before', { field: 'company.founded' }),
  ],
  [
    'that have more than 0 orders (whose total is more than the contact’s credit limit, and whose coupon is not the same as that contact’s company’s city [or either is missing])',
    related(
      'orders',
      'count',
      {
        where: all(
          field('total', 'greater_than', { field: 'credit_limit', from: 'subject' }),
          field('coupon', 'not_equals', { field: 'company.city', from: 'parent' }),
        ),
      },
      'greater_than',
      0,
    ),
  ],
  [
    `that have at least 1 activity (whose kind is Cart, and for which there are no orders of the contact [whose placed at is from that activity’s occurred at up to and including 1 day after that activity’s occurred at])${zoned}`,
    related(
      'activities',
      'count',
      {
        where: all(
          field('kind', 'equals', 'cart'),
          related(
            'subject.orders',
            'count',
            { where: all(field('placed_at', 'between', [parentTime, { ...parentTime, plus: { days: 1 } }])) },
            'equals',
            0,
          ),
        ),
      },
      'greater_than_or_equal',
      1,
    ),
  ],
  [
    'whose number of orders (whose status is Paid) is more than the number of orders (whose status is Cancelled)',
    related('orders', 'count', { where: all(field('status', 'equals', 'paid')) }, 'greater_than', {
      ...related('orders', 'count', { where: all(field('status', 'equals', 'cancelled')) }),
    }),
  ],
];

const [a, b, c] = [
  field('city', 'equals', 'A'),
  field('score', 'greater_than', 5),
  field('vip', 'equals', true),
];
const [cityA, score5, isVip] = ['city is “A”', 'score is more than 5', 'VIP is yes'] as const;

const groups: readonly (readonly [string, object])[] = [
  [`whose ${cityA}`, all(any(group({ at_least: 1 }, a)))],
  [`whose ${cityA}, and whose ${score5}, and whose ${isVip}`, all(a, b, c)],
  [`whose ${cityA}, or whose ${score5}`, any(a, b)],
  [`whose ${cityA}, or whose ${score5}`, group({ at_least: 1 }, a, b)],
  [`matching none of (${cityA}; ${score5})`, group('none', a, b)],
  [`not matching (${cityA})`, group('none', a)],
  [`not matching (${cityA})`, group('not_all', a)],
  [`not matching all of (${cityA}; ${score5})`, group('not_all', a, b)],
  [`matching at least 2 of (${cityA}; ${score5}; ${isVip})`, group({ at_least: 2 }, a, b, c)],
  [`whose ${cityA}, and (whose ${score5}, or whose ${isVip})`, all(a, any(b, c))],
  [`(whose ${cityA}, and whose ${score5}), or whose ${isVip}`, any(all(a, b), c)],
  [
    `whose ${cityA}, or (whose ${score5}, and [whose ${isVip}, or whose ${cityA}])`,
    any(a, all(b, any(c, a))),
  ],
  [`not matching (${cityA}, or ${score5})`, group('none', any(a, b))],
  [`matching none of ([${cityA}, or ${score5}]; ${isVip})`, group('none', any(a, b), c)],
  [
    `matching none of (not [${cityA}]; none of [${score5}; ${isVip}])`,
    group('none', group('none', a), group('none', b, c)),
  ],
  [`whose ${cityA}, and without any condition`, all(a, { everyone: true })],
  [
    `whose ${cityA}, and that have no orders, and that are not in the segment “VIP”, and matching none of (has no company; is in the segment “At risk”; ${isVip})`,
    all(
      a,
      { ...orders, operator: 'equals', value: 0 },
      { segment: 's-1', operator: 'is_not_member' },
      group('none', field('company', 'is_empty'), { segment: 's-2', operator: 'is_member' }, c),
    ),
  ],
];

describe('references', () => {
  test.each(references)('Contacts %s.', (words, document) =>
    expect(inWords(document)).toBe(`Contacts ${words}.`),
  );
});

describe('groups', () => {
  test.each(groups)('Contacts %s.', (words, document) =>
    expect(inWords(document)).toBe(`Contacts ${words}.`),
  );

  test('everyone', () => {
    expect(inWords({ everyone: true })).toBe('All contacts.');
    expect(inWords(all({ everyone: true }))).toBe('All contacts.');
    expect(bare({ everyone: true })).toBe('without any condition');
  });

  test('what a user calls a node is not what it means', () => {
    expect(inWords({ ...a, label: 'Our best', id: 'best' })).toBe(`Contacts whose ${cityA}.`);
  });

  test('a disabled node says nothing', () => {
    expect(inWords(all(a, { ...b, disabled: true }))).toBe(`Contacts whose ${cityA}.`);
  });
});

describe('names and values', () => {
  test.each([
    ['Contact', 'Contacts'],
    ['contacts', 'Contacts'],
    ['Company', 'Companies'],
    ['Branch', 'Branches'],
    ['VIP', 'VIPs'],
    ['People', 'People'],
  ])('the subjects are many: %s', (label, words) => {
    const labelled = { ...subject, record: { ...subject.record, label } };
    expect(inWords(a, { subject: labelled })).toBe(`${words} whose ${cityA}.`);
  });

  test('labels that are alike are told apart by their names', () => {
    expect(bare(field('region', 'equals', 'x'))).toBe('region (region) is “x”');
    expect(bare(field('area', 'equals', 'x'))).toBe('region (area) is “x”');
  });

  test('an option is told from a text, and from another option', () => {
    expect(bare(field('source', 'in_list', ['fair', 'Fair']))).toBe('source is Fair or “Fair”');
    expect(bare(field('size', 'in_list', ['s', 'm', 'x']))).toBe(
      'size is “1,000 or fewer”, More (“m”) or More (“x”)',
    );
  });

  test('a text cannot pass for a sentence', () => {
    expect(bare(field('city', 'equals', 'A” or “B'))).toBe('city is "A” or “B"');
    expect(bare(field('city', 'equals', 'A" or "B\\'))).toBe('city is "A\\" or \\"B\\\\"');
    expect(bare(field('city', 'equals', 'A\u00a0B\u202e'))).toBe('city is "A\\u{a0}B\\u{202e}"');
    expect(bare(field('city', 'equals', '\uE000A\uE001'))).toBe('city is "\\u{e000}A\\u{e001}"');
  });

  test('a long list is cut, unless two rules are to be told apart', () => {
    const letters = [...'abcdefghijklmnopq'];
    expect(bare(field('city', 'in_list', letters))).toBe(
      'city is “a”, “b”, “c”, “d”, “e” or one of 12 others',
    );
    expect(bare(field('city', 'in_list', letters.slice(0, 6)))).toBe(
      'city is “a”, “b”, “c”, “d”, “e” or “f”',
    );
    expect(bare(field('tags', 'has_all', letters))).toBe(
      'tags include “a”, “b”, “c”, “d”, “e” and 12 others',
    );
    expect(bare(field('city', 'not_in_list', letters))).toBe(
      'city is neither “a”, “b”, “c”, “d”, “e” nor one of 12 others (or is missing)',
    );
    expect(inWords(field('city', 'in_list', letters), { lists: 'whole' })).toContain('“p” or “q”.');
  });

  test('a node inside where is said of its own record', () => {
    const order = vocabulary.records.get('order');
    const rule = checked(
      related('orders', 'count', { where: all(field('shop.city', 'equals', 'A')) }, 'equals', 0),
    );
    const node = rule.kind === 'condition' && rule.operand.kind === 'measure' && rule.operand.where?.rules[0];
    if (!node || !order) throw new Error('The rule has a condition inside where');
    expect(conditionInWords(node, { subject, zone, record: order })).toBe('shop’s city is “A”');
  });
});
