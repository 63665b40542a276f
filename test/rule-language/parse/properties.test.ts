/** What holds for every document: parsing never throws, refuses with reasons, and reads back what it writes. */

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fieldTypes } from '../../../src/rule-language/field.js';
import { measures } from '../../../src/rule-language/measures.js';
import { operatorsOf } from '../../../src/rule-language/operators.js';
import { type Problem, parseJson, problemCodes, segmentsIn } from '../../../src/rule-language/parse.js';
import { units } from '../../../src/rule-language/rule.js';
import { vocabulary } from '../vocabulary.js';
import { parse } from './documents.js';

const codes: ReadonlySet<string> = new Set(problemCodes);

const isSound = ({ code, path, message }: Problem): boolean =>
  codes.has(code) && typeof path === 'string' && !/undefined|\[object|NaN/.test(message);

/** Parses and checks whatever must hold, and tells whether it was accepted. */
function check(document: unknown): boolean {
  const before = JSON.stringify(document);
  const parsed = parse(document);
  expect(JSON.stringify(document)).toBe(before);
  segmentsIn(document);
  if (!parsed.ok) {
    expect(parsed.problems.length).toBeGreaterThan(0);
    expect(parsed.problems.filter((problem) => !isSound(problem))).toEqual([]);
    return false;
  }
  // Through text and back, as it is stored.
  const stored = parseJson(JSON.stringify(parsed.rule));
  expect(stored.ok).toBe(true);
  const again = parse(stored.ok ? stored.value : undefined);
  expect(again).toEqual(parsed);
  expect(again.ok && JSON.stringify(again.rule)).toBe(JSON.stringify(parsed.rule));
  return true;
}

const names = [...vocabulary.records.values()].flatMap((record) => [
  ...record.fields.keys(),
  ...record.paths.keys(),
  ...record.collections.keys(),
]);
const keys = [
  ...['match', 'match_type', 'rules', 'field', 'operator', 'value', 'related', 'measure', 'of', 'where'],
  ...[
    'satisfying',
    'segment',
    'template',
    'everyone',
    'id',
    'label',
    'disabled',
    'from',
    'plus',
    'minus',
    'times',
  ],
  ...[
    'at_least',
    'entity',
    'logical_operator',
    'latitude',
    'longitude',
    'kilometres',
    '__proto__',
    'toString',
  ],
  ...units,
];
const words = [
  ...[
    'all',
    'any',
    'none',
    'not_all',
    'AND',
    'OR',
    'subject',
    'parent',
    'contact',
    's1',
    'at_risk',
    'last_month',
  ],
  ...[
    '2024-02-29',
    '2024-01-01T00:00:00Z',
    'monday',
    '12.50',
    'gold',
    'Cafe\u0301',
    ' ',
    '\u0958',
    'a\u0000',
  ],
  ...['contact.city', 'company.industry', 'subject.orders', 'company.opportunities', 'manager.total_spend'],
  ...measures,
  ...names,
  ...fieldTypes.flatMap((type) => operatorsOf(type)),
  ...operatorsOf('segment'),
];

const word = fc.constantFrom(...words);
const leaf = fc.oneof(
  word,
  fc.integer({ min: -3, max: 40 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
/** JSON that looks like rules from afar. */
const lookalike = fc
  .letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
    ),
  }))
  .value.map((value) => JSON.parse(JSON.stringify(value)) as unknown);

const condition: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ field: word, operator: word, value: leaf }, { requiredKeys: ['field', 'operator'] }),
  fc.constantFrom(
    { field: 'city', operator: 'in_list', value: ['Berlin', 'Paris'] },
    {
      field: 'points',
      operator: 'between',
      value: [{ field: 'credit_limit', times: '0.5' }, '9007199254740993'],
    },
    { field: 'created_at', operator: 'equals', value: '2024-01-01T00:00:00+01:00' },
    { field: 'created_at', operator: 'ago_between', value: [{ days: 3 }, { months: 1 }] },
    { field: 'created_at', operator: 'before', value: { field: 'last_seen_at', minus: { hours: 2 } } },
    { field: 'created_at', operator: 'hour_between', value: ['22:30', 6] },
    {
      field: 'position',
      operator: 'within_radius',
      value: { latitude: 1, longitude: '2.50', kilometres: 3 },
    },
    { field: 'carts_left', operator: 'in', value: [1, '2'] },
    { field: 'company', operator: 'is_not_empty' },
    { segment: { template: 'at_risk' }, operator: 'joined_within_last', value: { weeks: 1 } },
    { everyone: true, label: 'Alle', id: 'e' },
    { nonsense: [1], disabled: true },
  ),
);

const rule = fc.letrec<{ rule: unknown; group: unknown; related: unknown }>((tie) => ({
  rule: fc.oneof({ maxDepth: 4 }, condition, tie('related'), tie('group')),
  group: fc.oneof(
    fc.record({
      match: fc.constantFrom('all', 'any', 'none', 'not_all', { at_least: 1 }),
      rules: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      rules: fc.array(
        fc
          .tuple(tie('rule'), fc.constantFrom('AND', 'OR'))
          .map(([node, join]) => ({ ...(node as object), logical_operator: join })),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  ),
  related: fc.record(
    {
      related: fc.constantFrom(
        'orders',
        'order_lines',
        'activities',
        'company.opportunities',
        'subject.orders',
      ),
      measure: fc.constantFrom(...measures),
      of: fc.constantFrom('total_base', 'placed_at', 'category', 'amount', 'status'),
      where: fc.constantFrom(
        { match_type: 'all', rules: [{ field: 'note', operator: 'is_empty' }] },
        { match: 'any', rules: [{ field: 'placed_at', operator: 'less_than', value: '2024-01-01' }] },
        { match: 'any', rules: [{ everyone: true }, { disabled: true }] },
      ),
      satisfying: fc.constant({ match: 'all', rules: [{ everyone: true }] }),
      operator: fc.constantFrom('is_empty', 'is_not_empty', 'greater_than'),
      value: fc.constantFrom(3, '2.0', '2024-01-01'),
    },
    { requiredKeys: ['related', 'measure', 'operator'] },
  ),
})).rule;

/** A document with one of its parts replaced, removed or doubled. */
const mutated = fc
  .tuple(rule, fc.nat(), lookalike, fc.constantFrom('replace', 'remove', 'key'))
  .map(([document, place, part, how]) => {
    const copy = structuredClone(document);
    const holders: [Record<string, unknown>, string][] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, below] of Object.entries(value)) {
        holders.push([value as Record<string, unknown>, key]);
        visit(below);
      }
    };
    visit(copy);
    const [holder, key] = holders[place % holders.length] ?? [{}, ''];
    if (how === 'replace') holder[key] = part;
    else if (how === 'remove') delete holder[key];
    else holder[keys[place % keys.length] as string] = part;
    return JSON.parse(JSON.stringify(copy));
  });

describe('every document', () => {
  const runs = { numRuns: 2_000 };

  it('that is any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => void check(value)),
      runs,
    );
  });

  it('that looks like a rule', () => {
    fc.assert(
      fc.property(lookalike, (value) => void check(value)),
      runs,
    );
  });

  it('that is nearly a rule', () => {
    fc.assert(
      fc.property(mutated, (value) => void check(value)),
      runs,
    );
  });

  it('that is put together from rules, of which many are accepted', () => {
    let accepted = 0;
    fc.assert(
      fc.property(rule, (value) => {
        if (check(value)) accepted += 1;
      }),
      runs,
    );
    expect(accepted).toBeGreaterThan(300);
  });

  it('that was a text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.json(),
          fc.json().map((text) => text.slice(1)),
        ),
        (text) => {
          const parsed = parseJson(text);
          if (parsed.ok) expect(parsed.value).toEqual(JSON.parse(text));
          else expect(parsed.problems.length).toBeGreaterThan(0);
        },
      ),
      runs,
    );
  });
});
