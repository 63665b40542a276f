/** What can be asked of a lead's interests in vehicles, budgets and timelines. */

import type { RecordDeclaration } from '../../index.js';
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
import { amount, closed, open, sharedFieldsOfContact, tenant } from './record.js';

export const vehicleInterest: RecordDeclaration = {
  entity: VehicleInterest,
  label: 'Vehicle interest',
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    make: { label: 'Make' },
    model: { label: 'Model' },
    year: { label: 'Year' },
    body_type: { label: 'Body type', options: bodyTypes },
    new_or_used: closed('New or used', newOrUsed),
    level: closed('Interest', interestLevels),
  },
  paths: { contact: false },
};

export const budget: RecordDeclaration = {
  entity: Budget,
  label: 'Budget',
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    minimum: amount('Minimum'),
    maximum: amount('Maximum'),
    down_payment: amount('Down payment'),
    monthly_payment: amount('Monthly payment'),
    financing: closed('Financing', financings),
    currency: open('Currency', currencies),
  },
  paths: { contact: false },
};

export const purchaseTimeline: RecordDeclaration = {
  entity: PurchaseTimeline,
  label: 'Purchase timeline',
  tenant,
  fields: {
    ...sharedFieldsOfContact,
    horizon: closed('Horizon', horizons),
    urgency: closed('Urgency', urgencies),
    target_date: { label: 'Target date' },
  },
  paths: { contact: false },
};
