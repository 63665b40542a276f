/** A world small enough to work out by hand: people, what they bought, and what of. */

import type { Vocabulary } from '../../src/rule-language/field.js';
import type { Rule } from '../../src/rule-language/rule.js';
import {
  all,
  collection,
  column,
  json,
  metric,
  on,
  partsOf,
  point,
  record,
  schema,
  step,
  toOne,
} from './hostile-world/declaring.js';
import type { Clock, Row } from './oracle/matching.js';
import { matching } from './oracle/matching.js';

const person = record(
  'person',
  [{ column: 'id', type: 'bigint' }],
  [
    column('text', 'text', 'text'),
    column('other', 'text', 'text'),
    column('exact', 'text', 'text', { exact: true }),
    column('select', 'select', 'text'),
    column('number', 'number', 'decimal'),
    column('limit', 'number', 'decimal'),
    column('float', 'number', 'float'),
    column('boolean', 'boolean', 'boolean'),
    column('tags', 'tags', 'text[]'),
    column('date', 'date', 'date'),
    column('instant', 'datetime', 'instant'),
    ...partsOf('instant'),
    column('later', 'datetime', 'instant'),
    column('naive', 'datetime', 'naive', { zone: 'Europe/Berlin' }),
    point('point'),
    ...(['text', 'number', 'boolean', 'tags', 'date', 'datetime'] as const).map((type) =>
      json(`json.${type}`, type, 'json', ['value']),
    ),
    metric('bought', 'number', { related: 'purchases', measure: 'count' }),
    metric('spent', 'number', { related: 'purchases', measure: 'sum', of: 'amount' }),
  ],
  {
    paths: [toOne('friend', 'person', on('friend_id', 'id'))],
    collections: [
      collection('purchases', [step('purchase', [on('id', 'person_id')], { time: 'at' })]),
      collection('planned', [step('purchase', [on('id', 'person_id')], { time: 'at', future: true })]),
      collection('things', [
        step('purchase', [on('id', 'person_id')], {
          time: 'at',
          filter: { match: 'none', rules: [{ field: 'kind', operator: 'equals', value: 'returned' }] },
        }),
        step('thing', [on('thing_code', 'code')]),
      ]),
      collection('visits', [step('visit', [on('id', 'person_id')], { time: 'day' })]),
      collection('carts', [
        step('purchase', [on('id', 'person_id')], {
          time: 'at',
          filter: all({ field: 'kind', operator: 'equals', value: 'cart' }),
        }),
      ]),
    ],
  },
);

const purchase = record(
  'purchase',
  [{ column: 'id', type: 'bigint' }],
  [
    column('kind', 'select', 'text', { open: true }),
    column('note', 'text', 'text'),
    column('amount', 'number', 'decimal'),
    column('at', 'datetime', 'instant'),
    ...partsOf('at'),
  ],
  { paths: [toOne('thing', 'thing', on('thing_code', 'code'))] },
);

const visit = record('visit', [{ column: 'id', type: 'integer' }], [column('day', 'date', 'date')]);

const thing = record(
  'thing',
  [{ column: 'code', type: 'text' }],
  [column('code', 'text', 'text', { exact: true }), column('price', 'number', 'decimal')],
  { shared: true },
);

const records = [person, purchase, visit, thing];

export const vocabulary: Vocabulary = {
  subjects: new Map([['person', { name: 'person', record: person, ledger: { schema, name: 'stay' } }]]),
  records: new Map(records.map((record) => [record.name, record])),
};

export const usualClock: Clock = {
  asOf: '2024-06-12T10:00:00.000000Z',
  zone: 'Europe/Berlin',
  weekStart: 'monday',
  leapDay: 'february_28',
  tenant: '1',
};

/** Everything but the people: rows without a tenant are the tenant's own. */
export interface Around {
  readonly purchase?: readonly Row[];
  readonly visit?: readonly Row[];
  readonly thing?: readonly Row[];
  readonly stay?: readonly Row[];
}

const owned = (rows: readonly Row[] = []): readonly Row[] => rows.map((row) => ({ tenant_id: '1', ...row }));

/** Who matches, by key. */
export function whoMatches(
  rule: Rule,
  people: readonly Row[],
  around: Around = {},
  clock: Partial<Clock> = {},
): string[] {
  const tables = new Map([
    [`${schema}.person`, owned(people)],
    [`${schema}.purchase`, owned(around.purchase)],
    [`${schema}.visit`, owned(around.visit)],
    [`${schema}.thing`, around.thing ?? []],
    [`${schema}.stay`, owned(around.stay)],
  ]);
  return [...matching(rule, 'person', vocabulary, { tables }, { ...usualClock, ...clock })];
}

/** Whether a person with such columns matches. */
export const matches = (columns: Row, rule: Rule, clock: Partial<Clock> = {}): boolean =>
  whoMatches(rule, [{ id: '1', ...columns }], {}, clock).length === 1;
