/** The oracle against answers worked out by hand: instants, local days, windows, anniversaries and the hours. */

import { describe, expect, it } from '@jest/globals';
import type { Operator } from '../../src/rule-language/operators.js';
import type { FieldCondition, Value } from '../../src/rule-language/rule.js';
import { dateText, parseDate } from './oracle/calendar.js';
import type { Clock, Row } from './oracle/matching.js';
import { instantText, parseInstant, Zone } from './oracle/zone.js';
import { matches } from './small-world.js';

const condition = (field: string, operator: Operator, value?: Value): FieldCondition =>
  value === undefined ? { field, operator } : { field, operator, value };

const holds = (columns: Row, field: string, operator: Operator, value: Value, clock: Partial<Clock> = {}) =>
  matches(columns, condition(field, operator, value), clock);

const dayOf = (zone: string, instant: string): string =>
  dateText(Zone.of(zone).day(parseInstant(instant) ?? 0n));
const startOf = (zone: string, day: string): string => instantText(Zone.of(zone).start(parseDate(day) ?? 0));

describe('A local day', () => {
  it.each<[zone: string, day: string, start: string]>([
    ['Europe/Berlin', '2024-06-12', '2024-06-11T22:00:00.000000Z'],
    ['Asia/Kathmandu', '2024-03-01', '2024-02-29T18:15:00.000000Z'],
    // Two midnights: the first.
    ['America/Havana', '2024-11-03', '2024-11-03T04:00:00.000000Z'],
    ['America/Havana', '2024-11-04', '2024-11-04T05:00:00.000000Z'],
    // No midnight: one o'clock.
    ['America/Havana', '2024-03-10', '2024-03-10T05:00:00.000000Z'],
    // No such day: the next.
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000000Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000000Z'],
    // Set back at 00:01, so that the day had started before it was yesterday again.
    ['America/St_Johns', '2006-10-29', '2006-10-29T02:30:00.000000Z'],
  ])('in %s, %s starts at %s', (zone, day, start) => {
    expect(startOf(zone, day)).toBe(start);
  });

  it.each<[zone: string, instant: string, day: string]>([
    ['America/Havana', '2024-11-03T03:59:59.999999Z', '2024-11-02'],
    ['America/Havana', '2024-11-03T04:59:59.999999Z', '2024-11-03'],
    ['America/Havana', '2024-11-03T05:00:00.000000Z', '2024-11-03'],
    ['America/Havana', '2024-03-10T04:59:59.999999Z', '2024-03-09'],
    ['Pacific/Apia', '2011-12-30T09:59:59.999999Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00.000000Z', '2011-12-31'],
    ['America/St_Johns', '2006-10-29T02:29:59.999999Z', '2006-10-28'],
    ['America/St_Johns', '2006-10-29T02:40:00.000000Z', '2006-10-29'],
  ])('in %s, %s is of %s', (zone, instant, day) => {
    expect(dayOf(zone, instant)).toBe(day);
  });
});

describe('Comparisons of times', () => {
  const instant = '2024-06-12T21:59:59.999999Z';

  it.each<[field: string, operator: Operator, value: Value, expected: boolean]>([
    ['instant', 'on', '2024-06-12', true],
    ['instant', 'before', '2024-06-12', false],
    ['instant', 'before', '2024-06-13', true],
    ['instant', 'on_or_after', '2024-06-12', true],
    ['instant', 'equals', '2024-06-12T23:59:59.999999+02:00', true],
    ['instant', 'before', '2024-06-12T22:00:00Z', true],
    ['instant', 'on_or_before', '2024-06-12T21:59:59.999998Z', false],
    ['instant', 'between', ['2024-06-01', '2024-06-12'], true],
    ['instant', 'between', ['2024-06-12T21:59:59.999999Z', '2024-06-12T21:59:59.999999Z'], true],
    ['instant', 'between', ['2024-06-12T00:00:00Z', '2024-06-12T21:59:59Z'], false],
    ['instant', 'on', { field: 'date' }, true],
    ['instant', 'equals', { field: 'date' }, true],
    ['instant', 'after', { field: 'date' }, false],
    ['date', 'on_or_after', { field: 'instant' }, true],
    ['date', 'between', [{ field: 'instant' }, { field: 'instant', minus: { hours: 1 } }], true],
    ['instant', 'between', [{ field: 'instant' }, { field: 'instant', minus: { hours: 1 } }], false],
    ['instant', 'equals', { field: 'later' }, false],
    ['instant', 'not_equals', { field: 'later' }, true],
    ['instant.date', 'on', '2024-06-12', true],
    ['instant.hour', 'equals', 23, true],
    ['instant.weekday', 'equals', 'wednesday', true],
    ['instant', 'weekday_in', ['monday', 'wednesday'], true],
  ])('%s %s %j is %s', (field, operator, value, expected) => {
    expect(holds({ instant, date: '2024-06-12' }, field, operator, value)).toBe(expected);
  });
});

describe('References that move', () => {
  it.each<[from: string, moved: Row, to: string]>([
    // Daylight saving begins: a day later is 23 hours later.
    ['2024-03-30T12:00:00.000000Z', { plus: { days: 1 } }, '2024-03-31T11:00:00.000000Z'],
    ['2024-03-30T12:00:00.000000Z', { plus: { hours: 24 } }, '2024-03-31T12:00:00.000000Z'],
    // 02:30 is skipped, and goes forward to 03:30.
    ['2024-03-30T01:30:00.000000Z', { plus: { days: 1 } }, '2024-03-31T01:30:00.000000Z'],
    // 02:30 comes twice; its second pass.
    ['2024-10-26T00:30:00.000000Z', { plus: { days: 1 } }, '2024-10-27T01:30:00.000000Z'],
    ['2024-10-28T01:30:00.000000Z', { minus: { days: 1 } }, '2024-10-27T01:30:00.000000Z'],
    ['2024-01-31T12:00:00.000001Z', { plus: { months: 1 } }, '2024-02-29T12:00:00.000001Z'],
    ['2024-02-29T12:00:00.000000Z', { minus: { years: 1 } }, '2023-02-28T12:00:00.000000Z'],
    ['2024-05-31T12:00:00.000000Z', { minus: { quarters: 1 } }, '2024-02-29T13:00:00.000000Z'],
  ])('%s %j is %s', (later, moved, instant) => {
    expect(holds({ instant, later }, 'instant', 'equals', { field: 'later', ...moved } as Value)).toBe(true);
  });
});

describe('Windows', () => {
  const days = { days: 7 };

  it.each<[operator: Operator, value: Value, matching: string[], beside: string[]]>([
    ['within_last', days, ['2024-06-12', '2024-06-06'], ['2024-06-05', '2024-06-13']],
    ['within_last', { days: 1 }, ['2024-06-12'], ['2024-06-11', '2024-06-13']],
    ['within_next', days, ['2024-06-12', '2024-06-18'], ['2024-06-11', '2024-06-19']],
    ['ago_at_least', days, ['2024-06-05', '0001-01-01'], ['2024-06-06']],
    ['ago_at_least', { days: 0 }, ['2024-06-12'], ['2024-06-13']],
    ['ahead_at_least', { weeks: 1 }, ['2024-06-19', '9999-12-31'], ['2024-06-18']],
    ['ago_between', [{ days: 30 }, { days: 60 }], ['2024-05-13', '2024-04-13'], ['2024-05-14', '2024-04-12']],
    ['within_last', { months: 1 }, ['2024-05-13'], ['2024-05-12']],
    ['in_period', 'this_week', ['2024-06-10', '2024-06-16'], ['2024-06-09', '2024-06-17']],
    ['in_period', 'last_month', ['2024-05-01', '2024-05-31'], ['2024-04-30', '2024-06-01']],
    ['in_period', 'next_quarter', ['2024-07-01', '2024-09-30'], ['2024-06-30', '2024-10-01']],
    ['in_period', 'last_year', ['2023-01-01', '2023-12-31'], ['2022-12-31', '2024-01-01']],
    ['in_period', 'yesterday', ['2024-06-11'], ['2024-06-12']],
  ])('%s %j', (operator, value, matching, beside) => {
    for (const date of matching)
      expect([date, holds({ date }, 'date', operator, value)]).toEqual([date, true]);
    for (const date of beside)
      expect([date, holds({ date }, 'date', operator, value)]).toEqual([date, false]);
  });

  // as_of is 10:00.
  it.each<[operator: Operator, value: Value, matching: string[], beside: string[]]>([
    [
      'within_last',
      { hours: 1 },
      ['10:00:00.000000', '09:00:00.000001'],
      ['09:00:00.000000', '10:00:00.000001'],
    ],
    [
      'within_next',
      { minutes: 90 },
      ['10:00:00.000000', '11:29:59.999999'],
      ['11:30:00.000000', '09:59:59.999999'],
    ],
    ['ago_at_least', { seconds: 1 }, ['09:59:59.000000'], ['09:59:59.000001']],
    ['ahead_at_least', { hours: 0 }, ['10:00:00.000000'], ['09:59:59.999999']],
    [
      'ago_between',
      [{ hours: 1 }, { hours: 2 }],
      ['09:00:00.000000', '08:00:00.000000'],
      ['09:00:00.000001'],
    ],
  ])('rolling, %s %j', (operator, value, matching, beside) => {
    const at = (time: string) => holds({ instant: `2024-06-12T${time}Z` }, 'instant', operator, value);
    for (const time of matching) expect([time, at(time)]).toEqual([time, true]);
    for (const time of beside) expect([time, at(time)]).toEqual([time, false]);
  });

  it('clamp to the end of the month', () => {
    const clock = { asOf: '2023-03-31T10:00:00.000000Z' };
    expect(holds({ date: '2023-02-28' }, 'date', 'ago_at_least', { months: 1 }, clock)).toBe(true);
    expect(holds({ date: '2023-02-28' }, 'date', 'within_last', { months: 1 }, clock)).toBe(false);
    expect(holds({ date: '2023-03-01' }, 'date', 'within_last', { months: 1 }, clock)).toBe(true);
  });

  it('count days where one was skipped', () => {
    const clock = { asOf: '2011-12-30T12:00:00.000000Z', zone: 'Pacific/Apia' };
    const within = (instant: string) => holds({ instant }, 'instant', 'within_last', { days: 2 }, clock);
    expect(within('2011-12-30T10:00:00.000000Z')).toBe(true);
    expect(within('2011-12-30T09:59:59.999999Z')).toBe(false);
  });

  it.each<[Clock['weekStart'], first: string]>([
    ['sunday', '2024-06-09'],
    ['saturday', '2024-06-08'],
    ['wednesday', '2024-06-12'],
  ])('weeks that start on %s start on %s', (weekStart, date) => {
    expect(holds({ date }, 'date', 'in_period', 'this_week', { weekStart })).toBe(true);
    const eve = dateText((parseDate(date) ?? 0) - 1);
    expect(holds({ date: eve }, 'date', 'in_period', 'last_week', { weekStart })).toBe(true);
  });
});

describe('Anniversaries', () => {
  it.each<
    [date: string, operator: Operator, value: Value, today: string, leapDay: Clock['leapDay'], is: boolean]
  >([
    ['1990-01-02', 'anniversary_within_next', { days: 4 }, '2023-12-30', 'february_28', true],
    ['1990-01-02', 'anniversary_within_next', { days: 3 }, '2023-12-30', 'february_28', false],
    ['1990-12-30', 'anniversary_within_next', { days: 1 }, '2023-12-30', 'february_28', true],
    ['1990-12-30', 'anniversary_within_last', { days: 4 }, '2024-01-02', 'february_28', true],
    ['1990-12-30', 'anniversary_within_last', { days: 3 }, '2024-01-02', 'february_28', false],
    ['2000-02-29', 'anniversary_within_next', { days: 1 }, '2023-02-28', 'february_28', true],
    ['2000-02-29', 'anniversary_within_next', { days: 1 }, '2023-02-28', 'march_1', false],
    ['2000-02-29', 'anniversary_within_next', { days: 2 }, '2023-02-28', 'march_1', true],
    ['2000-02-29', 'anniversary_within_last', { days: 1 }, '2023-03-01', 'march_1', true],
    ['2000-02-29', 'anniversary_within_last', { days: 1 }, '2024-02-29', 'march_1', true],
    ['2000-02-28', 'anniversary_within_next', { years: 1 }, '2024-02-29', 'february_28', true],
    ['2000-02-28', 'anniversary_within_next', { months: 12 }, '2024-02-29', 'february_28', true],
    ['2000-02-28', 'anniversary_within_next', { months: 11 }, '2024-02-29', 'february_28', false],
    ['2030-06-01', 'anniversary_within_last', { months: 1 }, '2024-06-12', 'february_28', true],
    ['2000-02-29', 'anniversary_in_month', 2, '2023-06-01', 'march_1', true],
    ['2000-01-31', 'anniversary_in_month', 'next_month', '2023-12-01', 'february_28', true],
    ['2000-12-31', 'anniversary_in_month', 'this_month', '2023-12-01', 'february_28', true],
  ])('of %s, %s %j on %s with %s: %s', (date, operator, value, today, leapDay, expected) => {
    expect(holds({ date }, 'date', operator, value, { asOf: `${today}T12:00:00.000000Z`, leapDay })).toBe(
      expected,
    );
  });
});

describe('Hours', () => {
  it.each<[instant: string, hours: Value, expected: boolean]>([
    ['2024-06-12T09:00:00.000000Z', [11, 14], true],
    ['2024-06-12T11:59:59.999999Z', [11, 14], true],
    ['2024-06-12T12:00:00.000000Z', [11, 14], false],
    ['2024-06-12T21:30:00.000000Z', ['23:30', 6], true],
    ['2024-06-12T04:00:00.000000Z', [22, 6], false],
    ['2024-06-12T21:59:59.999999Z', [0, 24], true],
    // 02:30 twice, once before and once after the clocks are set back.
    ['2024-10-27T00:30:00.000000Z', [2, 3], true],
    ['2024-10-27T01:30:00.000000Z', [2, 3], true],
    ['2024-03-31T01:30:00.000000Z', [2, 3], false],
  ])('%s is between %j: %s', (instant, hours, expected) => {
    expect(holds({ instant }, 'instant', 'hour_between', hours)).toBe(expected);
  });

  it.each<[naive: string, instant: string]>([
    ['2024-06-12T11:30:00.000000', '2024-06-12T09:30:00.000000Z'],
    ['2024-03-31T02:30:00.000000', '2024-03-31T01:30:00.000000Z'],
    ['2024-10-27T02:30:00.000000', '2024-10-27T01:30:00.000000Z'],
  ])('without a zone %s was %s', (naive, instant) => {
    expect(
      holds({ naive, instant }, 'naive', 'equals', { field: 'instant' }, { zone: 'Asia/Kathmandu' }),
    ).toBe(true);
  });
});
