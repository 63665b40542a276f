/** Leads and companies by what they want to buy, and when. */

import { parameter, type SegmentTemplate } from '../template.js';
import { all, amountParameter, atLeast, days, daysParameter, is, textsParameter } from './parts.js';

const bands = ['51-200', '201-500', '501-1000', '1001+'];

export const leads: readonly SegmentTemplate[] = [
  {
    id: 'ready_to_buy',
    subject: 'contact',
    name: { en: 'Ready to buy', de: 'Kaufbereit' },
    purpose: {
      en: 'They want to buy within a month: call them.',
      de: 'Sie wollen binnen eines Monats kaufen: anrufen.',
    },
    icon: 'Zap',
    parameters: {},
    rule: atLeast(
      'purchase_timelines',
      1,
      is('horizon', 'in_list', ['immediate', '30_days']),
      is('urgency', 'equals', 'high'),
    ),
  },
  {
    id: 'suv_hunters',
    subject: 'contact',
    name: { en: 'SUV hunters with budget', de: 'SUV-Interessenten mit Budget' },
    purpose: {
      en: 'They want an SUV, can pay for it, and would finance it.',
      de: 'Sie wollen einen SUV, können ihn bezahlen und würden ihn finanzieren.',
    },
    icon: 'Truck',
    parameters: {
      body_type: { type: 'text', default: 'SUV', label: { en: 'Body type', de: 'Karosserieform' } },
      amount: amountParameter(40_000, 'Budget of at least', 'Budget von mindestens'),
      financing: textsParameter(['lease', 'loan'], 'Financing', 'Finanzierung'),
    },
    rule: all(
      atLeast(
        'vehicle_interests',
        1,
        is('body_type', 'equals', parameter('body_type')),
        is('level', 'equals', 'high'),
      ),
      atLeast(
        'budgets',
        1,
        is('maximum', 'greater_than_or_equal', parameter('amount')),
        is('financing', 'in_list', parameter('financing')),
      ),
    ),
  },
  {
    id: 'target_date_near',
    subject: 'contact',
    name: { en: 'Target date near', de: 'Kauftermin steht bevor' },
    purpose: {
      en: 'The day they want to buy by is close.',
      de: 'Der Tag, bis zu dem sie kaufen wollen, ist nah.',
    },
    icon: 'Calendar',
    parameters: { days: daysParameter(30) },
    rule: atLeast('purchase_timelines', 1, is('target_date', 'within_next', days('days'))),
  },
  {
    id: 'engaged_icp',
    subject: 'contact',
    name: { en: 'Engaged ICP', de: 'Wunschkunden mit Interesse' },
    purpose: {
      en: 'Leads who fit the ideal customer and can be written to.',
      de: 'Interessenten, die dem Wunschkunden entsprechen und erreichbar sind.',
    },
    icon: 'Target',
    parameters: {
      sources: textsParameter(['website', 'newsletter', 'trade_fair'], 'Sources', 'Quellen'),
      score: amountParameter(50, 'Score of at least', 'Punktwert von mindestens'),
      countries: textsParameter(['DE', 'AT', 'CH'], 'Countries', 'Länder'),
      roles: textsParameter(['Managing director', 'Marketing manager'], 'Roles', 'Funktionen'),
      sizes: textsParameter(bands, 'Company sizes', 'Unternehmensgrößen'),
      industries: textsParameter(['Hotels', 'Restaurants'], 'Industries', 'Branchen'),
    },
    rule: all(
      is('source', 'in_list', parameter('sources')),
      is('score', 'greater_than_or_equal', parameter('score')),
      is('country', 'in_list', parameter('countries')),
      is('role', 'in_list', parameter('roles')),
      is('company.size_band', 'in_list', parameter('sizes')),
      is('company.industry', 'in_list', parameter('industries')),
      is('email', 'is_not_empty'),
    ),
  },
  {
    id: 'hotels_in_thailand',
    subject: 'company',
    name: { en: 'Hotels in Thailand', de: 'Hotels in Thailand' },
    purpose: { en: 'Companies of an industry in a country.', de: 'Unternehmen einer Branche in einem Land.' },
    icon: 'MapPin',
    parameters: {
      industry: { type: 'text', default: 'Hotels', label: { en: 'Industry', de: 'Branche' } },
      country: { type: 'text', default: 'Thailand', label: { en: 'Country contains', de: 'Land enthält' } },
    },
    rule: all(
      is('industry', 'equals', parameter('industry')),
      is('country', 'contains', parameter('country')),
    ),
  },
];
