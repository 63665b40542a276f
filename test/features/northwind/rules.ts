/** Northwind's known segments as rules over its catalogue. */

const all = (...rules: unknown[]) => ({ match: 'all', rules });

const count = (related: string, operator: string, value: number, ...where: unknown[]) => ({
  related,
  measure: 'count',
  ...(where.length > 0 && { where: all(...where) }),
  operator,
  value,
});

const inCategory = (value: string) => ({
  field: 'product.category.category_name',
  operator: 'equals',
  value,
});

export const asOf = '1998-05-06T12:00:00Z';

export const rules: Readonly<Record<string, unknown>> = {
  N01: count('orders', 'equals', 0),
  N02: count('orders', 'greater_than_or_equal', 8, {
    field: 'order_date',
    operator: 'within_last',
    value: { days: 90 },
  }),
  N03: count('order_details', 'equals', 0, { field: 'product_id', operator: 'equals', value: 1 }),
  N04: all(
    count('order_details', 'greater_than', 0, inCategory('Beverages')),
    count('order_details', 'equals', 0, inCategory('Seafood')),
  ),
  // A tenth of all 91, and not of the 89 who have bought something: ten.
  N05: { field: 'revenue', operator: 'in_top', value: 10 },
  N06: { field: 'last_order_date', operator: 'ago_at_least', value: { days: 60 } },
  N07: count('orders', 'greater_than', 0, { field: 'shipped_date', operator: 'is_empty' }),
  N08: { field: 'region', operator: 'is_empty' },
};
