/** Bodies that are no JSON, or not quite what they look like. */

import { type Row, raw } from './sent.js';

export const texts: readonly Row[] = [
  ['no JSON', raw('{"subject": '), '400 request.malformed'],
  [
    'a key twice',
    raw('{"subject": "contact", "rules": {"everyone": true, "everyone": true}}'),
    '400 json.duplicate-key at rules.everyone',
  ],
  [
    'a number that JSON cannot hold',
    raw(
      '{"subject": "contact", "rules": {"field": "score", "operator": "equals", "value": 9007199254740993}}',
    ),
    '400 json.inexact-number at rules.value',
  ],
  [
    'U+0000 in a text',
    raw('{"subject": "contact", "rules": {"field": "city", "operator": "equals", "value": "\\u0000"}}'),
    '400 text.nul at rules.value',
  ],
  [
    'half a surrogate pair',
    raw('{"subject": "contact", "rules": {"field": "city", "operator": "equals", "value": "\\ud800"}}'),
    '400 text.lone-surrogate at rules.value',
  ],
  [
    '65 levels',
    raw(`{"subject": "contact", "rules": ${'['.repeat(65)}${']'.repeat(65)}}`),
    '400 json.too-nested at ',
  ],
  ['a body of 3 MB', raw(JSON.stringify('x'.repeat(3_000_000))), '413 request.too-large'],
  [
    'another charset',
    { ...raw('{}'), headers: { 'Content-Type': 'application/json; charset=latin1' } },
    '415 request.unsupported-media-type',
  ],
];
