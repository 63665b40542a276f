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
  order_count: {
    label: { en: 'Number of orders', de: 'Anzahl der Bestellungen' },
    related: 'orders',
    measure: 'count',
    where: keptOrders,
  },
  total_spend: {
    label: { en: 'Total spend', de: 'Gesamtumsatz' },
    related: 'orders',
    measure: 'sum',
    of: 'total_base',
    where: keptOrders,
  },
  average_order_value: {
    label: { en: 'Average order value', de: 'Bestellwert im Durchschnitt' },
    related: 'orders',
    measure: 'average',
    of: 'total_base',
    where: keptOrders,
  },
  highest_order_value: {
    label: { en: 'Highest order value', de: 'Spitzenbestellwert' },
    related: 'orders',
    measure: 'maximum',
    of: 'total_base',
    where: keptOrders,
  },
  first_order_at: {
    label: { en: 'First order', de: 'Zeitpunkt der ersten Bestellung' },
    related: 'orders',
    measure: 'minimum',
    of: 'placed_at',
    where: keptOrders,
  },
  last_order_at: {
    label: { en: 'Last order', de: 'Zeitpunkt der letzten Bestellung' },
    related: 'orders',
    measure: 'maximum',
    of: 'placed_at',
    where: keptOrders,
  },
  orders_last_30_days: {
    label: { en: 'Orders in the last 30 days', de: 'Anzahl der Bestellungen der letzten 30 Tage' },
    related: 'orders',
    measure: 'count',
    where: keptOrdersOfLastDays(30),
  },
  orders_last_90_days: {
    label: { en: 'Orders in the last 90 days', de: 'Anzahl der Bestellungen der letzten 90 Tage' },
    related: 'orders',
    measure: 'count',
    where: keptOrdersOfLastDays(90),
  },
  average_days_between_orders: {
    label: { en: 'Average days between orders', de: 'Abstand zwischen Bestellungen in Tagen' },
    related: 'orders',
    measure: 'average_gap',
    where: keptOrders,
  },
  favourite_category: {
    label: { en: 'Favourite category', de: 'Lieblingskategorie' },
    related: 'order_lines',
    measure: 'most_frequent',
    of: 'category',
    where: linesOfKeptOrders,
  },
  last_activity_at: {
    label: { en: 'Last activity', de: 'Zeitpunkt der letzten Aktivität' },
    related: 'activities',
    measure: 'maximum',
    of: 'occurred_at',
  },
  visit_count: {
    label: { en: 'Visits', de: 'Anzahl der Besuche' },
    related: 'activities',
    measure: 'count',
    where: kinds('visit'),
  },
  last_visit_at: {
    label: { en: 'Last visit', de: 'Zeitpunkt des letzten Besuchs' },
    related: 'activities',
    measure: 'maximum',
    of: 'occurred_at',
    where: kinds('visit'),
  },
  referral_count: {
    label: { en: 'Referrals', de: 'Anzahl der Empfehlungen' },
    related: 'activities',
    measure: 'count',
    where: kinds('referral'),
  },
  review_count: {
    label: { en: 'Reviews', de: 'Anzahl der Bewertungen' },
    related: 'activities',
    measure: 'count',
    where: kinds('review'),
  },
  average_rating: {
    label: { en: 'Average rating', de: 'Durchschnittsbewertung' },
    related: 'activities',
    measure: 'average',
    of: 'rating',
    where: kinds('review'),
  },
  messages_received: {
    label: { en: 'Messages received', de: 'Anzahl der empfangenen Nachrichten' },
    related: 'activities',
    measure: 'count',
    where: kinds('email_sent', 'sms_sent'),
  },
  last_message_opened_at: {
    label: { en: 'Last message opened', de: 'Zeitpunkt der letzten geöffneten Nachricht' },
    related: 'activities',
    measure: 'maximum',
    of: 'occurred_at',
    where: kinds('email_open'),
  },
  last_message_clicked_at: {
    label: { en: 'Last message clicked', de: 'Zeitpunkt der letzten angeklickten Nachricht' },
    related: 'activities',
    measure: 'maximum',
    of: 'occurred_at',
    where: kinds('email_click'),
  },
};
