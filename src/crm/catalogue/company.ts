/** What can be asked of a company: its own data, and what its contacts did. */

import type { RecordDeclaration } from '../../index.js';
import { Company } from '../company.entity.js';
import { daysSince } from './derivations.js';
import { behaviour } from './metrics.js';
import { contractStatuses, sizeBands } from './options.js';
import { amount, open, sharedFields, tenant } from './record.js';

export const company: RecordDeclaration = {
  entity: Company,
  label: { en: 'Company', de: 'Unternehmen' },
  plural: { en: 'Companies', de: 'Unternehmen' },
  tenant,
  externalId: 'external_id',
  display: 'name',
  fields: {
    ...sharedFields,
    name: { label: { en: 'Name', de: 'Name' } },
    industry: { label: { en: 'Industry', de: 'Branche' } },
    employees: { label: { en: 'Employees', de: 'Mitarbeiterzahl' } },
    size_band: open({ en: 'Size', de: 'Größe' }, sizeBands),
    country: { label: { en: 'Country', de: 'Land' } },
    city: { label: { en: 'City', de: 'Stadt' } },
    annual_revenue: amount({ en: 'Annual revenue', de: 'Jahresumsatz' }),
    contract_status: open({ en: 'Contract', de: 'Vertrag' }, contractStatuses, {
      none: 'Ohne Vertrag',
      cancelled: 'Gekündigt',
    }),
    tags: { label: { en: 'Tags', de: 'Schlagwörter' } },
  },
  collections: {
    contacts: { label: { en: 'Contacts', de: 'Kontakte' }, of: 'contact' },
    orders: { label: { en: 'Orders', de: 'Bestellungen' }, through: ['contacts', 'orders'] },
    order_lines: {
      label: { en: 'Ordered items', de: 'Bestellpositionen' },
      through: ['contacts', 'order_lines'],
    },
    activities: { label: { en: 'Activities', de: 'Aktivitäten' }, through: ['contacts', 'activities'] },
  },
  metrics: {
    contact_count: {
      label: { en: 'Number of contacts', de: 'Anzahl der Kontakte' },
      related: 'contacts',
      measure: 'count',
    },
    ...behaviour,
  },
  derived: {
    days_as_customer: {
      label: { en: 'Days since the first order', de: 'Anzahl der Tage seit der ersten Bestellung' },
      type: 'number',
      inputs: ['first_order_at'],
      derivation: daysSince,
    },
    days_since_last_order: {
      label: { en: 'Days since the last order', de: 'Anzahl der Tage seit der letzten Bestellung' },
      type: 'number',
      inputs: ['last_order_at'],
      derivation: daysSince,
    },
  },
};
