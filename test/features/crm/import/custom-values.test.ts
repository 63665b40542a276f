/** What an import puts into custom fields that are there, and what of it they do not take. */

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { runCommand } from '../../../support/command-line.js';
import { makeField, optionsOf } from '../../../support/custom-fields.js';
import { type CustomBench, openCustomBench, planned } from './custom-import.js';
import { lines } from './import-text.js';

let bench: CustomBench;
beforeAll(async () => {
  bench = await openCustomBench();
});
beforeEach(() => bench.query('delete from segmentation.custom_fields'));
afterAll(() => bench.close());

describe('fields that are there', () => {
  beforeEach(async () => {
    await makeField(bench.api, 'motto', 'text');
    await makeField(bench.api, 'shoe', 'number');
    await makeField(bench.api, 'renewal', 'date');
    await makeField(bench.api, 'likes', 'boolean');
    await makeField(bench.api, 'plan', 'selection', {
      options: [...optionsOf('basic', 'pro'), { value: 'old', archived: true }],
    });
    await makeField(bench.api, 'diet', 'multi_selection', { options: optionsOf('vegan', 'halal') });
  });

  const header = 'external_id,Motto,shoe,Renewal,likes,plan,diet';
  const all = {
    motto: '42',
    shoe: 42,
    renewal: '2024-02-29',
    likes: true,
    plan: 'pro',
    diet: ['vegan', 'halal'],
  };

  it('are used with their types, whatever the file looks like', async () => {
    const report = await bench.import(lines(header, 'there-1,42, 42 ,2024-02-29,J,pro,"halal, vegan"'));
    expect(planned(report)).toEqual(
      ['motto', 'shoe', 'renewal', 'likes', 'plan', 'diet'].map((key) =>
        expect.objectContaining({ key, isNew: false, values: 1 }),
      ),
    );
    expect(report).toMatchObject({ values: 6, refusedValues: 0 });
    expect(await bench.valuesOf('there-1')).toEqual(all);
  });

  it.each([
    ['a word as a number', 'shoe', 'many', '"many" does not fit. The value is a number'],
    ['a decimal comma', 'shoe', '12,5', '"12,5" does not fit. The value is a number'],
    ['a date of another format', 'Renewal', '29.02.2024', '"29.02.2024" does not fit. The value is a date'],
    ['neither true nor false', 'likes', 'perhaps', '"perhaps" does not fit. The value is true or false'],
    [
      'an option that is none',
      'plan',
      'gold',
      '"gold" does not fit. “gold” is no option: it is one of “basic”, “pro”',
    ],
    ['an archived option', 'plan', 'old', '"old" does not fit. “old” is archived'],
    [
      'one of several options that is none',
      'diet',
      'vegan,beef',
      '"vegan,beef" does not fit. “beef” is no option',
    ],
    ['501 letters', 'Motto', 'x'.repeat(501), 'does not fit. The text is longer than 500 characters'],
    ['bytes of another encoding', 'Motto', 'K\uFFFDln', "holds bytes that are not in the file's encoding"],
    ['a NUL character', 'Motto', 'nul\0', 'it holds a NUL character'],
  ])('leave out what they do not take, and the rest goes in: %s', async (_what, column, cell, reason) => {
    const good: Record<string, string> = {
      Motto: '42',
      shoe: '42',
      Renewal: '2024-02-29',
      likes: 'true',
      plan: 'pro',
      diet: 'vegan,halal',
    };
    await bench.import(lines(header, `kept-2,${Object.values(good).map((text) => `"${text}"`)}`));
    const bad = Object.values({ ...good, [column]: cell }).map((text) => `"${text}"`);
    const rows = ['kept-1,"a","1","2024-01-01","no","basic","vegan"', `kept-2,${bad}`, 'kept-3,,,,,,'];
    const report = await bench.import(lines(`${header},city`, ...rows.map((row) => `${row},Keptby`)));
    expect(report).toMatchObject({ rows: 3, refused: 0, values: 11, refusedValues: 1 });
    expect(report.list).toHaveLength(1);
    expect(report.list[0]).toMatch(new RegExp(`^3,"?custom.${column.toLowerCase()} is left out: `));
    expect(report.list[0]?.replaceAll('""', '"')).toContain(reason);
    // What it had before stays.
    expect(await bench.valuesOf('kept-2')).toEqual(all);
    expect(await bench.query("select city from crm.contacts where external_id = 'kept-2'")).toEqual([
      { city: 'Keptby' },
    ]);
    expect(await bench.valuesOf('kept-1')).toMatchObject({ motto: 'a', shoe: 1, likes: false });
  });

  it('list every value that they do not take', async () => {
    const report = await bench.import(lines(header, 'each-1,ok,x,y,z,pro,'));
    expect(report).toMatchObject({ inserted: 1, values: 2, refusedValues: 3 });
    expect(report.list.map((line) => line.slice(0, 20))).toEqual([
      '2,"custom.shoe is le',
      '2,"custom.renewal is',
      '2,"custom.likes is l',
    ]);
    expect(await bench.valuesOf('each-1')).toMatchObject({ motto: 'ok', shoe: null, plan: 'pro' });
  });

  it('lose what a cell has nothing of, and keep what the file does not name', async () => {
    await bench.import(lines('external_id,motto,shoe', 'blank-1,a,1'));
    const report = await bench.import(lines('external_id,motto', 'blank-1,'));
    expect(report).toMatchObject({ values: 0, refusedValues: 0 });
    expect(await bench.valuesOf('blank-1')).toMatchObject({ motto: null, shoe: 1 });
  });

  it('take the last of several rows about one record, also where a value of it is left out', async () => {
    const rows = ['twice-1,first,1', 'twice-2,first,x', 'twice-1,second,y', 'twice-2,second,2'];
    const report = await bench.import(lines('external_id,motto,shoe', ...rows));
    expect(report).toMatchObject({ rows: 4, inserted: 2, replaced: 2, values: 4, refusedValues: 2 });
    expect(report.list.map((line) => line.slice(0, 2))).toEqual(['3,', '4,']);
    expect(await bench.valuesOf('twice-1')).toMatchObject({ motto: 'second' });
    expect(await bench.valuesOf('twice-2')).toMatchObject({ motto: 'second', shoe: 2 });
  });

  it('take nothing of rows that are refused', async () => {
    await bench.import(lines('external_id,motto', 'refused-1,before'));
    const rows = ['refused-1,after,many,', 'refused-1,after,,k-nowhere', 'refused-2,other,1,'];
    const report = await bench.import(lines('external_id,motto,score,company_external_id', ...rows));
    expect(report).toMatchObject({ refused: 2, values: 1, refusedValues: 0 });
    expect(await bench.valuesOf('refused-1')).toMatchObject({ motto: 'before' });
  });

  it('get their defaults where the file says nothing, and demand a value where they must', async () => {
    await makeField(bench.api, 'tier', 'text', { default: 'none' });
    await makeField(bench.api, 'number', 'text', { required: true });
    const report = await bench.import(lines('external_id,number,motto', 'must-1,,a', 'must-2,B-2,b'));
    expect(report.list).toEqual(['2,custom.number is left out: “number” needs a value.']);
    expect(await bench.valuesOf('must-1')).toMatchObject({ number: null, motto: 'a', tier: 'none' });
  });
});

describe('all or nothing', () => {
  it('means the fields and their values as well', async () => {
    await makeField(bench.api, 'shoe', 'number');
    const text = (cell: string) => lines('external_id,shoe,hat', 'void-1,42,a', `void-2,${cell},b`);
    const report = await bench.import(text('many'), { allOrNothing: true });
    expect(report).toMatchObject({ inserted: 0, values: 0, refused: 0, refusedValues: 1, undone: true });
    expect(await bench.query("select from crm.contacts where external_id like 'void-%'")).toEqual([]);
    expect(await bench.types()).toEqual({ shoe: 'number' });
    expect(await bench.import(text('38'), { allOrNothing: true })).toMatchObject({ inserted: 2, values: 4 });
    expect(await bench.valuesOf('void-2')).toEqual({ shoe: 38, hat: 'b' });
  });
});

it('a second import finds the fields of the first', async () => {
  await bench.import(lines('external_id,shoe', 'again-1,42'));
  const report = await bench.import(lines('external_id,shoe', 'again-1,43', 'again-2,XL'));
  expect(planned(report)).toMatchObject([{ key: 'shoe', type: 'number', isNew: false, values: 2 }]);
  expect(report).toMatchObject({ inserted: 1, updated: 0, values: 1, refusedValues: 1 });
  expect(await bench.valuesOf('again-1')).toEqual({ shoe: 43 });
});

describe('the command', () => {
  it('shows what goes where, as what, and what was left out', async () => {
    await makeField(bench.api, 'shoe', 'number');
    const [csv, refused] = [join(bench.folder, 'people.csv'), join(bench.folder, 'list.csv')];
    await writeFile(
      csv,
      lines('external_id,Shoe,Joined on,last_name', 'cli-1,42,2024-02-29,Meier', 'cli-2,XL,,Huber'),
    );
    const { out, exitCode } = await runCommand(
      bench,
      'import',
      'contacts',
      csv,
      '--custom',
      '--refused',
      refused,
    );
    expect(out.trimEnd().split('\n')).toEqual([
      'custom.shoe (number, there already): 2 values of the column "Shoe".',
      'custom.joined_on (date, new): 1 value of the column "Joined on".',
      '2 rows: 2 new, 0 changed, 0 as before, 0 refused.',
      '2 values in custom fields, 1 refused.',
      `What was refused is listed in ${refused}, each with its line and reason.`,
    ]);
    expect(exitCode).toBe(0);
  });

  it('leaves such columns alone unless it is told to', async () => {
    const csv = join(bench.folder, 'people.csv');
    await writeFile(csv, lines('external_id,shoe', 'cli-3,42'));
    const { out } = await runCommand(bench, 'import', 'contacts', csv);
    expect(out).toContain('Columns that go nowhere: shoe.');
    expect(await bench.types()).toEqual({});
  });
});
