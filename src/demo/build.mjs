/** Compiles `src` and the screens to `dist`, only what has changed; several processes may do so at the same time. */

import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { transformFile } from '@swc/core';
import { project } from './run.mjs';
import { bundleScreens } from './screens.mjs';

const manifest = `${project}/dist/.compiled.json`;
/** A change to one of these changes what every file compiles to. */
const recipe = ['.swcrc', 'src/demo/build.mjs', 'node_modules/@swc/core/package.json'];

/** Resolves to what could not be compiled, a message a file; everything else is compiled all the same. */
export async function build() {
  const sources = await sourceFiles();
  const recipeTime = Math.max(...(await Promise.all(recipe.map((path) => changedAt(`${project}/${path}`)))));
  const problems = await Promise.all(sources.map((source) => compileIfChanged(source, recipeTime)));
  await removeLeftovers(sources.map(outputOf));
  return [...problems.filter((problem) => problem !== undefined), ...(await bundleScreens())];
}

async function sourceFiles() {
  const entries = await readdir(`${project}/src`, { recursive: true });
  return entries.filter((path) => /(?<!\.d)\.tsx?$/.test(path)).map((path) => path.replaceAll('\\', '/'));
}

const outputOf = (source) => source.replace(/\.tsx?$/, '.js');

async function compileIfChanged(source, recipeTime) {
  const from = `${project}/src/${source}`;
  const to = `${project}/dist/${outputOf(source)}`;
  if ((await changedAt(to)) > Math.max(await changedAt(from), recipeTime)) return undefined;
  try {
    const { code, map } = await transformFile(from, {
      cwd: project,
      sourceFileName: relative(dirname(to), from),
    });
    const mapName = `${to.split('/').at(-1)}.map`;
    await replaceFile(`${to}.map`, map);
    await replaceFile(to, `${code}\n//# sourceMappingURL=${mapName}\n`);
    return undefined;
  } catch (error) {
    return `src/${source} does not compile: ${error.message}`;
  }
}

/** 0 for a file that is not there. */
async function changedAt(path) {
  const entry = await stat(path).catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return entry?.mtimeMs ?? 0;
}

/** By renaming: another process never reads half a file. */
async function replaceFile(path, content) {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}`;
  await writeFile(half, content);
  await rename(half, path);
}

/** A file whose source is gone must not be imported by accident. */
async function removeLeftovers(outputs) {
  const before = (await changedAt(manifest)) ? JSON.parse(await readFile(manifest, 'utf8')) : [];
  const now = new Set(outputs);
  const gone = before.filter((output) => !now.has(output));
  for (const output of gone)
    for (const name of [output, `${output}.map`, output.replace(/\.js$/, '.d.ts')])
      await rm(`${project}/dist/${name}`, { force: true });
  if (gone.length > 0 || before.length !== outputs.length)
    await replaceFile(manifest, JSON.stringify(outputs));
}
