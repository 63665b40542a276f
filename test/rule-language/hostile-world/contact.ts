/** The hostile world's main subject: every type in every storage, every kind of field, path and collection. */

import type { Collection, Field, RecordType, ToOne } from '../../../src/rule-language/field.js';
import {
  all,
  collection,
  column,
  derived,
  json,
  known,
  metric,
  on,
  partsOf,
  point,
  record,
  step,
  toOne,
} from './declaring.js';
import type { DerivedSql } from './derivations.js';
import { options } from './pools.js';
import { fieldsBeside } from './value-rows.js';

const columns: readonly Field[] = [
  column('name', 'text', 'text'),
  column('city', 'text', 'text', { options: known(['Berlin', 'Straße']) }),
  column('email', 'text', 'text'),
  column('code', 'text', 'text', { exact: true }),
  column('external', 'text', 'printed', { exact: true, column: 'external_id' }),
  column('tier', 'select', 'text', { options: known(options.tier.slice(0, 3), options.tier.slice(3)) }),
  column('channel', 'select', 'text', { options: known(options.channel.slice(0, 3)), open: true }),
  column('credit_limit', 'number', 'decimal'),
  column('balance', 'number', 'decimal'),
  column('visits', 'number', 'decimal', { finite: true }),
  column('points', 'number', 'decimal', { finite: true }),
  column('score', 'number', 'float'),
  column('ratio', 'number', 'float'),
  column('vip', 'boolean', 'boolean'),
  // A name that SQL must quote, in capitals and reserved.
  column('group', 'text', 'text', { column: 'Group' }),
  column('labels', 'tags', 'text[]', { options: known(['vegan', 'Vegan', 'halal']) }),
  column('birthday', 'date', 'date'),
  column('reviewed_on', 'date', 'date'),
  column('created_at', 'datetime', 'instant'),
  ...partsOf('created_at'),
  column('last_login', 'datetime', 'naive', { zone: 'Europe/Berlin' }),
  ...partsOf('last_login'),
  point('home'),
  point('office'),
  json('custom.rating', 'number', 'custom', ['rating']),
  json('custom.nickname', 'text', 'custom', ['nickname']),
  json('custom.code', 'text', 'custom', ['nickname'], { exact: true }),
  json('custom.vip', 'boolean', 'custom', ['vip']),
  json('custom.dietary', 'tags', 'custom', ['dietary']),
  json('custom.renewal', 'date', 'custom', ['renewal']),
  json('custom.seen', 'datetime', 'custom', ['seen']),
  ...partsOf('custom.seen'),
  json('custom.plan', 'select', 'custom', ['plan'], { options: known(options.plan) }),
  json('custom.floor', 'number', 'custom', ['address', 'floor no']),
  json('custom.odd', 'text', 'custom', ['it\'s "odd" \\ {a,b}.c']),
];

const metrics: readonly Field[] = [
  metric('order_count', 'number', { related: 'orders', measure: 'count' }),
  metric('total_spend', 'number', {
    related: 'orders',
    measure: 'sum',
    of: 'total',
    where: all({ field: 'status', operator: 'in_list', value: ['paid', 'fulfilled'] }),
  }),
  metric('average_order', 'number', { related: 'orders', measure: 'average', of: 'total' }),
  metric('last_order_at', 'datetime', { related: 'orders', measure: 'maximum', of: 'placed_at' }),
  metric('first_order_on', 'date', { related: 'orders', measure: 'minimum', of: 'placed_at.date' }),
  metric('latest_total', 'number', { related: 'orders', measure: 'last', of: 'total' }),
  metric('usual_note', 'text', { related: 'orders', measure: 'most_frequent', of: 'note' }),
  metric(
    'usual_status',
    'select',
    { related: 'orders', measure: 'most_frequent', of: 'status' },
    { options: known(options.status) },
  ),
  metric('wine_share', 'number', {
    related: 'order_lines',
    measure: 'share',
    of: 'price',
    satisfying: all({ field: 'product.category', operator: 'equals', value: 'wine' }),
  }),
  metric('top_renewals', 'number', {
    related: 'orders',
    measure: 'count',
    where: all({ field: 'contact.extra.rating', operator: 'greater_than', value: 10 }),
  }),
  metric('order_gap', 'number', { related: 'orders', measure: 'average_gap' }),
  metric('active_days', 'number', { related: 'orders', measure: 'distinct', of: 'placed_at.date' }),
  metric('recent_orders', 'number', {
    related: 'orders',
    measure: 'count',
    where: all({ field: 'placed_at', operator: 'within_last', value: { days: 90 } }),
  }),
];

const derivedFields = (sql: DerivedSql | undefined): Field[] => {
  const from = derived(sql);
  return [
    from('age', 'number', 'age', ['birthday']),
    from('is_adult', 'boolean', 'is_adult', ['birthday']),
    from('days_since_order', 'number', 'days_since', ['last_order_at']),
    from('email_domain', 'text', 'email_domain', ['email']),
    from('reviewed_month', 'date', 'first_of_month', ['reviewed_on']),
    from('last_active_at', 'datetime', 'later', ['created_at', 'last_login']),
    from('headroom', 'number', 'difference', ['credit_limit', 'balance']),
    from('unspent', 'number', 'difference', ['credit_limit', 'total_spend']),
    from('has_email', 'boolean', 'is_known', ['email']),
    from('extra_age', 'number', 'age', ['extra.renewal']),
  ];
};

const paths: readonly ToOne[] = [
  toOne('company', 'company', on('company_id', 'id')),
  toOne('referrer', 'contact', on('referrer_id', 'id')),
];

const paid = all({ field: 'status', operator: 'in_list', value: ['paid', 'fulfilled'] });
const ownOrders = [on('id', 'contact_id')];
const linesOfOrder = [on('id', 'order_id')];

const collections: readonly Collection[] = [
  collection('orders', [step('order', ownOrders, { time: 'placed_at' })]),
  collection('paid_orders', [step('order', ownOrders, { time: 'placed_at', filter: paid })]),
  collection('order_lines', [
    step('order', ownOrders, { time: 'placed_at' }),
    step('line', linesOfOrder, { time: 'order.placed_at' }),
  ]),
  // The same lines, some of them, by their own column: the time is the order's.
  collection('direct_lines', [step('line', ownOrders, { time: 'order.placed_at' })]),
  collection('paid_lines', [
    step('order', ownOrders, { time: 'placed_at', filter: paid }),
    step('line', linesOfOrder, { filter: all({ field: 'quantity', operator: 'greater_than', value: 0 }) }),
  ]),
  collection('products', [
    step('order', ownOrders, { time: 'placed_at' }),
    step('line', linesOfOrder),
    step('product', [on('product_code', 'code')]),
  ]),
  collection('activities', [step('activity', ownOrders, { time: 'occurred_at' })], true),
  collection('page_views', [
    step('activity', ownOrders, {
      time: 'properties.at',
      filter: { match: 'none', rules: [{ field: 'kind', operator: 'in_list', value: ['order', 'call'] }] },
    }),
  ]),
  collection('bookings', [step('booking', ownOrders, { time: 'starts_at', future: true })]),
  collection('past_bookings', [step('booking', ownOrders, { time: 'starts_at' })]),
  collection('reviews', [step('review', ownOrders, { time: 'written_on' })], true),
  collection('colleagues', [
    step('company', [on('company_id', 'id')]),
    step('contact', [on('id', 'company_id')]),
  ]),
];

export const contact = (sql: DerivedSql | undefined): RecordType =>
  record(
    'contact',
    [{ column: 'id', type: 'bigint' }],
    [...columns, ...fieldsBeside('contact'), ...metrics, ...derivedFields(sql)],
    {
      paths,
      collections,
    },
  );
