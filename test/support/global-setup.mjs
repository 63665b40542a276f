/** Before all tests: compiles the sources (some tests run the programs) and has someone at hand to start a database. */

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { build } from '../../src/demo/build.mjs';

export default async function globalSetup() {
  // Reported, not fatal: only what needs the broken file fails, and the type check names it too.
  for (const problem of await build()) console.error(problem);
  process.env.TEST_RUN = randomBytes(4).toString('hex');
  if (process.env.TEST_DATABASE_URL) return;
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('server-keeper.mjs', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A group of its own: what ends the run must not end the one who cleans up after it.
    detached: true,
  });
  globalThis.testServerKeeper = keeper;
  const [address] = await Promise.race([
    once(keeper.stdout, 'data'),
    once(keeper, 'exit').then(([code]) =>
      Promise.reject(new Error(`The test server's keeper ended with code ${code}.`)),
    ),
  ]);
  process.env.TEST_SERVER_KEEPER = String(address).trim();
}
