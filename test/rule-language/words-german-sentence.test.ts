/** The German words of references, groups and names. */

import { describe, expect, test } from '@jest/globals';
import { conditionInWords } from '../../src/rule-language/to-words.js';
import { all, any, checked, field, group, inWords, related, zone } from './words-saying.js';
import { subject } from './words-vocabulary.js';

const zoned = ' – Zeitzone Europe/Berlin';
const orders = related('orders', 'count', {});
const parentTime = { field: 'occurred_at', from: 'parent' };

const references: readonly (readonly [string, object])[] = [
  ['deren Stadt gleich Rechnungsort ist', field('city', 'equals', { field: 'billing_city' })],
  [
    'deren Stadt nicht gleich Stadt (Unternehmen) ist (oder eines von beiden fehlt)',
    field('city', 'not_equals', { field: 'company.city' }),
  ],
  [
    'deren VIP nicht gleich Bestätigte E-Mail-Adresse ist (oder eines von beiden fehlt)',
    field('vip', 'not_equals', { field: 'email_verified' }),
  ],
  [
    'deren Gesamtumsatz größer als Kreditlimit × 0,8 ist',
    field('total_spend', 'greater_than', { field: 'credit_limit', times: '0.80' }),
  ],
  [
    'deren Punktestand kleiner als Kreditlimit oder größer als Jahresumsatz (Unternehmen) × -2 ist (oder eine der Angaben fehlt)',
    field('score', 'not_between', [{ field: 'credit_limit' }, { field: 'company.revenue', times: '-2' }]),
  ],
  [
    'deren Punktestand mindestens 5 und höchstens Kreditlimit ist',
    field('score', 'between', [5, { field: 'credit_limit' }]),
  ],
  [
    'deren Punktestand nicht genauso groß wie die Anzahl aller Bestellungen × 2 ist (oder fehlt)',
    field('score', 'not_equals', { ...orders, times: '2' }),
  ],
  [
    `deren Geburtstag nach Registrierung (nur Datum) liegt${zoned}`,
    field('birthday', 'after', { field: 'signed_up_at' }),
  ],
  [
    'deren Geburtstag am selben Tag wie Fälligkeit − 1 Tag ist',
    field('birthday', 'on', { field: 'due', minus: { days: 1 } }),
  ],
  [
    'deren Registrierung zum selben Zeitpunkt wie Letzter Besuch ist',
    field('signed_up_at', 'equals', { field: 'last_seen_at' }),
  ],
  [
    'deren Registrierung frühestens zum selben Zeitpunkt wie Letzter Besuch − 2 Stunden ist',
    field('signed_up_at', 'on_or_after', { field: 'last_seen_at', minus: { hours: 2 } }),
  ],
  [
    `deren Registrierung spätestens zum selben Zeitpunkt wie Letzter Besuch + 2 Tage ist${zoned}`,
    field('signed_up_at', 'on_or_before', { field: 'last_seen_at', plus: { days: 2 } }),
  ],
  [
    `deren Registrierung spätestens am selben Tag wie Gründung (Unternehmen) ist${zoned}`,
    field('signed_up_at', 'on_or_before', { field: 'company.founded' }),
  ],
  [
    'die mehr als 0 Bestellungen haben (deren Summe größer als Kreditlimit [Kontakt] ist und deren Gutschein nicht gleich Stadt [jeweils Kontakt › Unternehmen] ist [oder eines von beiden fehlt])',
    related(
      'orders',
      'count',
      {
        where: all(
          field('total', 'greater_than', { field: 'credit_limit', from: 'subject' }),
          field('coupon', 'not_equals', { field: 'company.city', from: 'parent' }),
        ),
      },
      'greater_than',
      0,
    ),
  ],
  [
    `bei denen die Anzahl der Aktivitäten (deren Art Warenkorb ist und bei denen es keine Bestellungen [Kontakt] gibt [deren Bestellzeit von Zeitpunkt (jeweils Aktivität) bis einschließlich Zeitpunkt (jeweils Aktivität) + 1 Tag liegt]) mindestens 1 ist${zoned}`,
    related(
      'activities',
      'count',
      {
        where: all(
          field('kind', 'equals', 'cart'),
          related(
            'subject.orders',
            'count',
            { where: all(field('placed_at', 'between', [parentTime, { ...parentTime, plus: { days: 1 } }])) },
            'equals',
            0,
          ),
        ),
      },
      'greater_than_or_equal',
      1,
    ),
  ],
  [
    'bei denen die Anzahl der Bestellungen (deren Status Bezahlt ist) größer als die Anzahl der Bestellungen (deren Status Storniert ist) ist',
    related('orders', 'count', { where: all(field('status', 'equals', 'paid')) }, 'greater_than', {
      ...related('orders', 'count', { where: all(field('status', 'equals', 'cancelled')) }),
    }),
  ],
];

const [a, b, c] = [
  field('city', 'equals', 'A'),
  field('score', 'greater_than', 5),
  field('vip', 'equals', true),
];

const groups: readonly (readonly [string, object])[] = [
  ['deren Stadt „A“ ist', all(any(group({ at_least: 1 }, a)))],
  ['deren Stadt „A“ ist und deren Punktestand größer als 5 ist und deren VIP „ja“ ist', all(a, b, c)],
  ['deren Stadt „A“ ist oder deren Punktestand größer als 5 ist', any(a, b)],
  ['deren Stadt „A“ ist oder deren Punktestand größer als 5 ist', group({ at_least: 1 }, a, b)],
  [
    'für die keine dieser Bedingungen gilt (Stadt ist „A“; Punktestand ist größer als 5)',
    group('none', a, b),
  ],
  ['für die nicht gilt (Stadt ist „A“)', group('none', a)],
  ['für die nicht gilt (Stadt ist „A“)', group('not_all', a)],
  [
    'für die nicht alle dieser Bedingungen gelten (Stadt ist „A“; Punktestand ist größer als 5)',
    group('not_all', a, b),
  ],
  [
    'für die mindestens 2 dieser Bedingungen gelten (Stadt ist „A“; Punktestand ist größer als 5; VIP ist „ja“)',
    group({ at_least: 2 }, a, b, c),
  ],
  ['deren Stadt „A“ ist und (deren Punktestand größer als 5 ist oder deren VIP „ja“ ist)', all(a, any(b, c))],
  ['(deren Stadt „A“ ist und deren Punktestand größer als 5 ist) oder deren VIP „ja“ ist', any(all(a, b), c)],
  [
    'deren Stadt „A“ ist oder (deren Punktestand größer als 5 ist und [deren VIP „ja“ ist oder deren Stadt „A“ ist])',
    any(a, all(b, any(c, a))),
  ],
  ['für die nicht gilt (Stadt ist „A“ oder Punktestand ist größer als 5)', group('none', any(a, b))],
  [
    'für die keine dieser Bedingungen gilt ([Stadt ist „A“ oder Punktestand ist größer als 5]; VIP ist „ja“)',
    group('none', any(a, b), c),
  ],
  [
    'für die keine dieser Bedingungen gilt (es gilt nicht [Stadt ist „A“]; keine dieser Bedingungen gilt [Punktestand ist größer als 5; VIP ist „ja“])',
    group('none', group('none', a), group('none', b, c)),
  ],
  ['deren Stadt „A“ ist und für die keine Bedingung gilt', all(a, { everyone: true })],
  [
    'deren Stadt „A“ ist und die keine Bestellungen haben und die nicht im Segment „VIP“ sind und für die keine dieser Bedingungen gilt (Unternehmen fehlt; ist im Segment „At risk“; VIP ist „ja“)',
    all(
      a,
      { ...orders, operator: 'equals', value: 0 },
      { segment: 's-1', operator: 'is_not_member' },
      group('none', field('company', 'is_empty'), { segment: 's-2', operator: 'is_member' }, c),
    ),
  ],
];

const said = (document: unknown): string => inWords(document, { language: 'de' });
const bare = (document: unknown): string =>
  conditionInWords(checked(document), { subject, zone, language: 'de' });

describe('in German', () => {
  test.each([...references, ...groups])('Kontakte, %s.', (words, document) =>
    expect(said(document)).toBe(`Kontakte, ${words}.`),
  );

  test('everyone', () => {
    expect(said({ everyone: true })).toBe('Alle Kontakte.');
    expect(bare({ everyone: true })).toBe('ohne Bedingung');
  });

  test('a disabled node says nothing', () => {
    expect(said(all(a, { ...b, disabled: true }))).toBe('Kontakte, deren Stadt „A“ ist.');
  });

  test('on its own, the verb is second', () => {
    expect(bare(field('city', 'not_contains', 'x'))).toBe('Stadt enthält „x“ nicht (oder fehlt)');
    expect(bare(field('birthday', 'anniversary_in_month', 3))).toBe('Geburtstag jährt sich im März');
    expect(bare(field('tags', 'has_any', ['vegan']))).toBe('als Schlagwörter ist Vegan angegeben');
    expect(bare({ ...orders, operator: 'greater_than', value: 2 })).toBe('hat mehr als 2 Bestellungen');
    expect(bare({ segment: 's-1', operator: 'left_within_last', value: { hours: 2 } })).toBe(
      'hat das Segment „VIP“ vor weniger als 2 Stunden verlassen und nicht wieder betreten',
    );
  });

  test('labels and options stand in German, and as declared where there is none', () => {
    expect(bare(field('region', 'equals', 'x'))).toBe('Region (region) ist „x“');
    expect(bare(field('source', 'in_list', ['fair', 'Fair']))).toBe('Quelle ist Messe oder „Fair“');
    expect(bare(field('size', 'in_list', ['s', 'm', 'x']))).toBe(
      'Größe ist „1,000 or fewer“, More („m“) oder More („x“)',
    );
  });

  test('a text cannot pass for a sentence', () => {
    expect(bare(field('city', 'equals', 'A“ oder „B'))).toBe('Stadt ist "A“ oder „B"');
    expect(bare(field('city', 'equals', 'A\u00a0B'))).toBe('Stadt ist "A\\u{a0}B"');
  });

  test('a long list is cut', () => {
    const letters = [...'abcdefghijklmnopq'];
    const shown = '„a“, „b“, „c“, „d“, „e“';
    expect(bare(field('city', 'in_list', letters))).toBe(
      `Stadt ist ${shown} oder einer von 12 weiteren Werten`,
    );
    expect(bare(field('city', 'not_in_list', letters))).toBe(
      `Stadt ist weder ${shown.replaceAll(',', ' noch')} noch einer von 12 weiteren Werten (oder fehlt)`,
    );
    expect(bare(field('tags', 'has_all', letters))).toBe(
      `als Schlagwörter sind ${shown} und 12 weitere Werte angegeben`,
    );
  });

  test('a kind of record without a plural in German keeps its label', () => {
    const { plurals: _, ...record } = subject.record;
    expect(inWords(a, { language: 'de', subject: { ...subject, record } })).toBe(
      'Kontakt, deren Stadt „A“ ist.',
    );
  });
});
