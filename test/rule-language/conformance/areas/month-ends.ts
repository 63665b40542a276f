/** Months, quarters and years, which end with their month. */

import { asking, berlin, guestsBy, nobody, scene } from '../scene.js';

const due = asking('due');

export const monthEnds = [
  scene(
    'Months, quarters and years end with their month; today is 31 March 2024',
    guestsBy('due', {
      '30 March 2023': '2023-03-30',
      '31 March 2023': '2023-03-31',
      '1 April 2023': '2023-04-01',
      '31 December 2023': '2023-12-31',
      '1 January 2024': '2024-01-01',
      '28 February 2024': '2024-02-28',
      '29 February 2024': '2024-02-29',
      '1 March 2024': '2024-03-01',
      '29 April 2024': '2024-04-29',
      '30 April 2024': '2024-04-30',
      '29 June 2024': '2024-06-29',
      '30 June 2024': '2024-06-30',
      '30 March 2025': '2025-03-30',
      '31 March 2025': '2025-03-31',
    }),
    [
      due(
        'within_last',
        { months: 1 },
        ['1 March 2024'],
        `whose due is in the last 1 month including today${berlin}`,
      ),
      due(
        'ago_at_least',
        { months: 1 },
        [
          '30 March 2023',
          '31 March 2023',
          '1 April 2023',
          '31 December 2023',
          '1 January 2024',
          '28 February 2024',
          '29 February 2024',
        ],
        `whose due is 1 month before today or earlier${berlin}`,
      ),
      due(
        'within_last',
        { quarters: 1 },
        ['1 January 2024', '28 February 2024', '29 February 2024', '1 March 2024'],
        `whose due is in the last 1 quarter including today${berlin}`,
      ),
      due(
        'within_last',
        { years: 1 },
        [
          '1 April 2023',
          '31 December 2023',
          '1 January 2024',
          '28 February 2024',
          '29 February 2024',
          '1 March 2024',
        ],
        `whose due is in the last 1 year including today${berlin}`,
      ),
      due(
        'within_next',
        { months: 1 },
        ['29 April 2024'],
        `whose due is in the next 1 month including today${berlin}`,
      ),
      due(
        'within_next',
        { quarters: 1 },
        ['29 April 2024', '30 April 2024', '29 June 2024'],
        `whose due is in the next 1 quarter including today${berlin}`,
      ),
      due(
        'within_next',
        { years: 1 },
        ['29 April 2024', '30 April 2024', '29 June 2024', '30 June 2024', '30 March 2025'],
        `whose due is in the next 1 year including today${berlin}`,
      ),
      due(
        'ahead_at_least',
        { months: 1 },
        ['30 April 2024', '29 June 2024', '30 June 2024', '30 March 2025', '31 March 2025'],
        `whose due is 1 month after today or later${berlin}`,
      ),
      due(
        'ahead_at_least',
        { quarters: 1 },
        ['30 June 2024', '30 March 2025', '31 March 2025'],
        `whose due is 1 quarter after today or later${berlin}`,
      ),
      due(
        'ahead_at_least',
        { years: 1 },
        ['31 March 2025'],
        `whose due is 1 year after today or later${berlin}`,
      ),
      due(
        'ago_between',
        [{ months: 1 }, { quarters: 1 }],
        ['31 December 2023', '1 January 2024', '28 February 2024', '29 February 2024'],
        `whose due is from 1 quarter before today up to and including 1 month before today${berlin}`,
      ),
      due(
        'ago_between',
        [{ months: 3 }, { years: 1 }],
        ['31 March 2023', '1 April 2023', '31 December 2023'],
        `whose due is from 1 year before today up to and including 3 months before today${berlin}`,
      ),
    ],
    { asOf: '2024-03-31T10:00:00.000000Z' },
  ),
  scene(
    'A year from a leap day ends on 28 February; today is 29 February 2024',
    guestsBy('due', {
      '28 February 2023': '2023-02-28',
      '1 March 2023': '2023-03-01',
      '29 January 2024': '2024-01-29',
      '27 February 2025': '2025-02-27',
      '28 February 2025': '2025-02-28',
    }),
    [
      due(
        'within_last',
        { years: 1 },
        ['1 March 2023', '29 January 2024'],
        `whose due is in the last 1 year including today${berlin}`,
      ),
      due(
        'ago_at_least',
        { years: 1 },
        ['28 February 2023'],
        `whose due is 1 year before today or earlier${berlin}`,
      ),
      due(
        'within_next',
        { years: 1 },
        ['27 February 2025'],
        `whose due is in the next 1 year including today${berlin}`,
      ),
      due(
        'ahead_at_least',
        { years: 1 },
        ['28 February 2025'],
        `whose due is 1 year after today or later${berlin}`,
      ),
      due('within_last', { months: 1 }, nobody, `whose due is in the last 1 month including today${berlin}`),
    ],
    { asOf: '2024-02-29T10:00:00.000000Z' },
  ),
];
