/** The tables of what happens to people in the hostile world: orders and their lines, activities, bookings, reviews. */

import * as pools from './pools.js';
import type { TablePlan } from './tables.js';
import { coordinateColumns, coordinates, danglingId, reference, tenantColumn } from './tables.js';

const order: TablePlan = {
  name: 'order',
  columns: {
    ...tenantColumn,
    ...{
      id: 'bigint not null',
      contact_id: 'bigint',
      status: 'text',
      total: 'numeric',
      discount: 'double precision',
    },
    ...{ placed_at: 'timestamptz', shipped_on: 'date', note: 'text', reference: 'text', gift: 'boolean' },
    ...{ labels: 'text[]', payment: 'jsonb' },
    ...coordinateColumns('delivery', 'double precision'),
  },
  constraints: ['primary key (tenant_id, id)'],
  draw: (draw, keys) => ({
    contact_id: reference(draw, keys.contacts, danglingId, 3),
    status: draw.option(pools.options.status),
    total: draw.amount(),
    discount: draw.from(pools.doubles),
    placed_at: draw.instant(),
    shipped_on: draw.date(),
    note: draw.from(pools.shortTexts),
    reference: draw.from(pools.codes),
    gift: draw.from([true, false]),
    labels: draw.tags(),
    payment: draw.maybe(10, () => draw.document({ method: pools.json.text, fee: pools.json.number })),
    ...coordinates('delivery', draw),
  }),
};

/** Its order is part of its key, and given. */
const line: TablePlan = {
  name: 'line',
  columns: {
    ...tenantColumn,
    ...{
      order_id: 'bigint not null',
      position: 'integer not null',
      contact_id: 'bigint',
      product_code: 'text',
    },
    ...{ quantity: 'integer', price: 'numeric', comment: 'text', added_on: 'date' },
  },
  constraints: ['primary key (tenant_id, order_id, position)'],
  draw: (draw, keys) => ({
    contact_id: reference(draw, keys.contacts, danglingId, 20),
    product_code: reference(draw, keys.products, 'none', 10),
    quantity: draw.from(['0', '1', '1', '2', '3', '-1']),
    price: draw.amount(),
    comment: draw.from(pools.shortTexts),
    added_on: draw.date(),
  }),
};

const activity: TablePlan = {
  name: 'activity',
  columns: {
    ...tenantColumn,
    ...{ id: 'uuid not null', contact_id: 'bigint', company_id: 'uuid', kind: 'text' },
    ...{ occurred_at: 'timestamptz', properties: 'jsonb' },
  },
  constraints: [
    'primary key (tenant_id, id)',
    'foreign key (tenant_id, contact_id) references "hostile"."contact" (tenant_id, id)',
  ],
  draw: (draw, keys) => ({
    contact_id: draw.from(keys.contacts, 3),
    company_id: draw.from(keys.companies, 50),
    kind: draw.option(pools.options.kind),
    occurred_at: draw.instant(),
    properties: draw.maybe(5, () =>
      draw.document({
        page: pools.json.text,
        value: pools.json.number,
        at: draw.random.chance(0.7) ? [draw.instant()] : pools.json.datetime,
        tags: pools.json.tags,
        utm: [{ campaign: draw.random.pick(pools.json.text) }, {}, null, 'campaign'],
      }),
    ),
  }),
};

const booking: TablePlan = {
  name: 'booking',
  columns: {
    ...tenantColumn,
    ...{ code: 'text not null', contact_id: 'bigint', guest_code: 'text', starts_at: 'timestamp' },
    ...{ party: 'integer', confirmed: 'boolean', price: 'real' },
  },
  constraints: ['primary key (tenant_id, code)'],
  draw: (draw, keys) => ({
    contact_id: reference(draw, keys.contacts, danglingId),
    guest_code: reference(draw, keys.guests, 'nobody', 30),
    starts_at: draw.wallTime(),
    party: draw.from(['0', '1', '2', '4', '8']),
    confirmed: draw.from([true, false]),
    price: draw.real(),
  }),
};

const review: TablePlan = {
  name: 'review',
  columns: {
    ...tenantColumn,
    ...{ id: 'integer not null', contact_id: 'bigint not null', order_id: 'bigint', position: 'integer' },
    ...{ stars: 'smallint', written_on: 'date', body: 'text' },
  },
  constraints: [
    'primary key (tenant_id, id)',
    'foreign key (tenant_id, contact_id) references "hostile"."contact" (tenant_id, id)',
  ],
  draw: (draw, keys) => {
    const [order, position] = draw.random.pick(keys.lines);
    return {
      contact_id: draw.random.pick(keys.contacts),
      order_id: draw.maybe(20, () => order),
      position: draw.maybe(10, () => position),
      stars: draw.from(['1', '2', '3', '4', '5']),
      written_on: draw.date(),
      body: draw.from(pools.shortTexts),
    };
  },
};

export const events: readonly TablePlan[] = [order, line, activity, booking, review];
