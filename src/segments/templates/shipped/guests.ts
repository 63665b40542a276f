/** Guests by when they come and what they eat. */

import { parameter, type SegmentTemplate, type TemplateRule } from '../template.js';
import {
  all,
  atLeast,
  countParameter,
  days,
  daysParameter,
  is,
  keptOrder,
  lineOfKeptOrder,
  shareParameter,
} from './parts.js';

const mostly = (...satisfying: readonly TemplateRule[]): TemplateRule => ({
  related: 'orders',
  measure: 'share',
  where: all(keptOrder),
  satisfying: all(...satisfying),
  operator: 'greater_than',
  value: parameter('share'),
});

const hour = (value: number, en: string, de: string) =>
  ({ type: 'integer', default: value, minimum: 0, maximum: 24, label: { en, de } }) as const;

const atHours = (from: number, until: number): Pick<SegmentTemplate, 'parameters' | 'rule'> => ({
  parameters: {
    from: hour(from, 'From (hour)', 'Ab (Uhr)'),
    until: hour(until, 'Until (hour)', 'Bis (Uhr)'),
    share: shareParameter,
    orders: countParameter(3, 'At least so many orders', 'Mindestens so viele Bestellungen'),
  },
  rule: all(
    mostly(is('placed_at', 'hour_between', [parameter('from'), parameter('until')])),
    atLeast('orders', parameter('orders'), keptOrder),
  ),
});

const onDays = (...weekdays: readonly string[]): Pick<SegmentTemplate, 'parameters' | 'rule'> => ({
  parameters: { share: shareParameter },
  rule: mostly(is('placed_at', 'weekday_in', weekdays)),
});

export const guests: readonly SegmentTemplate[] = [
  {
    id: 'lunch_crowd',
    subject: 'contact',
    name: { en: 'Lunch crowd', de: 'Mittagsgäste' },
    purpose: { en: 'They mostly come for lunch.', de: 'Sie kommen meist mittags.' },
    icon: 'Sun',
    ...atHours(11, 14),
  },
  {
    id: 'dinner_regulars',
    subject: 'contact',
    name: { en: 'Dinner regulars', de: 'Abendgäste' },
    purpose: { en: 'They mostly come for dinner.', de: 'Sie kommen meist abends.' },
    icon: 'Moon',
    ...atHours(17, 21),
  },
  {
    id: 'weekend_guests',
    subject: 'contact',
    name: { en: 'Weekend guests', de: 'Wochenendgäste' },
    purpose: { en: 'They mostly come at weekends.', de: 'Sie kommen meist am Wochenende.' },
    icon: 'Coffee',
    ...onDays('saturday', 'sunday'),
  },
  {
    id: 'weekday_guests',
    subject: 'contact',
    name: { en: 'Weekday guests', de: 'Werktagsgäste' },
    purpose: { en: 'They mostly come on working days.', de: 'Sie kommen meist an Werktagen.' },
    icon: 'Briefcase',
    ...onDays('monday', 'tuesday', 'wednesday', 'thursday', 'friday'),
  },
  {
    id: 'health_conscious',
    subject: 'contact',
    name: { en: 'Health-conscious', de: 'Gesundheitsbewusste' },
    purpose: {
      en: 'They often order what is healthy.',
      de: 'Sie bestellen oft Gesundes.',
    },
    icon: 'Heart',
    parameters: {
      categories: {
        type: 'texts',
        default: ['salads', 'healthy'],
        label: { en: 'Categories', de: 'Kategorien' },
      },
      items: countParameter(3, 'At least so many items', 'Mindestens so viele Positionen'),
      days: daysParameter(90),
    },
    rule: atLeast(
      'order_lines',
      parameter('items'),
      is('category', 'in_list', parameter('categories')),
      is('order.placed_at', 'within_last', days('days')),
      lineOfKeptOrder,
    ),
  },
];
