/** A small CRM as the language sees it: every type of field, kind of source, path and collection at least once. */

import type { Derivation } from '../../src/rule-language/derivation.js';
import type {
  Collection,
  Field,
  FieldSource,
  FieldType,
  Option,
  RecordType,
  Step,
  Storage,
  ToOne,
  Vocabulary,
} from '../../src/rule-language/field.js';
import type { Group, Measure } from '../../src/rule-language/rule.js';

const storages: Record<FieldType, Storage> = {
  text: 'text',
  number: 'decimal',
  boolean: 'boolean',
  select: 'text',
  tags: 'text[]',
  date: 'date',
  datetime: 'instant',
  point: 'decimal',
};

type More = Partial<Pick<Field, 'exact' | 'options' | 'open' | 'archived'>>;

const field = (name: string, type: FieldType, source: FieldSource, more: More = {}): Field => ({
  name,
  label: name.replaceAll('_', ' '),
  type,
  source,
  ...more,
});
const column = (name: string, type: FieldType, more?: More): Field =>
  field(name, type, { kind: 'column', column: name.replaceAll('.', '_'), storage: storages[type] }, more);
const json = (name: string, type: FieldType): Field => {
  const [start = '', ...keys] = name.split('.');
  return field(name, type, { kind: 'json', column: start, keys });
};
const metric = (name: string, type: FieldType, measure: Measure): Field =>
  field(name, type, { kind: 'metric', measure });
const derived = (name: string, type: FieldType, inputs: string[]): Field =>
  field(name, type, { kind: 'derived', inputs, derivation: {} as Derivation });
/** A datetime with its parts. */
const datetime = (name: string): Field[] => [
  column(name, 'datetime'),
  field(`${name}.date`, 'date', { kind: 'part', of: name, part: 'date' }),
  field(`${name}.hour`, 'number', { kind: 'part', of: name, part: 'hour' }),
  field(`${name}.weekday`, 'text', { kind: 'part', of: name, part: 'weekday' }),
];

const options = (...values: string[]): { options: Option[] } => ({
  options: values.map((value) => ({ value, label: value })),
});
const path = (name: string, target: string): ToOne => ({
  name,
  label: name,
  target,
  on: [{ from: `${name}_id`, to: 'id' }],
});
const step = (target: string, from: string, to: string, more: Partial<Step> = {}): Step => ({
  target,
  on: [{ from, to }],
  ...more,
});
const collection = (name: string, ...steps: Step[]): Collection => ({ name, label: name, steps });

const byName = <T extends { readonly name: string }>(items: readonly T[]): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.name, item]));

function record(
  name: string,
  fields: Field[],
  paths: ToOne[] = [],
  collections: Collection[] = [],
): RecordType {
  return {
    name,
    label: name,
    table: { schema: 'crm', name: `${name}s` },
    key: [{ column: 'id', type: 'uuid' }],
    tenant: { column: 'tenant_id', type: 'uuid' },
    fields: byName(fields),
    paths: byName(paths),
    collections: byName(collections),
  };
}

const paid: Group = {
  match: 'all',
  rules: [{ field: 'status', operator: 'in_list', value: ['paid', 'fulfilled'] }],
};
const kept: Group = {
  match: 'all',
  rules: [{ field: 'status', operator: 'not_equals', value: 'cancelled' }],
};
const cartsWithoutOrder: Group = {
  match: 'all',
  rules: [
    { field: 'kind', operator: 'equals', value: 'cart' },
    {
      related: 'subject.orders',
      measure: 'count',
      where: {
        match: 'all',
        rules: [{ field: 'placed_at', operator: 'after', value: { field: 'occurred_at', from: 'parent' } }],
      },
      operator: 'equals',
      value: 0,
    },
  ],
};

const contact = record(
  'contact',
  [
    column('first_name', 'text'),
    column('nickname', 'text'),
    column('email', 'text'),
    column('city', 'text'),
    column('country', 'text'),
    column('external_id', 'text', { exact: true }),
    column('points', 'number'),
    column('credit_limit', 'number'),
    column('vip', 'boolean'),
    column('email_opt_in', 'boolean'),
    column('tags', 'tags'),
    column('custom.dietary', 'tags', options('vegan', 'gluten-free')),
    column('tier', 'select', {
      options: [
        ...options('bronze', 'silver', 'gold').options,
        { value: 'platinum', label: 'Platinum', archived: true },
      ],
    }),
    column('source', 'select', { ...options('web', 'fair'), open: true }),
    column('birthday', 'date'),
    column('married_on', 'date'),
    ...datetime('created_at'),
    ...datetime('last_seen_at'),
    field('position', 'point', { kind: 'point', latitude: 'latitude', longitude: 'longitude' }),
    json('properties.campaign_id', 'number'),
    json('properties.ad.name', 'text'),
    metric('order_count', 'number', { related: 'orders', measure: 'count', where: paid }),
    metric('total_spend', 'number', { related: 'orders', measure: 'sum', of: 'total_base', where: paid }),
    metric('average_order_value', 'number', {
      related: 'orders',
      measure: 'average',
      of: 'total_base',
      where: paid,
    }),
    metric('first_order_at', 'datetime', {
      related: 'orders',
      measure: 'minimum',
      of: 'placed_at',
      where: paid,
    }),
    metric('last_order_at', 'datetime', {
      related: 'orders',
      measure: 'maximum',
      of: 'placed_at',
      where: paid,
    }),
    metric('favourite_category', 'text', {
      related: 'order_lines',
      measure: 'most_frequent',
      of: 'category',
    }),
    metric('carts_left', 'number', { related: 'activities', measure: 'count', where: cartsWithoutOrder }),
    derived('age', 'number', ['birthday']),
    derived('email_domain', 'text', ['email']),
    derived('spend_per_point', 'number', ['total_spend', 'points']),
    metric('circular', 'number', {
      related: 'orders',
      measure: 'count',
      where: { match: 'all', rules: [{ field: 'contact.circular', operator: 'equals', value: 1 }] },
    }),
    metric('broken', 'number', { related: 'orders', measure: 'sum', of: 'no_such_field' }),
  ],
  [path('company', 'company'), path('manager', 'contact')],
  [
    collection('orders', step('order', 'id', 'contact_id', { time: 'placed_at', filter: kept })),
    collection(
      'order_lines',
      step('order', 'id', 'contact_id', { time: 'placed_at', filter: kept }),
      step('line', 'id', 'order_id', { time: 'order.placed_at' }),
    ),
    collection('activities', step('activity', 'id', 'contact_id', { time: 'occurred_at' })),
    collection('appointments', step('activity', 'id', 'contact_id', { time: 'occurred_at', future: true })),
    collection('referrals', step('contact', 'id', 'referred_by')),
    collection('untimely', step('order', 'id', 'contact_id', { time: 'note' })),
  ],
);

const company = record(
  'company',
  [
    column('name', 'text'),
    column('industry', 'text'),
    column('country', 'text'),
    column('revenue', 'number'),
    column('founded_on', 'date'),
    column('custom.size', 'select', options('small', 'large')),
    column('custom.seats', 'number', { archived: true }),
    metric('order_count', 'number', { related: 'orders', measure: 'count' }),
    metric('larger_than_company', 'number', {
      related: 'orders',
      measure: 'count',
      where: {
        match: 'all',
        rules: [
          { field: 'total_base', operator: 'greater_than', value: { field: 'revenue', from: 'parent' } },
        ],
      },
    }),
    derived('years', 'number', ['founded_on']),
  ],
  [path('parent', 'company')],
  [
    collection('opportunities', step('opportunity', 'id', 'company_id', { time: 'opened_at' })),
    collection(
      'orders',
      step('contact', 'id', 'company_id'),
      step('order', 'id', 'contact_id', { time: 'placed_at' }),
    ),
  ],
);

const order = record(
  'order',
  [
    column('number', 'text', { exact: true }),
    column('note', 'text'),
    column('status', 'select', options('open', 'paid', 'fulfilled', 'cancelled')),
    column('channel', 'text'),
    column('total_base', 'number'),
    column('gift', 'boolean'),
    column('ship_on', 'date'),
    ...datetime('placed_at'),
    metric('line_count', 'number', { related: 'lines', measure: 'count' }),
    metric('main_category', 'text', { related: 'lines', measure: 'most_frequent', of: 'category' }),
    metric('large_lines', 'number', {
      related: 'lines',
      measure: 'count',
      where: {
        match: 'all',
        rules: [
          {
            field: 'price',
            operator: 'greater_than',
            value: { field: 'total_base', from: 'parent', times: '0.5' },
          },
        ],
      },
    }),
  ],
  [path('contact', 'contact')],
  [collection('lines', step('line', 'id', 'order_id', { time: 'order.placed_at' }))],
);

const line = record(
  'line',
  [
    column('category', 'text'),
    column('sku', 'text', { exact: true }),
    column('quantity', 'number'),
    column('price', 'number'),
  ],
  [path('order', 'order'), path('product', 'product')],
);

const product = record('product', [
  column('category', 'text'),
  column('launched_on', 'date'),
  column('tags', 'tags'),
]);

const activity = record(
  'activity',
  [
    column('kind', 'select', { ...options('cart', 'email_click'), open: true }),
    ...datetime('occurred_at'),
    json('properties.page', 'text'),
    json('properties.amount', 'number'),
  ],
  [path('contact', 'contact')],
);

const opportunity = record('opportunity', [
  column('stage', 'text'),
  column('amount', 'number'),
  column('closes_on', 'date'),
  ...datetime('opened_at'),
]);

export const records = { contact, company, order, line, product, activity, opportunity };

export const vocabulary: Vocabulary = {
  records: byName(Object.values(records)),
  subjects: byName(
    [contact, company].map((subject) => ({
      name: subject.name,
      record: subject,
      ledger: { schema: 'segmentation', name: `${subject.name}_stay` },
    })),
  ),
};
