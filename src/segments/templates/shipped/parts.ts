/** What the rules and parameters of several templates have in common. */

import { parameter, type TemplateGroup, type TemplateParameter, type TemplateRule } from '../template.js';

export const all = (...rules: readonly TemplateRule[]): TemplateGroup => ({ match: 'all', rules });
export const any = (...rules: readonly TemplateRule[]): TemplateGroup => ({ match: 'any', rules });
export const none = (...rules: readonly TemplateRule[]): TemplateGroup => ({ match: 'none', rules });

export const is = (field: string, operator: string, value?: unknown): TemplateRule => ({
  field,
  operator,
  ...(value !== undefined && { value }),
});

/** Only orders that were kept count. */
const kept = ['paid', 'fulfilled'];
export const keptOrder = is('status', 'in_list', kept);
export const lineOfKeptOrder = is('order.status', 'in_list', kept);

export const days = (name: string) => ({ days: parameter(name) });
export const optedIn = is('email_opt_in', 'equals', true);

export const atLeast = (
  related: string,
  value: unknown,
  ...where: readonly TemplateRule[]
): TemplateRule => ({
  related,
  measure: 'count',
  where: all(...where),
  operator: 'greater_than_or_equal',
  value,
});

export const noneOf = (related: string, ...where: readonly TemplateRule[]): TemplateRule => ({
  ...atLeast(related, 0, ...where),
  operator: 'equals',
});

const whole = (value: number, en: string, de: string, maximum = 100_000): TemplateParameter => ({
  type: 'integer',
  default: value,
  minimum: 1,
  maximum,
  label: { en, de },
});
export const daysParameter = (value: number, en = 'Days', de = 'Tage'): TemplateParameter =>
  whole(value, en, de, 3650);
export const monthsParameter = (value: number, en = 'Months', de = 'Monate'): TemplateParameter =>
  whole(value, en, de, 120);
export const countParameter = (value: number, en: string, de: string): TemplateParameter =>
  whole(value, en, de);

export const amountParameter = (value: number, en: string, de: string): TemplateParameter => ({
  type: 'number',
  default: value,
  minimum: 0,
  maximum: 1_000_000_000,
  label: { en, de },
});

export const percentParameter = (value: number): TemplateParameter => ({
  type: 'number',
  default: value,
  minimum: 0.01,
  maximum: 100,
  label: { en: 'Percent', de: 'Prozent' },
});

export const shareParameter: TemplateParameter = {
  type: 'number',
  default: 0.5,
  minimum: 0,
  maximum: 1,
  label: { en: 'More than this share (0 to 1)', de: 'Mehr als dieser Anteil (0 bis 1)' },
};

export const textsParameter = (value: readonly string[], en: string, de: string): TemplateParameter => ({
  type: 'texts',
  default: value,
  label: { en, de },
});
