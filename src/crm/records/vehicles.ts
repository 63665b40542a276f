/** What leads of a car dealer look for, to read. */

import { Budget } from '../budget.entity.js';
import { PurchaseTimeline } from '../purchase-timeline.entity.js';
import { VehicleInterest } from '../vehicle-interest.entity.js';
import { contact, labels, tenant } from './labels.js';

export const vehicleInterests = {
  entity: VehicleInterest,
  id: 'vehicle_interests',
  label: { en: 'Vehicle interests', de: 'Fahrzeugwünsche' },
  icon: 'Truck',
  tenant,
  title: ['make', 'model'],
  list: ['contact_id', 'year', 'body_type', 'new_or_used', 'level'],
  read: [
    ...['external_id', 'contact_id', 'make', 'model', 'year', 'body_type', 'new_or_used', 'level'],
    'created_at',
  ],
  filter: ['contact_id', 'make', 'model', 'year', 'body_type', 'new_or_used', 'level'],
  properties: {
    ...labels,
    contact_id: contact,
    make: { label: { en: 'Make', de: 'Marke' } },
    model: { label: { en: 'Model', de: 'Modell' } },
    year: { label: { en: 'Year', de: 'Baujahr' } },
    body_type: { label: { en: 'Body', de: 'Karosserie' } },
    new_or_used: { label: { en: 'New or used', de: 'Neu oder gebraucht' }, choices: ['new', 'used'] },
    level: { label: { en: 'Interest', de: 'Interesse' }, choices: ['low', 'medium', 'high'] },
  },
} as const;

export const budgets = {
  entity: Budget,
  id: 'budgets',
  label: { en: 'Budgets', de: 'Budgets' },
  icon: 'CreditCard',
  tenant,
  title: ['external_id'],
  list: ['contact_id', 'minimum', 'maximum', 'down_payment', 'financing', 'currency'],
  read: [
    ...['external_id', 'contact_id', 'minimum', 'maximum', 'down_payment', 'monthly_payment'],
    ...['financing', 'currency', 'created_at'],
  ],
  filter: ['contact_id', 'minimum', 'maximum', 'down_payment', 'monthly_payment', 'financing'],
  properties: {
    ...labels,
    contact_id: contact,
    minimum: { label: { en: 'From', de: 'Von' } },
    maximum: { label: { en: 'To', de: 'Bis' } },
    down_payment: { label: { en: 'Down payment', de: 'Anzahlung' } },
    monthly_payment: { label: { en: 'Monthly', de: 'Monatlich' } },
    financing: {
      label: { en: 'Financing', de: 'Finanzierung' },
      choices: ['cash', 'loan', 'lease'],
    },
  },
} as const;

export const purchaseTimelines = {
  entity: PurchaseTimeline,
  id: 'purchase_timelines',
  label: { en: 'Purchase timelines', de: 'Kaufzeitpunkte' },
  icon: 'Clock',
  tenant,
  title: ['external_id'],
  list: ['contact_id', 'horizon', 'urgency', 'target_date'],
  read: ['external_id', 'contact_id', 'horizon', 'urgency', 'target_date', 'created_at'],
  filter: ['contact_id', 'horizon', 'urgency', 'target_date'],
  properties: {
    ...labels,
    contact_id: contact,
    horizon: {
      label: { en: 'Horizon', de: 'Horizont' },
      choices: ['immediate', '30_days', '60_days', '90_days', '6_months', 'later'],
    },
    urgency: { label: { en: 'Urgency', de: 'Dringlichkeit' }, choices: ['low', 'medium', 'high'] },
    target_date: { label: { en: 'Target date', de: 'Zieldatum' } },
  },
} as const;
