/** Installs the dependencies when they are not the ones that the lock file names. */

import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { project, runProgram } from './run.mjs';

export async function install() {
  if (isCurrent()) return;
  demandFolder();
  console.error('Installing the dependencies (npm ci), about a minute the first time …');
  // Tests and the demo need the development dependencies even where NODE_ENV says production.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  // Standard output belongs to the command itself (a CSV, a JSON document), so npm's goes to standard error.
  const stdio = ['ignore', 2, 2];
  const npm = process.env.npm_execpath;
  const exitCode = npm?.endsWith('.js')
    ? await runProgram(process.execPath, [npm, ...args], { stdio })
    : await runProgram('npm', args, { stdio });
  if (exitCode === 0) return;
  const message =
    'The dependencies could not be installed: npm says why above. Is the package registry reachable?';
  throw expected(message);
}

/** npm empties the folder first: behind a link, that of another project. */
function demandFolder() {
  const folder = `${project}/node_modules`;
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  throw expected(
    `${folder} is a link, and what is behind it is not what package-lock.json names. Remove the link, or install there.`,
  );
}

const expected = (message) => Object.assign(new Error(message), { expected: true });

/** npm writes the hidden lock file last, so it is missing after an install that was cut short. */
function isCurrent() {
  const installedPath = `${project}/node_modules/.package-lock.json`;
  if (!existsSync(installedPath)) return false;
  const wanted = packagesOf(`${project}/package-lock.json`);
  const installed = packagesOf(installedPath);
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

const packagesOf = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;
