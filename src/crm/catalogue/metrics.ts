/** What is measured over the records of a contact, or of all contacts of a company. Only orders that were kept count. */

import type { MetricDeclaration } from '../../index.js';

type Where = NonNullable<MetricDeclaration['where']>;

const all = (...rules: Where['rules']): Where => ({ match: 'all', rules });
const kinds = (...value: string[]): Where => all({ field: 'kind', operator: 'in_list', value });

const kept = { operator: 'in_list', value: ['paid', 'fulfilled'] } as const;
const keptOrders = all({ field: 'status', ...kept });
const keptOrdersOfLastDays = (days: number): Where =>
  all({ field: 'placed_at', operator: 'within_last', value: { days } }, { field: 'status', ...kept });
const linesOfKeptOrders = all({ field: 'order.status', ...kept });

/** The same names for contacts and companies: both have collections `orders`, `order_lines` and `activities`. */
export const behaviour: Record<string, MetricDeclaration> = {
  order_count: { label: 'Number of orders', related: 'orders', measure: 'count', where: keptOrders },
  total_spend: {
    label: 'Total spend',
    related: 'orders',
    measure: 'sum',
    of: 'total_base',
    where: keptOrders,
  },
  average_order_value: {
    label: 'Average order value',
    related: 'orders',
    measure: 'average',
    of: 'total_base',
    where: keptOrders,
  },
  highest_order_value: {
    label: 'Highest order value',
    related: 'orders',
    measure: 'maximum',
    of: 'total_base',
    where: keptOrders,
  },
  first_order_at: {
    label: 'First order',
    related: 'orders',
    measure: 'minimum',
    of: 'placed_at',
    where: keptOrders,
  },
  last_order_at: {
    label: 'Last order',
    related: 'orders',
    measure: 'maximum',
    of: 'placed_at',
    where: keptOrders,
  },
  orders_last_30_days: {
    label: 'Orders in the last 30 days',
    related: 'orders',
    measure: 'count',
    where: keptOrdersOfLastDays(30),
  },
  orders_last_90_days: {
    label: 'Orders in the last 90 days',
    related: 'orders',
    measure: 'count',
    where: keptOrdersOfLastDays(90),
  },
  average_days_between_orders: {
    label: 'Average days between orders',
    related: 'orders',
    measure: 'average_gap',
    where: keptOrders,
  },
  favourite_category: {
    label: 'Favourite category',
    related: 'order_lines',
    measure: 'most_frequent',
    of: 'category',
    where: linesOfKeptOrders,
  },
  last_activity_at: {
    label: 'Last activity',
    related: 'activities',
    measure: 'maximum',
    of: 'occurred_at',
  },
  visit_count: { label: 'Visits', related: 'activities', measure: 'count', where: kinds('visit') },
  last_visit_at: {
    label: 'Last visit',
    related: 'activities',
    measure: 'maximum',
    of: 'occurred_at',
    where: kinds('visit'),
  },
  referral_count: { label: 'Referrals', related: 'activities', measure: 'count', where: kinds('referral') },
  review_count: { label: 'Reviews', related: 'activities', measure: 'count', where: kinds('review') },
  average_rating: {
    label: 'Average rating',
    related: 'activities',
    measure: 'average',
    of: 'rating',
    where: kinds('review'),
  },
  messages_received: {
    label: 'Messages received',
    related: 'activities',
    measure: 'count',
    where: kinds('email_sent', 'sms_sent'),
  },
  last_message_opened_at: {
    label: 'Last message opened',
    related: 'activities',
    measure: 'maximum',
    of: 'occurred_at',
    where: kinds('email_open'),
  },
  last_message_clicked_at: {
    label: 'Last message clicked',
    related: 'activities',
    measure: 'maximum',
    of: 'occurred_at',
    where: kinds('email_click'),
  },
};
