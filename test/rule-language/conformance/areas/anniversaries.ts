/** Anniversaries: over the end of the year, and of leap days. */

import { allBut, asking, berlin, guestsBy, nobody, scene } from '../scene.js';

const seen = asking('seen');
const birthday = asking('birthday');

export const anniversaries = [
  scene(
    'Anniversaries over the year’s end; today is 28 December 2024',
    guestsBy('birthday', {
      '21 December': '1990-12-21',
      '22 December': '1990-12-22',
      '27 December': '1990-12-27',
      '28 December': '1990-12-28',
      '29 December': '1990-12-29',
      '28 December, years from now': '2030-12-28',
      '3 January': '1990-01-03',
      '4 January': '1990-01-04',
      '29 February': '1996-02-29',
      unknown: null,
      'the end of time': 'infinity',
    }),
    [
      birthday(
        'anniversary_within_next',
        { days: 1 },
        ['28 December', '28 December, years from now'],
        `whose birthday has its anniversary today${berlin}`,
      ),
      birthday(
        'anniversary_within_next',
        { days: 7 },
        ['28 December', '29 December', '28 December, years from now', '3 January'],
        `whose birthday has its anniversary in the next 7 days including today${berlin}`,
      ),
      birthday(
        'anniversary_within_next',
        { weeks: 1 },
        ['28 December', '29 December', '28 December, years from now', '3 January'],
        `whose birthday has its anniversary in the next 1 week including today${berlin}`,
      ),
      birthday(
        'anniversary_within_last',
        { days: 7 },
        ['22 December', '27 December', '28 December', '28 December, years from now'],
        `whose birthday has its anniversary in the last 7 days including today${berlin}`,
      ),
      birthday(
        'anniversary_within_last',
        { days: 1 },
        ['28 December', '28 December, years from now'],
        `whose birthday has its anniversary today${berlin}`,
      ),
      birthday(
        'anniversary_within_next',
        { months: 2 },
        ['28 December', '29 December', '28 December, years from now', '3 January', '4 January'],
        `whose birthday has its anniversary in the next 2 months including today${berlin}`,
      ),
      birthday(
        'anniversary_within_next',
        { days: 364 },
        allBut('27 December', 'unknown', 'the end of time'),
        `whose birthday has its anniversary in the next 364 days including today${berlin}`,
      ),
      birthday(
        'anniversary_within_next',
        { days: 365 },
        allBut('unknown', 'the end of time'),
        `whose birthday has its anniversary in the next 365 days including today${berlin}`,
      ),
      birthday(
        'anniversary_within_last',
        { days: 365 },
        allBut('29 December', 'unknown', 'the end of time'),
        `whose birthday has its anniversary in the last 365 days including today${berlin}`,
      ),
      birthday(
        'anniversary_within_last',
        { days: 366 },
        allBut('unknown', 'the end of time'),
        `whose birthday has its anniversary in the last 366 days including today${berlin}`,
      ),
      birthday(
        'anniversary_within_last',
        { years: 1 },
        allBut('unknown', 'the end of time'),
        `whose birthday has its anniversary in the last 1 year including today${berlin}`,
      ),
      birthday(
        'anniversary_in_month',
        12,
        allBut('3 January', '4 January', '29 February', 'unknown', 'the end of time'),
        'whose birthday has its anniversary in December',
      ),
      birthday('anniversary_in_month', 2, ['29 February'], 'whose birthday has its anniversary in February'),
      birthday(
        'anniversary_in_month',
        'next_month',
        ['3 January', '4 January'],
        `whose birthday has its anniversary in the next calendar month${berlin}`,
      ),
      birthday(
        'anniversary_in_month',
        'this_month',
        allBut('3 January', '4 January', '29 February', 'unknown', 'the end of time'),
        `whose birthday has its anniversary in the current calendar month${berlin}`,
      ),
    ],
    { asOf: '2024-12-28T11:00:00.000000Z' },
  ),
  scene(
    'Anniversaries of datetimes are local',
    guestsBy('seen', {
      'New Year’s Eve': '2020-12-31T22:59:59Z',
      'New Year’s Day': '2020-12-31T23:00:00Z',
      never: null,
    }),
    [
      seen(
        'anniversary_within_next',
        { days: 4 },
        ['New Year’s Eve'],
        `whose seen has its anniversary in the next 4 days including today${berlin}`,
      ),
      seen(
        'anniversary_within_next',
        { days: 5 },
        ['New Year’s Eve', 'New Year’s Day'],
        `whose seen has its anniversary in the next 5 days including today${berlin}`,
      ),
      seen(
        'anniversary_within_last',
        { days: 362 },
        nobody,
        `whose seen has its anniversary in the last 362 days including today${berlin}`,
      ),
      seen(
        'anniversary_within_last',
        { days: 363 },
        ['New Year’s Day'],
        `whose seen has its anniversary in the last 363 days including today${berlin}`,
      ),
      seen(
        'anniversary_in_month',
        1,
        ['New Year’s Day'],
        `whose seen has its anniversary in January${berlin}`,
      ),
    ],
    { asOf: '2024-12-28T11:00:00.000000Z' },
  ),
  ...(['february_28', 'march_1'] as const).map((leapDay) =>
    scene(
      `In other years a leap day is kept on ${leapDay}; today is 28 February 2023`,
      guestsBy('birthday', {
        '28 February': '1990-02-28',
        '29 February': '1996-02-29',
        '1 March': '1990-03-01',
      }),
      leapDay === 'february_28'
        ? [
            birthday(
              'anniversary_within_next',
              { days: 1 },
              ['28 February', '29 February'],
              `whose birthday has its anniversary today${berlin}`,
            ),
            birthday(
              'anniversary_within_next',
              { days: 2 },
              ['28 February', '29 February', '1 March'],
              `whose birthday has its anniversary in the next 2 days including today${berlin}`,
            ),
            birthday(
              'anniversary_within_last',
              { days: 1 },
              ['28 February', '29 February'],
              `whose birthday has its anniversary today${berlin}`,
            ),
          ]
        : [
            birthday(
              'anniversary_within_next',
              { days: 1 },
              ['28 February'],
              `whose birthday has its anniversary today${berlin}`,
            ),
            birthday(
              'anniversary_within_next',
              { days: 2 },
              ['28 February', '29 February', '1 March'],
              `whose birthday has its anniversary in the next 2 days including today${berlin}`,
            ),
            birthday(
              'anniversary_within_last',
              { days: 1 },
              ['28 February'],
              `whose birthday has its anniversary today${berlin}`,
            ),
          ],
      { asOf: '2023-02-28T11:00:00.000000Z', leapDay },
    ),
  ),
  scene(
    'In a leap year it is kept on its own day; today is 28 February 2024',
    guestsBy('birthday', {
      '28 February': '1990-02-28',
      '29 February': '1996-02-29',
      '1 March': '1990-03-01',
    }),
    [
      birthday(
        'anniversary_within_next',
        { days: 1 },
        ['28 February'],
        `whose birthday has its anniversary today${berlin}`,
      ),
      birthday(
        'anniversary_within_next',
        { days: 2 },
        ['28 February', '29 February'],
        `whose birthday has its anniversary in the next 2 days including today${berlin}`,
      ),
      birthday(
        'anniversary_within_next',
        { days: 3 },
        ['28 February', '29 February', '1 March'],
        `whose birthday has its anniversary in the next 3 days including today${berlin}`,
      ),
    ],
    { asOf: '2024-02-28T11:00:00.000000Z', leapDay: 'march_1' },
  ),
];
