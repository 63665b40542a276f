/**
 * What can be imported, and into which columns. SQL here speaks about `r` (the row of the file, every column of the
 * target, null where blank or not mapped), `p` (the parent it names) and `t` (the tenant).
 */

import {
  contactStatuses,
  financings,
  horizons,
  interestLevels,
  loyaltyStatuses,
  loyaltyTiers,
  newOrUsed,
  orderStatuses,
  preferredChannels,
  urgencies,
} from '../catalogue/options.js';
import type { CellKind } from './cells.js';

export interface ImportColumn {
  readonly name: string;
  readonly kind: CellKind;
  /** The only values it takes. */
  readonly options?: readonly string[];
  /** A row without it is refused. */
  readonly required?: true;
  /** What is stored for a blank cell, as SQL; null if not given. */
  readonly blank?: string;
  /** Is worked out also when the file has no such column. */
  readonly always?: true;
  /** Names the parent, and is no column of the table itself. */
  readonly namesParent?: true;
}

/** The record of another table that rows are about, found by its external_id. */
export interface ImportParent {
  readonly table: string;
  readonly called: string;
  /** The columns of the target that it provides, as SQL. */
  readonly sets: Readonly<Record<string, string>>;
}

export interface ImportTarget {
  readonly table: string;
  /** What the catalogue calls the records, where they may have custom fields. */
  readonly subject?: string;
  readonly columns: readonly ImportColumn[];
  readonly parent?: ImportParent;
  /** Why a row that can be read cannot be taken: conditions and sentences, as SQL. */
  readonly refusals?: readonly { readonly when: string; readonly reason: string }[];
}

const text = (name: string): ImportColumn => ({ name, kind: 'text' });
const decimal = (name: string): ImportColumn => ({ name, kind: 'decimal' });
const oneOf = (name: string, options: readonly string[]): ImportColumn => ({ name, kind: 'text', options });

const externalId: ImportColumn = { name: 'external_id', kind: 'text', required: true };
const createdAt: ImportColumn = { name: 'created_at', kind: 'instant', blank: 'now()' };

/** Of whatever hangs on a contact and on nothing else. */
const contactExternalId: ImportColumn = {
  name: 'contact_external_id',
  kind: 'text',
  required: true,
  namesParent: true,
};
const ofContact: ImportParent = { table: 'crm.contacts', called: 'contact', sets: { contact_id: 'p.id' } };

const companies: ImportTarget = {
  table: 'crm.companies',
  subject: 'company',
  columns: [
    externalId,
    { name: 'name', kind: 'text', required: true },
    text('industry'),
    { name: 'employees', kind: 'integer' },
    text('size_band'),
    text('country'),
    text('city'),
    decimal('annual_revenue'),
    text('contract_status'),
    { name: 'tags', kind: 'list', blank: "'{}'" },
    createdAt,
  ],
  refusals: [{ when: 'r.employees < 0', reason: `format('employees: "%s" is below zero', r.employees)` }],
};

const contacts: ImportTarget = {
  table: 'crm.contacts',
  subject: 'contact',
  columns: [
    externalId,
    text('first_name'),
    text('last_name'),
    text('email'),
    { name: 'phone', kind: 'phone' },
    { name: 'status', kind: 'text', options: contactStatuses, blank: "'lead'" },
    text('source'),
    decimal('score'),
    text('role'),
    { name: 'company_external_id', kind: 'text', namesParent: true },
    text('country'),
    text('city'),
    text('postal_code'),
    { name: 'latitude', kind: 'latitude' },
    { name: 'longitude', kind: 'longitude' },
    { name: 'birthday', kind: 'date' },
    { name: 'anniversary', kind: 'date' },
    text('language'),
    oneOf('preferred_channel', preferredChannels),
    { name: 'vip', kind: 'boolean', blank: 'false' },
    { name: 'email_verified', kind: 'boolean', blank: 'false' },
    { name: 'tags', kind: 'list', blank: "'{}'" },
    { name: 'dietary', kind: 'list', blank: "'{}'" },
    { name: 'follows', kind: 'list', blank: "'{}'" },
    { name: 'loyalty_status', kind: 'text', options: loyaltyStatuses, blank: "'none'" },
    oneOf('loyalty_tier', loyaltyTiers),
    { name: 'loyalty_points', kind: 'integer', blank: '0' },
    createdAt,
  ],
  parent: { table: 'crm.companies', called: 'company', sets: { company_id: 'p.id' } },
};

const orders: ImportTarget = {
  table: 'crm.orders',
  columns: [
    externalId,
    contactExternalId,
    { name: 'placed_at', kind: 'instant', required: true },
    { name: 'status', kind: 'text', options: orderStatuses, blank: "'pending'" },
    text('channel'),
    text('location'),
    { name: 'currency', kind: 'text', blank: 't.currency', always: true },
    { name: 'total', kind: 'decimal', required: true },
    { name: 'total_base', kind: 'decimal', blank: 'r.total', always: true },
    { name: 'discount', kind: 'decimal', blank: '0' },
    text('coupon_code'),
  ],
  parent: ofContact,
  refusals: [
    {
      when: 'r.total_base is null and r.currency <> t.currency',
      reason: `format('total_base is missing, and %s is not the tenant''s currency %s', r.currency, t.currency)`,
    },
  ],
};

const orderLines: ImportTarget = {
  table: 'crm.order_lines',
  columns: [
    externalId,
    { name: 'order_external_id', kind: 'text', required: true, namesParent: true },
    text('sku'),
    text('name'),
    text('category'),
    text('department'),
    text('brand'),
    { name: 'quantity', kind: 'decimal', blank: '1' },
    decimal('unit_price'),
    { name: 'discount', kind: 'decimal', blank: '0' },
    {
      name: 'total',
      kind: 'decimal',
      blank: 'coalesce(coalesce(r.quantity, 1) * r.unit_price - coalesce(r.discount, 0), 0)',
      always: true,
    },
  ],
  parent: {
    table: 'crm.orders',
    called: 'order',
    sets: { contact_id: 'p.contact_id', order_id: 'p.id' },
  },
};

const activities: ImportTarget = {
  table: 'crm.activities',
  columns: [
    externalId,
    contactExternalId,
    { name: 'kind', kind: 'text', required: true },
    { name: 'occurred_at', kind: 'instant', required: true },
    text('channel'),
    decimal('rating'),
    decimal('value'),
    { name: 'properties', kind: 'object', blank: "'{}'" },
  ],
  parent: ofContact,
};

const interests: ImportTarget = {
  table: 'crm.vehicle_interests',
  columns: [
    externalId,
    contactExternalId,
    text('make'),
    text('model'),
    { name: 'year', kind: 'integer' },
    text('body_type'),
    oneOf('new_or_used', newOrUsed),
    oneOf('level', interestLevels),
  ],
  parent: ofContact,
};

const budgets: ImportTarget = {
  table: 'crm.budgets',
  columns: [
    externalId,
    contactExternalId,
    decimal('minimum'),
    decimal('maximum'),
    decimal('down_payment'),
    decimal('monthly_payment'),
    oneOf('financing', financings),
    text('currency'),
  ],
  parent: ofContact,
};

const timelines: ImportTarget = {
  table: 'crm.purchase_timelines',
  columns: [
    externalId,
    contactExternalId,
    oneOf('horizon', horizons),
    oneOf('urgency', urgencies),
    { name: 'target_date', kind: 'date' },
  ],
  parent: ofContact,
};

export const importTargets = {
  contacts,
  companies,
  orders,
  'order-lines': orderLines,
  activities,
  interests,
  budgets,
  timelines,
} as const;
export type ImportTargetName = keyof typeof importTargets;
