/** The filters that ideal customers are described with, and the segments that are shown as examples of it. */

import type { Person } from '../planting.js';
import { all, any, is } from '../saying.js';
import type { RuleRow } from '../seed-document.js';

const line = 13;

export const filters: readonly RuleRow[] = [
  {
    line,
    quote: 'sources',
    rule: is('source', 'in_list', ['website', 'trade_fair', 'LinkedIn campaign']),
    in: { website: { source: 'website' }, ours: { source: 'LinkedIn campaign' } },
    out: { call: { source: 'cold_call' }, unknown: {} },
  },
  {
    line,
    quote: 'min_score',
    rule: is('score', 'greater_than_or_equal', 70),
    in: { exactly: { score: 70 }, more: { score: '70.5' } },
    out: { less: { score: '69.99' }, unknown: {} },
  },
  {
    line,
    quote: 'countries',
    rule: is('country', 'in_list', ['US', 'CA']),
    in: { us: { country: 'US' }, canada: { country: 'ca' } },
    out: { australia: { country: 'AU' }, unknown: {} },
  },
  {
    line,
    quote: 'roles',
    rule: is('role', 'in_list', ['Founder', 'CEO']),
    in: { founder: { role: 'Founder' }, ceo: { role: 'CEO' } },
    out: { 'co-founder': { role: 'Co-Founder' }, unknown: {} },
  },
  {
    line,
    quote: 'company_sizes',
    wish: 'as bands',
    rule: is('company.size_band', 'in_list', ['11-50', '51-200']),
    in: { small: { company: { size_band: '11-50' } }, medium: { company: { size_band: '51-200' } } },
    out: { tiny: { company: { size_band: '1-10' } }, unknown: { company: {} }, 'on her own': {} },
  },
  {
    line,
    quote: 'company_sizes',
    wish: 'as numbers',
    rule: is('company.employees', 'between', [11, 200]),
    in: { first: { company: { employees: 11 } }, last: { company: { employees: 200 } } },
    out: { less: { company: { employees: 10 } }, more: { company: { employees: 201 } }, 'on her own': {} },
  },
  {
    line,
    quote: 'industries',
    rule: is('company.industry', 'in_list', ['SaaS', 'Fintech']),
    in: { saas: { company: { industry: 'SaaS' } }, fintech: { company: { industry: 'FinTech' } } },
    out: { hotels: { company: { industry: 'Hotels' } }, 'on her own': {} },
  },
  {
    line,
    quote: 'has_email',
    wish: 'yes',
    rule: is('has_email', 'equals', true),
    in: { has: { email: 'a@example.com' } },
    out: { blank: { email: ' ' }, none: {} },
  },
  {
    line,
    quote: 'has_email',
    wish: 'no',
    rule: is('has_email', 'equals', false),
    in: { blank: { email: ' ' }, none: {} },
    out: { has: { email: 'a@example.com' } },
  },
  {
    line,
    quote: 'tags',
    rule: is('tags', 'has_any', ['webinar', 'beta']),
    in: { one: { tags: ['webinar'] }, both: { tags: ['beta', 'webinar', 'old'] } },
    out: { other: { tags: ['old'] }, none: {} },
  },
];

const ideal: Person = {
  source: 'website',
  score: 70,
  country: 'US',
  role: 'Founder',
  email: 'founder@example.com',
  tags: ['beta'],
  company: { industry: 'SaaS', size_band: '11-50' },
};

export const examples: readonly RuleRow[] = [
  {
    line: 12,
    quote: 'apply_segment_filter',
    wish: 'all filters together',
    rule: all(
      ...filters.filter(({ wish }) => wish !== 'no' && wish !== 'as numbers').map(({ rule }) => rule),
    ),
    in: { ideal },
    out: {
      'found elsewhere': { ...ideal, source: 'cold_call' },
      'low score': { ...ideal, score: 69 },
      abroad: { ...ideal, country: 'DE' },
      assistant: { ...ideal, role: 'Assistant' },
      'too small': { ...ideal, company: { industry: 'SaaS', size_band: '1-10' } },
      'in hotels': { ...ideal, company: { industry: 'Hotels', size_band: '11-50' } },
      'without an address': { ...ideal, email: null },
      untagged: { ...ideal, tags: [] },
    },
  },
  {
    line: 130,
    quote: 'US SaaS Founders',
    rule: all(
      is('country', 'equals', 'US'),
      is('company.industry', 'equals', 'SaaS'),
      is('role', 'contains', 'founder'),
    ),
    in: { founder: ideal, 'co-founder': { ...ideal, role: 'CTO & Co-Founder' } },
    out: {
      abroad: { ...ideal, country: 'CA' },
      elsewhere: { ...ideal, company: { industry: 'Retail' } },
      employee: { ...ideal, role: 'Engineer' },
    },
  },
  {
    line: 141,
    quote: 'EU CMOs',
    rule: all(
      is('country', 'in_list', ['AT', 'BE', 'DE', 'ES', 'FR', 'IT', 'NL', 'PL', 'SE']),
      any(is('role', 'equals', 'CMO'), is('role', 'contains', 'chief marketing officer')),
    ),
    in: {
      cmo: { country: 'DE', role: 'CMO' },
      spelt: { country: 'FR', role: 'Interim Chief Marketing Officer' },
    },
    out: {
      british: { country: 'GB', role: 'CMO' },
      ceo: { country: 'DE', role: 'CEO' },
      unknown: { role: 'CMO' },
    },
  },
];
