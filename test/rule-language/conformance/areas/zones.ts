/** Days that are shorter or longer than 24 hours. */

import { allBut, asking, berlin, guestsBy, nobody, scene } from '../scene.js';

const seen = asking('seen');

export const zones = [
  scene(
    'Berlin goes forward from 02:00 to 03:00; now it is 14:00',
    guestsBy('seen', {
      'the last microsecond of 30 March': '2024-03-30T22:59:59.999999Z',
      'the day begins': '2024-03-30T23:00:00Z',
      '01:59:59.999999': '2024-03-31T00:59:59.999999Z',
      '03:00, a microsecond later': '2024-03-31T01:00:00Z',
      'the last microsecond of the day': '2024-03-31T21:59:59.999999Z',
      '1 April begins': '2024-03-31T22:00:00Z',
    }),
    [
      seen(
        'on',
        '2024-03-31',
        allBut('the last microsecond of 30 March', '1 April begins'),
        `whose seen is on 31 March 2024${berlin}`,
      ),
      seen(
        'within_last',
        { days: 1 },
        allBut('the last microsecond of 30 March', '1 April begins'),
        `whose seen is today${berlin}`,
      ),
      seen(
        'within_last',
        { hours: 24 },
        allBut('the last microsecond of the day', '1 April begins'),
        'whose seen is less than 24 hours ago',
      ),
      seen(
        'ago_at_least',
        { hours: 13 },
        ['the last microsecond of 30 March', 'the day begins'],
        'whose seen is 13 hours ago or earlier',
      ),
      seen('hour_between', [2, 3], nobody, `whose seen is at a time from 02:00 to before 03:00${berlin}`),
      seen(
        'hour_between',
        ['01:59', '03:01'],
        ['01:59:59.999999', '03:00, a microsecond later'],
        `whose seen is at a time from 01:59 to before 03:01${berlin}`,
      ),
      asking('seen.hour')('equals', 3, ['03:00, a microsecond later'], `whose hour of seen is 3${berlin}`),
      seen('in_period', 'tomorrow', ['1 April begins'], `whose seen is tomorrow${berlin}`),
      seen(
        'in_period',
        'this_month',
        allBut('1 April begins'),
        `whose seen is in the current calendar month${berlin}`,
      ),
    ],
    { asOf: '2024-03-31T12:00:00.000000Z' },
  ),
  scene(
    'Berlin goes back from 03:00 to 02:00; now it is 13:00',
    guestsBy('seen', {
      'the last microsecond of 26 October': '2024-10-26T21:59:59.999999Z',
      'the day begins': '2024-10-26T22:00:00Z',
      '02:30 for the first time': '2024-10-27T00:30:00Z',
      '02:30 for the second time': '2024-10-27T01:30:00Z',
      '03:00': '2024-10-27T02:00:00Z',
      'the last microsecond of the day': '2024-10-27T22:59:59.999999Z',
      '28 October begins': '2024-10-27T23:00:00Z',
    }),
    [
      seen(
        'on',
        '2024-10-27',
        allBut('the last microsecond of 26 October', '28 October begins'),
        `whose seen is on 27 October 2024${berlin}`,
      ),
      seen(
        'within_next',
        { days: 1 },
        allBut('the last microsecond of 26 October', '28 October begins'),
        `whose seen is today${berlin}`,
      ),
      seen(
        'hour_between',
        [2, 3],
        ['02:30 for the first time', '02:30 for the second time'],
        `whose seen is at a time from 02:00 to before 03:00${berlin}`,
      ),
      asking('seen.hour')(
        'equals',
        2,
        ['02:30 for the first time', '02:30 for the second time'],
        `whose hour of seen is 2${berlin}`,
      ),
      seen(
        'equals',
        '2024-10-27T02:30:00+01:00',
        ['02:30 for the second time'],
        `whose seen is exactly 27 October 2024 at 02:30 UTC+01:00${berlin}`,
      ),
      seen(
        'within_last',
        { hours: 12 },
        ['02:30 for the first time', '02:30 for the second time', '03:00'],
        'whose seen is less than 12 hours ago',
      ),
      seen('after', '2024-10-27', ['28 October begins'], `whose seen is after 27 October 2024${berlin}`),
      seen(
        'in_period',
        'next_week',
        ['28 October begins'],
        `whose seen is in the next calendar week${berlin}`,
      ),
    ],
    { asOf: '2024-10-27T12:00:00.000000Z' },
  ),
  scene(
    'Havana goes back from 01:00 to 00:00: the day has two midnights; now it is 00:30 for the second time',
    guestsBy('seen', {
      'the last microsecond of 2 November': '2024-11-03T03:59:59.999999Z',
      'the first midnight': '2024-11-03T04:00:00Z',
      '00:30 for the first time': '2024-11-03T04:30:00Z',
      'the second midnight': '2024-11-03T05:00:00Z',
      '01:00': '2024-11-03T06:00:00Z',
      'the last microsecond of the day': '2024-11-04T04:59:59.999999Z',
      '4 November begins': '2024-11-04T05:00:00Z',
    }),
    [
      seen(
        'on',
        '2024-11-03',
        allBut('the last microsecond of 2 November', '4 November begins'),
        'whose seen is on 3 November 2024 – time zone America/Havana',
      ),
      seen(
        'not_on',
        '2024-11-03',
        ['the last microsecond of 2 November', '4 November begins'],
        'whose seen is not on 3 November 2024 (or is missing) – time zone America/Havana',
      ),
      seen(
        'on_or_after',
        '2024-11-03',
        allBut('the last microsecond of 2 November'),
        'whose seen is on or after 3 November 2024 – time zone America/Havana',
      ),
      seen(
        'before',
        '2024-11-03',
        ['the last microsecond of 2 November'],
        'whose seen is before 3 November 2024 – time zone America/Havana',
      ),
      seen(
        'in_period',
        'today',
        allBut('the last microsecond of 2 November', '4 November begins'),
        'whose seen is today – time zone America/Havana',
      ),
      seen(
        'in_period',
        'yesterday',
        ['the last microsecond of 2 November'],
        'whose seen is yesterday – time zone America/Havana',
      ),
      seen(
        'within_last',
        { days: 1 },
        allBut('the last microsecond of 2 November', '4 November begins'),
        'whose seen is today – time zone America/Havana',
      ),
      seen('within_last', { hours: 1 }, ['the second midnight'], 'whose seen is less than 1 hour ago'),
      seen(
        'ago_at_least',
        { days: 1 },
        ['the last microsecond of 2 November'],
        'whose seen is 1 day before today or earlier – time zone America/Havana',
      ),
      seen(
        'ahead_at_least',
        { days: 1 },
        ['4 November begins'],
        'whose seen is 1 day after today or later – time zone America/Havana',
      ),
      seen(
        'hour_between',
        [0, 1],
        ['the first midnight', '00:30 for the first time', 'the second midnight', '4 November begins'],
        'whose seen is at a time from 00:00 to before 01:00 – time zone America/Havana',
      ),
      seen(
        'weekday_in',
        ['sunday'],
        allBut('the last microsecond of 2 November', '4 November begins'),
        'whose seen is on a Sunday – time zone America/Havana',
      ),
      asking('seen.date')(
        'on',
        '2024-11-03',
        allBut('the last microsecond of 2 November', '4 November begins'),
        'whose date of seen is on 3 November 2024 – time zone America/Havana',
      ),
    ],
    { asOf: '2024-11-03T05:30:00.000000Z', zone: 'America/Havana' },
  ),
];
