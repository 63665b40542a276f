/** Numbers: decimals of any size, doubles as their shortest text, integers. */

import { allBut, asking, guestsBy, nobody, scene } from '../scene.js';

const points = asking('points');
const visits = asking('visits');
const score = asking('score');
const ratio = asking('ratio');

export const numbers = [
  scene(
    'Decimals',
    guestsBy('points', {
      'minus a half': '-0.50',
      zero: '0',
      'just below ten': '9.999999999999999999999',
      ten: '10.000',
      'just above ten': '10.000000000000000000001',
      twenty: '20',
      'not a number': 'NaN',
      infinity: 'Infinity',
      'minus infinity': '-Infinity',
      'no points': null,
    }),
    [
      points('equals', 10, ['ten'], 'whose points are 10'),
      points('equals', '-0.5', ['minus a half'], 'whose points are -0.5'),
      points('not_equals', 10, allBut('ten'), 'whose points are not 10 (or are missing)'),
      points('greater_than', 10, ['just above ten', 'twenty'], 'whose points are more than 10'),
      points(
        'greater_than_or_equal',
        10,
        ['ten', 'just above ten', 'twenty'],
        'whose points are at least 10',
      ),
      points('less_than', 10, ['minus a half', 'zero', 'just below ten'], 'whose points are less than 10'),
      points(
        'less_than_or_equal',
        10,
        ['minus a half', 'zero', 'just below ten', 'ten'],
        'whose points are at most 10',
      ),
      points('less_than', 0, ['minus a half'], 'whose points are less than 0'),
      points(
        'between',
        [0, 10],
        ['zero', 'just below ten', 'ten'],
        'whose points are at least 0 and at most 10',
      ),
      points('between', [10, 10], ['ten'], 'whose points are at least 10 and at most 10'),
      points(
        'not_between',
        [0, 10],
        allBut('zero', 'just below ten', 'ten'),
        'whose points are less than 0 or more than 10 (or are missing)',
      ),
      points('in_list', [20, '-0.500', 7], ['minus a half', 'twenty'], 'whose points are 20, -0.5 or 7'),
      points(
        'not_in_list',
        [0, 10],
        allBut('zero', 'ten'),
        'whose points are neither 0 nor 10 (or are missing)',
      ),
      points(
        'is_empty',
        undefined,
        ['not a number', 'infinity', 'minus infinity', 'no points'],
        'whose points are missing',
      ),
      points(
        'is_not_empty',
        undefined,
        allBut('not a number', 'infinity', 'minus infinity', 'no points'),
        'whose points are known',
      ),
    ],
  ),
  scene(
    'Decimals beyond what a double can tell apart',
    guestsBy('points', {
      '2^53': '9007199254740992',
      '2^53 + 1': '9007199254740993',
      'a third, to forty digits': '0.3333333333333333333333333333333333333333',
      'ten to the fortieth': '10000000000000000000000000000000000000000',
      'and one more': '10000000000000000000000000000000000000001',
    }),
    [
      points('equals', '9007199254740993', ['2^53 + 1'], 'whose points are 9,007,199,254,740,993'),
      points('in_list', ['9007199254740992'], ['2^53'], 'whose points are 9,007,199,254,740,992'),
      points(
        'greater_than',
        '9007199254740992',
        allBut('2^53', 'a third, to forty digits'),
        'whose points are more than 9,007,199,254,740,992',
      ),
      points(
        'equals',
        '0.3333333333333333333333333333333333333333',
        ['a third, to forty digits'],
        'whose points are 0.3333333333333333333333333333333333333333',
      ),
      points(
        'less_than',
        '0.3333333333333333333333333333333333333333',
        nobody,
        'whose points are less than 0.3333333333333333333333333333333333333333',
      ),
      points(
        'greater_than',
        '10000000000000000000000000000000000000000',
        ['and one more'],
        'whose points are more than 10,000,000,000,000,000,000,000,000,000,000,000,000,000',
      ),
      points(
        'between',
        ['0.3', '9007199254740992.9'],
        ['2^53', 'a third, to forty digits'],
        'whose points are at least 0.3 and at most 9,007,199,254,740,992.9',
      ),
    ],
  ),
  scene(
    'Doubles are their shortest decimal text',
    guestsBy('score', {
      'a tenth': 0.1,
      'the sum of 0.1 and 0.2': 0.1 + 0.2,
      'minus zero': -0,
      'ten to the 21st': 1e21,
      'the smallest': 5e-324,
      'not a number': Number.NaN,
      infinity: Number.POSITIVE_INFINITY,
      'minus infinity': Number.NEGATIVE_INFINITY,
      'no score': null,
    }),
    [
      score('equals', 0.1, ['a tenth'], 'whose score is 0.1'),
      score('equals', 0.3, nobody, 'whose score is 0.3'),
      score(
        'equals',
        '0.30000000000000004',
        ['the sum of 0.1 and 0.2'],
        'whose score is 0.30000000000000004',
      ),
      score('equals', 0, ['minus zero'], 'whose score is 0'),
      score(
        'equals',
        '1000000000000000000000',
        ['ten to the 21st'],
        'whose score is 1,000,000,000,000,000,000,000',
      ),
      score(
        'greater_than',
        0,
        allBut('minus zero', 'not a number', 'infinity', 'minus infinity', 'no score'),
        'whose score is more than 0',
      ),
      score('less_than', '0.1', ['minus zero', 'the smallest'], 'whose score is less than 0.1'),
      score(
        'less_than_or_equal',
        '0.1',
        ['a tenth', 'minus zero', 'the smallest'],
        'whose score is at most 0.1',
      ),
      score('in_list', ['0.1', '0.3'], ['a tenth'], 'whose score is 0.1 or 0.3'),
      score(
        'not_between',
        [0, 1],
        allBut('a tenth', 'the sum of 0.1 and 0.2', 'minus zero', 'the smallest'),
        'whose score is less than 0 or more than 1 (or is missing)',
      ),
      score(
        'is_empty',
        undefined,
        ['not a number', 'infinity', 'minus infinity', 'no score'],
        'whose score is missing',
      ),
    ],
  ),
  scene('So are reals', guestsBy('ratio', { 'a tenth': '0.1', 'a third': '0.33333334', 'no ratio': null }), [
    ratio('equals', '0.1', ['a tenth'], 'whose ratio is 0.1'),
    ratio('equals', '0.33333334', ['a third'], 'whose ratio is 0.33333334'),
    ratio('greater_than', '0.333333339', ['a third'], 'whose ratio is more than 0.333333339'),
  ]),
  scene('Integers', guestsBy('visits', { none: '0', one: '1', two: '2', unknown: null }), [
    visits('equals', 0, ['none'], 'whose visits are 0'),
    visits('greater_than', '0.5', ['one', 'two'], 'whose visits are more than 0.5'),
    visits('less_than_or_equal', '1.999', ['none', 'one'], 'whose visits are at most 1.999'),
    visits(
      'not_between',
      ['0.5', '1.5'],
      ['none', 'two', 'unknown'],
      'whose visits are less than 0.5 or more than 1.5 (or are missing)',
    ),
    visits('in_list', ['1.5', 2], ['two'], 'whose visits are 1.5 or 2'),
    visits('is_empty', undefined, ['unknown'], 'whose visits are missing'),
  ]),
];
