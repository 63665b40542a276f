/** English: what each operator says of a value, of the record's place in a segment, or of how many records there are. */

import type { Duration, Period } from '../checked.js';
import { rolls } from '../time.js';
import { bracketed } from './brackets.js';
import type {
  About,
  Degrees,
  ListWords,
  Memberships,
  Predicate,
  Predicates,
  Quantities,
  ScalarWords,
  ValueWords,
} from './language.js';

const verb =
  (one: string, many: string) =>
  (rest: string): Predicate => ({ verb: { one, many }, rest });
const is = verb('is', 'are');
const isNot = (rest: string): Predicate => is(`not ${rest}`);
const has = verb('has', 'have');
const left = verb('left', 'left');
const includes = verb('includes', 'include');
const doesNotInclude = verb('does not include', 'do not include');

/** `a`, `a or b`, `a, b or c`; `one of 12 others` stands for what is left out. */
function list({ items, others }: ListWords, word: 'or' | 'nor' | 'and'): string {
  const rest = word === 'and' ? `${others} others` : `one of ${others} others`;
  const all = others === undefined ? items : [...items, rest];
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} ${word} ${all.at(-1)}`;
}
const isSingle = ({ items, others }: ListWords): boolean => items.length === 1 && others === undefined;

const integers = new Intl.NumberFormat('en-GB');
export const duration = ({ count, unit }: Duration): string =>
  `${integers.format(count)} ${count === 1 ? unit.slice(0, -1) : unit}`;

/** `30 days before today`, `48 hours ago`: calendar days count from the day, hours from this moment. */
function back(length: Duration): string {
  if (length.count === 0) return rolls(length) ? 'now' : 'today';
  return rolls(length) ? `${duration(length)} ago` : `${duration(length)} before today`;
}
function ahead(length: Duration): string {
  if (length.count === 0) return rolls(length) ? 'now' : 'today';
  return rolls(length) ? `${duration(length)} from now` : `${duration(length)} after today`;
}
const isToday = ({ count, unit }: Duration): boolean => count === 1 && unit === 'days';
function inLast(length: Duration): string {
  if (isToday(length)) return 'today';
  return rolls(length)
    ? `less than ${duration(length)} ago`
    : `in the last ${duration(length)} including today`;
}
function inNext(length: Duration): string {
  if (isToday(length)) return 'today';
  return rolls(length)
    ? `less than ${duration(length)} from now`
    : `in the next ${duration(length)} including today`;
}

function period(name: Period): string {
  const [which = '', length] = name.split('_');
  if (length === undefined) return which;
  return `in the ${{ this: 'current', last: 'previous' }[which] ?? which} calendar ${length}`;
}
function month(value: ValueWords['month']): string {
  if (typeof value === 'object') return value.name;
  return value === 'this_month' ? 'the current calendar month' : 'the next calendar month';
}

function same(value: ScalarWords): string {
  if (value.precision === 'day') return `on ${value.text}`;
  if (value.reference) return `the same as ${value.text}`;
  return value.precision ? `exactly ${value.text}` : value.text;
}
const isTime = ({ type }: About): boolean => type === 'date' || type === 'datetime';
const range = ({ from, to }: ValueWords['range'], about: About): string =>
  isTime(about)
    ? `from ${from.text} up to and including ${to.text}`
    : `at least ${from.text} and at most ${to.text}`;
/** Right also where the ends are reversed: then nothing lies between them. */
const outside = ({ from, to }: ValueWords['range'], about: About): string =>
  isTime(about)
    ? `before ${from.text} or after ${to.text}`
    : `less than ${from.text} or more than ${to.text}`;
const onOrAt = ({ precision, text }: ScalarWords, word: string): Predicate =>
  is(`${precision === 'moment' ? 'at' : 'on'} or ${word} ${text}`);
const hours = ({ from, until, through }: ValueWords['hours']): string =>
  `at a time from ${from}${through ? ' through midnight' : ''} to before ${until}`;
const days = (weekdays: ListWords): string => `on a ${list(weekdays, 'or')}`;
const degrees = ({ size, negative }: Degrees, [plus, minus]: readonly [string, string]): string =>
  `${size}° ${negative ? minus : plus}`;
const from = ({ latitude, longitude, kilometres }: ValueWords['radius']): string =>
  `${kilometres} km from ${degrees(latitude, ['N', 'S'])} ${degrees(longitude, ['E', 'W'])}`;

const ranked = (places: string, { subjects }: About): string =>
  `${places} ${bracketed('ties included')} of all ${subjects} that have one`;
const top = (about: About): string => (isTime(about) ? 'latest' : 'top');
const bottom = (about: About): string => (isTime(about) ? 'earliest' : 'bottom');

const neither = (values: ListWords): string =>
  isSingle(values) ? `not ${list(values, 'or')}` : `neither ${list(values, 'nor')}`;

export const englishPredicates: Predicates = {
  is_empty: () => is('missing'),
  is_not_empty: () => is('known'),
  equals: (value) => is(same(value)),
  not_equals: (value) => isNot(same(value)),
  in_list: (values) => is(list(values, 'or')),
  not_in_list: (values) => is(neither(values)),
  contains: verb('contains', 'contain'),
  not_contains: verb('does not contain', 'do not contain'),
  starts_with: verb('starts with', 'start with'),
  not_starts_with: verb('does not start with', 'do not start with'),
  ends_with: verb('ends with', 'end with'),
  not_ends_with: verb('does not end with', 'do not end with'),
  greater_than: ({ text }) => is(`more than ${text}`),
  greater_than_or_equal: ({ text }) => is(`at least ${text}`),
  less_than: ({ text }) => is(`less than ${text}`),
  less_than_or_equal: ({ text }) => is(`at most ${text}`),
  between: (value, about) => is(range(value, about)),
  not_between: (value, about) => is(outside(value, about)),
  has_any: (tags) => includes(list(tags, 'or')),
  has_none: (tags) =>
    isSingle(tags) ? doesNotInclude(list(tags, 'or')) : includes(`neither ${list(tags, 'nor')}`),
  has_all: (tags) => includes(list(tags, 'and')),
  not_has_all: (tags) => doesNotInclude(`${isSingle(tags) ? '' : 'all of '}${list(tags, 'and')}`),
  on: ({ text }) => is(`on ${text}`),
  not_on: ({ text }) => isNot(`on ${text}`),
  before: ({ text }) => is(`before ${text}`),
  after: ({ text }) => is(`after ${text}`),
  on_or_before: (value) => onOrAt(value, 'before'),
  on_or_after: (value) => onOrAt(value, 'after'),
  within_last: (length) => is(inLast(length)),
  not_within_last: (length) => isNot(inLast(length)),
  within_next: (length) => is(inNext(length)),
  not_within_next: (length) => isNot(inNext(length)),
  ago_at_least: (length) => is(`${back(length)} or earlier`),
  ahead_at_least: (length) => is(`${ahead(length)} or later`),
  ago_between: ({ nearest, farthest }) => is(`from ${back(farthest)} up to and including ${back(nearest)}`),
  in_period: (name) => is(period(name)),
  not_in_period: (name) => isNot(period(name)),
  anniversary_within_next: (length) => has(`its anniversary ${inNext(length)}`),
  anniversary_within_last: (length) => has(`its anniversary ${inLast(length)}`),
  anniversary_in_month: (value) => has(`its anniversary in ${month(value)}`),
  weekday_in: (weekdays) => is(days(weekdays)),
  not_weekday_in: (weekdays) => isNot(days(weekdays)),
  hour_between: (value) => is(hours(value)),
  not_hour_between: (value) => isNot(hours(value)),
  within_radius: (value) => is(`at most ${from(value)}`),
  outside_radius: (value) => is(`more than ${from(value)}`),
  in_top_percent: (percent, about) => is(`in the ${top(about)} ${ranked(`${percent}%`, about)}`),
  in_bottom_percent: (percent, about) => is(`in the ${bottom(about)} ${ranked(`${percent}%`, about)}`),
  in_top: (places, about) => is(`among the ${top(about)} ${ranked(places, about)}`),
  in_bottom: (places, about) => is(`among the ${bottom(about)} ${ranked(places, about)}`),
};

export const englishMemberships: Memberships = {
  is_member: (segment) => is(`in the segment ${segment}`),
  is_not_member: (segment) => is(`not in the segment ${segment}`),
  ever_member: (segment) => has(`ever been in the segment ${segment}`),
  never_member: (segment) => has(`never been in the segment ${segment}`),
  joined_within_last: (segment, length) => is(`in the segment ${segment} and joined it ${inLast(length)}`),
  left_within_last: (segment, length) =>
    left(`the segment ${segment} ${inLast(length)} and did not come back`),
  member_for_at_least: (segment, length) =>
    has(`been in the segment ${segment} since ${back(length)} or earlier`),
};

export const englishQuantities: Quantities = {
  equals: ({ items: [number] }) => (number === '0' ? 'no' : `exactly ${number}`),
  greater_than: ({ items: [number] }) => `more than ${number}`,
  greater_than_or_equal: ({ items: [number] }) => `at least ${number}`,
  less_than: ({ items: [number] }) => `fewer than ${number}`,
  less_than_or_equal: ({ items: [number] }) => `at most ${number}`,
  in_list: (numbers) => `exactly ${list(numbers, 'or')}`,
  between: ({ items: [lowest, highest] }) => `at least ${lowest} and at most ${highest}`,
};
