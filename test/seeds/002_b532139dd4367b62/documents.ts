/** Documents of filters: of contacts and of companies, of all and of any, and the segment that is given as an example. */

import { bought } from '../planting.js';
import type { RuleRow } from '../seed-document.js';

const rule = (entity: string, match_type: string, ...rules: object[]) => ({ entity, match_type, rules });

const hotels = { field: 'industry', operator: 'equals', value: 'Hotels' };
const inThailand = { field: 'country', operator: 'contains', value: 'Thailand' };
const underContract = { field: 'contract_status', operator: 'equals', value: 'active' };

export const documents: readonly RuleRow[] = [
  {
    line: 14,
    quote: 'JSON-based filter criteria',
    rule: rule('contact', 'all', inThailand),
    in: { there: { country: 'Thailand' } },
    out: { elsewhere: { country: 'Laos' }, unknown: {} },
  },
  {
    line: 38,
    quote: 'company|contact',
    wish: 'companies',
    subject: 'company',
    rule: rule('company', 'all', hotels),
    in: { hotel: { industry: 'Hotels' } },
    out: { spa: { industry: 'Spas', contacts: [{ country: 'Thailand' }] }, unknown: {} },
  },
  {
    line: 38,
    quote: 'company|contact',
    wish: 'contacts, by their company',
    rule: rule('contact', 'all', { ...hotels, field: 'company.industry' }),
    in: { there: { company: { industry: 'Hotels' } } },
    out: { elsewhere: { company: { industry: 'Spas' } }, 'on her own': {} },
  },
  {
    line: 39,
    quote: 'all|any',
    wish: 'all',
    subject: 'company',
    rule: rule('company', 'all', hotels, inThailand),
    in: { both: { industry: 'Hotels', country: 'Thailand' } },
    out: { one: { industry: 'Hotels', country: 'Laos' }, other: { industry: 'Spas', country: 'Thailand' } },
  },
  {
    line: 39,
    quote: 'all|any',
    wish: 'any',
    subject: 'company',
    rule: rule('company', 'any', hotels, inThailand),
    in: {
      one: { industry: 'Hotels' },
      other: { country: 'Thailand' },
      both: { industry: 'hotels', country: 'thailand' },
    },
    out: { neither: { industry: 'Spas', country: 'Laos' }, unknown: {} },
  },
  {
    line: 143,
    quote: 'prevent duplicate contacts',
    rule: rule(
      'contact',
      'any',
      { related: 'orders', measure: 'count', operator: 'greater_than', value: 0 },
      inThailand,
    ),
    in: { 'twice a reason': { country: 'Thailand', orders: [bought(10, 1), bought(10, 2)] } },
    out: { none: {} },
  },
];

export const example: readonly RuleRow[] = [
  {
    line: 150,
    quote: 'High-Value Hotels in Thailand',
    wish: 'as its document says',
    subject: 'company',
    rule: rule('company', 'all', hotels, inThailand),
    in: {
      exactly: { industry: 'Hotels', country: 'Thailand' },
      loosely: { industry: 'hotels', country: 'Kingdom of Thailand' },
    },
    out: {
      spa: { industry: 'Hotels & Spas', country: 'Thailand' },
      laos: { industry: 'Hotels', country: 'Laos' },
    },
  },
  {
    line: 150,
    quote: 'High-Value',
    wish: 'also as its name says',
    subject: 'company',
    rule: rule('company', 'all', hotels, inThailand, {
      field: 'total_spend',
      operator: 'greater_than',
      value: 1_000,
    }),
    in: {
      'all of us': {
        industry: 'Hotels',
        country: 'Thailand',
        contacts: [{ orders: [bought(600, 9)] }, { orders: [bought(401, 8)] }],
      },
    },
    out: { less: { industry: 'Hotels', country: 'Thailand', contacts: [{ orders: [bought(1_000, 9)] }] } },
  },
  {
    line: 151,
    quote: 'active contracts',
    subject: 'company',
    rule: rule('company', 'all', hotels, inThailand, underContract),
    in: { active: { industry: 'Hotels', country: 'Thailand', contract_status: 'active' } },
    out: {
      expired: { industry: 'Hotels', country: 'Thailand', contract_status: 'expired' },
      unknown: { industry: 'Hotels', country: 'Thailand' },
    },
  },
];
