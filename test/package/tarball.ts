/** The package as it is published: built, and packed into a folder. */

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export interface Tarball {
  /** Where it is. */
  readonly file: string;
  /** The names of the files in it. */
  readonly names: readonly string[];
}

const project = fileURLToPath(new URL('../..', import.meta.url));
const npm = (...args: string[]) => promisify(execFile)('npm', args, { cwd: project, maxBuffer: 1e8 });

export async function pack(folder: string): Promise<Tarball> {
  await npm('run', 'build');
  const { stdout } = await npm('pack', '--json', '--pack-destination', folder);
  const [{ filename, files }] = JSON.parse(stdout) as [{ filename: string; files: { path: string }[] }];
  return { file: join(folder, filename), names: files.map(({ path }) => path) };
}
