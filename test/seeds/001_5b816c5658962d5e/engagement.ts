/** Criteria of guests of a restaurant: how they respond, and what is noted of them. */

import { bought, day, did, times } from '../planting.js';
import { all, any, count, is, some } from '../saying.js';
import type { RuleRow } from '../seed-document.js';

export const engagement: readonly RuleRow[] = [
  {
    line: 35,
    quote: 'Email Opens',
    wish: 'opened lately',
    rule: is('last_message_opened_at', 'within_last', { days: 30 }),
    in: { opened: { activities: [did('email_open', 29)] } },
    out: {
      before: { activities: [did('email_open', 30)] },
      clicked: { activities: [did('email_click', 1)] },
      never: {},
    },
  },
  {
    line: 35,
    quote: 'Email Opens',
    wish: 'opens at least half of what comes',
    rule: count('activities', [is('kind', 'equals', 'email_open')], 'greater_than_or_equal', {
      related: 'activities',
      measure: 'count',
      where: all(is('kind', 'equals', 'email_sent')),
      times: '0.5',
    }),
    in: { half: { activities: [did('email_sent', 2), did('email_sent', 3), did('email_open', 1)] } },
    out: { third: { activities: [...times(3, (n) => did('email_sent', n)), did('email_open', 1)] } },
  },
  {
    line: 36,
    quote: 'Left reviews?',
    rule: is('review_count', 'greater_than_or_equal', 1),
    in: { reviewed: { activities: [did('review', 400, { rating: 5 })] } },
    out: { visited: { activities: [did('visit', 1)] }, never: {} },
  },
  {
    line: 36,
    quote: 'Review Activity',
    wish: 'good ones',
    rule: is('average_rating', 'greater_than_or_equal', 4),
    in: { good: { activities: [did('review', 9, { rating: 5 }), did('review', 8, { rating: 3 })] } },
    out: {
      mixed: { activities: [did('review', 9, { rating: 5 }), did('review', 8, { rating: 2 })] },
      never: {},
    },
  },
  {
    line: 37,
    quote: 'Current tier',
    rule: is('loyalty_tier', 'equals', 'gold'),
    in: { gold: { loyalty_tier: 'gold' } },
    out: { silver: { loyalty_tier: 'silver' }, none: {} },
  },
  {
    line: 38,
    quote: 'Referrals Made',
    rule: is('referral_count', 'greater_than_or_equal', 2),
    in: { two: { activities: [did('referral', 300), did('referral', 1)] } },
    out: { one: { activities: [did('referral', 1)] }, referred: { source: 'referral' } },
  },
  {
    line: 39,
    quote: 'Following on Instagram?',
    rule: is('follows', 'has_any', ['instagram']),
    in: { follows: { follows: ['facebook', 'instagram'] } },
    out: { elsewhere: { follows: ['facebook'] }, nowhere: {} },
  },
];

export const attributes: readonly RuleRow[] = [
  {
    line: 42,
    quote: 'Tags',
    wish: 'any of them',
    rule: is('tags', 'has_any', ['press', 'neighbour']),
    in: { one: { tags: ['press', 'loud'] }, both: { tags: ['neighbour', 'press'] } },
    out: { other: { tags: ['pressed'] }, none: {} },
  },
  {
    line: 42,
    quote: 'Custom labels',
    wish: 'all of them',
    rule: is('tags', 'has_all', ['press', 'neighbour']),
    in: { both: { tags: ['neighbour', 'loud', 'press'] } },
    out: { one: { tags: ['press'] }, none: {} },
  },
  {
    line: 43,
    quote: 'Manually assigned',
    rule: is('vip', 'equals', true),
    in: { vip: { vip: true } },
    out: { tagged: { tags: ['vip'] }, no: { vip: false } },
  },
  {
    line: 44,
    quote: 'Birthday/anniversary',
    wish: 'birthday',
    rule: is('birthday', 'anniversary_within_next', { days: 14 }),
    in: { today: { birthday: '1980-05-15' }, last: { birthday: '2001-05-28' } },
    out: { yesterday: { birthday: '1980-05-14' }, after: { birthday: '2001-05-29' }, unknown: {} },
  },
  {
    line: 44,
    quote: 'Birthday/anniversary',
    wish: 'anniversary',
    rule: is('anniversary', 'anniversary_in_month', 'next_month'),
    in: { first: { anniversary: '2010-06-01' }, last: { anniversary: '2020-06-30' } },
    out: {
      may: { anniversary: '2010-05-31' },
      july: { anniversary: '2010-07-01' },
      unknown: { birthday: day(30) },
    },
  },
  {
    line: 45,
    quote: 'Vegan, gluten-free',
    wish: 'either',
    rule: is('dietary', 'has_any', ['vegan', 'gluten_free']),
    in: { vegan: { dietary: ['vegan', 'halal'] }, gluten_free: { dietary: ['gluten_free'] } },
    out: { vegetarian: { dietary: ['vegetarian'] }, unknown: {} },
  },
  {
    line: 13,
    quote: 'Combine rules with AND/OR',
    rule: all(
      is('vip', 'equals', true),
      any(is('city', 'equals', 'Berlin'), some('orders', is('channel', 'equals', 'delivery'))),
    ),
    in: {
      near: { vip: true, city: 'Berlin' },
      far: { vip: true, orders: [bought(10, 1, { channel: 'delivery' })] },
    },
    out: { neither: { vip: true }, usual: { city: 'Berlin' } },
  },
];
