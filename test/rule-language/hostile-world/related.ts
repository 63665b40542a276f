/** The records around the hostile world's contacts: companies, orders, lines, products, activities and the like. */

import type { RecordType } from '../../../src/rule-language/field.js';
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

export const company = (sql: DerivedSql | undefined): RecordType =>
  record(
    'company',
    [{ column: 'id', type: 'uuid' }],
    [
      column('name', 'text', 'text'),
      column('industry', 'select', 'text', { options: known(options.industry) }),
      column('employees', 'number', 'decimal', { finite: true }),
      column('revenue', 'number', 'decimal'),
      column('founded', 'date', 'date'),
      column('labels', 'tags', 'text[]'),
      column('joined_at', 'datetime', 'naive', { zone: 'America/Havana' }),
      point('seat'),
      ...fieldsBeside('company'),
      metric('order_count', 'number', { related: 'orders', measure: 'count' }),
      metric('pipeline', 'number', { related: 'opportunities', measure: 'sum', of: 'amount' }),
      metric('largest', 'number', { related: 'opportunities', measure: 'maximum', of: 'amount' }),
      derived(sql)('age', 'number', 'age', ['founded']),
      derived(sql)('has_name', 'boolean', 'is_known', ['name']),
    ],
    {
      paths: [toOne('parent_company', 'company', on('parent_id', 'id'))],
      collections: [
        collection('opportunities', [step('opportunity', [on('id', 'company_id')], { time: 'opened_on' })]),
        collection('contacts', [step('contact', [on('id', 'company_id')])]),
        collection('orders', [
          step('contact', [on('id', 'company_id')]),
          step('order', [on('id', 'contact_id')], { time: 'placed_at' }),
        ]),
      ],
    },
  );

export const opportunity = record(
  'opportunity',
  [{ column: 'id', type: 'integer' }],
  [
    column('amount', 'number', 'decimal'),
    column('stage', 'select', 'text', { options: known(['new', 'won', 'lost']), open: true }),
    column('opened_on', 'date', 'date'),
    column('chance', 'number', 'float'),
  ],
  { paths: [toOne('company', 'company', on('company_id', 'id'))] },
);

export const order = record(
  'order',
  [{ column: 'id', type: 'bigint' }],
  [
    column('status', 'select', 'text', {
      options: known(options.status.slice(0, 5), options.status.slice(5)),
    }),
    column('total', 'number', 'decimal'),
    column('discount', 'number', 'float'),
    column('placed_at', 'datetime', 'instant'),
    ...partsOf('placed_at'),
    column('shipped_on', 'date', 'date'),
    column('note', 'text', 'text'),
    column('reference', 'text', 'text', { exact: true }),
    column('gift', 'boolean', 'boolean'),
    column('labels', 'tags', 'text[]'),
    json('payment.method', 'text', 'payment', ['method']),
    json('payment.fee', 'number', 'payment', ['fee']),
    point('delivery'),
    metric('line_count', 'number', { related: 'lines', measure: 'count' }),
    metric('line_sum', 'number', { related: 'lines', measure: 'sum', of: 'price' }),
    metric('dearest', 'number', { related: 'lines', measure: 'maximum', of: 'price' }),
  ],
  {
    paths: [toOne('contact', 'contact', on('contact_id', 'id'))],
    collections: [
      collection('lines', [step('line', [on('id', 'order_id')])]),
      collection('products', [
        step('line', [on('id', 'order_id')]),
        step('product', [on('product_code', 'code')]),
      ]),
      collection('siblings', [
        step('contact', [on('contact_id', 'id')]),
        step('order', [on('id', 'contact_id')], { time: 'placed_at' }),
      ]),
    ],
  },
);

export const line = record(
  'line',
  [
    { column: 'order_id', type: 'bigint' },
    { column: 'position', type: 'integer' },
  ],
  [
    column('quantity', 'number', 'decimal', { finite: true }),
    column('price', 'number', 'decimal'),
    column('comment', 'text', 'text'),
    column('added_on', 'date', 'date'),
  ],
  {
    paths: [
      toOne('order', 'order', on('order_id', 'id')),
      toOne('product', 'product', on('product_code', 'code')),
    ],
    collections: [
      collection('reviews', [step('review', [on('order_id', 'order_id'), on('position', 'position')])]),
    ],
  },
);

/** A shared table: everyone's, without a tenant. */
export const product = record(
  'product',
  [{ column: 'code', type: 'text' }],
  [
    column('code', 'text', 'text', { exact: true }),
    column('name', 'text', 'text'),
    column('category', 'select', 'text', { options: known(options.category) }),
    column('price', 'number', 'decimal'),
    column('rating', 'number', 'float'),
    column('launched', 'date', 'date'),
  ],
  { shared: true },
);

export const activity = record(
  'activity',
  [{ column: 'id', type: 'uuid' }],
  [
    column('kind', 'select', 'text', { options: known(options.kind) }),
    column('occurred_at', 'datetime', 'instant'),
    ...partsOf('occurred_at'),
    json('properties.page', 'text', 'properties', ['page']),
    json('properties.value', 'number', 'properties', ['value']),
    json('properties.at', 'datetime', 'properties', ['at']),
    json('properties.tags', 'tags', 'properties', ['tags']),
    json('properties.campaign', 'select', 'properties', ['utm', 'campaign'], {
      options: known([]),
      open: true,
    }),
  ],
  {
    paths: [
      toOne('contact', 'contact', on('contact_id', 'id')),
      toOne('company', 'company', on('company_id', 'id')),
    ],
  },
);

export const booking = record(
  'booking',
  [{ column: 'code', type: 'text' }],
  [
    column('code', 'text', 'text', { exact: true }),
    column('starts_at', 'datetime', 'naive', { zone: 'America/Havana' }),
    ...partsOf('starts_at'),
    column('party', 'number', 'decimal', { finite: true }),
    column('confirmed', 'boolean', 'boolean'),
    column('price', 'number', 'float'),
  ],
);

export const review = record(
  'review',
  [{ column: 'id', type: 'integer' }],
  [
    column('stars', 'number', 'decimal', { finite: true }),
    column('written_on', 'date', 'date'),
    column('body', 'text', 'text'),
  ],
  { paths: [toOne('line', 'line', on('order_id', 'order_id'), on('position', 'position'))] },
);

/** The second subject, with a text key. */
export const guest = (sql: DerivedSql | undefined): RecordType =>
  record(
    'guest',
    [{ column: 'code', type: 'text' }],
    [
      column('name', 'text', 'text'),
      column('nights', 'number', 'decimal', { finite: true }),
      column('arrived', 'date', 'date'),
      column('checked_in', 'datetime', 'instant'),
      column('labels', 'tags', 'text[]'),
      ...fieldsBeside('guest'),
      metric('next_booking_at', 'datetime', {
        related: 'bookings',
        measure: 'minimum',
        of: 'starts_at',
        where: all({ field: 'starts_at', operator: 'within_next', value: { years: 1 } }),
      }),
      derived(sql)('nights_since', 'number', 'days_since', ['checked_in']),
    ],
    {
      paths: [
        toOne('contact', 'contact', on('contact_id', 'id')),
        toOne('host', 'guest', on('host_code', 'code')),
      ],
      collections: [
        collection('bookings', [
          step('booking', [on('code', 'guest_code')], { time: 'starts_at', future: true }),
        ]),
        collection('guests_of_host', [
          step('guest', [on('host_code', 'code')]),
          step('guest', [on('code', 'host_code')]),
        ]),
      ],
    },
  );
