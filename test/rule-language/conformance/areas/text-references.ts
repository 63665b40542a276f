/** Other texts, selects and booleans in the place of a literal. */

import type { Value } from '../../../../src/rule-language/rule.js';
import { allBut, asking, scene } from '../scene.js';

const city = asking('city');
const code = asking('code');
const tier = asking('tier');
const vip = asking('vip');
const the = (field: string, more: object = {}): Value => ({ field, ...more });

export const textReferences = [
  scene(
    'Texts, selects and booleans fold as the tested side does',
    {
      'the same': { city: 'gold', nickname: 'gold', code: 'gold', tier: 'gold', vip: true, regular: true },
      'but for the case': {
        city: 'Gold',
        nickname: 'GOLD',
        code: 'gold',
        tier: 'gold',
        vip: false,
        regular: false,
      },
      'not the same': {
        city: 'Gold',
        nickname: 'tin',
        code: 'tin',
        tier: 'silver',
        vip: true,
        regular: false,
      },
      'only the tested side': { city: 'gold', code: 'gold', tier: 'gold', vip: true },
      'only the other side': { nickname: 'gold', regular: true },
      'both blank': { city: ' ', nickname: ' ', code: ' ', tier: ' ' },
      neither: {},
    },
    [
      city('equals', the('nickname'), ['the same', 'but for the case'], 'whose city is the same as nickname'),
      city(
        'not_equals',
        the('nickname'),
        allBut('the same', 'but for the case'),
        'whose city is not the same as nickname (or either is missing)',
      ),
      city(
        'equals',
        the('code'),
        ['the same', 'but for the case', 'only the tested side'],
        'whose city is the same as code',
      ),
      code('equals', the('city'), ['the same', 'only the tested side'], 'whose code is the same as city'),
      tier('equals', the('city'), ['the same', 'only the tested side'], 'whose tier is the same as city'),
      tier(
        'not_equals',
        the('code'),
        ['not the same', 'only the other side', 'both blank', 'neither'],
        'whose tier is not the same as code (or either is missing)',
      ),
      vip('equals', the('regular'), ['the same', 'but for the case'], 'whose vip is the same as regular'),
      vip(
        'not_equals',
        the('regular'),
        allBut('the same', 'but for the case'),
        'whose vip is not the same as regular (or either is missing)',
      ),
    ],
  ),
];
