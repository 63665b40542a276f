/** Criteria of any lead: operators, how they are combined, and what a lead is known by. */

import { at } from '../planting.js';
import { all, any, is } from '../saying.js';
import type { RuleRow } from '../seed-document.js';

export const operators: readonly RuleRow[] = [
  {
    line: 24,
    quote: 'operators (equals',
    wish: 'equals',
    rule: is('city', 'equals', 'Berlin'),
    in: { berlin: { city: 'Berlin' }, small: { city: 'berlin' } },
    out: { east: { city: 'Ost-Berlin' }, blank: { city: ' Berlin' }, nowhere: {} },
  },
  {
    line: 24,
    quote: 'contains',
    wish: 'contains',
    rule: is('role', 'contains', '100%'),
    in: { whole: { role: 'Head of Sales (100%)' } },
    out: { half: { role: 'Head of Sales (50%)' }, wildcard: { role: 'Head of 100 people' }, none: {} },
  },
  {
    line: 24,
    quote: 'greater than',
    wish: 'greater than',
    rule: is('score', 'greater_than', 80),
    in: { more: { score: '80.01' } },
    out: { exactly: { score: 80 }, unknown: {} },
  },
  {
    line: 25,
    quote: 'AND/OR',
    wish: 'and',
    rule: all(is('city', 'equals', 'Berlin'), is('score', 'greater_than', 80)),
    in: { both: { city: 'Berlin', score: 81 } },
    out: { one: { city: 'Berlin', score: 80 }, other: { city: 'Bonn', score: 81 }, neither: {} },
  },
  {
    line: 25,
    quote: 'AND/OR',
    wish: 'or',
    rule: any(is('city', 'equals', 'Berlin'), is('score', 'greater_than', 80)),
    in: { both: { city: 'Berlin', score: 81 }, one: { city: 'Berlin' }, other: { score: 81 } },
    out: { neither: { city: 'Bonn', score: 80 }, nothing: {} },
  },
  {
    line: 25,
    quote: 'Combine multiple criteria',
    wish: 'or within and',
    rule: all(
      is('status', 'equals', 'lead'),
      any(is('city', 'equals', 'Berlin'), is('score', 'greater_than', 80)),
    ),
    in: { city: { city: 'Berlin' }, score: { score: 81 } },
    out: { customer: { status: 'customer', city: 'Berlin', score: 81 }, lead: { city: 'Bonn' } },
  },
];

const basic = { line: 62, quote: 'Basic lead information (name, email, phone, status, etc.)' };

export const basics: readonly RuleRow[] = [
  {
    ...basic,
    wish: 'name',
    rule: is('full_name', 'contains', 'da Lo'),
    in: { ada: { first_name: 'Ada', last_name: 'Lovelace' } },
    out: { apart: { first_name: 'Ada', last_name: 'Byron' }, nameless: {} },
  },
  {
    ...basic,
    wish: 'email',
    rule: is('email', 'ends_with', '@example.com'),
    in: { small: { email: 'a@example.com' }, capital: { email: 'A@EXAMPLE.COM' } },
    out: { below: { email: 'a@mail.example.com' }, none: {} },
  },
  {
    ...basic,
    wish: 'email is known',
    rule: is('email', 'is_not_empty'),
    in: { known: { email: 'a@example.com' } },
    out: { blank: { email: ' ' }, none: {} },
  },
  {
    ...basic,
    wish: 'phone',
    rule: is('phone', 'starts_with', '+49'),
    in: { german: { phone: '+4930123456' } },
    out: { austrian: { phone: '+4311234567' }, none: {} },
  },
  {
    ...basic,
    wish: 'status',
    rule: is('status', 'equals', 'prospect'),
    in: { prospect: { status: 'prospect' } },
    out: { lead: { status: 'lead' }, customer: { status: 'customer' } },
  },
  {
    ...basic,
    wish: 'source',
    rule: is('source', 'not_in_list', ['website', 'referral']),
    in: { fair: { source: 'trade_fair' }, unknown: {} },
    out: { website: { source: 'website' }, referral: { source: 'referral' } },
  },
  {
    ...basic,
    wish: 'when the lead came in',
    rule: is('created_at', 'within_last', { days: 7 }),
    in: { tonight: { created_at: at(0, '23:59') }, first: { created_at: at(-6, '00:00') } },
    out: { before: { created_at: at(-7, '23:59') }, tomorrow: { created_at: at(1, '00:00') } },
  },
];
