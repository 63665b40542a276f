/** Ranks: everyone with a value in order, ties in, whoever has none never in. */

import { allBut, asking, guestsBy, is, nobody, none, row, scene } from '../scene.js';

const points = asking('points');
const due = asking('due');
const seen = asking('seen');
const ranked = ['30', 'one 20', 'another 20', '10'] as const;

export const ranks = [
  scene(
    'Four with a value, three without',
    guestsBy('points', {
      '30': '30',
      'one 20': '20',
      'another 20': '20.0',
      '10': '10',
      none: null,
      'not a number': 'NaN',
      infinity: 'Infinity',
    }),
    [
      points(
        'in_top',
        1,
        ['30'],
        'whose points are among the top 1 (ties included) of all guests that have one',
      ),
      points(
        'in_top',
        2,
        ['30', 'one 20', 'another 20'],
        'whose points are among the top 2 (ties included) of all guests that have one',
      ),
      points(
        'in_top',
        3,
        ['30', 'one 20', 'another 20'],
        'whose points are among the top 3 (ties included) of all guests that have one',
      ),
      points(
        'in_top',
        4,
        ranked,
        'whose points are among the top 4 (ties included) of all guests that have one',
      ),
      points(
        'in_top',
        1000,
        ranked,
        'whose points are among the top 1,000 (ties included) of all guests that have one',
      ),
      points(
        'in_bottom',
        1,
        ['10'],
        'whose points are among the bottom 1 (ties included) of all guests that have one',
      ),
      points(
        'in_bottom',
        2,
        ['10', 'one 20', 'another 20'],
        'whose points are among the bottom 2 (ties included) of all guests that have one',
      ),
      points(
        'in_bottom',
        1000,
        ranked,
        'whose points are among the bottom 1,000 (ties included) of all guests that have one',
      ),
      points(
        'in_top_percent',
        25,
        ['30'],
        'whose points are in the top 25% (ties included) of all guests that have one',
      ),
      points(
        'in_top_percent',
        '25.000001',
        ['30', 'one 20', 'another 20'],
        'whose points are in the top 25.000001% (ties included) of all guests that have one',
      ),
      points(
        'in_top_percent',
        '0.0001',
        ['30'],
        'whose points are in the top 0.0001% (ties included) of all guests that have one',
      ),
      points(
        'in_top_percent',
        75,
        ['30', 'one 20', 'another 20'],
        'whose points are in the top 75% (ties included) of all guests that have one',
      ),
      points(
        'in_top_percent',
        '75.1',
        ranked,
        'whose points are in the top 75.1% (ties included) of all guests that have one',
      ),
      points(
        'in_top_percent',
        100,
        ranked,
        'whose points are in the top 100% (ties included) of all guests that have one',
      ),
      points(
        'in_bottom_percent',
        25,
        ['10'],
        'whose points are in the bottom 25% (ties included) of all guests that have one',
      ),
      points(
        'in_bottom_percent',
        26,
        ['10', 'one 20', 'another 20'],
        'whose points are in the bottom 26% (ties included) of all guests that have one',
      ),
      points(
        'in_bottom_percent',
        100,
        ranked,
        'whose points are in the bottom 100% (ties included) of all guests that have one',
      ),
      row(
        none(is('points', 'in_top', 1000)),
        allBut(...ranked),
        'not matching (points are among the top 1,000 [ties included] of all guests that have one)',
      ),
    ],
  ),
  scene('No one with a value', guestsBy('points', { none: null, 'not a number': 'NaN' }), [
    points(
      'in_top',
      1,
      nobody,
      'whose points are among the top 1 (ties included) of all guests that have one',
    ),
    points(
      'in_bottom_percent',
      100,
      nobody,
      'whose points are in the bottom 100% (ties included) of all guests that have one',
    ),
  ]),
  scene(
    'Dates and datetimes',
    {
      'yesterday, a microsecond early': { due: '2024-06-11', seen: '2024-06-11T09:59:59.999999Z' },
      yesterday: { due: '2024-06-11', seen: '2024-06-11T10:00:00Z' },
      today: { due: '2024-06-12', seen: '2024-06-12T10:00:00Z' },
      'the end of time': { due: 'infinity', seen: 'infinity' },
      never: {},
    },
    [
      due(
        'in_top',
        1,
        ['today'],
        'whose due is among the latest 1 (ties included) of all guests that have one',
      ),
      due(
        'in_bottom',
        1,
        ['yesterday', 'yesterday, a microsecond early'],
        'whose due is among the earliest 1 (ties included) of all guests that have one',
      ),
      due(
        'in_top_percent',
        50,
        ['today', 'yesterday', 'yesterday, a microsecond early'],
        'whose due is in the latest 50% (ties included) of all guests that have one',
      ),
      due(
        'in_bottom_percent',
        50,
        ['yesterday', 'yesterday, a microsecond early'],
        'whose due is in the earliest 50% (ties included) of all guests that have one',
      ),
      seen(
        'in_top',
        2,
        ['today', 'yesterday'],
        'whose seen is among the latest 2 (ties included) of all guests that have one',
      ),
      seen(
        'in_bottom',
        1,
        ['yesterday, a microsecond early'],
        'whose seen is among the earliest 1 (ties included) of all guests that have one',
      ),
      seen(
        'in_top_percent',
        '33.4',
        ['today', 'yesterday'],
        'whose seen is in the latest 33.4% (ties included) of all guests that have one',
      ),
      seen(
        'in_bottom_percent',
        '33.3',
        ['yesterday, a microsecond early'],
        'whose seen is in the earliest 33.3% (ties included) of all guests that have one',
      ),
    ],
  ),
];
