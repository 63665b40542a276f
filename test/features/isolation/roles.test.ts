/**
 * In which role each statement runs, seen by the database itself: policies that note who reads and writes each table, over
 * an application whose user owns everything and is no superuser.
 */

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ClientBase, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { keys } from '../../support/application.js';
import { calculate } from '../../support/segments.js';
import { Visitor } from '../back-office/hosts.js';
import { type OwnedApplication, openOwned } from './ordinary-user.js';
import { plant, type Things } from './planted.js';

let app: OwnedApplication;
let things: Things;
/** `role table`, of every row that was looked at. */
let seen: Set<string>;

beforeAll(async () => {
  app = await openOwned(true);
  things = await plant(app, keys.own);
  await app.query(`
    create function public.note(name text) returns boolean language plpgsql as $$
    begin
      raise notice 'seen % %', current_user, name;
      return true;
    end $$;
    do $$ declare seen regclass; begin
      for seen in select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('crm', 'segmentation') and c.relrowsecurity loop
        execute format('create policy noted on %s as restrictive using (public.note(%L))', seen, seen);
      end loop;
    end $$`);
  listen();
}, 60_000);
afterAll(() => app.close());

function listen(): void {
  const { master } = app.nest.get(DataSource).driver as unknown as { master: Pool };
  const heard = new WeakSet<ClientBase>();
  master.on('acquire', (client) => {
    if (heard.has(client)) return;
    heard.add(client);
    client.on('notice', ({ message = '' }) => {
      const [, note] = /^seen (.*)$/.exec(message) ?? [];
      if (note !== undefined) seen.add(note);
    });
  });
}

async function rolesOf(work: () => Promise<unknown>): Promise<string[]> {
  seen = new Set();
  await work();
  return [...seen].sort();
}

const segment = () => `/api/segments/${things['/api/segments/{id}']}`;
const request = (...tables: string[]) => tables.map((table) => `segmentation_request ${table}`);
const evaluation = (...tables: string[]) => tables.map((table) => `segmentation_evaluation ${table}`);
const stays = 'segmentation.contact_stays';

const inOtherRoles = (roles: readonly string[]): string[] =>
  roles.filter((role) => !role.startsWith('segmentation_request '));

it('requests run as the role of requests', async () => {
  const roles = await rolesOf(async () => {
    await app.api.get('/api/segments').expect(200);
    await app.api.get(`${segment()}/members`).expect(200);
  });
  expect(inOtherRoles(roles)).toEqual([]);
  expect(roles).toEqual(expect.arrayContaining(request('crm.contacts', 'crm.tenants', stays)));
});

it('changes run as the role of requests', async () => {
  const rename = { version: 1, name: 'Renamed' };
  const roles = await rolesOf(() => app.api.put(segment()).send(rename).expect(200));
  expect(inOtherRoles(roles)).toEqual([]);
  const written = ['segmentation.segments', 'segmentation.segment_versions'];
  expect(roles).toEqual(expect.arrayContaining(request(...written)));
});

it('rules are evaluated in a role that only reads, and nothing else is done in it', async () => {
  const preview = { subject: 'contact', rules: { field: 'city', operator: 'is_not_empty' } };
  const roles = await rolesOf(() => app.api.post('/api/segments/preview').send(preview).expect(200));
  expect(inOtherRoles(roles)).toEqual(evaluation('crm.contacts'));
  expect(roles).toEqual(expect.arrayContaining(request('crm.tenants')));
});

it('a refresh reckons in the one role and writes in the other', async () => {
  const roles = await rolesOf(() => calculate(app.api, things['/api/segments/{id}'] ?? ''));
  expect(roles.filter((role) => role.startsWith('segmentation_evaluation '))).toEqual(
    expect.arrayContaining(evaluation('crm.contacts', stays)),
  );
  expect(roles).toEqual(expect.arrayContaining(request('segmentation.runs', 'segmentation.segments')));
  const elsewhere = roles.filter(
    (role) => role.startsWith(app.user) || role === 'segmentation_request crm.contacts',
  );
  expect(elsewhere).toEqual([]);
});

it('the database user itself looks up sessions, and the back office’s records are a request', async () => {
  const admin = { email: 'admin@example.com', password: 'a long enough password' };
  const roles = await rolesOf(async () => {
    const visitor = await new Visitor(app.nest, '/admin').login(app.nest, admin);
    await visitor.list('contacts', 'perPage=10').expect(200);
  });
  expect(roles).toEqual([
    ...[`${app.user} segmentation.login_attempt`, `${app.user} segmentation.session`],
    ...request('crm.contacts'),
  ]);
});
