/** What can be asked of a lead's interests in vehicles, budgets and timelines. */

import type { MetricDeclaration, RecordDeclaration } from '../../index.js';
import { Budget } from '../budget.entity.js';
import { PurchaseTimeline } from '../purchase-timeline.entity.js';
import { VehicleInterest } from '../vehicle-interest.entity.js';
import {
  bodyTypes,
  currencies,
  financings,
  horizons,
  interestLevels,
  newOrUsed,
  urgencies,
} from './options.js';
import { amount, called, closed, open, sharedFieldsOfContact, tenant } from './record.js';

export const vehicleInterest: RecordDeclaration = {
  entity: VehicleInterest,
  label: { en: 'Vehicle interest', de: 'Fahrzeuginteresse' },
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    make: { label: { en: 'Make', de: 'Fahrzeugmarke' } },
    model: { label: { en: 'Model', de: 'Modell' } },
    year: { label: { en: 'Year', de: 'Baujahr' } },
    body_type: { label: { en: 'Body type', de: 'Karosserieform' }, options: called(bodyTypes) },
    new_or_used: closed({ en: 'New or used', de: 'Fahrzeugzustand' }, newOrUsed),
    level: closed({ en: 'Interest', de: 'Interesse' }, interestLevels),
  },
  paths: { contact: false },
};

export const budget: RecordDeclaration = {
  entity: Budget,
  label: { en: 'Budget', de: 'Budget' },
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    minimum: amount({ en: 'Minimum', de: 'Untergrenze' }),
    maximum: amount({ en: 'Maximum', de: 'Obergrenze' }),
    down_payment: amount({ en: 'Down payment', de: 'Anzahlung' }),
    monthly_payment: amount({ en: 'Monthly payment', de: 'Monatsrate' }),
    financing: closed({ en: 'Financing', de: 'Finanzierung' }, financings),
    currency: open({ en: 'Currency', de: 'Währung' }, currencies),
  },
  paths: { contact: false },
};

export const purchaseTimeline: RecordDeclaration = {
  entity: PurchaseTimeline,
  label: { en: 'Purchase timeline', de: 'Kaufzeitplan' },
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    horizon: closed({ en: 'Horizon', de: 'Zeithorizont' }, horizons),
    urgency: closed({ en: 'Urgency', de: 'Dringlichkeit' }, urgencies),
    target_date: { label: { en: 'Target date', de: 'Zieltermin' } },
  },
  paths: { contact: false },
};

/** What leads can be grouped by, however many budgets and timelines they have. */
export const shopping: Record<string, MetricDeclaration> = {
  financing: {
    label: { en: 'Usual financing', de: 'Finanzierungsart' },
    related: 'budgets',
    measure: 'most_frequent',
    of: 'financing',
  },
  purchase_date: {
    label: { en: 'Earliest target date', de: 'Kauftermin' },
    related: 'purchase_timelines',
    measure: 'minimum',
    of: 'target_date',
  },
};
