/** The demo's own PostgreSQL is killed: the process says so, starts it again and goes on, with nothing lost. */

import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/demo/embedded-postgres.js';
import { openApplication, type TestApplication } from '../support/application.js';
import { sample } from '../support/sample.js';
import { calculate, makeSegment, membersOf, until } from '../support/segments.js';

let folder: string;
let server: EmbeddedPostgres;
let app: TestApplication;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lost-server-'));
  // The server's own user passes through when the tests run as root.
  await chmod(folder, 0o711);
  const settings = { fsync: 'off', shared_buffers: '16MB' };
  server = await startEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    settings,
    initdbFlags: ['--no-sync'],
    log: () => undefined,
  });
  await sample.build(server.url);
  app = await openApplication({ reach: () => server.url });
}, 60_000);
afterAll(async () => {
  await app.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

const status = async (path: string): Promise<number> => (await app.as(undefined).get(path)).status;
const ready = (hoped: number) =>
  until(
    () => status('/health/ready'),
    (answered) => answered === hoped,
  );

it('is not ready without its server, starts it again, and does its work', async () => {
  const { id } = await makeSegment(app.api, 'Everyone', { everyone: true });
  const before = await calculate(app.api, id);
  const pidFile = await readFile(join(folder, 'data', 'postgres', 'postmaster.pid'), 'utf8');
  process.kill(Number(pidFile.split('\n')[0]), 'SIGKILL');
  await ready(503);
  expect(await status('/health/live')).toBe(200);
  await ready(200);
  expect(await membersOf(app.api, id)).toHaveLength(before.member_count ?? 0);
  expect(await calculate(app.api, id)).toMatchObject({ status: 'succeeded', joined: 0, left: 0 });
});
