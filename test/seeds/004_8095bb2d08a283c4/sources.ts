/** Rules over all that a CRM knows: the contact, the customer, activities, and what was bought. */

import { bought, did, type Person } from '../planting.js';
import { all, count, is, some } from '../saying.js';
import type { RuleRow } from '../seed-document.js';

const steady: Person = {
  language: 'de',
  postal_code: '10115',
  email_verified: true,
  birthday: '1990-05-15',
};

export const sources: readonly RuleRow[] = [
  {
    line: 149,
    quote: 'Contact-Felder abfragen',
    rule: all(
      is('language', 'equals', 'de'),
      is('postal_code', 'starts_with', '10'),
      is('email_verified', 'equals', true),
      is('age', 'greater_than_or_equal', 34),
    ),
    in: { all: steady },
    out: {
      english: { ...steady, language: 'en' },
      elsewhere: { ...steady, postal_code: '53111' },
      unverified: { ...steady, email_verified: false },
      younger: { ...steady, birthday: '1990-05-16' },
    },
  },
  {
    line: 150,
    quote: 'Customer-Felder abfragen',
    wish: 'of the company somebody works for',
    rule: all(
      is('company.annual_revenue', 'greater_than', 1_000_000),
      is('company.city', 'equals', 'Hamburg'),
    ),
    in: { there: { company: { annual_revenue: 1_000_001, city: 'Hamburg' } } },
    out: {
      small: { company: { annual_revenue: 1_000_000, city: 'Hamburg' } },
      elsewhere: { company: { annual_revenue: 2_000_000, city: 'Kiel' }, city: 'Hamburg' },
      'on her own': { city: 'Hamburg' },
    },
  },
  {
    line: 150,
    quote: 'Customer-Felder abfragen',
    wish: 'of companies themselves',
    subject: 'company',
    rule: all(
      is('annual_revenue', 'greater_than', 1_000_000),
      is('contact_count', 'greater_than_or_equal', 2),
    ),
    in: { both: { annual_revenue: 1_000_001, contacts: [{}, {}] } },
    out: {
      small: { annual_revenue: 1_000_000, contacts: [{}, {}] },
      one: { annual_revenue: 2_000_000, contacts: [{}] },
    },
  },
  {
    line: 151,
    quote: 'Activity-Daten abfragen',
    rule: count(
      'activities',
      [
        is('kind', 'equals', 'meeting'),
        is('occurred_at', 'within_last', { days: 90 }),
        is('channel', 'equals', 'in_person'),
      ],
      'greater_than_or_equal',
      2,
    ),
    in: {
      two: {
        activities: [
          did('meeting', 89, { channel: 'in_person' }),
          did('meeting', 1, { channel: 'in_person' }),
        ],
      },
    },
    out: {
      before: {
        activities: [
          did('meeting', 90, { channel: 'in_person' }),
          did('meeting', 1, { channel: 'in_person' }),
        ],
      },
      called: {
        activities: [did('meeting', 2, { channel: 'phone' }), did('meeting', 1, { channel: 'in_person' })],
      },
      never: {},
    },
  },
  {
    line: 151,
    quote: 'Activity-Daten abfragen',
    wish: 'with their details',
    rule: some(
      'activities',
      is('kind', 'equals', 'page_view'),
      is('properties.page', 'starts_with', '/preise'),
    ),
    in: { looked: { activities: [did('page_view', 1, { properties: { page: '/Preise/2024' } })] } },
    out: {
      elsewhere: { activities: [did('page_view', 1, { properties: { page: '/' } })] },
      clicked: { activities: [did('email_click', 1, { properties: { page: '/preise' } })] },
    },
  },
  {
    line: 152,
    quote: 'Purchase-History abfragen',
    wish: 'orders',
    rule: all(
      is('order_count', 'greater_than_or_equal', 2),
      is('last_order_at', 'within_last', { months: 12 }),
    ),
    in: { two: { orders: [bought(10, 900), bought(10, 365)] } },
    out: { one: { orders: [bought(10, 1)] }, 'long ago': { orders: [bought(10, 900), bought(10, 366)] } },
  },
  {
    line: 152,
    quote: 'Purchase-History abfragen',
    wish: 'what was in them',
    rule: some('order_lines', is('sku', 'equals', 'A-1'), is('quantity', 'greater_than_or_equal', 10)),
    in: { ten: { orders: [bought(10, 9, { lines: [{ sku: 'A-1', quantity: 10 }] })] } },
    out: {
      nine: {
        orders: [
          bought(10, 9, {
            lines: [
              { sku: 'A-1', quantity: 9 },
              { sku: 'B-2', quantity: 10 },
            ],
          }),
        ],
      },
      'small letters': { orders: [bought(10, 9, { lines: [{ sku: 'a-1', quantity: 10 }] })] },
      none: {},
    },
  },
];
