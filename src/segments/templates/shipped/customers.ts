/** Customers by what they spend, how often they come and how long ago. */

import { parameter, type SegmentTemplate } from '../template.js';
import {
  all,
  amountParameter,
  atLeast,
  countParameter,
  days,
  daysParameter,
  is,
  keptOrder,
  monthsParameter,
  none,
  optedIn,
  percentParameter,
} from './parts.js';

const months = (name: string) => ({ months: parameter(name) });
const joined = (template: string) => ({
  segment: { template },
  operator: 'joined_within_last',
  value: days('days'),
});

export const customers: readonly SegmentTemplate[] = [
  {
    id: 'vip',
    subject: 'contact',
    name: { en: 'VIP customers', de: 'VIP-Kunden' },
    purpose: {
      en: 'Those who spend the most: thank them first.',
      de: 'Wer am meisten ausgibt: zuerst danken.',
    },
    icon: 'Award',
    parameters: { percent: percentParameter(10) },
    rule: is('total_spend', 'in_top_percent', parameter('percent')),
  },
  {
    id: 'super_regulars',
    subject: 'contact',
    name: { en: 'Super regulars', de: 'Superstammgäste' },
    purpose: {
      en: 'Those who come several times a week.',
      de: 'Wer mehrmals in der Woche kommt.',
    },
    icon: 'Repeat',
    parameters: {
      orders: countParameter(8, 'At least so many orders', 'Mindestens so viele Bestellungen'),
      days: daysParameter(30),
    },
    rule: atLeast('orders', parameter('orders'), is('placed_at', 'within_last', days('days')), keptOrder),
  },
  {
    id: 'new_customers',
    subject: 'contact',
    name: { en: 'New customers', de: 'Neukunden' },
    purpose: { en: 'Welcome them while it is fresh.', de: 'Begrüßen, solange es frisch ist.' },
    icon: 'UserPlus',
    parameters: { days: daysParameter(30) },
    rule: is('first_order_at', 'within_last', days('days')),
  },
  {
    id: 'at_risk',
    subject: 'contact',
    name: { en: 'At risk', de: 'Abwanderungsgefährdet' },
    purpose: {
      en: 'They have not ordered for a while, and can still be won back.',
      de: 'Sie haben länger nicht bestellt und sind noch zu halten.',
    },
    icon: 'AlertTriangle',
    parameters: {
      days: daysParameter(60, 'Days since the last order', 'Tage seit der letzten Bestellung'),
      months: monthsParameter(
        6,
        'Months after which they have lapsed',
        'Monate, nach denen sie verloren sind',
      ),
    },
    rule: all(
      is('last_order_at', 'ago_at_least', days('days')),
      none(is('last_order_at', 'ago_at_least', months('months'))),
    ),
  },
  {
    id: 'lapsed',
    subject: 'contact',
    name: { en: 'Lapsed', de: 'Verlorene Kunden' },
    purpose: { en: 'They have stopped ordering.', de: 'Sie bestellen nicht mehr.' },
    icon: 'UserX',
    parameters: { months: monthsParameter(6) },
    rule: is('last_order_at', 'ago_at_least', months('months')),
  },
  {
    id: 'about_to_lapse',
    subject: 'contact',
    name: { en: 'About to lapse', de: 'Kurz vor dem Abwandern' },
    purpose: {
      en: 'Remind them before they are at risk.',
      de: 'Erinnern, bevor sie abzuwandern drohen.',
    },
    icon: 'Clock',
    parameters: {
      from: daysParameter(45, 'From so many days', 'Ab so vielen Tagen'),
      to: daysParameter(59, 'Up to so many days', 'Bis zu so vielen Tagen'),
    },
    rule: is('last_order_at', 'ago_between', [days('from'), days('to')]),
  },
  {
    id: 'high_spenders',
    subject: 'contact',
    name: { en: 'High spenders', de: 'Kunden mit hohem Bestellwert' },
    purpose: { en: 'Their average order is large.', de: 'Ihre Bestellungen sind im Schnitt groß.' },
    icon: 'TrendingUp',
    parameters: { amount: amountParameter(100, 'More than', 'Mehr als') },
    rule: is('average_order_value', 'greater_than', parameter('amount')),
  },
  {
    id: 'recently_at_risk',
    subject: 'contact',
    name: { en: 'Recently became at-risk', de: 'Seit Kurzem abwanderungsgefährdet' },
    purpose: { en: 'The moment to write to them.', de: 'Der richtige Moment, ihnen zu schreiben.' },
    icon: 'Bell',
    parameters: { days: daysParameter(7) },
    rule: joined('at_risk'),
  },
  {
    id: 'just_reached_vip',
    subject: 'contact',
    name: { en: 'Just reached VIP', de: 'Gerade VIP geworden' },
    purpose: { en: 'Congratulate them.', de: 'Glückwunsch sagen.' },
    icon: 'Star',
    parameters: { days: daysParameter(7) },
    rule: joined('vip'),
  },
  {
    id: 'win_back',
    subject: 'contact',
    name: { en: 'Win-back', de: 'Zurückgewinnen' },
    purpose: {
      en: 'Good customers who used to come often and may be written to.',
      de: 'Gute Kunden, die oft kamen und denen geschrieben werden darf.',
    },
    icon: 'RotateCcw',
    parameters: {
      from: daysParameter(30, 'Days since the last order, from', 'Tage seit der letzten Bestellung, ab'),
      to: daysParameter(60, 'Days since the last order, up to', 'Tage seit der letzten Bestellung, bis'),
      until: daysParameter(120, 'Orders up to so many days back', 'Bestellungen bis vor so vielen Tagen'),
      orders: countParameter(6, 'At least so many orders then', 'Mindestens so viele Bestellungen damals'),
      amount: amountParameter(200, 'Total spend more than', 'Gesamtumsatz von mehr als'),
    },
    rule: all(
      is('last_order_at', 'ago_between', [days('from'), days('to')]),
      atLeast(
        'orders',
        parameter('orders'),
        is('placed_at', 'ago_between', [days('from'), days('until')]),
        keptOrder,
      ),
      is('total_spend', 'greater_than', parameter('amount')),
      optedIn,
    ),
  },
  {
    id: 'new_customer_nurture',
    subject: 'contact',
    name: { en: 'New customer nurture', de: 'Neukundenpflege' },
    purpose: {
      en: 'New, with a good order, and may be written to: invite them again.',
      de: 'Neu, mit einer guten Bestellung, und erreichbar: noch einmal einladen.',
    },
    icon: 'Gift',
    parameters: {
      days: daysParameter(7),
      amount: amountParameter(50, 'An order of more than', 'Eine Bestellung von mehr als'),
    },
    rule: all(
      is('first_order_at', 'within_last', days('days')),
      atLeast('orders', 1, is('total_base', 'greater_than', parameter('amount')), keptOrder),
      optedIn,
    ),
  },
  {
    id: 'slowing_down',
    subject: 'contact',
    name: { en: 'Slowing down', de: 'Seltener geworden' },
    purpose: {
      en: 'They order far less often than in the time before.',
      de: 'Sie bestellen viel seltener als in der Zeit davor.',
    },
    icon: 'TrendingDown',
    parameters: {
      days: daysParameter(90, 'Orders of the last so many days', 'Bestellungen der letzten so vielen Tage'),
      from: daysParameter(
        90,
        'Compared with those from so many days ago',
        'Verglichen mit denen von vor so vielen Tagen',
      ),
      to: daysParameter(179, 'Back to so many days ago', 'Zurück bis vor so vielen Tagen'),
      share: {
        type: 'number',
        default: 0.5,
        minimum: 0.01,
        maximum: 1,
        label: {
          en: 'Less than this share of them (0 to 1)',
          de: 'Weniger als dieser Anteil davon (0 bis 1)',
        },
      },
    },
    rule: {
      related: 'orders',
      measure: 'count',
      where: all(is('placed_at', 'within_last', days('days')), keptOrder),
      operator: 'less_than',
      value: {
        related: 'orders',
        measure: 'count',
        where: all(is('placed_at', 'ago_between', [days('from'), days('to')]), keptOrder),
        times: parameter('share'),
      },
    },
  },
  {
    id: 'left_in_cart',
    subject: 'contact',
    name: { en: 'Left in the cart', de: 'Warenkorb stehen gelassen' },
    purpose: {
      en: 'They put something in the cart and did not order soon after.',
      de: 'Sie haben etwas in den Warenkorb gelegt und bald danach nicht bestellt.',
    },
    icon: 'ShoppingCart',
    parameters: {
      days: daysParameter(14),
      within: daysParameter(1, 'No order within so many days', 'Keine Bestellung binnen so vieler Tage'),
    },
    rule: atLeast(
      'activities',
      1,
      is('kind', 'equals', 'cart'),
      is('occurred_at', 'within_last', days('days')),
      {
        related: 'subject.orders',
        measure: 'count',
        operator: 'equals',
        value: 0,
        where: all(
          is('placed_at', 'between', [
            { field: 'occurred_at', from: 'parent' },
            { field: 'occurred_at', from: 'parent', plus: days('within') },
          ]),
          keptOrder,
        ),
      },
    ),
  },
];
