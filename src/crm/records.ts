/** Which of the CRM's records the back office shows, and which columns may be seen, changed, filtered and sorted. */

import { companies, contacts } from './records/people.js';
import { activities, orderLines, orders } from './records/purchases.js';
import { budgets, purchaseTimelines, vehicleInterests } from './records/vehicles.js';

export const crmRecords = [
  contacts,
  companies,
  orders,
  orderLines,
  activities,
  vehicleInterests,
  budgets,
  purchaseTimelines,
] as const;
