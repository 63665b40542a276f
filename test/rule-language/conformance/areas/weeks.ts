/** Days and weeks of the calendar. */

import { allBut, asking, berlin, guestsBy, scene } from '../scene.js';

const due = asking('due');
const aroundWeeks = guestsBy('due', {
  'Sunday 2 June': '2024-06-02',
  'Monday 3 June': '2024-06-03',
  'Saturday 8 June': '2024-06-08',
  'Sunday 9 June': '2024-06-09',
  'Monday 10 June': '2024-06-10',
  'Tuesday 11 June': '2024-06-11',
  'Wednesday 12 June, today': '2024-06-12',
  'Thursday 13 June': '2024-06-13',
  'Saturday 15 June': '2024-06-15',
  'Sunday 16 June': '2024-06-16',
  'Monday 17 June': '2024-06-17',
  'Saturday 22 June': '2024-06-22',
  'Sunday 23 June': '2024-06-23',
  'Monday 24 June': '2024-06-24',
  unknown: null,
});

export const weeks = [
  scene('Days, and weeks that start on Monday', aroundWeeks, [
    due('in_period', 'today', ['Wednesday 12 June, today'], `whose due is today${berlin}`),
    due('in_period', 'yesterday', ['Tuesday 11 June'], `whose due is yesterday${berlin}`),
    due('in_period', 'tomorrow', ['Thursday 13 June'], `whose due is tomorrow${berlin}`),
    due(
      'not_in_period',
      'tomorrow',
      allBut('Thursday 13 June'),
      `whose due is not tomorrow (or is missing)${berlin}`,
    ),
    due(
      'in_period',
      'last_week',
      ['Monday 3 June', 'Saturday 8 June', 'Sunday 9 June'],
      `whose due is in the previous calendar week${berlin}`,
    ),
    due(
      'in_period',
      'this_week',
      [
        'Monday 10 June',
        'Tuesday 11 June',
        'Wednesday 12 June, today',
        'Thursday 13 June',
        'Saturday 15 June',
        'Sunday 16 June',
      ],
      `whose due is in the current calendar week${berlin}`,
    ),
    due(
      'in_period',
      'next_week',
      ['Monday 17 June', 'Saturday 22 June', 'Sunday 23 June'],
      `whose due is in the next calendar week${berlin}`,
    ),
  ]),
  scene(
    'Weeks that start on Sunday',
    aroundWeeks,
    [
      due(
        'in_period',
        'last_week',
        ['Sunday 2 June', 'Monday 3 June', 'Saturday 8 June'],
        `whose due is in the previous calendar week${berlin}`,
      ),
      due(
        'in_period',
        'this_week',
        [
          'Sunday 9 June',
          'Monday 10 June',
          'Tuesday 11 June',
          'Wednesday 12 June, today',
          'Thursday 13 June',
          'Saturday 15 June',
        ],
        `whose due is in the current calendar week${berlin}`,
      ),
      due(
        'in_period',
        'next_week',
        ['Sunday 16 June', 'Monday 17 June', 'Saturday 22 June'],
        `whose due is in the next calendar week${berlin}`,
      ),
    ],
    { weekStart: 'sunday' },
  ),
  scene(
    'A week that starts today',
    aroundWeeks,
    [
      due(
        'in_period',
        'this_week',
        [
          'Wednesday 12 June, today',
          'Thursday 13 June',
          'Saturday 15 June',
          'Sunday 16 June',
          'Monday 17 June',
        ],
        `whose due is in the current calendar week${berlin}`,
      ),
    ],
    { weekStart: 'wednesday' },
  ),
];
