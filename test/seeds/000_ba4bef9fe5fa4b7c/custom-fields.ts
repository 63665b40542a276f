/** Criteria over fields that a tenant makes for its leads. */

import { day } from '../planting.js';
import { all, any, is } from '../saying.js';
import type { RuleRow } from '../seed-document.js';

const types = { line: 70, quote: 'field types (text, number, date, boolean, selection)' };
const trims = { type: 'selection', options: [{ value: 'basic' }, { value: 'sport' }] } as const;
const extras = { type: 'multi_selection', options: [{ value: 'hitch' }, { value: 'roof rack' }] } as const;

export const customFields: readonly RuleRow[] = [
  {
    line: 23,
    quote: 'Create custom fields',
    custom: { current_car: { type: 'text' } },
    rule: is('custom.current_car', 'equals', 'VW Golf'),
    in: { golf: { custom: { current_car: 'VW Golf' } }, small: { custom: { current_car: 'vw golf' } } },
    out: { plus: { custom: { current_car: 'VW Golf Plus' } }, unknown: {} },
  },
  {
    line: 66,
    quote: 'user-defined fields',
    custom: { doors: { type: 'number' }, current_car: { type: 'text' } },
    rule: any(is('custom.doors', 'is_empty'), is('custom.current_car', 'is_not_empty')),
    in: { neither: {}, both: { custom: { doors: 3, current_car: 'Fiat' } } },
    out: { doors: { custom: { doors: 3 } } },
  },
  {
    ...types,
    wish: 'text',
    custom: { current_car: { type: 'text' } },
    rule: is('custom.current_car', 'contains', 'golf'),
    in: { golf: { custom: { current_car: 'VW Golf' } } },
    out: { polo: { custom: { current_car: 'VW Polo' } }, unknown: {} },
  },
  {
    ...types,
    wish: 'number',
    custom: { kilometres: { type: 'number' } },
    rule: is('custom.kilometres', 'greater_than', 9_000),
    in: { more: { custom: { kilometres: '9000.5' } }, most: { custom: { kilometres: 10_000 } } },
    out: { exactly: { custom: { kilometres: 9_000 } }, less: { custom: { kilometres: 900 } }, unknown: {} },
  },
  {
    ...types,
    wish: 'date',
    custom: { leasing_ends: { type: 'date' } },
    rule: is('custom.leasing_ends', 'within_next', { days: 90 }),
    in: { today: { custom: { leasing_ends: day(0) } }, last: { custom: { leasing_ends: day(89) } } },
    out: {
      after: { custom: { leasing_ends: day(90) } },
      over: { custom: { leasing_ends: day(-1) } },
      unknown: {},
    },
  },
  {
    ...types,
    wish: 'boolean',
    custom: { trades_in: { type: 'boolean' } },
    rule: is('custom.trades_in', 'equals', true),
    in: { yes: { custom: { trades_in: true } } },
    out: { no: { custom: { trades_in: false } }, unknown: {} },
  },
  {
    ...types,
    wish: 'selection',
    custom: { trim: trims },
    rule: is('custom.trim', 'in_list', ['sport']),
    in: { sport: { custom: { trim: 'sport' } } },
    out: { basic: { custom: { trim: 'basic' } }, unknown: {} },
  },
  {
    ...types,
    wish: 'selection of several',
    custom: { extras },
    rule: is('custom.extras', 'has_all', ['hitch', 'roof rack']),
    in: { both: { custom: { extras: ['roof rack', 'hitch'] } } },
    out: { one: { custom: { extras: ['hitch'] } }, unknown: {} },
  },
  {
    line: 71,
    quote: 'Use custom fields',
    custom: { trades_in: { type: 'boolean' }, trim: trims },
    rule: all(
      is('custom.trades_in', 'equals', true),
      is('custom.trim', 'not_equals', 'basic'),
      is('status', 'equals', 'lead'),
    ),
    in: { sport: { custom: { trades_in: true, trim: 'sport' } }, open: { custom: { trades_in: true } } },
    out: {
      basic: { custom: { trades_in: true, trim: 'basic' } },
      keeps: { custom: { trades_in: false, trim: 'sport' } },
      customer: { status: 'customer', custom: { trades_in: true, trim: 'sport' } },
    },
  },
];
