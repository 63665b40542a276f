/** Criteria of leads who look for a vehicle: what they look for and what they can pay. */

import type { Person } from '../planting.js';
import { all, is, some } from '../saying.js';
import type { RuleRow } from '../seed-document.js';

const wants = (...vehicle_interests: Person[]): Person => ({ vehicle_interests });
const pays = (...budgets: Person[]): Person => ({ budgets });

export const interests: readonly RuleRow[] = [
  {
    line: 9,
    quote: 'vehicle interests (make, model, year, type)',
    wish: 'make',
    rule: some('vehicle_interests', is('make', 'equals', 'Volvo')),
    in: { volvo: wants({ make: 'Volvo' }), capitals: wants({ make: 'VOLVO' }, { make: 'Fiat' }) },
    out: { trucks: wants({ make: 'Volvo Trucks' }), unknown: wants({ model: 'Volvo' }), nothing: {} },
  },
  {
    line: 9,
    quote: 'vehicle interests (make, model, year, type)',
    wish: 'model',
    rule: some('vehicle_interests', is('model', 'starts_with', 'XC')),
    in: { xc40: wants({ model: 'XC40' }), xc: wants({ model: 'xc' }) },
    out: { ex: wants({ model: 'EXC40' }), x: wants({ model: 'X' }) },
  },
  {
    line: 9,
    quote: 'vehicle interests (make, model, year, type)',
    wish: 'year',
    rule: some('vehicle_interests', is('year', 'between', [2020, 2022])),
    in: { first: wants({ year: 2020 }), last: wants({ year: 2022 }) },
    out: {
      before: wants({ year: 2019 }),
      after: wants({ year: 2023 }),
      around: wants({ year: 2019 }, { year: 2023 }),
    },
  },
  {
    line: 9,
    quote: 'vehicle interests (make, model, year, type)',
    wish: 'type',
    rule: some('vehicle_interests', is('body_type', 'in_list', ['SUV', 'estate'])),
    in: { suv: wants({ body_type: 'SUV' }), estate: wants({ body_type: 'estate' }) },
    out: { coupe: wants({ body_type: 'coupe' }), nothing: wants({ make: 'Volvo' }) },
  },
  {
    line: 10,
    quote: 'interest level',
    rule: some('vehicle_interests', is('level', 'equals', 'high')),
    in: { high: wants({ level: 'low' }, { level: 'high' }) },
    out: { medium: wants({ level: 'medium' }), unknown: wants({ make: 'Volvo' }) },
  },
  {
    line: 10,
    quote: 'other interest-related attributes',
    rule: some('vehicle_interests', is('new_or_used', 'equals', 'used')),
    in: { used: wants({ new_or_used: 'used' }) },
    out: { new: wants({ new_or_used: 'new' }), either: wants({ make: 'Volvo' }) },
  },
  {
    line: 63,
    quote: 'Interest-based criteria',
    wish: 'all of them of one interest',
    rule: some(
      'vehicle_interests',
      is('make', 'equals', 'Volvo'),
      is('model', 'equals', 'XC60'),
      is('year', 'greater_than_or_equal', 2022),
      is('body_type', 'equals', 'SUV'),
    ),
    in: { one: wants({ make: 'Volvo', model: 'XC60', year: 2022, body_type: 'SUV' }) },
    out: {
      'of two': wants(
        { make: 'Volvo', model: 'XC60', year: 2021, body_type: 'SUV' },
        { make: 'Fiat', year: 2023 },
      ),
      older: wants({ make: 'Volvo', model: 'XC60', year: 2021, body_type: 'SUV' }),
    },
  },
];

export const budgets: readonly RuleRow[] = [
  {
    line: 13,
    quote: 'budget range (min/max amount)',
    wish: 'from and to',
    rule: some(
      'budgets',
      is('minimum', 'greater_than_or_equal', 20_000),
      is('maximum', 'less_than_or_equal', 40_000),
    ),
    in: {
      exactly: pays({ minimum: 20_000, maximum: 40_000 }),
      within: pays({ minimum: 25_000, maximum: 30_000 }),
    },
    out: {
      less: pays({ minimum: '19999.99', maximum: 40_000 }),
      more: pays({ minimum: 20_000, maximum: '40000.01' }),
      open: pays({ minimum: 20_000 }),
    },
  },
  {
    line: 13,
    quote: 'budget range (min/max amount)',
    wish: 'a price that lies in it',
    rule: some(
      'budgets',
      is('minimum', 'less_than_or_equal', 30_000),
      is('maximum', 'greater_than_or_equal', 30_000),
    ),
    in: {
      up_to: pays({ minimum: 10_000, maximum: 30_000 }),
      from: pays({ minimum: 30_000, maximum: 50_000 }),
    },
    out: {
      less: pays({ minimum: 10_000, maximum: '29999.99' }),
      more: pays({ minimum: '30000.01', maximum: 50_000 }),
    },
  },
  {
    line: 14,
    quote: 'down payment',
    rule: some('budgets', is('down_payment', 'greater_than_or_equal', 5_000)),
    in: { exactly: pays({ down_payment: 5_000 }) },
    out: { less: pays({ down_payment: '4999.99' }), none: pays({ minimum: 5_000 }) },
  },
  {
    line: 14,
    quote: 'monthly payment',
    rule: some('budgets', is('monthly_payment', 'less_than_or_equal', 400)),
    in: { exactly: pays({ monthly_payment: 400 }) },
    out: { more: pays({ monthly_payment: '400.01' }), unknown: pays({ minimum: 400 }) },
  },
  ...['cash', 'loan', 'lease'].map(
    (financing): RuleRow => ({
      line: 15,
      quote: 'financing options',
      wish: financing,
      rule: some('budgets', is('financing', 'equals', financing)),
      in: { so: pays({ financing }) },
      out: {
        otherwise: pays({ financing: financing === 'cash' ? 'loan' : 'cash' }),
        open: pays({ minimum: 1 }),
      },
    }),
  ),
  {
    line: 15,
    quote: 'Group leads by financing',
    rule: is('source', 'equals', 'website'),
    in: {
      lease: {
        source: 'website',
        ...pays({ financing: 'lease' }, { financing: 'lease' }, { financing: 'cash' }),
      },
      either: { source: 'website', ...pays({ financing: 'lease' }, { financing: 'loan' }) },
      open: { source: 'website' },
    },
    out: { elsewhere: pays({ financing: 'cash' }) },
    grouped: { by: 'financing', groups: { lease: 2, loan: 1 } },
  },
  {
    line: 64,
    quote: 'Budget-based criteria (price range, payment preferences)',
    rule: all(
      some('vehicle_interests', is('body_type', 'equals', 'SUV'), is('level', 'equals', 'high')),
      some(
        'budgets',
        is('maximum', 'greater_than_or_equal', 40_000),
        is('financing', 'in_list', ['lease', 'loan']),
      ),
    ),
    in: {
      ready: {
        ...wants({ body_type: 'SUV', level: 'high' }),
        ...pays({ maximum: 40_000, financing: 'lease' }),
      },
    },
    out: {
      cash: {
        ...wants({ body_type: 'SUV', level: 'high' }),
        ...pays({ maximum: 40_000, financing: 'cash' }),
      },
      less: {
        ...wants({ body_type: 'SUV', level: 'high' }),
        ...pays({ maximum: 39_999, financing: 'loan' }),
      },
      cool: {
        ...wants({ body_type: 'SUV', level: 'medium' }),
        ...pays({ maximum: 40_000, financing: 'loan' }),
      },
    },
  },
];
