/** Days that begin late or are not there at all, and an odd offset. */

import { allBut, asking, everybody, guestsBy, nobody, scene } from '../scene.js';

const seen = asking('seen');

export const oddZones = [
  scene(
    'Havana goes forward from 00:00 to 01:00: the day begins at one',
    guestsBy('seen', {
      'the last microsecond of 9 March': '2024-03-10T04:59:59.999999Z',
      'the day begins': '2024-03-10T05:00:00Z',
      'the last microsecond of the day': '2024-03-11T03:59:59.999999Z',
      '11 March begins': '2024-03-11T04:00:00Z',
    }),
    [
      seen(
        'on',
        '2024-03-10',
        ['the day begins', 'the last microsecond of the day'],
        'whose seen is on 10 March 2024 – time zone America/Havana',
      ),
      seen(
        'within_next',
        { days: 1 },
        ['the day begins', 'the last microsecond of the day'],
        'whose seen is today – time zone America/Havana',
      ),
      seen(
        'on_or_before',
        '2024-03-09',
        ['the last microsecond of 9 March'],
        'whose seen is on or before 9 March 2024 – time zone America/Havana',
      ),
      seen(
        'hour_between',
        [0, 1],
        ['11 March begins'],
        'whose seen is at a time from 00:00 to before 01:00 – time zone America/Havana',
      ),
      seen(
        'hour_between',
        [1, 2],
        ['the day begins'],
        'whose seen is at a time from 01:00 to before 02:00 – time zone America/Havana',
      ),
      seen('in_period', 'tomorrow', ['11 March begins'], 'whose seen is tomorrow – time zone America/Havana'),
    ],
    { asOf: '2024-03-10T12:00:00.000000Z', zone: 'America/Havana' },
  ),
  scene(
    'Apia skipped 30 December 2011; now it is 02:00 on the 31st',
    guestsBy('seen', {
      'the last microsecond of the 28th': '2011-12-29T09:59:59.999999Z',
      'the 29th begins': '2011-12-29T10:00:00Z',
      'the last microsecond of the 29th': '2011-12-30T09:59:59.999999Z',
      'the 31st begins': '2011-12-30T10:00:00Z',
      'the last microsecond of the 31st': '2011-12-31T09:59:59.999999Z',
    }),
    [
      seen('on', '2011-12-30', nobody, 'whose seen is on 30 December 2011 – time zone Pacific/Apia'),
      seen(
        'not_on',
        '2011-12-30',
        everybody,
        'whose seen is not on 30 December 2011 (or is missing) – time zone Pacific/Apia',
      ),
      seen('in_period', 'yesterday', nobody, 'whose seen is yesterday – time zone Pacific/Apia'),
      seen(
        'in_period',
        'today',
        ['the 31st begins', 'the last microsecond of the 31st'],
        'whose seen is today – time zone Pacific/Apia',
      ),
      seen(
        'before',
        '2011-12-30',
        allBut('the 31st begins', 'the last microsecond of the 31st'),
        'whose seen is before 30 December 2011 – time zone Pacific/Apia',
      ),
      seen(
        'on_or_after',
        '2011-12-30',
        ['the 31st begins', 'the last microsecond of the 31st'],
        'whose seen is on or after 30 December 2011 – time zone Pacific/Apia',
      ),
      seen(
        'between',
        ['2011-12-29', '2011-12-30'],
        ['the 29th begins', 'the last microsecond of the 29th'],
        'whose seen is from 29 December 2011 up to and including 30 December 2011 – time zone Pacific/Apia',
      ),
      seen(
        'within_last',
        { days: 2 },
        ['the 31st begins', 'the last microsecond of the 31st'],
        'whose seen is in the last 2 days including today – time zone Pacific/Apia',
      ),
      seen(
        'within_last',
        { days: 3 },
        allBut('the last microsecond of the 28th'),
        'whose seen is in the last 3 days including today – time zone Pacific/Apia',
      ),
      seen(
        'ago_at_least',
        { days: 2 },
        allBut('the 31st begins', 'the last microsecond of the 31st'),
        'whose seen is 2 days before today or earlier – time zone Pacific/Apia',
      ),
    ],
    { asOf: '2011-12-30T12:00:00.000000Z', zone: 'Pacific/Apia' },
  ),
  scene(
    'Kathmandu is 5:45 ahead; now 1 March 2024 begins',
    guestsBy('seen', {
      'the leap day begins': '2024-02-28T18:15:00Z',
      'its last microsecond': '2024-02-29T18:14:59.999999Z',
      now: '2024-02-29T18:15:00Z',
    }),
    [
      seen(
        'in_period',
        'yesterday',
        ['the leap day begins', 'its last microsecond'],
        'whose seen is yesterday – time zone Asia/Kathmandu',
      ),
      seen('within_last', { days: 1 }, ['now'], 'whose seen is today – time zone Asia/Kathmandu'),
      seen(
        'within_last',
        { months: 1 },
        everybody,
        'whose seen is in the last 1 month including today – time zone Asia/Kathmandu',
      ),
      seen(
        'on_or_after',
        '2024-03-01',
        ['now'],
        'whose seen is on or after 1 March 2024 – time zone Asia/Kathmandu',
      ),
      asking('seen.hour')(
        'in_list',
        [0, 23],
        everybody,
        'whose hour of seen is 0 or 23 – time zone Asia/Kathmandu',
      ),
      seen(
        'anniversary_within_last',
        { days: 2 },
        everybody,
        'whose seen has its anniversary in the last 2 days including today – time zone Asia/Kathmandu',
      ),
    ],
    { asOf: '2024-02-29T18:15:00.000000Z', zone: 'Asia/Kathmandu' },
  ),
];
