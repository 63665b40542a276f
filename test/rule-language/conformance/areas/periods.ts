/** Months, quarters and years of the calendar. */

import { allBut, asking, berlin, guestsBy, scene } from '../scene.js';

const due = asking('due');
const seen = asking('seen');

export const periods = [
  scene(
    'Months, quarters and years',
    guestsBy('due', {
      '31 December 2022': '2022-12-31',
      '1 January 2023': '2023-01-01',
      '31 December 2023': '2023-12-31',
      '1 January 2024': '2024-01-01',
      '31 March': '2024-03-31',
      '1 April': '2024-04-01',
      '30 April': '2024-04-30',
      '1 May': '2024-05-01',
      '31 May': '2024-05-31',
      '1 June': '2024-06-01',
      '30 June': '2024-06-30',
      '1 July': '2024-07-01',
      '31 July': '2024-07-31',
      '1 August': '2024-08-01',
      '30 September': '2024-09-30',
      '1 October': '2024-10-01',
      '31 December 2024': '2024-12-31',
      '1 January 2025': '2025-01-01',
      '31 December 2025': '2025-12-31',
      '1 January 2026': '2026-01-01',
    }),
    [
      due(
        'in_period',
        'last_month',
        ['1 May', '31 May'],
        `whose due is in the previous calendar month${berlin}`,
      ),
      due(
        'in_period',
        'this_month',
        ['1 June', '30 June'],
        `whose due is in the current calendar month${berlin}`,
      ),
      due(
        'in_period',
        'next_month',
        ['1 July', '31 July'],
        `whose due is in the next calendar month${berlin}`,
      ),
      due(
        'in_period',
        'last_quarter',
        ['1 January 2024', '31 March'],
        `whose due is in the previous calendar quarter${berlin}`,
      ),
      due(
        'in_period',
        'this_quarter',
        ['1 April', '30 April', '1 May', '31 May', '1 June', '30 June'],
        `whose due is in the current calendar quarter${berlin}`,
      ),
      due(
        'in_period',
        'next_quarter',
        ['1 July', '31 July', '1 August', '30 September'],
        `whose due is in the next calendar quarter${berlin}`,
      ),
      due(
        'in_period',
        'last_year',
        ['1 January 2023', '31 December 2023'],
        `whose due is in the previous calendar year${berlin}`,
      ),
      due(
        'in_period',
        'this_year',
        allBut(
          '31 December 2022',
          '1 January 2023',
          '31 December 2023',
          '1 January 2025',
          '31 December 2025',
          '1 January 2026',
        ),
        `whose due is in the current calendar year${berlin}`,
      ),
      due(
        'in_period',
        'next_year',
        ['1 January 2025', '31 December 2025'],
        `whose due is in the next calendar year${berlin}`,
      ),
    ],
  ),
  scene(
    'Periods of datetimes, at the end of a year in Berlin that has not come in UTC',
    guestsBy('seen', {
      'the last microsecond of 2023': '2023-12-31T22:59:59.999999Z',
      '2024 begins': '2023-12-31T23:00:00Z',
      'the last microsecond of New Year’s Day': '2024-01-01T22:59:59.999999Z',
      '2 January begins': '2024-01-01T23:00:00Z',
      'February begins': '2024-01-31T23:00:00Z',
      never: null,
    }),
    [
      seen(
        'in_period',
        'today',
        ['2024 begins', 'the last microsecond of New Year’s Day'],
        `whose seen is today${berlin}`,
      ),
      seen('in_period', 'yesterday', ['the last microsecond of 2023'], `whose seen is yesterday${berlin}`),
      seen('in_period', 'tomorrow', ['2 January begins'], `whose seen is tomorrow${berlin}`),
      seen(
        'in_period',
        'this_month',
        ['2024 begins', 'the last microsecond of New Year’s Day', '2 January begins'],
        `whose seen is in the current calendar month${berlin}`,
      ),
      seen(
        'in_period',
        'last_year',
        ['the last microsecond of 2023'],
        `whose seen is in the previous calendar year${berlin}`,
      ),
      seen(
        'in_period',
        'next_month',
        ['February begins'],
        `whose seen is in the next calendar month${berlin}`,
      ),
      seen(
        'not_in_period',
        'this_year',
        ['the last microsecond of 2023', 'never'],
        `whose seen is not in the current calendar year (or is missing)${berlin}`,
      ),
    ],
    { asOf: '2023-12-31T23:30:00.000000Z' },
  ),
];
