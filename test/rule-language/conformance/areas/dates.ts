/** Dates and datetimes against literals. */

import { allBut, asking, berlin, guestsBy, is, row, scene } from '../scene.js';

const birthday = asking('birthday');
const seen = asking('seen');
const registered = asking('registered');

export const dates = [
  scene(
    'Dates against dates',
    guestsBy('birthday', {
      'the day before': '2024-02-28',
      'the day': '2024-02-29',
      'the day after': '2024-03-01',
      'the year after': '2025-02-28',
      'no birthday': null,
      'the end of time': 'infinity',
    }),
    [
      birthday('on', '2024-02-29', ['the day'], 'whose birthday is on 29 February 2024'),
      birthday(
        'not_on',
        '2024-02-29',
        allBut('the day'),
        'whose birthday is not on 29 February 2024 (or is missing)',
      ),
      birthday('before', '2024-02-29', ['the day before'], 'whose birthday is before 29 February 2024'),
      birthday(
        'after',
        '2024-02-29',
        ['the day after', 'the year after'],
        'whose birthday is after 29 February 2024',
      ),
      birthday(
        'on_or_before',
        '2024-02-29',
        ['the day before', 'the day'],
        'whose birthday is on or before 29 February 2024',
      ),
      birthday(
        'on_or_after',
        '2024-02-29',
        ['the day', 'the day after', 'the year after'],
        'whose birthday is on or after 29 February 2024',
      ),
      birthday(
        'between',
        ['2024-02-29', '2024-03-01'],
        ['the day', 'the day after'],
        'whose birthday is from 29 February 2024 up to and including 1 March 2024',
      ),
      birthday(
        'between',
        ['2024-02-29', '2024-02-29'],
        ['the day'],
        'whose birthday is from 29 February 2024 up to and including 29 February 2024',
      ),
      birthday(
        'not_between',
        ['2024-02-29', '2024-03-01'],
        allBut('the day', 'the day after'),
        'whose birthday is before 29 February 2024 or after 1 March 2024 (or is missing)',
      ),
      row(is('birthday', 'equals', '2024-02-29'), ['the day'], 'whose birthday is on 29 February 2024'),
      row(
        is('birthday', 'not_equals', '2024-02-29'),
        allBut('the day'),
        'whose birthday is not on 29 February 2024 (or is missing)',
      ),
      row(
        is('birthday', 'greater_than', '2024-02-29'),
        ['the day after', 'the year after'],
        'whose birthday is after 29 February 2024',
      ),
      row(
        is('birthday', 'less_than_or_equal', '2024-02-29'),
        ['the day before', 'the day'],
        'whose birthday is on or before 29 February 2024',
      ),
    ],
  ),
  scene(
    'Datetimes against dates and moments',
    guestsBy('seen', {
      'one microsecond before the day': '2024-06-11T21:59:59.999999Z',
      'the start of the day': '2024-06-11T22:00:00Z',
      'one microsecond before noon': '2024-06-12T09:59:59.999999Z',
      noon: '2024-06-12T10:00:00Z',
      'one microsecond after noon': '2024-06-12T10:00:00.000001Z',
      'the last microsecond of the day': '2024-06-12T21:59:59.999999Z',
      'the start of the next day': '2024-06-12T22:00:00Z',
      never: null,
    }),
    [
      seen(
        'on',
        '2024-06-12',
        allBut('one microsecond before the day', 'the start of the next day', 'never'),
        `whose seen is on 12 June 2024${berlin}`,
      ),
      seen(
        'not_on',
        '2024-06-12',
        ['one microsecond before the day', 'the start of the next day', 'never'],
        `whose seen is not on 12 June 2024 (or is missing)${berlin}`,
      ),
      seen(
        'before',
        '2024-06-12',
        ['one microsecond before the day'],
        `whose seen is before 12 June 2024${berlin}`,
      ),
      seen('after', '2024-06-12', ['the start of the next day'], `whose seen is after 12 June 2024${berlin}`),
      seen(
        'on_or_before',
        '2024-06-12',
        allBut('the start of the next day', 'never'),
        `whose seen is on or before 12 June 2024${berlin}`,
      ),
      seen(
        'on_or_after',
        '2024-06-12',
        allBut('one microsecond before the day', 'never'),
        `whose seen is on or after 12 June 2024${berlin}`,
      ),
      seen(
        'between',
        ['2024-06-11', '2024-06-12'],
        allBut('the start of the next day', 'never'),
        `whose seen is from 11 June 2024 up to and including 12 June 2024${berlin}`,
      ),
      seen(
        'between',
        ['2024-06-13', '2024-06-14'],
        ['the start of the next day'],
        `whose seen is from 13 June 2024 up to and including 14 June 2024${berlin}`,
      ),
      seen(
        'not_between',
        ['2024-06-12', '2024-06-13'],
        ['one microsecond before the day', 'never'],
        `whose seen is before 12 June 2024 or after 13 June 2024 (or is missing)${berlin}`,
      ),
      seen(
        'equals',
        '2024-06-12T12:00:00+02:00',
        ['noon'],
        `whose seen is exactly 12 June 2024 at 12:00${berlin}`,
      ),
      seen(
        'equals',
        '2024-06-12T10:00:00.000001Z',
        ['one microsecond after noon'],
        `whose seen is exactly 12 June 2024 at 12:00:00.000001${berlin}`,
      ),
      seen(
        'not_equals',
        '2024-06-12T15:45:00+05:45',
        allBut('noon'),
        `whose seen is not exactly 12 June 2024 at 12:00 (or is missing)${berlin}`,
      ),
      seen(
        'equals',
        '2024-06-12',
        allBut('one microsecond before the day', 'the start of the next day', 'never'),
        `whose seen is on 12 June 2024${berlin}`,
      ),
      seen(
        'before',
        '2024-06-12T10:00:00Z',
        ['one microsecond before the day', 'the start of the day', 'one microsecond before noon'],
        `whose seen is before 12 June 2024 at 12:00${berlin}`,
      ),
      seen(
        'after',
        '2024-06-12T10:00:00Z',
        ['one microsecond after noon', 'the last microsecond of the day', 'the start of the next day'],
        `whose seen is after 12 June 2024 at 12:00${berlin}`,
      ),
      seen(
        'on_or_before',
        '2024-06-11T22:00:00Z',
        ['one microsecond before the day', 'the start of the day'],
        `whose seen is at or before 12 June 2024 at 00:00${berlin}`,
      ),
      seen(
        'on_or_after',
        '2024-06-12T21:59:59.999999Z',
        ['the last microsecond of the day', 'the start of the next day'],
        `whose seen is at or after 12 June 2024 at 23:59:59.999999${berlin}`,
      ),
      seen(
        'between',
        ['2024-06-12T10:00:00Z', '2024-06-12T10:00:00.000001Z'],
        ['noon', 'one microsecond after noon'],
        `whose seen is from 12 June 2024 at 12:00 up to and including 12 June 2024 at 12:00:00.000001${berlin}`,
      ),
      seen(
        'not_between',
        ['2024-06-11T22:00:00Z', '2024-06-12T21:59:59.999999Z'],
        ['one microsecond before the day', 'the start of the next day', 'never'],
        `whose seen is before 12 June 2024 at 00:00 or after 12 June 2024 at 23:59:59.999999 (or is missing)${berlin}`,
      ),
      seen('is_empty', undefined, ['never'], 'whose seen is missing'),
      row(
        is('seen', 'less_than', '2024-06-12'),
        ['one microsecond before the day'],
        `whose seen is before 12 June 2024${berlin}`,
      ),
    ],
  ),
  scene(
    'Naive timestamps are read in their own zone, here Havana',
    guestsBy('registered', {
      'one microsecond before the day in Berlin': '2024-06-11T17:59:59.999999',
      'the day in Berlin begins': '2024-06-11T18:00:00',
      'noon in Berlin': '2024-06-12T06:00:00',
      'the day in Havana begins': '2024-06-12T00:00:00',
      'the next day in Berlin begins': '2024-06-12T18:00:00',
      never: null,
    }),
    [
      registered(
        'on',
        '2024-06-12',
        ['the day in Berlin begins', 'noon in Berlin', 'the day in Havana begins'],
        `whose registered is on 12 June 2024${berlin}`,
      ),
      registered(
        'equals',
        '2024-06-12T10:00:00Z',
        ['noon in Berlin'],
        `whose registered is exactly 12 June 2024 at 12:00${berlin}`,
      ),
      registered(
        'before',
        '2024-06-12',
        ['one microsecond before the day in Berlin'],
        `whose registered is before 12 June 2024${berlin}`,
      ),
      asking('registered.date')(
        'on',
        '2024-06-13',
        ['the next day in Berlin begins'],
        `whose date of registered is on 13 June 2024${berlin}`,
      ),
      asking('registered.hour')(
        'equals',
        6,
        ['the day in Havana begins'],
        `whose hour of registered is 6${berlin}`,
      ),
    ],
  ),
];
