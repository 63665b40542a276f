/** The car dealer's leads and customers: what they look for, can pay and by when; test drives, purchases, services. */

import { activity, shifted } from './activities.js';
import type { Calendar } from './calendar.js';
import { interestIn, newsletters } from './newsletters.js';
import { makePerson } from './person.js';
import { driversLive } from './places.js';
import type { Random } from './random.js';
import { money, type Row, type SampleContact, type SampleOrder } from './rows.js';
import { type Vehicle, vehicles } from './vehicles.js';
import { arrivalDay } from './visits.js';

const statuses = [
  ['lead', 46],
  ['prospect', 24],
  ['customer', 25],
  ['churned', 5],
] as const;

export function makeDriver(random: Random, calendar: Calendar, externalId: string): SampleContact {
  const since = arrivalDay(random, calendar);
  const person = makePerson({ random, calendar, externalId, home: random.weighted(driversLive), since });
  const status = random.weighted(statuses);
  const wanted = Array.from({ length: random.integer(1, 3) }, () => random.pick(vehicles));
  const first = wanted[0] ?? random.pick(vehicles);
  const orders =
    status === 'customer' || status === 'churned' ? ownership(random, calendar, since, first) : [];
  const urgency = random.weighted([
    ['low', 40],
    ['medium', 35],
    ['high', 25],
  ] as const);
  return {
    contact: {
      ...person,
      status,
      source: random.weighted(sources),
      score: Math.round(random.between(0, 60) + { low: 0, medium: 15, high: 40 }[urgency]),
      vip: random.chance(0.02),
      tags: random.some(['newsletter', 'electric', 'fleet', 'trade_in'], 0.2),
      follows: random.some(['instagram', 'youtube', 'facebook'], 0.12),
    },
    orders,
    activities: contacted(random, calendar, since, person.email !== null),
    interests: wanted.map((vehicle, index) => interestOf(random, calendar, vehicle, index)),
    budgets: random.chance(0.8) ? [budgetFor(random, first)] : [],
    timelines: random.chance(0.75) ? [timelineOf(random, calendar, urgency)] : [],
  };
}

const sources = [
  ['website', 34],
  ['walk_in', 22],
  ['marketplace', 18],
  ['advertisement', 12],
  ['referral', 10],
  ['trade_fair', 4],
] as const;

function interestOf(
  random: Random,
  calendar: Calendar,
  vehicle: Vehicle,
  index: number,
): Row<'vehicle_interests'> {
  const isNew = random.chance(0.55);
  const year = calendar.year(calendar.today) - (isNew ? 0 : random.integer(1, 7));
  return {
    make: vehicle.make,
    model: vehicle.model,
    year,
    body_type: vehicle.bodyType,
    new_or_used: isNew ? 'new' : 'used',
    level: index === 0 ? random.pick(['medium', 'high', 'high']) : random.pick(['low', 'medium']),
  };
}

function budgetFor(random: Random, { price }: Vehicle): Row<'budgets'> {
  const most = hundreds(price * random.between(0.75, 1.2));
  const financing = random.weighted([
    ['lease', 42],
    ['loan', 33],
    ['cash', 25],
  ] as const);
  const down = financing === 'cash' ? null : hundreds(most * random.between(0.05, 0.3));
  return {
    minimum: random.chance(0.8) ? hundreds(most * random.between(0.6, 0.9)) : null,
    maximum: most,
    down_payment: down,
    monthly_payment: down === null ? null : Math.round((most - down) / (financing === 'lease' ? 90 : 60)),
    financing,
    currency: 'EUR',
  };
}

const hundreds = (euros: number): number => Math.round(euros / 100) * 100;

const horizons = [
  ['immediate', 14],
  ['30_days', 28],
  ['60_days', 55],
  ['90_days', 85],
  ['6_months', 170],
  ['later', 400],
] as const;

/** The more urgent, the sooner. */
function timelineOf(
  random: Random,
  calendar: Calendar,
  urgency: 'low' | 'medium' | 'high',
): Row<'purchase_timelines'> {
  const [horizon, days] = random.pick(
    { high: horizons.slice(0, 3), medium: horizons.slice(1, 5), low: horizons.slice(3) }[urgency],
  );
  const target = calendar.today + Math.max(1, Math.round(days * random.between(0.5, 1.1)));
  return { horizon, urgency, target_date: random.chance(0.7) ? calendar.date(target) : null };
}

/** She bought a vehicle some weeks after she came, and brings it back for service about once a year. */
function ownership(random: Random, calendar: Calendar, since: number, vehicle: Vehicle): SampleOrder[] {
  const orders: SampleOrder[] = [];
  const buy = (day: number, item: Item): void => {
    // Not of today, whose opening hours may still be to come.
    if (day < calendar.today) orders.push(purchase(calendar, day, random.integer(9 * 60, 18 * 60), item));
  };
  const bought = since + random.integer(5, 60);
  buy(bought, {
    sku: `${vehicle.make}-${vehicle.model}`.toUpperCase().replace(/\W+/g, '-'),
    name: `${vehicle.make} ${vehicle.model}`,
    category: 'vehicle',
    brand: vehicle.make,
    cents: hundreds(vehicle.price * random.between(0.55, 1.05)) * 100,
  });
  for (let day = bought + random.integer(150, 380); day < calendar.today; day += random.integer(200, 400)) {
    buy(day, { ...random.pick(services), brand: vehicle.make, cents: random.integer(90, 900) * 100 });
  }
  return orders;
}

const services = [
  { sku: 'SERVICE', name: 'Inspection', category: 'service' },
  { sku: 'TYRES', name: 'Set of tyres', category: 'tyres' },
  { sku: 'REPAIR', name: 'Repair', category: 'service' },
  { sku: 'RACK', name: 'Roof rack', category: 'accessories' },
] as const;

interface Item {
  readonly sku: string;
  readonly name: string;
  readonly category: string;
  readonly brand: string;
  readonly cents: number;
}

function purchase(calendar: Calendar, day: number, minutes: number, { cents, ...item }: Item): SampleOrder {
  const [placed_at, total] = [calendar.instant(day, minutes), money(cents)];
  return {
    order: {
      placed_at,
      status: 'fulfilled',
      channel: 'in_store',
      location: 'Showroom',
      currency: 'EUR',
      total,
      total_base: total,
      discount: 0,
      coupon_code: null,
      created_at: placed_at,
    },
    lines: [{ ...item, department: 'sales', quantity: 1, unit_price: total, discount: 0, total }],
  };
}

/** Pages looked at, calls, visits, a test drive; newsletters for who can get them. */
function contacted(
  random: Random,
  calendar: Calendar,
  since: number,
  hasEmail: boolean,
): Row<'activities'>[] {
  const activities: Row<'activities'>[] = [];
  const add = (kind: string, channel: string, day: number, properties = {}): void => {
    const occurredAt = calendar.instant(day, random.integer(9 * 60, 18 * 60));
    if (calendar.hasCome(occurredAt)) activities.push(activity(kind, occurredAt, channel, properties));
  };
  for (let views = random.integer(0, 8); views > 0; views--) {
    add('page_view', 'web', since + random.integer(0, 40), {
      page: random.pick(['/offers', '/suv', '/electric', '/used']),
    });
  }
  if (random.chance(0.6)) add('call', 'phone', since + random.integer(1, 10));
  if (random.chance(0.5)) add('visit', 'in_person', since + random.integer(1, 30), { store: 'Showroom' });
  if (random.chance(0.35))
    add('test_drive', 'in_person', since + random.integer(3, 45), { store: 'Showroom' });
  if (random.chance(0.06)) add('referral', 'web', since + random.integer(30, 300));
  if (random.chance(0.08)) {
    const written = calendar.instant(since + random.integer(60, 200), 1200);
    if (calendar.hasCome(written)) {
      activities.push({ ...activity('review', shifted(written, 0), 'web'), rating: random.integer(2, 5) });
    }
  }
  return hasEmail && random.chance(0.4)
    ? [...activities, ...newsletters(random, calendar, since, interestIn(random))]
    : activities;
}
