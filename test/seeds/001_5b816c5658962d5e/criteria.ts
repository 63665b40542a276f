/** Criteria of guests of a restaurant: what they do, and who they are. */

import { at, bought, type Person, times } from '../planting.js';
import { all, count, is, mostly } from '../saying.js';
import type { RuleRow } from '../seed-document.js';

/** So many kept orders, the latest so many days ago, one a day. */
const visits = (number: number, daysAgo = 0, total = 10): Person => ({
  orders: times(number, (index) => bought(total, daysAgo + index)),
});

const boughtAt = (...instants: string[]): Person => ({
  orders: instants.map((placed_at) => bought(10, 0, { placed_at })),
});

const ate = (...categories: string[]): Person => ({
  orders: categories.map((category) => bought(10, 1, { lines: [{ category, total: 10 }] })),
});

export const behavioural: readonly RuleRow[] = [
  {
    line: 21,
    quote: 'Visits per month',
    wish: 'of the last 30 days',
    rule: is('orders_last_30_days', 'greater_than_or_equal', 4),
    in: { four: visits(4, 26) },
    out: {
      three: visits(3),
      'one of four too early': visits(4, 27),
      'one of four cancelled': {
        orders: [...times(3, (n) => bought(10, n)), bought(10, 4, { status: 'cancelled' })],
      },
    },
  },
  {
    line: 21,
    quote: 'Order Frequency',
    wish: 'as days between visits',
    rule: is('average_days_between_orders', 'less_than_or_equal', 7),
    in: { weekly: { orders: [bought(10, 14), bought(10, 10), bought(10, 0)] } },
    out: { slower: { orders: [bought(10, 15), bought(10, 7), bought(10, 0)] }, once: visits(1), never: {} },
  },
  {
    line: 22,
    quote: 'Lifetime value',
    rule: is('total_spend', 'greater_than', 200),
    in: { more: { orders: [bought(200, 900), bought(0.01, 1)] } },
    out: {
      exactly: { orders: [bought(150, 900), bought(50, 1)] },
      refunded: { orders: [bought(300, 1, { status: 'refunded' })] },
    },
  },
  {
    line: 23,
    quote: 'Average Order Value',
    rule: is('average_order_value', 'greater_than_or_equal', 50),
    in: { exactly: { orders: [bought(40, 2), bought(60, 1)] } },
    out: { less: { orders: [bought(39.99, 2), bought(60, 1)] }, never: {} },
  },
  {
    line: 24,
    quote: 'Days since last order',
    rule: is('days_since_last_order', 'greater_than', 30),
    in: { 'thirty-one': boughtAt(at(-31, '23:59')) },
    out: { thirty: boughtAt(at(-30, '00:00')), back: boughtAt(at(-90), at(-1)), never: {} },
  },
  {
    line: 25,
    quote: 'Favorite Categories',
    rule: is('favourite_category', 'equals', 'pasta'),
    in: { most: ate('pasta', 'pizza', 'pasta'), tied: ate('pasta', 'pizza') },
    out: { second: ate('pizza', 'pasta', 'pizza'), never: {} },
  },
  {
    line: 26,
    quote: 'Lunch vs dinner crowd',
    wish: 'at lunch rather than at dinner',
    rule: {
      ...count('orders', [is('placed_at', 'hour_between', [11, 14])], 'greater_than', 0),
      value: { related: 'orders', measure: 'count', where: all(is('placed_at', 'hour_between', [17, 21])) },
    },
    in: { lunch: boughtAt(at(-3, '11:00'), at(-2, '13:59'), at(-1, '17:00')) },
    out: {
      even: boughtAt(at(-3, '11:00'), at(-2, '20:59')),
      dinner: boughtAt(at(-1, '17:00')),
      breakfast: boughtAt(at(-1, '10:59')),
    },
  },
  {
    line: 27,
    quote: 'Weekend vs weekday',
    wish: 'mostly at weekends',
    rule: mostly(is('placed_at', 'weekday_in', ['saturday', 'sunday'])),
    in: { weekends: boughtAt(at(-3, '23:59'), at(-4, '00:00'), at(-2)) },
    out: {
      half: boughtAt(at(-3), at(-4), at(-2), at(-1)),
      monday: boughtAt(at(-3), at(-2, '00:00'), at(-5, '23:59')),
    },
  },
  {
    line: 27,
    quote: 'Weekend vs weekday',
    wish: 'mostly on weekdays',
    rule: mostly(is('placed_at', 'not_weekday_in', ['saturday', 'sunday'])),
    in: { weekdays: boughtAt(at(-1), at(-2), at(-3)) },
    out: { weekends: boughtAt(at(-2), at(-3), at(-4)), twice: boughtAt(at(-1), at(-2)) },
  },
];

export const demographic: readonly RuleRow[] = [
  {
    line: 30,
    quote: 'If birthday provided',
    rule: is('age', 'between', [25, 34]),
    in: { 'just 25': { birthday: '1999-05-15' }, 'nearly 35': { birthday: '1989-05-16' } },
    out: { 'nearly 25': { birthday: '1999-05-16' }, 'just 35': { birthday: '1989-05-15' }, unknown: {} },
  },
  {
    line: 31,
    quote: 'Proximity to restaurant',
    rule: is('position', 'within_radius', { latitude: 52.52, longitude: 13.405, kilometres: 5 }),
    in: { here: { latitude: 52.52, longitude: 13.405 }, near: { latitude: 52.5649, longitude: 13.405 } },
    out: { far: { latitude: 52.565, longitude: 13.405 }, half: { latitude: 52.52 }, unknown: {} },
  },
  {
    line: 32,
    quote: 'Email/SMS preference',
    rule: is('preferred_channel', 'in_list', ['email', 'sms']),
    in: { email: { preferred_channel: 'email' }, sms: { preferred_channel: 'sms' } },
    out: { phone: { preferred_channel: 'phone' }, unknown: {} },
  },
];
