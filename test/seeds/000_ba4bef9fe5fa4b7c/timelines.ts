/** Criteria of leads who look for a vehicle: by when, and how urgently. */

import { day, type Person } from '../planting.js';
import { is, some } from '../saying.js';
import type { RuleRow } from '../seed-document.js';

const buys = (...purchase_timelines: Person[]): Person => ({ purchase_timelines });

export const timelines: readonly RuleRow[] = [
  ...['immediate', '30_days', '60_days'].map(
    (horizon): RuleRow => ({
      line: 18,
      quote: 'purchase timeline (immediate, 30 days, 60 days',
      wish: horizon,
      rule: some('purchase_timelines', is('horizon', 'equals', horizon)),
      in: { so: buys({ horizon }) },
      out: { next: buys({ horizon: '90_days' }), open: buys({ urgency: 'high' }) },
    }),
  ),
  {
    line: 18,
    quote: 'etc.',
    wish: 'not within 60 days',
    rule: some('purchase_timelines', is('horizon', 'in_list', ['90_days', '6_months', 'later'])),
    in: {
      '90': buys({ horizon: '90_days' }),
      months: buys({ horizon: '6_months' }),
      later: buys({ horizon: 'later' }),
    },
    out: { '60': buys({ horizon: '60_days' }) },
  },
  {
    line: 19,
    quote: 'urgency level',
    rule: some('purchase_timelines', is('urgency', 'equals', 'high')),
    in: { high: buys({ urgency: 'high' }) },
    out: { medium: buys({ urgency: 'medium' }), unknown: buys({ horizon: 'immediate' }) },
  },
  {
    line: 20,
    quote: 'specific purchase dates',
    wish: 'a day',
    rule: some('purchase_timelines', is('target_date', 'on', '2024-07-01')),
    in: { 'that day': buys({ target_date: '2024-07-01' }) },
    out: { before: buys({ target_date: '2024-06-30' }), after: buys({ target_date: '2024-07-02' }) },
  },
  {
    line: 20,
    quote: 'specific purchase dates',
    wish: 'within the next 30 days',
    rule: some('purchase_timelines', is('target_date', 'within_next', { days: 30 })),
    in: { today: buys({ target_date: day(0) }), last: buys({ target_date: day(29) }) },
    out: { yesterday: buys({ target_date: day(-1) }), after: buys({ target_date: day(30) }), open: buys({}) },
  },
  {
    line: 20,
    quote: 'Group by specific purchase dates',
    rule: is('source', 'equals', 'website'),
    in: {
      june: { source: 'website', ...buys({ target_date: '2024-06-30' }, { target_date: '2024-07-01' }) },
      july: { source: 'website', ...buys({ target_date: '2024-07-01' }) },
      open: { source: 'website' },
    },
    out: { elsewhere: buys({ target_date: '2024-06-01' }) },
    grouped: { by: 'purchase_date', groups: { '2024-06': 1, '2024-07': 1 } },
  },
  {
    line: 65,
    quote: 'Timeline-based criteria (purchase timeline, urgency)',
    rule: some(
      'purchase_timelines',
      is('horizon', 'in_list', ['immediate', '30_days']),
      is('urgency', 'equals', 'high'),
    ),
    in: { ready: buys({ horizon: '30_days', urgency: 'high' }) },
    out: {
      'of two': buys({ horizon: '30_days', urgency: 'low' }, { horizon: 'later', urgency: 'high' }),
      calm: buys({ horizon: 'immediate', urgency: 'medium' }),
    },
  },
];
