/** The segments that are given as examples, each criterion by itself and all of them together. */

import { bought, type Person, type PlantedOrder, times } from '../planting.js';
import { all, count, is, keptOrder, some } from '../saying.js';
import type { RuleRow } from '../seed-document.js';

const away = is('last_order_at', 'ago_between', [{ days: 30 }, { days: 60 }]);
/** Two a month, in the three months before guests stayed away. */
const frequent = count(
  'orders',
  [is('placed_at', 'ago_between', [{ days: 30 }, { days: 120 }]), keptOrder],
  'greater_than_or_equal',
  6,
);
const worth200 = is('total_spend', 'greater_than', 200);
const agreed = is('email_opt_in', 'equals', true);

const yes = { consents: { email: true } };
const orders = (number: number, total: number, daysAgo: number): PlantedOrder[] =>
  times(number, (index) => bought(total, daysAgo + 5 * index));
const guest = (planted: readonly PlantedOrder[], more: Person = {}): Person => ({ orders: planted, ...more });

export const winBack: readonly RuleRow[] = [
  {
    line: 120,
    quote: 'Last visit: 30-60 days ago',
    rule: away,
    in: { thirty: guest(orders(1, 10, 30)), sixty: guest(orders(1, 10, 60)) },
    out: {
      less: guest(orders(1, 10, 29)),
      more: guest(orders(1, 10, 61)),
      back: guest(orders(8, 10, 1)),
      never: {},
    },
  },
  {
    line: 121,
    quote: 'Previous frequency: 2+ visits/month',
    rule: frequent,
    in: { six: guest(orders(6, 10, 95)) },
    out: { 'six, the first too early': guest(orders(6, 10, 96)), five: guest(orders(5, 10, 30)) },
  },
  {
    line: 122,
    quote: '$200',
    rule: worth200,
    in: { more: guest([bought(200.01, 500)]) },
    out: { exactly: guest([bought(200, 1)]), never: {} },
  },
  {
    line: 123,
    quote: 'Email opt-in: Yes',
    rule: agreed,
    in: { yes },
    out: { no: { consents: { email: false } }, 'never asked': {} },
  },
  {
    line: 117,
    quote: 'Win-Back Campaign',
    rule: all(away, frequent, worth200, agreed),
    in: { all: guest(orders(6, 34, 45), yes) },
    out: {
      'too long ago': guest(orders(6, 34, 61), yes),
      seldom: guest(orders(5, 50, 45), yes),
      little: guest(orders(6, 33, 45), yes),
      'said no': guest(orders(6, 34, 45), { consents: { email: false } }),
    },
  },
];

const worth1000 = is('total_spend', 'greater_than', 1000);
const goldOrBetter = is('loyalty_tier', 'in_list', ['gold', 'platinum']);
const neverWine = count('order_lines', [is('category', 'equals', 'wine')], 'equals', 0);

const dined = (total: number, loyalty_tier: string, ...categories: string[]): Person => ({
  loyalty_tier,
  orders: [bought(total, 5, { lines: categories.map((category) => ({ category })) })],
});

export const vipUpsell: readonly RuleRow[] = [
  {
    line: 131,
    quote: '$1000',
    rule: worth1000,
    in: { more: dined(1000.01, 'silver') },
    out: { exactly: dined(1000, 'gold') },
  },
  {
    line: 132,
    quote: 'Gold or Platinum',
    rule: goldOrBetter,
    in: { gold: { loyalty_tier: 'gold' }, platinum: { loyalty_tier: 'platinum' } },
    out: { silver: { loyalty_tier: 'silver' }, none: {} },
  },
  {
    line: 133,
    quote: 'Never ordered wine',
    rule: neverWine,
    in: { never: {}, beer: dined(10, 'gold', 'beer', 'mains') },
    out: { wine: dined(10, 'gold', 'mains', 'wine'), capitals: dined(10, 'gold', 'WINE') },
  },
  {
    line: 128,
    quote: 'VIP Upsell',
    rule: all(worth1000, goldOrBetter, neverWine),
    in: { all: dined(1000.01, 'platinum', 'mains') },
    out: {
      little: dined(1000, 'gold', 'mains'),
      silver: dined(2000, 'silver', 'mains'),
      wine: dined(2000, 'gold', 'mains', 'wine'),
    },
  },
];

const firstWithin7 = is('first_order_at', 'within_last', { days: 7 });
const anyAbove50 = some('orders', is('total_base', 'greater_than', 50), keptOrder);

export const nurture: readonly RuleRow[] = [
  {
    line: 141,
    quote: 'Within 7 days',
    rule: firstWithin7,
    in: { first: guest([bought(10, 6)]) },
    out: { before: guest([bought(10, 7)]), regular: guest([bought(10, 90), bought(10, 1)]), never: {} },
  },
  {
    line: 142,
    quote: 'Order value',
    rule: anyAbove50,
    in: { one: guest([bought(10, 2), bought(50.01, 1)]) },
    out: { exactly: guest([bought(50, 1)]), together: guest([bought(30, 1), bought(30, 2)]) },
  },
  {
    line: 138,
    quote: 'New Customer Nurture',
    rule: all(firstWithin7, anyAbove50, agreed),
    in: { all: guest([bought(60, 6)], yes) },
    out: {
      regular: guest([bought(60, 6), bought(10, 7)], yes),
      little: guest([bought(50, 6)], yes),
      'never asked': guest([bought(60, 6)]),
    },
  },
];
