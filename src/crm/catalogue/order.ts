/** What can be asked of orders and their lines. */

import type { RecordDeclaration } from '../../index.js';
import { Order } from '../order.entity.js';
import { OrderLine } from '../order-line.entity.js';
import { categories, currencies, orderChannels, orderStatuses } from './options.js';
import { amount, called, closed, open, sharedFieldsOfContact, tenant } from './record.js';

export const order: RecordDeclaration = {
  entity: Order,
  label: { en: 'Order', de: 'Bestellung' },
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    placed_at: { label: { en: 'Order time', de: 'Bestellzeit' } },
    status: closed({ en: 'Status', de: 'Status' }, orderStatuses),
    channel: open({ en: 'Channel', de: 'Kanal' }, orderChannels),
    location: { label: { en: 'Location', de: 'Standort' }, type: 'select', open: true },
    currency: open({ en: 'Currency', de: 'Währung' }, currencies),
    total: amount({ en: 'Total', de: 'Gesamtbetrag' }),
    total_base: amount({ en: 'Total in our currency', de: 'Gesamtbetrag in Hauswährung' }),
    discount: amount({ en: 'Discount', de: 'Rabatt' }),
    coupon_code: { label: { en: 'Coupon code', de: 'Gutscheincode' }, exact: true },
  },
  paths: { contact: false },
  collections: {
    order_lines: {
      label: { en: 'Items', de: 'Positionen' },
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
  label: { en: 'Ordered item', de: 'Bestellposition' },
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    order_id: false,
    sku: { label: { en: 'SKU', de: 'Artikelnummer' }, exact: true },
    name: { label: { en: 'Name', de: 'Name' } },
    category: { label: { en: 'Category', de: 'Kategorie' }, options: called(categories) },
    department: { label: { en: 'Department', de: 'Abteilung' } },
    brand: { label: { en: 'Brand', de: 'Marke' } },
    quantity: amount({ en: 'Quantity', de: 'Menge' }),
    unit_price: amount({ en: 'Unit price', de: 'Einzelpreis' }),
    discount: amount({ en: 'Discount', de: 'Rabatt' }),
    total: amount({ en: 'Total', de: 'Gesamtbetrag' }),
  },
  paths: {
    contact: false,
    // By the contact too: a contact's lines and orders are found, and may be stored, together.
    order: {
      label: { en: 'Order', de: 'Bestellung' },
      to: 'order',
      on: [
        { from: 'contact_id', to: 'contact_id' },
        { from: 'order_id', to: 'id' },
      ],
    },
  },
};
