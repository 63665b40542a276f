/**
 * Every route, as the documentation writes it, with a body that it takes. Whoever adds a route adds a row; what a path
 * names in braces is planted in `planted.ts`. Identifiers of another tenant are tried by themselves in every path, every
 * documented query and header, and every leaf of the body; `refused` says what else has to be tried, and the answer.
 */

import { livesIn, memberOf, segmentOf } from '../../support/segments.js';
import { hidden, type Things } from './planted.js';

export interface Route {
  /** What the query has to say. */
  readonly query?: Readonly<Record<string, string>>;
  /** For a caller who has these things. */
  readonly body?: (own: Things) => object;
  /** Bodies that name something of another tenant's, and the status and code they are answered with. */
  readonly refused?: readonly (readonly [
    what: string,
    body: (own: Things, foreign: Things) => object,
    status: number,
    code: string,
  ])[];
}

const segment = '/api/segments/{id}';
const foreignMember = (foreign: Things) => memberOf(foreign[segment] ?? '');

export const routes: Readonly<Record<string, Route>> = {
  'get /api/catalogue': {},
  'get /api/api-keys': {},
  'post /api/api-keys': { body: () => ({ name: 'Another', scopes: ['segments:read'] }) },
  'delete /api/api-keys/{id}': {},
  'get /api/audit': {},
  'get /api/column-maps': {},
  'post /api/column-maps': {
    body: () => ({
      name: 'New',
      subject: 'contact',
      format: 'csv',
      columns: [{ field: 'email', header: 'Mail' }],
    }),
  },
  'get /api/column-maps/{map_id}': {},
  'put /api/column-maps/{map_id}': { body: () => ({ version: 1, columns: [{ field: 'city' }] }) },
  'delete /api/column-maps/{map_id}': {},
  'get /api/consent/{subject}/{id}': {},
  'put /api/consent/{subject}/{id}': {
    body: () => ({ channel: 'email', opted_in: false, source: 'a form' }),
  },
  'get /api/subjects/{subject}/{id}/segments': {},
  'get /api/subjects/{subject}/{id}/personal-data': {},
  'delete /api/subjects/{subject}/{id}/personal-data': {},
  'get /api/suppressions': {},
  'post /api/suppressions': { body: () => ({ channel: 'email', address: 'jo@example.com' }) },
  'delete /api/suppressions/{id}': {},
  'get /api/custom-fields': {},
  'post /api/custom-fields': {
    body: () => ({ subject: 'contact', key: 'another', label: 'Another', type: 'text', default: 'none' }),
  },
  'get /api/custom-fields/{id}': {},
  'put /api/custom-fields/{id}': { body: () => ({ version: 1, label: 'Changed' }) },
  'delete /api/custom-fields/{id}': {},
  'post /api/custom-fields/{id}/archive': {},
  'post /api/custom-fields/{id}/restore': {},
  'post /api/custom-fields/{id}/convert': {
    body: () => ({ version: 1, type: 'number', drop_unreadable: true }),
  },
  'get /api/custom-fields/values/{subject}/{record_id}': {},
  'put /api/custom-fields/values/{subject}/{record_id}': { body: () => ({ values: {} }) },
  'get /api/segment-templates': {},
  'post /api/segments/from-template': {
    body: () => ({ template: 'at_risk', parameters: { days: 61 } }),
    refused: [
      [
        'its segment as a template',
        (_, foreign) => ({ template: foreign[segment] ?? '' }),
        404,
        'template.not-found',
      ],
    ],
  },
  'get /api/segments': {},
  'post /api/segments': {
    body: () => segmentOf('New', livesIn(hidden.city)),
    refused: [
      [
        'a rule over its segment',
        (_, foreign) => segmentOf('Spy', foreignMember(foreign)),
        422,
        'rule.invalid',
      ],
    ],
  },
  'post /api/segments/preview': {
    body: () => ({ subject: 'contact', rules: livesIn(hidden.city), limit: 100 }),
    refused: [
      [
        'a rule over its segment',
        (_, foreign) => ({ subject: 'contact', rules: foreignMember(foreign) }),
        422,
        'rule.invalid',
      ],
    ],
  },
  'get /api/segments/{id}': {},
  'put /api/segments/{id}': {
    body: () => ({ version: 1, rules: livesIn(hidden.city) }),
    refused: [
      [
        'a rule over its segment',
        (_, foreign) => ({ version: 1, rules: foreignMember(foreign) }),
        422,
        'rule.invalid',
      ],
    ],
  },
  'patch /api/segments/{id}': {
    body: () => ({ version: 1, rules: livesIn(hidden.city) }),
    refused: [
      [
        'a rule over its segment',
        (_, foreign) => ({ version: 1, rules: foreignMember(foreign) }),
        422,
        'rule.invalid',
      ],
    ],
  },
  'delete /api/segments/{id}': {},
  'post /api/segments/{id}/duplicate': { body: (own) => ({ name: `Copy of ${own[segment]}` }) },
  'post /api/segments/{id}/pause': {},
  'post /api/segments/{id}/resume': {},
  'post /api/segments/{id}/deactivate': {},
  'post /api/segments/{id}/archive': {},
  'post /api/segments/{id}/restore': {},
  'post /api/segments/{id}/mark-used': {},
  'get /api/segments/{id}/usage': {},
  'get /api/segments/{id}/breakdown': { query: { field: 'city' } },
  'post /api/segments/{id}/impact': {
    body: () => ({ rules: livesIn(hidden.city), limit: 100 }),
    refused: [
      ['a rule over its segment', (_, foreign) => ({ rules: foreignMember(foreign) }), 422, 'rule.invalid'],
    ],
  },
  'get /api/segments/{id}/overlap': {},
  'get /api/segments/{id}/compare': {},
  'post /api/segments/{id}/lookalike': {
    body: () => ({ fields: ['city', 'score'], name: 'Alike', size: 10 }),
  },
  'get /api/segments/{id}/transitions': {},
  'get /api/segments/{id}/export': {},
  'get /api/segments/{id}/versions': {},
  'get /api/segments/{id}/versions/{version}': {},
  'post /api/segments/{id}/versions/{version}/restore': { body: () => ({ version: 1 }) },
  'get /api/segments/{id}/rules': {},
  'post /api/segments/{id}/rules': {
    body: () => ({ version: 1, rule: livesIn(hidden.city) }),
    refused: [
      [
        'membership of its segment',
        (_, foreign) => ({ version: 1, rule: foreignMember(foreign) }),
        422,
        'rule.invalid',
      ],
    ],
  },
  'put /api/segments/{id}/rules/order': {
    body: (own) => ({ version: 1, order: [own['/api/segments/{id}/rules/{rule_id}']] }),
  },
  'put /api/segments/{id}/rules/{rule_id}': {
    body: () => ({ version: 1, rule: livesIn(hidden.city) }),
    refused: [
      [
        'membership of its segment',
        (_, foreign) => ({ version: 1, rule: foreignMember(foreign) }),
        422,
        'rule.invalid',
      ],
    ],
  },
  'delete /api/segments/{id}/rules/{rule_id}': { body: () => ({ version: 1 }) },
  'get /api/segments/{id}/members': {},
  'post /api/segments/{id}/members': {
    body: (own) => ({
      member_ids: [own['/api/segments/{id}/members/{member_id}']],
      external_ids: ['driver-1'],
      emails: ['driver@example.com'],
      reason: 'Asked for',
    }),
  },
  'post /api/segments/{id}/members/import': {},
  'delete /api/segments/{id}/members/{member_id}': {},
  'get /api/segments/{id}/members/{member_id}/explain': {},
  'get /api/segments/{id}/pins': {},
  'delete /api/segments/{id}/pins/{member_id}': {},
  'post /api/segments/{id}/calculate': { body: () => ({}) },
  'get /api/segments/{id}/runs': {},
};

/** Open to everyone: they know no tenant. */
export const open = ['get /health/live', 'get /health/ready'];

/** The names in a path, each with the address that ends in it. */
export const namesIn = (path: string): string[] =>
  [...path.matchAll(/\{\w+\}/g)].map(({ 0: name, index }) => path.slice(0, index + name.length));

/** The path with what these things are called. */
export const filled = (path: string, things: Things): string =>
  namesIn(path).reduceRight((text, address) => {
    const id = things[address];
    if (id === undefined) throw new Error(`Nothing is planted at ${address}: add it to planted.ts.`);
    return `${text.slice(0, address.lastIndexOf('{'))}${encodeURIComponent(id)}${text.slice(address.length)}`;
  }, path);
