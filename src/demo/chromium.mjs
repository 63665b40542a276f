/** Finds the Chromium that the browser tests drive, or installs Debian's. */

import { existsSync } from 'node:fs';
import { project, runProgram } from './run.mjs';

const debian = '/usr/bin/chromium';
const missing =
  'The browser tests need Chromium. Install it (`apt-get install chromium`) or set CHROMIUM_PATH to its program.';

/** Called before the tests; without Chromium the browser tests themselves fail, so that all others still run. */
export async function provideChromium(jestArguments) {
  if (process.env.CHROMIUM_PATH) {
    if (!existsSync(process.env.CHROMIUM_PATH))
      console.error(`There is no ${process.env.CHROMIUM_PATH} (CHROMIUM_PATH). ${missing}`);
    return;
  }
  if (existsSync(debian) || !wanted(jestArguments)) return;
  console.error('Installing Chromium for the browser tests (apt-get install chromium) …');
  if ((await installFromDebian()) !== 0 || !existsSync(debian)) console.error(missing);
}

const wanted = (jestArguments) =>
  existsSync(`${project}/test/browser`) &&
  (jestArguments.length === 0 || jestArguments.some((argument) => argument.includes('browser')));

async function installFromDebian() {
  if (!existsSync('/usr/bin/apt-get')) return 1;
  const asRoot = process.getuid?.() === 0 ? [] : ['sudo', '--non-interactive'];
  const aptGet = async (...args) => {
    const [program, ...rest] = [
      ...asRoot,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '--quiet=2',
      ...args,
    ];
    return runProgram(program, rest, { stdio: ['ignore', 2, 2] }).catch((error) => {
      console.error(`${program} could not be started: ${error.message}`);
      return 1;
    });
  };
  return (await aptGet('update')) || aptGet('install', '--yes', '--no-install-recommends', 'chromium');
}
