/** The agency's contacts: people with roles in companies, courted with meetings and mail, billed for projects. */

import { activity } from './activities.js';
import type { Calendar } from './calendar.js';
import type { Client } from './clients.js';
import { interestIn, newsletters } from './newsletters.js';
import { makePerson } from './person.js';
import type { Random } from './random.js';
import { money, type Row, type SampleContact, type SampleOrder } from './rows.js';
import { arrivalDay, visitDays } from './visits.js';

const roles = [
  ['CEO', 14],
  ['CMO', 16],
  ['CTO', 8],
  ['Head of Marketing', 20],
  ['Marketing Manager', 24],
  ['Office Manager', 10],
  ['Purchasing', 8],
] as const;

const sources = [
  ['website', 26],
  ['referral', 20],
  ['trade_fair', 18],
  ['cold_call', 14],
  ['newsletter', 12],
  ['social_media', 10],
] as const;

export function makeBusinessContact(
  random: Random,
  calendar: Calendar,
  externalId: string,
  { home, mailDomain, row: company }: Client,
): SampleContact {
  const since = arrivalDay(random, calendar);
  const person = makePerson({ random, calendar, externalId, home, since, mailDomain });
  const orders = company.contract_status === 'none' ? [] : projects(random, calendar, since, company);
  const isGone = company.contract_status === 'cancelled' && orders.length > 0;
  return {
    contact: {
      ...person,
      status: isGone ? 'churned' : orders.length > 0 ? 'customer' : random.pick(['lead', 'lead', 'prospect']),
      source: random.weighted(sources),
      role: random.weighted(roles),
      score: Math.round(random.between(5, 60) + (orders.length > 0 ? 35 : 0)),
      vip: random.chance(0.03),
      tags: random.some(['newsletter', 'decision_maker', 'event_guest', 'blog_reader'], 0.2),
      follows: random.some(['linkedin', 'x', 'youtube'], 0.25),
    },
    orders,
    activities: courted(random, calendar, since, person.email !== null),
  };
}

const seasons = [0.9, 1, 1.1, 1, 1, 0.9, 0.7, 0.6, 1.2, 1.3, 1.2, 0.8];
const workdays = [1, 1.1, 1.1, 1, 0.8, 0, 0];

/** One contact in three is billed: every few months, more for larger companies, in the country's currency. */
function projects(
  random: Random,
  calendar: Calendar,
  since: number,
  company: Row<'companies'>,
): SampleOrder[] {
  if (!random.chance(0.35)) return [];
  const left = company.contract_status === 'active' ? 0 : random.integer(60, 500);
  const until = Math.max(since, calendar.today - left);
  const size = Math.log2(2 + Number(company.employees));
  const rhythm = {
    from: since,
    until,
    perMonth: random.between(0.15, 0.6),
    weekdays: workdays,
    months: seasons,
  };
  return [...visitDays(random, calendar, rhythm)]
    .map((day) => invoice(random, calendar, [day, random.integer(9 * 60, 17 * 60)], size, company.country))
    .filter(({ order }) => calendar.hasCome(String(order.placed_at)));
}

const work = [
  ['STRATEGY', 'Strategy workshop', 'consulting'],
  ['CAMPAIGN', 'Campaign', 'advertising'],
  ['DESIGN', 'Brand design', 'design'],
  ['WEB', 'Web site', 'development'],
  ['RETAINER', 'Monthly retainer', 'retainer'],
] as const;

/** What a unit of the currency is worth in euros. */
const currencies: Readonly<Record<string, readonly [code: string, euros: number]>> = {
  Switzerland: ['CHF', 1.05],
  'United States': ['USD', 0.9],
  'United Kingdom': ['GBP', 1.15],
};

function invoice(
  random: Random,
  calendar: Calendar,
  [day, minutes]: readonly [day: number, minutes: number],
  size: number,
  country: unknown,
): SampleOrder {
  const [currency, euros] = currencies[String(country)] ?? ['EUR', 1];
  const lines = Array.from({ length: random.integer(1, 3) }, () => pieceOfWork(random, size));
  const sum = lines.reduce((cents, line) => cents + line.cents, 0);
  const placed_at = calendar.instant(day, minutes);
  return {
    lines: lines.map(({ row }) => row),
    order: {
      placed_at,
      status: paymentOf(random, calendar.today - day),
      channel: 'online',
      location: null,
      currency,
      total: money(sum),
      total_base: money(Math.round(sum * euros)),
      discount: 0,
      coupon_code: null,
      created_at: placed_at,
    },
  };
}

function pieceOfWork(random: Random, size: number): { cents: number; row: Row<'order_lines'> } {
  const [sku, name, category] = random.pick(work);
  const cents = Math.round(size * random.between(150, 900)) * 100;
  const total = money(cents);
  const row = { sku, name, category, department: 'agency', brand: null, quantity: 1, unit_price: total };
  return { cents, row: { ...row, discount: 0, total } };
}

/** Of an invoice so many days old. */
function paymentOf(random: Random, age: number): string {
  if (age < 30) return random.pick(['pending', 'paid']);
  return random.chance(0.97) ? 'paid' : 'cancelled';
}

function courted(random: Random, calendar: Calendar, since: number, hasEmail: boolean): Row<'activities'>[] {
  const kinds = [
    ['call', 'phone', 0.7],
    ['meeting', 'in_person', 0.35],
    ['page_view', 'web', 1.6],
    ['note', null, 0.4],
  ] as const;
  const activities: Row<'activities'>[] = [];
  for (const [kind, channel, perQuarter] of kinds) {
    const rhythm = {
      from: since,
      until: calendar.today,
      perMonth: perQuarter / 3,
      weekdays: workdays,
      months: seasons,
    };
    for (const day of visitDays(random, calendar, rhythm)) {
      const occurredAt = calendar.instant(day, random.integer(9 * 60, 17 * 60));
      const properties = kind === 'page_view' ? { page: random.pick(['/work', '/prices', '/blog']) } : {};
      if (calendar.hasCome(occurredAt)) activities.push(activity(kind, occurredAt, channel, properties));
    }
  }
  return hasEmail && random.chance(0.6)
    ? [...activities, ...newsletters(random, calendar, since, interestIn(random))]
    : activities;
}
