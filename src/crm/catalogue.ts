/** The reference CRM as the engine sees it: contacts and companies, and the records that hang on them. */

import type { CatalogueDeclaration } from '../index.js';
import { activity } from './catalogue/activity.js';
import { company } from './catalogue/company.js';
import { contact } from './catalogue/contact.js';
import { order, orderLine } from './catalogue/order.js';
import { budget, purchaseTimeline, vehicleInterest } from './catalogue/vehicle-shopping.js';

export const crmCatalogue: CatalogueDeclaration = {
  subjects: { contact, company },
  records: {
    order,
    order_line: orderLine,
    activity,
    vehicle_interest: vehicleInterest,
    budget,
    purchase_timeline: purchaseTimeline,
  },
};
