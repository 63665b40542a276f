/** The restaurant's guests: regulars and one-timers, lunch and dinner people, those who stay away and those who come back. */

import { activity, shifted } from './activities.js';
import type { Calendar } from './calendar.js';
import { interestIn, newsletters } from './newsletters.js';
import { makePerson } from './person.js';
import { guestsLive } from './places.js';
import type { Random } from './random.js';
import { mealTime, placeOrder, type Taste, tasteOf } from './restaurant-orders.js';
import type { Row, SampleContact, SampleOrder } from './rows.js';
import { arrivalDay, visitDays } from './visits.js';

interface Habit {
  readonly name: 'curious' | 'one_timer' | 'occasional' | 'regular' | 'super_regular' | 'lost_regular';
  readonly perMonth: readonly [least: number, most: number];
  /** In days, on average, until a guest stays away for good. */
  readonly loyalFor: number;
}

const habits: readonly (readonly [Habit, number])[] = [
  // Signed up for the newsletter and never came.
  [{ name: 'curious', perMonth: [0, 0], loyalFor: 0 }, 4],
  [{ name: 'one_timer', perMonth: [0, 0], loyalFor: 0 }, 28],
  [{ name: 'occasional', perMonth: [0.3, 1.4], loyalFor: 500 }, 36],
  [{ name: 'regular', perMonth: [2, 4.5], loyalFor: 900 }, 16],
  [{ name: 'super_regular', perMonth: [8, 13], loyalFor: 1200 }, 4],
  [{ name: 'lost_regular', perMonth: [2, 5], loyalFor: 200 }, 12],
];

const weekdays = [0.35, 0.7, 0.8, 0.9, 1.4, 1.6, 1.15];
const officeWeekdays = [1.1, 1.2, 1.2, 1.2, 1, 0.2, 0.1];
const months = [0.8, 0.8, 0.9, 0.95, 1.05, 1.1, 1.05, 0.9, 1, 1, 1.05, 1.35];

export function makeGuest(random: Random, calendar: Calendar, externalId: string): SampleContact {
  const since = arrivalDay(random, calendar);
  const person = makePerson({ random, calendar, externalId, home: random.weighted(guestsLive), since });
  const habit = random.weighted(habits);
  const taste = tasteOf(random);
  const orders = ordersOf(random, calendar, since, habit, taste);
  const isSubscribed = person.email !== null && (habit.name === 'curious' || random.chance(0.45));
  const activities = [
    ...(isSubscribed ? newsletters(random, calendar, since, interestIn(random)) : []),
    ...orders.flatMap(({ order }) => aroundOrder(random, calendar, order)),
    ...(random.chance(0.05) ? [referral(random, calendar, since)] : []),
    ...(random.chance(0.03) ? [abandonedCart(random, calendar)] : []),
  ];
  return {
    contact: knownGuest(random, calendar, { person, taste, orders, isSubscribed }),
    orders,
    activities,
  };
}

function ordersOf(
  random: Random,
  calendar: Calendar,
  since: number,
  { name, perMonth, loyalFor }: Habit,
  taste: Taste,
): SampleOrder[] {
  if (name === 'curious') return [];
  const place = (day: number): SampleOrder =>
    placeOrder(random, calendar, taste, [day, mealTime(random, taste)]);
  const until = Math.min(calendar.today, since + Math.floor(random.exponential(loyalFor)));
  const rhythm = {
    from: since,
    until,
    perMonth: random.between(...perMonth),
    weekdays: taste.meal === 'lunch' ? officeWeekdays : weekdays,
    months,
  };
  const days = name === 'one_timer' ? [since] : [...visitDays(random, calendar, rhythm)];
  // Somebody first seen today has come already; whatever else today has still to bring is not known.
  const orders = days.map(place).filter(({ order }) => order.status !== 'pending');
  const books = until === calendar.today && random.chance(0.06);
  return books ? [...orders, place(calendar.today + random.integer(1, 20))] : orders;
}

/** A visit where she came herself, the cart where she ordered on the web, now and then a review. */
function aroundOrder(random: Random, calendar: Calendar, order: Row<'orders'>): Row<'activities'>[] {
  if (order.status === 'pending' || order.status === 'cancelled') return [];
  const placedAt = String(order.placed_at);
  const store = { store: String(order.location) };
  const activities: Row<'activities'>[] = [];
  if (order.channel === 'dine_in') activities.push(activity('visit', placedAt, 'in_person', store));
  if (order.channel === 'delivery' && random.chance(0.4)) {
    const cart = { page: '/order', amount: Number(order.total) };
    activities.push(activity('cart', shifted(placedAt, -random.integer(3, 25)), 'web', cart));
  }
  const reviewed = shifted(placedAt, random.integer(120, 4000));
  if (random.chance(0.03) && calendar.hasCome(reviewed)) {
    const rating = random.weighted([
      [5, 46],
      [4, 30],
      [3, 12],
      [2, 6],
      [1, 6],
    ]);
    activities.push({ ...activity('review', reviewed, 'web', store), rating });
  }
  return activities;
}

function referral(random: Random, calendar: Calendar, since: number): Row<'activities'> {
  const day = random.integer(since, calendar.today);
  return activity('referral', calendar.instantByNow(day, random.integer(600, 1300)), 'web', {
    page: '/friends',
  });
}

/** Of the last month, and without an order after it. */
function abandonedCart(random: Random, calendar: Calendar): Row<'activities'> {
  const occurredAt = calendar.instantByNow(calendar.today - random.integer(0, 30), random.integer(660, 1300));
  return activity('cart', occurredAt, 'web', { page: '/order', amount: random.integer(18, 90) });
}

interface Guest {
  readonly person: Row<'contacts'>;
  readonly taste: Taste;
  readonly orders: readonly SampleOrder[];
  readonly isSubscribed: boolean;
}

/** What the restaurant has noted about her by now. */
function knownGuest(
  random: Random,
  calendar: Calendar,
  { person, taste, orders, isSubscribed }: Guest,
): Row<'contacts'> {
  const kept = orders.filter(({ order }) => order.status === 'paid' || order.status === 'fulfilled');
  const spend = kept.reduce((sum, { order }) => sum + Number(order.total_base), 0);
  const isMember = random.chance(kept.length >= 5 ? 0.75 : 0.1);
  const last = kept.at(-1)?.order.placed_at;
  const isGone = typeof last === 'string' && calendar.hasCome(shifted(last, 400 * 24 * 60));
  return {
    ...person,
    status: kept.length === 0 ? 'lead' : isGone ? 'churned' : 'customer',
    source: random.weighted(sourcesOf[taste.channel]),
    score: Math.round(Math.min(100, 10 * Math.log2(1 + kept.length) + random.between(0, 30))),
    vip: random.chance(spend > 2500 ? 0.5 : 0.004),
    tags: [
      ...(isSubscribed ? ['newsletter'] : []),
      ...(kept.length > 24 ? ['regular'] : []),
      ...(taste.drinksWine && random.chance(0.2) ? ['wine_club'] : []),
      ...random.some(['student', 'corporate', 'terrace', 'allergy'], 0.04),
    ],
    dietary: dietOf(random, taste),
    follows: random.some(['instagram', 'facebook', 'tiktok'], 0.18),
    ...loyaltyOf(random, isMember, spend),
  };
}

const sourcesOf = {
  dine_in: [
    ['walk_in', 50],
    ['referral', 20],
    ['website', 20],
    ['social_media', 10],
  ],
  takeaway: [
    ['walk_in', 40],
    ['website', 40],
    ['social_media', 20],
  ],
  delivery: [
    ['marketplace', 55],
    ['website', 35],
    ['advertisement', 10],
  ],
} as const;

const dietOf = (random: Random, { diet }: Taste): string[] => [
  ...(diet === 'vegan' ? ['vegan'] : diet === 'light' ? random.some(['vegetarian'], 0.4) : []),
  ...random.some(['gluten_free', 'lactose_free', 'nut_free', 'halal', 'kosher'], 0.03),
];

const tiers = [
  ['platinum', 4000],
  ['gold', 1500],
  ['silver', 500],
  ['bronze', 0],
] as const;

/** Points are euros spent. A few members have earned the next tier and wait for it. */
function loyaltyOf(
  random: Random,
  isMember: boolean,
  spend: number,
): Pick<Row<'contacts'>, 'loyalty_status' | 'loyalty_tier' | 'loyalty_points'> {
  if (!isMember) return { loyalty_status: 'none', loyalty_tier: null, loyalty_points: 0 };
  const earned = tiers.findIndex(([, least]) => spend >= least);
  const waiting = random.chance(0.1) ? 1 : 0;
  const [tier] = tiers[Math.min(earned + waiting, tiers.length - 1)] ?? ['bronze'];
  return {
    loyalty_status: random.chance(0.93) ? 'active' : 'paused',
    loyalty_tier: tier,
    loyalty_points: Math.floor(spend),
  };
}
