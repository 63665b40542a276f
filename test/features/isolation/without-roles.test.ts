/** Where the database user may neither make roles nor take them: everything works, policies stand, and doctor says what is missing. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { TenantDatabase } from '../../../src/access/tenant-database.js';
import { keys } from '../../support/application.js';
import { runCommand } from '../../support/command-line.js';
import { calculate, livesIn, membersOf } from '../../support/segments.js';
import { Visitor } from '../back-office/hosts.js';
import { type OwnedApplication, openOwned } from './ordinary-user.js';
import { hidden, plant, type Things } from './planted.js';

let app: OwnedApplication;
let things: Things;
const segment = () => things['/api/segments/{id}'] ?? '';

beforeAll(async () => {
  app = await openOwned(false);
  things = await plant(app, keys.own);
}, 60_000);
afterAll(() => app.close());

describe('without roles', () => {
  it('statements run as the database user, whom row-level security does not spare', async () => {
    const [state] = await app.nest
      .get(TenantDatabase)
      .query<unknown[]>(
        '2',
        'select current_user as role, (select count(*)::integer from crm.contacts) as contacts',
      );
    expect(state).toEqual({ role: app.user, contacts: 15 });
    expect(await app.nest.get(DataSource).query('select from crm.contacts')).toEqual([]);
  });

  it('rules are evaluated, members calculated and explained', async () => {
    const preview = { subject: 'contact', rules: livesIn(hidden.city) };
    expect((await app.api.post('/api/segments/preview').send(preview).expect(200)).body.count).toBe(1);
    expect((await calculate(app.api, segment())).status).toBe('succeeded');
    expect(await membersOf(app.api, segment())).toEqual([`${hidden.word}-1`]);
    const member = things['/api/segments/{id}/members/{member_id}'];
    await app.api.get(`/api/segments/${segment()}/members/${member}/explain`).expect(200);
  });

  it('segments are changed and removed', async () => {
    const other = await plant(app, keys.own);
    const path = `/api/segments/${other['/api/segments/{id}']}`;
    await app.api.put(path).send({ version: 1, name: 'Renamed' }).expect(200);
    await app.api.delete(path).expect(204);
    await app.as(keys.foreign).get(`/api/segments/${segment()}`).expect(404);
  });

  it('the back office lets people in, shows records and changes them', async () => {
    const admin = { email: 'admin@example.com', password: 'a long enough password' };
    const visitor = await new Visitor(app.nest, '/admin').login(app.nest, admin);
    const { body } = await visitor.list('contacts', 'perPage=500').expect(200);
    expect(body.records.length).toBeGreaterThan(30);
    const answer = await visitor.change('contacts', body.records[0].id, { city: 'Changedby' });
    expect(answer.body.notice.type).toBe('success');
  });

  it('doctor says which wall is missing and who can build it', async () => {
    const { exitCode, out } = await runCommand(app, 'doctor');
    const missing = out.split('\n').filter((line) => line.startsWith('✗'));
    expect([exitCode, missing]).toEqual([
      1,
      [expect.stringMatching(/^✗ Roles for requests.*wall.*is missing/)],
    ]);
    expect(missing[0]).toContain(`grant segmentation_request to ${app.user}`);
    expect(out).toContain('✓ Row-level security on all tables of the engine');
  });
});
