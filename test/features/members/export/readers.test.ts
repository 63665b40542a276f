/** Whoever reads an export slowly, or no longer, does not hold the database for long. */

import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExportController } from '../../../../src/members/export/export.controller.js';
import { keys, openApplication, type TestApplication } from '../../../support/application.js';
import { calculate, livesIn, makeSegment, until } from '../../../support/segments.js';

let app: TestApplication;
let id: string;
/** More than any buffer between the database and the caller holds, also packed. */
const count = 6000;
beforeAll(async () => {
  app = await openApplication();
  await app.query(
    `insert into crm.contacts (tenant_id, external_id, city, first_name)
     select 1, 'reader ' || n, 'Readerby', (select string_agg(md5(n || ' ' || part), '') from generate_series(1, 120) part)
     from generate_series(1, $1) n`,
    [count],
  );
  id = (await makeSegment(app.api, 'Readers', livesIn('Readerby'))).id;
  await calculate(app.api, id);
});
afterAll(() => app.close());

/** Connections of the application that are doing something. */
const busy = () =>
  app.query(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and state <> 'idle' and backend_type = 'client backend' and query not like '%lock table%'`,
  );
const copying = () =>
  app.query(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and state = 'active' and query like 'copy%'`,
  );

async function open(query: string): Promise<IncomingMessage> {
  const call = request(`${app.address}/api/segments/${id}/export?${query}`, {
    headers: { authorization: `Bearer ${keys.own}` },
  });
  call.end();
  const [response] = (await once(call, 'response')) as [IncomingMessage];
  return response;
}

const all = 'columns=external_id,first_name';

describe('a reader', () => {
  it.each(['csv', 'json', 'ndjson', 'xlsx'])(
    'who takes all of the %s frees the connection',
    async (format) => {
      const response = await open(`${all}&format=${format}`);
      response.resume();
      await once(response, 'end');
      await until(busy, (rows) => rows.length === 0);
    },
  );

  it.each(['csv', 'xlsx'])(
    'who leaves in the midst of the %s frees it within five seconds',
    async (format) => {
      const response = await open(`${all}&format=${format}`);
      await once(response, 'readable');
      response.read(1);
      await until(copying, (rows) => rows.length === 1);
      response.on('error', () => undefined).destroy();
      const left = Date.now();
      await until(busy, (rows) => rows.length === 0);
      expect(Date.now() - left).toBeLessThan(5000);
    },
  );

  it('who leaves before the first row frees it within five seconds', async () => {
    const blocker = await app.database.pool.connect();
    await blocker.query('begin; lock table crm.contacts');
    const call = request(`${app.address}/api/segments/${id}/export?${all}`, {
      headers: { authorization: `Bearer ${keys.own}` },
    });
    call.on('error', () => undefined).end();
    await until(busy, (rows) => rows.length === 1);
    call.destroy();
    const left = Date.now();
    await until(busy, (rows) => rows.length === 0);
    expect(Date.now() - left).toBeLessThan(5000);
    await blocker.query('rollback');
    blocker.release();
  });

  it('who takes nothing for too long is let go of', async () => {
    app.nest.get(ExportController, { strict: false }).patience = 200;
    const response = await open(all);
    const closed = new Promise((resolve) => response.on('error', () => undefined).once('close', resolve));
    await until(busy, (rows) => rows.length === 0);
    app.nest.get(ExportController, { strict: false }).patience = 30_000;
    response.resume();
    await closed;
    expect(response.complete).toBe(false);
  });

  it('leaves the pool as it was: twenty who left take no connection with them', async () => {
    for (let turn = 0; turn < 20; turn++) {
      const response = await open(all);
      response.on('error', () => undefined).destroy();
    }
    await until(busy, (rows) => rows.length === 0);
    const whole = await open(`${all}&limit=1`);
    whole.resume();
    await once(whole, 'end');
    expect(whole.complete).toBe(true);
  });
});
