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
  [
    'a column map’s name twice',
    raw('{"name": "m1", "name": "m2", "subject": "contact", "format": "csv"}', '/api/column-maps'),
    '400 json.duplicate-key at name',
  ],
  [
    'an API key’s scopes twice',
    raw('{"name": "k", "scopes": ["segments:read"], "scopes": ["accounts:manage"]}', '/api/api-keys'),
    '400 json.duplicate-key at scopes',
  ],
  [
    'a suppression’s address twice',
    raw('{"channel": "email", "address": "a@x.de", "address": "b@x.de"}', '/api/suppressions'),
    '400 json.duplicate-key at address',
  ],
  [
    'a consent’s answer twice',
    {
      ...raw('{"channel": "email", "opted_in": false, "source": "s", "opted_in": true}'),
      method: 'put',
      path: '/api/consent/contact/{member}',
    },
    '400 json.duplicate-key at opted_in',
  ],
  [
    'U+0000 in a column map’s name',
    raw('{"name": "a\\u0000", "subject": "contact", "format": "csv"}', '/api/column-maps'),
    '400 text.nul at name',
  ],
  [
    'U+0000 in an API key’s name',
    raw('{"name": "a\\u0000", "scopes": ["segments:read"]}', '/api/api-keys'),
    '400 text.nul at name',
  ],
  ['a body of 3 MB', raw(JSON.stringify('x'.repeat(3_000_000))), '413 request.too-large'],
  [
    'another charset',
    { ...raw('{}'), headers: { 'Content-Type': 'application/json; charset=latin1' } },
    '415 request.unsupported-media-type',
  ],
];
