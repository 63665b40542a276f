/** The CRM's commands: what they understand, and what they say when they are done. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Command } from 'commander';
import { registerCrmCommands } from '../../../src/crm/commands.js';
import { type ImportBench, lines, openImportBench } from './import/import-text.js';

let bench: ImportBench;
let said: string[];
beforeAll(async () => {
  bench = await openImportBench();
});
beforeEach(() => {
  said = [];
  jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
});
afterAll(() => bench.drop());

async function run(...words: string[]): Promise<void> {
  const program = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  let closed = false;
  registerCrmCommands(program, async () => ({
    get: (() => bench.dataSource) as never,
    close: async () => {
      closed = true;
    },
  }));
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  await program.parseAsync(words, { from: 'user' });
  expect(closed).toBe(true);
}

async function file(name: string, content: string): Promise<string> {
  const path = join(bench.folder, name);
  await writeFile(path, content);
  return path;
}

describe('import', () => {
  it('brings a file in by a map, and says what became of it', async () => {
    const csv = await file(
      'people.csv',
      lines('nr,last_name,shoe_size,score', 'c1,Meier,42,5', 'c2,Huber,38,many'),
    );
    const map = await file('map.json', JSON.stringify({ columns: { external_id: 'nr' } }));
    const refused = join(bench.folder, 'list.csv');
    await run('import', 'contacts', csv, '--map', map, '--refused', refused);
    expect(said).toEqual([
      '2 rows: 1 new, 0 changed, 0 as before, 1 refused.',
      `What was refused is listed in ${refused}, each with its line and reason.`,
      'Columns that go nowhere: shoe_size.',
    ]);
    expect(process.exitCode).toBeUndefined();
  });

  it('counts apart what a later line replaces', async () => {
    const csv = await file('firms.csv', lines('external_id,name', 'f1,Acme', 'f2,Bolt', 'f1,Acme Ltd'));
    await run('import', 'companies', csv);
    expect(said[0]).toBe('3 rows: 2 new, 0 changed, 0 as before, 1 replaced by a later line, 0 refused.');
  });

  it('lists what is refused beside the file, unless told where', async () => {
    const csv = await file('some.csv', lines('external_id,score', 'c8,many'));
    await run('import', 'contacts', csv);
    expect(said[1]).toContain(` ${csv}.refused.csv,`);
    expect(await readFile(`${csv}.refused.csv`, 'utf8')).toContain('many');
  });

  it('fails when it keeps nothing', async () => {
    const csv = await file('people.csv', lines('external_id,score', 'c7,1', 'c8,many'));
    await run('import', 'contacts', csv, '--all-or-nothing', '--refused', join(bench.folder, 'list.csv'));
    expect(said[0]).toBe('2 rows: nothing was kept, 1 refused.');
    expect(process.exitCode).toBe(1);
  });

  it.each([
    [
      'a kind that is none',
      ['import', 'people', 'x.csv'],
      /Allowed choices are contacts, companies, orders, order-lines, activities, interests, budgets, timelines/,
    ],
    ['a tenant that is no number', ['import', 'contacts', 'x.csv', '--tenant', 'mine'], /Use a whole number/],
    [
      'a map that is not there',
      ['import', 'contacts', 'x.csv', '--map', '/nowhere.json'],
      /there is no such file/,
    ],
    ['no number of contacts', ['seed', 'many'], /Use a whole number/],
    ['a day for an instant', ['seed', '1', '--as-of', '2026-03-01'], /Use an instant with its offset/],
    ['a zone that is none', ['seed', '1', '--time-zone', 'Berlin'], /Use a name such as Europe\/Berlin/],
  ])('refuses %s', async (_fault, words, message) => {
    await expect(run(...words)).rejects.toThrow(message);
  });
});

describe('seed', () => {
  it('fills what is empty, and adds only when told to', async () => {
    await bench.query('delete from crm.contacts');
    await run('seed', '20', '--as-of', '2026-03-01T12:00:00Z', '--seed', '3');
    expect(said[0]).toMatch(/^Made 20 contacts and what they did, in \d+\.\d s\.$/);
    await expect(run('seed', '20')).rejects.toThrow('The CRM has contacts already');
    await run('seed', '5', '--add');
    expect(await bench.query('select count(*)::integer as count from crm.contacts')).toEqual([{ count: 25 }]);
  });
});
