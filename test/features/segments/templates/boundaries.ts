/** For each template, who is just in and who is just out. */

import { ago, dayAgo, monthsAgo, order, type Person, times } from './planted.js';

export interface Boundary {
  readonly in: Readonly<Record<string, Person>>;
  readonly out: Readonly<Record<string, Person>>;
}

const spent = (total_base: number): Person => ({ orders: [order(1, { total_base })] });
const last = (days: number): Person => ({ orders: [order(days), order(days + 10)] });
const atHours = (...hours: readonly number[]): Person => ({
  orders: hours.map((hour, index) => order(index + 1, { placed_at: ago(index + 1, hour) })),
});
/** 18 March 2026 is a Wednesday: Saturday was 4 days ago. */
const onDays = (...days: readonly number[]): Person => ({ orders: days.map((day) => order(day)) });
const line = (category: string) => ({ category });
const stay = (template: string, days: number, cause = 'matched'): Person => ({
  stay: { template, days, cause },
});
const reacted = (kind: string, days: number) => ({ kind, occurred_at: ago(days) });
const messages = (count: number) => times(count, (index) => reacted('email_sent', index + 1));
const tier = (loyalty_tier: string, loyalty_points: number): Person => ({
  contact: { loyalty_tier, loyalty_points },
});
const then = (count: number) => times(count, (index) => order(61 + index));
const wine = { lines: [line('wine')] };
const lead = (horizon: string, urgency: string): Person => ({ purchase_timelines: [{ horizon, urgency }] });
const suv = (level: string, maximum: number, financing: string, body_type = 'SUV'): Person => ({
  vehicle_interests: [{ body_type, level }],
  budgets: [{ maximum, financing }],
});
const ideal = {
  contact: { source: 'website', score: 50, country: 'DE', role: 'Marketing manager', email: 'a@b.de' },
  company: { industry: 'Hotels', size_band: '51-200' },
};
/** By recency in days, number of orders, and spend of each. */
const rfm = (days: number, orders: number, each: number): Person => ({
  orders: times(orders, (index) => order(days + index, { total_base: each })),
});
/** Three times three: the first third of each is high. */
const others = {
  'filler a': rfm(200, 2, 10),
  'filler b': rfm(210, 2, 10),
  'filler c': rfm(220, 2, 10),
  'filler d': rfm(100, 3, 20),
  'filler e': rfm(110, 3, 20),
  'filler f': rfm(120, 3, 20),
};
const best = { 'best a': rfm(1, 9, 100), 'best b': rfm(2, 9, 100), 'best c': rfm(3, 9, 100) };

export const boundaries: Readonly<Record<string, Boundary>> = {
  vip: {
    in: { most: spent(100) },
    out: Object.fromEntries(times(9, (index) => [`less ${index}`, spent(99 - index)])),
  },
  super_regulars: {
    in: { 'eight in 30 days': { orders: times(8, (index) => order(22 + index)) } },
    out: {
      'seven, and one 30 days ago': { orders: times(8, (index) => order(23 + index)) },
      'seven, and one cancelled': {
        orders: times(8, (index) => order(index, index ? {} : { status: 'cancelled' })),
      },
    },
  },
  new_customers: { in: { 'first 29 days ago': last(19) }, out: { 'first 30 days ago': last(20), none: {} } },
  at_risk: {
    in: {
      '60 days': last(60),
      'a day short of six months': { orders: [order(0, { placed_at: monthsAgo(6, -1) })] },
    },
    out: { '59 days': last(59), 'six months': { orders: [order(0, { placed_at: monthsAgo(6) })] }, none: {} },
  },
  lapsed: {
    in: { 'six months': { orders: [order(0, { placed_at: monthsAgo(6) })] } },
    out: { 'a day less': { orders: [order(0, { placed_at: monthsAgo(6, -1) })] }, none: {} },
  },
  about_to_lapse: {
    in: { 'from 45': last(45), 'to 59': last(59) },
    out: { '44': last(44), '60': last(60) },
  },
  high_spenders: { in: { 'a cent more': spent(100.01) }, out: { exactly: spent(100), none: {} } },
  recently_at_risk: {
    in: { '6 days': stay('at_risk', 6) },
    out: { '7 days': stay('at_risk', 7), 'first fill': stay('at_risk', 1, 'first_fill'), never: {} },
  },
  just_reached_vip: {
    in: { '6 days': stay('vip', 6) },
    out: { '7 days': stay('vip', 7), 'of another': stay('at_risk', 1) },
  },
  win_back: {
    in: {
      all: {
        orders: [order(60), ...then(5).map((one) => ({ ...one, total_base: 40 }))],
        contact: { email: 'a@b.de' },
        email_opt_in: true,
      },
    },
    out: {
      'five then': {
        orders: [order(60), ...then(4).map((one) => ({ ...one, total_base: 90 }))],
        contact: { email: 'a@b.de' },
        email_opt_in: true,
      },
      'last 61 days ago': {
        orders: then(6).map((one) => ({ ...one, total_base: 40 })),
        contact: { email: 'a@b.de' },
        email_opt_in: true,
      },
      'spent exactly 200': {
        orders: [order(60, { total_base: 0 }), ...then(5).map((one) => ({ ...one, total_base: 40 }))],
        contact: { email: 'a@b.de' },
        email_opt_in: true,
      },
      'did not agree': {
        orders: [order(60), ...then(5).map((one) => ({ ...one, total_base: 40 }))],
        contact: { email: 'a@b.de' },
        email_opt_in: false,
      },
    },
  },
  new_customer_nurture: {
    in: {
      new: { orders: [order(6, { total_base: 50.01 })], contact: { email: 'a@b.de' }, email_opt_in: true },
    },
    out: {
      'a day older': {
        orders: [order(7, { total_base: 50.01 })],
        contact: { email: 'a@b.de' },
        email_opt_in: true,
      },
      'order of 50': {
        orders: [order(6, { total_base: 50 })],
        contact: { email: 'a@b.de' },
        email_opt_in: true,
      },
      'never asked': { orders: [order(6, { total_base: 60 })], contact: { email: 'a@b.de' } },
    },
  },
  slowing_down: {
    in: {
      'one after three': { orders: [order(89), order(90), order(100), order(179)] },
      'none after one': last(90),
    },
    out: {
      'one after two': { orders: [order(89), order(90), order(179), order(180)] },
      'none after none': last(180),
    },
  },
  left_in_cart: {
    in: {
      left: { activities: [reacted('cart', 13)] },
      'ordered later than a day': {
        activities: [reacted('cart', 13)],
        orders: [order(0, { placed_at: ago(12, 11) })],
      },
      'ordered before': { activities: [reacted('cart', 13)], orders: [order(14)] },
    },
    out: {
      'within a day': { activities: [reacted('cart', 13)], orders: [order(12)] },
      'too long ago': { activities: [reacted('cart', 14)] },
      'no cart': { activities: [reacted('page_view', 1)] },
    },
  },
  birthday_this_month: {
    in: { 'on the 31st': { contact: { birthday: '1990-03-31' } } },
    out: { 'on 1 April': { contact: { birthday: '1990-04-01' } }, unknown: {} },
  },
  email_subscribers: {
    in: { agreed: { contact: { email: 'a@b.de' }, email_opt_in: true } },
    out: {
      'no address': { email_opt_in: true },
      refused: { contact: { email: 'a@b.de' }, email_opt_in: false },
      'never asked': { contact: { email: 'a@b.de' } },
    },
  },
  loyalty_members: {
    in: { active: { contact: { loyalty_status: 'active' } } },
    out: { paused: { contact: { loyalty_status: 'paused' } }, none: {} },
  },
  tier_upgrade_eligible: {
    in: { silver: tier('bronze', 500), gold: tier('silver', 1500), platinum: tier('gold', 3000) },
    out: {
      'a point short': tier('bronze', 499),
      'silver already': tier('silver', 1499),
      top: tier('platinum', 9000),
      none: { contact: { loyalty_points: 9000 } },
    },
  },
  vip_upsell: {
    in: { 'no wine': { ...spent(1000.01), contact: { loyalty_tier: 'gold' } } },
    out: {
      'wine once': {
        orders: [order(1, { total_base: 1001, ...wine })],
        contact: { loyalty_tier: 'platinum' },
      },
      'spent exactly 1000': { ...spent(1000), contact: { loyalty_tier: 'gold' } },
      silver: { ...spent(2000), contact: { loyalty_tier: 'silver' } },
    },
  },
  advocates: {
    in: {
      referred: { activities: [reacted('referral', 900)] },
      reviewed: { activities: [reacted('review', 900)] },
    },
    out: { visited: { activities: [reacted('visit', 1)] } },
  },
  engaged_30: {
    in: {
      opened: { activities: [reacted('email_open', 29)] },
      clicked: { activities: [reacted('email_click', 1)] },
    },
    out: {
      'too long ago': { activities: [reacted('email_open', 30)] },
      'only sent': { activities: [reacted('email_sent', 1)] },
    },
  },
  unengaged_365: {
    in: {
      'ten, none opened': { activities: messages(10) },
      'opened long ago': { activities: [...messages(10), reacted('email_open', 365)] },
    },
    out: {
      nine: { activities: messages(9) },
      'opened once': { activities: [...messages(10), reacted('email_open', 364)] },
    },
  },
  lunch_crowd: {
    in: { 'two of three': atHours(11, 13, 14) },
    out: { half: atHours(11, 13, 14, 10), 'only two': atHours(12, 12) },
  },
  dinner_regulars: {
    in: { 'two of three': atHours(17, 20, 21) },
    out: { half: atHours(17, 20, 21, 16), 'only two': atHours(18, 18) },
  },
  weekend_guests: {
    in: { 'two of three': onDays(4, 3, 1) },
    out: { half: onDays(4, 5), none: {} },
  },
  weekday_guests: {
    in: { 'two of three': onDays(5, 2, 3) },
    out: { half: onDays(4, 5), none: {} },
  },
  health_conscious: {
    in: { three: { orders: [order(89, { lines: [line('salads'), line('salads'), line('healthy')] })] } },
    out: {
      two: { orders: [order(89, { lines: [line('salads'), line('healthy'), line('pizza')] })] },
      'too long ago': { orders: [order(90, { lines: [line('salads'), line('salads'), line('healthy')] })] },
      refunded: {
        orders: [order(1, { status: 'refunded', lines: [line('salads'), line('salads'), line('healthy')] })],
      },
    },
  },
  champions: { in: best, out: { ...others, seldom: rfm(0, 1, 1) } },
  loyal: {
    in: { 'often, not so lately': rfm(50, 9, 1) },
    out: { ...others, 'best a': rfm(1, 9, 100), 'best b': rfm(2, 9, 100), 'best c': rfm(3, 9, 100) },
  },
  promising: {
    in: { 'once, today': rfm(0, 1, 1) },
    out: { ...others, 'best a': rfm(1, 9, 100), 'best b': rfm(2, 9, 100) },
  },
  needing_attention: {
    in: {
      'filler d': others['filler d'],
      'filler e': others['filler e'],
      'filler f': others['filler f'],
      'much, long ago': rfm(230, 1, 5000),
    },
    out: { ...best, 'filler a': others['filler a'], 'filler b': others['filler b'], none: {} },
  },
  hibernating: {
    in: { 'filler a': others['filler a'], 'filler b': others['filler b'], 'filler c': others['filler c'] },
    out: {
      ...best,
      'filler d': others['filler d'],
      'filler e': others['filler e'],
      'filler f': others['filler f'],
      none: {},
    },
  },
  ready_to_buy: {
    in: { now: lead('immediate', 'high'), soon: lead('30_days', 'high') },
    out: { later: lead('60_days', 'high'), calm: lead('immediate', 'medium') },
  },
  suv_hunters: {
    in: { 'exactly enough': suv('high', 40_000, 'lease') },
    out: {
      'a bit less': suv('high', 39_999.99, 'loan'),
      cash: suv('high', 50_000, 'cash'),
      lukewarm: suv('medium', 50_000, 'loan'),
      van: suv('high', 50_000, 'loan', 'van'),
    },
  },
  target_date_near: {
    in: {
      today: { purchase_timelines: [{ target_date: dayAgo(0) }] },
      'in 29 days': { purchase_timelines: [{ target_date: dayAgo(-29) }] },
    },
    out: {
      'in 30 days': { purchase_timelines: [{ target_date: dayAgo(-30) }] },
      yesterday: { purchase_timelines: [{ target_date: dayAgo(1) }] },
    },
  },
  engaged_icp: {
    in: { ideal },
    out: {
      'a point short': { ...ideal, contact: { ...ideal.contact, score: 49 } },
      'no address': { ...ideal, contact: { ...ideal.contact, email: null } },
      'another source': { ...ideal, contact: { ...ideal.contact, source: 'cold_call' } },
      abroad: { ...ideal, contact: { ...ideal.contact, country: 'FR' } },
      'another role': { ...ideal, contact: { ...ideal.contact, role: 'Cook' } },
      small: { ...ideal, company: { ...ideal.company, size_band: '11-50' } },
      'no company': { contact: ideal.contact },
    },
  },
  hotels_in_thailand: {
    in: {
      hotel: { company: { industry: 'hotels', country: 'Thailand' } },
      'more in the name': { company: { industry: 'Hotels', country: 'Kingdom of Thailand' } },
    },
    out: {
      spa: { company: { industry: 'Spas', country: 'Thailand' } },
      elsewhere: { company: { industry: 'Hotels', country: 'Laos' } },
    },
  },
};
