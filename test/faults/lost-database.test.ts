/** The database goes away and comes back: the process stays, says so meanwhile, and goes on without a restart. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../support/application.js';
import { type DatabaseProxy, proxyTo } from '../support/proxy.js';
import { calculate, livesIn, makeSegment, membersOf, settle, until } from '../support/segments.js';

let app: TestApplication;
let proxy: DatabaseProxy;
let segment: string;
const unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  app = await openApplication({
    reach: async (url) => {
      proxy = await proxyTo(url);
      return `${proxy.url}?application_name=demo`;
    },
  });
  await settle(app, 'Lastby', 'last-1');
  segment = (await makeSegment(app.api, 'Last', livesIn('Lastby'))).id;
  await calculate(app.api, segment);
});
afterEach(() => expect(unhandled).toEqual([]));
afterAll(async () => {
  await app.close();
  await proxy.cut();
  process.off('unhandledRejection', note);
});

const status = async (path: string): Promise<number> => (await app.as(undefined).get(path)).status;

describe('without its database, the application', () => {
  it('is alive and not ready, says so on every route, and goes on when it is back', async () => {
    expect([await status('/health/live'), await status('/health/ready')]).toEqual([200, 200]);
    await proxy.cut();
    expect([await status('/health/live'), await status('/health/ready')]).toEqual([200, 503]);
    const rules = livesIn('Lastby');
    const answers = await Promise.all([
      app.api.get('/api/catalogue'),
      app.api.get('/api/segments'),
      app.api.post('/api/segments').send({ name: 'Lost', subject: 'contact', rules }),
      app.api.get(`/api/segments/${segment}`),
      app.api.put(`/api/segments/${segment}`).send({ version: 1, name: 'Lost' }),
      app.api.delete(`/api/segments/${segment}`),
      app.api.get(`/api/segments/${segment}/members`),
      app.api.get(`/api/segments/${segment}/members/1/explain`),
      app.api.get(`/api/segments/${segment}/runs`),
      app.api.post(`/api/segments/${segment}/calculate`),
      app.api.post('/api/segments/preview').send({ subject: 'contact', rules }),
      app.api.post('/api/segments/preview?ids=true').send({ subject: 'contact', rules }),
    ]);
    for (const answer of answers)
      expect([answer.status, answer.type, JSON.parse(answer.text).code]).toEqual([
        503,
        'application/problem+json',
        'database.unavailable',
      ]);
    await proxy.mend();
    await until(
      () => status('/health/ready'),
      (ready) => ready === 200,
    );
    expect(await membersOf(app.api, segment)).toEqual(['last-1']);
    expect(await calculate(app.api, segment)).toMatchObject({ status: 'succeeded', member_count: 1 });
  });

  it('answers who was waiting for a preview or a calculation, and keeps the members', async () => {
    await settle(app, 'Lastby', 'last-2');
    const client = await app.database.pool.connect();
    await client.query('begin; lock table crm.contacts in access exclusive mode');
    const preview = app.api
      .post('/api/segments/preview')
      .send({ subject: 'contact', rules: livesIn('Lastby') })
      .then();
    const run = app.api.post(`/api/segments/${segment}/calculate`).query({ wait: 'true' }).then();
    const waiting = () =>
      app.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
    await until(waiting, (sessions) => sessions.length === 2);
    await proxy.cut();
    expect([(await preview).status, (await preview).body.code]).toEqual([503, 'database.unavailable']);
    expect((await run).body).toMatchObject({ status: 'failed', error_code: 'database.unavailable' });
    await client.query('commit');
    client.release();
    await proxy.mend();
    await until(
      () => status('/health/ready'),
      (ready) => ready === 200,
    );
    expect(await membersOf(app.api, segment)).toEqual(['last-1']);
    await app.query(
      `update segmentation.runs set started_at = now() - interval '2 min' where status = 'running'`,
    );
    const { body } = await app.api.get(`/api/segments/${segment}/runs`).expect(200);
    expect(body.items[0]).toMatchObject({ status: 'failed', error_code: 'run.abandoned' });
    expect(await calculate(app.api, segment)).toMatchObject({
      status: 'succeeded',
      joined: 1,
      member_count: 2,
    });
  });

  it('goes on after the server has ended every session', async () => {
    await app.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'demo'`,
    );
    await until(
      () => status('/health/ready'),
      (ready) => ready === 200,
    );
    expect(await membersOf(app.api, segment)).toEqual(['last-1', 'last-2']);
  });
});
