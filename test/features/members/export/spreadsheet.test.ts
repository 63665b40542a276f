/** What an office program makes of exports: every text that looks like a formula is still a text. */

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { constants, inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { ExportSettings } from '../../../../src/members/export/export-settings.js';
import { openApplication, type TestApplication } from '../../../support/application.js';
import { libreOffice } from '../../../support/libreoffice.js';
import { calculate, livesIn, makeSegment, settle } from '../../../support/segments.js';

let app: TestApplication;
let id: string;
let folder: string;

const names = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1,1)',
  '\t=1+1',
  '\r=1+1',
  '=HYPERLINK("http://example.com","x")',
  "=cmd|' /C calc'!A0",
  '<b>&amp; "quoted", 🦊 ü',
  '_x0041_',
  'two\nlines',
  '0012',
];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spreadsheet-'));
  app = await openApplication();
  const people = names.map((_, index) => `sheet-${String(index).padStart(2, '0')}`);
  await settle(app, 'Sheetby', ...people);
  await app.query(
    `update crm.contacts c set first_name = n, score = 1.5 from unnest($1::text[], $2::text[]) x (e, n)
     where c.tenant_id = 1 and c.external_id = e`,
    [people, names],
  );
  id = (await makeSegment(app.api, 'Sheets', livesIn('Sheetby'))).id;
  await calculate(app.api, id);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

async function saved(format: string, query: object = {}, segment = id): Promise<string> {
  const { body } = await app.api
    .get(`/api/segments/${segment}/export`)
    .query({ format, columns: 'external_id,first_name,score,vip', ...query })
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    })
    .expect(200);
  const file = join(folder, `members.${format}`);
  await writeFile(file, body);
  return file;
}

/** Opens the file and saves it again: as XML that tells formulas from texts, or as what its cells show. */
async function converted(file: string, to: string, filter = to): Promise<string> {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const out = join(folder, 'out');
  await promisify(execFile)(libreOffice(), [
    profile,
    '--headless',
    '--convert-to',
    filter,
    '--outdir',
    out,
    file,
  ]);
  return readFile(join(out, `members.${to}`), 'utf8');
}

/** A file of those that a workbook is made of: each begins with a header, 30 bytes and its name, and is deflated. */
async function partOf(workbook: string, name: string): Promise<string> {
  const bytes = await readFile(workbook);
  const header = bytes.indexOf(name) - 30;
  const extra = bytes.readUInt16LE(header + 28);
  const inflated = bytes.subarray(header + 30 + name.length + extra);
  return String(inflateRawSync(inflated, { finishFlush: constants.Z_SYNC_FLUSH }));
}

const formulasIn = (document: string): string[] => document.match(/table:formula="[^"]*"/g) ?? [];

describe('a workbook', () => {
  it('opens with every text as it is, and no formula', async () => {
    const file = await saved('xlsx');
    expect(formulasIn(await converted(file, 'fods'))).toEqual([]);
    const shown = parse(await converted(file, 'csv', 'csv:Text - txt - csv (StarCalc):44,34,76'));
    const spaced = (text = '') => text.replace(/\s+/g, ' ');
    expect(shown.map(([, name]: string[]) => spaced(name))).toEqual([
      'first_name',
      ...names.map((name) => spaced(name)),
    ]);
    expect(shown[1]).toEqual(['sheet-00', '=1+1', '1.5', 'false']);
  }, 120_000);

  it('says in a second sheet how many of how many it holds', async () => {
    const text = await converted(await saved('xlsx', { limit: 5 }), 'fods');
    expect(text).toContain('This file holds the first 5 of 12 members.');
  }, 120_000);

  it('holds 100,000 members at most, whatever the host allows, and says so of the rest', async () => {
    Object.assign(app.nest.get(ExportSettings), { limit: 200_000 });
    await app.query(
      `insert into crm.contacts (tenant_id, external_id, city)
       select 1, 'row-' || n, 'Capby' from generate_series(1, 100001) n`,
    );
    const many = (await makeSegment(app.api, 'More than a sheet', livesIn('Capby'))).id;
    await calculate(app.api, many);
    const asked = (query: object) => app.api.get(`/api/segments/${many}/export`).query(query);
    const { body } = await asked({ format: 'xlsx', limit: 100_001 }).expect(422);
    expect(body).toMatchObject({ code: 'export.limit', detail: expect.stringContaining('at most 100000') });
    expect((await asked({ format: 'csv', limit: 100_001 }).expect(200)).text.split('\n')).toHaveLength(
      100_003,
    );
    const file = await saved('xlsx', { columns: 'member_id' }, many);
    const sheets = await Promise.all(
      [1, 2].map((number) => partOf(file, `xl/worksheets/sheet${number}.xml`)),
    );
    expect(sheets[0]?.match(/<row>/g)).toHaveLength(1 + 100_000);
    expect(sheets[1]).toContain('This file holds the first 100000 of 100001 members.');
  }, 120_000);
});

describe('a CSV file', () => {
  it('opens without a formula', async () => {
    const text = await converted(await saved('csv'), 'fods');
    expect(formulasIn(text)).toEqual([]);
    expect(text).toContain('=1+1');
  }, 120_000);
});
