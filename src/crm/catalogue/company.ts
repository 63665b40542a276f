/** What can be asked of a company: its own data, and what its contacts did. */

import type { RecordDeclaration } from '../../index.js';
import { Company } from '../company.entity.js';
import { daysSince } from './derivations.js';
import { behaviour } from './metrics.js';
import { contractStatuses, sizeBands } from './options.js';
import { amount, open, sharedFields, tenant } from './record.js';

export const company: RecordDeclaration = {
  entity: Company,
  label: 'Company',
  tenant,
  externalId: 'external_id',
  display: 'name',
  fields: {
    ...sharedFields,
    name: { label: 'Name' },
    industry: { label: 'Industry' },
    employees: { label: 'Employees' },
    size_band: open('Size', sizeBands),
    country: { label: 'Country' },
    city: { label: 'City' },
    annual_revenue: amount('Annual revenue'),
    contract_status: open('Contract', contractStatuses),
    tags: { label: 'Tags' },
  },
  collections: {
    contacts: { label: 'Contacts', of: 'contact' },
    orders: { label: 'Orders', through: ['contacts', 'orders'] },
    order_lines: { label: 'Ordered items', through: ['contacts', 'order_lines'] },
    activities: { label: 'Activities', through: ['contacts', 'activities'] },
  },
  metrics: {
    contact_count: { label: 'Number of contacts', related: 'contacts', measure: 'count' },
    ...behaviour,
  },
  derived: {
    days_as_customer: {
      label: 'Days since the first order',
      type: 'number',
      inputs: ['first_order_at'],
      derivation: daysSince,
    },
    days_since_last_order: {
      label: 'Days since the last order',
      type: 'number',
      inputs: ['last_order_at'],
      derivation: daysSince,
    },
  },
};
