/** Before all tests: compiles the sources (some tests run the programs) and has someone at hand to start a database. */

import { randomBytes } from 'node:crypto';
import { build } from '../../src/demo/build.mjs';
import { startKeeper } from './start-keeper.mjs';

export default async function globalSetup() {
  // Reported, not fatal: only what needs the broken file fails, and the type check names it too.
  for (const problem of await build()) console.error(problem);
  process.env.TEST_RUN ??= randomBytes(4).toString('hex');
  // Whoever runs the tests many times over brings a server along.
  if (process.env.TEST_DATABASE_URL || process.env.TEST_SERVER_KEEPER) return;
  globalThis.testServerKeeper = await startKeeper();
  process.env.TEST_SERVER_KEEPER = globalThis.testServerKeeper.address;
}
