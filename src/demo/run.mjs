/** Starts the project's tools as child processes and hands on signals and exit codes. */

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

export const project = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** The script of an installed tool, run by Node itself: no shell, no PATH. */
export const tool = (path) => `${project}/node_modules/${path}`;

export const run = (script, args, options) => runNode([], script, args, options);

export const runNode = (flags, script, args, options) =>
  runProgram(process.execPath, [...flags, script, ...args], options);

/** Resolves to the exit code, as a shell would report it. */
export function runProgram(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: project, stdio: 'inherit', ...options });
    // The terminal sends Ctrl-C to the child as well; this process only has to wait for it.
    const wait = () => undefined;
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', wait).on('SIGTERM', forward);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.off('SIGINT', wait).off('SIGTERM', forward);
      resolve(signal ? 128 + constants.signals[signal] : code);
    });
  });
}
