/** A hundred rules as marketers have them, of every kind but ranks: attributes, counts, sums, windows, silence, never, nested, each other. */

type Rule = Readonly<Record<string, unknown>>;

const all = (...rules: Rule[]): Rule => ({ match: 'all', rules });
const test = (field: string, operator: string, value?: unknown): Rule => ({
  field,
  operator,
  ...(value !== undefined && { value }),
});
const days = (count: number) => ({ days: count });
const paid = test('status', 'in_list', ['paid', 'fulfilled']);

const ordersWithin = (least: number, within: number): Rule => ({
  related: 'orders',
  measure: 'count',
  where: all(test('placed_at', 'within_last', days(within)), paid),
  operator: 'greater_than_or_equal',
  value: least,
});

const clicks = (least: number, within: number): Rule => ({
  related: 'activities',
  measure: 'count',
  where: all(test('kind', 'equals', 'email_click'), test('occurred_at', 'within_last', days(within))),
  operator: 'greater_than_or_equal',
  value: least,
});

const never = (category: string): Rule => ({
  related: 'order_lines',
  measure: 'count',
  where: all(test('category', 'equals', category)),
  operator: 'equals',
  value: 0,
});

const lunches = (share: number): Rule =>
  all(
    {
      related: 'orders',
      measure: 'share',
      where: all(paid),
      satisfying: all(test('placed_at', 'hour_between', [11, 14])),
      operator: 'greater_than',
      value: share,
    },
    test('order_count', 'greater_than_or_equal', 3),
  );

const winBack = (least: number): Rule =>
  all(
    test('last_order_at', 'ago_between', [days(30), days(60)]),
    {
      related: 'orders',
      measure: 'count',
      where: all(test('placed_at', 'ago_between', [days(30), days(120)]), paid),
      operator: 'greater_than_or_equal',
      value: least,
    },
    test('total_spend', 'greater_than', 200),
    test('email', 'is_not_empty'),
  );

const nurture = (spent: number): Rule =>
  all(
    test('first_order_at', 'within_last', days(7)),
    { related: 'orders', measure: 'maximum', of: 'total_base', operator: 'greater_than', value: spent },
    test('country', 'in_list', ['DE', 'AT', 'CH']),
    test('vip', 'not_equals', true),
  );

const near = ([latitude, longitude]: readonly [number, number]): Rule =>
  test('position', 'within_radius', { latitude, longitude, kilometres: 50 });

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const cities = [
  [52.52, 13.405],
  [48.137, 11.575],
  [47.376, 8.541],
  [48.208, 16.373],
] as const;

/** A hundred with the eight that are built on some of them. */
export const mixedRules: readonly Rule[] = [
  ...['US', 'DE', 'AT', 'CH', 'FR', 'GB', 'NL', 'IT'].map((code) => test('country', 'equals', code)),
  ...['newsletter', 'regular', 'vip', 'wine', 'event', 'student'].map((tag) =>
    test('tags', 'has_any', [tag]),
  ),
  ...cities.map(near),
  ...months.map((month) => test('birthday', 'anniversary_in_month', month)),
  ...[7, 30].map((count) => test('birthday', 'anniversary_within_next', days(count))),
  ...[30, 60, 90].flatMap((within) => [1, 3, 5, 8].map((least) => ordersWithin(least, within))),
  ...[100, 500, 1000, 2000, 5000].map((value) => test('total_spend', 'greater_than', value)),
  ...[1, 3, 5, 10, 20, 50].map((value) => test('order_count', 'greater_than_or_equal', value)),
  ...[30, 60, 90, 180, 365].map((count) => test('last_order_at', 'ago_at_least', days(count))),
  ...[7, 30, 90].map((count) => test('first_order_at', 'within_last', days(count))),
  ...['wine', 'beer', 'dessert', 'coffee', 'salad', 'fish'].map(never),
  ...[0.3, 0.5, 0.7].map(lunches),
  ...[20, 50, 100].map((value) => test('average_order_value', 'greater_than', value)),
  ...[30, 90].flatMap((within) => [1, 3, 5].map((least) => clicks(least, within))),
  ...[30, 90].map((count) => test('last_activity_at', 'ago_at_least', days(count))),
  ...[3, 6].map(winBack),
  ...[20, 50].map(nurture),
  ...[2, 3, 4].map((least) => ({ match: 'any', rules: [ordersWithin(least, 30), clicks(5, 90)] })),
  test('vip', 'equals', true),
  test('email', 'is_not_empty'),
];

/** Those built on two others: in one, and not in the other. */
export const builtOn = (one: string, other: string): Rule =>
  all({ segment: one, operator: 'is_member' }, { segment: other, operator: 'is_not_member' });
