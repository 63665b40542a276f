/** Members out of CSV files: every line is a member, or is reported with its number and the reason. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../../support/application.js';
import { livesIn, makeSegment, membersOf, settle } from '../../../support/segments.js';

let app: TestApplication;
let id: string;
let people: string[];
let made = 0;
beforeAll(async () => {
  app = await openApplication();
  people = await settle(app, 'Importby', 'imp-1', 'imp-2', 'imp-3', 'Ümp "4"');
  await app.query(
    `update crm.contacts set email = 'One@Example.com' where external_id in ('imp-1', 'imp-2')`,
  );
  await app.query(
    `insert into crm.contacts (tenant_id, external_id, email) values (2, 'foreign-imp', 'foreign@example.com')`,
  );
});
afterAll(() => app.close());
beforeEach(async () => {
  id = await staticSegment();
});

async function staticSegment(): Promise<string> {
  made += 1;
  const { body } = await app.api
    .post('/api/segments')
    .send({ name: `Imported ${made}`, subject: 'contact', type: 'static' })
    .expect(201);
  return body.id;
}

const send = (csv: string | Buffer, query: object = {}, key: string = keys.own, segment = id) =>
  app.as(key).post(`/api/segments/${segment}/members/import`).query(query).type('text/csv').send(csv);

describe('an import', () => {
  it('adds those whom lines name by external id, and reports every other line', async () => {
    const csv = [
      'name,external_id',
      'a,imp-1',
      'b,nobody',
      'c,',
      'd,imp-1',
      'e, imp-2 ',
      'f,imp-3,more',
      'g,"imp-3',
      'h,foreign-imp',
      '"i ""4""","Ümp ""4"""',
    ].join('\r\n');
    const { body } = await send(csv).expect(200);
    expect(body).toEqual({
      match_by: 'external_id',
      column: 'external_id',
      lines: 9,
      added: 3,
      already_in: 0,
      exclusions_lifted: 0,
      member_count: 3,
      undone: false,
      problems: [
        { line: 3, code: 'unknown', reason: 'there is nobody known by "nobody"' },
        { line: 4, code: 'blank', reason: 'it names nobody' },
        { line: 5, code: 'duplicate', reason: '"imp-1" was named on line 2 already' },
        { line: 7, code: 'unreadable', reason: 'it has 3 cells where the header has 2' },
        { line: 8, code: 'unreadable', reason: 'a quote is opened and never closed' },
        { line: 9, code: 'unknown', reason: 'there is nobody known by "foreign-imp"' },
      ],
    });
    expect(await membersOf(app.api, id)).toEqual(['imp-1', 'imp-2', 'Ümp "4"']);
    const [stay] = await app.query(
      'select distinct cause from segmentation.contact_stays where segment_id = $1',
      [id],
    );
    expect(stay).toEqual({ cause: 'imported' });
  });

  it('knows who was in before', async () => {
    await send('external_id\nimp-1\n').expect(200);
    const { body } = await send('external_id\nimp-1\nimp-2\n').expect(200);
    expect(body).toMatchObject({ added: 1, already_in: 1, member_count: 2, problems: [] });
  });

  it('takes back whom somebody had excluded, and counts that apart', async () => {
    const hybrid = await makeSegment(app.api, 'Excluding', livesIn('Nowhereby'), { type: 'hybrid' });
    const into = (csv: string) => send(csv, {}, keys.own, hybrid.id).expect(200);
    expect((await into('external_id\nimp-1\n')).body).toMatchObject({ added: 1, exclusions_lifted: 0 });
    await app.api.delete(`/api/segments/${hybrid.id}/members/${people[0]}`).expect(204);
    const { body } = await into('external_id\nimp-1\nimp-2\n');
    expect(body).toMatchObject({ added: 2, exclusions_lifted: 1, member_count: 2 });
  });

  it('goes by e-mail, which may mean several people, however it is written', async () => {
    const { body } = await send(
      'First Name;E-Mail\nA;ONE@example.com\nB;one@EXAMPLE.com\nC;who@example.com\n',
    );
    expect(body).toMatchObject({
      match_by: 'email',
      column: 'E-Mail',
      added: 2,
      problems: [
        { line: 3, code: 'duplicate' },
        { line: 4, code: 'unknown' },
      ],
    });
  });

  it('goes by id', async () => {
    const { body } = await send(`member_id\n${people[2]}\n999999999\nabc\n007\n99999999999999999999\n`);
    expect(body).toMatchObject({
      match_by: 'member_id',
      added: 1,
      problems: [
        { line: 3, code: 'unknown' },
        { line: 4, code: 'invalid' },
        { line: 5, code: 'invalid' },
        { line: 6, code: 'invalid' },
      ],
    });
  });

  it('goes by the column that is named, in the encoding that is named', async () => {
    const latin1 = Buffer.from(
      'Kunde|Mail\n\xDCmp "4"|x\n'.replace('\xDCmp "4"', '"\xDCmp ""4"""'),
      'latin1',
    );
    const { body } = await send(latin1, { column: 'Kunde', match_by: 'external_id', encoding: 'latin1' });
    expect(body).toMatchObject({ column: 'Kunde', added: 1, problems: [] });
    const wrong = await send(latin1, { column: 'Kunde', match_by: 'external_id' });
    expect(wrong.body).toMatchObject({ added: 0, problems: [{ line: 2, code: 'unreadable' }] });
  });

  it('comes as the file of a form as well', async () => {
    const { body } = await app.api
      .post(`/api/segments/${id}/members/import`)
      .attach('file', Buffer.from('external_id\nimp-1\n'), 'members.csv')
      .expect(200);
    expect(body).toMatchObject({ added: 1, problems: [] });
  });

  it('adds nobody if a line adds nobody, where that is chosen', async () => {
    const { body } = await send('external_id\nimp-1\nnobody\n', { all_or_nothing: 'true' }).expect(200);
    expect(body).toMatchObject({ added: 0, undone: true, member_count: 0, problems: [{ line: 3 }] });
    expect(await membersOf(app.api, id)).toEqual([]);
    const whole = await send('external_id\nimp-1\n', { all_or_nothing: 'true' }).expect(200);
    expect(whole.body).toMatchObject({ added: 1, undone: false });
  });

  it('is on record', async () => {
    await send('external_id\nimp-1\nnobody\n').expect(200);
    const { body } = await app.api
      .get('/api/audit')
      .query({ target: id, action: 'segment.members-imported' });
    expect(body.items).toMatchObject([
      { action: 'segment.members-imported', details: { lines: 2, added: 1, problems: 1 } },
    ]);
    expect(JSON.stringify(body.items)).not.toContain('nobody');
  });
});

describe('no import', () => {
  it.each([
    ['', 422, 'import.file-not-csv'],
    ['name\nx\n', 422, 'import.header-invalid'],
    ['email,E-Mail\nx,y\n', 422, 'import.header-invalid'],
    ['\0\n', 422, 'import.file-not-csv'],
  ])('comes of the file %j', async (csv, status, code) => {
    const { body } = await send(csv).expect(status);
    expect(body.code).toBe(code);
  });

  it('says of a file in another encoding how to name that', async () => {
    const { body } = await send('\0\n').expect(422);
    expect(body.detail).toBe(
      'The header of the file cannot be read: it is no text in the expected encoding: name the one it is in as `encoding`, latin1 or utf-16le for example.',
    );
  });

  it.each([
    [{ column: 'nothing' }, 422, 'import.header-invalid'],
    [{ encoding: 'klingon' }, 422, 'import.encoding-unknown'],
    [{ match_by: 'name' }, 400, 'request.invalid'],
    [{ delimiter: ';;' }, 400, 'request.invalid'],
  ])('comes of the question %j', async (query, status, code) => {
    const { body } = await send('external_id\nimp-1\n', query).expect(status);
    expect(body.code).toBe(code);
  });

  it('comes of another body, without its permission, of another’s segment or a dynamic one', async () => {
    await app.api.post(`/api/segments/${id}/members/import`).send({ external_id: 'imp-1' }).expect(415);
    await send('external_id\nimp-1\n', {}, keys.reader).expect(403);
    await send('external_id\nimp-1\n', {}, keys.foreign).expect(404);
    const dynamic = await makeSegment(app.api, 'Dynamic', livesIn('Importby'));
    const { body } = await send('external_id\nimp-1\n', {}, keys.own, dynamic.id).expect(409);
    expect(body.code).toBe('segment.dynamic');
  });
});

it('a hundred thousand lines, one in a hundred bad: those are all listed, the rest is in', async () => {
  const count = 100_000;
  await app.query(
    `insert into crm.contacts (tenant_id, external_id) select 1, 'bulk-' || n from generate_series(1, $1) n`,
    [count],
  );
  await app.query('analyze crm.contacts');
  const lines = Array.from({ length: count }, (_none, n) => (n % 100 === 7 ? `bad-${n}` : `bulk-${n + 1}`));
  const { body } = await send(`external_id\n${lines.join('\n')}\n`).expect(200);
  expect(body).toMatchObject({ lines: count, added: 99_000, member_count: 99_000 });
  expect(body.problems.map(({ line }: { line: number }) => line)).toEqual(
    lines.flatMap((line, index) => (line.startsWith('bad') ? [index + 2] : [])),
  );
}, 60_000);
