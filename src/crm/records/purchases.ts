/** What contacts bought and did, to read. */

import { Activity } from '../activity.entity.js';
import { Order } from '../order.entity.js';
import { OrderLine } from '../order-line.entity.js';
import { contact, labels, order, tenant } from './labels.js';

export const orders = {
  entity: Order,
  id: 'orders',
  label: { en: 'Orders', de: 'Bestellungen' },
  icon: 'ShoppingCart',
  tenant,
  title: ['external_id'],
  list: ['external_id', 'contact_id', 'placed_at', 'status', 'channel', 'total'],
  read: [
    ...['external_id', 'contact_id', 'placed_at', 'status', 'channel', 'location', 'total', 'currency'],
    ...['total_base', 'discount', 'coupon_code', 'created_at', 'updated_at'],
  ],
  filter: ['external_id', 'contact_id', 'placed_at', 'status', 'channel', 'location', 'total', 'coupon_code'],
  sort: ['placed_at', 'total'],
  order: { by: 'placed_at', direction: 'desc' },
  properties: {
    ...labels,
    contact_id: contact,
    placed_at: { label: { en: 'Placed', de: 'Bestellt' } },
    status: {
      label: { en: 'Status', de: 'Status' },
      choices: ['pending', 'paid', 'fulfilled', 'cancelled', 'refunded'],
    },
    location: { label: { en: 'Location', de: 'Standort' } },
    total: { label: { en: 'Total', de: 'Summe' } },
    total_base: { label: { en: 'Total in own currency', de: 'Summe in eigener Währung' } },
    discount: { label: { en: 'Discount', de: 'Rabatt' } },
    coupon_code: { label: { en: 'Coupon', de: 'Gutschein' } },
  },
} as const;

export const orderLines = {
  entity: OrderLine,
  id: 'order_lines',
  label: { en: 'Order lines', de: 'Bestellpositionen' },
  icon: 'List',
  tenant,
  title: ['name'],
  list: ['name', 'order_id', 'contact_id', 'category', 'quantity', 'unit_price', 'total'],
  read: [
    ...['external_id', 'order_id', 'contact_id', 'sku', 'name', 'category', 'department', 'brand'],
    ...['quantity', 'unit_price', 'discount', 'total', 'created_at'],
  ],
  filter: ['order_id', 'contact_id', 'sku', 'category', 'department', 'brand', 'quantity', 'total'],
  properties: {
    ...labels,
    order_id: order,
    contact_id: contact,
    sku: { label: { en: 'SKU', de: 'Artikelnummer' } },
    name: { label: { en: 'Name', de: 'Name' } },
    category: { label: { en: 'Category', de: 'Kategorie' } },
    department: { label: { en: 'Department', de: 'Abteilung' } },
    brand: { label: { en: 'Brand', de: 'Marke' } },
    quantity: { label: { en: 'Quantity', de: 'Menge' } },
    unit_price: { label: { en: 'Unit price', de: 'Einzelpreis' } },
    discount: { label: { en: 'Discount', de: 'Rabatt' } },
    total: { label: { en: 'Total', de: 'Summe' } },
  },
} as const;

export const activities = {
  entity: Activity,
  id: 'activities',
  label: { en: 'Activities', de: 'Aktivitäten' },
  icon: 'Activity',
  tenant,
  title: ['kind'],
  list: ['kind', 'contact_id', 'occurred_at', 'channel', 'rating', 'value'],
  read: [
    ...['external_id', 'kind', 'contact_id', 'occurred_at', 'channel', 'rating', 'value'],
    ...['properties', 'created_at'],
  ],
  filter: ['kind', 'contact_id', 'occurred_at', 'channel', 'rating', 'value', 'properties'],
  properties: {
    ...labels,
    contact_id: contact,
    kind: { label: { en: 'Kind', de: 'Art' } },
    occurred_at: { label: { en: 'When', de: 'Wann' } },
    rating: { label: { en: 'Rating', de: 'Bewertung' } },
    value: { label: { en: 'Value', de: 'Wert' } },
    properties: { label: { en: 'Details', de: 'Einzelheiten' } },
  },
} as const;
