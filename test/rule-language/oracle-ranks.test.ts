/** The oracle against ranks worked out by hand: ties, percents, who counts, and cut quotients. */

import { describe, expect, it } from '@jest/globals';
import type { Operator } from '../../src/rule-language/operators.js';
import type { FieldCondition, Rule, Value } from '../../src/rule-language/rule.js';
import { whoMatches } from './small-world.js';

const condition = (field: string, operator: Operator, value: Value): FieldCondition => ({
  field,
  operator,
  value,
});

describe('Ranks', () => {
  const people = ['10', '10', '9', '8.5', '8.5', '1', null].map((number, index) => ({
    id: String(index),
    number,
  }));

  it.each<[operator: Operator, value: Value, expected: string[]]>([
    ['in_top', 1, ['0', '1']],
    ['in_top', 3, ['0', '1', '2']],
    ['in_top', 4, ['0', '1', '2', '3', '4']],
    ['in_top', 100, ['0', '1', '2', '3', '4', '5']],
    ['in_bottom', 2, ['3', '4', '5']],
    // N is 6: half are 3, and a hair more are 4.
    ['in_top_percent', 50, ['0', '1', '2']],
    ['in_top_percent', '50.000000000000000001', ['0', '1', '2', '3', '4']],
    ['in_bottom_percent', '0.000001', ['5']],
    ['in_top_percent', 100, ['0', '1', '2', '3', '4', '5']],
  ])('%s %j', (operator, value, expected) => {
    expect(whoMatches(condition('number', operator, value), people)).toEqual(expected);
  });

  it('order all subjects, wherever the condition stands', () => {
    const rule: Rule = {
      match: 'all',
      rules: [condition('number', 'less_than', 10), condition('number', 'in_top', 1)],
    };
    expect(whoMatches(rule, people)).toEqual([]);
  });

  it('count only subjects with a contributing record', () => {
    const purchase = [
      { id: '1', person_id: '0', at: '2024-01-01T00:00:00.000000Z', amount: '-5' },
      { id: '2', person_id: '1', at: '2024-01-01T00:00:00.000000Z', amount: null },
    ];
    expect(whoMatches(condition('spent', 'in_top', 1), people, { purchase })).toEqual(['0']);
    expect(whoMatches(condition('bought', 'in_bottom', 1), people, { purchase })).toEqual(['0', '1']);
  });

  it('cut quotients to twelve decimals, toward zero, and compare them whole elsewhere', () => {
    const purchase = ['1', '1', '1.0000000000001'].flatMap((amount, person) =>
      [amount, '0', '0'].map((of, index) => ({
        id: `${person}${index}`,
        person_id: String(person),
        at: '2024-01-01T00:00:00.000000Z',
        amount: of,
      })),
    );
    const average = { related: 'purchases', measure: 'average', of: 'amount' } as const;
    const who = (operator: Operator, value: Value) =>
      whoMatches({ ...average, operator, value }, people, { purchase });
    expect(who('in_top', 1)).toEqual(['0', '1', '2']);
    expect(who('equals', '0.333333333333')).toEqual([]);
    expect(who('greater_than', '0.33333333333334')).toEqual(['2']);
  });
});
