/** Documents that are refused: each with everything that is wrong with it, by code and path. */

import { describe, expect, it } from '@jest/globals';
import { all, count, type Json, measured, nested, on, problemsOf } from './documents.js';

/** What is wrong, the document, the problems. */
type Case = readonly [string, unknown, ...string[]];

const refuses = (cases: readonly Case[]): void => {
  it.each(cases)('%s', (_, document, ...problems) => {
    expect(problemsOf(document)).toEqual(problems);
  });
};

const city = on('city', 'equals', 'Berlin');
const ordersWhere = (...rules: unknown[]): Json => count('orders', 'equals', 0, all(...rules));
const days = (n: unknown): Json => ({ days: n });

describe('refuses what is no rule', () => {
  refuses([
    ['null', null, 'rule.not-object at '],
    ['a text', 'city', 'rule.not-object at '],
    ['a number', 1, 'rule.not-object at '],
    ['an object without meaning', {}, 'rule.unknown-kind at '],
    ['a misspelt key', { feild: 'city', operator: 'equals', value: 'x' }, 'rule.unknown-kind at '],
    ['two kinds at once', { ...city, related: 'orders' }, 'rule.several-kinds at '],
    ['a group that is a condition', { ...city, match: 'all' }, 'rule.several-kinds at '],
    ['a segment that is everyone', { segment: 's1', everyone: true }, 'rule.several-kinds at '],
    ['an unknown key on a condition', { ...city, valeu: 1 }, 'rule.unknown-key at valeu'],
    ['an unknown key on a group', { ...all(city), name: 'x' }, 'rule.unknown-key at name'],
    ['an unknown key on everyone', { everyone: true, value: 1 }, 'rule.unknown-key at value'],
    [
      'an unknown key on a segment',
      { segment: 's1', operator: 'is_member', of: 1 },
      'rule.unknown-key at of',
    ],
    ['a related condition "of" for a field', { ...city, of: 'x' }, 'rule.unknown-key at of'],
    ['odd keys', { ...city, 'a b': 1, '': 2 }, 'rule.unknown-key at ["a b"]', 'rule.unknown-key at [""]'],
    [
      'a key of the prototype',
      JSON.parse('{"everyone":true,"__proto__":1}'),
      'rule.unknown-key at __proto__',
    ],
    ['everyone but false', { everyone: false }, 'rule.everyone-not-true at everyone'],
    ['everyone as a text', { everyone: 'yes' }, 'rule.everyone-not-true at everyone'],
    ['a rule in a group that is none', all(city, 7), 'rule.not-object at rules[1]'],
    ['a list in a group', all(city, [city]), 'rule.not-object at rules[1]'],
    ['a foreign entity', { entity: 'company', ...all(city) }, 'rule.foreign-entity at entity'],
    ['an entity that is no text', { entity: 1, ...all(city) }, 'rule.foreign-entity at entity'],
    ['an entity below the root', all({ entity: 'contact', ...city }), 'rule.unknown-key at rules[0].entity'],
    ['the rule disabled as a whole', { ...city, disabled: true }, 'rule.disabled at '],
    ['a value that is no JSON', on('birthday', 'on', new Date(0)), 'rule.not-json at value'],
    ['a number that is no JSON', on('points', 'equals', Number.NaN), 'rule.not-json at value'],
    ['a function', on('points', 'equals', () => 1), 'rule.not-json at value'],
    ['a bigint', on('points', 'equals', 1n), 'rule.not-json at value'],
    ['nothing in a list', on('city', 'in_list', ['a', undefined]), 'rule.not-json at value[1]'],
  ]);
});

describe('refuses marks that mean nothing', () => {
  refuses([
    ['an id that is a number', { ...city, id: 1 }, 'rule.id-not-text at id'],
    ['a blank id', { ...city, id: ' ' }, 'rule.id-not-text at id'],
    ['an id used twice', all({ ...city, id: 'a' }, { ...city, id: 'a' }), 'rule.duplicate-id at rules[1].id'],
    ['an id of the group', { ...all({ ...city, id: 'a' }), id: 'a' }, 'rule.duplicate-id at rules[0].id'],
    [
      'an id within a where',
      all({ ...city, id: 'a' }, ordersWhere({ ...on('note', 'is_empty'), id: 'a' })),
      'rule.duplicate-id at rules[1].where.rules[0].id',
    ],
    [
      'an id of a disabled rule',
      all({ ...city, id: 'a' }, { nonsense: 1, id: 'a', disabled: true }),
      'rule.duplicate-id at rules[1].id',
    ],
    [
      'an id within a disabled group',
      all({ ...city, id: 'a' }, { ...all(7, { id: 'a' }), disabled: true }),
      'rule.duplicate-id at rules[1].rules[1].id',
    ],
    [
      'an id within the value of a disabled condition',
      all({ ...city, id: 'a' }, { disabled: true, value: [1, { where: { rules: [{ id: 'a' }] } }] }),
      'rule.duplicate-id at rules[1].value[1].where.rules[0].id',
    ],
    ['a label that is no text', { ...city, label: 1 }, 'rule.label-not-text at label'],
    [
      'half disabled',
      all(city, { nonsense: 1, disabled: 'yes' }),
      'rule.disabled-not-boolean at rules[1].disabled',
    ],
    [
      'disabled by null',
      all(city, { ...city, disabled: null }),
      'rule.disabled-not-boolean at rules[1].disabled',
    ],
  ]);
});

describe('refuses groups that do not say what they mean', () => {
  refuses([
    ['no match', { rules: [city, city] }, 'group.match-missing at match'],
    ['an unknown match', { match: 'some', rules: [city] }, 'group.match-unknown at match'],
    ['a match in capitals', { match: 'ALL', rules: [city] }, 'group.match-unknown at match'],
    ['an unknown match_type', { match_type: 'or', rules: [city] }, 'group.match-unknown at match_type'],
    ['match and match_type', { ...all(city), match_type: 'all' }, 'group.match-twice at match_type'],
    ['no rules', { match: 'all' }, 'group.rules-missing at rules'],
    ['rules that are no list', { match: 'all', rules: city }, 'group.rules-not-list at rules'],
    ['an empty group', all(), 'group.empty at '],
    ['an empty group inside', all(city, all()), 'group.empty at rules[1]'],
    ['an empty list', [], 'group.empty at '],
    ['nothing enabled', all({ ...city, disabled: true }), 'group.nothing-enabled at '],
    [
      'nothing enabled inside',
      all(city, all({ ...city, disabled: true })),
      'group.nothing-enabled at rules[1]',
    ],
    [
      'nothing enabled in a where',
      ordersWhere({ id: 'x', disabled: true }),
      'group.nothing-enabled at where',
    ],
    ['at least none', { match: { at_least: 0 }, rules: [city] }, 'group.at-least at match'],
    ['at least half', { match: { at_least: 0.5 }, rules: [city] }, 'group.at-least at match'],
    ['at least a text', { match: { at_least: '1' }, rules: [city] }, 'group.at-least at match'],
    [
      'at least more than there are',
      { match: { at_least: 3 }, rules: [city, city] },
      'group.at-least at match',
    ],
    [
      'at least more than are enabled',
      { match: { at_least: 2 }, rules: [city, { ...city, disabled: true }] },
      'group.at-least at match',
    ],
    [
      'at least and more',
      { match: { at_least: 1, at_most: 2 }, rules: [city] },
      'group.match-unknown at match',
    ],
    ['a where that is a condition', count('orders', 'equals', 0, city), 'where.not-group at where'],
    ['a where that is a list', measured('orders', 'count', { where: [city] }), 'where.not-group at where'],
    ['a where that is null', measured('orders', 'count', { where: null }), 'where.not-group at where'],
    [
      'a disabled where',
      count('orders', 'equals', 0, { ...all(city), disabled: true }),
      'where.disabled at where',
    ],
    ['an empty where', ordersWhere(), 'group.empty at where'],
  ]);
});

describe('refuses names that lead nowhere', () => {
  refuses([
    ['a field that is no text', on(7, 'is_empty'), 'field.not-text at field'],
    ['a blank field', on(' ', 'is_empty'), 'field.not-text at field'],
    ['an unknown field', on('citty', 'equals', 'Berlin'), 'field.unknown at field'],
    ['a name of the prototype', on('constructor', 'equals', 'Berlin'), 'field.unknown at field'],
    ['an unknown field of a path', on('company.industri', 'equals', 'x'), 'field.unknown at field'],
    ['an unknown path', on('compny.industry', 'equals', 'x'), 'field.unknown at field'],
    ['an unknown JSON key', on('properties.page', 'equals', 'x'), 'field.unknown at field'],
    ['an unknown part', on('birthday.hour', 'equals', 1), 'field.unknown at field'],
    ['the subject itself', on('contact', 'is_empty'), 'field.unknown at field'],
    ['another subject before a field', on('order.city', 'is_empty'), 'field.unknown at field'],
    ['the subject in the middle of a name', on('company.contact.city', 'is_empty'), 'field.unknown at field'],
    ['an empty part of a name', on('company..industry', 'is_empty'), 'field.unknown at field'],
    ['a dot at the end', on('company.', 'is_empty'), 'field.unknown at field'],
    ['an archived field', on('company.custom.seats', 'equals', 5), 'field.archived at field'],
    ['almost an archived field', on('company.custom.seatz', 'equals', 5), 'field.unknown at field'],
    [
      'a reference to an archived field',
      on('company.revenue', 'equals', { field: 'company.custom.seats' }),
      'field.archived at value.field',
    ],
    ['nine steps', on(`${'manager.'.repeat(9)}city`, 'is_empty'), 'field.too-far at field'],
    ['nine steps to a record', on('manager.'.repeat(9).slice(0, -1), 'is_empty'), 'field.too-far at field'],
    [
      'nine steps to a collection',
      count(`${'manager.'.repeat(9)}orders`, 'equals', 0),
      'field.too-far at related',
    ],
    ['a collection', on('orders', 'is_empty'), 'field.is-collection at field'],
    ['a collection of a path', on('company.opportunities', 'is_empty'), 'field.is-collection at field'],
    [
      'the subject inside a where',
      ordersWhere(on('contact.citty', 'is_empty')),
      'field.unknown at where.rules[0].field',
    ],
    [
      "the subject's name inside a where without such a path",
      count('referrals', 'equals', 0, all(on('contact.city', 'is_empty'))),
      'field.unknown at where.rules[0].field',
    ],
    [
      'a field of the subject inside a where',
      ordersWhere(on('vip', 'equals', true)),
      'field.unknown at where.rules[0].field',
    ],
    ['a path that is compared', on('company', 'equals', 'ACME'), 'operator.not-for-path at operator'],
    ['a path without operator', on('company', ''), 'operator.not-for-path at operator'],
    ['a path with a value', on('company', 'is_empty', true), 'value.unexpected at value'],
    ['a metric that is declared wrongly', on('broken', 'equals', 1), 'field.unusable at field'],
    ['a metric declared by means of itself', on('circular', 'equals', 1), 'field.unusable at field'],
    [
      'related that is no text',
      { related: 1, measure: 'count', operator: 'is_empty' },
      'related.not-text at related',
    ],
    ['an unknown collection', measured('order', 'count'), 'related.unknown at related'],
    ['a field as a collection', measured('city', 'count'), 'related.unknown at related'],
    ['a path as a collection', measured('company', 'count'), 'related.unknown at related'],
    ['an unknown collection of a path', measured('company.lines', 'count'), 'related.unknown at related'],
    ['a collection through a collection', measured('orders.lines', 'count'), 'related.unknown at related'],
    [
      'an unknown collection of the subject',
      ordersWhere(measured('subject.lines', 'count')),
      'related.unknown at where.rules[0].related',
    ],
    [
      'the subject as a collection',
      ordersWhere(measured('subject', 'count')),
      'related.unknown at where.rules[0].related',
    ],
    [
      "a collection of the subject's inside a where",
      ordersWhere(measured('orders', 'count')),
      'related.unknown at where.rules[0].related',
    ],
    [
      'a collection whose time is no time',
      measured('untimely', 'first', { of: 'number' }),
      'related.unusable at related',
    ],
  ]);
});

describe('refuses measures that measure nothing', () => {
  refuses([
    ['no measure', { related: 'orders', operator: 'equals', value: 1 }, 'measure.missing at measure'],
    ['an unknown measure', measured('orders', 'median'), 'measure.unknown at measure'],
    ['a measure that is no text', { ...measured('orders', ''), measure: 1 }, 'measure.unknown at measure'],
    ['a sum of nothing', measured('orders', 'sum'), 'measure.of-missing at of'],
    ['an average of nothing', measured('orders', 'average'), 'measure.of-missing at of'],
    ['the last of nothing', measured('orders', 'last'), 'measure.of-missing at of'],
    ['a count of a field', measured('orders', 'count', { of: 'note' }), 'measure.of-unexpected at of'],
    [
      'an average gap of a field',
      measured('orders', 'average_gap', { of: 'placed_at' }),
      'measure.of-unexpected at of',
    ],
    ['a sum of texts', measured('orders', 'sum', { of: 'note' }), 'measure.of-type at of'],
    ['a sum of dates', measured('orders', 'sum', { of: 'placed_at' }), 'measure.of-type at of'],
    ['a maximum of texts', measured('orders', 'maximum', { of: 'note' }), 'measure.of-type at of'],
    ['a maximum of booleans', measured('orders', 'maximum', { of: 'gift' }), 'measure.of-type at of'],
    ['distinct tags', measured('referrals', 'distinct', { of: 'tags' }), 'measure.of-type at of'],
    [
      'the most frequent place',
      measured('referrals', 'most_frequent', { of: 'position' }),
      'measure.of-type at of',
    ],
    [
      'a sum of what may be several',
      measured('orders', 'distinct', { of: 'main_category' }),
      'measure.of-tied at of',
    ],
    ['an unknown field', measured('orders', 'sum', { of: 'totl_base' }), 'field.unknown at of'],
    ['of null', measured('orders', 'sum', { of: null }), 'field.not-text at of'],
    ['of a record', measured('orders', 'distinct', { of: 'contact' }), 'field.is-path at of'],
    ['of a collection', measured('orders', 'distinct', { of: 'lines' }), 'field.is-collection at of'],
    ['a share without a part', measured('orders', 'share'), 'measure.satisfying-missing at satisfying'],
    [
      'a part without a share',
      measured('orders', 'count', { satisfying: all(on('gift', 'equals', true)) }),
      'measure.satisfying-unexpected at satisfying',
    ],
    [
      'a share of texts',
      measured('orders', 'share', { of: 'note', satisfying: all(on('gift', 'equals', true)) }),
      'measure.of-type at of',
    ],
    [
      'the first without a time',
      measured('referrals', 'first', { of: 'city' }),
      'measure.no-time at related',
    ],
    ['a gap without a time', measured('referrals', 'average_gap'), 'measure.no-time at related'],
    ['an unknown key', measured('orders', 'count', { limit: 1 }), 'rule.unknown-key at limit'],
    ['times on a condition', measured('orders', 'count', { times: 2 }), 'rule.unknown-key at times'],
  ]);
});

describe('refuses operators that do not apply', () => {
  refuses([
    ['no operator', { field: 'city', value: 'Berlin' }, 'operator.missing at operator'],
    ['an operator that is no text', { field: 'city', operator: 1 }, 'operator.not-text at operator'],
    ['an unknown operator', on('city', 'eqals', 'Berlin'), 'operator.unknown at operator'],
    ['a name of the prototype', on('city', 'toString', 'Berlin'), 'operator.unknown at operator'],
    ['an operator in capitals', on('city', 'EQUALS', 'Berlin'), 'operator.unknown at operator'],
    ['equals on tags', on('tags', 'equals', 'vip'), 'operator.not-for-type at operator'],
    ['a list on tags', on('tags', 'in', ['vip']), 'operator.not-for-type at operator'],
    ['tags on a text', on('city', 'has_any', ['x']), 'operator.not-for-type at operator'],
    ['greater on a text', on('city', 'greater_than', 'x'), 'operator.not-for-type at operator'],
    ['contains on a number', on('points', 'contains', '1'), 'operator.not-for-type at operator'],
    ['contains on a select', on('tier', 'contains', 'go'), 'operator.not-for-type at operator'],
    ['a list on a boolean', on('vip', 'in_list', [true]), 'operator.not-for-type at operator'],
    ['a list on a date', on('birthday', 'in_list', ['2024-01-01']), 'operator.not-for-type at operator'],
    ['an hour on a date', on('birthday', 'hour_between', [1, 2]), 'operator.not-for-type at operator'],
    ['before on a number', on('points', 'before', '2024-01-01'), 'operator.not-for-type at operator'],
    ['a radius on a text', on('city', 'within_radius', {}), 'operator.not-for-type at operator'],
    ['a rank on a text', on('city', 'in_top', 1), 'operator.not-for-type at operator'],
    ['membership of a field', on('city', 'is_member'), 'operator.not-for-type at operator'],
    [
      'equals on a segment',
      { segment: 's1', operator: 'equals', value: true },
      'operator.not-for-type at operator',
    ],
    ['a text test of a count', count('orders', 'contains', '1'), 'operator.not-for-type at operator'],
    [
      'a date test of a sum',
      measured('orders', 'sum', { of: 'total_base', operator: 'within_last', value: days(1) }),
      'operator.not-for-type at operator',
    ],
    [
      'a number test of the last date',
      measured('orders', 'last', { of: 'placed_at', operator: 'in_list', value: [1] }),
      'operator.not-for-type at operator',
    ],
    [
      'a rank inside a where',
      ordersWhere(on('total_base', 'in_top', 3)),
      'rank.inside-where at where.rules[0].operator',
    ],
    [
      'a rank deep inside a where',
      ordersWhere(all(count('lines', 'in_top_percent', 3))),
      'rank.inside-where at where.rules[0].rules[0].operator',
    ],
    [
      'a rank inside satisfying',
      measured('orders', 'share', { satisfying: all(on('total_base', 'in_bottom', 3)) }),
      'rank.inside-where at satisfying.rules[0].operator',
    ],
    [
      'a rank of the most frequent',
      measured('order_lines', 'most_frequent', { of: 'price', operator: 'in_top', value: 3 }),
      'rank.tied at operator',
    ],
    [
      'a segment inside a where',
      ordersWhere({ segment: 's1', operator: 'is_member' }),
      'segment.inside-where at where.rules[0]',
    ],
  ]);
});

describe('refuses values of the wrong kind', () => {
  refuses([
    ['no value', on('city', 'equals'), 'value.missing at value'],
    ['no list', on('city', 'in_list'), 'value.missing at value'],
    ['no duration', on('birthday', 'within_last'), 'value.missing at value'],
    ['null', on('city', 'equals', null), 'value.not-text at value'],
    ['a value for is_empty', on('city', 'is_empty', true), 'value.unexpected at value'],
    ['null for is_empty', on('city', 'is_empty', null), 'value.unexpected at value'],
    [
      'a value for is_member',
      { segment: 's1', operator: 'is_member', value: true },
      'value.unexpected at value',
    ],
    ['a number for a text', on('city', 'equals', 5), 'value.not-text at value'],
    ['a list for a text', on('city', 'equals', ['Berlin']), 'value.not-text at value'],
    ['an object for a text', on('city', 'equals', { text: 'Berlin' }), 'value.not-text at value'],
    [
      'an object that is hard to print',
      on('birthday', 'on', JSON.parse('{"toString":1}')),
      'value.not-date at value',
    ],
    ['a blank text', on('city', 'equals', ' \u0085\u3000'), 'value.blank at value'],
    ['a blank part of a text', on('city', 'contains', ''), 'value.blank at value'],
    [
      'a reference for a part of a text',
      on('city', 'contains', { field: 'country' }),
      'value.not-text at value',
    ],
    ['a blank tag', on('tags', 'has_any', ['vip', ' ']), 'value.blank at value[1]'],
    ['a tag by itself', on('tags', 'has_any', 'vip'), 'value.not-list at value'],
    ['a text by itself', on('city', 'in_list', 'Berlin'), 'value.not-list at value'],
    ['an empty list', on('city', 'in_list', []), 'value.empty-list at value'],
    [
      'numbers among texts',
      on('city', 'in_list', ['Berlin', 1, null]),
      'value.not-text at value[1]',
      'value.not-text at value[2]',
    ],
    ['a reference in a list', on('city', 'in_list', [{ field: 'country' }]), 'value.not-text at value[0]'],
    ['an unknown option', on('tier', 'equals', 'wood'), 'value.unknown-option at value'],
    ['an option in other letters', on('tier', 'equals', 'Gold'), 'value.unknown-option at value'],
    [
      'an unknown option in a list',
      on('tier', 'in_list', ['gold', 'wood']),
      'value.unknown-option at value[1]',
    ],
    [
      'an unknown option behind a measure',
      measured('orders', 'last', { of: 'status', operator: 'equals', value: 'lost' }),
      'value.unknown-option at value',
    ],
    ['a text for a boolean', on('vip', 'equals', 'true'), 'value.not-boolean at value'],
    ['a number for a boolean', on('vip', 'equals', 1), 'value.not-boolean at value'],
    ['a boolean for a number', on('points', 'equals', true), 'value.not-number at value'],
    ['a text for a number', on('points', 'equals', 'ten'), 'value.not-number at value'],
    ['a number with blanks', on('points', 'equals', ' 1'), 'value.not-number at value'],
    ['a number with a comma', on('points', 'equals', '1,5'), 'value.not-number at value'],
    ['a number with a plus', on('points', 'equals', '+1'), 'value.not-number at value'],
    ['a number without digits before the point', on('points', 'equals', '.5'), 'value.not-number at value'],
    ['a number without digits after the point', on('points', 'equals', '5.'), 'value.not-number at value'],
    ['an exponent in a text', on('points', 'equals', '1e3'), 'value.not-number at value'],
    ['infinity', on('points', 'equals', 'Infinity'), 'value.not-number at value'],
    [
      'a long text that is short in characters',
      on('points', 'equals', '😀'.repeat(600)),
      'value.not-number at value',
    ],
    ['digits of another script', on('points', 'equals', '١٢'), 'value.not-number at value'],
    ['2^53', on('points', 'equals', 2 ** 53), 'value.beyond-integers at value'],
    [
      'a large integer',
      on('points', 'between', [-1e300, 1e21]),
      'value.beyond-integers at value[0]',
      'value.beyond-integers at value[1]',
    ],
    ['a range by itself', on('points', 'between', 1), 'value.not-pair at value'],
    ['a range with three ends', on('points', 'between', [1, 2, 3]), 'value.not-pair at value'],
    ['a range the wrong way round', on('points', 'between', [2, 1]), 'value.reversed at value'],
    [
      'a fine range the wrong way round',
      on('points', 'between', ['-1.10', '-1.11']),
      'value.reversed at value',
    ],
    ['a long range the wrong way round', on('points', 'between', ['10', 9.5]), 'value.reversed at value'],
    ['a radius by itself', on('position', 'within_radius', 5), 'value.not-radius at value'],
    [
      'a radius without its parts',
      on('position', 'within_radius', {}),
      'value.out-of-range at value.latitude',
      'value.out-of-range at value.longitude',
      'value.out-of-range at value.kilometres',
    ],
    [
      'a radius off the globe',
      on('position', 'outside_radius', { latitude: 90.1, longitude: '-180.000001', kilometres: 100000.5 }),
      'value.out-of-range at value.latitude',
      'value.out-of-range at value.longitude',
      'value.out-of-range at value.kilometres',
    ],
    [
      'no radius',
      on('position', 'within_radius', { latitude: 1, longitude: 1, kilometres: 0 }),
      'value.out-of-range at value.kilometres',
    ],
    [
      'a radius in miles',
      on('position', 'within_radius', { latitude: 1, longitude: 1, kilometres: 1, miles: 1 }),
      'rule.unknown-key at value.miles',
    ],
    [
      'a place in words',
      on('position', 'within_radius', { latitude: 'north', longitude: 1, kilometres: 1 }),
      'value.not-number at value.latitude',
    ],
    ['no percent', on('points', 'in_top_percent', 0), 'value.not-percent at value'],
    ['less than no percent', on('points', 'in_top_percent', '-1'), 'value.not-percent at value'],
    ['more than all', on('points', 'in_bottom_percent', '100.1'), 'value.not-percent at value'],
    ['a percent sign', on('points', 'in_top_percent', '10%'), 'value.not-number at value'],
    ['no position', on('points', 'in_top', 0), 'value.not-positions at value'],
    ['half a position', on('points', 'in_top', 1.5), 'value.not-positions at value'],
    ['a position as a text', on('points', 'in_bottom', '10'), 'value.not-positions at value'],
  ]);
});

describe('refuses times that no calendar or clock has', () => {
  refuses([
    ['a text', on('birthday', 'on', 'tomorrow'), 'value.not-date at value'],
    ['a number', on('birthday', 'on', 20240101), 'value.not-date at value'],
    ['another order', on('birthday', 'on', '31.05.2024'), 'value.not-date at value'],
    ['one digit', on('birthday', 'on', '2024-5-31'), 'value.not-date at value'],
    ['a year and month', on('birthday', 'on', '2024-05'), 'value.not-date at value'],
    ['a week', on('birthday', 'on', '2024-W10-1'), 'value.not-date at value'],
    ['five digits', on('birthday', 'on', '10000-01-01'), 'value.not-date at value'],
    ['the year 0', on('birthday', 'on', '0000-01-01'), 'value.year at value'],
    ['31 April', on('birthday', 'on', '2024-04-31'), 'value.no-such-day at value'],
    ['29 February of another year', on('birthday', 'on', '2023-02-29'), 'value.no-such-day at value'],
    ['29 February 1900', on('birthday', 'on', '1900-02-29'), 'value.no-such-day at value'],
    ['month 13', on('birthday', 'on', '2024-13-01'), 'value.no-such-day at value'],
    ['day 0', on('birthday', 'on', '2024-01-00'), 'value.no-such-day at value'],
    [
      'a datetime on a date',
      on('birthday', 'after', '2024-01-01T00:00:00Z'),
      'value.datetime-on-date at value',
    ],
    [
      'a naive datetime on a date',
      on('birthday', 'after', '2024-01-01T00:00:00'),
      'value.datetime-on-date at value',
    ],
    [
      'a datetime on a part that is a date',
      on('created_at.date', 'equals', '2024-01-01T00:00:00Z'),
      'value.datetime-on-date at value',
    ],
    ['no offset', on('created_at', 'after', '2024-01-01T00:00:00'), 'value.no-offset at value'],
    ['a blank for the T', on('created_at', 'after', '2024-01-01 00:00:00Z'), 'value.not-date at value'],
    [
      'a zone',
      on('created_at', 'after', '2024-01-01T00:00:00+01:00[Europe/Berlin]'),
      'value.not-date at value',
    ],
    ['hour 24', on('created_at', 'after', '2024-01-01T24:00:00Z'), 'value.no-such-time at value'],
    ['a leap second', on('created_at', 'after', '2016-12-31T23:59:60Z'), 'value.no-such-time at value'],
    ['offset 24', on('created_at', 'after', '2024-01-01T00:00:00+24:00'), 'value.no-such-time at value'],
    ['seven decimals', on('created_at', 'after', '2024-01-01T00:00:00.0000001Z'), 'value.too-fine at value'],
    [
      'no such day with a time',
      on('created_at', 'after', '2023-02-29T00:00:00Z'),
      'value.no-such-day at value',
    ],
    ['before the first year', on('created_at', 'after', '0001-01-01T00:00:00+00:01'), 'value.year at value'],
    ['after the last year', on('created_at', 'after', '9999-12-31T23:59:00-00:01'), 'value.year at value'],
    ['on an instant', on('created_at', 'on', '2024-01-01T00:00:00Z'), 'value.on-takes-dates at value'],
    [
      'not on an instant',
      on('created_at', 'not_on', '2024-01-01T00:00:00Z'),
      'value.on-takes-dates at value',
    ],
    [
      'on another instant',
      on('created_at', 'on', { field: 'last_seen_at' }),
      'value.on-takes-dates at value',
    ],
    [
      'mixed ends',
      on('created_at', 'between', ['2024-01-01', '2024-01-02T00:00:00Z']),
      'value.mixed-forms at value',
    ],
    [
      'days the wrong way round',
      on('created_at', 'between', ['2024-01-02', '2024-01-01']),
      'value.reversed at value',
    ],
    [
      'instants the wrong way round',
      on('created_at', 'not_between', ['2024-01-01T00:00:00Z', '2024-01-01T00:30:00+01:00']),
      'value.reversed at value',
    ],
    [
      'both ends wrong',
      on('birthday', 'between', ['2024-02-30', 1]),
      'value.no-such-day at value[0]',
      'value.not-date at value[1]',
    ],
    ['a period by another name', on('birthday', 'in_period', 'last_decade'), 'value.not-period at value'],
    ['a period that is a duration', on('birthday', 'in_period', days(1)), 'value.not-period at value'],
    ['month 0', on('birthday', 'anniversary_in_month', 0), 'value.not-month at value'],
    ['month 13 of an anniversary', on('birthday', 'anniversary_in_month', 13), 'value.not-month at value'],
    ['last month', on('birthday', 'anniversary_in_month', 'last_month'), 'value.not-month at value'],
    ['a month by name', on('birthday', 'anniversary_in_month', 'may'), 'value.not-month at value'],
    ['a weekday by itself', on('birthday', 'weekday_in', 'monday'), 'value.not-list at value'],
    ['no weekday', on('birthday', 'weekday_in', []), 'value.empty-list at value'],
    [
      'a weekday in capitals',
      on('birthday', 'weekday_in', ['monday', 'Sunday']),
      'value.not-weekday at value[1]',
    ],
    ['the same hours', on('created_at', 'hour_between', [11, '11:00']), 'value.same-hours at value'],
    [
      'the whole day from midnight to midnight',
      on('created_at', 'hour_between', [24, 0]),
      'value.same-hours at value',
    ],
    ['half hours as numbers', on('created_at', 'hour_between', [11.5, 14]), 'value.not-hour at value[0]'],
    ['hour 25', on('created_at', 'hour_between', [11, 25]), 'value.not-hour at value[1]'],
    ['a negative hour', on('created_at', 'hour_between', [-1, 3]), 'value.not-hour at value[0]'],
    [
      'minutes beyond the day',
      on('created_at', 'hour_between', ['11:00', '24:01']),
      'value.not-hour at value[1]',
    ],
    ['minute 60', on('created_at', 'hour_between', ['11:60', 14]), 'value.not-hour at value[0]'],
    ['one digit of an hour', on('created_at', 'hour_between', ['9:00', 14]), 'value.not-hour at value[0]'],
    ['an hour by itself', on('created_at', 'hour_between', 11), 'value.not-pair at value'],
  ]);
});

describe('refuses durations that do not fit', () => {
  refuses([
    ['a number', on('birthday', 'within_last', 30), 'duration.not-duration at value'],
    ['a list', on('birthday', 'within_last', [days(1)]), 'duration.not-duration at value'],
    ['no unit', on('birthday', 'within_last', {}), 'duration.not-duration at value'],
    ['two units', on('birthday', 'within_last', { days: 1, weeks: 1 }), 'duration.not-duration at value'],
    [
      'an unknown unit',
      on('birthday', 'within_last', { fortnights: 1 }),
      'duration.unknown-unit at value.fortnights',
    ],
    [
      'a unit in the singular',
      on('birthday', 'within_last', { day: 1 }),
      'duration.unknown-unit at value.day',
    ],
    ['half a day', on('birthday', 'within_last', days(0.5)), 'duration.count at value.days'],
    ['days as a text', on('birthday', 'within_last', days('30')), 'duration.count at value.days'],
    ['no days within', on('birthday', 'within_last', days(0)), 'duration.count at value.days'],
    ['no days ahead', on('birthday', 'within_next', days(0)), 'duration.count at value.days'],
    [
      'no days to an anniversary',
      on('birthday', 'anniversary_within_next', days(0)),
      'duration.count at value.days',
    ],
    ['fewer than no days', on('birthday', 'ago_at_least', days(-1)), 'duration.count at value.days'],
    [
      'more days than a number counts',
      on('birthday', 'ago_at_least', days(2 ** 53)),
      'duration.count at value.days',
    ],
    ['hours on a date', on('birthday', 'within_last', { hours: 24 }), 'duration.sub-day at value.hours'],
    [
      'minutes on a date part',
      on('created_at.date', 'ago_at_least', { minutes: 1 }),
      'duration.sub-day at value.minutes',
    ],
    [
      'hours to an anniversary',
      on('created_at', 'anniversary_within_next', { hours: 1 }),
      'duration.sub-day at value.hours',
    ],
    [
      'seconds on the last date',
      measured('orders', 'last', { of: 'ship_on', operator: 'ahead_at_least', value: { seconds: 1 } }),
      'duration.sub-day at value.seconds',
    ],
    ['one of two', on('birthday', 'ago_between', days(1)), 'value.not-pair at value'],
    [
      'two the wrong way round',
      on('birthday', 'ago_between', [days(60), days(30)]),
      'value.reversed at value',
    ],
    [
      'weeks and days the wrong way round',
      on('birthday', 'ago_between', [{ weeks: 2 }, days(13)]),
      'value.reversed at value',
    ],
    [
      'years and months the wrong way round',
      on('birthday', 'ago_between', [{ years: 1 }, { months: 11 }]),
      'value.reversed at value',
    ],
    [
      'hours and minutes the wrong way round',
      on('created_at', 'ago_between', [{ hours: 1 }, { minutes: 59 }]),
      'value.reversed at value',
    ],
    [
      'hours and days',
      on('created_at', 'ago_between', [{ hours: 1 }, days(2)]),
      'duration.mixed-kinds at value',
    ],
    [
      'both wrong',
      on('birthday', 'ago_between', [{ hours: 1 }, days(-1)]),
      'duration.sub-day at value[0].hours',
      'duration.count at value[1].days',
    ],
    [
      'joined just now',
      { segment: 's1', operator: 'joined_within_last', value: days(0) },
      'duration.count at value.days',
    ],
    [
      'left just now',
      { segment: 's1', operator: 'left_within_last', value: days(0) },
      'duration.count at value.days',
    ],
    [
      'a member for less than no time',
      { segment: 's1', operator: 'member_for_at_least', value: days(-1) },
      'duration.count at value.days',
    ],
  ]);
});

describe('refuses references to what cannot be compared', () => {
  const inOrders = (value: unknown, field = 'total_base', operator = 'equals'): Json =>
    ordersWhere(on(field, operator, value));
  refuses([
    ['an unknown field', on('points', 'equals', { field: 'pionts' }), 'field.unknown at value.field'],
    ['a field that is no text', on('points', 'equals', { field: 1 }), 'field.not-text at value.field'],
    ['a record', on('city', 'equals', { field: 'company' }), 'field.is-path at value.field'],
    [
      'an unknown key',
      on('points', 'equals', { field: 'points', time: 2 }),
      'rule.unknown-key at value.time',
    ],
    [
      'another from',
      on('points', 'equals', { field: 'points', from: 'this' }),
      'reference.from at value.from',
    ],
    [
      'a parent at the root',
      on('points', 'equals', { field: 'points', from: 'parent' }),
      'reference.no-parent at value.from',
    ],
    ['a text for a number', on('points', 'equals', { field: 'city' }), 'reference.type at value'],
    ['a date for a number', on('points', 'greater_than', { field: 'birthday' }), 'reference.type at value'],
    ['a number for a date', on('birthday', 'before', { field: 'points' }), 'reference.type at value'],
    ['tags for a text', on('city', 'equals', { field: 'tags' }), 'reference.type at value'],
    ['a boolean for a text', on('city', 'equals', { field: 'vip' }), 'reference.type at value'],
    ['a number for a boolean', on('vip', 'equals', { field: 'points' }), 'reference.type at value'],
    ['the most frequent', on('city', 'equals', { field: 'favourite_category' }), 'reference.tied at value'],
    [
      'the most frequent as a measure',
      on('points', 'equals', { related: 'order_lines', measure: 'most_frequent', of: 'price' }),
      'reference.tied at value',
    ],
    [
      'plus and minus',
      on('birthday', 'before', { field: 'married_on', plus: days(1), minus: days(1) }),
      'reference.plus-and-minus at value.minus',
    ],
    [
      'plus on a number',
      on('points', 'equals', { field: 'points', plus: days(1) }),
      'reference.shift at value.plus',
    ],
    [
      'minus on a text',
      on('city', 'equals', { field: 'country', minus: days(1) }),
      'reference.shift at value.minus',
    ],
    [
      'hours on a date',
      on('created_at', 'before', { field: 'birthday', plus: { hours: 1 } }),
      'duration.sub-day at value.plus.hours',
    ],
    [
      'plus a number',
      on('birthday', 'before', { field: 'birthday', plus: 1 }),
      'duration.not-duration at value.plus',
    ],
    [
      'plus less than nothing',
      on('birthday', 'before', { field: 'birthday', plus: days(-1) }),
      'duration.count at value.plus.days',
    ],
    [
      'times on a date',
      on('birthday', 'before', { field: 'birthday', times: 2 }),
      'reference.times at value.times',
    ],
    [
      'times a text',
      on('points', 'equals', { field: 'points', times: 'two' }),
      'value.not-number at value.times',
    ],
    [
      'times a large integer',
      on('points', 'equals', { field: 'points', times: 1e20 }),
      'value.beyond-integers at value.times',
    ],
    [
      'times null',
      on('points', 'equals', { field: 'points', times: null }),
      'value.not-number at value.times',
    ],
    [
      'a measure for a date',
      on('birthday', 'before', { related: 'orders', measure: 'count' }),
      'reference.measure at value',
    ],
    [
      'a date measured for a number',
      on('points', 'equals', { related: 'orders', measure: 'last', of: 'placed_at' }),
      'reference.type at value',
    ],
    [
      'a measure with a field',
      on('points', 'equals', { related: 'orders', measure: 'count', field: 'points' }),
      'rule.unknown-key at value.field',
    ],
    [
      'a measure with from',
      on('points', 'equals', { related: 'orders', measure: 'count', from: 'subject' }),
      'rule.unknown-key at value.from',
    ],
    [
      'a measure with an operator',
      on('points', 'equals', { related: 'orders', measure: 'count', operator: 'equals' }),
      'rule.unknown-key at value.operator',
    ],
    [
      'a rank in a measure',
      on('points', 'equals', {
        related: 'orders',
        measure: 'count',
        where: all(on('total_base', 'in_top', 1)),
      }),
      'rank.inside-where at value.where.rules[0].operator',
    ],
    [
      'an unknown field of the parent',
      inOrders({ field: 'citty', from: 'parent' }),
      'field.unknown at where.rules[0].value.field',
    ],
    [
      'a field of the record from the parent',
      inOrders({ field: 'total_base', from: 'parent' }),
      'field.unknown at where.rules[0].value.field',
    ],
    [
      'a field of the subject by default',
      inOrders({ field: 'points' }),
      'field.unknown at where.rules[0].value.field',
    ],
    [
      'a collection of the subject by default',
      inOrders({ related: 'orders', measure: 'count' }),
      'related.unknown at where.rules[0].value.related',
    ],
    [
      'an end that is wrong',
      on('points', 'between', [{ field: 'city' }, { field: 'nowhere' }]),
      'reference.type at value[0]',
      'field.unknown at value[1].field',
    ],
    [
      "a metric of the parent's that speaks of its own record, where that cannot be reached",
      ordersWhere(
        count('lines', 'equals', 0, all(on('price', 'equals', { field: 'large_lines', from: 'parent' }))),
      ),
      'field.unusable at where.rules[0].where.rules[0].value.field',
    ],
    [
      'a metric of another record that speaks of the subject',
      on('manager.carts_left', 'equals', 1),
      'field.unusable at field',
    ],
  ]);
});

describe('refuses segments that cannot be used', () => {
  const member = (segment: unknown): Json => ({ segment, operator: 'is_member' });
  refuses([
    ['an unknown one', member('nope'), 'segment.unknown at segment'],
    ['an unknown template', member({ template: 'nope' }), 'segment.unknown at segment'],
    ['a template that nothing was made of', member({ template: 'unmade' }), 'segment.not-made at segment'],
    ['one about another subject', member('c1'), 'segment.other-subject at segment'],
    ['a number', member(1), 'segment.not-reference at segment'],
    ['a blank id', member(''), 'segment.not-reference at segment'],
    ['an empty object', member({}), 'segment.not-reference at segment'],
    ['a blank template', member({ template: '' }), 'segment.not-reference at segment'],
    ['a template and more', member({ template: 'at_risk', id: 's1' }), 'segment.not-reference at segment'],
    ['several', member(['s1']), 'segment.not-reference at segment'],
    ['no operator', { segment: 's1' }, 'operator.missing at operator'],
    ['no duration', { segment: 's1', operator: 'joined_within_last' }, 'value.missing at value'],
  ]);
});

describe('refuses what is too large', () => {
  const many = (n: number): unknown[] => Array.from({ length: n }, () => city);
  refuses([
    ['nine groups deep', nested(9, city), `rule.too-deep at ${'.rules[0]'.repeat(8).slice(1)}`],
    [
      'a where at the ninth depth',
      nested(8, ordersWhere(on('note', 'is_empty'))),
      `rule.too-deep at ${'.rules[0]'.repeat(8).slice(1)}.where`,
    ],
    [
      'satisfying at the ninth depth',
      nested(8, measured('orders', 'share', { satisfying: all(on('gift', 'equals', true)) })),
      `rule.too-deep at ${'.rules[0]'.repeat(8).slice(1)}.satisfying`,
    ],
    ['201 conditions', all(...many(201)), 'rule.too-many-conditions at '],
    [
      '300 conditions in two groups',
      all(all(...many(150)), all(...many(150))),
      'rule.too-many-conditions at ',
    ],
    [
      '200 conditions and one in a where',
      all(...many(199), ordersWhere(on('note', 'is_empty'))),
      'rule.too-many-conditions at ',
    ],
    [
      '200 conditions and a measure in a value',
      all(...many(199), on('points', 'equals', { related: 'orders', measure: 'count' })),
      'rule.too-many-conditions at ',
    ],
    ['10,001 values', on('city', 'in_list', Array(10_001).fill('x')), 'list.too-long at value'],
    [
      '10,001 values in a disabled rule',
      all(city, { disabled: true, x: Array(10_001).fill(1) }),
      'list.too-long at rules[1].x',
    ],
    ['1,001 characters', on('city', 'equals', 'x'.repeat(1_001)), 'text.too-long at value'],
    [
      '1,001 characters beyond the basic plane',
      on('city', 'equals', '😀'.repeat(1_001)),
      'text.too-long at value',
    ],
    ['1,001 characters once in NFC', on('city', 'equals', '\u0958'.repeat(501)), 'text.too-long at value'],
    ['1,001 digits', on('points', 'equals', '1'.repeat(1_001)), 'text.too-long at value'],
    ['a long id', { ...city, id: 'x'.repeat(1_001) }, 'text.too-long at id'],
    ['a long label', { ...city, label: 'x'.repeat(1_001) }, 'text.too-long at label'],
    ['a long name', on('x'.repeat(1_001), 'is_empty'), 'text.too-long at field'],
    [
      'a long text in a disabled rule',
      all(city, { disabled: true, note: 'x'.repeat(1_001) }),
      'text.too-long at rules[1].note',
    ],
    ['1 MiB', on('city', 'in_list', Array(2_000).fill('x'.repeat(600))), 'rule.too-large at '],
    ['1 MiB in UTF-8', on('city', 'in_list', Array(2_000).fill('ü'.repeat(300))), 'rule.too-large at '],
    ['65 levels', JSON.parse(`${'['.repeat(65)}${']'.repeat(65)}`), `rule.too-nested at ${'[0]'.repeat(64)}`],
    ['a NUL', on('city', 'equals', 'a\u0000b'), 'text.nul at value'],
    [
      'a NUL in a disabled rule',
      all(city, { disabled: true, note: 'a\u0000b' }),
      'text.nul at rules[1].note',
    ],
    ['half a surrogate pair', on('city', 'equals', 'a\ud83d'), 'text.lone-surrogate at value'],
    ['the other half', { ...city, label: '\ude00a' }, 'text.lone-surrogate at label'],
    [
      'a NUL in a key',
      { ...city, 'a\u0000b': 1 },
      'text.nul at ["a\\u0000b"]',
      'rule.unknown-key at ["a\\u0000b"]',
    ],
  ]);

  it('a web of shared objects that would take for ever', () => {
    let web: unknown = city;
    for (let level = 0; level < 60; level++) web = [web, web];
    expect(problemsOf(web)).toEqual(['rule.too-large at ']);
  });

  it('an object that contains itself', () => {
    const loop: Json = {};
    loop.rules = [loop];
    expect(problemsOf(loop)[0]).toMatch(/^rule.too-nested at /);
  });
});
