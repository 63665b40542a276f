/** The German words of every operator on every type, exactly. */

import { describe, expect, test } from '@jest/globals';
import { fieldTypes } from '../../src/rule-language/field-type.js';
import { operatorsOf } from '../../src/rule-language/operators.js';
import { german } from '../../src/rule-language/to-words/german.js';
import type { Memberships, Predicates } from '../../src/rule-language/to-words/language.js';
import { inWords } from './words-saying.js';
import { subject } from './words-vocabulary.js';

/** By field: operator, value, and its words; `[Zone]` where the sentence names the time zone. */
const table = `
# city
is_empty                |  | deren Stadt fehlt
is_not_empty            |  | deren Stadt bekannt ist
equals                  | "Berlin" | deren Stadt „Berlin“ ist
not_equals              | "Berlin" | deren Stadt nicht „Berlin“ ist (oder fehlt)
in_list                 | ["Berlin","Paris","Rome"] | deren Stadt „Berlin“, „Paris“ oder „Rome“ ist
not_in_list             | ["Berlin","Paris","Rome"] | deren Stadt weder „Berlin“ noch „Paris“ noch „Rome“ ist (oder fehlt)
contains                | "berg" | deren Stadt „berg“ enthält
not_contains            | "berg" | deren Stadt „berg“ nicht enthält (oder fehlt)
starts_with             | "Bad " | deren Stadt mit „Bad “ beginnt
not_starts_with         | "Bad " | deren Stadt nicht mit „Bad “ beginnt (oder fehlt)
ends_with               | "hausen" | deren Stadt auf „hausen“ endet
not_ends_with           | "hausen" | deren Stadt nicht auf „hausen“ endet (oder fehlt)

# score
is_empty                |  | deren Punktestand fehlt
is_not_empty            |  | deren Punktestand bekannt ist
equals                  | 1000 | deren Punktestand 1.000 ist
not_equals              | "0.50" | deren Punktestand nicht 0,5 ist (oder fehlt)
in_list                 | [1,2.5,3] | deren Punktestand 1, 2,5 oder 3 ist
not_in_list             | [1,2] | deren Punktestand weder 1 noch 2 ist (oder fehlt)
greater_than            | 1000 | deren Punktestand größer als 1.000 ist
greater_than_or_equal   | -3 | deren Punktestand mindestens -3 ist
less_than               | "12345678901234567890.125" | deren Punktestand kleiner als 12.345.678.901.234.567.890,125 ist
less_than_or_equal      | 0 | deren Punktestand höchstens 0 ist
between                 | [1,5] | deren Punktestand mindestens 1 und höchstens 5 ist
not_between             | [1,5] | deren Punktestand kleiner als 1 oder größer als 5 ist (oder fehlt)
in_top_percent          | "12.5" | deren Punktestand zu den höchsten 12,5 % (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört
in_bottom_percent       | 10 | deren Punktestand zu den niedrigsten 10 % (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört
in_top                  | 100 | deren Punktestand zu den höchsten 100 (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört
in_bottom               | 1000 | deren Punktestand zu den niedrigsten 1.000 (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört

# vip
is_empty                |  | deren VIP fehlt
is_not_empty            |  | deren VIP bekannt ist
equals                  | true | deren VIP „ja“ ist
not_equals              | true | deren VIP nicht „ja“ ist (oder fehlt)

# status
is_empty                |  | deren Status fehlt
is_not_empty            |  | deren Status bekannt ist
equals                  | "lead" | deren Status Interessent ist
not_equals              | "lead" | deren Status nicht Interessent ist (oder fehlt)
in_list                 | ["lead","customer"] | deren Status Interessent oder Kunde ist
not_in_list             | ["lead","customer"] | deren Status weder Interessent noch Kunde ist (oder fehlt)

# tags
is_empty                |  | bei denen als Schlagwörter nichts angegeben ist
is_not_empty            |  | bei denen als Schlagwörter etwas angegeben ist
has_any                 | ["vegan","vip"] | bei denen als Schlagwörter Vegan oder VIP angegeben ist
has_none                | ["vegan","vip","late"] | bei denen als Schlagwörter weder Vegan noch VIP noch „late“ angegeben ist (oder nichts)
has_all                 | ["vegan","vip"] | bei denen als Schlagwörter Vegan und VIP angegeben sind
not_has_all             | ["vegan","vip"] | bei denen als Schlagwörter nicht alle von Vegan und VIP angegeben sind (oder nichts)

# birthday
is_empty                |  | deren Geburtstag fehlt
is_not_empty            |  | deren Geburtstag bekannt ist
between                 | ["1990-01-01","1999-12-31"] | deren Geburtstag vom 1. Januar 1990 bis einschließlich 31. Dezember 1999 liegt
not_between             | ["1990-01-01","1999-12-31"] | deren Geburtstag vor dem 1. Januar 1990 oder nach dem 31. Dezember 1999 liegt (oder fehlt)
on                      | "1990-03-09" | deren Geburtstag am 9. März 1990 ist
not_on                  | "1990-03-09" | deren Geburtstag nicht am 9. März 1990 ist (oder fehlt)
before                  | "1990-03-09" | deren Geburtstag vor dem 9. März 1990 liegt
after                   | "1990-03-09" | deren Geburtstag nach dem 9. März 1990 liegt
on_or_before            | "1990-03-09" | deren Geburtstag spätestens am 9. März 1990 ist
on_or_after             | "1990-03-09" | deren Geburtstag frühestens am 9. März 1990 ist
within_last             | {"days":30} | deren Geburtstag in den letzten 30 Tagen einschließlich heute liegt [Zone]
not_within_last         | {"days":30} | deren Geburtstag nicht in den letzten 30 Tagen einschließlich heute liegt (oder fehlt) [Zone]
within_next             | {"weeks":2} | deren Geburtstag in den nächsten 2 Wochen einschließlich heute liegt [Zone]
not_within_next         | {"weeks":2} | deren Geburtstag nicht in den nächsten 2 Wochen einschließlich heute liegt (oder fehlt) [Zone]
ago_at_least            | {"years":18} | deren Geburtstag mindestens 18 Jahre vor heute liegt [Zone]
ahead_at_least          | {"days":0} | deren Geburtstag heute oder später ist [Zone]
ago_between             | [{"days":30},{"days":60}] | deren Geburtstag mindestens 30 Tage und höchstens 60 Tage vor heute liegt [Zone]
in_period               | "this_month" | deren Geburtstag im laufenden Kalendermonat liegt [Zone]
not_in_period           | "today" | deren Geburtstag nicht heute ist (oder fehlt) [Zone]
anniversary_within_next | {"days":14} | deren Geburtstag sich in den nächsten 14 Tagen einschließlich heute jährt [Zone]
anniversary_within_last | {"months":1} | deren Geburtstag sich innerhalb von 1 Monat bis einschließlich heute jährte [Zone]
anniversary_in_month    | 3 | deren Geburtstag sich im März jährt
weekday_in              | ["saturday","sunday"] | deren Geburtstag an einem Samstag oder Sonntag liegt
not_weekday_in          | ["monday"] | deren Geburtstag nicht an einem Montag liegt (oder fehlt)
in_top_percent          | 10 | deren Geburtstag zu den spätesten 10 % (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört
in_bottom_percent       | 10 | deren Geburtstag zu den frühesten 10 % (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört
in_top                  | 100 | deren Geburtstag zu den spätesten 100 (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört
in_bottom               | 100 | deren Geburtstag zu den frühesten 100 (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört

# signed_up_at
is_empty                |  | deren Registrierung fehlt
is_not_empty            |  | deren Registrierung bekannt ist
equals                  | "2024-03-01T14:05:00+01:00" | deren Registrierung genau am 1. März 2024 um 14:05 Uhr ist [Zone]
not_equals              | "2024-10-27T00:30:00Z" | deren Registrierung nicht genau am 27. Oktober 2024 um 02:30 Uhr UTC+02:00 ist (oder fehlt) [Zone]
between                 | ["2024-01-01","2024-03-31"] | deren Registrierung vom 1. Januar 2024 bis einschließlich 31. März 2024 liegt [Zone]
not_between             | ["2024-01-01T00:00:00Z","2024-03-31T12:00:30.5Z"] | deren Registrierung vor dem 1. Januar 2024 um 01:00 Uhr oder nach dem 31. März 2024 um 14:00:30,5 Uhr liegt (oder fehlt) [Zone]
on                      | "2024-03-01" | deren Registrierung am 1. März 2024 ist [Zone]
not_on                  | "2024-03-01" | deren Registrierung nicht am 1. März 2024 ist (oder fehlt) [Zone]
before                  | "2024-03-01" | deren Registrierung vor dem 1. März 2024 liegt [Zone]
after                   | "2024-03-01T00:00:00Z" | deren Registrierung nach dem 1. März 2024 um 01:00 Uhr liegt [Zone]
on_or_before            | "2024-03-01T00:00:00Z" | deren Registrierung spätestens am 1. März 2024 um 01:00 Uhr ist [Zone]
on_or_after             | "2024-03-01" | deren Registrierung frühestens am 1. März 2024 ist [Zone]
within_last             | {"hours":48} | deren Registrierung weniger als 48 Stunden her ist
not_within_last         | {"days":1} | deren Registrierung nicht heute ist (oder fehlt) [Zone]
within_next             | {"minutes":1} | deren Registrierung in weniger als 1 Minute ist
not_within_next         | {"months":3} | deren Registrierung nicht in den nächsten 3 Monaten einschließlich heute liegt (oder fehlt) [Zone]
ago_at_least            | {"hours":48} | deren Registrierung mindestens 48 Stunden her ist
ahead_at_least          | {"seconds":90} | deren Registrierung frühestens in 90 Sekunden ist
ago_between             | [{"hours":0},{"hours":2}] | deren Registrierung jetzt oder höchstens 2 Stunden her ist
in_period               | "last_week" | deren Registrierung in der vorigen Kalenderwoche liegt [Zone]
not_in_period           | "next_quarter" | deren Registrierung nicht im nächsten Kalenderquartal liegt (oder fehlt) [Zone]
anniversary_within_next | {"days":14} | deren Registrierung sich in den nächsten 14 Tagen einschließlich heute jährt [Zone]
anniversary_within_last | {"days":7} | deren Registrierung sich in den letzten 7 Tagen einschließlich heute jährte [Zone]
anniversary_in_month    | "this_month" | deren Registrierung sich im laufenden Kalendermonat jährt [Zone]
weekday_in              | ["monday","tuesday","friday"] | deren Registrierung an einem Montag, Dienstag oder Freitag liegt [Zone]
not_weekday_in          | ["monday"] | deren Registrierung nicht an einem Montag liegt (oder fehlt) [Zone]
hour_between            | [11,14] | deren Registrierung zu einer Uhrzeit ab 11:00 bis vor 14:00 Uhr liegt [Zone]
not_hour_between        | ["22:30","06:15"] | deren Registrierung nicht zu einer Uhrzeit ab 22:30 über Mitternacht bis vor 06:15 Uhr liegt (oder fehlt) [Zone]
in_top_percent          | 10 | deren Registrierung zu den spätesten 10 % (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört
in_bottom_percent       | 10 | deren Registrierung zu den frühesten 10 % (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört
in_top                  | 1 | deren Registrierung zu den spätesten 1 (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört
in_bottom               | 100 | deren Registrierung zu den frühesten 100 (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört

# position
is_empty                |  | deren Standort fehlt
is_not_empty            |  | deren Standort bekannt ist
within_radius           | {"latitude":52.52,"longitude":13.405,"kilometres":25} | deren Standort höchstens 25 km von 52,52° N 13,405° O entfernt ist
outside_radius          | {"latitude":-33.9,"longitude":-70.6,"kilometres":1500} | deren Standort mehr als 1.500 km von 33,9° S 70,6° W entfernt ist (oder fehlt)
`;

const said = (document: unknown): string => inWords(document, { language: 'de' });
const spelledOut = (words: string): string => words.replace(/ \[Zone\]$/, ' – Zeitzone Europe/Berlin');

const rows = table.split('\n# ').flatMap((block) => {
  const [field = '', ...lines] = block.trim().split('\n');
  return lines.map((line) => {
    const [operator = '', value = '', words = ''] = line.split(' | ').map((cell) => cell.trim());
    const document = { field, operator, ...(value !== '' && { value: JSON.parse(value) }) };
    return { field, operator, document, words: spelledOut(words) };
  });
});

const memberships = [
  ['is_member', undefined, 'die im Segment „VIP“ sind'],
  ['is_not_member', undefined, 'die nicht im Segment „VIP“ sind'],
  ['ever_member', undefined, 'die jemals im Segment „VIP“ gewesen sind'],
  ['never_member', undefined, 'die nie im Segment „VIP“ gewesen sind'],
  [
    'joined_within_last',
    { hours: 12 },
    'die dem Segment „VIP“ vor weniger als 12 Stunden beigetreten und noch darin sind',
  ],
  [
    'joined_within_last',
    { days: 7 },
    'die dem Segment „VIP“ in den letzten 7 Tagen einschließlich heute beigetreten und noch darin sind [Zone]',
  ],
  ['joined_within_last', { days: 1 }, 'die dem Segment „VIP“ heute beigetreten und noch darin sind [Zone]'],
  [
    'left_within_last',
    { hours: 1 },
    'die das Segment „VIP“ vor weniger als 1 Stunde verlassen und nicht wieder betreten haben',
  ],
  [
    'left_within_last',
    { months: 1 },
    'die das Segment „VIP“ innerhalb von 1 Monat bis einschließlich heute verlassen und nicht wieder betreten haben [Zone]',
  ],
  ['member_for_at_least', { hours: 6 }, 'die seit mindestens 6 Stunden im Segment „VIP“ sind'],
  ['member_for_at_least', { months: 1 }, 'die seit mindestens 1 Monat im Segment „VIP“ sind [Zone]'],
] as const;

describe('a condition in German', () => {
  test.each(rows)('$field $operator: $words', ({ document, words }) => {
    expect(said(document)).toBe(`Kontakte, ${words}.`);
  });

  test.each(fieldTypes)('has words for every operator on a %s', (type) => {
    const ofType = rows.filter(({ field }) => subject.record.fields.get(field)?.type === type);
    expect(ofType.map(({ operator }) => operator).toSorted()).toEqual(operatorsOf(type).toSorted());
  });

  test.each(memberships)('of a segment, %s %j', (operator, value, words) => {
    const document = { segment: 's-1', operator, ...(value && { value }) };
    expect(said(document)).toBe(`Kontakte, ${spelledOut(words)}.`);
  });

  test('has words for every operator on segments', () => {
    const operators = new Set(memberships.map(([operator]) => operator as string));
    expect([...operators].toSorted()).toEqual(operatorsOf('segment').toSorted());
  });
});

test('German without words for an operator does not compile', () => {
  const { hour_between: _positive, ...withoutPositive } = german.predicates;
  const { outside_radius: _negative, ...withoutNegative } = german.predicates;
  const { never_member: _membership, ...withoutMembership } = german.memberships;
  // @ts-expect-error a positive operator is missing
  const first: Predicates = withoutPositive;
  // @ts-expect-error a negative operator is missing
  const second: Predicates = withoutNegative;
  // @ts-expect-error a segment operator is missing
  const third: Memberships = withoutMembership;
  expect([first, second, third]).toHaveLength(3);
});
