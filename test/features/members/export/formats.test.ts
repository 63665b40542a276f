/** Exports: the same members in every form, with what hostile, foreign and missing values become. */

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { Audit } from '../../../../src/access/audit/audit.service.js';
import { sheetOf } from '../../../../src/members/export/formats.js';
import { keys, openApplication, type TestApplication } from '../../../support/application.js';
import { calculate, livesIn, makeSegment, manual, move, settle } from '../../../support/segments.js';

let app: TestApplication;
let id: string;
let people: string[];

/** [external id, first name, last name, tags, score, created at] */
const planted = [
  ['x-1', '=1+1', 'Müller, "Änne"', ['vip', '=cmd'], '-5', '2026-03-01T10:00:00Z'],
  ['x-2', '+49 30 1', 'line\nbreak', [], '7', '2026-07-01T10:00:00Z'],
  ['x-3', '-2', "O'Brien\\", ['a,b'], '1.50', '2026-03-29T00:59:59Z'],
  ['x-4', '@sum', '🦊 <b>&amp;</b>', ['ö'], null, '2026-03-29T01:00:00Z'],
  ['x-5', '\ttab', '', [], '12345678901234567890.5', '2026-01-01T00:00:00Z'],
  ['x-6', '\rcr', null, [], '0', '2026-01-01T00:00:00Z'],
  ['x-7', null, '\\.', [], null, '2026-01-01T00:00:00Z'],
] as const;

beforeAll(async () => {
  app = await openApplication();
  people = await settle(app, 'Exportby', ...planted.map(([external]) => external));
  for (const [external, first, last, tags, score, created] of planted)
    await app.query(
      `update crm.contacts set first_name = $2, last_name = $3, tags = $4, score = $5, created_at = $6
       where tenant_id = 1 and external_id = $1`,
      [external, first, last, tags, score, created],
    );
  id = (await makeSegment(app.api, 'Export & Söhne', livesIn('Exportby'))).id;
  await calculate(app.api, id);
});
afterAll(() => app.close());

const columns = 'external_id,first_name,last_name,tags,score,created_at,vip,company.name';

const get = (query: object, key: string = keys.own) =>
  app
    .as(key)
    .get(`/api/segments/${id}/export`)
    .query(query)
    .buffer(true)
    .parse((response, done) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => done(null, Buffer.concat(pieces)));
    });

const textOf = async (query: object): Promise<string> => String((await get(query).expect(200)).body);
const problemOf = async (query: object, key?: string) => {
  const { status, body } = await get(query, key);
  return { status, ...JSON.parse(String(body)) };
};

describe('CSV', () => {
  it('has ids, external ids and names, if nothing else is asked', async () => {
    const [header, first] = parse(await textOf({}));
    expect(header).toEqual(['member_id', 'external_id', 'display']);
    expect(first).toEqual([people[0], 'x-1', `'=1+1 Müller, "Änne"`]);
  });

  it('keeps what a spreadsheet would take for a formula a text, and numbers numbers', async () => {
    const rows = parse(await textOf({ columns }));
    expect(rows).toEqual([
      columns.split(','),
      ['x-1', "'=1+1", 'Müller, "Änne"', 'vip, =cmd', '-5', '2026-03-01T11:00:00+01:00', 'false', ''],
      ['x-2', "'+49 30 1", 'line\nbreak', '', '7', '2026-07-01T12:00:00+02:00', 'false', ''],
      ['x-3', "'-2", "O'Brien\\", 'a,b', '1.50', '2026-03-29T01:59:59+01:00', 'false', ''],
      ['x-4', "'@sum", '🦊 <b>&amp;</b>', 'ö', '', '2026-03-29T03:00:00+02:00', 'false', ''],
      ['x-5', "'\ttab", '', '', '12345678901234567890.5', '2026-01-01T01:00:00+01:00', 'false', ''],
      ['x-6', "'\rcr", '', '', '0', '2026-01-01T01:00:00+01:00', 'false', ''],
      ['x-7', '', '\\.', '', '', '2026-01-01T01:00:00+01:00', 'false', ''],
    ]);
  });

  it('is a file to save, named for the segment, that says how many of how many are in it', async () => {
    const { headers } = await get({ limit: 2 }).expect(200);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="Export-Sohne.csv"',
      'x-exported-count': '2',
      'x-total-count': '7',
    });
  });
});

describe('JSON', () => {
  const expected = [
    ['x-1', '=1+1', 'Müller, "Änne"', ['vip', '=cmd'], -5],
    ['x-2', '+49 30 1', 'line\nbreak', [], 7],
    ['x-3', '-2', "O'Brien\\", ['a,b'], 1.5],
    ['x-4', '@sum', '🦊 <b>&amp;</b>', ['ö'], null],
    ['x-5', '\ttab', '', [], Number('12345678901234567890.5')],
    ['x-6', '\rcr', null, [], 0],
    ['x-7', null, '\\.', [], null],
  ].map(([external_id, first_name, last_name, tags, score]) => ({
    external_id,
    first_name,
    last_name,
    tags,
    score,
  }));
  const chosen = 'external_id,first_name,last_name,tags,score';

  it('has values of their own types, all in one list', async () => {
    expect(JSON.parse(await textOf({ format: 'json', columns: chosen }))).toEqual(expected);
  });

  it('of nobody is an empty list', async () => {
    const nobody = await makeSegment(app.api, 'Nobody', livesIn('Emptyby'));
    await calculate(app.api, nobody.id);
    const { body } = await app.api.get(`/api/segments/${nobody.id}/export`).query({ format: 'json' });
    expect(body).toEqual([]);
  });

  it('comes line by line as well', async () => {
    const lines = (await textOf({ format: 'ndjson', columns: chosen })).split('\n');
    expect(lines.pop()).toBe('');
    expect(lines.map((line) => JSON.parse(line))).toEqual(expected);
  });
});

describe('the columns', () => {
  it('may be metrics, derived fields, parts and points', async () => {
    await app.query(`update crm.contacts set latitude = -33.9, longitude = 151.2 where external_id = 'x-1'`);
    await app.query(
      `insert into crm.orders (tenant_id, contact_id, external_id, placed_at, status, currency, total, total_base)
       values (1, $1, 'export-order', '2026-01-05', 'paid', 'EUR', 12.5, 12.5)`,
      [people[0]],
    );
    const asked = { format: 'ndjson', columns: 'order_count,total_spend,full_name,created_at.hour,position' };
    const [first, second] = (await textOf(asked)).split('\n');
    expect(JSON.parse(first ?? '')).toEqual({
      order_count: 1,
      total_spend: 12.5,
      full_name: '=1+1 Müller, "Änne"',
      'created_at.hour': 11,
      position: { latitude: -33.9, longitude: 151.2 },
    });
    expect(JSON.parse(second ?? '')).toMatchObject({ order_count: 0, position: null });
    expect(parse(await textOf({ columns: 'position' }))[1]).toEqual(['-33.9,151.2']);
  });

  it('are refused with every one that is not there', async () => {
    expect(await problemOf({ columns: 'email,nothing,company,orders.total' })).toMatchObject({
      status: 422,
      code: 'export.columns',
      problems: [
        { path: 'columns[1]', code: 'field.unknown' },
        { path: 'columns[2]' },
        { path: 'columns[3]' },
      ],
    });
  });

  it.each([
    [{ columns: '' }, 400, 'request.invalid'],
    [{ limit: 0 }, 400, 'request.invalid'],
    [{ limit: 10_001 }, 422, 'export.limit'],
    [{ format: 'docx' }, 422, 'export.format-unknown'],
    [{ reachable_by: 'pigeon' }, 400, 'request.invalid'],
    [{ purpose: 'x'.repeat(201) }, 400, 'request.invalid'],
    [{ as_of: 'soon' }, 422, 'as-of.invalid'],
    [{ tenant: '2' }, 400, 'request.invalid'],
  ])('and other questions: %j', async (query, status, code) => {
    expect(await problemOf(query)).toMatchObject({ status, code });
  });
});

describe('an export', () => {
  it('of the past has who was in then', async () => {
    const segment = await makeSegment(app.api, 'Then', livesIn('Thenby'), manual);
    await settle(app, 'Thenby', 'then-1', 'then-2');
    await calculate(app.api, segment.id, '2026-02-01T00:00:00Z');
    await move(app, 'Elsewhere', 'then-1');
    await calculate(app.api, segment.id, '2026-03-01T00:00:00Z');
    const names = async (query: object) =>
      (await app.api.get(`/api/segments/${segment.id}/export`).query({ columns: 'external_id', ...query }))
        .text;
    expect(await names({})).toBe('external_id\nthen-2\n');
    expect(await names({ as_of: '2026-02-15T00:00:00Z' })).toBe('external_id\nthen-1\nthen-2\n');
  });

  it('has nobody who is gone since the members were calculated', async () => {
    const segment = await makeSegment(app.api, 'Gone', livesIn('Goneby'));
    await settle(app, 'Goneby', 'gone-1', 'gone-2');
    await calculate(app.api, segment.id);
    await app.query(`delete from crm.contacts where external_id = 'gone-1'`);
    const { headers, text } = await app.api
      .get(`/api/segments/${segment.id}/export`)
      .query({ columns: 'external_id' });
    expect([headers['x-total-count'], text]).toEqual(['1', 'external_id\ngone-2\n']);
  });

  it('needs its permission, and a segment of one’s own', async () => {
    expect(await problemOf({}, keys.reader)).toMatchObject({ status: 403, code: 'access.forbidden' });
    expect(await problemOf({}, keys.foreign)).toMatchObject({ status: 404, code: 'segment.not-found' });
  });

  it('says how many are in it, also where somebody has left since it was put on record', async () => {
    await settle(app, 'Leaveby', 'stays', 'leaves');
    const { id: segment } = await makeSegment(app.api, 'Leaving', livesIn('Leaveby'));
    await calculate(app.api, segment);
    const audit = app.nest.get(Audit, { strict: false });
    const record = jest.spyOn(audit, 'record').mockImplementationOnce(async (...entry) => {
      record.mockRestore();
      await audit.record(...entry);
      await app.query(`delete from crm.contacts where external_id = 'leaves'`);
    });
    const { text, headers } = await app.api
      .get(`/api/segments/${segment}/export?columns=external_id`)
      .expect(200);
    expect([parse(text), headers['x-exported-count'], headers['x-total-count']]).toEqual([
      [['external_id'], ['stays']],
      '1',
      '1',
    ]);
  });

  it('is on record: who, when, from where, in which form, how many and what for', async () => {
    await get({ format: 'ndjson', columns: 'email', limit: 3, purpose: 'Easter letter' }).expect(200);
    const { body } = await app.api.get('/api/audit').query({ limit: 1, target: id }).expect(200);
    expect(body.items).toEqual([
      {
        id: expect.any(String),
        at: expect.any(String),
        actor_id: expect.any(String),
        actor_name: 'API key',
        from_address: expect.stringContaining('127.0.0.1'),
        action: 'segment.exported',
        target_type: 'segment',
        target_id: id,
        details: {
          format: 'ndjson',
          columns: ['email'],
          rows: 3,
          total: 7,
          reachable_by: null,
          purpose: 'Easter letter',
          as_of: null,
        },
      },
    ]);
    expect((await app.as(keys.foreign).get('/api/audit').expect(200)).body.items).toEqual([]);
    await app.as(keys.reader).get('/api/audit').expect(403);
  });
});

it('a header or a name in a sheet is what XML can hold of it', () => {
  expect(sheetOf([['\u0001St\u000badt & <b> _x0041_\ufffe']])).toContain(
    'preserve">Stadt &amp; &lt;b&gt; _x005F_x0041_</t>',
  );
});
