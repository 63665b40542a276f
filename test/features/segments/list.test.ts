/** The list of segments: every filter, every order, page by page, and as a file. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { livesIn, segmentOf, walk } from '../../support/segments.js';

let app: TestApplication;
/** By name. */
const ids = new Map<string, string>();

/** Each as it is made, and what the database is told of its past. */
const made = [
  [
    'Alpha',
    { tags: ['spring', 'mail'], category: 'budget', folder: 'A', owner: 'Ada' },
    `member_count = 3, last_calculated_at = '2026-05-02'`,
  ],
  [
    'beta',
    { tags: ['mail'], description: 'Élan vital', type: 'hybrid' },
    `last_used_at = '2026-01-02', times_used = 5`,
  ],
  [
    'Émile',
    { category: 'budget', folder: 'B' },
    `last_used_at = '2026-01-01', times_used = 9, status = 'paused'`,
  ],
  [
    '=SUM(A1)',
    { description: '+1, "quoted"', tags: ['-x', '@y'] },
    `member_count = 10, last_calculated_at = '2026-05-01', status = 'inactive'`,
  ],
  ['gone', {}, `status = 'archived'`],
  [
    'broken',
    { subject: 'company', rules: { everyone: true } },
    `rules = '{"field": "lost", "operator": "is_empty"}'`,
  ],
  ['by hand', { type: 'static', rules: undefined }, `created_by = 'Grace'`],
] as const;

beforeAll(async () => {
  app = await openApplication();
  await app.query('truncate segmentation.segments cascade');
  for (const [n, [name, more, past]] of made.entries()) {
    const { body } = await app.api
      .post('/api/segments')
      .send({ ...segmentOf(name, livesIn('Rome')), ...more })
      .expect(201);
    ids.set(name, body.id);
    const times = `created_at = '2026-03-0${n + 1}', updated_at = '2026-04-0${9 - n}'`;
    await app.query(`update segmentation.segments set ${times}, ${past} where id = $1`, [body.id]);
  }
});
afterAll(() => app.close());

const list = async (query: object) => {
  const { body } = await app.api
    .get('/api/segments')
    .query({ limit: 500, ...query })
    .expect(200);
  expect(body.total).toBe(body.items.length);
  return body.items.map(({ name }: { name: string }) => name);
};

describe('the filters', () => {
  it.each<[object, string[]]>([
    [{}, ['Alpha', 'beta', 'Émile', '=SUM(A1)', 'broken', 'by hand']],
    [{ subject: 'company' }, ['broken']],
    [{ subject: 'ghost' }, []],
    [{ type: 'static' }, ['by hand']],
    [{ type: ['static', 'hybrid'] }, ['beta', 'by hand']],
    [{ status: 'archived' }, ['gone']],
    [{ status: ['paused', 'inactive'] }, ['Émile', '=SUM(A1)']],
    [{ health: 'broken' }, ['broken']],
    [{ health: 'ok', type: 'dynamic' }, ['Alpha', 'Émile', '=SUM(A1)']],
    [{ tag: 'mail' }, ['Alpha', 'beta']],
    [{ tag: ['spring', '-x'] }, ['Alpha', '=SUM(A1)']],
    [{ category: 'budget' }, ['Alpha', 'Émile']],
    [{ folder: 'B' }, ['Émile']],
    [{ owner: 'Ada' }, ['Alpha']],
    [{ created_by: 'Grace' }, ['by hand']],
    [{ created_from: '2026-03-03T00:00:00Z' }, ['Émile', '=SUM(A1)', 'broken', 'by hand']],
    [{ field: 'contact.city' }, ['Alpha', 'beta', 'Émile', '=SUM(A1)']],
    [{ field: 'city' }, ['Alpha', 'beta', 'Émile', '=SUM(A1)']],
    [{ field: 'city', subject: 'company' }, []],
    [{ field: 'city', health: 'ok', tag: 'mail' }, ['Alpha', 'beta']],
    [{ field: 'first_name' }, []],
    [{ created_until: '2026-03-03T00:00:00Z' }, ['Alpha', 'beta']],
    [{ created_from: '2026-03-02T00:00:00Z', created_until: '2026-03-04T00:00:00Z' }, ['beta', 'Émile']],
    [{ q: 'ALPH' }, ['Alpha']],
    [{ q: 'élan' }, ['beta']],
    [{ q: 'e\u0301' }, ['beta', 'Émile']],
    [{ q: '%' }, []],
    [{ q: 'spring' }, ['Alpha']],
    [{ q: 'nobody' }, []],
  ])('%j', async (query, names) => {
    expect((await list({ sort: 'created_at', ...query })).sort()).toEqual([...names].sort());
  });

  it.each([
    ['type', 'dynamically'],
    ['status', 'gone'],
    ['health', 'ill'],
    ['tag', 'x'.repeat(101)],
    ['sort', 'rules'],
    ['format', 'pdf'],
    ['tenant_id', '2'],
  ])('refuse %s=%s', async (name, value) => {
    const { body } = await app.api
      .get('/api/segments')
      .query({ [name]: value })
      .expect(400);
    expect(body.problems.map(({ path }: { path: string }) => path)).toContain(name);
  });

  it('find a field at the end of a path, by its way and by its record', async () => {
    const rules = { field: 'company.industry', operator: 'equals', value: 'Hotels' };
    const { body } = await app.api.post('/api/segments').send(segmentOf('By firm', rules)).expect(201);
    for (const field of ['company.industry', 'contact.company.industry', 'industry'])
      expect(await list({ field })).toEqual(['By firm']);
    await app.api.delete(`/api/segments/${body.id}`).expect(204);
  });

  it.each(['cty', 'contact.cty', 'orders', 'company', 'ghost.city', 'contact.company.cty', '.'])(
    'refuse %s, which is no field',
    async (field) => {
      for (const format of ['json', 'csv']) {
        const { body } = await app.api.get('/api/segments').query({ field, format }).expect(422);
        expect(body.code).toBe('segments.field-unknown');
        expect(body.detail).toContain(`“${field}”`);
      }
    },
  );

  it('refuse a time that is none', async () => {
    const { body } = await app.api.get('/api/segments').query({ created_from: 'yesterday' }).expect(422);
    expect(body.code).toBe('as-of.invalid');
  });
});

describe('the order', () => {
  const orders: [string, string[]][] = [
    ['name', ['=SUM(A1)', 'Alpha', 'beta', 'broken', 'by hand', 'Émile']],
    ['created_at', ['Alpha', 'beta', 'Émile', '=SUM(A1)', 'broken', 'by hand']],
    ['updated_at', ['by hand', 'broken', '=SUM(A1)', 'Émile', 'beta', 'Alpha']],
    ['member_count', ['beta', 'Émile', 'broken', 'by hand', 'Alpha', '=SUM(A1)']],
    ['last_calculated_at', ['beta', 'Émile', 'broken', 'by hand', '=SUM(A1)', 'Alpha']],
    ['last_used_at', ['Alpha', '=SUM(A1)', 'broken', 'by hand', 'Émile', 'beta']],
    ['times_used', ['Alpha', '=SUM(A1)', 'broken', 'by hand', 'beta', 'Émile']],
  ];

  it.each(orders)('by %s, up and down, is the same in pages of every size', async (sort, names) => {
    expect(await list({ sort })).toEqual(names);
    for (const [order, expected] of [
      [sort, names],
      [`-${sort}`, [...names].reverse()],
    ] as const)
      for (const limit of [1, 2, 4]) {
        const { items, totals } = await walk<{ name: string }>(app.api, `/api/segments?sort=${order}`, limit);
        expect(items.map(({ name }) => name)).toEqual(expected);
        expect(new Set(totals)).toEqual(new Set([names.length]));
      }
  });

  it('of one list is not that of another: a cursor is refused', async () => {
    const { body } = await app.api.get('/api/segments').query({ sort: 'name', limit: 1 }).expect(200);
    for (const query of [
      { sort: '-name', cursor: body.next_cursor },
      { cursor: body.next_cursor },
      { sort: 'name', cursor: 'x' },
      { sort: 'times_used', cursor: Buffer.from('["times_used","1 or 1",1]').toString('base64url') },
    ])
      expect((await app.api.get('/api/segments').query(query).expect(400)).body.problems).toEqual([
        expect.objectContaining({ path: 'cursor', code: 'request.cursor' }),
      ]);
  });
});

describe('the file', () => {
  it.each([
    ['by name', { format: 'csv' }, undefined],
    ['by Accept', {}, 'text/csv'],
  ])('is asked for %s, filtered and sorted as the list is', async (_how, query, accept) => {
    const request = app.api.get('/api/segments').query({ ...query, tag: 'mail', sort: 'name', limit: 1 });
    if (accept) request.set('Accept', accept);
    const answer = await request.expect(200);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const [header, ...lines] = answer.text.trimEnd().split('\r\n');
    expect(header).toMatch(/^id,name,description,category,tags,/);
    expect(lines.map((line) => line.split(',')[1])).toEqual(['Alpha', 'beta']);
    expect(lines[0]).toContain('"spring, mail"');
  });

  it('has no cell that a spreadsheet reckons', async () => {
    const { text } = await app.api.get('/api/segments').query({ format: 'csv', q: 'SUM' }).expect(200);
    expect(text).toContain(`,'=SUM(A1),"'+1, ""quoted""",,"'-x, @y",`);
  });

  it('has what other tenants cannot see', async () => {
    const { text } = await app.as(keys.foreign).get('/api/segments').query({ format: 'csv' }).expect(200);
    expect(text.trimEnd().split('\r\n')).toHaveLength(1);
  });
});
