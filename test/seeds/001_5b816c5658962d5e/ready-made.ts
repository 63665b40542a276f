/** The segments that come ready made: those by a rule alone, and those by what others have just become. */

import { at, bought, type Person, times } from '../planting.js';
import { all, any, count, is, keptOrder, mostly, none } from '../saying.js';
import type { RuleRow } from '../seed-document.js';

const orders = (...planted: ReturnType<typeof bought>[]): Person => ({ orders: planted });

const boughtAt = (...instants: string[]): Person =>
  orders(...instants.map((placed_at) => bought(10, 0, { placed_at })));

const vip = is('total_spend', 'in_top_percent', 10);
const atRisk = all(
  is('last_order_at', 'ago_at_least', { days: 60 }),
  none(is('last_order_at', 'ago_at_least', { months: 6 })),
);

/** Ten guests of whom the n-th spent 10 · n. */
const spenders = (from: number, to: number): Record<string, Person> =>
  Object.fromEntries(
    times(to - from + 1, (n) => [`spent ${10 * (from + n)}`, orders(bought(10 * (from + n), 40))]),
  );

export const automatic: readonly RuleRow[] = [
  {
    line: 50,
    quote: 'Top 10% by spend',
    rule: vip,
    in: { 'spent 100': orders(bought(60, 1), bought(40, 900)) },
    out: { ...spenders(1, 9), never: {}, cancelled: orders(bought(999, 1, { status: 'cancelled' })) },
  },
  {
    line: 51,
    quote: '8+ visits/month',
    rule: count(
      'orders',
      [is('placed_at', 'within_last', { days: 30 }), keptOrder],
      'greater_than_or_equal',
      8,
    ),
    in: { eight: orders(...times(8, (n) => bought(10, 22 + n))) },
    out: { seven: orders(...times(7, (n) => bought(10, n)), bought(10, 30)) },
  },
  {
    line: 52,
    quote: 'First visit < 30 days',
    rule: is('first_order_at', 'within_last', { days: 30 }),
    in: { today: orders(bought(10, 0)), last: boughtAt(at(-29, '00:00')) },
    out: { before: boughtAt(at(-30, '23:59')), regular: orders(bought(10, 900), bought(10, 1)), never: {} },
  },
  {
    line: 53,
    quote: 'No visit in 60+ days',
    rule: atRisk,
    in: { 'since 60 days': boughtAt(at(-60, '23:59')), 'nearly lapsed': boughtAt('2023-11-16T12:00:00Z') },
    out: { 'since 59 days': boughtAt(at(-59, '00:00')), lapsed: boughtAt('2023-11-15T12:00:00Z'), never: {} },
  },
  {
    line: 54,
    quote: 'No visit in 6+ months',
    rule: is('last_order_at', 'ago_at_least', { months: 6 }),
    in: { lapsed: boughtAt('2023-11-15T22:59:59Z') },
    out: { 'a day later': boughtAt('2023-11-15T23:00:00Z'), never: {} },
  },
  {
    line: 55,
    quote: 'AOV > $100',
    rule: is('average_order_value', 'greater_than', 100),
    in: { more: orders(bought(150, 1), bought(50.01, 2)) },
    out: { exactly: orders(bought(150, 1), bought(50, 2)), never: {} },
  },
  {
    line: 56,
    quote: 'Upcoming birthdays',
    wish: 'all of this month',
    rule: is('birthday', 'anniversary_in_month', 'this_month'),
    in: { first: { birthday: '1990-05-01' }, last: { birthday: '1990-05-31' } },
    out: { april: { birthday: '1990-04-30' }, june: { birthday: '1990-06-01' }, unknown: {} },
  },
  {
    line: 56,
    quote: 'Birthday This Month',
    wish: 'those still to come',
    rule: all(
      is('birthday', 'anniversary_in_month', 'this_month'),
      is('birthday', 'anniversary_within_next', { days: 31 }),
    ),
    in: { today: { birthday: '1990-05-15' }, last: { birthday: '1990-05-31' } },
    out: { yesterday: { birthday: '1990-05-14' }, june: { birthday: '1990-06-01' } },
  },
  {
    line: 57,
    quote: 'Marketing opt-in',
    rule: all(is('email_opt_in', 'equals', true), is('has_email', 'equals', true)),
    in: { yes: { email: 'yes@example.com', consents: { email: true } } },
    out: {
      no: { email: 'no@example.com', consents: { email: false } },
      'never asked': { email: 'unasked@example.com' },
      'without an address': { consents: { email: true } },
      'for texts only': { email: 'sms@example.com', phone: '+4930123456', consents: { sms: true } },
    },
  },
  {
    line: 58,
    quote: 'Active in program',
    rule: is('loyalty_status', 'equals', 'active'),
    in: { active: { loyalty_status: 'active' } },
    out: { paused: { loyalty_status: 'paused', loyalty_tier: 'gold' }, none: {} },
  },
  {
    line: 59,
    quote: 'Primarily 11am-2pm',
    rule: mostly(is('placed_at', 'hour_between', [11, 14])),
    in: { two_of_three: boughtAt(at(-3, '11:00'), at(-2, '13:59'), at(-1, '19:00')) },
    out: {
      half: boughtAt(at(-4, '11:00'), at(-3, '12:00'), at(-2, '14:00'), at(-1, '10:59')),
      twice: boughtAt(at(-2, '12:00'), at(-1, '12:00')),
      'by another clock': boughtAt(...times(3, (n) => `2024-05-0${n + 1}T12:30:00Z`)),
    },
  },
  {
    line: 60,
    quote: 'Primarily 5pm-9pm',
    rule: mostly(is('placed_at', 'hour_between', [17, 21])),
    in: { two_of_three: boughtAt(at(-3, '17:00'), at(-2, '20:59'), at(-1, '12:00')) },
    out: {
      late: boughtAt(at(-3, '21:00'), at(-2, '16:59'), at(-1, '18:00')),
      twice: boughtAt(at(-2, '18:00'), at(-1, '18:00')),
    },
  },
  {
    line: 61,
    quote: 'Orders salads/healthy items',
    rule: count(
      'order_lines',
      [
        is('category', 'in_list', ['salads', 'healthy']),
        is('order.placed_at', 'within_last', { days: 90 }),
        is('order.status', 'in_list', ['paid', 'fulfilled']),
      ],
      'greater_than_or_equal',
      3,
    ),
    in: {
      three: orders(
        bought(30, 89, { lines: [{ category: 'salads' }, { category: 'healthy' }, { category: 'salads' }] }),
      ),
    },
    out: {
      two: orders(
        bought(30, 1, { lines: [{ category: 'salads' }, { category: 'healthy' }, { category: 'pizza' }] }),
      ),
      before: orders(bought(30, 90, { lines: times(3, () => ({ category: 'salads' })) })),
      cancelled: orders(
        bought(30, 1, { status: 'cancelled', lines: times(3, () => ({ category: 'salads' })) }),
      ),
    },
  },
];

const joined = (segment: string) => ({ segment, operator: 'joined_within_last', value: { days: 7 } });

const below = (tier: string | undefined, points: number) =>
  all(
    tier === undefined ? is('loyalty_tier', 'is_empty') : is('loyalty_tier', 'equals', tier),
    is('loyalty_points', 'greater_than_or_equal', points),
  );

export const changing: readonly RuleRow[] = [
  {
    line: 65,
    quote: 'Recently became at-risk',
    builtOn: { at_risk: { rule: atRisk, calculated: [at(-20), at(-8), at(-6), at(0)] } },
    rule: joined('at_risk'),
    in: { 'six days ago': orders(bought(10, 66)), today: orders(bought(10, 60)) },
    out: {
      'eight days ago': orders(bought(10, 68)),
      'all along': orders(bought(10, 100)),
      'not yet': orders(bought(10, 59)),
    },
  },
  {
    line: 66,
    quote: 'Just reached VIP status',
    builtOn: { vip: { rule: vip, calculated: [at(-10), at(0)] } },
    rule: joined('vip'),
    in: { 'spent 200': orders(bought(50, 30), bought(150, 3)) },
    out: { ...spenders(1, 18), 'spent 190': orders(bought(190, 30)) },
  },
  {
    line: 67,
    quote: '45 days no visit',
    rule: is('last_order_at', 'ago_between', [{ days: 45 }, { days: 59 }]),
    in: { 'since 45 days': boughtAt(at(-45, '23:59')), 'since 59 days': boughtAt(at(-59, '00:00')) },
    out: { 'since 44 days': boughtAt(at(-44, '00:00')), 'at risk': boughtAt(at(-60, '23:59')), never: {} },
  },
  {
    line: 68,
    quote: 'Tier upgrade eligible',
    rule: any(below(undefined, 500), below('bronze', 1_000), below('silver', 2_500), below('gold', 5_000)),
    in: {
      'to bronze': { loyalty_points: 500 },
      'to silver': { loyalty_tier: 'bronze', loyalty_points: 1_000 },
      'to gold': { loyalty_tier: 'silver', loyalty_points: 2_500 },
      'to platinum': { loyalty_tier: 'gold', loyalty_points: 5_000 },
    },
    out: {
      'nearly bronze': { loyalty_points: 499 },
      'nearly gold': { loyalty_tier: 'silver', loyalty_points: 2_499 },
      platinum: { loyalty_tier: 'platinum', loyalty_points: 9_000 },
    },
  },
];
