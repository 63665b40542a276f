/** What a guest orders: when on the day, for how many, and out of which part of the menu. */

import type { Calendar } from './calendar.js';
import { type Course, type Dish, menu } from './menu.js';
import type { Random } from './random.js';
import { money, type Row, type SampleOrder } from './rows.js';

/** What a guest is like, as far as her orders go. */
export interface Taste {
  readonly meal: 'lunch' | 'dinner' | 'either';
  readonly channel: 'dine_in' | 'takeaway' | 'delivery';
  readonly diet: 'anything' | 'light' | 'vegan';
  readonly drinksWine: boolean;
  readonly location: string;
}

const locations = [
  ['Mitte', 5],
  ['Prenzlauer Berg', 3],
  ['Kreuzberg', 2],
] as const;

export function tasteOf(random: Random): Taste {
  return {
    meal: random.weighted([
      ['lunch', 22],
      ['dinner', 53],
      ['either', 25],
    ]),
    channel: random.weighted([
      ['dine_in', 62],
      ['takeaway', 18],
      ['delivery', 20],
    ]),
    diet: random.weighted([
      ['anything', 74],
      ['light', 18],
      ['vegan', 8],
    ]),
    drinksWine: random.chance(0.55),
    location: random.weighted(locations),
  };
}

/** Minutes after midnight. */
export function mealTime(random: Random, { meal }: Taste): number {
  const isLunch = random.chance(meal === 'lunch' ? 0.88 : meal === 'dinner' ? 0.08 : 0.45);
  const [usual, spread, least, most] = isLunch ? [750, 40, 660, 870] : [1155, 65, 1020, 1320];
  return Math.min(most, Math.max(least, random.normal(usual, spread)));
}

/** An order of that moment; one that has not come yet is a table booked with a menu. */
export function placeOrder(
  random: Random,
  calendar: Calendar,
  taste: Taste,
  [day, minutes]: readonly [day: number, minutes: number],
): SampleOrder {
  const lines = dishesOf(random, taste, minutes).map((dish) => lineOf(random, calendar, dish, day));
  const sum = lines.reduce((cents, line) => cents + line.cents, 0);
  const coupon = random.chance(0.06) ? random.pick(['WELCOME10', 'SUMMER10', 'FRIENDS10']) : null;
  const discount = coupon ? Math.round(sum / 10) : 0;
  const placed_at = calendar.instant(day, minutes);
  const isPast = calendar.hasCome(placed_at);
  return {
    lines: lines.map(({ row }) => row),
    order: {
      placed_at,
      status: isPast ? statusOf(random, calendar.today - day) : 'pending',
      channel:
        isPast && random.chance(0.2) ? random.pick(['dine_in', 'takeaway', 'delivery']) : taste.channel,
      location: taste.location,
      currency: 'EUR',
      total: money(sum - discount),
      total_base: money(sum - discount),
      discount: money(discount),
      coupon_code: coupon,
      created_at: isPast ? placed_at : calendar.instant(calendar.today - random.integer(1, 6), 600),
    },
  };
}

const statusOf = (random: Random, daysAgo: number): string =>
  random.weighted([
    ['fulfilled', daysAgo > 0 ? 82 : 0],
    ['paid', 14],
    ['cancelled', 3],
    ['refunded', 1],
  ]);

const coursesOf: Readonly<Record<Taste['diet'], readonly (readonly [Course, number])[]>> = {
  anything: [
    ['pasta', 32],
    ['pizza', 30],
    ['mains', 26],
    ['salads', 8],
    ['healthy', 4],
  ],
  light: [
    ['salads', 46],
    ['healthy', 38],
    ['pasta', 10],
    ['mains', 6],
  ],
  vegan: [
    ['healthy', 58],
    ['salads', 30],
    ['pizza', 12],
  ],
};

function dishesOf(random: Random, { diet, drinksWine, channel }: Taste, minutes: number): Dish[] {
  const isDinner = minutes >= 1000;
  const guests =
    channel === 'dine_in' && isDinner
      ? random.weighted([
          [1, 2],
          [2, 5],
          [3, 1],
          [4, 2],
        ])
      : 1;
  const dishes: Dish[] = [];
  const add = (course: Course, probability: number): void => {
    if (random.chance(probability)) dishes.push(random.pick(menu[course]));
  };
  for (let guest = 0; guest < guests; guest++) {
    add(random.weighted(coursesOf[diet]), 1);
    add('starters', isDinner ? 0.25 : 0.08);
    add('desserts', isDinner ? 0.25 : 0.08);
    add('coffee', channel === 'dine_in' ? 0.3 : 0.02);
    if (drinksWine && isDinner) add('wine', 0.6);
    else add(random.chance(0.3) ? 'beer' : 'soft_drinks', 0.6);
  }
  return dishes;
}

/** Prices have risen by three per cent a year. */
function lineOf(
  random: Random,
  calendar: Calendar,
  { sku, name, category, department, price }: Dish,
  day: number,
): { row: Row<'order_lines'>; cents: number } {
  const years = Math.floor((calendar.today - day) / 365);
  const unitPrice = Math.round((price * 0.97 ** years) / 10) * 10;
  const quantity = department === 'bar' && random.chance(0.15) ? 2 : 1;
  const cents = unitPrice * quantity;
  return {
    cents,
    row: {
      sku,
      name,
      category,
      department,
      brand: null,
      quantity,
      unit_price: money(unitPrice),
      discount: 0,
      total: money(cents),
    },
  };
}
