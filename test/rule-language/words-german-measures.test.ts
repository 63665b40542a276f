/** The German words of measures and of what is reached along paths. */

import { describe, expect, test } from '@jest/globals';
import { measures } from '../../src/rule-language/measures.js';
import { all, any, field, inWords, related } from './words-saying.js';

const paid = { where: all(field('status', 'equals', 'paid')) };
const orders = (measure: string, more: object, operator?: string, value?: unknown): object =>
  related('orders', measure, more, operator, value);
const count = (operator: string, value?: unknown, more: object = {}): object =>
  orders('count', more, operator, value);
const zoned = ' – Zeitzone Europe/Berlin';

const counts: readonly (readonly [string, object])[] = [
  ['die keine Bestellungen haben', count('equals', 0)],
  ['bei denen die Anzahl aller Bestellungen genau 1 ist', count('equals', 1)],
  ['die genau 1 oder 2 Bestellungen haben', count('in_list', [1, 2])],
  ['die mehr als 0 Bestellungen haben', count('greater_than', 0)],
  ['die mindestens 1.000 Bestellungen haben', count('greater_than_or_equal', 1000)],
  ['die weniger als 3 Bestellungen haben', count('less_than', 3)],
  [
    'bei denen die Anzahl der Bestellungen (deren Status Bezahlt ist) höchstens 1 ist',
    count('less_than_or_equal', 1, paid),
  ],
  ['die mindestens 2 und höchstens 5 Bestellungen haben', count('between', [2, 5])],
  ['bei denen die Anzahl aller Bestellungen nicht 3 ist', count('not_equals', 3)],
  ['bei denen die Anzahl aller Bestellungen weder 1 noch 2 ist', count('not_in_list', [1, 2])],
  [
    'bei denen die Anzahl aller Bestellungen kleiner als 2 oder größer als 5 ist',
    count('not_between', [2, 5]),
  ],
  ['bei denen die Anzahl aller Bestellungen fehlt', count('is_empty')],
  [
    'bei denen die Anzahl der Bestellungen (deren Status Bezahlt ist) zu den höchsten 10 (Gleichstände eingeschlossen) aller Kontakte mit einem Wert gehört',
    count('in_top', 10, paid),
  ],
  [
    `bei denen die Anzahl aller Verkaufschancen (Unternehmen) genau 1 ist${zoned}`,
    related('company.opportunities', 'count', {}, 'equals', 1),
  ],
  [
    `bei denen es keine Verkaufschancen (Unternehmen) gibt${zoned}`,
    related('company.opportunities', 'count', {}, 'equals', 0),
  ],
  [
    `die mindestens 8 Bestellungen haben (deren Bestellzeit in den letzten 30 Tagen einschließlich heute liegt und deren Status Bezahlt oder Geliefert ist)${zoned}`,
    count('greater_than_or_equal', 8, {
      where: all(
        field('placed_at', 'within_last', { days: 30 }),
        field('status', 'in_list', ['paid', 'fulfilled']),
      ),
    }),
  ],
  [
    'bei denen die Anzahl der Bestellungen (die mindestens 3 Positionen haben [deren Kategorie „wine“ ist]) genau 1 ist',
    count('equals', 1, {
      where: all(
        related(
          'lines',
          'count',
          { where: all(field('category', 'equals', 'wine')) },
          'greater_than_or_equal',
          3,
        ),
      ),
    }),
  ],
  [
    'die mindestens 2 Bestellungen haben (deren Kanal Online ist und [deren Summe größer als 50 ist oder deren Gutschein bekannt ist])',
    count('greater_than_or_equal', 2, {
      where: all(
        field('channel', 'equals', 'online'),
        any(field('total', 'greater_than', 50), field('coupon', 'is_not_empty')),
      ),
    }),
  ],
];

const others: Readonly<Record<string, readonly (readonly [string, object])[]>> = {
  sum: [
    [
      'bei denen die Summe von Summe über alle Bestellungen größer als 500 ist',
      orders('sum', { of: 'total' }, 'greater_than', 500),
    ],
    [
      'bei denen die Summe von Summe über Bestellungen (deren Status Bezahlt ist) nicht 500 ist',
      orders('sum', { of: 'total', ...paid }, 'not_equals', 500),
    ],
  ],
  average: [
    [
      'bei denen der Durchschnitt von Summe über alle Bestellungen nicht 5 ist (oder fehlt)',
      orders('average', { of: 'total' }, 'not_equals', 5),
    ],
  ],
  minimum: [
    [
      'bei denen der kleinste Wert von Summe über alle Bestellungen höchstens 5 ist',
      orders('minimum', { of: 'total' }, 'less_than_or_equal', 5),
    ],
    [
      'bei denen der früheste Wert von Bestellzeit über alle Bestellungen weniger als 3 Stunden her ist',
      orders('minimum', { of: 'placed_at' }, 'within_last', { hours: 3 }),
    ],
  ],
  maximum: [
    [
      'bei denen der größte Wert von Summe über alle Bestellungen fehlt',
      orders('maximum', { of: 'total' }, 'is_empty'),
    ],
    [
      `bei denen der späteste Wert von Bestellzeit über alle Bestellungen vor dem 1. Januar 2024 liegt${zoned}`,
      orders('maximum', { of: 'placed_at' }, 'before', '2024-01-01'),
    ],
  ],
  distinct: [
    [
      `bei denen die Anzahl verschiedener Werte von Datum von Bestellzeit über alle Bestellungen mindestens 3 ist${zoned}`,
      orders('distinct', { of: 'placed_at.date' }, 'greater_than_or_equal', 3),
    ],
    [
      'bei denen die Anzahl verschiedener Werte von Stadt (Filiale) über alle Bestellungen nicht 3 ist',
      orders('distinct', { of: 'shop.city' }, 'not_equals', 3),
    ],
  ],
  most_frequent: [
    [
      'bei denen der häufigste Wert (bei Gleichstand genügt einer) von Status über alle Bestellungen Bezahlt oder Storniert ist',
      orders('most_frequent', { of: 'status' }, 'in_list', ['paid', 'cancelled']),
    ],
    [
      'bei denen der häufigste Wert (bei Gleichstand jeder) von Status über alle Bestellungen nicht Bezahlt ist (oder fehlt)',
      orders('most_frequent', { of: 'status' }, 'not_equals', 'paid'),
    ],
    [
      'bei denen der häufigste Wert von Status über alle Bestellungen fehlt',
      orders('most_frequent', { of: 'status' }, 'is_empty'),
    ],
  ],
  first: [
    [
      'bei denen der Wert von Kanal im ersten Eintrag aller Bestellungen Online ist',
      orders('first', { of: 'channel' }, 'equals', 'online'),
    ],
  ],
  last: [
    [
      'bei denen der Wert von Stadt (Filiale) im letzten Eintrag der Bestellungen (deren Status Bezahlt ist) „x“ nicht enthält (oder fehlt)',
      orders('last', { of: 'shop.city', ...paid }, 'not_contains', 'x'),
    ],
  ],
  share: [
    [
      `bei denen der Anteil mit der Eigenschaft (Bestellzeit liegt zu einer Uhrzeit ab 11:00 bis vor 14:00 Uhr) über alle Bestellungen größer als 50 % ist${zoned}`,
      orders('share', { satisfying: all(field('placed_at', 'hour_between', [11, 14])) }, 'greater_than', 0.5),
    ],
    [
      'bei denen der Anteil von Summe mit der Eigenschaft (Kanal ist Online) über Bestellungen (deren Status Bezahlt ist) mindestens 12,5 % und höchstens 100 % ist',
      orders(
        'share',
        { of: 'total', ...paid, satisfying: all(field('channel', 'equals', 'online')) },
        'between',
        [0.125, 1],
      ),
    ],
  ],
  average_gap: [
    [
      `bei denen der durchschnittliche Abstand in Tagen zwischen den Tagen der Bestellungen (deren Status Bezahlt ist) kleiner als 3 oder größer als 30 ist (oder fehlt)${zoned}`,
      orders('average_gap', paid, 'not_between', [3, 30]),
    ],
  ],
};

const metrics: readonly (readonly [string, object])[] = [
  ['deren Gesamtumsatz größer als 1.000 ist', field('total_spend', 'greater_than', 1000)],
  ['deren Gesamtumsatz nicht 0 ist', field('total_spend', 'not_equals', 0)],
  [
    `deren Bestellzahl der letzten 30 Tage mindestens 3 ist${zoned}`,
    field('recent_orders', 'greater_than_or_equal', 3),
  ],
  ['deren Erste Bestellung bekannt ist', field('first_order_at', 'is_not_empty')],
  ['deren Häufigster Status nicht Bezahlt ist (oder fehlt)', field('favourite_status', 'not_equals', 'paid')],
  [`deren Alter mindestens 18 ist${zoned}`, field('age', 'greater_than_or_equal', 18)],
  [`deren Registrierungsjahr 2.024 ist${zoned}`, field('sign_up_year', 'equals', 2024)],
  ['deren E-Mail-Domain auf „.de“ endet', field('email_domain', 'ends_with', '.de')],
  [
    `deren Wochentag von Registrierung Freitag ist${zoned}`,
    field('signed_up_at.weekday', 'equals', 'friday'),
  ],
  [
    `deren Stunde von Registrierung mindestens 18 ist${zoned}`,
    field('signed_up_at.hour', 'greater_than_or_equal', 18),
  ],
  ['deren Unternehmen fehlt', field('company', 'is_empty')],
  ['deren Unternehmen bekannt ist', field('company', 'is_not_empty')],
  ['deren Inhaber (Unternehmen) fehlt', field('company.owner', 'is_empty')],
  ['deren Inhaber (Unternehmen) bekannt ist', field('company.owner', 'is_not_empty')],
  [
    'deren Branche (Unternehmen › Inhaber) „Hotels“ oder „Spas“ ist',
    field('company.owner.industry', 'in_list', ['Hotels', 'Spas']),
  ],
];

const said = (document: unknown): string => inWords(document, { language: 'de' });

describe('in German', () => {
  test.each([...counts, ...Object.values(others).flat(), ...metrics])('Kontakte, %s.', (words, document) =>
    expect(said(document)).toBe(`Kontakte, ${words}.`),
  );

  test('each measure has words', () => {
    expect(['count', ...Object.keys(others)].toSorted()).toEqual([...measures].toSorted());
  });
});
