/** What can be asked of orders and their lines. */

import type { RecordDeclaration } from '../../index.js';
import { Order } from '../order.entity.js';
import { OrderLine } from '../order-line.entity.js';
import { categories, currencies, orderChannels, orderStatuses } from './options.js';
import { amount, closed, open, sharedFieldsOfContact, tenant } from './record.js';

export const order: RecordDeclaration = {
  entity: Order,
  label: 'Order',
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    placed_at: { label: 'Order time' },
    status: closed('Status', orderStatuses),
    channel: open('Channel', orderChannels),
    location: { label: 'Location', type: 'select', open: true },
    currency: open('Currency', currencies),
    total: amount('Total'),
    total_base: amount('Total in our currency'),
    discount: amount('Discount'),
    coupon_code: { label: 'Coupon code', exact: true },
  },
  paths: { contact: false },
  collections: {
    order_lines: {
      label: 'Items',
      of: 'order_line',
      on: [
        { from: 'contact_id', to: 'contact_id' },
        { from: 'id', to: 'order_id' },
      ],
      owned: true,
    },
  },
};

export const orderLine: RecordDeclaration = {
  entity: OrderLine,
  label: 'Ordered item',
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    order_id: false,
    sku: { label: 'SKU', exact: true },
    name: { label: 'Name' },
    category: { label: 'Category', options: categories },
    department: { label: 'Department' },
    brand: { label: 'Brand' },
    quantity: amount('Quantity'),
    unit_price: amount('Unit price'),
    discount: amount('Discount'),
    total: amount('Total'),
  },
  paths: {
    contact: false,
    // By the contact too: a contact's lines and orders are found, and may be stored, together.
    order: {
      label: 'Order',
      to: 'order',
      on: [
        { from: 'contact_id', to: 'contact_id' },
        { from: 'order_id', to: 'id' },
      ],
    },
  },
};
