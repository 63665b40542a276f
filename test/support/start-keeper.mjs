/** Starts the process that keeps the tests' PostgreSQL, and lets it go. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Resolves to where the tests ask for the server, and how to end it. */
export async function startKeeper() {
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('server-keeper.mjs', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A group of its own: what ends the run must not end the one who cleans up after it.
    detached: true,
  });
  const failed = once(keeper, 'exit').then(([code]) => {
    throw new Error(`The process that keeps the test server ended with code ${code}.`);
  });
  const [address] = await Promise.race([once(keeper.stdout, 'data'), failed]);
  return {
    address: String(address).trim(),
    async end() {
      keeper.stdin.end();
      if (keeper.exitCode === null) await once(keeper, 'exit');
    },
  };
}
