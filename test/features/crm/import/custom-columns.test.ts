/** Which columns of an import go to custom fields, when it is told to: as what, and what they are called. */

import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportMap } from '../../../../src/crm/import/import-map.js';
import { makeField, whoMatches } from '../../../support/custom-fields.js';
import { type CustomBench, openCustomBench, planned } from './custom-import.js';
import { lines } from './import-text.js';

let bench: CustomBench;
beforeAll(async () => {
  bench = await openCustomBench();
});
beforeEach(() => bench.query('delete from segmentation.custom_fields'));
afterAll(() => bench.close());

describe('the type of a new field', () => {
  it.each([
    ['number', 'whole numbers', ['12', '-3', '0'], [12, -3, 0]],
    ['number', 'decimals', ['12.50', '0.25'], [12.5, 0.25]],
    ['number', 'digits that no double has', ['12345678901234567890.5'], ['12345678901234567890.5']],
    ['number', 'zeros and ones', ['0', '1'], [0, 1]],
    ['text', 'leading zeros, as of postal codes', ['01067', '10115'], ['01067', '10115']],
    ['text', 'a plus, as of telephone numbers', ['+49301234567'], ['+49301234567']],
    ['text', 'a decimal comma', ['12,50'], ['12,50']],
    ['text', 'an exponent', ['1e3'], ['1e3']],
    ['text', 'one number with a plus', ['0', '3+'], ['0', '3+']],
    ['date', 'days', ['2024-02-29', '1990-01-01'], ['2024-02-29', '1990-01-01']],
    ['text', 'a day that is not', ['2024-02-29', '2023-02-29'], ['2024-02-29', '2023-02-29']],
    ['text', 'instants', ['2024-02-29T10:00:00Z'], ['2024-02-29T10:00:00Z']],
    ['boolean', 'English words', ['true', 'NO', 'Yes'], [true, false, true]],
    ['boolean', 'German words', ['ja', 'Nein'], [true, false]],
    ['text', 'letters that may mean more', ['f', 'm'], ['f', 'm']],
    ['text', 'words and numbers', ['12', 'many'], ['12', 'many']],
    ['number', 'blanks among numbers', ['12', ' ', ''], [12, null, null]],
    ['text', 'anything else', ['Carpe diem', ' blau '], ['Carpe diem', 'blau']],
  ])('is %s for %s', async (type, _what, cells, values) => {
    const rows = cells.map((cell, index) => `typed-${index},"${cell}"`);
    const report = await bench.import(lines('external_id,Some thing', ...rows));
    const count = cells.filter((cell) => cell.trim() !== '').length;
    expect(planned(report)).toEqual([
      { key: 'some_thing', label: 'Some thing', type, values: count, isNew: true },
    ]);
    expect(report).toMatchObject({ refused: 0, values: count, refusedValues: 0, ignoredColumns: [] });
    for (const [index, value] of values.entries())
      expect(await bench.valuesOf(`typed-${index}`)).toEqual({ some_thing: value });
  });

  it('is found in the whole file, however long it is', async () => {
    const rows = Array.from({ length: 25_000 }, (_row, index) => `long-${index},${index}`);
    const report = await bench.import(gzipSync(lines('external_id,shoe', ...rows, 'long-0,XL')));
    expect(planned(report)).toMatchObject([{ type: 'text', values: 25_001 }]);
    expect(report).toMatchObject({ rows: 25_001, values: 25_001, refusedValues: 0 });
    expect(await bench.valuesOf('long-0')).toEqual({ shoe: 'XL' });
    expect(await bench.valuesOf('long-24999')).toEqual({ shoe: '24999' });
  });

  it('is not asked of a column without values: it gets no field', async () => {
    const report = await bench.import(lines('external_id,shoe,', 'empty-1, ,', 'empty-2,,'));
    expect(report).toMatchObject({ inserted: 2, customFields: [], ignoredColumns: ['shoe', ''] });
    expect(await bench.types()).toEqual({});
  });
});

describe('new fields', () => {
  it('are in rules at once', async () => {
    await bench.import(
      lines('external_id,city,shoe', 'rule-1,Ruleby,42', 'rule-2,Ruleby,38', 'rule-3,Ruleby,'),
    );
    const big = { field: 'custom.shoe', operator: 'greater_than', value: 40 };
    expect(await whoMatches(bench.api, 'Ruleby', big)).toEqual(['rule-1']);
  });

  it('are of companies as well', async () => {
    const text = lines('external_id,name,Fleet size', 'k-fleet,Ufer Hotels,12');
    await bench.import(text, { target: 'companies' });
    expect(await bench.valuesOf('k-fleet', 'company')).toEqual({ fleet_size: 12 });
    expect(await bench.types()).toEqual({});
  });

  it('are shown before anything is written', async () => {
    const seen: unknown[] = [];
    const report = await bench.import(lines('external_id,shoe', 'seen-1,42'));
    const { custom } = bench;
    await bench.import(lines('external_id,hat', 'seen-2,42'), {
      custom: { ...custom, onPlan: (fields) => seen.push(...fields.map(({ key }) => key)) },
      onProgress: () => seen.push('a batch'),
    });
    expect(report.inserted).toBe(1);
    expect(seen).toEqual(['hat', 'a batch']);
  });

  it.each([
    ['words', 'Kids Count', 'kids_count', 'Kids Count'],
    ['letters of German', '  Größe (cm) ', 'grosse_cm', 'Größe (cm)'],
    ['accents and signs', 'Café-Rabatt %', 'cafe_rabatt', 'Café-Rabatt %'],
    ['a digit first', '2nd home', 'field_2nd_home', '2nd home'],
    ['underscores all over', '_shoe__size_', 'shoe_size', '_shoe__size_'],
    ['two lines', '"shoe\nsize"', 'shoe_size', 'shoe size'],
    ['what looks like SQL', "'; drop table x --", 'drop_table_x', "'; drop table x --"],
    [
      'more letters than a key or a label has',
      `a${'bc'.repeat(150)}`,
      `a${'bc'.repeat(29)}b`,
      `a${'bc'.repeat(99)}b`,
    ],
    ['nearly a column of ours', 'Email', 'email', 'Email'],
  ])('are called by their column: %s', async (_what, name, key, label) => {
    const report = await bench.import(lines(`external_id,${name}`, 'named-1,x'));
    expect(planned(report)).toEqual([{ key, label, type: 'text', values: 1, isNew: true }]);
    expect(await bench.valuesOf('named-1')).toEqual({ [key]: 'x' });
  });
});

describe('a map', () => {
  it('chooses keys, formats and constants', async () => {
    const map: ImportMap = {
      columns: {
        external_id: 'Nr',
        'custom.name_in_chinese': '姓名',
        'custom.renewal': { from: 'Verlängerung', format: 'dd.MM.yyyy' },
        'custom.import': { constant: 'spring' },
      },
    };
    const report = await bench.import(lines('Nr,姓名,Verlängerung,shoe', 'map-1,李,31.12.2026,42'), { map });
    expect(planned(report)).toMatchObject([
      { key: 'name_in_chinese', label: '姓名', type: 'text' },
      { key: 'renewal', label: 'Verlängerung', type: 'date' },
      { key: 'import', label: 'import', type: 'text' },
      { key: 'shoe', label: 'shoe', type: 'number' },
    ]);
    expect(await bench.valuesOf('map-1')).toEqual({
      name_in_chinese: '李',
      renewal: '2026-12-31',
      import: 'spring',
      shoe: 42,
    });
  });
});

const custom = (key: string): ImportMap => ({ columns: { [`custom.${key}`]: 'a' } });

describe('an import with custom fields is refused as a whole for', () => {
  it.each<[string, string, ImportMap, RegExp]>([
    [
      'a column whose name gives no key',
      'external_id,姓名',
      {},
      /"姓名" gives a custom field no key: rename it, or/,
    ],
    [
      'two columns of one key',
      'external_id,Shoe size,shoe_size',
      {},
      /"Shoe size" and "shoe_size" would all be/,
    ],
    ['a column twice', 'external_id,shoe,shoe', {}, /"shoe" and "shoe" would all be custom.shoe/],
    [
      'a column that a map gives another’s key',
      'external_id,a,shoe',
      custom('shoe'),
      /"a" and "shoe" would all/,
    ],
    [
      'a key that is none',
      'external_id,a',
      custom('Shoe'),
      /"columns.custom.Shoe" is no custom field: after/,
    ],
    [
      'a column of the map that is not there',
      'external_id,b',
      custom('shoe'),
      /The header has no column "a"/,
    ],
    [
      'an archived field',
      'external_id,Gone',
      {},
      /"Gone" would go to custom.gone, which is archived: restore/,
    ],
  ])('%s', async (_fault, header, map, message) => {
    const { id } = await makeField(bench.api, 'gone', 'text');
    await bench.api.post(`/api/custom-fields/${id}/archive`).expect(200);
    const row = header.split(',').map(() => 'whole-1');
    await expect(bench.import(lines(header, row.join()), { map })).rejects.toThrow(message);
    expect(await bench.query("select from crm.contacts where external_id = 'whole-1'")).toEqual([]);
    expect(await bench.types()).toEqual({});
  });

  it('records that have none', async () => {
    const text = lines('external_id,contact_external_id,colour', 'i-1,guest-1,blue');
    await expect(bench.import(text, { target: 'interests' })).rejects.toThrow(
      'Only contacts and companies have',
    );
  });

  it('a map to one where they are not filled', async () => {
    const options = { map: custom('shoe'), custom: undefined as never };
    await expect(bench.import(lines('external_id,a', 'x,1'), options)).rejects.toThrow('with --custom only');
  });
});
