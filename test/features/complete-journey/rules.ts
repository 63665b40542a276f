/** The known segments of the Complete Journey as rules over the CRM, as its maps bring it in. */

const all = (...rules: unknown[]) => ({ match: 'all', rules });

const lines = (field: string, value: string, operator: string, count: number) => ({
  related: 'order_lines',
  measure: 'count',
  where: all({ field, operator: 'equals', value }),
  operator,
  value: count,
});

const someLines = (field: string, value: string) => lines(field, value, 'greater_than', 0);
const noLines = (field: string, value: string) => lines(field, value, 'equals', 0);

const mostlyAtNoon = {
  related: 'orders',
  measure: 'share',
  satisfying: all({ field: 'placed_at', operator: 'hour_between', value: [11, 14] }),
  operator: 'greater_than',
  value: 0.5,
};

/** 31 December 2017 is nearly over in New York. */
export const asOf = '2018-01-01T04:59:59Z';

/** The tenant's own zone, where a rule is not of another. */
export const zones: Readonly<Record<string, string>> = { D10: 'UTC' };

export const rules: Readonly<Record<string, unknown>> = {
  D01: { field: 'source', operator: 'is_empty' },
  D07: { field: 'last_order_at', operator: 'ago_at_least', value: { days: 60 } },
  D08: { field: 'total_spend', operator: 'in_top_percent', value: 10 },
  D09: mostlyAtNoon,
  D10: mostlyAtNoon,
  D11: all(someLines('department', 'PRODUCE'), noLines('department', 'MEAT')),
  D12: all({ field: 'order_count', operator: 'greater_than', value: 0 }, noLines('category', 'SOFT DRINKS')),
  D13: all(
    {
      field: 'custom.income',
      operator: 'in_list',
      value: ['100-124K', '125-149K', '150-174K', '175-199K', '200-249K', '250K+'],
    },
    { field: 'custom.kids_count', operator: 'is_not_empty' },
    { field: 'custom.kids_count', operator: 'not_equals', value: '0' },
  ),
  D14: all(
    { field: 'source', operator: 'equals', value: 'survey' },
    {
      field: 'tags',
      operator: 'has_none',
      value: ['marital_status: Married', 'marital_status: Unmarried'],
    },
  ),
  D15: {
    related: 'orders',
    measure: 'count',
    where: all({ field: 'placed_at', operator: 'within_last', value: { days: 30 } }),
    operator: 'greater_than_or_equal',
    value: 8,
  },
  D16: {
    related: 'orders',
    measure: 'distinct',
    of: 'location',
    operator: 'greater_than_or_equal',
    value: 3,
  },
  D17: {
    related: 'order_lines',
    measure: 'share',
    of: 'total',
    satisfying: all({ field: 'brand', operator: 'equals', value: 'Private' }),
    operator: 'greater_than',
    value: 0.5,
  },
  D18: {
    related: 'order_lines',
    measure: 'count',
    where: all({ field: 'discount', operator: 'greater_than', value: 0 }),
    operator: 'greater_than',
    value: 0,
  },
};
