/** German: what each operator says of a value, of the record's place in a segment, or of how many records there are. */

import type { Period } from '../checked.js';
import { rolls } from '../time.js';
import { bracketed } from './brackets.js';
import {
  durationAfterPreposition as dative,
  duration,
  goneBy,
  isToday,
  joinedLately,
  lately,
  present,
  soon,
} from './german-durations.js';
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
  (one: string, many = one) =>
  (rest: string): Predicate => ({ verb: { one, many }, rest });
const is = verb('ist', 'sind');
const are = verb('sind');
const isNot = (rest: string): Predicate => is(`nicht ${rest}`);
const lies = verb('liegt');
const liesNot = (rest: string): Predicate => lies(`nicht ${rest}`);
const contains = verb('enthält');
const starts = verb('beginnt');
const ends = verb('endet');
const has = verb('hat', 'haben');
const belongs = verb('gehört');

const others = ({ others }: ListWords): readonly string[] =>
  others === undefined ? [] : [`einer von ${others} weiteren Werten`];

/** `a`, `a oder b`, `a, b oder c`; `einer von 12 weiteren Werten` stands for what is left out. */
const anyOf = (values: ListWords): string => joined([...values.items, ...others(values)], 'oder');
function allOf({ items, others }: ListWords): string {
  return joined(others === undefined ? items : [...items, `${others} weitere Werte`], 'und');
}
const joined = (items: readonly string[], word: string): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
const isSingle = ({ items, others }: ListWords): boolean => items.length === 1 && others === undefined;
const neither = (values: ListWords): string =>
  isSingle(values)
    ? `nicht ${values.items[0]}`
    : `weder ${[...values.items, ...others(values)].join(' noch ')}`;

const isTime = ({ type }: About): boolean => type === 'date' || type === 'datetime';

const which = { this: 'laufenden', last: 'vorigen', next: 'nächsten' } as const;
const lengths = { week: 'woche', month: 'monat', quarter: 'quartal', year: 'jahr' } as const;
const days = { today: 'heute', yesterday: 'gestern', tomorrow: 'morgen' } as const;

/** `im laufenden Kalendermonat`; of a single day, `heute`. */
function period(name: Period): string {
  if (name in days) return days[name as keyof typeof days];
  const [turn, length] = name.split('_') as [keyof typeof which, keyof typeof lengths];
  return `${length === 'week' ? 'in der' : 'im'} ${which[turn]} Kalender${lengths[length]}`;
}
const inPeriod = (name: Period): ((rest: string) => Predicate) => (name in days ? is : lies);

function month(value: ValueWords['month']): string {
  if (typeof value === 'object') return value.name;
  return `${value === 'this_month' ? which.this : which.next} Kalendermonat`;
}

/** The day of a reference is compared with a day, and its moment with a moment. */
const asReference = ({ text, precision }: ScalarWords): string =>
  `${precision === 'moment' ? 'zum selben Zeitpunkt' : 'am selben Tag'} wie ${text}`;
const on = (value: ScalarWords): string => (value.reference ? asReference(value) : `am ${value.text}`);
const before = ({ text, reference }: ScalarWords): string => (reference ? `vor ${text}` : `vor dem ${text}`);
const after = ({ text, reference }: ScalarWords): string => (reference ? `nach ${text}` : `nach dem ${text}`);

function same(value: ScalarWords, about: About): string {
  if (value.precision)
    return value.precision === 'moment' && !value.reference ? `genau ${on(value)}` : on(value);
  if (!value.reference) return value.text;
  return about.type === 'number' ? `genauso groß wie ${value.text}` : `gleich ${value.text}`;
}

function between({ from, to }: ValueWords['range'], about: About): Predicate {
  if (!isTime(about)) return is(`mindestens ${from.text} und höchstens ${to.text}`);
  return lies(`${from.reference ? 'von' : 'vom'} ${from.text} bis einschließlich ${to.text}`);
}
/** Right also where the ends are reversed: then nothing lies between them. */
function outside({ from, to }: ValueWords['range'], about: About): Predicate {
  if (!isTime(about)) return is(`kleiner als ${from.text} oder größer als ${to.text}`);
  return lies(`${before(from)} oder ${after(to)}`);
}

const hours = ({ from, until, through }: ValueWords['hours']): string =>
  `zu einer Uhrzeit ab ${from}${through ? ' über Mitternacht' : ''} bis vor ${until} Uhr`;
const weekdays = (names: ListWords): string => `an einem ${anyOf(names)}`;
const degrees = ({ size, negative }: Degrees, [plus, minus]: readonly [string, string]): string =>
  `${size}° ${negative ? minus : plus}`;
const distance = ({ latitude, longitude, kilometres }: ValueWords['radius']): string =>
  `${kilometres} km von ${degrees(latitude, ['N', 'S'])} ${degrees(longitude, ['O', 'W'])} entfernt`;

const ranked = (end: string, places: string, { subjects }: About): Predicate =>
  belongs(
    `zu den ${end} ${places} ${bracketed('Gleichstände eingeschlossen')} aller ${subjects} mit einem Wert`,
  );
const top = (places: string, about: About): Predicate =>
  ranked(isTime(about) ? 'spätesten' : 'höchsten', places, about);
const bottom = (places: string, about: About): Predicate =>
  ranked(isTime(about) ? 'frühesten' : 'niedrigsten', places, about);

const stated = (values: string): string => `${values} angegeben`;

export const germanPredicates: Predicates = {
  is_empty: (_, { type }) => (type === 'tags' ? is(stated('nichts')) : verb('fehlt')('')),
  is_not_empty: (_, { type }) => is(type === 'tags' ? stated('etwas') : 'bekannt'),
  equals: (value, about) => is(same(value, about)),
  not_equals: (value, about) => isNot(same(value, about)),
  in_list: (values) => is(anyOf(values)),
  not_in_list: (values) => is(neither(values)),
  contains,
  not_contains: (text) => contains(`${text} nicht`),
  starts_with: (text) => starts(`mit ${text}`),
  not_starts_with: (text) => starts(`nicht mit ${text}`),
  ends_with: (text) => ends(`auf ${text}`),
  not_ends_with: (text) => ends(`nicht auf ${text}`),
  greater_than: ({ text }) => is(`größer als ${text}`),
  greater_than_or_equal: ({ text }) => is(`mindestens ${text}`),
  less_than: ({ text }) => is(`kleiner als ${text}`),
  less_than_or_equal: ({ text }) => is(`höchstens ${text}`),
  between,
  not_between: outside,
  has_any: (tags) => is(stated(anyOf(tags))),
  has_none: (tags) => is(stated(neither(tags))),
  has_all: (tags) => (isSingle(tags) ? is : are)(stated(allOf(tags))),
  not_has_all: (tags) =>
    isSingle(tags) ? isNot(stated(allOf(tags))) : are(stated(`nicht alle von ${allOf(tags)}`)),
  on: (value) => is(on(value)),
  not_on: (value) => isNot(on(value)),
  before: (value) => lies(before(value)),
  after: (value) => lies(after(value)),
  on_or_before: (value) => is(`spätestens ${on(value)}`),
  on_or_after: (value) => is(`frühestens ${on(value)}`),
  within_last: (length) => (isToday(length) || rolls(length) ? is : lies)(lately(length)),
  not_within_last: (length) => (isToday(length) || rolls(length) ? isNot : liesNot)(lately(length)),
  within_next: (length) => (isToday(length) || rolls(length) ? is : lies)(soon(length)),
  not_within_next: (length) => (isToday(length) || rolls(length) ? isNot : liesNot)(soon(length)),
  ago_at_least: (length) => {
    if (length.count === 0) return is(`${present(length)} oder früher`);
    return (rolls(length) ? is : lies)(goneBy('mindestens', length));
  },
  ahead_at_least: (length) => {
    if (length.count === 0) return is(`${present(length)} oder später`);
    if (rolls(length)) return is(`frühestens in ${dative(length)}`);
    return lies(`mindestens ${duration(length)} nach heute`);
  },
  ago_between: ({ nearest, farthest }) => {
    const least = nearest.count === 0 ? `${present(nearest)} oder` : `mindestens ${duration(nearest)} und`;
    return (rolls(farthest) ? is : lies)(`${least} ${goneBy('höchstens', farthest)}`);
  },
  in_period: (name) => inPeriod(name)(period(name)),
  not_in_period: (name) => inPeriod(name)(`nicht ${period(name)}`),
  anniversary_within_next: (length) => verb('jährt')(`sich ${soon(length)}`),
  anniversary_within_last: (length) => verb('jährte')(`sich ${lately(length)}`),
  anniversary_in_month: (value) => verb('jährt')(`sich im ${month(value)}`),
  weekday_in: (names) => lies(weekdays(names)),
  not_weekday_in: (names) => liesNot(weekdays(names)),
  hour_between: (value) => lies(hours(value)),
  not_hour_between: (value) => liesNot(hours(value)),
  within_radius: (value) => is(`höchstens ${distance(value)}`),
  outside_radius: (value) => is(`mehr als ${distance(value)}`),
  in_top_percent: (percent, about) => top(`${percent} %`, about),
  in_bottom_percent: (percent, about) => bottom(`${percent} %`, about),
  in_top: top,
  in_bottom: bottom,
};

export const germanMemberships: Memberships = {
  is_member: (segment) => is(`im Segment ${segment}`),
  is_not_member: (segment) => is(`nicht im Segment ${segment}`),
  ever_member: (segment) => is(`jemals im Segment ${segment} gewesen`),
  never_member: (segment) => is(`nie im Segment ${segment} gewesen`),
  joined_within_last: (segment, length) =>
    is(`dem Segment ${segment} ${joinedLately(length)} beigetreten und noch darin`),
  left_within_last: (segment, length) =>
    has(`das Segment ${segment} ${joinedLately(length)} verlassen und nicht wieder betreten`),
  member_for_at_least: (segment, length) => is(`seit mindestens ${dative(length)} im Segment ${segment}`),
};

export const germanQuantities: Quantities = {
  equals: ({ items: [number] }) => (number === '0' ? 'keine' : `genau ${number}`),
  greater_than: ({ items: [number] }) => `mehr als ${number}`,
  greater_than_or_equal: ({ items: [number] }) => `mindestens ${number}`,
  less_than: ({ items: [number] }) => `weniger als ${number}`,
  less_than_or_equal: ({ items: [number] }) => `höchstens ${number}`,
  in_list: (numbers) => `genau ${anyOf(numbers)}`,
  between: ({ items: [lowest, highest] }) => `mindestens ${lowest} und höchstens ${highest}`,
};
