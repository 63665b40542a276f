/** Short ways to write down rules. */

export const all = (...rules: unknown[]) => ({ match: 'all', rules });
export const any = (...rules: unknown[]) => ({ match: 'any', rules });
export const none = (...rules: unknown[]) => ({ match: 'none', rules });

/** A condition; some operators take no value. */
export const is = (field: string, operator: string, value?: unknown) => ({
  field,
  operator,
  ...(value !== undefined && { value }),
});

/** So many of the records that meet all the conditions. */
export const count = (related: string, where: readonly unknown[], operator: string, value: unknown) => ({
  related,
  measure: 'count',
  ...(where.length > 0 && { where: all(...where) }),
  operator,
  value,
});

/** At least one of the records meets all the conditions. */
export const some = (related: string, ...where: unknown[]) =>
  count(related, where, 'greater_than_or_equal', 1);

/** More than half of the kept orders, of at least three, meet the condition. */
export const mostly = (satisfying: unknown) =>
  all(
    {
      related: 'orders',
      measure: 'share',
      where: all(keptOrder),
      satisfying: all(satisfying),
      operator: 'greater_than',
      value: 0.5,
    },
    is('order_count', 'greater_than_or_equal', 3),
  );

export const keptOrder = is('status', 'in_list', ['paid', 'fulfilled']);
