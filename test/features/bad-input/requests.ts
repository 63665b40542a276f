/** Requests with bodies, queries, headers, ids or keys that are wrong. */

import { keys } from '../../support/application.js';
import { create, edit, get, invalid, posted, preview, type Row } from './sent.js';

const columnMap = { name: 'Bad', subject: 'contact', format: 'json', columns: [{ field: 'city' }] };

export const requests: readonly Row[] = [
  ['a name with a control character', create({ name: 'Guests\u000b' }), `${invalid} name`],
  ['a key that every object has', create({ constructor: 1 }), `${invalid} constructor`],
  [
    'a key that every object has, in another',
    create({ tags: [{ toString: 1 }] }),
    `${invalid} tags[0].toString`,
  ],
  [
    'a body that is no JSON by its type',
    { method: 'post', path: '/api/segments', text: '{}', headers: { 'Content-Type': 'text/plain' } },
    '415 request.unsupported-media-type',
  ],
  [
    'a list for an option',
    posted('/api/custom-fields', {
      ...{ subject: 'contact', key: 'bad', label: 'Bad', type: 'selection', options: [[]] },
    }),
    `${invalid} options`,
  ],
  ['a list for a column', posted('/api/column-maps', { ...columnMap, columns: [[]] }), `${invalid} columns`],
  [
    'a header with a control character',
    posted('/api/column-maps', { ...columnMap, columns: [{ field: 'city', header: '\u0001City' }] }),
    `${invalid} columns[0].header`,
  ],
  ['a blank name', create({ name: ' \t' }), `${invalid} name`],
  ['a name of 201 characters', create({ name: 'x'.repeat(201) }), `${invalid} name`],
  ['a name that is a list', create({ name: ['x'] }), `${invalid} name`],
  ['a tenant in the body', create({ tenant_id: '2' }), `${invalid} tenant_id`],
  ["another tenant's workspace", create({ workspace_id: '2' }), '404 workspace.not-found'],
  ['an id in the body', create({ id: 'x' }), `${invalid} id`],
  ['an unknown subject', create({ subject: 'ghost' }), '422 subject.unknown'],
  ['a type that is none', create({ type: 'magic' }), `${invalid} type`],
  ['a schedule that is none', create({ schedule: 'cron 99 * * * *' }), `${invalid} schedule`],
  ['a static segment with a rule', create({ type: 'static' }), '422 segment.parts at rules'],
  ['an edit without a version', edit({ name: 'New' }), '400 request.version at version'],
  ['a version that is a text', edit({ version: 'one' }), `${invalid} version`],
  ['a version beyond all', edit({ version: 3_000_000_000, name: 'New' }), `${invalid} version`],
  [
    'an If-Match beyond all',
    edit({ name: 'New' }, { headers: { 'If-Match': '"99999999999999999999"' } }),
    '400 request.version at version',
  ],
  ['a past version beyond all', get('/api/segments/{segment}/versions/3000000000'), '404 version.not-found'],
  [
    'a past version below all',
    get('/api/segments/{segment}/versions/-99999999999999999999'),
    '404 version.not-found',
  ],
  [
    'a version to go back to beyond all',
    posted('/api/segments/{segment}/versions/3000000000/restore', { version: 1 }),
    '404 version.not-found',
  ],
  [
    'two versions',
    edit({ version: 1 }, { headers: { 'If-Match': '"2"' } }),
    '400 request.version at version',
  ],
  ['an If-Match that is none', edit({}, { headers: { 'If-Match': '*' } }), '400 request.version at version'],
  ['a stale version', edit({ version: 9, name: 'New' }), '409 segment.changed'],
  ['an id that is no uuid', get('/api/segments/1%20or%201=1'), '400 request.malformed'],
  ['an id of nothing', get('/api/segments/01890000-0000-7000-8000-000000000000'), '404 segment.not-found'],
  [
    "another tenant's segment's id",
    { method: 'delete', path: '/api/segments/{foreign}' },
    '404 segment.not-found',
  ],
  ['a route that is none', get('/api/segment'), '404 request.not-found'],
  ['a limit of 0', get('/api/segments?limit=0'), `${invalid} limit`],
  ['a limit of 501', get('/api/segments?limit=501'), `${invalid} limit`],
  ['a limit that is no number', get('/api/segments/{segment}/members?limit=1;drop'), `${invalid} limit`],
  ['an unknown query', get('/api/segments?order_by=name;--'), `${invalid} order_by`],
  ['a cursor nobody gave', get('/api/segments/{segment}/members?cursor=x'), '400 request.cursor'],
  [
    'a query as a list',
    get('/api/segments/{segment}/members?as_of=2024-01-01T00:00:00Z&as_of=x'),
    `${invalid} as_of`,
  ],
  [
    'an instant without offset',
    get('/api/segments/{segment}/members?as_of=2024-01-01T00:00:00'),
    '422 as-of.invalid',
  ],
  [
    'an instant before the first year',
    get('/api/segments/{segment}/members?as_of=-000001-01-01T00:00:00Z'),
    '422 as-of.invalid',
  ],
  [
    'an instant before the last run',
    posted('/api/segments/{segment}/calculate?as_of=2001-01-01T00:00:00Z'),
    '409 as-of.before-last-run',
  ],
  [
    'an instant to come, of members who cannot be yet',
    posted('/api/segments/{segment}/calculate?as_of=2131-01-01T00:00:00Z'),
    '422 as-of.in-future',
  ],
  [
    'an instant for a segment that is kept up to date',
    posted('/api/segments/{companies}/calculate?as_of=2026-01-01T00:00:00Z'),
    '409 as-of.schedule',
  ],
  ['waiting perhaps', posted('/api/segments/{segment}/calculate?wait=perhaps'), `${invalid} wait`],
  ['a sample of 101', preview({ everyone: true }, { limit: 101 }), `${invalid} limit`],
  ['a sample of -1', preview({ everyone: true }, { limit: -1 }), `${invalid} limit`],
  ['a member that cannot be', get('/api/segments/{segment}/members/007/explain'), '404 member.not-found'],
  [
    'a member by hand of a dynamic segment',
    posted('/api/segments/{segment}/members', { member_ids: ['1'] }),
    '409 segment.dynamic',
  ],
  [
    'an export format that is none',
    get('/api/segments/{segment}/export?format=exe'),
    '422 export.format-unknown',
  ],
  [
    'an export of a field that is none',
    get('/api/segments/{segment}/export?columns=password'),
    '422 export.columns at columns[0]',
  ],
  [
    'a column map with a blank name',
    posted('/api/column-maps', { ...columnMap, name: ' ' }),
    `${invalid} name`,
  ],
  [
    'a column map with a blank header',
    posted('/api/column-maps', { ...columnMap, columns: [{ field: 'city', header: ' ' }] }),
    `${invalid} columns[0].header`,
  ],
  [
    'a column map with one header twice',
    posted('/api/column-maps', {
      ...columnMap,
      columns: [{ field: 'city' }, { field: 'email', header: 'city' }],
    }),
    '422 column.duplicate at columns[1]',
  ],
  [
    'an export of one field twice',
    get('/api/segments/{segment}/export?columns=city,email,city'),
    '422 column.duplicate at columns[2]',
  ],
  [
    'a key that may do what its maker may not',
    posted('/api/api-keys', { name: 'x', scopes: ['root'] }),
    `${invalid} scopes`,
  ],
  [
    'an Idempotency-Key that is none',
    { ...create({}), headers: { 'Idempotency-Key': 'a b' } },
    `${invalid.replace('request.invalid', 'request.idempotency-key')} Idempotency-Key`,
  ],
  ['no key', get('/api/segments', { key: undefined }), '401 access.unauthenticated'],
  [
    'a key in a query',
    get(`/api/segments?api_key=${keys.own}`, { key: undefined }),
    '401 access.unauthenticated',
  ],
  ['a key with too few rights', { ...create({}), key: keys.reader }, '403 access.forbidden'],
  [
    'a moved clock without the right to',
    { ...preview({ everyone: true }, { as_of: '2024-01-01T00:00:00Z' }), key: keys.reader },
    '403 access.forbidden',
  ],
];
