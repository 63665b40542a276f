/** Values kept in rows beside their records: of each type, and rows that are not there, empty or of another type. */

import { valueId } from '../../hostile-world/declaring.js';
import type { Json } from '../../oracle/matching.js';
import { all, allBut, asking, is, measure, measured, row, type Scene, scene } from '../scene.js';

/** Guests who differ in one value; to two of them a row belongs that does not hold what its field asks for. */
const keptBy = (
  number: number,
  name: string,
  values: Readonly<Record<string, Json>>,
  otherType: Readonly<Record<string, Json>>,
): Scene['guests'] => ({
  ...Object.fromEntries(Object.entries(values).map(([guest, value]) => [guest, { [name]: value }])),
  'a row without a value': { [name]: null },
  'a value of another type': { values: [{ field_id: valueId(number), ...otherType }] },
  'a value of another field': {
    values: [
      {
        field_id: valueId(90),
        ...otherType,
        [columns[name] ?? '']: values[Object.keys(values)[0] ?? ''] ?? null,
      },
    ],
  },
  'no row': {},
});
const columns: Readonly<Record<string, string>> = {
  'kept.rating': 'value_number',
  'kept.motto': 'value_text',
  'kept.vip': 'value_boolean',
  'kept.diet': 'value_tags',
  'kept.renewal': 'value_date',
  'kept.plan': 'value_option',
};
const absent = [
  'a row without a value',
  'a value of another type',
  'a value of another field',
  'no row',
] as const;
const rating = asking('kept.rating');
const motto = asking('kept.motto');
const vip = asking('kept.vip');
const diet = asking('kept.diet');
const renewal = asking('kept.renewal');
const plan = asking('kept.plan');

export const keptBeside = [
  scene(
    'Numbers beside a record',
    keptBy(
      1,
      'kept.rating',
      {
        five: '5',
        'five with zeros': '5.00',
        'a little more': '5.000000000000000000001',
        nan: 'NaN',
        infinite: 'Infinity',
      },
      { value_text: 'five' },
    ),
    [
      rating('equals', 5, ['five', 'five with zeros'], 'whose kept rating is 5'),
      rating(
        'not_equals',
        5,
        allBut('five', 'five with zeros'),
        'whose kept rating is not 5 (or is missing)',
      ),
      rating('greater_than', 5, ['a little more'], 'whose kept rating is more than 5'),
      rating('between', [1, 5], ['five', 'five with zeros'], 'whose kept rating is at least 1 and at most 5'),
      rating(
        'not_between',
        [1, 5],
        allBut('five', 'five with zeros'),
        'whose kept rating is less than 1 or more than 5 (or is missing)',
      ),
      rating(
        'in_top',
        1,
        ['a little more'],
        'whose kept rating is among the top 1 (ties included) of all guests that have one',
      ),
      rating('is_empty', undefined, ['nan', 'infinite', ...absent], 'whose kept rating is missing'),
    ],
  ),
  scene(
    'Texts beside a record',
    keptBy(
      2,
      'kept.motto',
      { Carpe: 'Carpe diem', blank: '\u3000', upper: 'CARPE DIEM' },
      { value_option: 'Carpe diem' },
    ),
    [
      motto('equals', 'carpe diem', ['Carpe', 'upper'], 'whose kept motto is “carpe diem”'),
      motto('starts_with', 'Carpe', ['Carpe', 'upper'], 'whose kept motto starts with “Carpe”'),
      motto(
        'not_contains',
        'diem',
        allBut('Carpe', 'upper'),
        'whose kept motto does not contain “diem” (or is missing)',
      ),
      motto('is_empty', undefined, ['blank', ...absent], 'whose kept motto is missing'),
    ],
  ),
  scene('Booleans beside a record', keptBy(3, 'kept.vip', { yes: true, no: false }, { value_text: 'true' }), [
    vip('equals', true, ['yes'], 'whose kept vip is yes'),
    vip('not_equals', true, allBut('yes'), 'whose kept vip is not yes (or is missing)'),
    vip('is_empty', undefined, [...absent], 'whose kept vip is missing'),
  ]),
  scene(
    'Tags beside a record',
    keptBy(4, 'kept.diet', { vegan: ['vegan'], both: ['halal', 'vegan'], none: [] }, { value_text: 'vegan' }),
    [
      diet('has_any', ['vegan'], ['vegan', 'both'], 'whose kept diet includes “vegan”'),
      diet('has_all', ['vegan', 'halal'], ['both'], 'whose kept diet includes “vegan” and “halal”'),
      diet(
        'has_none',
        ['vegan'],
        allBut('vegan', 'both'),
        'whose kept diet does not include “vegan” (or is missing)',
      ),
      diet('is_empty', undefined, ['none', ...absent], 'whose kept diet is missing'),
    ],
  ),
  scene(
    'Dates beside a record',
    keptBy(
      5,
      'kept.renewal',
      { today: '2024-06-12', 'two days ago': '2024-06-10', 'leap day': '2020-02-29', never: 'infinity' },
      { value_text: '2024-06-12' },
    ),
    [
      renewal('on', '2024-06-12', ['today'], 'whose kept renewal is on 12 June 2024'),
      renewal(
        'before',
        '2024-06-11',
        ['two days ago', 'leap day'],
        'whose kept renewal is before 11 June 2024',
      ),
      renewal('anniversary_in_month', 2, ['leap day'], 'whose kept renewal has its anniversary in February'),
      renewal('is_empty', undefined, ['never', ...absent], 'whose kept renewal is missing'),
    ],
  ),
  scene(
    'Selects beside a record',
    keptBy(6, 'kept.plan', { plus: 'plus', Plus: 'Plus', old: 'old' }, { value_text: 'plus' }),
    [
      plan('equals', 'plus', ['plus'], 'whose kept plan is plus'),
      plan('in_list', ['plus', 'old'], ['plus', 'old'], 'whose kept plan is plus or old'),
      plan('not_equals', 'plus', allBut('plus'), 'whose kept plan is not plus (or is missing)'),
      plan('is_empty', undefined, [...absent], 'whose kept plan is missing'),
    ],
  ),
  scene(
    'Values beside records further away',
    {
      'works at a large one': { company_id: 'Large', 'kept.rating': '100' },
      'works at a small one': { company_id: 'Small', 'kept.rating': '100' },
      'works at none': { 'kept.rating': '100' },
      'ordered well': {
        orders: [
          { id: '900', 'kept.score': '9' },
          { id: '901', 'kept.score': '1' },
        ],
      },
      'ordered badly': { 'kept.rating': '1', orders: [{ id: '902', 'kept.score': '1' }] },
    },
    [
      row(
        is('company.kept.size', 'greater_than', 50),
        ['works at a large one'],
        'whose company’s kept size is more than 50',
      ),
      row(
        is('company.kept.size', 'not_equals', 10),
        allBut('works at a small one'),
        'whose company’s kept size is not 10 (or is missing)',
      ),
      row(
        is('kept.rating', 'equals', { field: 'company.kept.size' }),
        ['works at a large one'],
        'whose kept rating is the same as company’s kept size',
      ),
      row(
        measured(
          measure('count', 'orders', { where: all(is('kept.score', 'greater_than', 5)) }),
          'equals',
          1,
        ),
        ['ordered well'],
        'that have exactly 1 order (whose kept score is more than 5)',
      ),
      row(
        measured(
          measure('count', 'orders', {
            where: all(is('kept.score', 'equals', { field: 'kept.rating', from: 'subject' })),
          }),
          'equals',
          1,
        ),
        ['ordered badly'],
        'that have exactly 1 order (whose kept score is the same as the guest’s kept rating)',
      ),
      row(
        measured(measure('sum', 'orders', { of: 'kept.score' }), 'equals', 10),
        ['ordered well'],
        'whose sum of kept score over all orders is 10',
      ),
    ],
    { companies: { Large: { 'kept.size': '100' }, Small: { 'kept.size': '10' } } },
  ),
];
