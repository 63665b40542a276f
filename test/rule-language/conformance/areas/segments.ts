/** Membership of other segments, read from the ledger as of now. */

import type { Operator } from '../../../../src/rule-language/operators.js';
import type { Rule, Value } from '../../../../src/rule-language/rule.js';
import { allBut, berlin, nobody, row, scene } from '../scene.js';
import { segments as ids } from '../world.js';

const loyal = (operator: Operator, value?: Value): Rule => ({
  segment: ids.loyal,
  operator,
  ...(value === undefined ? {} : { value }),
});
const stay = (
  entered_at: string,
  left_at: string | null = null,
  cause = 'matched',
  segment_id = ids.loyal,
) => ({
  segment_id,
  entered_at,
  left_at,
  cause,
});
const now = '2024-06-12T10:00:00Z';
const soon = '2024-06-12T10:00:00.000001Z';
const june1 = '2024-06-01T10:00:00Z';

export const segments = [
  scene(
    'Members now, and ever',
    {
      'in since now': { stays: [stay(now)] },
      'in from a microsecond on': { stays: [stay(soon)] },
      'out since now': { stays: [stay(june1, now)] },
      'out from a microsecond on': { stays: [stay(june1, soon)] },
      'out and in again': { stays: [stay(june1, '2024-06-02T10:00:00Z'), stay('2024-06-03T10:00:00Z')] },
      pinned: { stays: [stay(june1, null, 'pinned')] },
      'in another segment': { stays: [stay(june1, null, 'matched', ids.atRisk)] },
      'never in': {},
    },
    [
      row(
        loyal('is_member'),
        ['in since now', 'out from a microsecond on', 'out and in again', 'pinned'],
        'that are in the segment “Loyal”',
      ),
      row(
        loyal('is_not_member'),
        ['in from a microsecond on', 'out since now', 'in another segment', 'never in'],
        'that are not in the segment “Loyal”',
      ),
      row(
        loyal('ever_member'),
        allBut('in from a microsecond on', 'in another segment', 'never in'),
        'that have ever been in the segment “Loyal”',
      ),
      row(
        loyal('never_member'),
        ['in from a microsecond on', 'in another segment', 'never in'],
        'that have never been in the segment “Loyal”',
      ),
      row(
        { segment: { template: 'at_risk' }, operator: 'is_member' },
        ['in another segment'],
        'that are in the segment “At risk”',
      ),
      row(
        { segment: ids.atRisk, operator: 'never_member' },
        allBut('in another segment'),
        'that have never been in the segment “At risk”',
      ),
    ],
  ),
  scene(
    'Joined, by a match or a pin',
    {
      'a day ago to the microsecond': { stays: [stay('2024-06-11T10:00:00Z')] },
      'less than a day ago': { stays: [stay('2024-06-11T10:00:00.000001Z')] },
      'as today began': { stays: [stay('2024-06-11T22:00:00Z', null, 'pinned')] },
      'now, by the first fill': { stays: [stay(now, null, 'first_fill')] },
      'now, by an edit of the rule': { stays: [stay(now, null, 'rule_edit')] },
      'today, and left': { stays: [stay('2024-06-12T08:00:00Z', '2024-06-12T09:00:00Z')] },
      'a microsecond from now': { stays: [stay(soon)] },
      'long ago, and edited in today': {
        stays: [stay(june1, '2024-06-02T10:00:00Z'), stay(now, null, 'rule_edit')],
      },
    },
    [
      row(
        loyal('joined_within_last', { hours: 24 }),
        ['less than a day ago', 'as today began'],
        'that are in the segment “Loyal” and joined it less than 24 hours ago',
      ),
      row(
        loyal('joined_within_last', { days: 1 }),
        ['as today began'],
        `that are in the segment “Loyal” and joined it today${berlin}`,
      ),
      row(
        loyal('joined_within_last', { days: 2 }),
        ['a day ago to the microsecond', 'less than a day ago', 'as today began'],
        `that are in the segment “Loyal” and joined it in the last 2 days including today${berlin}`,
      ),
      row(
        loyal('joined_within_last', { seconds: 1 }),
        nobody,
        'that are in the segment “Loyal” and joined it less than 1 second ago',
      ),
    ],
  ),
  scene(
    'Left, and not come back',
    {
      'a day ago to the microsecond': { stays: [stay(june1, '2024-06-11T10:00:00Z')] },
      'less than a day ago': { stays: [stay(june1, '2024-06-11T10:00:00.000001Z')] },
      now: { stays: [stay(june1, now)] },
      'a microsecond from now': { stays: [stay(june1, soon)] },
      'an hour ago, and come back': {
        stays: [stay(june1, '2024-06-12T09:00:00Z'), stay('2024-06-12T09:30:00Z')],
      },
      'long ago, and an hour ago again': {
        stays: [stay('2024-05-01T10:00:00Z', '2024-05-02T10:00:00Z'), stay(june1, '2024-06-12T09:00:00Z')],
      },
      'an hour ago, to come back': { stays: [stay(june1, '2024-06-12T09:00:00Z'), stay(soon)] },
      never: {},
    },
    [
      row(
        loyal('left_within_last', { hours: 24 }),
        ['less than a day ago', 'now', 'long ago, and an hour ago again', 'an hour ago, to come back'],
        'that left the segment “Loyal” less than 24 hours ago and did not come back',
      ),
      row(
        loyal('left_within_last', { days: 1 }),
        ['now', 'long ago, and an hour ago again', 'an hour ago, to come back'],
        `that left the segment “Loyal” today and did not come back${berlin}`,
      ),
      row(
        loyal('left_within_last', { weeks: 1 }),
        allBut('a microsecond from now', 'an hour ago, and come back', 'never'),
        `that left the segment “Loyal” in the last 1 week including today and did not come back${berlin}`,
      ),
    ],
  ),
  scene(
    'Members for so long',
    {
      'for 48 hours': { stays: [stay('2024-06-10T10:00:00Z')] },
      'for a microsecond less': { stays: [stay('2024-06-10T10:00:00.000001Z')] },
      'since the last microsecond of 9 June': { stays: [stay('2024-06-09T21:59:59.999999Z')] },
      'since now': { stays: [stay(now)] },
      'in until now': { stays: [stay(june1, now)] },
      'back since yesterday': { stays: [stay(june1, '2024-06-05T10:00:00Z'), stay('2024-06-11T10:00:00Z')] },
      'by the first fill': { stays: [stay(june1, null, 'first_fill')] },
    },
    [
      row(
        loyal('member_for_at_least', { hours: 48 }),
        ['for 48 hours', 'since the last microsecond of 9 June', 'by the first fill'],
        'that have been in the segment “Loyal” since 48 hours ago or earlier',
      ),
      row(
        loyal('member_for_at_least', { days: 2 }),
        [
          'for 48 hours',
          'for a microsecond less',
          'since the last microsecond of 9 June',
          'by the first fill',
        ],
        `that have been in the segment “Loyal” since 2 days before today or earlier${berlin}`,
      ),
      row(
        loyal('member_for_at_least', { days: 3 }),
        ['since the last microsecond of 9 June', 'by the first fill'],
        `that have been in the segment “Loyal” since 3 days before today or earlier${berlin}`,
      ),
      row(
        loyal('member_for_at_least', { days: 0 }),
        allBut('in until now'),
        `that have been in the segment “Loyal” since today or earlier${berlin}`,
      ),
      row(
        loyal('member_for_at_least', { seconds: 0 }),
        allBut('in until now'),
        'that have been in the segment “Loyal” since now or earlier',
      ),
    ],
  ),
];
