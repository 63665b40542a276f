/** Another number in the place of a literal. */

import type { Value } from '../../../../src/rule-language/rule.js';
import { allBut, asking, nobody, scene } from '../scene.js';

const points = asking('points');
const score = asking('score');
const the = (field: string, more: object = {}): Value => ({ field, ...more });

export const references = [
  scene(
    'Numbers against numbers',
    {
      'as many': { points: '10.0', credit: '10' },
      'eighty percent': { points: '8', credit: '10' },
      'just above eighty percent': { points: '8.00000000000000000001', credit: '10' },
      'twice as many': { points: '20', credit: '10' },
      'both zero': { points: '0', credit: '0' },
      'no credit': { points: '8' },
      'no points': { credit: '10' },
      'credit that is not a number': { points: '8', credit: 'NaN' },
      neither: {},
    },
    [
      points('equals', the('credit'), ['as many', 'both zero'], 'whose points are the same as credit'),
      points(
        'not_equals',
        the('credit'),
        allBut('as many', 'both zero'),
        'whose points are not the same as credit (or either is missing)',
      ),
      points(
        'equals',
        the('credit', { times: '0.80' }),
        ['eighty percent', 'both zero'],
        'whose points are the same as credit × 0.8',
      ),
      points(
        'greater_than',
        the('credit', { times: '0.8' }),
        ['as many', 'just above eighty percent', 'twice as many'],
        'whose points are more than credit × 0.8',
      ),
      points(
        'greater_than_or_equal',
        the('credit', { times: '0.8' }),
        ['as many', 'eighty percent', 'just above eighty percent', 'twice as many', 'both zero'],
        'whose points are at least credit × 0.8',
      ),
      points(
        'less_than',
        the('credit'),
        ['eighty percent', 'just above eighty percent'],
        'whose points are less than credit',
      ),
      points(
        'less_than_or_equal',
        the('credit'),
        ['as many', 'eighty percent', 'just above eighty percent', 'both zero'],
        'whose points are at most credit',
      ),
      points(
        'greater_than',
        the('credit', { times: '-1' }),
        ['as many', 'eighty percent', 'just above eighty percent', 'twice as many'],
        'whose points are more than credit × -1',
      ),
      points(
        'between',
        [the('credit', { times: '0.8' }), the('credit')],
        ['as many', 'eighty percent', 'just above eighty percent', 'both zero'],
        'whose points are at least credit × 0.8 and at most credit',
      ),
      points(
        'between',
        [the('credit'), the('credit', { times: '0.8' })],
        ['both zero'],
        'whose points are at least credit and at most credit × 0.8',
      ),
      points(
        'not_between',
        [the('credit'), the('credit', { times: '0.8' })],
        allBut('both zero'),
        'whose points are less than credit or more than credit × 0.8 (or any of them is missing)',
      ),
      points(
        'between',
        [8, the('credit')],
        ['as many', 'eighty percent', 'just above eighty percent'],
        'whose points are at least 8 and at most credit',
      ),
      points(
        'between',
        [the('credit'), 20],
        ['as many', 'twice as many', 'both zero'],
        'whose points are at least credit and at most 20',
      ),
      points('equals', the('points'), allBut('no points', 'neither'), 'whose points are the same as points'),
    ],
  ),
  scene(
    'A double against a decimal',
    {
      'both a tenth': { score: 0.1, points: '0.1' },
      'a hair more': { score: 0.1, points: '0.10000000000000001' },
      infinite: { score: Number.POSITIVE_INFINITY, points: '1' },
    },
    [
      score('equals', the('points'), ['both a tenth'], 'whose score is the same as points'),
      score('less_than', the('points'), ['a hair more'], 'whose score is less than points'),
      score('greater_than', the('points'), nobody, 'whose score is more than points'),
    ],
  ),
];
