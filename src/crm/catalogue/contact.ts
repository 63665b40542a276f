/** What can be asked of a contact. */

import type { RecordDeclaration } from '../../index.js';
import { Contact } from '../contact.entity.js';
import { daysSince, domainOfEmail, isPresent, joinedTexts, wholeYears } from './derivations.js';
import { behaviour } from './metrics.js';
import {
  contactStatuses,
  diets,
  languages,
  loyaltyStatuses,
  loyaltyTiers,
  preferredChannels,
  socialNetworks,
  sources,
} from './options.js';
import { amount, closed, open, sharedFields, tenant } from './record.js';

export const contact: RecordDeclaration = {
  entity: Contact,
  label: 'Contact',
  tenant,
  externalId: 'external_id',
  display: 'full_name',
  fields: {
    ...sharedFields,
    first_name: { label: 'First name' },
    last_name: { label: 'Last name' },
    email: { label: 'E-mail' },
    phone: { label: 'Phone' },
    status: closed('Status', contactStatuses),
    source: open('Source', sources),
    score: amount('Score'),
    role: { label: 'Role' },
    company_id: false,
    country: { label: 'Country' },
    city: { label: 'City' },
    postal_code: { label: 'Postal code' },
    position: { label: 'Position', type: 'point', point: { latitude: 'latitude', longitude: 'longitude' } },
    latitude: amount('Latitude'),
    longitude: amount('Longitude'),
    birthday: { label: 'Birthday' },
    anniversary: { label: 'Anniversary' },
    language: open('Language', languages),
    preferred_channel: closed('Preferred channel', preferredChannels),
    vip: { label: 'VIP' },
    email_verified: { label: 'E-mail verified' },
    tags: { label: 'Tags' },
    dietary: { label: 'Diet', options: diets },
    follows: { label: 'Networks followed', options: socialNetworks },
    loyalty_status: closed('Loyalty programme', loyaltyStatuses),
    loyalty_tier: closed('Loyalty tier', loyaltyTiers),
    loyalty_points: { label: 'Loyalty points' },
  },
  paths: { company: { label: 'Company', to: 'company' } },
  collections: {
    orders: { label: 'Orders', of: 'order', time: 'placed_at', owned: true },
    order_lines: { label: 'Ordered items', of: 'order_line', time: 'order.placed_at', owned: true },
    activities: { label: 'Activities', of: 'activity', time: 'occurred_at', owned: true },
    vehicle_interests: { label: 'Vehicle interests', of: 'vehicle_interest', owned: true },
    budgets: { label: 'Budgets', of: 'budget', owned: true },
    purchase_timelines: { label: 'Purchase timelines', of: 'purchase_timeline', owned: true },
  },
  metrics: behaviour,
  derived: {
    age: { label: 'Age', type: 'number', inputs: ['birthday'], derivation: wholeYears },
    full_name: {
      label: 'Full name',
      type: 'text',
      inputs: ['first_name', 'last_name'],
      derivation: joinedTexts,
    },
    has_email: { label: 'Has an e-mail', type: 'boolean', inputs: ['email'], derivation: isPresent },
    email_domain: { label: 'E-mail domain', type: 'text', inputs: ['email'], derivation: domainOfEmail },
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
