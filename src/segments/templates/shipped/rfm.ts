/**
 * Recency, frequency and money in thirds: five segments of everybody who has ordered, each of whom is in one, the first
 * that they qualify for.
 */

import { parameter, type SegmentTemplate, type TemplateRule } from '../template.js';
import { all, any, is, none, percentParameter } from './parts.js';

const third = parameter('percent');
const recent = is('last_order_at', 'in_top_percent', third);
const longAgo = is('last_order_at', 'in_bottom_percent', third);
const often = is('order_count', 'in_top_percent', third);
const much = is('total_spend', 'in_top_percent', third);
const ordered = is('last_order_at', 'is_not_empty');

type Qualified = Omit<SegmentTemplate, 'subject' | 'parameters'>;

const byPriority: readonly Qualified[] = [
  {
    id: 'champions',
    name: { en: 'Champions', de: 'Spitzenkunden' },
    purpose: { en: 'Lately, often and much.', de: 'Kürzlich, oft und viel.' },
    icon: 'Award',
    rule: all(recent, often, much),
  },
  {
    id: 'loyal',
    name: { en: 'Loyal', de: 'Treue Kunden' },
    purpose: { en: 'Often, and not long ago.', de: 'Oft, und nicht lange her.' },
    icon: 'ThumbsUp',
    rule: all(often, none(longAgo)),
  },
  {
    id: 'promising',
    name: { en: 'Promising', de: 'Vielversprechende Kunden' },
    purpose: { en: 'Lately, though not often yet.', de: 'Kürzlich, wenn auch noch nicht oft.' },
    icon: 'Sunrise',
    rule: all(recent),
  },
  {
    id: 'needing_attention',
    name: { en: 'Needing attention', de: 'Kunden, um die man sich kümmern sollte' },
    purpose: {
      en: 'Between the others, or valuable and long not seen.',
      de: 'Zwischen den anderen, oder wertvoll und lange nicht gesehen.',
    },
    icon: 'AlertCircle',
    rule: all(ordered, any(none(longAgo), often, much)),
  },
  {
    id: 'hibernating',
    name: { en: 'Hibernating', de: 'Schlafende Kunden' },
    purpose: { en: 'Long ago, seldom and little.', de: 'Lange her, selten und wenig.' },
    icon: 'Moon',
    rule: all(ordered),
  },
];

export const rfm: readonly SegmentTemplate[] = byPriority.map((template, index) => ({
  ...template,
  subject: 'contact',
  parameters: { percent: percentParameter(33.333333) },
  rule: only(template.rule, byPriority.slice(0, index)),
}));

function only(rule: TemplateRule, before: readonly Qualified[]): TemplateRule {
  return before.length === 0 ? rule : all(rule, none(...before.map((template) => template.rule)));
}
