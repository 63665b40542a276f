/** Contacts by what ties them: birthdays, loyalty, messages, recommendations. */

import { parameter, type SegmentTemplate } from '../template.js';
import {
  all,
  amountParameter,
  any,
  atLeast,
  countParameter,
  days,
  daysParameter,
  is,
  lineOfKeptOrder,
  noneOf,
  optedIn,
} from './parts.js';

const reaction = is('kind', 'in_list', ['email_open', 'email_click']);
const points = (value: number, en: string, de: string) =>
  countParameter(value, `Points for ${en}`, `Punkte für ${de}`);
const ready = (tier: string, next: string) =>
  all(is('loyalty_tier', 'equals', tier), is('loyalty_points', 'greater_than_or_equal', parameter(next)));

export const relationship: readonly SegmentTemplate[] = [
  {
    id: 'birthday_this_month',
    subject: 'contact',
    name: { en: 'Birthday this month', de: 'Geburtstag in diesem Monat' },
    purpose: { en: 'Send them a greeting.', de: 'Einen Gruß schicken.' },
    icon: 'Gift',
    parameters: {},
    rule: is('birthday', 'anniversary_in_month', 'this_month'),
  },
  {
    // Whose address is suppressed is known by its keyed hash only, which no rule can ask; it is left out of what is sent.
    id: 'email_subscribers',
    subject: 'contact',
    name: { en: 'Email subscribers', de: 'Newsletter-Empfänger' },
    purpose: {
      en: 'They agreed to e-mail and have an address.',
      de: 'Sie haben E-Mails zugestimmt und eine Adresse.',
    },
    icon: 'Mail',
    parameters: {},
    rule: all(optedIn, is('email', 'is_not_empty')),
  },
  {
    id: 'loyalty_members',
    subject: 'contact',
    name: { en: 'Loyalty members', de: 'Mitglieder des Treueprogramms' },
    purpose: { en: 'Whoever collects points.', de: 'Wer Punkte sammelt.' },
    icon: 'CreditCard',
    parameters: {},
    rule: is('loyalty_status', 'equals', 'active'),
  },
  {
    id: 'tier_upgrade_eligible',
    subject: 'contact',
    name: { en: 'Tier upgrade eligible', de: 'Bereit für die nächste Treuestufe' },
    purpose: {
      en: 'They have the points for the next tier.',
      de: 'Sie haben die Punkte für die nächste Stufe.',
    },
    icon: 'ChevronsUp',
    parameters: {
      silver: points(500, 'silver', 'Silber'),
      gold: points(1500, 'gold', 'Gold'),
      platinum: points(3000, 'platinum', 'Platin'),
    },
    rule: any(ready('bronze', 'silver'), ready('silver', 'gold'), ready('gold', 'platinum')),
  },
  {
    id: 'vip_upsell',
    subject: 'contact',
    name: { en: 'VIP upsell', de: 'VIP-Weinempfehlung' },
    purpose: {
      en: 'Loyal and generous, and have never ordered wine.',
      de: 'Treu und großzügig, und haben noch nie Wein bestellt.',
    },
    icon: 'PlusCircle',
    parameters: {
      amount: amountParameter(1000, 'Total spend more than', 'Gesamtumsatz von mehr als'),
      category: { type: 'text', default: 'wine', label: { en: 'Category', de: 'Kategorie' } },
    },
    rule: all(
      is('total_spend', 'greater_than', parameter('amount')),
      is('loyalty_tier', 'in_list', ['gold', 'platinum']),
      noneOf('order_lines', is('category', 'equals', parameter('category')), lineOfKeptOrder),
    ),
  },
  {
    id: 'advocates',
    subject: 'contact',
    name: { en: 'Advocates', de: 'Fürsprecher' },
    purpose: { en: 'They recommend or review.', de: 'Sie empfehlen oder bewerten.' },
    icon: 'Share2',
    parameters: {
      referrals: countParameter(1, 'At least so many referrals', 'Mindestens so viele Empfehlungen'),
      reviews: countParameter(1, 'Or so many reviews', 'Oder so viele Bewertungen'),
    },
    rule: any(
      is('referral_count', 'greater_than_or_equal', parameter('referrals')),
      is('review_count', 'greater_than_or_equal', parameter('reviews')),
    ),
  },
  {
    id: 'engaged_30',
    subject: 'contact',
    name: { en: 'Engaged 30', de: 'Aktive Leser (30 Tage)' },
    purpose: { en: 'They opened or clicked lately.', de: 'Sie haben kürzlich geöffnet oder geklickt.' },
    icon: 'Eye',
    parameters: { days: daysParameter(30) },
    rule: atLeast('activities', 1, reaction, is('occurred_at', 'within_last', days('days'))),
  },
  {
    id: 'unengaged_365',
    subject: 'contact',
    name: { en: 'Unengaged 365', de: 'Stumme Leser (365 Tage)' },
    purpose: {
      en: 'They got many messages and reacted to none: stop writing.',
      de: 'Sie haben viele Nachrichten bekommen und auf keine reagiert: nicht mehr schreiben.',
    },
    icon: 'EyeOff',
    parameters: {
      days: daysParameter(365),
      messages: countParameter(10, 'At least so many messages', 'Mindestens so viele Nachrichten'),
    },
    rule: all(
      noneOf('activities', reaction, is('occurred_at', 'within_last', days('days'))),
      is('messages_received', 'greater_than_or_equal', parameter('messages')),
    ),
  },
];
