/** What is missing: blanks, and dates without an end. */

import { allBut, asking, berlin, guestsBy, scene } from '../scene.js';

const city = asking('city');
const due = asking('due');
const seen = asking('seen');
const registered = asking('registered');

export const missing = [
  scene(
    'Blank texts are those of Unicode White_Space alone',
    guestsBy('city', {
      'control characters': '\t\n\v\f\r',
      'next line': '\u0085',
      'no-break space': '\u00a0',
      ogham: '\u1680',
      'em and hair space': '\u2003\u200a',
      'line and paragraph separator': '\u2028\u2029',
      'narrow no-break space': '\u202f',
      'mathematical space': '\u205f',
      'ideographic space': '\u3000',
      'zero-width space': '\u200b',
      'word joiner': '\u2060',
      'byte order mark': '\ufeff',
      'Mongolian vowel separator': '\u180e',
      'braille blank': '\u2800',
    }),
    [
      city(
        'is_not_empty',
        undefined,
        ['zero-width space', 'word joiner', 'byte order mark', 'Mongolian vowel separator', 'braille blank'],
        'whose city is known',
      ),
    ],
  ),
  scene(
    'Dates and datetimes without an end',
    {
      present: { due: '2024-06-12', seen: '2024-06-12T10:00:00Z', registered: '2024-06-12T10:00:00' },
      'the end of time': { due: 'infinity', seen: 'infinity', registered: 'infinity' },
      'the beginning of time': { due: '-infinity', seen: '-infinity', registered: '-infinity' },
      nothing: {},
    },
    [
      due('is_empty', undefined, allBut('present'), 'whose due is missing'),
      due('is_not_empty', undefined, ['present'], 'whose due is known'),
      seen('is_empty', undefined, allBut('present'), 'whose seen is missing'),
      seen('is_not_empty', undefined, ['present'], 'whose seen is known'),
      registered('is_empty', undefined, allBut('present'), 'whose registered is missing'),
      asking('registered.date')(
        'is_empty',
        undefined,
        allBut('present'),
        `whose date of registered is missing${berlin}`,
      ),
      due('after', '1900-01-01', ['present'], 'whose due is after 1 January 1900'),
      due('before', '2900-01-01', ['present'], 'whose due is before 1 January 2900'),
      seen('on_or_after', '1900-01-01', ['present'], `whose seen is on or after 1 January 1900${berlin}`),
      seen('ago_at_least', { days: 0 }, ['present'], `whose seen is today or earlier${berlin}`),
      seen('ahead_at_least', { hours: 0 }, ['present'], 'whose seen is now or later'),
      registered(
        'on_or_before',
        '2900-01-01',
        ['present'],
        `whose registered is on or before 1 January 2900${berlin}`,
      ),
    ],
  ),
];
