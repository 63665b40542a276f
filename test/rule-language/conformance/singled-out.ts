/** What is asked of single guests: the verdict on each rule, the value that it tests, and what they are known by. */

import { audience, type Target, verdicts } from '../../../src/rule-language/to-sql/compile.js';
import type { Sql } from '../../../src/rule-language/to-sql/sql.js';
import { described, given } from '../../../src/rule-language/to-sql/subjects.js';
import { checkedOf, readers } from './readers.js';
import { all, is, none, type Scene } from './scene.js';
import { scenes } from './table.js';

const { clock } = scenes.find(({ title }) => title === 'Metrics are exactly their measures') as Scene;
const target = readers.target({ subject: 'guest', clock });
const known: Target = {
  ...target,
  subject: { ...target.subject, externalId: 'order_count', display: 'credit' },
};
const ids = ['paid 30', 'no orders', 'nobody', 'paid 10, open 90'];
/** Of groups and points. */
const no = undefined;
const spent = is('total_spend', 'greater_than', 20);

export interface Question {
  readonly name: string;
  readonly statement: () => Sql;
  readonly rows: readonly object[];
}

export const questions: readonly Question[] = [
  {
    name: 'verdicts on rules, and the values that conditions test',
    statement: () =>
      verdicts(
        [
          spent,
          is('average_order', 'is_empty'),
          none(is('order_count', 'equals', 2)),
          is('days_since_order', 'less_than', 11),
          is('home', 'is_empty'),
          is('city', 'not_equals', 'Berlin'),
          all(spent, is('credit', 'equals', 30)),
        ].map(checkedOf),
        target,
        ids,
      ),
    rows: [
      row('no orders', [false, true, true, false, true, true, false], ['0', null, no, null, no, null]),
      row(
        'paid 10, open 90',
        [false, false, false, true, true, true, false],
        ['10', '50.000000000000', no, '2', no, null],
      ),
      row(
        'paid 30',
        [true, false, true, false, true, true, true],
        ['30', '30.000000000000', no, '11', no, null],
      ),
    ],
  },
  {
    name: 'given guests, by their keys alone',
    statement: () => described(target, given(target, ids)),
    rows: ['no orders', 'paid 10, open 90', 'paid 30'].map((id) => ({ id, external_id: id, display: id })),
  },
  {
    name: 'members, as they are known',
    statement: () => described(known, audience(checkedOf(spent), target)),
    rows: [{ id: 'paid 30', external_id: '1', display: '30' }],
  },
];

/** `n0`, `n1` … and `v0`, `v1` …, of which groups and points have none. */
function row(
  id: string,
  verdict: readonly boolean[],
  values: readonly (string | null | undefined)[],
): object {
  const entries = [
    ['id', id],
    ...verdict.flatMap((holds, index) => [
      [`n${index}`, holds],
      ...(values[index] === undefined ? [] : [[`v${index}`, values[index]]]),
    ]),
  ];
  return Object.fromEntries(entries);
}

export const answered = async ({ statement, rows }: Question) => ({
  found: await readers.rows(statement()),
  expected: rows,
});
