/** The oracle against answers worked out by hand: values, operators, groups and ranks. */

import { describe, expect, it } from '@jest/globals';
import type { Operator } from '../../src/rule-language/operators.js';
import type { FieldCondition, Rule, Value } from '../../src/rule-language/rule.js';
import type { Row, Stored } from './oracle/matching.js';
import { matches } from './small-world.js';

const condition = (field: string, operator: Operator, value?: Value): FieldCondition =>
  value === undefined ? { field, operator } : { field, operator, value };

describe('What is missing', () => {
  it.each<[field: string, columns: Row]>([
    ...(
      [
        ...['', ' ', '\t\n', '\u00a0', '\u3000', '\u0085', null].map((text) => ['text', text]),
        ...['NaN', 'Infinity', '-Infinity', null].map((number) => ['number', number]),
        ...[NaN, Infinity, -Infinity, 'NaN', null].map((number) => ['float', number]),
        ...['infinity', '-infinity', null].flatMap((time) => [
          ['date', time],
          ['instant', time],
          ['naive', time],
        ]),
        ['tags', []],
        ['boolean', null],
      ] as [string, Stored][]
    ).map(([field, stored]): [string, Row] => [field, { [field]: stored }]),
    ['point', { point_latitude: 90.000001, point_longitude: 0 }],
    ['point', { point_latitude: 0, point_longitude: -180.5 }],
    ['point', { point_latitude: 0, point_longitude: null }],
    ['point', { point_latitude: NaN, point_longitude: 0 }],
    ...(
      [
        ['text', {}],
        ['text', ['a']],
        ['number', '1e3'],
        ['number', ' 5'],
        ['number', '5.'],
        ['number', true],
        ['boolean', 'TRUE'],
        ['boolean', 1],
        ['tags', ['a', 1]],
        ['tags', 'a'],
        ['date', '2023-02-29'],
        ['date', '0000-01-01'],
        ['datetime', '2024-02-29T24:00:00Z'],
        ['datetime', '2024-02-29T10:00:00'],
        ['datetime', '2024-02-29T10:00:00+15:00'],
        ['datetime', '2024-02-29T10:00:00.1234567Z'],
      ] as [string, Stored][]
    ).map(([type, value]): [string, Row] => [`json.${type}`, { json: { value } }]),
    ['json.text', { json: {} }],
    ['json.text', { json: 'value' }],
    ['friend', {}],
    ['friend', { friend_id: '99' }],
    ['friend.text', {}],
  ])('%s of %j', (field, columns) => {
    expect(matches(columns, condition(field, 'is_empty'))).toBe(true);
    expect(matches(columns, condition(field, 'is_not_empty'))).toBe(false);
  });

  it.each<[field: string, columns: Row]>([
    ['text', { text: '\u200b' }],
    ['text', { text: '\ufeff' }],
    ['float', { float: -0 }],
    ['boolean', { boolean: false }],
    ['point', { point_latitude: -90, point_longitude: 180 }],
    ['json.text', { json: { value: false } }],
    ['json.number', { json: { value: '-5.50' } }],
    ['json.datetime', { json: { value: '2024-02-29T10:00:00.5+14:00' } }],
    ['friend', { friend_id: '1' }],
  ])('but not %s of %j', (field, columns) => {
    expect(matches(columns, condition(field, 'is_empty'))).toBe(false);
  });

  it('makes positive operators false and their twins true', () => {
    const twins: [Operator, Operator, Value][] = [
      ['equals', 'not_equals', 'a'],
      ['in_list', 'not_in_list', ['a']],
      ['contains', 'not_contains', 'a'],
      ['equals', 'not_equals', { field: 'other' }],
    ];
    for (const [positive, negative, value] of twins) {
      expect(matches({ text: ' ' }, condition('text', positive, value))).toBe(false);
      expect(matches({ text: ' ' }, condition('text', negative, value))).toBe(true);
    }
  });
});

describe('Texts', () => {
  it.each<[stored: string, operator: Operator, value: Value, expected: boolean]>([
    ['BERLIN', 'equals', 'berlin', true],
    ['Straße', 'equals', 'STRASSE', false],
    ['STRAẞE', 'equals', 'straße', true],
    ['İ', 'equals', 'i', false],
    ['İ', 'contains', 'i', true],
    ['ΟΔΟΣ', 'equals', 'οδος', true],
    ['ΟΔΟΣ', 'equals', 'οδοσ', false],
    ['ΟΔΟΣ', 'ends_with', 'Σ', false],
    ['cafe\u0301', 'equals', 'café', false],
    ['café', 'equals', 'cafe\u0301', true],
    [' Berlin', 'equals', 'Berlin', false],
    ['100%', 'contains', '0%', true],
    ['1000', 'contains', '0%', false],
    ['aXb', 'contains', 'a_b', false],
    ['a\\b', 'contains', '\\', true],
    ['New Berlin', 'starts_with', 'new', true],
    ['New Berlin', 'not_ends_with', 'LIN', false],
    ['Spas', 'in_list', ['HOTELS', 'SPAS'], true],
  ])('%j %s %j is %s', (text, operator, value, expected) => {
    expect(matches({ text }, condition('text', operator, value))).toBe(expected);
  });

  it('fold by the tested side only', () => {
    const columns = { text: 'A', exact: 'a', select: 'a' };
    expect(matches(columns, condition('text', 'equals', { field: 'exact' }))).toBe(true);
    expect(matches(columns, condition('exact', 'equals', { field: 'text' }))).toBe(false);
    expect(matches(columns, condition('select', 'equals', { field: 'text' }))).toBe(false);
    expect(matches(columns, condition('select', 'in_list', ['A']))).toBe(false);
  });

  it('are written without exponents when JSON holds a number', () => {
    expect(
      matches({ json: { value: 1e21 } }, condition('json.text', 'equals', '1000000000000000000000')),
    ).toBe(true);
    expect(matches({ json: { value: 1e-7 } }, condition('json.text', 'equals', '0.0000001'))).toBe(true);
  });
});

describe('Numbers', () => {
  it.each<[columns: Row, field: string, operator: Operator, value: Value, expected: boolean]>([
    [{ number: '1.10' }, 'number', 'equals', 1.1, true],
    [{ number: '9007199254740993' }, 'number', 'equals', '9007199254740992', false],
    [{ number: '9007199254740993' }, 'number', 'greater_than', '9007199254740992', true],
    [{ float: 0.1 }, 'float', 'equals', '0.1', true],
    [{ float: 0.1 + 0.2 }, 'float', 'equals', 0.3, false],
    [{ float: 1e21 }, 'float', 'equals', '1000000000000000000000', true],
    [{ float: '0.1' }, 'float', 'equals', 0.1, true],
    [{ number: '0.000000000000000000001' }, 'number', 'greater_than', 0, true],
    [{ number: '5' }, 'number', 'between', [5, 5], true],
    [{ number: '5', limit: '10' }, 'number', 'between', [{ field: 'limit' }, { field: 'number' }], false],
    [{ number: '8', limit: '10' }, 'number', 'greater_than_or_equal', { field: 'limit', times: '0.8' }, true],
    [{ number: '8' }, 'number', 'less_than', { field: 'limit' }, false],
    [{ number: '-0.5' }, 'number', 'in_list', [1, '-0.50'], true],
    [{ json: { value: '12345678901234567890.5' } }, 'json.number', 'equals', '12345678901234567890.5', true],
  ])('%j: %s %s %j is %s', (columns, field, operator, value, expected) => {
    expect(matches(columns, condition(field, operator, value))).toBe(expected);
  });
});

describe('Tags and points', () => {
  it.each<[operator: Operator, value: string[], expected: boolean]>([
    ['has_any', ['vegan', 'halal'], true],
    ['has_any', ['Vegan'], false],
    ['has_all', ['vegan', 'nuts'], true],
    ['has_all', ['vegan', 'halal'], false],
    ['has_none', ['halal'], true],
    ['not_has_all', ['vegan', 'halal'], true],
  ])('%s %j is %s', (operator, value, expected) => {
    expect(matches({ tags: ['vegan', 'nuts'] }, condition('tags', operator, value))).toBe(expected);
  });

  it.each<[latitude: number, longitude: number, kilometres: number | string, expected: boolean]>([
    // A degree of the meridian is 111.195 080 km on this sphere, to the metre 111.195.
    [1, 0, '111.195', true],
    [1, 0, '111.194', false],
    [1, 0, '111.1949', false],
    [0, 179.5, 20_015.2, true],
    [90, 77, 10_007.557, true],
    [90, -77, 10_007.556, false],
  ])('a point at %s, %s is within %s km of 0, 0: %s', (latitude, longitude, kilometres, expected) => {
    const columns = { point_latitude: latitude, point_longitude: longitude };
    const value = { latitude: 0, longitude: 0, kilometres };
    expect(matches(columns, condition('point', 'within_radius', value))).toBe(expected);
    expect(matches(columns, condition('point', 'outside_radius', value))).toBe(!expected);
  });
});

describe('Groups', () => {
  const is = (value: boolean): Rule => condition('boolean', value ? 'equals' : 'not_equals', true);

  it.each<
    [match: 'all' | 'any' | 'none' | 'not_all' | { at_least: number }, rules: Rule[], expected: boolean]
  >([
    ['all', [is(true), is(false)], false],
    ['any', [is(true), is(false)], true],
    ['none', [is(false), is(false)], true],
    ['not_all', [is(true), is(false)], true],
    [{ at_least: 2 }, [is(true), is(false), is(true)], true],
    [{ at_least: 2 }, [is(true), is(false), { ...is(true), disabled: true }], false],
    ['all', [is(true), { field: 'no.such', operator: 'equals', value: 1, disabled: true }], true],
    ['none', [{ everyone: true }], false],
  ])('%j of %j is %s', (match, rules, expected) => {
    expect(matches({ boolean: true }, { match, rules })).toBe(expected);
  });

  it('fail closed on what they do not understand', () => {
    const unknown = condition('no.such', 'equals', 1);
    expect(() => matches({}, { match: 'none', rules: [unknown] })).toThrow('no.such');
    expect(() => matches({}, { match: 'all', rules: [{ ...unknown, disabled: true }] })).toThrow('enabled');
  });
});
