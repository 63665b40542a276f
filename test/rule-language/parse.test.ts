/** From documents to rules, as a whole: the contract's own examples, all problems at once, and where things stand. */

import { describe, expect, it } from '@jest/globals';
import type { Checked, Operand, Scalar } from '../../src/rule-language/checked.js';
import { type Parsed, parseRule, problemCodes, segmentsIn } from '../../src/rule-language/parse.js';
import { all, context, count, type Json, measured, on, parse, problemsOf } from './parse/documents.js';

const days = (n: number): Json => ({ days: n });
const paid = on('status', 'in_list', ['paid', 'fulfilled']);
const recent = (n: number, ...more: Json[]): Json => all(on('placed_at', 'within_last', days(n)), ...more);
const messageOf = (document: unknown): string => {
  const parsed = parse(document);
  return parsed.ok ? '' : parsed.problems.map(({ message }) => message).join('\n');
};
const accepted = (document: unknown): Extract<Parsed, { ok: true }> => {
  const parsed = parse(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed;
};

describe('the examples of the contract', () => {
  it.each<[string, Json]>([
    ['a city', on('city', 'equals', 'Berlin')],
    ['an industry', on('company.industry', 'in_list', ['Hotels', 'Spas'])],
    ['a diet', on('custom.dietary', 'has_any', ['vegan'])],
    ['a share of a limit', on('total_spend', 'greater_than', { field: 'credit_limit', times: '0.8' })],
    ['super regulars', count('orders', 'greater_than_or_equal', 8, recent(30, paid))],
    [
      'more in these 90 days than in the 90 before',
      count(
        'orders',
        'greater_than',
        {
          related: 'orders',
          measure: 'count',
          where: all(on('placed_at', 'ago_between', [days(90), days(179)])),
        },
        recent(90),
      ),
    ],
    [
      'put something in the cart and did not order within a day after it',
      count(
        'activities',
        'greater_than_or_equal',
        1,
        all(
          on('kind', 'equals', 'cart'),
          count(
            'subject.orders',
            'equals',
            0,
            all(
              on('placed_at', 'between', [
                { field: 'occurred_at', from: 'parent' },
                { field: 'occurred_at', from: 'parent', plus: days(1) },
              ]),
            ),
          ),
        ),
      ),
    ],
    [
      'recently became at risk',
      { segment: { template: 'at_risk' }, operator: 'joined_within_last', value: days(7) },
    ],
    ['everyone', { everyone: true }],
    ['an opportunity of the company', count('company.opportunities', 'greater_than', 0)],
    ['never ordered wine', count('order_lines', 'equals', 0, all(on('category', 'equals', 'wine')))],
    [
      'primarily lunch',
      measured('orders', 'share', {
        satisfying: all(on('placed_at', 'hour_between', [11, 14])),
        operator: 'greater_than',
        value: 0.5,
      }),
    ],
    [
      'distinct days',
      measured('orders', 'distinct', { of: 'placed_at.date', operator: 'greater_than', value: 3 }),
    ],
    ['a key of a JSON column', on('properties.campaign_id', 'equals', 7)],
  ])('%s: written back as it is', (_, document) => {
    expect(accepted(document).rule).toEqual(document);
  });
});

describe('the rules of the benchmark', () => {
  const clicks = all(on('kind', 'equals', 'email_click'), on('occurred_at', 'within_last', days(90)));
  it.each<[string, Json]>([
    ['attribute', on('country', 'equals', 'US')],
    ['tags', on('tags', 'has_any', ['newsletter'])],
    ['radius', on('position', 'within_radius', { latitude: 52.52, longitude: 13.405, kilometres: 50 })],
    ['birthday month', on('birthday', 'anniversary_in_month', 11)],
    ['total spend', on('total_spend', 'greater_than', 1000)],
    ['silent for 60 days', on('last_order_at', 'ago_at_least', days(60))],
    [
      'lunch crowd',
      all(
        measured('orders', 'share', {
          where: all(paid),
          satisfying: all(on('placed_at', 'hour_between', [11, 14])),
          operator: 'greater_than',
          value: 0.5,
        }),
        on('order_count', 'greater_than_or_equal', 3),
      ),
    ],
    ['top ten percent', on('total_spend', 'in_top_percent', 10)],
    [
      'either of two behaviours',
      {
        match: 'any',
        rules: [
          count('orders', 'greater_than_or_equal', 3, recent(30, paid)),
          count('activities', 'greater_than_or_equal', 5, clicks),
        ],
      },
    ],
    [
      'win-back',
      all(
        on('last_order_at', 'ago_between', [days(30), days(60)]),
        count(
          'orders',
          'greater_than_or_equal',
          6,
          all(on('placed_at', 'ago_between', [days(30), days(120)]), paid),
        ),
        on('total_spend', 'greater_than', 200),
        on('email', 'is_not_empty'),
      ),
    ],
    [
      'new customer nurture',
      all(
        on('first_order_at', 'within_last', days(7)),
        measured('orders', 'maximum', { of: 'total_base', operator: 'greater_than', value: 50 }),
        on('country', 'in_list', ['DE', 'AT', 'CH']),
        on('vip', 'not_equals', true),
      ),
    ],
  ])('%s: written back as it is', (_, document) => {
    expect(accepted(document).rule).toEqual(document);
  });
});

describe('a rule with many faults', () => {
  it('is told all of them at once', () => {
    const document = {
      match: 'some',
      rules: [
        on('citty', 'eqals', { field: 'nowhere' }),
        {
          ...count('orders', 'equals', 'many', all(on('note', 'contains', ''), on('totl', 'is_empty'))),
          id: 7,
        },
        { segment: 'gone', operator: 'joined_within_last', value: { days: 0 } },
        all(),
        { related: 'ordrs', measure: 'sum', where: all(all(), on('anything', 'is_it'), { x: 1 }) },
        on('points', 'between', ['a', 'b']),
        { ...on('city', 'equals', 'x\u0000'), label: 1, hint: 'y' },
      ],
      naem: 'x',
    };
    expect(problemsOf(document)).toEqual([
      'text.nul at rules[6].value',
      'rule.unknown-key at naem',
      'group.match-unknown at match',
      'field.unknown at rules[0].field',
      'operator.unknown at rules[0].operator',
      'field.unknown at rules[0].value.field',
      'rule.id-not-text at rules[1].id',
      'value.blank at rules[1].where.rules[0].value',
      'field.unknown at rules[1].where.rules[1].field',
      'segment.unknown at rules[2].segment',
      'duration.count at rules[2].value.days',
      'group.empty at rules[3]',
      'related.unknown at rules[4].related',
      'measure.of-missing at rules[4].of',
      'group.empty at rules[4].where.rules[0]',
      'operator.unknown at rules[4].where.rules[1].operator',
      'rule.unknown-kind at rules[4].where.rules[2]',
      'operator.missing at rules[4].operator',
      'value.not-number at rules[5].value[0]',
      'value.not-number at rules[5].value[1]',
      'rule.label-not-text at rules[6].label',
      'rule.unknown-key at rules[6].hint',
    ]);
  });

  it.each<[string, Json, string]>([
    ['an unknown field', on('citty', 'greater_than', [1, null]), 'field.unknown at field'],
    ['an unknown operator', on('city', 'eqals', [1, null]), 'operator.unknown at operator'],
    ['a missing operator', { field: 'city', value: { days: 1 } }, 'operator.missing at operator'],
    ['an operator of another type', on('city', 'within_last', 'x'), 'operator.not-for-type at operator'],
    [
      'an unknown collection',
      measured('ordrs', 'sum', {
        of: 'total',
        where: all(on('x', 'equals', 1)),
        operator: 'contains',
        value: 0,
      }),
      'related.unknown at related',
    ],
    [
      'an unknown measure',
      measured('orders', 'median', {
        of: 'total',
        satisfying: all({ everyone: true }),
        operator: 'contains',
        value: 0,
      }),
      'measure.unknown at measure',
    ],
    ['an unknown path in a collection', count('compny.orders', 'equals', 0), 'related.unknown at related'],
    [
      'a reference with an unknown field',
      on('points', 'equals', { field: 'pionts', plus: days(1), times: 2 }),
      'field.unknown at value.field',
    ],
    [
      'a parent of an unknown kind',
      count(
        'ordrs',
        'equals',
        0,
        all(count('lines', 'equals', 0, all(on('price', 'equals', { field: 'x', from: 'parent' })))),
      ),
      'related.unknown at related',
    ],
    [
      'a group with a single refused rule',
      { match: { at_least: 1 }, rules: [7] },
      'rule.not-object at rules[0]',
    ],
  ])('%s is one fault, not several', (_, document, problem) => {
    expect(problemsOf(document)).toEqual([problem]);
  });
});

describe('a problem', () => {
  it.each<[unknown, string]>([
    [on('citty', 'is_empty'), 'There is no field “citty” on “contact”. Did you mean “city”?'],
    [on('contact.citty', 'is_empty'), 'There is no field “citty” on “contact”. Did you mean “city”?'],
    [
      on('company.industri', 'is_empty'),
      'There is no field “industri” on “company”. Did you mean “company.industry”?',
    ],
    [on('compny.industry', 'is_empty'), 'Did you mean “company.industry”?'],
    [on('City', 'is_empty'), 'Did you mean “city”?'],
    [on('icty', 'is_empty'), 'Did you mean “city”?'],
    [on('qqqqqqqq', 'is_empty'), 'There is no field “qqqqqqqq” on “contact”.'],
    [count('company.oportunities', 'equals', 0), 'Did you mean “company.opportunities”?'],
    [on('city', 'equal', 'x'), 'There is no operator “equal”. Did you mean “equals”?'],
    [on('tags', 'equals', 'x'), 'Did you mean “has_any”?'],
    [on('tags', 'not_in', ['x']), 'Did you mean “has_none”?'],
    [{ feild: 'city' }, 'Did you mean “field”?'],
    [{ ...on('city', 'is_empty'), disabeld: true }, 'Did you mean “disabled”?'],
    [{ match: 'al', rules: [] }, 'Did you mean “all”?'],
    [measured('orders', 'averge'), 'Did you mean “average”?'],
    [on('tier', 'equals', 'wood'), '“wood” is none of the options: “bronze”, “silver”, “gold”.'],
    [on('x'.repeat(500), 'is_empty'), `There is no field “${'x'.repeat(59)}…” on “contact”.`],
    [
      on('broken', 'equals', 1),
      '“broken” cannot be used here. There is no field “no_such_field” on “order”.',
    ],
    [on('circular', 'equals', 1), 'It is declared by means of itself.'],
  ])('%j says what to do', (document, message) => {
    expect(messageOf(document)).toContain(message);
  });

  it('has a code that is lower case with a dot', () => {
    expect(problemCodes.filter((code) => !/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/.test(code))).toEqual([]);
  });

  it('comes from a subject that is unknown', () => {
    expect(problemsOf({ everyone: true }, 'invoice')).toEqual(['rule.unknown-subject at ']);
  });
});

describe('disabled rules', () => {
  it('are kept exactly as written', () => {
    const off = {
      b: { c: [1, null, 'Cafe\u0301'] },
      field: 'gone',
      operator: 1,
      disabled: true,
      a: 1,
      id: 'x',
    };
    const { rule } = accepted(all({ everyone: true }, off));
    expect(JSON.stringify(rule)).toBe(JSON.stringify(all({ everyone: true }, off)));
  });
});

describe('the tree', () => {
  const operandsOf = (value: Operand): Operand[] =>
    value.kind === 'measure' ? [value] : value.kind === 'derived' ? value.inputs.flatMap(operandsOf) : [];
  const scalarsOf = (test: object): Scalar[] =>
    Object.values(test).filter((value): value is Scalar => value?.kind === 'reference');

  /** Every node's place, those below measures too. */
  function placesIn(node: Checked): string[] {
    if (node.kind === 'group') return [node.at, ...node.rules.flatMap(placesIn)];
    if (node.kind !== 'condition') return [node.at];
    const references = scalarsOf(node.test).flatMap((value) =>
      value.kind === 'reference' ? [value.operand] : [],
    );
    const measures = [node.operand, ...references].flatMap(operandsOf);
    const below = measures.flatMap((value) =>
      value.kind === 'measure'
        ? [value.where, value.satisfying].flatMap((group) => (group ? placesIn(group) : []))
        : [],
    );
    return [node.at, ...below];
  }

  it('says where each node stands, those of metrics below the field that names them', () => {
    const where = all(on('note', 'is_empty'));
    const document = all(
      on('city', 'is_empty'),
      { everyone: true, disabled: true },
      count('orders', 'between', [0, { related: 'orders', measure: 'count', where }], where),
      on('total_spend', 'greater_than', { field: 'order_count' }),
      on('spend_per_point', 'is_empty'),
      on('company', 'is_empty'),
      { segment: 's1', operator: 'is_member' },
    );
    expect(placesIn(accepted(document).checked)).toEqual([
      '',
      'rules[0]',
      'rules[2]',
      'rules[2].where',
      'rules[2].where.rules[0]',
      'rules[2].value[1].where',
      'rules[2].value[1].where.rules[0]',
      'rules[3]',
      'rules[3].field.where',
      'rules[3].field.where.rules[0]',
      'rules[3].value.field.where',
      'rules[3].value.field.where.rules[0]',
      'rules[4]',
      'rules[4].field.inputs[0].where',
      'rules[4].field.inputs[0].where.rules[0]',
      'rules[5]',
      'rules[6]',
    ]);
  });

  it('carries ids and labels', () => {
    const { checked } = accepted({ ...all({ ...on('city', 'is_empty'), id: 'b', label: 'B' }), id: 'a' });
    expect(checked).toMatchObject({ id: 'a', rules: [{ id: 'b', label: 'B' }] });
  });

  it('names the segment that a reference leads to', () => {
    const { checked } = accepted({ segment: { template: 'at_risk' }, operator: 'is_member' });
    expect(checked).toMatchObject({ segment: { id: 's2', name: 'At risk' } });
  });
});

describe('the segments in a document', () => {
  const member = (segment: unknown, more: Json = {}): Json => ({ segment, operator: 'is_member', ...more });

  it.each<[string, unknown, unknown[]]>([
    ['a condition', member('a'), ['a']],
    ['a template', member({ template: 't' }), [{ template: 't' }]],
    [
      'nested ones, each once',
      all(member('a'), { match: 'bad', rules: [member('b'), member('a')] }),
      ['a', 'b'],
    ],
    ['a template apart from an id', all(member('t'), member({ template: 't' })), ['t', { template: 't' }]],
    ['a flat list', [member('a'), member('b', { logical_operator: 'OR' })], ['a', 'b']],
    [
      'but not disabled ones',
      all(member('a', { disabled: true }), { ...all(member('b')), disabled: true }),
      [],
    ],
    [
      'but not what is no reference',
      all(member(1), member(null), member({}), member(' '), member(['a'])),
      [],
    ],
    ['in nothing', null, []],
    ['in a text', 'segment', []],
    ['in rules that are none', { rules: { segment: 'a' }, segment: 'b' }, ['b', 'a']],
  ])('%s', (_, document, references) => {
    expect(segmentsIn(document)).toEqual(references);
  });

  it('are found without end even in a web of shared objects', () => {
    let web: unknown = [member('a')];
    for (let level = 0; level < 60; level++) web = [web, web];
    expect(segmentsIn(web)).toEqual(['a']);
    const loop: Json = { rules: [] };
    (loop.rules as unknown[]).push(loop, member('b'));
    expect(segmentsIn(loop)).toEqual(['b']);
  });

  it('are those that the parser asks for', () => {
    const document = all(member('s1'), member({ template: 'at_risk' }), member('gone', { disabled: true }));
    const asked: unknown[] = [];
    parseRule(document, {
      ...context,
      segment: (reference) => {
        asked.push(reference);
        return context.segment(reference);
      },
    });
    expect(asked).toEqual(segmentsIn(document));
  });
});
