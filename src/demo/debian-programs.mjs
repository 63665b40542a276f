/** Finds the programs that some tests drive, a browser and an office program, or installs Debian's. */

import { existsSync } from 'node:fs';
import { project, runProgram } from './run.mjs';

const programs = [
  {
    called: 'Chromium',
    variable: 'CHROMIUM_PATH',
    usual: '/usr/bin/chromium',
    package: 'chromium',
    neededBy: 'test/browser',
  },
  {
    called: 'LibreOffice',
    variable: 'LIBREOFFICE_PATH',
    usual: '/usr/bin/soffice',
    package: 'libreoffice-calc',
    neededBy: 'test/features/members/export/spreadsheet',
  },
];

/** Called before the tests; without a program its own tests fail, so that all others still run. */
export async function providePrograms(jestArguments) {
  for (const program of programs) await provide(program, jestArguments);
}

async function provide({ called, variable, usual, package: name, neededBy }, jestArguments) {
  const missing = `Some tests need ${called}. Install it (\`apt-get install ${name}\`) or set ${variable} to its program.`;
  const given = process.env[variable];
  if (given) {
    if (!existsSync(given)) console.error(`There is no ${given} (${variable}). ${missing}`);
    return;
  }
  if (existsSync(usual) || !wanted(neededBy, jestArguments)) return;
  console.error(`Installing ${called} for the tests (apt-get install ${name}) …`);
  if ((await installFromDebian(name)) !== 0 || !existsSync(usual)) console.error(missing);
}

/** All tests, or some that are among those that need it, as far as the arguments say. */
const wanted = (neededBy, jestArguments) =>
  existsSync(`${project}/test`) &&
  (jestArguments.length === 0 ||
    jestArguments.some(
      (argument) => neededBy.startsWith(argument) || argument.includes(neededBy.split('/').at(-1)),
    ));

async function installFromDebian(name) {
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
  return (await aptGet('update')) || aptGet('install', '--yes', '--no-install-recommends', name);
}
