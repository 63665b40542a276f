/** What a host gets installed: everything that the shipped code imports, and nothing that it does not. */

import { readdir, readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from '@jest/globals';
import ts from 'typescript';

const project = new URL('../../', import.meta.url);

/** Needed without being imported, each for a reason. */
const needed: Readonly<Record<string, string>> = {
  '@nestjs/platform-express': 'requests and answers are those of Express',
  'pg-query-stream': 'TypeORM looks for it beside itself, to stream what a statement finds',
  '@types/express': 'the declarations name its requests',
  '@types/pg': 'the declarations name its clients',
};

/** In the bundles of AdminJS, which the screens are run with. */
const optional = ['@adminjs/design-system', 'adminjs'];

let imported: ReadonlyMap<string, string>;
let manifest: {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional: boolean }>>;
};

beforeAll(async () => {
  imported = await packagesImported();
  manifest = JSON.parse(await readFile(new URL('package.json', project), 'utf8'));
});

/** Each with a file that imports it. */
async function packagesImported(): Promise<Map<string, string>> {
  const folder = fileURLToPath(new URL('src/', project));
  const files = (await readdir(folder, { recursive: true })).filter((name) =>
    /^(?!crm|demo).*\.ts$/.test(name),
  );
  const found = new Map<string, string>();
  for (const file of files) {
    const { importedFiles } = ts.preProcessFile(await readFile(`${folder}${file}`, 'utf8'));
    for (const { fileName } of importedFiles)
      if (!fileName.startsWith('.') && !isBuiltin(fileName)) found.set(packageOf(fileName), file);
  }
  return found;
}

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

it('are the packages that are imported', () => {
  const installed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  expect([...imported.keys(), ...Object.keys(needed)].sort()).toEqual(installed.sort());
});

it('leave AdminJS to those who want a back office', () => {
  expect(Object.keys(manifest.peerDependenciesMeta).sort()).toEqual(optional);
  const importing = [...imported].filter(([name]) => optional.includes(name)).map(([, file]) => file);
  expect(importing.filter((file) => !file.startsWith('back-office/'))).toEqual([]);
});
