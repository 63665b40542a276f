/** What the conformance table asks of its guests, and ties and names that none of its tables has. */

import type { Collection, Field, RecordType, Vocabulary } from '../../../src/rule-language/field.js';
import { vocabulary as conforming } from '../conformance/vocabulary.js';
import { derivedSql } from '../differential/derived-sql.js';
import * as declare from '../hostile-world/declaring.js';
import { all, collection, column, json, known, metric, on, step, toOne } from '../hostile-world/declaring.js';

const derived = declare.derived(derivedSql);

function extended(
  name: string,
  { fields = [], collections = [] }: { fields?: readonly Field[]; collections?: readonly Collection[] },
): RecordType {
  const record = conforming.records.get(name);
  if (!record) throw new Error(`No ${name}`);
  return {
    ...record,
    fields: new Map([...record.fields, ...fields.map((field) => [field.name, field] as const)]),
    collections: new Map([...record.collections, ...collections.map((one) => [one.name, one] as const)]),
  };
}

const ofContract = [on('guest_id', 'guest_id'), on('number', 'number')];

const extendedGuest = extended('guest', {
  fields: [
    column('entered', 'datetime', 'naive'),
    column('joined', 'date', 'date', { finite: true }),
    column('odd', 'text', 'text', { column: 'an "odd" column' }),
    json("custom.host's", 'select', 'custom', ["host's"], { options: known(['Anna']) }),
    derived('login', 'text', 'email_domain', ['email'], { exact: true }),
  ],
  collections: [
    // A foreign key of two columns, and one to another column than the guest's own key.
    collection('contracts', [step('contract', [on('id', 'guest_id'), on('city', 'city')])], true),
    collection('local_contracts', [step('contract', [on('city', 'city'), on('id', 'guest_id')])]),
    collection('referred', [step('contract', [on('company_id', 'guest_id')])], true),
    collection('clauses', [step('contract', [on('id', 'guest_id')]), step('clause', ofContract)]),
    collection('annexes', [
      step('contract', [on('id', 'guest_id')]),
      step('clause', [on('number', 'number')]),
    ]),
    // Records whose key is a text, and a time that is never infinite.
    collection('friends', [step('guest', [on('id', 'friend_id')], { time: 'seen' })]),
    collection('dated_orders', [step('order', [on('id', 'guest_id')], { time: 'placed_at.date' })]),
  ],
});
const guest: RecordType = {
  ...extendedGuest,
  paths: new Map([...extendedGuest.paths, ['sponsor', toOne('sponsor', 'guest', on('sponsor_id', 'id'))]]),
};

const order = extended('order', {
  fields: [
    metric('dear_lines', 'number', {
      related: 'lines',
      measure: 'count',
      where: all({ field: 'price', operator: 'greater_than', value: { field: 'total', from: 'parent' } }),
    }),
    derived('left_to_pay', 'number', 'difference', ['total', 'line_sum']),
  ],
  collections: [collection('siblings', [step('order', [on('guest_id', 'guest_id')], { time: 'placed_at' })])],
});

const contract: RecordType = {
  ...declare.record(
    'contract',
    [
      { column: 'guest_id', type: 'text' },
      { column: 'number', type: 'integer' },
    ],
    [
      column('worth', 'number', 'decimal'),
      column('kind', 'select', 'text', { options: known(['rent', 'lease']) }),
    ],
  ),
  table: { name: 'a "contract"' },
  tenant: { column: 'tenant_id', type: 'text' },
};
const clause: RecordType = {
  ...declare.record('clause', [{ column: 'id', type: 'bigint' }], [column('words', 'number', 'decimal')]),
  tenant: { column: 'tenant_id', type: 'text' },
};

export const vocabulary: Vocabulary = {
  subjects: new Map(
    [...conforming.subjects].map(([name, subject]) => [name, { ...subject, record: guest }] as const),
  ),
  records: new Map([
    ...conforming.records,
    ...[guest, order, contract, clause].map((record) => [record.name, record] as const),
  ]),
};

const marked = <Record extends RecordType>(record: Record): Record => ({ ...record, deletedAt: 'gone_at' });

/** The same, but that guests and orders are marked as deleted, and stay. */
export const softly: Vocabulary = {
  subjects: new Map(
    [...vocabulary.subjects].map(
      ([name, subject]) => [name, { ...subject, record: marked(subject.record) }] as const,
    ),
  ),
  records: new Map(
    [...vocabulary.records].map(
      ([name, record]) => [name, ['guest', 'order'].includes(name) ? marked(record) : record] as const,
    ),
  ),
};
