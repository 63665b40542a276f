/** Runs one command of this project, also on a fresh clone: installs and builds what is missing first. Needs Node and npm only. */

import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { project, run, runNode, tool } from './run.mjs';

const commands = { start, cli, test, check, format, build, bench, mutants };

await main(process.argv.slice(2)).catch((error) => {
  // A failed command has said why on its own output; anything else is a fault of this script and shows its stack.
  console.error(error.expected ? error.message : error);
  process.exitCode = 1;
});

async function main([name, ...args]) {
  requireNode();
  const command = commands[name];
  if (!command) throw new Error(`Unknown command ${name}: one of ${Object.keys(commands).join(', ')}.`);
  process.chdir(project);
  await install();
  const exitCode = await command(args);
  if (exitCode) process.exitCode = exitCode;
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Node ${process.versions.node} is too old: nest-segments needs 20.19 or newer.`);
  process.exit(1);
}

async function start() {
  await compile();
  await enter('dist/demo/main.js', []);
}

async function cli(args) {
  await compile();
  await enter('dist/demo/cli.js', args);
}

/** Everything the package ships: JavaScript and its types. */
async function build() {
  await compile();
  return run(tool('typescript/bin/tsc'), ['--project', '.tsconfig.package.json']);
}

async function check() {
  const types = await run(tool('typescript/bin/tsc'), ['--noEmit']);
  const style = await run(tool('@biomejs/biome/bin/biome'), ['check', '--error-on-warnings']);
  return types || style;
}

async function format(args) {
  return run(tool('@biomejs/biome/bin/biome'), ['check', '--write', ...(args.length ? args : ['.'])]);
}

/** Without arguments everything is checked; arguments go to jest (a path, `-t name`) and run only what they say. */
async function test(args) {
  const { providePrograms } = await import('./debian-programs.mjs');
  await providePrograms(args);
  const checked = args.length ? 0 : await check();
  const tested = await runNode(
    ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    tool('jest/bin/jest.js'),
    args,
  );
  if (checked) console.error('The type check or the linter failed: see above the test report.');
  return checked || tested;
}

async function bench(args) {
  await compile();
  return runNode(
    ['--enable-source-maps', '--import', './test/support/typescript-loader.mjs'],
    'test/bench/main.ts',
    args,
  );
}

/** One database server for all mutants, or each would start its own. */
async function mutants(args) {
  await compile();
  const { startKeeper } = await import('../../test/support/start-keeper.mjs');
  const keeper = await startKeeper();
  const env = { ...process.env, TEST_SERVER_KEEPER: keeper.address };
  try {
    return await run(tool('@stryker-mutator/core/bin/stryker.js'), ['run', '.stryker.json', ...args], {
      env,
    });
  } finally {
    await keeper.end();
  }
}

async function compile() {
  const { build: compileSources } = await import('./build.mjs');
  const problems = await compileSources();
  if (problems.length === 0) return;
  throw Object.assign(new Error(problems.join('\n')), { expected: true });
}

/** Continues in this process, so that signals and the terminal reach the program itself. */
async function enter(file, args) {
  const url = pathToFileURL(`${project}/${file}`);
  if (!existsSync(url))
    throw Object.assign(new Error(`There is no ${file}: this version has no such program.`), {
      expected: true,
    });
  process.setSourceMapsEnabled(true);
  process.argv = [process.execPath, `${project}/${file}`, ...args];
  await import(url.href);
}
