/** The members of a segment: who they are, in pages, and nothing asked of them that cannot be meant. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, makeSegment, manual, move, settle, walk } from '../../support/segments.js';

let app: TestApplication;
let id: string;
let people: string[];
const names = Array.from({ length: 11 }, (_none, n) => `page-${n}`);
beforeAll(async () => {
  app = await openApplication();
  people = await settle(app, 'Pageby', ...names);
  id = (await makeSegment(app.api, 'Pages', livesIn('Pageby'), manual)).id;
  await calculate(app.api, id, '2026-02-01T08:00:00Z');
});
afterAll(() => app.close());

const list = (query = {}) => app.api.get(`/api/segments/${id}/members`).query(query);

describe('the members', () => {
  it('are shown with who they are, since when, by whom and why', async () => {
    const { body } = await list({ limit: 1 }).expect(200);
    expect(body.items).toEqual([
      {
        member_id: people[0],
        external_id: 'page-0',
        display: 'page-0',
        added_at: '2026-02-01T08:00:00.000Z',
        added_by: 'API key',
        removed_at: null,
        removed_by: null,
        cause: 'first_fill',
      },
    ]);
  });

  it.each([1, 3, 11, 500])('come in pages of %i, each once', async (limit) => {
    const path = `/api/segments/${id}/members`;
    const { items, totals } = await walk<{ external_id: string }>(app.api, path, limit);
    expect(items.map(({ external_id }) => external_id)).toEqual(names);
    expect(totals).toEqual(Array(Math.ceil(names.length / limit)).fill(names.length));
  });

  it('are sorted by id or by when they joined, in pages of every size', async () => {
    await settle(app, 'elsewhere', 'latecomer');
    await settle(app, 'Orderby', 'first', 'second');
    const { id } = await makeSegment(app.api, 'In order', livesIn('Orderby'), manual);
    await calculate(app.api, id, '2026-02-01T08:00:00.123Z');
    await move(app, 'Orderby', 'latecomer');
    await calculate(app.api, id, '2026-02-01T08:00:00.124Z');
    const byId = ['latecomer', 'first', 'second'];
    const byTime = ['first', 'second', 'latecomer'];
    for (const [sort, expected] of [
      ['member_id', byId],
      ['-member_id', [...byId].reverse()],
      ['added_at', byTime],
      ['-added_at', [...byTime].reverse()],
    ] as const)
      for (const limit of [1, 2, 3]) {
        const path = `/api/segments/${id}/members?sort=${sort}`;
        const { items } = await walk<{ external_id: string }>(app.api, path, limit);
        expect([sort, items.map(({ external_id }) => external_id)]).toEqual([sort, expected]);
      }
  });

  it('of one order are not those of another: a cursor is refused', async () => {
    const { body } = await list({ limit: 1 }).expect(200);
    const refused = await list({ sort: '-added_at', cursor: body.next_cursor }).expect(400);
    expect(refused.body).toMatchObject({ code: 'request.cursor', problems: [{ path: 'cursor' }] });
  });

  it('stay listed when somebody is no longer there, without a name', async () => {
    await settle(app, 'Ghostby', 'ghost');
    const segment = await makeSegment(app.api, 'Ghosts', livesIn('Ghostby'));
    await calculate(app.api, segment.id);
    await app.query(`delete from crm.contacts where external_id = 'ghost'`);
    const { body } = await app.api.get(`/api/segments/${segment.id}/members`).expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ external_id: null, display: null }] });
  });

  it.each([
    ['cursor', 'first'],
    ['cursor', ''],
    ['cursor', '1; drop table crm.contacts'],
    ['cursor', '9223372036854775808'],
    ['limit', '0'],
    ['limit', '501'],
    ['limit', 'all'],
    ['sort', 'name'],
    ['sort', '-display'],
  ])('are not listed with %s=%s', async (name, value) => {
    const { body } = await list({ [name]: value });
    expect([body.status, typeof body.code]).toEqual([400, 'string']);
  });

  it('of a segment that was never calculated are none', async () => {
    const { id: fresh } = await makeSegment(app.api, 'Fresh', livesIn('Pageby'));
    const { body } = await app.api.get(`/api/segments/${fresh}/members`).expect(200);
    expect(body).toEqual({ items: [], total: 0, next_cursor: null });
  });

  it.each(['not-an-id', '01890000-0000-7000-8000-00000000000'])(
    'of the segment %s are refused',
    async (segment) => {
      await app.api.get(`/api/segments/${segment}/members`).expect(400);
    },
  );
});
