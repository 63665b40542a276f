/** `npm start` as a user meets it: one sentence when it cannot, an orderly end when it is told to. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '../../src/demo/port.js';
import { createDatabase, type TestDatabase } from '../support/database.js';

const program = fileURLToPath(new URL('../../dist/demo/main.js', import.meta.url));
let database: TestDatabase;

beforeAll(async () => {
  database = await createDatabase();
});

afterAll(() => database.drop());

function start(variables: Record<string, string>): { child: ChildProcess; output: () => string } {
  const env = { ...process.env, DATABASE_URL: database.url, ...variables };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (text += chunk));
  return { child, output: () => text };
}

async function untilReady({ child, output }: ReturnType<typeof start>): Promise<void> {
  while (!output().includes('Ready on')) {
    if (child.exitCode !== null) throw new Error(output());
    await Promise.race([once(child.stderr ?? child, 'data'), once(child, 'exit')]);
  }
}

describe('the demo', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('serves until %s, and then ends in order', async (signal) => {
    const port = await freePort();
    const started = start({ PORT: String(port) });
    await untilReady(started);
    const response = await fetch(`http://127.0.0.1:${port}/health/live`);
    expect(await response.json()).toEqual({ status: 'ok' });
    started.child.kill(signal);
    expect(await once(started.child, 'exit')).toEqual([0, null]);
  });

  it('says in one sentence that its port is taken', async () => {
    const port = await freePort();
    const other = createServer().listen(port);
    await once(other, 'listening');
    const { child, output } = start({ PORT: String(port) });
    const [code] = await once(child, 'close');
    other.close();
    expect(code).toBe(1);
    expect(output()).toBe(
      `Port ${port} is in use by another program: stop that one, or choose another port, such as "PORT=${port + 1} npm start".\n`,
    );
  });

  it('says in one sentence that a database which does not answer cannot be reached', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const url = `postgres://nobody@127.0.0.1:${port}/none`;
    const { child, output } = start({ DATABASE_URL: url, PORT: String(await freePort()) });
    const [code] = await once(child, 'close');
    silent.close();
    expect(code).toBe(1);
    expect(output()).toBe(
      'The database that DATABASE_URL names cannot be reached: start it, or mend the address.\n',
    );
  });

  it('refuses to take the word of just anybody for where a caller is', async () => {
    const { child, output } = start({ TRUST_PROXY: 'true' });
    const [code] = await once(child, 'close');
    expect([code, output()]).toEqual([
      1,
      'TRUST_PROXY is "true": set it to the number of proxies in front, or to their addresses or networks.\n',
    ]);
  });

  it.each(['web', '0', '65536', '3000.5'])('refuses the port %s', async (port) => {
    const { child, output } = start({ PORT: port });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(output()).toBe(`PORT is "${port}": set it to a number from 1 to 65535.\n`);
  });
});
