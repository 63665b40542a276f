/** Durations that count days. */

import { allBut, asking, berlin, guestsBy, nobody, scene } from '../scene.js';

const seen = asking('seen');
const due = asking('due');

export const calendarDays = [
  scene(
    'Days count on the calendar, also of a datetime',
    guestsBy('seen', {
      'the last microsecond of 10 June': '2024-06-10T21:59:59.999999Z',
      'the start of 11 June, yesterday': '2024-06-10T22:00:00Z',
      'the start of today': '2024-06-11T22:00:00Z',
      'later today': '2024-06-12T21:59:59.999999Z',
      'the start of tomorrow': '2024-06-12T22:00:00Z',
      'the last microsecond of tomorrow': '2024-06-13T21:59:59.999999Z',
      'the start of 14 June': '2024-06-13T22:00:00Z',
      never: null,
    }),
    [
      seen('within_last', { days: 1 }, ['the start of today', 'later today'], `whose seen is today${berlin}`),
      seen(
        'within_last',
        { days: 2 },
        ['the start of 11 June, yesterday', 'the start of today', 'later today'],
        `whose seen is in the last 2 days including today${berlin}`,
      ),
      seen('within_next', { days: 1 }, ['the start of today', 'later today'], `whose seen is today${berlin}`),
      seen(
        'within_next',
        { days: 2 },
        ['the start of today', 'later today', 'the start of tomorrow', 'the last microsecond of tomorrow'],
        `whose seen is in the next 2 days including today${berlin}`,
      ),
      seen(
        'ago_at_least',
        { days: 2 },
        ['the last microsecond of 10 June'],
        `whose seen is 2 days before today or earlier${berlin}`,
      ),
      seen(
        'ago_at_least',
        { days: 1 },
        ['the last microsecond of 10 June', 'the start of 11 June, yesterday'],
        `whose seen is 1 day before today or earlier${berlin}`,
      ),
      seen(
        'ahead_at_least',
        { days: 2 },
        ['the start of 14 June'],
        `whose seen is 2 days after today or later${berlin}`,
      ),
      seen(
        'ahead_at_least',
        { days: 1 },
        ['the start of tomorrow', 'the last microsecond of tomorrow', 'the start of 14 June'],
        `whose seen is 1 day after today or later${berlin}`,
      ),
      seen(
        'ago_between',
        [{ days: 1 }, { days: 2 }],
        ['the last microsecond of 10 June', 'the start of 11 June, yesterday'],
        `whose seen is from 2 days before today up to and including 1 day before today${berlin}`,
      ),
      seen(
        'ago_between',
        [{ days: 0 }, { days: 1 }],
        ['the start of 11 June, yesterday', 'the start of today', 'later today'],
        `whose seen is from 1 day before today up to and including today${berlin}`,
      ),
    ],
  ),
  scene(
    'Days before the first year',
    {
      'in the first year': { due: '0001-01-01', seen: '0001-01-01T00:00:00Z' },
      today: { due: '2024-06-12', seen: '2024-06-12T10:00:00Z' },
    },
    [
      due(
        'ago_at_least',
        { years: 2023 },
        ['in the first year'],
        `whose due is 2,023 years before today or earlier${berlin}`,
      ),
      due(
        'ago_at_least',
        { years: 2024 },
        nobody,
        `whose due is 2,024 years before today or earlier${berlin}`,
      ),
      due(
        'ago_at_least',
        { years: 2100 },
        nobody,
        `whose due is 2,100 years before today or earlier${berlin}`,
      ),
      seen(
        'ago_at_least',
        { years: 2100 },
        nobody,
        `whose seen is 2,100 years before today or earlier${berlin}`,
      ),
      due(
        'ago_between',
        [{ years: 2000 }, { years: 2100 }],
        ['in the first year'],
        `whose due is from 2,100 years before today up to and including 2,000 years before today${berlin}`,
      ),
      seen(
        'ago_between',
        [{ years: 2000 }, { years: 2100 }],
        ['in the first year'],
        `whose seen is from 2,100 years before today up to and including 2,000 years before today${berlin}`,
      ),
    ],
  ),
  scene(
    'Days and weeks of dates',
    guestsBy('due', {
      '60 days ago': '2024-04-13',
      '61 days ago': '2024-04-12',
      '30 days ago': '2024-05-13',
      '29 days ago': '2024-05-14',
      '14 days ago': '2024-05-29',
      '13 days ago': '2024-05-30',
      today: '2024-06-12',
      'in 13 days': '2024-06-25',
      'in 14 days': '2024-06-26',
      unknown: null,
    }),
    [
      due(
        'within_last',
        { days: 30 },
        ['29 days ago', '14 days ago', '13 days ago', 'today'],
        `whose due is in the last 30 days including today${berlin}`,
      ),
      due(
        'not_within_last',
        { days: 30 },
        allBut('29 days ago', '14 days ago', '13 days ago', 'today'),
        `whose due is not in the last 30 days including today (or is missing)${berlin}`,
      ),
      due(
        'within_last',
        { weeks: 2 },
        ['13 days ago', 'today'],
        `whose due is in the last 2 weeks including today${berlin}`,
      ),
      due(
        'within_next',
        { weeks: 2 },
        ['today', 'in 13 days'],
        `whose due is in the next 2 weeks including today${berlin}`,
      ),
      due(
        'not_within_next',
        { weeks: 2 },
        allBut('today', 'in 13 days'),
        `whose due is not in the next 2 weeks including today (or is missing)${berlin}`,
      ),
      due(
        'ago_at_least',
        { days: 30 },
        ['60 days ago', '61 days ago', '30 days ago'],
        `whose due is 30 days before today or earlier${berlin}`,
      ),
      due(
        'ago_at_least',
        { days: 0 },
        allBut('in 13 days', 'in 14 days', 'unknown'),
        `whose due is today or earlier${berlin}`,
      ),
      due(
        'ahead_at_least',
        { weeks: 2 },
        ['in 14 days'],
        `whose due is 2 weeks after today or later${berlin}`,
      ),
      due(
        'ahead_at_least',
        { days: 0 },
        ['today', 'in 13 days', 'in 14 days'],
        `whose due is today or later${berlin}`,
      ),
      due(
        'ago_between',
        [{ days: 30 }, { days: 60 }],
        ['60 days ago', '30 days ago'],
        `whose due is from 60 days before today up to and including 30 days before today${berlin}`,
      ),
      due(
        'ago_between',
        [{ days: 13 }, { weeks: 2 }],
        ['14 days ago', '13 days ago'],
        `whose due is from 2 weeks before today up to and including 13 days before today${berlin}`,
      ),
      due(
        'ago_between',
        [{ days: 14 }, { weeks: 2 }],
        ['14 days ago'],
        `whose due is from 2 weeks before today up to and including 14 days before today${berlin}`,
      ),
    ],
  ),
];
