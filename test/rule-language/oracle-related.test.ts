/** The oracle against answers worked out by hand: collections, measures, scopes and segments. */

import { describe, expect, it } from '@jest/globals';
import type { Operator } from '../../src/rule-language/operators.js';
import type { Group, Measure, RelatedCondition, Rule, Value } from '../../src/rule-language/rule.js';
import type { Clock, Row } from './oracle/matching.js';
import type { Around } from './small-world.js';
import { whoMatches } from './small-world.js';

const all = (...rules: Rule[]): Group => ({ match: 'all', rules });

const bought = (id: number | string, at: string | null, rest: Row = {}, person = '1'): Row => ({
  id: String(id),
  person_id: person,
  at: at === null ? null : `2024-06-${at}:00.000000Z`,
  ...rest,
});

/** Two are not there yet, or never; the trap belongs to another tenant. */
const around: Around = {
  purchase: [
    bought(9, '01T08:00', { kind: 'paid', amount: '10', note: 'Red', thing_code: 'wine' }),
    bought(10, '01T08:00', { kind: 'paid', amount: '20.50', note: 'red', thing_code: 'wine' }),
    bought(11, '03T22:30', { kind: 'open', amount: null, note: 'BLUE', thing_code: 'soap' }),
    bought(12, '08T09:00', { kind: 'returned', amount: '-3', note: 'blue', thing_code: 'book' }),
    bought(13, '10T09:00', { kind: 'paid', amount: 'NaN', note: ' ', thing_code: 'gone' }),
    bought(14, '12T10:01', { kind: 'paid', amount: '1000', note: 'future' }),
    bought(15, null, { kind: 'paid', amount: '2000', note: 'never' }),
    bought(9, '02T08:00', { kind: 'paid', amount: '500', note: 'trap', tenant_id: '2' }),
  ],
  thing: [
    { code: 'wine', price: '10' },
    { code: 'soap', price: '3' },
    { code: 'book', price: '7' },
  ],
  visit: [
    { id: '1', person_id: '1', day: '2024-06-12' },
    { id: '2', person_id: '1', day: '2024-06-13' },
  ],
};
const people: Row[] = [{ id: '1' }, { id: '2', friend_id: '1' }];

const who = (measure: Measure, operator: Operator, value?: Value): string[] =>
  whoMatches(
    { ...measure, operator, ...(value === undefined ? {} : { value }) } as RelatedCondition,
    people,
    around,
  );

const purchases = (
  measure: Measure['measure'],
  rest: Omit<Measure, 'related' | 'measure'> = {},
): Measure => ({
  related: 'purchases',
  measure,
  ...rest,
});
const paid = all({ field: 'kind', operator: 'equals', value: 'paid' });

describe('A measure of the first person', () => {
  it.each<[measure: Measure, value: Value]>([
    [purchases('count'), 5],
    [purchases('count', { where: paid }), 3],
    [{ related: 'planned', measure: 'count' }, 7],
    [{ related: 'things', measure: 'count' }, 2],
    [{ related: 'things', measure: 'sum', of: 'price' }, 13],
    [{ related: 'visits', measure: 'count' }, 1],
    [purchases('sum', { of: 'amount' }), '27.5'],
    [purchases('average', { of: 'amount', where: paid }), '15.25'],
    [purchases('minimum', { of: 'amount' }), -3],
    [purchases('maximum', { of: 'amount' }), 20.5],
    [purchases('distinct', { of: 'note' }), 2],
    [purchases('distinct', { of: 'at.date' }), 4],
    [purchases('distinct', { of: 'kind' }), 3],
    [purchases('most_frequent', { of: 'note' }), 'RED'],
    [purchases('most_frequent', { of: 'note' }), 'Blue'],
    [purchases('first', { of: 'amount' }), 10],
    [purchases('share', { satisfying: paid }), '0.6'],
    [
      purchases('share', { of: 'amount', satisfying: paid, where: { match: 'none', rules: [returned()] } }),
      1,
    ],
    // Local days 1, 4 (22:30 in UTC is the next day in Berlin), 8 and 10: nine days, three gaps.
    [purchases('average_gap'), 3],
  ])('%j is %j', (measure, value) => {
    expect(who(measure, 'equals', value)).toContain('1');
  });

  it('takes the first and last by time, then by key as a number', () => {
    expect(who(purchases('first', { of: 'note' }), 'equals', 'Red')).toEqual(['1']);
    const onTheFirst = all({ field: 'at', operator: 'on', value: '2024-06-01' });
    expect(who(purchases('last', { of: 'amount', where: onTheFirst }), 'equals', '20.5')).toEqual(['1']);
  });

  it('reads the last record even if its field is missing there', () => {
    expect(who(purchases('last', { of: 'amount' }), 'is_empty')).toEqual(['1', '2']);
    expect(who({ related: 'planned', measure: 'last', of: 'note' }, 'equals', 'future')).toEqual(['1']);
  });

  it('has no value at all for the second person, or nothing', () => {
    for (const measure of ['count', 'sum', 'distinct'] as const) {
      expect(who(purchases(measure, { of: 'amount' }), 'equals', 0)).toEqual(['2']);
    }
    for (const measure of ['average', 'minimum', 'most_frequent', 'first'] as const) {
      expect(who(purchases(measure, { of: 'amount' }), 'is_empty')).toEqual(['2']);
    }
    expect(who(purchases('average_gap'), 'is_empty')).toEqual(['2']);
    expect(who(purchases('share', { satisfying: paid }), 'is_empty')).toEqual(['2']);
  });

  it('has no share of nothing or less', () => {
    const of = { of: 'amount', where: all(returned()), satisfying: all(returned()) };
    expect(who(purchases('share', of), 'is_empty')).toEqual(['1', '2']);
  });

  it('has several values tied for the most, and any will do', () => {
    expect(who(purchases('most_frequent', { of: 'note' }), 'not_equals', 'red')).toEqual(['2']);
    expect(who(purchases('most_frequent', { of: 'note' }), 'starts_with', 'green')).toEqual([]);
  });

  it('is reached along a path, where nobody there is none', () => {
    expect(who({ ...purchases('count'), related: 'friend.purchases' }, 'equals', 5)).toEqual(['2']);
    const metric: Rule = { field: 'friend.bought', operator: 'equals', value: 0 };
    expect(whoMatches(metric, people, around)).toEqual(['1']);
    expect(whoMatches({ field: 'friend.text', operator: 'is_empty' }, people, around)).toEqual(['1', '2']);
  });
});

function returned(): Rule {
  return { field: 'kind', operator: 'equals', value: 'returned' };
}

describe('A second step', () => {
  const noOrderWithinADay: Rule = {
    related: 'carts',
    measure: 'count',
    operator: 'greater_than_or_equal',
    value: 1,
    where: all({
      related: 'subject.purchases',
      measure: 'count',
      operator: 'equals',
      value: 0,
      where: all(
        { field: 'kind', operator: 'equals', value: 'order' },
        {
          field: 'at',
          operator: 'between',
          value: [
            { field: 'at', from: 'parent' },
            { field: 'at', from: 'parent', plus: { days: 1 } },
          ],
        },
      ),
    }),
  };

  it.each<[ordered: string, expected: string[]]>([
    ['02T09:00', []],
    ['02T09:01', ['1']],
    ['01T08:59', ['1']],
  ])('after a cart on 01T09:00, with an order on %s', (at, expected) => {
    const purchase = [bought(1, '01T09:00', { kind: 'cart' }), bought(2, at, { kind: 'order' })];
    expect(whoMatches(noOrderWithinADay, [{ id: '1' }], { purchase })).toEqual(expected);
  });

  it('compares with a measure, and with the subject', () => {
    const more: Rule = {
      ...purchases('sum', { of: 'amount', where: paid }),
      operator: 'greater_than',
      value: { ...purchases('sum', { of: 'amount' }), times: '1.1' },
    };
    expect(whoMatches(more, people, around)).toEqual(['1']);
    const aboveLimit = purchases('count', {
      where: all({ field: 'amount', operator: 'greater_than', value: { field: 'limit', from: 'subject' } }),
    });
    const limited = [{ id: '1', limit: '10' }];
    expect(whoMatches({ ...aboveLimit, operator: 'equals', value: 1 }, limited, around)).toEqual(['1']);
  });
});

describe('Segments', () => {
  const stay = (
    person: string,
    entered: string,
    left: string | null,
    cause = 'matched',
    segment = 's',
  ): Row => ({
    segment_id: segment,
    subject_id: person,
    entered_at: `2024-06-${entered}:00.000000Z`,
    left_at: left === null ? null : `2024-06-${left}:00.000000Z`,
    cause,
  });
  const members = ['in', 'first filled', 'left', 'back', 'leaving', 'coming', 'never'].map((id) => ({ id }));
  const ledger = [
    stay('in', '11T10:00', null, 'pinned'),
    stay('first filled', '11T10:00', null, 'first_fill'),
    stay('left', '01T10:00', '12T10:00'),
    stay('back', '01T10:00', '10T10:00'),
    stay('back', '12T10:00', null),
    stay('leaving', '01T10:00', '12T10:01'),
    stay('coming', '12T10:01', null),
    stay('never', '01T10:00', null, 'matched', 'another'),
    { ...stay('never', '01T10:00', null), tenant_id: '2' },
  ];

  it.each<[operator: Operator, value: Value | undefined, expected: string[]]>([
    ['is_member', undefined, ['in', 'first filled', 'back', 'leaving']],
    ['is_not_member', undefined, ['left', 'coming', 'never']],
    ['ever_member', undefined, ['in', 'first filled', 'left', 'back', 'leaving']],
    ['never_member', undefined, ['coming', 'never']],
    ['joined_within_last', { days: 2 }, ['in', 'back']],
    ['joined_within_last', { hours: 24 }, ['back']],
    ['left_within_last', { days: 3 }, ['left']],
    ['member_for_at_least', { hours: 24 }, ['in', 'first filled', 'leaving']],
    ['member_for_at_least', { days: 11 }, ['leaving']],
  ])('%s %j', (operator, value, expected) => {
    const rule = { segment: 's', operator, ...(value === undefined ? {} : { value }) } as Rule;
    const clock: Partial<Clock> = { asOf: '2024-06-12T10:00:00.000000Z' };
    expect(whoMatches(rule, members, { stay: ledger }, clock)).toEqual(expected);
  });
});
