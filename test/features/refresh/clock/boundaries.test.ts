/** Whom time turns is written down at the very instant, and nobody else is. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../../support/application.js';
import { makeSegment, makeStatic } from '../../../support/segments.js';
import { PassingTime, type Person } from './passing-time.js';

let app: TestApplication;
let time: PassingTime;
beforeAll(async () => {
  app = await openApplication();
  time = new PassingTime(app);
});
afterEach(() => time.tidy());
afterAll(() => app.close());

const ordered = (operator: string, value: unknown) => ({
  related: 'orders',
  measure: 'count',
  where: { match: 'all', rules: [{ field: 'placed_at', operator, value }] },
  operator: 'greater_than_or_equal',
  value: 1,
});
const born = (operator: string, value: unknown) => ({ field: 'birthday', operator, value });

interface Passing {
  readonly says: string;
  readonly rule: unknown;
  readonly people: Readonly<Record<string, Person>>;
  readonly from: string;
  /** Up to here, nobody turns. */
  readonly still?: string;
  readonly to: string;
  readonly found: readonly string[];
}

/** Of a tenant in Berlin. */
const passings: readonly Passing[] = [
  {
    says: 'a window of hours lets go to the microsecond',
    rule: ordered('within_last', { hours: 6 }),
    people: { six: { orders: ['2026-03-10T06:00:00Z'] }, later: { orders: ['2026-03-10T06:00:00.000001Z'] } },
    from: '2026-03-10T11:00:00Z',
    still: '2026-03-10T11:59:59.999999Z',
    to: '2026-03-10T12:00:00Z',
    found: ['six'],
  },
  {
    says: 'a window of days lets go at local midnight',
    rule: ordered('within_last', { days: 30 }),
    people: { tenth: { orders: ['2026-02-10T11:00:00Z'] }, eleventh: { orders: ['2026-02-11T11:00:00Z'] } },
    from: '2026-03-11T20:00:00Z',
    still: '2026-03-11T22:59:59.999999Z',
    to: '2026-03-11T23:00:00Z',
    found: ['tenth'],
  },
  {
    says: 'so it does where clocks are set forward, and a day has 23 hours',
    rule: ordered('within_last', { days: 1 }),
    people: { sunday: { orders: ['2026-03-29T10:00:00Z'] }, monday: { orders: ['2026-03-29T22:00:00Z'] } },
    from: '2026-03-29T12:00:00Z',
    still: '2026-03-29T21:59:59.999999Z',
    to: '2026-03-29T22:00:00Z',
    // Monday’s comes to be there.
    found: ['monday', 'sunday'],
  },
  {
    says: 'and where they are set back, and it has 25',
    rule: ordered('within_last', { days: 1 }),
    people: { sunday: { orders: ['2026-10-25T10:00:00Z'] }, saturday: { orders: ['2026-10-24T10:00:00Z'] } },
    from: '2026-10-25T12:00:00Z',
    still: '2026-10-25T22:59:59.999999Z',
    to: '2026-10-25T23:00:00Z',
    found: ['sunday'],
  },
  {
    says: 'what is six months old on 28 February is of 28 August',
    rule: ordered('ago_at_least', { months: 6 }),
    people: {
      '28-august': { orders: ['2026-08-28T10:00:00Z'] },
      '29-august': { orders: ['2026-08-29T10:00:00Z'] },
      '31-august': { orders: ['2026-08-31T10:00:00Z'] },
    },
    from: '2027-02-27T12:00:00Z',
    still: '2027-02-27T22:59:59.999999Z',
    to: '2027-02-27T23:00:00Z',
    found: ['28-august'],
  },
  {
    says: 'and on 1 March all that is later in August',
    rule: ordered('ago_at_least', { months: 6 }),
    people: {
      '28-august': { orders: ['2026-08-28T10:00:00Z'] },
      '29-august': { orders: ['2026-08-29T10:00:00Z'] },
      '31-august': { orders: ['2026-08-31T10:00:00Z'] },
      '1-september': { orders: ['2026-09-01T10:00:00Z'] },
      '2-september': { orders: ['2026-09-02T10:00:00Z'] },
    },
    from: '2027-02-28T12:00:00Z',
    to: '2027-02-28T23:00:00Z',
    found: ['1-september', '29-august', '31-august'],
  },
  {
    says: 'a birthday on 29 February is on the 28th in other years; the one before is over',
    rule: born('anniversary_within_next', { days: 1 }),
    people: {
      '27': { birthday: '1980-02-27' },
      '28': { birthday: '1981-02-28' },
      '29': { birthday: '1992-02-29' },
      march: { birthday: '1993-03-01' },
    },
    from: '2027-02-27T12:00:00Z',
    still: '2027-02-27T22:59:59.999999Z',
    to: '2027-02-27T23:00:00Z',
    found: ['27', '28', '29'],
  },
  {
    says: 'birthdays of this month are others with the month',
    rule: born('anniversary_in_month', 'this_month'),
    people: {
      march: { birthday: '1980-03-31' },
      april: { birthday: '1981-04-01' },
      may: { birthday: '1992-05-01' },
    },
    from: '2026-03-30T12:00:00Z',
    still: '2026-03-31T21:59:59.999999Z',
    to: '2026-03-31T22:00:00Z',
    found: ['april', 'march'],
  },
  {
    says: 'a week begins on Monday',
    rule: ordered('in_period', 'this_week'),
    people: { before: { orders: ['2026-03-08T10:00:00Z'] }, during: { orders: ['2026-03-09T10:00:00Z'] } },
    from: '2026-03-14T12:00:00Z',
    still: '2026-03-15T22:59:59.999999Z',
    to: '2026-03-15T23:00:00Z',
    found: ['during'],
  },
  {
    says: 'an order of the future comes to be there',
    rule: { related: 'orders', measure: 'count', operator: 'equals', value: 2 },
    people: {
      one: { orders: ['2026-03-10T12:00:00.5Z'] },
      other: { orders: ['2026-03-10T12:00:00.500001Z'] },
    },
    from: '2026-03-09T11:00:00Z',
    still: '2026-03-10T12:00:00.499999Z',
    to: '2026-03-10T12:00:00.5Z',
    found: ['one'],
  },
  {
    says: 'whoever has a birthday is a year older',
    rule: { field: 'age', operator: 'greater_than_or_equal', value: 18 },
    people: {
      eighteen: { birthday: '2008-03-12' },
      nobody: { birthday: '2008-03-13' },
      fifty: { birthday: '1976-03-12' },
    },
    from: '2026-03-11T12:00:00Z',
    still: '2026-03-11T22:59:59.999999Z',
    to: '2026-03-11T23:00:00Z',
    found: ['eighteen', 'fifty'],
  },
  {
    says: 'after a pause all are found whom it has turned',
    rule: ordered('within_last', { days: 30 }),
    people: {
      before: { orders: ['2026-02-09T11:00:00Z'] },
      first: { orders: ['2026-02-10T11:00:00Z'] },
      last: { orders: ['2026-02-14T11:00:00Z'] },
      after: { orders: ['2026-02-15T11:00:00Z'] },
    },
    from: '2026-03-11T20:00:00Z',
    to: '2026-03-16T20:00:00Z',
    found: ['first', 'last'],
  },
  {
    says: 'also who was in and out again meanwhile',
    rule: ordered('within_last', { hours: 1 }),
    people: { meanwhile: { orders: ['2026-03-10T12:00:00Z'] }, never: { orders: ['2026-03-10T15:00:00Z'] } },
    from: '2026-03-10T11:00:00Z',
    to: '2026-03-10T14:00:00Z',
    found: ['meanwhile'],
  },
];

describe('whom time turns is written down', () => {
  it.each(passings)('$says', async ({ rule, people, from, still, to, found }) => {
    await time.plant(people);
    const { id } = await makeSegment(app.api, `Passing ${Object.keys(people)} ${from}`, rule);
    await time.start(from);
    if (still !== undefined) {
      await time.to(still);
      expect(await time.found(id)).toEqual([]);
    }
    expect(await time.to(to)).toMatchObject({ due: [] });
    expect(await time.found(id)).toEqual(found);
  });

  const stays: readonly (Passing & { readonly operator: string; readonly value: object })[] = [
    {
      says: 'whoever joined two hours ago',
      operator: 'joined_within_last',
      value: { hours: 2 },
      rule: undefined,
      people: { two: { entered: '2026-03-10T06:00:00Z' }, later: { entered: '2026-03-10T06:00:00.000001Z' } },
      from: '2026-03-10T07:00:00Z',
      still: '2026-03-10T07:59:59.999999Z',
      to: '2026-03-10T08:00:00Z',
      found: ['two'],
    },
    {
      says: 'whoever has been a member for three days',
      operator: 'member_for_at_least',
      value: { days: 3 },
      rule: undefined,
      people: { third: { entered: '2026-03-07T22:00:00Z' }, fourth: { entered: '2026-03-07T23:00:00Z' } },
      from: '2026-03-09T12:00:00Z',
      still: '2026-03-09T22:59:59.999999Z',
      to: '2026-03-09T23:00:00Z',
      found: ['third'],
    },
  ];

  it.each(stays)('$says of another segment', async ({ operator, value, people, from, still, to, found }) => {
    const beside = await makeStatic(app.api);
    await time.plant(people, beside);
    const { id } = await makeSegment(app.api, `Beside ${operator}`, { segment: beside, operator, value });
    await time.start(from);
    await time.to(still ?? from);
    expect(await time.found(id)).toEqual([]);
    await time.to(to);
    expect(await time.found(id)).toEqual(found);
  });
});
