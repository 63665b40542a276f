/** Lets Node run the project's TypeScript as it stands, for programs under `test` that jest does not run. */

import { existsSync } from 'node:fs';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { transformFile } from '@swc/core';

// Node loads this file twice: in the program, where it registers itself, and in the thread that loads modules.
if (isMainThread) register(import.meta.url);

const project = fileURLToPath(new URL('../..', import.meta.url));

/** `./x.js` names `x.ts`, as it does for the compiler. */
export async function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && context.parentURL) {
    const url = new URL(specifier, context.parentURL);
    for (const extension of ['.ts', '.tsx']) {
      const source = new URL(url.href.replace(/\.js$/, extension));
      if (source.href !== url.href && existsSync(source)) return { url: source.href, shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!/\.tsx?$/.test(url)) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), { cwd: project, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
