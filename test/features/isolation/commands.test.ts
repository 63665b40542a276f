/**
 * Every command that names something of a tenant's, given another tenant's: it does not exist, and nothing of it is told
 * or changed. Whoever adds a command adds a row. As for the routes, the engine's own scoping does this by itself.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { programOver, runCommand } from '../../support/command-line.js';
import { memberOf } from '../../support/segments.js';
import { hidden, plant, printOf, type Things, withoutRoles } from './planted.js';

let app: TestApplication;
let folder: string;
let foreign: Things;
let own: Things;

beforeAll(async () => {
  app = await openApplication();
  await withoutRoles(app);
  folder = await mkdtemp(join(tmpdir(), 'foreign-'));
  foreign = await plant(app, keys.own);
  own = await plant(app, keys.foreign);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const theirs = ['--tenant', '2'];
const segment = '/api/segments/{id}';
const member = '/api/segments/{id}/members/{member_id}';
const idOf = (things: Things, address: string): string => things[address] ?? '';

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

type Try = readonly [what: string, args: () => string[] | Promise<string[]>, answer: RegExp];

/** The commands that take nothing of a tenant's are here as well, with nothing to try. */
const tries: Readonly<Record<string, readonly Try[]>> = {
  doctor: [],
  templates: [['all it has', () => theirs, /./]],
  preview: [
    [
      'a rule over its segment',
      async () => [await file('rule.json', JSON.stringify(memberOf(idOf(foreign, segment)))), ...theirs],
      /^rule\.invalid: /,
    ],
  ],
  calculate: [['its segment', () => [idOf(foreign, segment), ...theirs], /^segment\.not-found: /]],
  members: [['its segment', () => [idOf(foreign, segment), ...theirs], /^segment\.not-found: /]],
  explain: [
    ['its segment', () => [idOf(foreign, segment), idOf(own, member), ...theirs], /^segment\.not-found: /],
    ['its contact', () => [idOf(own, segment), idOf(foreign, member), ...theirs], /^member\.not-found: /],
  ],
  'keys create': [],
  'keys list': [['all it has', () => theirs, /./]],
  'keys revoke': [
    ['its key', () => [idOf(foreign, '/api/api-keys/{id}'), ...theirs], /^api-key\.not-found: /],
  ],
  seed: [],
  import: [
    [
      'an order of its contact',
      async () => {
        const rows = 'external_id,contact_external_id,placed_at,total\no-1,guest-1,2026-03-01T12:00:00Z,5\n';
        const path = await file('orders.csv', rows);
        return ['orders', path, ...theirs, '--refused', join(folder, 'refused.csv')];
      },
      /0 new, 0 changed, 0 as before, 1 refused/,
    ],
    [
      'a value of its contact, in its field',
      async () => {
        const path = await file('contacts.csv', `external_id,${hidden.word}_1\n${hidden.word}-1,mine\n`);
        return ['contacts', path, '--custom', ...theirs];
      },
      /\(text, new\): 1 value[\s\S]* 1 new, 0 changed/,
    ],
  ],
};

it('every command is in the table', () => {
  const names = programOver(app).commands.flatMap((command) =>
    command.commands.length === 0
      ? [command.name()]
      : command.commands.map((part) => `${command.name()} ${part.name()}`),
  );
  expect(names.sort()).toEqual(Object.keys(tries).sort());
});

const rows = Object.entries(tries).flatMap(([command, ways]) =>
  ways.map(([what, args, answer]) => ({ command, what, args, answer })),
);

it.each(rows)('$command of another tenant: $what', async ({ command, args, answer }) => {
  const before = await printOf(app, '1');
  const { out, err } = await runCommand(app, ...command.split(' '), ...(await args()));
  expect(`${err}${out}`).toMatch(answer);
  expect(out).not.toMatch(new RegExp(`${hidden.word}-1\\b`));
  expect(await printOf(app, '1')).toEqual(before);
});
