/** Rules as rows of a list: a field, an operator, a value, and how each joins the one before it. */

import type { RuleRow } from '../seed-document.js';

const rows = (...rules: unknown[]) => ({ rules });
const row = (field: string, operator: string, value: unknown, logical_operator?: 'AND' | 'OR') => ({
  field,
  operator,
  value,
  ...(logical_operator && { logical_operator }),
});

const inBerlin = row('contact.city', 'equals', 'Berlin');
const isVip = row('vip', 'equals', true);
const isGold = row('loyalty_tier', 'in', ['gold', 'platinum']);

const operators = { line: 44, quote: 'equals, contains, greater_than, in, etc.' };

const customer = ['A', 'B'].map((category) => ({ company: { custom: { category } } }));

export const flat: readonly RuleRow[] = [
  {
    line: 43,
    quote: 'customer.category',
    wish: 'of the company somebody works for',
    custom: {
      category: { subject: 'company', type: 'selection', options: [{ value: 'A' }, { value: 'B' }] },
    },
    rule: row('company.custom.category', 'equals', 'A'),
    in: { a: { ...customer[0] } },
    out: { b: { ...customer[1] }, none: { company: {} }, 'on her own': {} },
  },
  {
    line: 43,
    quote: 'contact.email_domain',
    rule: row('contact.email_domain', 'equals', 'example.com'),
    in: { there: { email: 'a@example.com' }, capital: { email: 'a@EXAMPLE.com' } },
    out: { below: { email: 'a@mail.example.com' }, name: { email: 'example.com@mail.com' }, none: {} },
  },
  {
    ...operators,
    wish: 'equals',
    rule: rows(row('contact.city', 'equals', 'Berlin', 'AND')),
    in: { berlin: { city: 'berlin' } },
    out: { bonn: { city: 'Bonn' }, unknown: {} },
  },
  {
    ...operators,
    wish: 'contains',
    rule: rows(row('contact.role', 'contains', 'leit', 'AND')),
    in: { head: { role: 'Vertriebsleitung' } },
    out: { buyer: { role: 'Einkauf' }, unknown: {} },
  },
  {
    ...operators,
    wish: 'greater_than',
    rule: rows(row('contact.total_spend', 'greater_than', 100, 'AND')),
    in: { more: { orders: [{ placed_at: '2024-05-01T10:00:00Z', status: 'paid', total_base: '100.01' }] } },
    out: {
      exactly: { orders: [{ placed_at: '2024-05-01T10:00:00Z', status: 'paid', total_base: 100 }] },
      none: {},
    },
  },
  {
    ...operators,
    wish: 'in',
    rule: rows(row('contact.status', 'in', ['customer', 'churned'], 'AND')),
    in: { customer: { status: 'customer' }, churned: { status: 'churned' } },
    out: { lead: { status: 'lead' } },
  },
  {
    ...operators,
    wish: 'not_in',
    rule: rows(row('contact.status', 'not_in', ['customer', 'churned'], 'AND')),
    in: { lead: { status: 'lead' } },
    out: { customer: { status: 'customer' } },
  },
  {
    line: 45,
    quote: 'kann Array sein',
    rule: row('contact.tags', 'has_all', ['Messe', 'Newsletter']),
    in: { both: { tags: ['Newsletter', 'Messe', 'alt'] } },
    out: { one: { tags: ['Messe'] }, none: {} },
  },
  {
    line: 46,
    quote: 'AND, OR',
    wish: 'and',
    rule: rows(inBerlin, { ...isVip, logical_operator: 'AND' }),
    in: { both: { city: 'Berlin', vip: true } },
    out: { one: { city: 'Berlin' }, other: { vip: true } },
  },
  {
    line: 46,
    quote: 'AND, OR',
    wish: 'or',
    rule: rows(inBerlin, { ...isVip, logical_operator: 'OR' }),
    in: { both: { city: 'Berlin', vip: true }, one: { city: 'Berlin' }, other: { vip: true } },
    out: { neither: { city: 'Bonn' } },
  },
  ...[
    rows(isGold, { ...inBerlin, logical_operator: 'OR' }, { ...isVip, logical_operator: 'AND' }),
    rows(inBerlin, { ...isVip, logical_operator: 'AND' }, { ...isGold, logical_operator: 'OR' }),
  ].map(
    (rule, index): RuleRow => ({
      line: 47,
      quote: 'Reihenfolge der Regeln',
      wish: `“and” binds tighter, ${['first', 'last'][index]} as well`,
      rule,
      in: { gold: { loyalty_tier: 'gold', city: 'Bonn' }, vip: { city: 'Berlin', vip: true } },
      out: {
        berlin: { city: 'Berlin' },
        'vip elsewhere': { vip: true, city: 'Bonn' },
        silver: { loyalty_tier: 'silver' },
      },
    }),
  ),
];
