/** Rules that cannot be meant. */

import { livesIn, memberOf } from '../../support/segments.js';
import { all, invalid, many, nested, on, orders, preview, type Row, raw, towns } from './sent.js';

export const rules: readonly Row[] = [
  ['no rule at all', preview(undefined), `${invalid} rules`],
  ['a rule that is null', preview(null), `${invalid} rules`],
  ['a rule that is a text', preview("' or 1=1 --"), '422 rule.not-object at '],
  ['a rule that is a list of lists', preview([[]]), '422 rule.not-object at [0]'],
  ['no kind of rule', preview({ wher: [] }), '422 rule.unknown-kind at '],
  ['two kinds at once', preview({ everyone: true, segment: 'x' }), '422 rule.several-kinds at '],
  ['everyone denied', preview({ everyone: false }), '422 rule.everyone-not-true at everyone'],
  ['an unknown key', preview({ ...livesIn('x'), sql: '1=1' }), '422 rule.unknown-key at sql'],
  [
    'an unknown key below a negation',
    preview({ match: 'none', rules: [{ x: 1 }] }),
    '422 rule.unknown-kind at rules[0]',
  ],
  ['a whole rule that is disabled', preview({ ...livesIn('x'), disabled: true }), '422 rule.disabled at '],
  ['an empty group', preview(all()), '422 group.empty at '],
  ['a group that does not say how', preview({ rules: [livesIn('x')] }), '422 group.match-missing at match'],
  [
    'at least more than there are',
    preview({ match: { at_least: 2 }, rules: [livesIn('x')] }),
    '422 group.at-least at match',
  ],
  ['groups nine deep', preview(nested(9)), `422 rule.too-deep at ${Array(8).fill('rules[0]').join('.')}`],
  ['201 conditions', preview(many(201)), '422 rule.too-many-conditions at '],
  ['a list of 10,001', preview(on('city', 'in_list', towns(10_001))), '422 list.too-long at value'],
  [
    'a text of 1,001 characters',
    preview(on('city', 'equals', 'x'.repeat(1001))),
    '422 text.too-long at value',
  ],
  [
    'a rule of more than 1 MiB',
    raw(
      JSON.stringify({
        subject: 'contact',
        rules: on(
          'city',
          'in_list',
          towns(9_999).map((t) => t.padEnd(120, 'x')),
        ),
      }),
    ),
    '400 json.too-large at ',
  ],
  ['an unknown field', preview(on('citty', 'equals', 'x')), '422 field.unknown at field'],
  ['SQL for a field', preview(on('city" = city or "1', 'equals', 'x')), '422 field.unknown at field'],
  ['a column that is no field', preview(on('tenant_id', 'equals', 1)), '422 field.unknown at field'],
  ['a field of the prototype', preview(on('__proto__', 'is_empty')), '422 field.unknown at field'],
  ['a collection for a field', preview(on('orders', 'is_empty')), '422 field.is-collection at field'],
  [
    'a path of nine steps',
    preview(on(`${'company.contacts.'.repeat(9)}city`, 'is_empty')),
    '422 field.unknown at field',
  ],
  [
    'unknown related records',
    preview({ ...orders({}), related: 'invoices' }),
    '422 related.unknown at related',
  ],
  ['a sum of nothing', preview(orders({ measure: 'sum' })), '422 measure.of-missing at of'],
  ['a where that is no group', preview(orders({ where: livesIn('x') })), '422 where.not-group at where'],
  [
    'an unknown field inside a where',
    preview(orders({ where: all(on('vip', 'is_empty')) })),
    '422 field.unknown at where.rules[0].field',
  ],
  ['an unknown operator', preview(on('city', 'regex', '.*')), '422 operator.unknown at operator'],
  [
    'an operator of another type',
    preview(on('city', 'greater_than', 'x')),
    '422 operator.not-for-type at operator',
  ],
  [
    'a rank inside a where',
    preview(orders({ where: all(on('total', 'in_top', 1)) })),
    '422 rank.inside-where at where.rules[0].operator',
  ],
  ['no value', preview(on('city', 'equals')), '422 value.missing at value'],
  ['a number for a text', preview(on('city', 'equals', 7)), '422 value.not-text at value'],
  ['a blank text', preview(on('city', 'equals', ' ')), '422 value.blank at value'],
  ['a text for a number', preview(on('score', 'equals', '1e9; drop table')), '422 value.not-number at value'],
  ['an option that is none', preview(on('status', 'equals', 'dead')), '422 value.unknown-option at value'],
  ['a day that is none', preview(on('birthday', 'on', '2023-02-29')), '422 value.no-such-day at value'],
  [
    'a datetime without offset',
    preview(on('created_at', 'before', '2024-01-01T00:00:00')),
    '422 value.no-offset at value',
  ],
  [
    'a period backwards',
    preview(on('birthday', 'between', ['2024-02-01', '2024-01-01'])),
    '422 value.reversed at value',
  ],
  ['an empty list', preview(on('city', 'in_list', [])), '422 value.empty-list at value'],
  [
    'a duration without unit',
    preview(on('created_at', 'within_last', 30)),
    '422 duration.not-duration at value',
  ],
  [
    'an unknown unit',
    preview(on('created_at', 'within_last', { fortnights: 2 })),
    '422 duration.unknown-unit at value.fortnights',
  ],
  [
    'a duration of nothing',
    preview(on('created_at', 'within_last', { days: 0 })),
    '422 duration.count at value.days',
  ],
  [
    'a place beyond the pole',
    preview(on('position', 'within_radius', { latitude: 91, longitude: 0, kilometres: 1 })),
    '422 value.out-of-range at value.latitude',
  ],
  ['a percentage above 100', preview(on('score', 'in_top_percent', 101)), '422 value.not-percent at value'],
  [
    'a reference to nowhere',
    preview(on('score', 'equals', { field: 'credit' })),
    '422 field.unknown at value.field',
  ],
  [
    'a reference of another type',
    preview(on('score', 'equals', { field: 'city' })),
    '422 reference.type at value',
  ],
  [
    'a segment that is none',
    preview(memberOf('01890000-0000-7000-8000-000000000000')),
    '422 segment.unknown at segment',
  ],
  [
    "another tenant's segment",
    preview({ segment: '{foreign}', operator: 'is_member' }),
    '422 segment.unknown at segment',
  ],
  [
    'a segment of another subject',
    preview({ segment: '{companies}', operator: 'is_member' }),
    '422 segment.other-subject at segment',
  ],
  [
    'a rule about another subject',
    preview({ ...all(livesIn('x')), entity: 'company' }),
    '422 rule.foreign-entity at entity',
  ],
];
