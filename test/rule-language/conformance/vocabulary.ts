/** What the conformance table can ask of its guests. Every kind of field, path and collection is here once. */

import type { Field, RecordType, Vocabulary } from '../../../src/rule-language/field.js';
import { derivedSql } from '../differential/derived-sql.js';
import * as declare from '../hostile-world/declaring.js';
import { all, column, json, known, metric, on, partsOf, point, step } from '../hostile-world/declaring.js';

export const schema = 'conformance';

const plurals: Readonly<Record<string, string>> = {
  activity: 'activities',
  company: 'companies',
  dish: 'dishes',
  opportunity: 'opportunities',
};

/** Named as it is called, and one scene’s own by its tenant. */
function record(name: string, key: 'text' | 'bigint', ...parts: RecordParts): RecordType {
  const [fields, { paths = [], collections = [], shared = false } = {}] = parts;
  const plain = declare.record(name, [{ column: 'id', type: key }], fields.map(spoken));
  const { tenant: _, ...untold } = plain;
  return {
    ...(shared ? untold : plain),
    label: plurals[name] ?? `${name}s`,
    table: { schema, name },
    ...(shared ? {} : { tenant: { column: 'tenant_id', type: 'text' } }),
    paths: new Map(paths.map((path) => [path.name, spoken(path)])),
    collections: new Map(collections.map((collection) => [collection.name, spoken(collection)])),
  };
}
type RecordParts = [fields: readonly Field[], more?: Parameters<typeof declare.record>[3]];

const spoken = <T extends { readonly name: string }>(named: T): T => ({
  ...named,
  label: named.name.replace(/[._]/g, ' '),
});

const derived = declare.derived(derivedSql);
const beside = declare.beside({ schema, name: 'value' }, 'id', 'text');
const { collection, toOne } = declare;
const tiers = known(['gold', 'silver'], ['platinum']);

const guest = record(
  'guest',
  'text',
  [
    column('city', 'text', 'text'),
    column('nickname', 'text', 'text'),
    column('code', 'text', 'text', { exact: true }),
    column('badge', 'text', 'printed'),
    column('email', 'text', 'text'),
    column('tier', 'select', 'text', { options: tiers }),
    column('channel', 'select', 'text', { options: known(['phone', 'letter']), open: true }),
    column('points', 'number', 'decimal'),
    column('credit', 'number', 'decimal'),
    column('visits', 'number', 'decimal', { finite: true }),
    column('score', 'number', 'float'),
    column('ratio', 'number', 'float'),
    column('vip', 'boolean', 'boolean'),
    column('regular', 'boolean', 'boolean'),
    column('tastes', 'tags', 'text[]'),
    column('birthday', 'date', 'date'),
    column('due', 'date', 'date'),
    column('seen', 'datetime', 'instant'),
    ...partsOf('seen'),
    column('promised', 'datetime', 'instant'),
    column('registered', 'datetime', 'naive', { zone: 'America/Havana' }),
    ...partsOf('registered'),
    point('home'),
    point('office'),
    json('custom.rating', 'number', 'custom', ['rating']),
    json('custom.nickname', 'text', 'custom', ['nickname']),
    json('custom.vip', 'boolean', 'custom', ['vip']),
    json('custom.diet', 'tags', 'custom', ['diet']),
    json('custom.renewal', 'date', 'custom', ['renewal']),
    json('custom.called', 'datetime', 'custom', ['called']),
    json('custom.plan', 'select', 'custom', ['plan'], { options: known(['basic', 'plus']) }),
    json('custom.floor', 'number', 'custom', ['address', 'floor no']),
    beside(1, 'kept.rating', 'number'),
    beside(2, 'kept.motto', 'text'),
    beside(3, 'kept.vip', 'boolean'),
    beside(4, 'kept.diet', 'tags'),
    beside(5, 'kept.renewal', 'date'),
    beside(6, 'kept.plan', 'select', { options: known(['basic', 'plus'], ['old']) }),
    metric('order_count', 'number', { related: 'orders', measure: 'count' }),
    metric('total_spend', 'number', {
      related: 'orders',
      measure: 'sum',
      of: 'total',
      where: all({ field: 'status', operator: 'equals', value: 'paid' }),
    }),
    metric('average_order', 'number', { related: 'orders', measure: 'average', of: 'total' }),
    metric('last_order_at', 'datetime', { related: 'orders', measure: 'maximum', of: 'placed_at' }),
    derived('age', 'number', 'age', ['birthday']),
    derived('is_adult', 'boolean', 'is_adult', ['birthday']),
    derived('email_domain', 'text', 'email_domain', ['email']),
    derived('birth_month', 'date', 'first_of_month', ['birthday']),
    derived('later_of_both', 'datetime', 'later', ['seen', 'promised']),
    derived('left_to_spend', 'number', 'difference', ['credit', 'total_spend']),
    derived('days_since_order', 'number', 'days_since', ['last_order_at']),
  ],
  {
    paths: [
      toOne('company', 'company', on('company_id', 'id')),
      toOne('friend', 'guest', on('friend_id', 'id')),
    ],
    collections: [
      collection('orders', [step('order', [on('id', 'guest_id')], { time: 'placed_at' })], true),
      collection('paid_orders', [
        step('order', [on('id', 'guest_id')], {
          time: 'placed_at',
          filter: all({ field: 'status', operator: 'equals', value: 'paid' }),
        }),
      ]),
      collection('paid_lines', [
        step('order', [on('id', 'guest_id')], {
          time: 'placed_at',
          filter: all({ field: 'status', operator: 'equals', value: 'paid' }),
        }),
        step('line', [on('id', 'order_id')]),
      ]),
      collection('own_lines', [step('line', [on('id', 'guest_id')], { time: 'order.placed_at' })]),
      collection('dishes', [
        step('order', [on('id', 'guest_id')], { time: 'placed_at' }),
        step('line', [on('id', 'order_id')]),
        step('dish', [on('dish_id', 'id')]),
      ]),
      collection('activities', [step('activity', [on('id', 'guest_id')], { time: 'happened_at' })]),
      collection('stops', [step('stop', [on('id', 'guest_id')], { time: 'day' })]),
      collection('bookings', [step('booking', [on('id', 'guest_id')], { time: 'start', future: true })]),
      collection('kept_bookings', [step('booking', [on('id', 'guest_id')], { time: 'start' })]),
      collection('colleagues', [
        step('company', [on('company_id', 'id')]),
        step('guest', [on('id', 'company_id')]),
      ]),
    ],
  },
);

const company = record(
  'company',
  'text',
  [
    column('industry', 'select', 'text', { options: known(['hotels', 'spas']) }),
    column('city', 'text', 'text'),
    column('staff', 'number', 'decimal', { finite: true }),
    column('founded', 'date', 'date'),
    beside(7, 'kept.size', 'number'),
    metric('pipeline', 'number', { related: 'opportunities', measure: 'sum', of: 'amount' }),
  ],
  {
    paths: [toOne('owner', 'company', on('owner_id', 'id'))],
    collections: [
      collection('opportunities', [step('opportunity', [on('id', 'company_id')], { time: 'opened' })]),
    ],
  },
);

const order = record(
  'order',
  'bigint',
  [
    column('status', 'select', 'text', { options: known(['paid', 'open', 'cart']) }),
    column('total', 'number', 'decimal'),
    column('tip', 'number', 'float'),
    column('note', 'text', 'text'),
    column('gift', 'boolean', 'boolean'),
    column('shipped', 'date', 'date'),
    column('placed_at', 'datetime', 'instant'),
    ...partsOf('placed_at'),
    declare.beside({ schema, name: 'order_value' }, 'id', 'text')(8, 'kept.score', 'number'),
    metric('line_sum', 'number', { related: 'lines', measure: 'sum', of: 'price' }),
  ],
  { collections: [collection('lines', [step('line', [on('id', 'order_id')])])] },
);

const line = record('line', 'bigint', [column('price', 'number', 'decimal')], {
  paths: [toOne('dish', 'dish', on('dish_id', 'id')), toOne('order', 'order', on('order_id', 'id'))],
});

const dish = record(
  'dish',
  'text',
  [
    column('kind', 'select', 'text', { options: known(['wine', 'soup']) }),
    column('price', 'number', 'decimal'),
  ],
  { shared: true },
);

const activity = record('activity', 'bigint', [
  column('kind', 'select', 'text', { options: known(['cart', 'call']) }),
  column('happened_at', 'datetime', 'instant'),
  json('properties.page', 'text', 'properties', ['page']),
]);
const stop = record('stop', 'bigint', [column('day', 'date', 'date'), column('spent', 'number', 'decimal')]);
const booking = record('booking', 'bigint', [
  column('start', 'datetime', 'instant'),
  column('seats', 'number', 'decimal', { finite: true }),
]);
const opportunity = record('opportunity', 'bigint', [
  column('amount', 'number', 'decimal'),
  column('opened', 'date', 'date'),
]);

const records = [guest, company, order, line, dish, activity, stop, booking, opportunity];

export const vocabulary: Vocabulary = {
  subjects: new Map([['guest', { name: 'guest', record: guest, ledger: { schema, name: 'stay' } }]]),
  records: new Map(records.map((known) => [known.name, known])),
};
