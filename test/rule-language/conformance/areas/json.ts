/** Keys of JSON columns: what can be read as their type, and what cannot. */

import type { Json } from '../../oracle/matching.js';
import { allBut, asking, berlin, type Scene, scene } from '../scene.js';

/** Guests who differ in one key of their custom fields. */
const customBy = (key: string, values: Readonly<Record<string, Json>>): Scene['guests'] => ({
  ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { custom: { [key]: value } }])),
  'JSON null': { custom: { [key]: null } },
  'no such key': { custom: {} },
  'no object': { custom: key },
  'no document': {},
});
const absent = ['JSON null', 'no such key', 'no object', 'no document'] as const;
const rating = asking('custom.rating');
const nickname = asking('custom.nickname');
const vip = asking('custom.vip');
const diet = asking('custom.diet');
const renewal = asking('custom.renewal');
const called = asking('custom.called');
const plan = asking('custom.plan');
const floor = asking('custom.floor');

export const json = [
  scene(
    'JSON numbers',
    customBy('rating', {
      five: 5,
      'five in a text': '5',
      'five with zeros': '005.00',
      'minus one and a half': -1.5,
      'ten to the 21st': 1e21,
      'with an exponent in a text': '5e0',
      'with a space': ' 5',
      'in words': 'five',
      boolean: true,
      list: [5],
    }),
    [
      rating('equals', 5, ['five', 'five in a text', 'five with zeros'], 'whose custom rating is 5'),
      rating('less_than', 0, ['minus one and a half'], 'whose custom rating is less than 0'),
      rating(
        'greater_than',
        '999999999999999999999',
        ['ten to the 21st'],
        'whose custom rating is more than 999,999,999,999,999,999,999',
      ),
      rating(
        'is_empty',
        undefined,
        ['with an exponent in a text', 'with a space', 'in words', 'boolean', 'list', ...absent],
        'whose custom rating is missing',
      ),
      rating(
        'not_equals',
        5,
        allBut('five', 'five in a text', 'five with zeros'),
        'whose custom rating is not 5 (or is missing)',
      ),
    ],
  ),
  scene(
    'A key below another',
    {
      'on the second': { custom: { address: { 'floor no': 2 } } },
      'not below it': { custom: { 'floor no': 2 } },
      'a list in its place': { custom: { address: ['floor no', 2] } },
      'a text in its place': { custom: { address: 'floor no' } },
    },
    [
      floor('equals', 2, ['on the second'], 'whose custom floor is 2'),
      floor('not_equals', 2, allBut('on the second'), 'whose custom floor is not 2 (or is missing)'),
    ],
  ),
  scene(
    'JSON texts',
    customBy('nickname', {
      Bob: 'Bob',
      'a number': 7.5,
      'a boolean': false,
      blank: '\u2003',
      list: ['Bob'],
      object: {},
    }),
    [
      nickname('equals', 'BOB', ['Bob'], 'whose custom nickname is “BOB”'),
      nickname('equals', '7.5', ['a number'], 'whose custom nickname is “7.5”'),
      nickname('is_not_empty', undefined, ['Bob', 'a number', 'a boolean'], 'whose custom nickname is known'),
    ],
  ),
  scene('JSON booleans', customBy('vip', { yes: true, no: false, 'in words': 'yes', 'a number': 1 }), [
    vip('equals', true, ['yes'], 'whose custom vip is yes'),
    vip('equals', false, ['no'], 'whose custom vip is no'),
    vip('is_empty', undefined, ['in words', 'a number', ...absent], 'whose custom vip is missing'),
  ]),
  scene(
    'JSON tags',
    customBy('diet', {
      vegan: ['vegan'],
      empty: [],
      'with a number': ['vegan', 1],
      'with a null': ['vegan', null],
      'a text': 'vegan',
    }),
    [
      diet('has_any', ['vegan'], ['vegan'], 'whose custom diet includes “vegan”'),
      diet('has_all', ['vegan'], ['vegan'], 'whose custom diet includes “vegan”'),
      diet(
        'has_none',
        ['vegan'],
        allBut('vegan'),
        'whose custom diet does not include “vegan” (or is missing)',
      ),
      diet('is_not_empty', undefined, ['vegan'], 'whose custom diet is known'),
    ],
  ),
  scene(
    'JSON dates',
    customBy('renewal', {
      'a leap day': '2024-02-29',
      'no leap year': '2023-02-29',
      'the thirty-first of April': '2024-04-31',
      datetime: '2024-02-29T00:00:00Z',
      'written otherwise': '29.2.2024',
      'a number': 20240229,
    }),
    [
      renewal('on', '2024-02-29', ['a leap day'], 'whose custom renewal is on 29 February 2024'),
      renewal('is_empty', undefined, allBut('a leap day'), 'whose custom renewal is missing'),
      renewal(
        'not_on',
        '2024-02-29',
        allBut('a leap day'),
        'whose custom renewal is not on 29 February 2024 (or is missing)',
      ),
    ],
  ),
  scene(
    'JSON datetimes',
    customBy('called', {
      'noon in Berlin': '2024-06-12T12:00:00+02:00',
      'the same in UTC': '2024-06-12T10:00:00.000Z',
      'without an offset': '2024-06-12T10:00:00',
      'at 24:00': '2024-06-11T24:00:00Z',
      'no such day': '2024-06-31T10:00:00Z',
      date: '2024-06-12',
    }),
    [
      called(
        'equals',
        '2024-06-12T10:00:00Z',
        ['noon in Berlin', 'the same in UTC'],
        `whose custom called is exactly 12 June 2024 at 12:00${berlin}`,
      ),
      called(
        'is_not_empty',
        undefined,
        ['noon in Berlin', 'the same in UTC'],
        'whose custom called is known',
      ),
    ],
  ),
  scene('JSON selects', customBy('plan', { plus: 'plus', Plus: 'Plus', list: ['plus'] }), [
    plan('equals', 'plus', ['plus'], 'whose custom plan is plus'),
    plan('not_equals', 'plus', allBut('plus'), 'whose custom plan is not plus (or is missing)'),
    plan('is_empty', undefined, ['list', ...absent], 'whose custom plan is missing'),
  ]),
];
