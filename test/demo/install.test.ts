/** Dependencies are installed where they are the project's own, and never through a link into another's. */

import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';

const demo = fileURLToPath(new URL('../../src/demo/', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'install-'));
});
afterAll(() => rm(folder, { recursive: true }));

const lock = (version: string): string =>
  JSON.stringify({ packages: { '': {}, 'node_modules/one': { version } } });

/** A project that wants version 2 of a package, behind a link to a folder that has this one. */
async function linked(name: string, version: string): Promise<{ project: string; behind: string }> {
  const [project, behind] = [join(folder, name), join(folder, `${name} of another`)];
  await mkdir(behind);
  await writeFile(join(behind, '.package-lock.json'), lock(version));
  for (const file of ['install.mjs', 'run.mjs']) await cp(join(demo, file), join(project, 'src/demo', file));
  await writeFile(join(project, 'package-lock.json'), lock('2.0.0'));
  await symlink(behind, join(project, 'node_modules'));
  return { project, behind };
}

async function install(project: string): Promise<void> {
  const { install } = await import(pathToFileURL(join(project, 'src/demo/install.mjs')).href);
  await install();
}

it('leaves alone what is behind a link and differs from the lock file', async () => {
  const { project, behind } = await linked('differs', '1.0.0');
  await expect(install(project)).rejects.toMatchObject({
    expected: true,
    message: expect.stringMatching(/node_modules is a link.*package-lock\.json/),
  });
  expect(await readdir(behind)).toEqual(['.package-lock.json']);
});

it('takes what is behind a link where it is what the lock file names', async () => {
  const { project } = await linked('same', '2.0.0');
  await install(project);
});
