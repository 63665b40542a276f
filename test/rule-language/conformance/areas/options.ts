/** Exact and printed texts, selects, tags and booleans. */

import { allBut, asking, guestsBy, nobody, scene } from '../scene.js';

const code = asking('code');
const badge = asking('badge');
const tier = asking('tier');
const channel = asking('channel');
const tastes = asking('tastes');
const vip = asking('vip');

export const options = [
  scene(
    'Exact texts compare letter by letter',
    guestsBy('code', {
      'AB-1': 'AB-1',
      'ab-1': 'ab-1',
      'é in one letter (NFC)': 'é',
      'é in two (NFD)': 'e\u0301',
      'a tab': '\t',
      'no code': null,
    }),
    [
      code('equals', 'AB-1', ['AB-1'], 'whose code is “AB-1”'),
      code('not_equals', 'AB-1', allBut('AB-1'), 'whose code is not “AB-1” (or is missing)'),
      code('equals', 'e\u0301', ['é in one letter (NFC)'], 'whose code is “é”'),
      code('contains', 'b-', ['ab-1'], 'whose code contains “b-”'),
      code('not_contains', 'b-', allBut('ab-1'), 'whose code does not contain “b-” (or is missing)'),
      code('starts_with', 'AB', ['AB-1'], 'whose code starts with “AB”'),
      code('ends_with', '-1', ['AB-1', 'ab-1'], 'whose code ends with “-1”'),
      code('in_list', ['Ab-1', 'ab-1', 'É'], ['ab-1'], 'whose code is “Ab-1”, “ab-1” or “É”'),
      code('is_empty', undefined, ['a tab', 'no code'], 'whose code is missing'),
    ],
  ),
  scene(
    'What is no text is read as it is printed',
    guestsBy('badge', { badge: 'ab000000-0000-4000-a000-000000000001', 'no badge': null }),
    [
      badge(
        'equals',
        'AB000000-0000-4000-A000-000000000001',
        ['badge'],
        'whose badge is “AB000000-0000-4000-A000-000000000001”',
      ),
      badge('starts_with', 'ab', ['badge'], 'whose badge starts with “ab”'),
      badge('equals', 'no uuid at all', nobody, 'whose badge is “no uuid at all”'),
      badge('is_empty', undefined, ['no badge'], 'whose badge is missing'),
    ],
  ),
  scene(
    'Selects compare letter by letter, and know their options',
    guestsBy('tier', {
      gold: 'gold',
      'Gold, which is another value': 'Gold',
      silver: 'silver',
      'platinum, which is archived': 'platinum',
      'a value that is no option': 'tin',
      blank: ' ',
      'no tier': null,
    }),
    [
      tier('equals', 'gold', ['gold'], 'whose tier is gold'),
      tier('not_equals', 'gold', allBut('gold'), 'whose tier is not gold (or is missing)'),
      tier('equals', 'platinum', ['platinum, which is archived'], 'whose tier is platinum'),
      tier('in_list', ['gold', 'silver'], ['gold', 'silver'], 'whose tier is gold or silver'),
      tier(
        'not_in_list',
        ['silver', 'platinum'],
        allBut('silver', 'platinum, which is archived'),
        'whose tier is neither silver nor platinum (or is missing)',
      ),
      tier('is_empty', undefined, ['blank', 'no tier'], 'whose tier is missing'),
      tier('is_not_empty', undefined, allBut('blank', 'no tier'), 'whose tier is known'),
    ],
  ),
  scene(
    'Open selects take any value',
    guestsBy('channel', { phone: 'phone', 'fax, which is no option': 'fax', Fax: 'Fax', 'no channel': null }),
    [
      channel('equals', 'fax', ['fax, which is no option'], 'whose channel is “fax”'),
      channel('in_list', ['phone', 'Fax'], ['phone', 'Fax'], 'whose channel is phone or “Fax”'),
      channel(
        'not_in_list',
        ['phone', 'fax'],
        ['Fax', 'no channel'],
        'whose channel is neither phone nor “fax” (or is missing)',
      ),
    ],
  ),
  scene(
    'Tags',
    guestsBy('tastes', {
      vegan: ['vegan'],
      'Vegan, in capitals': ['Vegan'],
      'vegan and nuts': ['nuts', 'vegan', 'nuts'],
      'rosé in two letters (NFD)': ['rose\u0301'],
      'empty list': [],
      'no list': null,
    }),
    [
      tastes('has_any', ['vegan'], ['vegan', 'vegan and nuts'], 'whose tastes include “vegan”'),
      tastes(
        'has_any',
        ['nuts', 'Vegan'],
        ['Vegan, in capitals', 'vegan and nuts'],
        'whose tastes include “nuts” or “Vegan”',
      ),
      tastes(
        'has_none',
        ['vegan', 'Vegan'],
        ['rosé in two letters (NFD)', 'empty list', 'no list'],
        'whose tastes include neither “vegan” nor “Vegan” (or are missing)',
      ),
      tastes('has_all', ['vegan', 'nuts'], ['vegan and nuts'], 'whose tastes include “vegan” and “nuts”'),
      tastes('has_all', ['vegan'], ['vegan', 'vegan and nuts'], 'whose tastes include “vegan”'),
      tastes(
        'not_has_all',
        ['vegan', 'nuts'],
        allBut('vegan and nuts'),
        'whose tastes do not include all of “vegan” and “nuts” (or are missing)',
      ),
      tastes('has_any', ['rose\u0301'], nobody, 'whose tastes include “rosé”'),
      tastes('is_empty', undefined, ['empty list', 'no list'], 'whose tastes are missing'),
      tastes('is_not_empty', undefined, allBut('empty list', 'no list'), 'whose tastes are known'),
    ],
  ),
  scene('Booleans', guestsBy('vip', { yes: true, no: false, unknown: null }), [
    vip('equals', true, ['yes'], 'whose vip is yes'),
    vip('equals', false, ['no'], 'whose vip is no'),
    vip('not_equals', true, ['no', 'unknown'], 'whose vip is not yes (or is missing)'),
    vip('not_equals', false, ['yes', 'unknown'], 'whose vip is not no (or is missing)'),
    vip('is_empty', undefined, ['unknown'], 'whose vip is missing'),
    vip('is_not_empty', undefined, ['yes', 'no'], 'whose vip is known'),
  ]),
];
