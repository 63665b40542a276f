/** Northwind, somebody else's schema, described without an entity and without changing a table. */

import sql, { empty } from 'sql-template-tag';
import type { CatalogueDeclaration, Derivation, RecordDeclaration } from '../../../src/index.js';

/** All of it belongs to a single tenant. */
const tenant = 'shared';

/** Exact: the catalogue reads real columns as their shortest decimals. */
const revenue: Derivation = {
  timeRelative: false,
  sql: ([price = empty, quantity = empty, discount = empty]) =>
    sql`(${price} * ${quantity} * (1 - ${discount}))`,
  evaluate: ([price, quantity, discount]) => {
    if (typeof price !== 'string' || typeof quantity !== 'string' || typeof discount !== 'string')
      return null;
    const [one, other, part] = [decimal(price), decimal(quantity), decimal(discount)];
    const digits = one.digits * other.digits * (10n ** BigInt(part.scale) - part.digits);
    return text(digits, one.scale + other.scale + part.scale);
  },
};

interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

function decimal(value: string): Decimal {
  const [whole = '', fraction = ''] = value.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
}

function text(digits: bigint, scale: number): string {
  const padded = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
  const whole = padded.slice(0, padded.length - scale);
  const fraction = padded.slice(padded.length - scale);
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

const customer: RecordDeclaration = {
  table: 'public.customers',
  tenant,
  key: { customer_id: 'text' },
  display: 'company_name',
  fields: {
    customer_id: { columnType: 'varchar', label: 'Customer', exact: true },
    company_name: 'varchar',
    contact_name: 'varchar',
    contact_title: 'varchar',
    city: 'varchar',
    region: 'varchar',
    postal_code: 'varchar',
    country: 'varchar',
    phone: 'varchar',
  },
  collections: {
    orders: { of: 'order', on: [{ from: 'customer_id', to: 'customer_id' }], time: 'order_date' },
    order_details: { through: ['orders', 'order_details'] },
  },
  metrics: {
    order_count: { label: 'Number of orders', related: 'orders', measure: 'count' },
    last_order_date: { label: 'Last order', related: 'orders', measure: 'maximum', of: 'order_date' },
    revenue: { label: 'Revenue', related: 'order_details', measure: 'sum', of: 'revenue' },
  },
};

const order: RecordDeclaration = {
  table: 'public.orders',
  tenant,
  key: { order_id: 'integer' },
  fields: {
    order_id: 'smallint',
    order_date: 'date',
    required_date: 'date',
    shipped_date: 'date',
    freight: 'real',
    ship_country: 'varchar',
  },
  collections: {
    order_details: { of: 'order_detail', on: [{ from: 'order_id', to: 'order_id' }] },
  },
};

const orderDetail: RecordDeclaration = {
  table: 'public.order_details',
  tenant,
  key: { order_id: 'integer', product_id: 'integer' },
  fields: { product_id: 'smallint', unit_price: 'real', quantity: 'smallint', discount: 'real' },
  paths: {
    order: { to: 'order', on: [{ from: 'order_id', to: 'order_id' }] },
    product: { to: 'product', on: [{ from: 'product_id', to: 'product_id' }] },
  },
  derived: {
    revenue: {
      label: 'Revenue',
      type: 'number',
      inputs: ['unit_price', 'quantity', 'discount'],
      derivation: revenue,
    },
  },
};

const product: RecordDeclaration = {
  table: 'public.products',
  tenant,
  key: { product_id: 'integer' },
  fields: {
    product_name: 'varchar',
    unit_price: 'real',
    units_in_stock: 'smallint',
    discontinued: 'integer',
  },
  paths: { category: { to: 'category', on: [{ from: 'category_id', to: 'category_id' }] } },
};

const category: RecordDeclaration = {
  table: 'public.categories',
  tenant,
  key: { category_id: 'integer' },
  fields: { category_name: 'varchar', description: 'text' },
};

export const northwindCatalogue: CatalogueDeclaration = {
  subjects: { customer },
  records: { order, order_detail: orderDetail, product, category },
};
