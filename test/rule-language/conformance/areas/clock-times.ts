/** Hours of the day and days of the week. */

import { allBut, asking, berlin, guestsBy, scene } from '../scene.js';

const birthday = asking('birthday');
const seen = asking('seen');

export const clockTimes = [
  scene(
    'Hours, from the first to before the last, on the local clock',
    guestsBy('seen', {
      '10:59:59.999999': '2024-06-12T08:59:59.999999Z',
      '11:00': '2024-06-12T09:00:00Z',
      '13:59:59.999999': '2024-06-12T11:59:59.999999Z',
      '14:00': '2024-06-12T12:00:00Z',
      '22:00': '2024-06-12T20:00:00Z',
      midnight: '2024-06-11T22:00:00Z',
      '05:59 in winter': '2024-01-10T04:59:00Z',
      never: null,
    }),
    [
      seen(
        'hour_between',
        [11, 14],
        ['11:00', '13:59:59.999999'],
        `whose seen is at a time from 11:00 to before 14:00${berlin}`,
      ),
      seen(
        'not_hour_between',
        [11, 14],
        allBut('11:00', '13:59:59.999999'),
        `whose seen is not at a time from 11:00 to before 14:00 (or is missing)${berlin}`,
      ),
      seen(
        'hour_between',
        ['13:59', '14:01'],
        ['13:59:59.999999', '14:00'],
        `whose seen is at a time from 13:59 to before 14:01${berlin}`,
      ),
      seen(
        'hour_between',
        [22, 6],
        ['22:00', 'midnight', '05:59 in winter'],
        `whose seen is at a time from 22:00 through midnight to before 06:00${berlin}`,
      ),
      seen(
        'hour_between',
        [22, 24],
        ['22:00'],
        `whose seen is at a time from 22:00 to before 24:00${berlin}`,
      ),
      seen(
        'hour_between',
        [0, 6],
        ['midnight', '05:59 in winter'],
        `whose seen is at a time from 00:00 to before 06:00${berlin}`,
      ),
      seen('hour_between', [22, 0], ['22:00'], `whose seen is at a time from 22:00 to before 24:00${berlin}`),
      seen(
        'hour_between',
        [0, 24],
        allBut('never'),
        `whose seen is at a time from 00:00 to before 24:00${berlin}`,
      ),
      asking('seen.hour')('equals', 13, ['13:59:59.999999'], `whose hour of seen is 13${berlin}`),
      asking('seen.hour')(
        'between',
        [11, 14],
        ['11:00', '13:59:59.999999', '14:00'],
        `whose hour of seen is at least 11 and at most 14${berlin}`,
      ),
      asking('seen.hour')('is_empty', undefined, ['never'], `whose hour of seen is missing${berlin}`),
    ],
  ),
  scene(
    'Weekdays',
    {
      'Sunday’s last microsecond': { birthday: '2024-06-09', seen: '2024-06-09T21:59:59.999999Z' },
      'Monday’s first': { birthday: '2024-06-10', seen: '2024-06-09T22:00:00Z' },
      'a Saturday': { birthday: '2024-06-08', seen: '2024-06-08T12:00:00Z' },
      neither: {},
    },
    [
      birthday('weekday_in', ['sunday'], ['Sunday’s last microsecond'], 'whose birthday is on a Sunday'),
      birthday(
        'weekday_in',
        ['monday', 'saturday'],
        ['Monday’s first', 'a Saturday'],
        'whose birthday is on a Monday or Saturday',
      ),
      birthday(
        'not_weekday_in',
        ['saturday', 'sunday'],
        ['Monday’s first', 'neither'],
        'whose birthday is not on a Saturday or Sunday (or is missing)',
      ),
      birthday(
        'weekday_in',
        ['tuesday', 'wednesday', 'thursday', 'friday'],
        [],
        'whose birthday is on a Tuesday, Wednesday, Thursday or Friday',
      ),
      seen('weekday_in', ['sunday'], ['Sunday’s last microsecond'], `whose seen is on a Sunday${berlin}`),
      seen('weekday_in', ['monday'], ['Monday’s first'], `whose seen is on a Monday${berlin}`),
      seen(
        'not_weekday_in',
        ['sunday'],
        allBut('Sunday’s last microsecond'),
        `whose seen is not on a Sunday (or is missing)${berlin}`,
      ),
      asking('seen.weekday')(
        'equals',
        'monday',
        ['Monday’s first'],
        `whose weekday of seen is monday${berlin}`,
      ),
      asking('seen.weekday')(
        'not_in_list',
        ['saturday', 'sunday'],
        ['Monday’s first', 'neither'],
        `whose weekday of seen is neither saturday nor sunday (or is missing)${berlin}`,
      ),
      asking('seen.date')(
        'on',
        '2024-06-09',
        ['Sunday’s last microsecond'],
        `whose date of seen is on 9 June 2024${berlin}`,
      ),
    ],
  ),
];
