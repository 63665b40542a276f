/** The average gap between days. */

import { allBut, asked, berlin, measure, scene } from '../scene.js';

const gap = asked(measure('average_gap', 'orders'));

export const gaps = [
  scene(
    'The average gap between days',
    {
      'no orders': {},
      'one day, twice': {
        orders: [{ placed_at: '2024-06-10T22:00:00Z' }, { placed_at: '2024-06-11T20:00:00Z' }],
      },
      'two days, an hour apart': {
        orders: [{ placed_at: '2024-06-10T21:30:00Z' }, { placed_at: '2024-06-10T22:30:00Z' }],
      },
      'over two and a half days': {
        orders: ['2024-06-01', '2024-06-01', '2024-06-04', '2024-06-06'].map((day) => ({
          placed_at: `${day}T10:00:00Z`,
        })),
      },
      'three in ten days': {
        orders: ['2024-06-01', '2024-06-08', '2024-06-11', '2024-06-11'].map((day) => ({
          placed_at: `${day}T10:00:00Z`,
        })),
      },
    },
    [
      gap(
        'equals',
        '2.5',
        ['over two and a half days'],
        `whose average number of days between days with orders is 2.5${berlin}`,
      ),
      gap(
        'equals',
        1,
        ['two days, an hour apart'],
        `whose average number of days between days with orders is 1${berlin}`,
      ),
      gap(
        'greater_than',
        '2.5',
        ['three in ten days'],
        `whose average number of days between days with orders is more than 2.5${berlin}`,
      ),
      gap(
        'less_than_or_equal',
        '2.5',
        ['two days, an hour apart', 'over two and a half days'],
        `whose average number of days between days with orders is at most 2.5${berlin}`,
      ),
      gap(
        'is_empty',
        undefined,
        ['no orders', 'one day, twice'],
        `whose average number of days between days with orders is missing${berlin}`,
      ),
      gap(
        'not_equals',
        5,
        allBut('three in ten days'),
        `whose average number of days between days with orders is not 5 (or is missing)${berlin}`,
      ),
    ],
  ),
];
