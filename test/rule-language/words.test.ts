/** The words of every operator on every type, exactly; and what no sentence may do. */

import { describe, expect, test } from '@jest/globals';
import type { FieldType } from '../../src/rule-language/field.js';
import { operatorsOf } from '../../src/rule-language/operators.js';
import { english } from '../../src/rule-language/to-words/english.js';
import type { Memberships, Predicates } from '../../src/rule-language/to-words/language.js';
import { bare, inWords } from './words-saying.js';

/** By field: operator, value, and its words. */
const table = `
# city
is_empty                |            | city is missing
is_not_empty            |            | city is known
equals                  | "Berlin"   | city is “Berlin”
not_equals              | "Berlin"   | city is not “Berlin” (or is missing)
in_list                 | ["Berlin","Paris","Rome"] | city is “Berlin”, “Paris” or “Rome”
not_in_list             | ["Berlin","Paris","Rome"] | city is neither “Berlin”, “Paris” nor “Rome” (or is missing)
contains                | "berg"     | city contains “berg”
not_contains            | "berg"     | city does not contain “berg” (or is missing)
starts_with             | "Bad "     | city starts with “Bad ”
not_starts_with         | "Bad "     | city does not start with “Bad ” (or is missing)
ends_with               | "hausen"   | city ends with “hausen”
not_ends_with           | "hausen"   | city does not end with “hausen” (or is missing)

# score
is_empty                |            | score is missing
is_not_empty            |            | score is known
equals                  | 1000       | score is 1,000
not_equals              | "0.50"     | score is not 0.5 (or is missing)
in_list                 | [1,2.5,3]  | score is 1, 2.5 or 3
not_in_list             | [1,2]      | score is neither 1 nor 2 (or is missing)
greater_than            | 1000       | score is more than 1,000
greater_than_or_equal   | -3         | score is at least -3
less_than               | "12345678901234567890.125" | score is less than 12,345,678,901,234,567,890.125
less_than_or_equal      | 0          | score is at most 0
between                 | [1,5]      | score is at least 1 and at most 5
not_between             | [1,5]      | score is less than 1 or more than 5 (or is missing)
in_top_percent          | "12.5"     | score is in the top 12.5% (ties included) of all contacts that have one
in_bottom_percent       | 10         | score is in the bottom 10% (ties included) of all contacts that have one
in_top                  | 100        | score is among the top 100 (ties included) of all contacts that have one
in_bottom               | 1000       | score is among the bottom 1,000 (ties included) of all contacts that have one

# vip
is_empty                |            | VIP is missing
is_not_empty            |            | VIP is known
equals                  | true       | VIP is yes
not_equals              | true       | VIP is not yes (or is missing)

# status
is_empty                |            | status is missing
is_not_empty            |            | status is known
equals                  | "lead"     | status is Lead
not_equals              | "lead"     | status is not Lead (or is missing)
in_list                 | ["lead","customer"] | status is Lead or Customer
not_in_list             | ["lead","customer"] | status is neither Lead nor Customer (or is missing)

# tags
is_empty                |            | tags are missing
is_not_empty            |            | tags are known
has_any                 | ["vegan","vip"] | tags include Vegan or Vip
has_none                | ["vegan","vip","late"] | tags include neither Vegan, Vip nor “late” (or are missing)
has_all                 | ["vegan","vip"] | tags include Vegan and Vip
not_has_all             | ["vegan","vip"] | tags do not include all of Vegan and Vip (or are missing)

# birthday
is_empty                |            | birthday is missing
is_not_empty            |            | birthday is known
between                 | ["1990-01-01","1999-12-31"] | birthday is from 1 January 1990 up to and including 31 December 1999
not_between             | ["1990-01-01","1999-12-31"] | birthday is before 1 January 1990 or after 31 December 1999 (or is missing)
on                      | "1990-03-09" | birthday is on 9 March 1990
not_on                  | "1990-03-09" | birthday is not on 9 March 1990 (or is missing)
before                  | "1990-03-09" | birthday is before 9 March 1990
after                   | "1990-03-09" | birthday is after 9 March 1990
on_or_before            | "1990-03-09" | birthday is on or before 9 March 1990
on_or_after             | "1990-03-09" | birthday is on or after 9 March 1990
within_last             | {"days":30} | birthday is in the last 30 days including today – time zone Europe/Berlin
not_within_last         | {"days":30} | birthday is not in the last 30 days including today (or is missing) – time zone Europe/Berlin
within_next             | {"weeks":2} | birthday is in the next 2 weeks including today – time zone Europe/Berlin
not_within_next         | {"weeks":2} | birthday is not in the next 2 weeks including today (or is missing) – time zone Europe/Berlin
ago_at_least            | {"years":18} | birthday is 18 years before today or earlier – time zone Europe/Berlin
ahead_at_least          | {"days":0} | birthday is today or later – time zone Europe/Berlin
ago_between             | [{"days":30},{"days":60}] | birthday is from 60 days before today up to and including 30 days before today – time zone Europe/Berlin
in_period               | "this_month" | birthday is in the current calendar month – time zone Europe/Berlin
not_in_period           | "today"    | birthday is not today (or is missing) – time zone Europe/Berlin
anniversary_within_next | {"days":14} | birthday has its anniversary in the next 14 days including today – time zone Europe/Berlin
anniversary_within_last | {"months":1} | birthday has its anniversary in the last 1 month including today – time zone Europe/Berlin
anniversary_in_month    | 3          | birthday has its anniversary in March
weekday_in              | ["saturday","sunday"] | birthday is on a Saturday or Sunday
not_weekday_in          | ["monday"] | birthday is not on a Monday (or is missing)
in_top_percent          | 10         | birthday is in the latest 10% (ties included) of all contacts that have one
in_bottom_percent       | 10         | birthday is in the earliest 10% (ties included) of all contacts that have one
in_top                  | 100        | birthday is among the latest 100 (ties included) of all contacts that have one
in_bottom               | 100        | birthday is among the earliest 100 (ties included) of all contacts that have one

# signed_up_at
is_empty                |            | signed up at is missing
is_not_empty            |            | signed up at is known
equals                  | "2024-03-01T14:05:00+01:00" | signed up at is exactly 1 March 2024 at 14:05 – time zone Europe/Berlin
not_equals              | "2024-10-27T00:30:00Z" | signed up at is not exactly 27 October 2024 at 02:30 UTC+02:00 (or is missing) – time zone Europe/Berlin
between                 | ["2024-01-01","2024-03-31"] | signed up at is from 1 January 2024 up to and including 31 March 2024 – time zone Europe/Berlin
not_between             | ["2024-01-01T00:00:00Z","2024-03-31T12:00:30.5Z"] | signed up at is before 1 January 2024 at 01:00 or after 31 March 2024 at 14:00:30.5 (or is missing) – time zone Europe/Berlin
on                      | "2024-03-01" | signed up at is on 1 March 2024 – time zone Europe/Berlin
not_on                  | "2024-03-01" | signed up at is not on 1 March 2024 (or is missing) – time zone Europe/Berlin
before                  | "2024-03-01" | signed up at is before 1 March 2024 – time zone Europe/Berlin
after                   | "2024-03-01T00:00:00Z" | signed up at is after 1 March 2024 at 01:00 – time zone Europe/Berlin
on_or_before            | "2024-03-01T00:00:00Z" | signed up at is at or before 1 March 2024 at 01:00 – time zone Europe/Berlin
on_or_after             | "2024-03-01" | signed up at is on or after 1 March 2024 – time zone Europe/Berlin
within_last             | {"hours":48} | signed up at is less than 48 hours ago
not_within_last         | {"days":1} | signed up at is not today (or is missing) – time zone Europe/Berlin
within_next             | {"minutes":1} | signed up at is less than 1 minute from now
not_within_next         | {"months":3} | signed up at is not in the next 3 months including today (or is missing) – time zone Europe/Berlin
ago_at_least            | {"hours":48} | signed up at is 48 hours ago or earlier
ahead_at_least          | {"seconds":90} | signed up at is 90 seconds from now or later
ago_between             | [{"hours":0},{"hours":2}] | signed up at is from 2 hours ago up to and including now
in_period               | "last_week" | signed up at is in the previous calendar week – time zone Europe/Berlin
not_in_period           | "next_quarter" | signed up at is not in the next calendar quarter (or is missing) – time zone Europe/Berlin
anniversary_within_next | {"days":14} | signed up at has its anniversary in the next 14 days including today – time zone Europe/Berlin
anniversary_within_last | {"days":7} | signed up at has its anniversary in the last 7 days including today – time zone Europe/Berlin
anniversary_in_month    | "this_month" | signed up at has its anniversary in the current calendar month – time zone Europe/Berlin
weekday_in              | ["monday","tuesday","friday"] | signed up at is on a Monday, Tuesday or Friday – time zone Europe/Berlin
not_weekday_in          | ["monday"] | signed up at is not on a Monday (or is missing) – time zone Europe/Berlin
hour_between            | [11,14]    | signed up at is at a time from 11:00 to before 14:00 – time zone Europe/Berlin
not_hour_between        | ["22:30","06:15"] | signed up at is not at a time from 22:30 through midnight to before 06:15 (or is missing) – time zone Europe/Berlin
in_top_percent          | 10         | signed up at is in the latest 10% (ties included) of all contacts that have one
in_bottom_percent       | 10         | signed up at is in the earliest 10% (ties included) of all contacts that have one
in_top                  | 1          | signed up at is among the latest 1 (ties included) of all contacts that have one
in_bottom               | 100        | signed up at is among the earliest 100 (ties included) of all contacts that have one

# position
is_empty                |            | position is missing
is_not_empty            |            | position is known
within_radius           | {"latitude":52.52,"longitude":13.405,"kilometres":25} | position is at most 25 km from 52.52° N 13.405° E
outside_radius          | {"latitude":-33.9,"longitude":-70.6,"kilometres":1500} | position is more than 1,500 km from 33.9° S 70.6° W (or is missing)
`;

interface Row {
  readonly field: string;
  readonly operator: string;
  readonly document: object;
  readonly words: string;
}

const rows: readonly Row[] = table.split('\n# ').flatMap((block) => {
  const [field = '', ...lines] = block.trim().split('\n');
  return lines.map((line) => {
    const [operator = '', value = '', words = ''] = line.split(' | ').map((cell) => cell.trim());
    const document = { field, operator, ...(value !== '' && { value: JSON.parse(value) }) };
    return { field, operator, document, words };
  });
});

const fieldOfType: Readonly<Record<FieldType, string>> = {
  text: 'city',
  number: 'score',
  boolean: 'vip',
  select: 'status',
  tags: 'tags',
  date: 'birthday',
  datetime: 'signed_up_at',
  point: 'position',
};

const memberships = [
  ['is_member', undefined, 'in the segment “VIP”', 'is', 'are'],
  ['is_not_member', undefined, 'not in the segment “VIP”', 'is', 'are'],
  ['ever_member', undefined, 'ever been in the segment “VIP”', 'has', 'have'],
  ['never_member', undefined, 'never been in the segment “VIP”', 'has', 'have'],
  [
    'joined_within_last',
    { hours: 12 },
    'in the segment “VIP” and joined it less than 12 hours ago',
    'is',
    'are',
  ],
  [
    'left_within_last',
    { hours: 1 },
    'the segment “VIP” less than 1 hour ago and did not come back',
    'left',
    'left',
  ],
  [
    'member_for_at_least',
    { hours: 6 },
    'been in the segment “VIP” since 6 hours ago or earlier',
    'has',
    'have',
  ],
] as const;

describe('a condition in words', () => {
  test.each(rows)('$field $operator: $words', ({ document, words }) => {
    expect(bare(document)).toBe(words);
    expect(inWords(document)).toBe(`Contacts whose ${words}.`);
  });

  test.each(Object.entries(fieldOfType))('has words for every operator on a %s', (type, name) => {
    const said = rows.filter(({ field }) => field === name).map(({ operator }) => operator);
    expect(said.toSorted()).toEqual(operatorsOf(type as FieldType).toSorted());
  });

  test.each(memberships)('of a segment, %s', (operator, value, words, one, many) => {
    const document = { segment: 's-1', operator, ...(value && { value }) };
    expect(bare(document)).toBe(`${one} ${words}`);
    expect(inWords(document)).toBe(`Contacts that ${many} ${words}.`);
  });

  test('of a segment counts days in the zone', () => {
    expect(inWords({ segment: 's-2', operator: 'joined_within_last', value: { days: 7 } })).toBe(
      'Contacts that are in the segment “At risk” and joined it in the last 7 days including today – time zone Europe/Berlin.',
    );
  });

  test('has words for every operator on segments', () => {
    expect(memberships.map(([operator]) => operator as string).toSorted()).toEqual(
      operatorsOf('segment').toSorted(),
    );
  });
});

test('a language without words for an operator does not compile', () => {
  const { hour_between: _positive, ...withoutPositive } = english.predicates;
  const { outside_radius: _negative, ...withoutNegative } = english.predicates;
  const { never_member: _membership, ...withoutMembership } = english.memberships;
  // @ts-expect-error a positive operator is missing
  const first: Predicates = withoutPositive;
  // @ts-expect-error a negative operator is missing
  const second: Predicates = withoutNegative;
  // @ts-expect-error a segment operator is missing
  const third: Memberships = withoutMembership;
  expect([first, second, third]).toHaveLength(3);
});
