/** Guests who differ in what they ordered for how much, for the measures of numbers. */

export const withTotals = {
  'no orders': {},
  'one of 10': { orders: [{ total: '10' }] },
  'two of 5': { orders: [{ total: '5' }, { total: '5.00' }] },
  'one without a total': { orders: [{}] },
  '10 and not a number': { orders: [{ total: '10' }, { total: 'NaN' }] },
  'minus 10 and 10': { orders: [{ total: '-10' }, { total: '10' }] },
  'one right now': { orders: [{ total: '10', placed_at: '2024-06-12T10:00:00Z' }] },
  'one a microsecond from now': { orders: [{ total: '10', placed_at: '2024-06-12T10:00:00.000001Z' }] },
  'one without a time': { orders: [{ total: '10', placed_at: null }] },
};
/** Without an order that is there, without a total that counts, and with ten in all by one order. */
export const none = ['no orders', 'one a microsecond from now', 'one without a time'] as const;
export const noTotal = [...none, 'one without a total'] as const;
export const ten = ['one of 10', '10 and not a number', 'one right now'] as const;
