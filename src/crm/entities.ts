/** The CRM's entities, for a data source. */

import { Activity } from './activity.entity.js';
import { Budget } from './budget.entity.js';
import { Company } from './company.entity.js';
import { Contact } from './contact.entity.js';
import { Order } from './order.entity.js';
import { OrderLine } from './order-line.entity.js';
import { PurchaseTimeline } from './purchase-timeline.entity.js';
import { Tenant } from './tenant.entity.js';
import { VehicleInterest } from './vehicle-interest.entity.js';

export const crmEntities = [
  Tenant,
  Company,
  Contact,
  Order,
  OrderLine,
  Activity,
  VehicleInterest,
  Budget,
  PurchaseTimeline,
] as const;
