/** What lint finds, by code and path; and what it leaves alone. */

import { describe, expect, test } from '@jest/globals';
import { lint, lintCodes } from '../../src/rule-language/lint.js';
import { all, any, checked, field, group, related } from './words-saying.js';

const orders = (more: object, operator: string, value: unknown): object =>
  related('orders', 'count', more, operator, value);
const share = (operator: string, value: unknown): object =>
  related('orders', 'share', { satisfying: all(field('status', 'equals', 'paid')) }, operator, value);
const [berlin, rome] = [field('city', 'equals', 'Berlin'), field('city', 'equals', 'Rome')];
const vip = { segment: 's-1', operator: 'is_member' };

const found = (document: object): string[] =>
  lint(checked(document)).map(({ code, path, with: others }) =>
    [code.replace('lint.', ''), path || '(root)', ...others].join(' '),
  );

const table: readonly (readonly [finding: string, document: object])[] = [
  ['contradiction (root) rules[0] rules[1]', all(berlin, rome)],
  ['contradiction (root) rules[0] rules[1]', all(berlin, field('city', 'not_equals', 'BERLIN'))],
  ['contradiction (root) rules[0] rules[1]', all(berlin, field('city', 'is_empty'))],
  ['contradiction (root) rules[0] rules[1]', all(field('city', 'contains', 'x'), field('city', 'is_empty'))],
  [
    'contradiction (root) rules[0] rules[2]',
    all(field('score', 'greater_than', 10), vip, field('score', 'less_than', 5)),
  ],
  [
    'contradiction (root) rules[0] rules[1]',
    all(field('birthday', 'before', '2000-01-01'), field('birthday', 'on', '2000-01-01')),
  ],
  [
    'contradiction (root) rules[0] rules[1]',
    all(
      field('signed_up_at', 'within_last', { days: 14 }),
      field('signed_up_at', 'ago_at_least', { weeks: 2 }),
    ),
  ],
  [
    'contradiction (root) rules[0] rules[1]',
    all(field('birthday', 'within_last', { years: 1 }), field('birthday', 'ago_at_least', { months: 12 })),
  ],
  ['contradiction (root) rules[0] rules[1]', all(orders({}, 'greater_than', 1), orders({}, 'less_than', 2))],
  [
    'contradiction (root) rules[0] rules[1]',
    all(vip, { segment: 's-1', operator: 'left_within_last', value: { days: 7 } }),
  ],
  [
    'contradiction (root) rules[0] rules[1]',
    group('none', field('vip', 'equals', true), field('vip', 'not_equals', true)),
  ],
  ['contradiction (root) rules[0] rules[1]', group({ at_least: 2 }, berlin, rome)],
  [
    'never rules[0] + contradiction rules[0].where rules[0].where.rules[0] rules[0].where.rules[1]',
    all(
      orders(
        { where: all(field('channel', 'equals', 'online'), field('channel', 'equals', 'in_store')) },
        'greater_than',
        0,
      ),
      vip,
    ),
  ],
  ['never (root)', share('greater_than', 1)],
  ['never (root)', orders({}, 'less_than', 0)],
  ['never (root)', orders({}, 'equals', '0.5')],
  ['never (root)', orders({}, 'is_empty', undefined)],
  ['never (root)', field('signed_up_at.hour', 'greater_than', 23)],
  ['never rules[1]', all(vip, related('orders', 'average_gap', {}, 'less_than', 1))],
  ['always (root)', orders({}, 'greater_than_or_equal', 0)],
  ['always (root)', any(berlin, field('city', 'not_equals', 'Berlin'))],
  ['always (root)', any(field('score', 'greater_than', 3), group('none', field('score', 'greater_than', 5)))],
  ['always rules[1]', any(vip, any(field('score', 'is_empty'), field('score', 'is_not_empty')))],
  ['always rules[1]', all(vip, { ...orders({}, 'not_equals', -1) })],
  ['only-excludes (root)', field('city', 'not_equals', 'Berlin')],
  ['only-excludes (root)', group('none', berlin, vip)],
  ['only-excludes (root)', all({ ...vip, operator: 'never_member' }, field('tags', 'has_none', ['vegan']))],
  ['duplicate rules[2] rules[0]', all(berlin, vip, { ...berlin, label: 'again', id: 'x' })],
  ['subsumed rules[0] rules[1]', all(field('score', 'greater_than', 5), field('score', 'greater_than', 10))],
  ['subsumed rules[1] rules[0]', any(field('score', 'greater_than', 5), field('score', 'greater_than', 10))],
  [
    'subsumed rules[1] rules[0]',
    all(field('status', 'equals', 'lead'), field('status', 'in_list', ['lead', 'customer'])),
  ],
  [
    'subsumed rules[0] rules[1]',
    all(field('birthday', 'is_not_empty'), field('birthday', 'before', '2000-01-01')),
  ],
  [
    'subsumed rules[0] rules[1] + only-excludes (root)',
    group('none', field('score', 'greater_than', 10), field('score', 'greater_than', 5)),
  ],
  ['ranks-everyone rules[1] rules[0]', all(berlin, field('score', 'in_top', 10))],
];

describe('lint', () => {
  test.each(table)('finds %s', (finding, document) => {
    expect(found(document)).toEqual(finding.split(' + '));
  });

  test.each([
    ['two tags', all(field('tags', 'has_any', ['vegan']), field('tags', 'has_any', ['vip']))],
    ['a value that is there or not', all(field('city', 'not_equals', 'Berlin'), vip)],
    [
      'days and months, whose lengths differ',
      all(field('birthday', 'within_last', { days: 30 }), field('birthday', 'ago_at_least', { months: 1 })),
    ],
    [
      'the most frequent of several tied',
      all(
        related('orders', 'most_frequent', { of: 'status' }, 'equals', 'paid'),
        related('orders', 'most_frequent', { of: 'status' }, 'equals', 'pending'),
      ),
    ],
    [
      'a share of a sum, parts of which may be negative',
      related(
        'orders',
        'share',
        { of: 'total', satisfying: all(field('status', 'equals', 'paid')) },
        'greater_than',
        1,
      ),
    ],
    [
      'conditions that different records may meet',
      all(
        orders({ where: all(field('channel', 'equals', 'online')) }, 'greater_than', 0),
        orders({ where: all(field('channel', 'equals', 'in_store')) }, 'greater_than', 0),
      ),
    ],
    ['a rank on its own', field('score', 'in_top', 10)],
    ['everyone', { everyone: true }],
  ])('leaves alone: %s', (_, document) => {
    expect(found(document)).toEqual([]);
  });

  test('says it in English and in German, with its weight', () => {
    const [english] = lint(checked(all(berlin, rome)));
    expect(english).toEqual({
      code: 'lint.contradiction',
      severity: 'warning',
      path: '',
      with: ['rules[0]', 'rules[1]'],
      message: 'These conditions exclude each other: nobody can meet them.',
    });
    const [german] = lint(checked(all(berlin, rome)), { language: 'de' });
    expect(german?.message).toBe('Diese Bedingungen schließen einander aus: Niemand kann sie erfüllen.');
  });

  test('knows values only where it is told them', () => {
    const rule = checked(field('source', 'in_list', ['fair', 'Radio']));
    expect(lint(rule)).toEqual([]);
    const knownValues = () => new Set(['fair']);
    expect(lint(rule, { knownValues }).map(({ code }) => code)).toEqual(['lint.unknown-value']);
    expect(lint(checked(field('city', 'equals', 'FAIR')), { knownValues })).toEqual([]);
  });

  test('names segments that were never calculated, where it is told of them', () => {
    const rule = checked(all(berlin, { ...vip, operator: 'is_not_member' }));
    expect(lint(rule)).toEqual([]);
    const [finding] = lint(rule, { neverCalculated: new Set(['s-1']) });
    expect(finding).toMatchObject({
      code: 'lint.segment-never-calculated',
      severity: 'warning',
      path: 'rules[1]',
      message: expect.stringMatching(/^The segment “[^{]+” was never calculated/),
    });
  });

  test('every code is found above, but for archived options', () => {
    const codes = table.map(([finding]) => `lint.${finding.split(' ')[0]}`);
    const rest = ['lint.archived-option', 'lint.unknown-value', 'lint.segment-never-calculated'];
    expect(new Set([...codes, ...rest])).toEqual(new Set(lintCodes));
  });
});
