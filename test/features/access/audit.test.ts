/** The audit: whatever is changed is on record with who did it, in the same transaction, and names nobody. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditEntry } from '../../../src/access/audit/audit-entry.js';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { makeField, putValues } from '../../support/custom-fields.js';
import { calculate, livesIn, makeSegment, segmentOf, settle } from '../../support/segments.js';

let app: TestApplication;
let people: string[];
/** What the acts are done to, by the names that their paths give them. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await openApplication();
  people = await settle(app, 'Auditby', 'audit-1', 'audit-2', 'audit-3');
  await app.query(`update crm.contacts set email = external_id || '@example.com' where city = 'Auditby'`);
  for (const name of ['edited', 'paused', 'used', 'deleted', 'copied', 'calculated'])
    ids[name] = (await makeSegment(app.api, `To be ${name}`, livesIn('Auditby'))).id;
  for (const name of ['hybrid', 'excluding', 'unpinning']) {
    const wanted = { ...segmentOf(`Is ${name}`, livesIn('Auditby')), type: 'hybrid' };
    ids[name] = (await app.api.post('/api/segments').send(wanted).expect(201)).body.id;
    await calculate(app.api, ids[name] ?? '');
  }
  await app.api.delete(`/api/segments/${ids.unpinning}/members/${people[0]}`).expect(204);
  const answers = await app.api.get(`/api/segments/${ids.edited}/rules`).expect(200);
  ids.node = answers.body.items[0].id;
  for (const name of ['relabelled', 'shelved', 'converted', 'dropped'])
    ids[name] = (await makeField(app.api, name, 'text')).id;
  await putValues(app.api, people[0] ?? '', { converted: '12', dropped: 'x' }).expect(200);
  await putValues(app.api, people[1] ?? '', { converted: 'twelve', dropped: 'y' }).expect(200);
  await app.api.post(`/api/custom-fields/${ids.dropped}/archive`).expect(200);
  const suppressed = await app.api.post('/api/suppressions').send(address('lifted@example.com')).expect(201);
  ids.suppression = suppressed.body.id;
  for (const name of ['mapped', 'unmapped'])
    ids[name] = (await app.api.post('/api/column-maps').send(columnMap(name)).expect(201)).body.id;
});
afterAll(() => app.close());

const address = (text: string) => ({ channel: 'email', address: text, reason: 'bounced' });
const columnMap = (name: string) => ({
  name,
  subject: 'contact',
  format: 'csv',
  columns: [{ field: 'email', header: 'Ada Example' }],
});

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Act = readonly [
  action: string,
  method: Method,
  path: string,
  body: object | undefined,
  target: string | undefined,
  details: object,
];

const segments = '/api/segments';
const acts: readonly Act[] = [
  [
    'segment.created',
    'post',
    segments,
    segmentOf('Ada’s own', livesIn('Auditby')),
    undefined,
    { subject: 'contact', type: 'dynamic', template: null },
  ],
  [
    'segment.created',
    'post',
    `${segments}/from-template`,
    { template: 'vip' },
    undefined,
    { subject: 'contact', type: 'dynamic', template: 'vip' },
  ],
  [
    'segment.created',
    'post',
    `${segments}/{copied}/duplicate`,
    {},
    undefined,
    { subject: 'contact', type: 'dynamic', template: null },
  ],
  [
    'segment.changed',
    'put',
    `${segments}/{edited}`,
    { version: 1, name: 'Ada’s now', tags: ['ada'] },
    'edited',
    { version: 2, changed: ['name', 'tags'] },
  ],
  [
    'segment.changed',
    'put',
    `${segments}/{edited}/rules/{node}`,
    { version: 2, value: 'Elsewhere', field: 'city', operator: 'equals' },
    'edited',
    { version: 3, changed: ['rules'] },
  ],
  [
    'segment.changed',
    'post',
    `${segments}/{edited}/versions/1/restore`,
    { version: 3 },
    'edited',
    { version: 4, changed: ['name', 'tags', 'rules'] },
  ],
  [
    'segment.status-changed',
    'post',
    `${segments}/{paused}/pause`,
    undefined,
    'paused',
    { from: 'active', to: 'paused' },
  ],
  [
    'segment.status-changed',
    'post',
    `${segments}/{paused}/archive`,
    undefined,
    'paused',
    { from: 'paused', to: 'archived' },
  ],
  [
    'segment.status-changed',
    'post',
    `${segments}/{paused}/restore`,
    undefined,
    'paused',
    { from: 'archived', to: 'paused' },
  ],
  ['segment.used', 'post', `${segments}/{used}/mark-used`, undefined, 'used', {}],
  [
    'segment.calculation-started',
    'post',
    `${segments}/{calculated}/calculate?wait=true`,
    undefined,
    'calculated',
    { run: expect.any(String), version: 1, as_of: expect.any(String) },
  ],
  [
    'segment.deleted',
    'delete',
    `${segments}/{deleted}`,
    undefined,
    'deleted',
    { subject: 'contact', version: 1, members: null },
  ],
  [
    'segment.members-added',
    'post',
    `${segments}/{hybrid}/members`,
    { external_ids: ['audit-1', 'audit-2', 'nobody'], reason: 'Ada asked for it' },
    'hybrid',
    { added: 0, already_in: 2, not_found: 1, exclusions_lifted: 0 },
  ],
  [
    'segment.member-removed',
    'delete',
    `${segments}/{excluding}/members/{person}`,
    undefined,
    'excluding',
    {},
  ],
  ['segment.pin-removed', 'delete', `${segments}/{unpinning}/pins/{person}`, undefined, 'unpinning', {}],
  [
    'custom-field.created',
    'post',
    '/api/custom-fields',
    { subject: 'contact', key: 'made', label: 'Made', type: 'text' },
    undefined,
    { subject: 'contact', key: 'made', type: 'text' },
  ],
  [
    'custom-field.changed',
    'put',
    '/api/custom-fields/{relabelled}',
    { version: 1, label: 'Ada' },
    'relabelled',
    { subject: 'contact', key: 'relabelled', version: 2 },
  ],
  [
    'custom-field.archived',
    'post',
    '/api/custom-fields/{shelved}/archive',
    undefined,
    'shelved',
    { subject: 'contact', key: 'shelved', version: 2 },
  ],
  [
    'custom-field.restored',
    'post',
    '/api/custom-fields/{shelved}/restore',
    undefined,
    'shelved',
    { subject: 'contact', key: 'shelved', version: 3 },
  ],
  [
    'custom-field.converted',
    'post',
    '/api/custom-fields/{converted}/convert',
    { version: 1, type: 'number', drop_unreadable: true },
    'converted',
    { subject: 'contact', key: 'converted', from: 'text', to: 'number', values: 2, dropped: 1 },
  ],
  [
    'custom-field.deleted',
    'delete',
    '/api/custom-fields/{dropped}',
    undefined,
    'dropped',
    { subject: 'contact', key: 'dropped', type: 'text', values: 2 },
  ],
  [
    'consent.recorded',
    'put',
    '/api/consent/contact/{person}',
    { channel: 'email', opted_in: false, source: 'Ada on the phone' },
    undefined,
    { channel: 'email', opted_in: false },
  ],
  [
    'suppression.made',
    'post',
    '/api/suppressions',
    address('audit-1@example.com'),
    undefined,
    { channel: 'email', reason: 'bounced' },
  ],
  [
    'suppression.lifted',
    'delete',
    '/api/suppressions/{suppression}',
    undefined,
    'suppression',
    { channel: 'email', reason: 'bounced' },
  ],
  [
    'column-map.created',
    'post',
    '/api/column-maps',
    columnMap('Ada’s'),
    undefined,
    { subject: 'contact', format: 'csv', columns: ['email'], reachable_by: null, version: 1 },
  ],
  [
    'column-map.changed',
    'put',
    '/api/column-maps/{mapped}',
    { version: 1, format: 'json' },
    'mapped',
    { subject: 'contact', format: 'json', columns: ['email'], reachable_by: null, version: 2 },
  ],
  [
    'column-map.deleted',
    'delete',
    '/api/column-maps/{unmapped}',
    undefined,
    'unmapped',
    { subject: 'contact', format: 'csv', columns: ['email'], reachable_by: null, version: 1 },
  ],
];

const carryOut = ([, method, path, body]: Act) => {
  const named = path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? people[0] ?? '');
  return app.api[method](named).send(body);
};

const latest = async (): Promise<AuditEntry | undefined> =>
  (await app.api.get('/api/audit').query({ limit: 1 }).expect(200)).body.items[0];

/** Of every table of the engine's but those that note what was asked. */
async function stored(): Promise<string> {
  const tables = await app.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where relnamespace = to_regnamespace('segmentation') and relkind = 'r' order by 1`,
  );
  const all = tables.filter(({ name }) => !/login_attempt|audit|lost/.test(name));
  const rows = all.map(
    ({ name }) => `select '${name}' as name, (select json_agg(t)::text from ${name} t) as rows`,
  );
  return JSON.stringify(await app.query(rows.join(' union all ')));
}

describe.each(acts.map((act) => [act[0], act[1], act[2], act] as const))('%s, %s %s', (_a, _m, _p, act) => {
  const [action, , , , target, details] = act;

  it('is not done where it cannot be written down', async () => {
    await app.query('alter table segmentation.audit rename to lost');
    app.nest.useLogger(false);
    const before = await stored();
    await carryOut(act).expect(500);
    expect(await stored()).toBe(before);
    await app.query('alter table segmentation.lost rename to audit');
  });

  it('is on record: who, what, when, from where', async () => {
    expect((await carryOut(act)).status).toBeLessThan(300);
    const [kind] = action.split('.');
    expect(await latest()).toEqual({
      id: expect.any(String),
      at: expect.any(String),
      actor_id: expect.stringMatching(/^key:/),
      actor_name: 'API key',
      from_address: expect.stringContaining('127.0.0.1'),
      action,
      target_type: kind === 'consent' ? 'contact' : kind,
      target_id: target === undefined ? expect.any(String) : ids[target],
      details,
    });
  });
});

it('the entries name nobody, and nothing that somebody is known by', async () => {
  const { body } = await app.api.get('/api/audit').query({ limit: 500 }).expect(200);
  const text = JSON.stringify(body.items);
  for (const name of [...people.map((id) => `"${id}"`), 'audit-1', 'example.com', 'Ada', 'Auditby'])
    expect(text).not.toContain(name);
});

it('what was done to a person is found by their id', async () => {
  const { body } = await app.api.get('/api/audit').query({ target: people[0] }).expect(200);
  expect(body.items.map(({ action }: AuditEntry) => action)).toEqual(['consent.recorded']);
});

it('what is refused, and what changes nothing, leaves no entry', async () => {
  const before = await latest();
  await app.api.put(`${segments}/${ids.edited}`).send({ version: 4 }).expect(200);
  await app.api.put(`${segments}/${ids.edited}`).send({ version: 1, name: 'Stale' }).expect(409);
  await app.as(keys.reader).delete(`${segments}/${ids.edited}`).expect(403);
  await app.api.delete('/api/suppressions/01890000-0000-7000-8000-000000000000').expect(404);
  expect(await latest()).toEqual(before);
});
