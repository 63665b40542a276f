/** Other dates and datetimes in the place of a literal. */

import type { Value } from '../../../../src/rule-language/rule.js';
import { allBut, asking, berlin, everybody, scene } from '../scene.js';

const due = asking('due');
const birthday = asking('birthday');
const seen = asking('seen');
const the = (field: string, more: object = {}): Value => ({ field, ...more });

export const dateReferences = [
  scene(
    'Dates against dates and datetimes: by local date where either is a date',
    {
      'on the day': {
        birthday: '2024-06-13',
        due: '2024-06-13',
        seen: '2024-06-12T22:00:00Z',
        promised: '2024-06-12T22:00:00Z',
      },
      'a day late': {
        birthday: '2024-06-13',
        due: '2024-06-12',
        seen: '2024-06-12T22:00:00Z',
        promised: '2024-06-12T21:59:59.999999Z',
      },
      'no due date': { birthday: '2024-06-13', seen: '2024-06-12T22:00:00Z' },
      'never seen': { due: '2024-06-13', promised: '2024-06-12T22:00:00Z' },
      'the end of time': { birthday: 'infinity', due: 'infinity', seen: 'infinity', promised: 'infinity' },
    },
    [
      birthday('on', the('due'), ['on the day'], 'whose birthday is on due'),
      birthday(
        'not_on',
        the('due'),
        allBut('on the day'),
        'whose birthday is not on due (or either is missing)',
      ),
      birthday('after', the('due'), ['a day late'], 'whose birthday is after due'),
      birthday('on_or_after', the('due'), ['on the day', 'a day late'], 'whose birthday is on or after due'),
      due('before', the('birthday'), ['a day late'], 'whose due is before birthday'),
      due(
        'on_or_before',
        the('seen'),
        ['on the day', 'a day late'],
        `whose due is on or before the day of seen${berlin}`,
      ),
      due('on', the('seen'), ['on the day'], `whose due is on the day of seen${berlin}`),
      seen('on', the('due'), ['on the day'], `whose seen is on due${berlin}`),
      seen('equals', the('due'), ['on the day'], `whose seen is on due${berlin}`),
      seen('after', the('due'), ['a day late'], `whose seen is after due${berlin}`),
      seen('equals', the('promised'), ['on the day'], 'whose seen is the same as promised'),
      seen(
        'not_equals',
        the('promised'),
        allBut('on the day'),
        'whose seen is not the same as promised (or either is missing)',
      ),
      seen('after', the('promised'), ['a day late'], 'whose seen is after promised'),
      seen('on_or_before', the('promised'), ['on the day'], 'whose seen is at or before promised'),
      seen(
        'between',
        [the('promised'), the('promised', { plus: { hours: 1 } })],
        ['on the day', 'a day late'],
        'whose seen is from promised up to and including 1 hour after promised',
      ),
      seen(
        'between',
        ['2024-06-13', the('due')],
        ['on the day'],
        `whose seen is from 13 June 2024 up to and including due${berlin}`,
      ),
      seen(
        'not_between',
        [the('due', { plus: { days: 1 } }), the('due')],
        everybody,
        `whose seen is before 1 day after due or after due (or any of them is missing)${berlin}`,
      ),
      asking('seen.date')('on', the('due'), ['on the day'], `whose date of seen is on due${berlin}`),
    ],
  ),
];
