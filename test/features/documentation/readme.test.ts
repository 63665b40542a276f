/** The README's tables against what there is: every route stands in the one of calls, every folder in the code map. */

import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';

const project = new URL('../../../', import.meta.url);

let app: TestApplication;
let readme: string;
beforeAll(async () => {
  app = await openApplication();
  readme = await readFile(new URL('README.md', project), 'utf8');
});
afterAll(() => app.close());

/** The first cells of the table with this head. */
function firstCells(head: string): string[] {
  const [, table = ''] = readme.split(`| ${head} |`);
  const [rows = ''] = table.split('\n\n');
  return rows.split('\n').flatMap((row) => /^\| (.*?) \| /.exec(row)?.[1] ?? []);
}

/** A path whose names of ids do not matter. */
const shape = (path: string): string => path.replaceAll(/\{\w+\}/g, '{}');

/** What a row speaks of: paths that are written out, and ends of paths that begin as one of those does. */
function pathsIn(cell: string): string[] {
  const written = [...cell.matchAll(/`(?:[A-Z]+ )?(?:…)?(\/[^`?]*)[^`]*`/g)].map(([, path = '']) => path);
  const whole = written.filter((path) => path.startsWith('/api/')).map((path) => path.split('/'));
  const beginnings = whole.flatMap((steps) => steps.map((_, end) => steps.slice(0, end + 1).join('/')));
  return written.flatMap((path) => [path, ...beginnings.map((beginning) => beginning + path)]).map(shape);
}

it('every route stands in the table of calls', async () => {
  const { body } = await app.as(undefined).get('/api/docs-json').expect(200);
  const told = new Set(firstCells('call | does').flatMap(pathsIn));
  const routes = Object.keys(body.paths).filter((path) => !path.startsWith('/health'));
  expect(routes.filter((path) => !told.has(shape(path)))).toEqual([]);
});

it('every folder of src stands in the code map', async () => {
  const told = firstCells('folder | is in charge of').join();
  const entries = await readdir(new URL('src', project), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `\`src/${name}\``);
  expect(folders.filter((folder) => !told.includes(folder))).toEqual([]);
});
