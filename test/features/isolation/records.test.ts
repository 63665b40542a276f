/**
 * The back office's records: every action on every kind of record, given the keys of other tenants. As for the routes, the
 * engine's own scoping does this by itself.
 */

import '../back-office/stock-environment.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { DataSource } from 'typeorm';
import { actionsOf } from '../../../src/back-office/policy.js';
import { crmRecords } from '../../../src/crm/records.js';
import { openApplication, type TestApplication } from '../../support/application.js';
import { Visitor } from '../back-office/hosts.js';
import { printOf, withoutRoles } from './planted.js';

let app: TestApplication;
/** Of the first tenant. */
let visitor: Visitor;

beforeAll(async () => {
  app = await openApplication();
  await withoutRoles(app);
  const admin = { email: 'admin@example.com', password: 'a long enough password' };
  visitor = await new Visitor(app.nest, '/admin').login(app.nest, admin);
}, 60_000);
afterAll(() => app.close());

interface Kind {
  readonly id: string;
  readonly filter?: readonly string[];
}

/** How each action is asked for, about a record that is another tenant's. */
const actions: Readonly<Record<string, (kind: Kind, key: string) => Promise<Response>[]>> = {
  list: ({ id, filter = [] }, key) =>
    ['', ...filter.map((name) => `filters.${name}=${key}`)].map(async (query) =>
      visitor.list(id, `perPage=500&${query}`),
    ),
  search: ({ id }, key) =>
    [key, 'driver', 'client', 'company'].map(async (text) =>
      visitor.get(`/api/resources/${id}/search/${text}`),
    ),
  show: ({ id }, key) => [of(id, key, 'show')],
  new: ({ id }, key) => [visitor.create(id, { company_id: key, contact_id: key, order_id: key, id: key })],
  edit: ({ id }, key) => [of(id, key, 'edit'), visitor.change(id, key, { city: 'Taken', status: 'paid' })],
  delete: ({ id }, key) => [visitor.change(id, key, {}, 'delete')],
  bulkDelete: ({ id }, key) => [
    (async () => visitor.post(`/api/resources/${id}/bulk/bulkDelete?recordIds=${key}`))(),
  ],
};

const of = async (resource: string, key: string, action: string): Promise<Response> =>
  visitor.get(`/api/resources/${resource}/records/${key}/${action}`);

/** What the sample calls the other tenants' people and companies. */
const foreignNames = /(driver|client|company)-\d/;

it('every action is in the table', () => {
  expect(Object.keys(actionsOf(crmRecords[0])).sort()).toEqual(Object.keys(actions).sort());
});

describe.each(crmRecords.map((kind) => [kind.id, kind] as const))('%s', (_, kind) => {
  it.each(Object.keys(actions))('of other tenants cannot be reached by %s', async (action) => {
    const table = app.nest.get(DataSource).getMetadata(kind.entity).tablePath;
    const [row] = await app.query<{ id: string }>(
      `select id::text from ${table} where tenant_id <> 1 order by id limit 1`,
    );
    const before = [await printOf(app, '2'), await printOf(app, '3')];
    const answers = await Promise.all(actions[action]?.(kind, row?.id ?? '0') ?? []);
    expect(answers.length).toBeGreaterThan(0);
    for (const { text, status } of answers) {
      expect(text).not.toMatch(foreignNames);
      expect(status).toBeLessThan(500);
    }
    expect([await printOf(app, '2'), await printOf(app, '3')]).toEqual(before);
  });
});
