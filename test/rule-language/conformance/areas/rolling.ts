/** Durations that roll with the clock. */

import { allBut, asking, guestsBy, scene } from '../scene.js';

const seen = asking('seen');

export const rolling = [
  scene(
    'Seconds, minutes and hours roll',
    guestsBy('seen', {
      'a microsecond more than 48 hours ago': '2024-06-10T09:59:59.999999Z',
      '48 hours ago': '2024-06-10T10:00:00Z',
      'a microsecond less than 48 hours ago': '2024-06-10T10:00:00.000001Z',
      '24 hours ago': '2024-06-11T10:00:00Z',
      'a microsecond ago': '2024-06-12T09:59:59.999999Z',
      now: '2024-06-12T10:00:00Z',
      'in a microsecond': '2024-06-12T10:00:00.000001Z',
      'in a microsecond less than 48 hours': '2024-06-14T09:59:59.999999Z',
      'in 48 hours': '2024-06-14T10:00:00Z',
      never: null,
    }),
    [
      seen(
        'within_last',
        { hours: 48 },
        ['a microsecond less than 48 hours ago', '24 hours ago', 'a microsecond ago', 'now'],
        'whose seen is less than 48 hours ago',
      ),
      seen(
        'not_within_last',
        { hours: 48 },
        allBut('a microsecond less than 48 hours ago', '24 hours ago', 'a microsecond ago', 'now'),
        'whose seen is not less than 48 hours ago (or is missing)',
      ),
      seen(
        'within_last',
        { minutes: 1440 },
        ['a microsecond ago', 'now'],
        'whose seen is less than 1,440 minutes ago',
      ),
      seen(
        'within_last',
        { seconds: 1 },
        ['a microsecond ago', 'now'],
        'whose seen is less than 1 second ago',
      ),
      seen(
        'within_next',
        { hours: 48 },
        ['now', 'in a microsecond', 'in a microsecond less than 48 hours'],
        'whose seen is less than 48 hours from now',
      ),
      seen(
        'not_within_next',
        { hours: 48 },
        allBut('now', 'in a microsecond', 'in a microsecond less than 48 hours'),
        'whose seen is not less than 48 hours from now (or is missing)',
      ),
      seen(
        'within_next',
        { minutes: 1 },
        ['now', 'in a microsecond'],
        'whose seen is less than 1 minute from now',
      ),
      seen(
        'within_next',
        { seconds: 172_801 },
        ['now', 'in a microsecond', 'in a microsecond less than 48 hours', 'in 48 hours'],
        'whose seen is less than 172,801 seconds from now',
      ),
      seen(
        'ago_at_least',
        { hours: 48 },
        ['a microsecond more than 48 hours ago', '48 hours ago'],
        'whose seen is 48 hours ago or earlier',
      ),
      seen(
        'ago_at_least',
        { seconds: 0 },
        allBut('in a microsecond', 'in a microsecond less than 48 hours', 'in 48 hours', 'never'),
        'whose seen is now or earlier',
      ),
      seen('ahead_at_least', { hours: 48 }, ['in 48 hours'], 'whose seen is 48 hours from now or later'),
      seen(
        'ahead_at_least',
        { minutes: 0 },
        ['now', 'in a microsecond', 'in a microsecond less than 48 hours', 'in 48 hours'],
        'whose seen is now or later',
      ),
      seen(
        'ago_between',
        [{ hours: 24 }, { hours: 48 }],
        ['48 hours ago', 'a microsecond less than 48 hours ago', '24 hours ago'],
        'whose seen is from 48 hours ago up to and including 24 hours ago',
      ),
      seen(
        'ago_between',
        [{ seconds: 0 }, { minutes: 1 }],
        ['a microsecond ago', 'now'],
        'whose seen is from 1 minute ago up to and including now',
      ),
    ],
  ),
];
