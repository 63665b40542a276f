/** References that are moved by a duration. */

import type { Value } from '../../../../src/rule-language/rule.js';
import { asking, berlin, nobody, scene } from '../scene.js';

const due = asking('due');
const birthday = asking('birthday');
const seen = asking('seen');
const promised = asking('promised');
const west = ' – time zone America/Los_Angeles';
const the = (field: string, more: object = {}): Value => ({ field, ...more });

export const movedReferences = [
  scene(
    'Dates are nobody’s local time: west of Greenwich they move by whole days as well',
    {
      'a day later': { birthday: '2024-06-12', due: '2024-06-13', seen: '2024-06-13T07:00:00Z' },
      'the same day': { birthday: '2024-06-13', due: '2024-06-13', seen: '2024-06-13T06:59:59.999999Z' },
    },
    [
      due(
        'on',
        the('birthday', { plus: { days: 1 } }),
        ['a day later'],
        'whose due is on 1 day after birthday',
      ),
      due('on', the('birthday'), ['the same day'], 'whose due is on birthday'),
      due('on', the('seen'), ['a day later'], `whose due is on the day of seen${west}`),
      due('weekday_in', ['thursday'], ['a day later', 'the same day'], 'whose due is on a Thursday'),
      birthday(
        'anniversary_in_month',
        6,
        ['a day later', 'the same day'],
        'whose birthday has its anniversary in June',
      ),
      birthday(
        'anniversary_within_next',
        { days: 1 },
        ['a day later'],
        `whose birthday has its anniversary today${west}`,
      ),
    ],
    { asOf: '2024-06-13T03:00:00.000000Z', zone: 'America/Los_Angeles' },
  ),
  scene(
    'Days move on the local calendar, hours by the clock that ticks on',
    {
      'noon to noon, 23 hours later': { seen: '2024-03-30T11:00:00Z', promised: '2024-03-31T10:00:00Z' },
      '24 hours later': { seen: '2024-03-30T11:00:00Z', promised: '2024-03-31T11:00:00Z' },
      'never promised': { seen: '2024-03-30T11:00:00Z' },
    },
    [
      promised(
        'equals',
        the('seen', { plus: { days: 1 } }),
        ['noon to noon, 23 hours later'],
        `whose promised is the same as 1 day after seen${berlin}`,
      ),
      promised(
        'equals',
        the('seen', { plus: { hours: 24 } }),
        ['24 hours later'],
        'whose promised is the same as 24 hours after seen',
      ),
      promised(
        'equals',
        the('seen', { plus: { minutes: 1380 } }),
        ['noon to noon, 23 hours later'],
        'whose promised is the same as 1,380 minutes after seen',
      ),
      promised(
        'equals',
        the('seen', { plus: { seconds: 86_400 } }),
        ['24 hours later'],
        'whose promised is the same as 86,400 seconds after seen',
      ),
      seen(
        'equals',
        the('promised', { minus: { days: 1 } }),
        ['noon to noon, 23 hours later'],
        `whose seen is the same as 1 day before promised${berlin}`,
      ),
      seen(
        'equals',
        the('promised', { minus: { hours: 24 } }),
        ['24 hours later'],
        'whose seen is the same as 24 hours before promised',
      ),
      promised(
        'before',
        the('seen', { plus: { hours: 24 } }),
        ['noon to noon, 23 hours later'],
        'whose promised is before 24 hours after seen',
      ),
      promised(
        'on_or_after',
        the('seen', { plus: { days: 1 } }),
        ['noon to noon, 23 hours later', '24 hours later'],
        `whose promised is at or after 1 day after seen${berlin}`,
      ),
    ],
  ),
  scene(
    'Months, quarters and years that are added end with their month',
    {
      'a month later': { birthday: '2024-01-31', due: '2024-02-29' },
      'a quarter later': { birthday: '2023-11-30', due: '2024-02-29' },
      'a year later': { birthday: '2024-02-29', due: '2025-02-28' },
      'two weeks later': { birthday: '2024-02-20', due: '2024-03-05' },
    },
    [
      due(
        'on',
        the('birthday', { plus: { months: 1 } }),
        ['a month later'],
        'whose due is on 1 month after birthday',
      ),
      due(
        'on',
        the('birthday', { plus: { quarters: 1 } }),
        ['a quarter later'],
        'whose due is on 1 quarter after birthday',
      ),
      due(
        'on',
        the('birthday', { plus: { years: 1 } }),
        ['a year later'],
        'whose due is on 1 year after birthday',
      ),
      due(
        'on',
        the('birthday', { plus: { weeks: 2 } }),
        ['two weeks later'],
        'whose due is on 2 weeks after birthday',
      ),
      birthday(
        'on',
        the('due', { minus: { quarters: 1 } }),
        nobody,
        'whose birthday is on 1 quarter before due',
      ),
      birthday(
        'on',
        the('due', { minus: { weeks: 2 } }),
        ['two weeks later'],
        'whose birthday is on 2 weeks before due',
      ),
      due(
        'between',
        [the('birthday', { plus: { days: 29 } }), the('birthday', { plus: { months: 3 } })],
        ['a month later', 'a quarter later'],
        'whose due is from 29 days after birthday up to and including 3 months after birthday',
      ),
    ],
  ),
];
