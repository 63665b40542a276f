/** Flat lists of other CRMs: rules joined one by one with AND and OR. */

import { describe, expect, it } from '@jest/globals';
import type { Checked } from '../../../src/rule-language/checked.js';
import { all, count, type Json, nested, on, parse, problemsOf } from './documents.js';
import { outline } from './outline.js';

const rule = (name: string, join?: unknown): Json => ({
  ...on('city', 'equals', name),
  ...(join !== undefined && { logical_operator: join }),
});
const off = (document: Json): Json => ({ ...document, disabled: true });
const any = (...rules: unknown[]): Json => ({ match: 'any', rules });

/** The canonical form, once it has proved to be one. */
function canonical(document: unknown): unknown {
  const parsed = parse(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  expect(parse(parsed.rule)).toEqual(parsed);
  return parsed.rule;
}

describe('a flat list', () => {
  it.each<[string, unknown[], Json]>([
    ['joined by AND', [rule('A'), rule('B', 'AND'), rule('C', 'AND')], all(rule('A'), rule('B'), rule('C'))],
    ['joined by OR', [rule('A'), rule('B', 'OR'), rule('C', 'OR')], any(rule('A'), rule('B'), rule('C'))],
    [
      'where AND binds tighter',
      [rule('A'), rule('B', 'OR'), rule('C', 'AND')],
      any(rule('A'), all(rule('B'), rule('C'))),
    ],
    [
      'where AND binds tighter on both sides',
      [rule('A'), rule('B', 'AND'), rule('C', 'OR'), rule('D', 'AND'), rule('E', 'OR')],
      any(all(rule('A'), rule('B')), all(rule('C'), rule('D')), rule('E')),
    ],
    ['whose first rule joins nothing', [rule('A', 'OR'), rule('B', 'AND')], all(rule('A'), rule('B'))],
    ['of one rule', [rule('A', 'OR')], all(rule('A'))],
    [
      'with a group in it',
      [rule('A'), { ...any(rule('B'), rule('C')), logical_operator: 'AND' }],
      all(rule('A'), any(rule('B'), rule('C'))),
    ],
    [
      'with a disabled rule',
      [rule('A'), off(rule('B', 'AND')), rule('C', 'OR')],
      any(all(rule('A'), off(rule('B'))), rule('C')),
    ],
    [
      'with an alternative that is disabled altogether',
      [rule('A'), off(rule('B', 'OR')), off({ x: 1, logical_operator: 'AND' })],
      any(rule('A'), off(all(off(rule('B')), off({ x: 1 })))),
    ],
  ])('%s', (_, rules, expected) => {
    expect(canonical({ rules })).toEqual(expected);
    expect(canonical(rules)).toEqual(expected);
    expect(canonical({ entity: 'contact', rules })).toEqual(expected);
  });

  it('may stand wherever a group may', () => {
    const list = {
      rules: [on('note', 'is_empty'), { ...on('note', 'contains', 'x'), logical_operator: 'OR' }],
    };
    expect(canonical(count('orders', 'equals', 0, list))).toEqual(
      count('orders', 'equals', 0, any(on('note', 'is_empty'), on('note', 'contains', 'x'))),
    );
    expect(canonical(all({ id: 'g', rules: [rule('A'), rule('B', 'OR')] }))).toEqual(
      all({ id: 'g', ...any(rule('A'), rule('B')) }),
    );
  });

  it('of a single rule needs no operator when it is the whole document', () => {
    expect(canonical([rule('A')])).toEqual(all(rule('A')));
  });

  it.each<[string, unknown, string[]]>([
    [
      'an unknown operator',
      { rules: [rule('A'), rule('B', 'XOR')] },
      ['group.join-unknown at rules[1].logical_operator'],
    ],
    [
      'a lower-case operator',
      { rules: [rule('A'), rule('B', 'and')] },
      ['group.join-unknown at rules[1].logical_operator'],
    ],
    [
      'an unknown operator on the first',
      [rule('A', 'NOR'), rule('B', 'OR')],
      ['group.join-unknown at [0].logical_operator'],
    ],
    [
      'an operator that is hard to print',
      [rule('A'), rule('B', { toString: 1 })],
      ['group.join-unknown at [1].logical_operator'],
    ],
    [
      'a rule that does not say',
      { rules: [rule('A'), rule('B', 'OR'), rule('C')] },
      ['group.join-missing at rules[2].logical_operator'],
    ],
    ['rules that do not say', [rule('A'), rule('B')], ['group.join-missing at [1].logical_operator']],
    [
      'match and operators',
      all(rule('A'), rule('B', 'AND')),
      ['group.join-and-match at rules[1].logical_operator'],
    ],
    ['an operator without a list', rule('A', 'AND'), ['rule.unknown-key at logical_operator']],
    [
      'faults where they were written',
      [on('citty', 'is_empty'), rule('B', 'AND'), { ...on('city', 'equals', 1), logical_operator: 'OR' }, 7],
      ['field.unknown at [0].field', 'value.not-text at [2].value', 'rule.not-object at [3]'],
    ],
    ['nothing enabled', [off(rule('A')), off(rule('B', 'OR'))], ['group.nothing-enabled at ']],
    [
      'groups that only the joins make too deep',
      nested(7, {
        rules: [
          rule('A'),
          rule('B', 'AND'),
          rule('C', 'OR'),
          nested(0, { ...all(rule('D')), logical_operator: 'OR' }),
        ],
      }),
      [
        `rule.too-deep at ${'rules[0].'.repeat(8)}`.slice(0, -1),
        `rule.too-deep at ${'rules[0].'.repeat(7)}rules[3]`,
      ],
    ],
  ])('is refused with %s', (_, document, problems) => {
    expect(problemsOf(document)).toEqual(problems);
  });

  it('is placed in the tree where it stands once written back', () => {
    const parsed = parse([rule('A'), rule('B', 'OR'), rule('C', 'AND')]);
    if (!parsed.ok) throw new Error('refused');
    const places: string[] = [];
    const visit = (node: Checked): void => {
      places.push(node.at);
      if (node.kind === 'group') node.rules.forEach(visit);
    };
    visit(parsed.checked);
    expect(places).toEqual(['', 'rules[0]', 'rules[1]', 'rules[1].rules[0]', 'rules[1].rules[1]']);
    expect(outline(parsed.checked)).toBe(
      "any(this.city:text equals 'A'; all(this.city:text equals 'B'; this.city:text equals 'C'))",
    );
  });
});

describe('documents of other CRMs', () => {
  it('of a Django CRM', () => {
    const document = {
      entity: 'company',
      match_type: 'all',
      rules: [on('industry', 'equals', 'Hotels'), on('country', 'contains', 'Thailand')],
    };
    expect(parse(document, 'company')).toMatchObject({
      ok: true,
      rule: { match: 'all', rules: document.rules },
    });
    expect(problemsOf(document, 'contact')).toContain('rule.foreign-entity at entity');
  });

  it('of a CRM that keeps its rules as rows', () => {
    const rules = [
      { id: 'r1', ...on('contact.email_domain', 'equals', 'example.org'), logical_operator: 'AND' },
      { id: 'r2', ...on('tier', 'in', ['gold']), logical_operator: 'OR' },
      { id: 'r3', ...on('points', 'greater_than', 10), logical_operator: 'AND' },
    ];
    expect(canonical({ rules })).toEqual(
      any(
        { id: 'r1', ...on('email_domain', 'equals', 'example.org') },
        all(
          { id: 'r2', ...on('tier', 'in_list', ['gold']) },
          { id: 'r3', ...on('points', 'greater_than', 10) },
        ),
      ),
    );
  });
});
