/** The list of what was done: page by page, in either order, and within a time. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import { walk } from '../../support/segments.js';

interface Entry {
  readonly id: string;
  readonly at: string;
}

let app: TestApplication;
/** As they were made: on the first, the second and the third of March. */
let made: string[];

beforeAll(async () => {
  app = await openApplication();
  for (const name of ['one', 'two', 'three'])
    await app.api
      .post('/api/api-keys')
      .send({ name, scopes: ['segments:read'] })
      .expect(201);
  const rows = await app.query<{ id: string }>('select id from segmentation.audit order by id');
  made = rows.map(({ id }) => id);
  for (const [index, id] of made.entries())
    await app.query('update segmentation.audit set at = $2 where id = $1', [
      id,
      `2026-03-0${index + 1}T12:00:00Z`,
    ]);
});
afterAll(() => app.close());

const list = (query: object) => app.api.get('/api/audit').query(query);

describe('the audit', () => {
  it.each([
    ['-at', () => [...made].reverse()],
    ['at', () => made],
  ])('is sorted by %s, in pages of every size', async (sort, expected) => {
    expect(made).toHaveLength(3);
    for (const limit of [1, 2, 500]) {
      const { items, totals } = await walk<Entry>(app.api, `/api/audit?sort=${sort}`, limit);
      expect(items.map(({ id }) => id)).toEqual(expected());
      expect(new Set(totals)).toEqual(new Set([3]));
    }
  });

  it.each([
    [{ from: '2026-03-02T12:00:00Z' }, [1, 2]],
    [{ from: '2026-03-02T13:00:00.000001+01:00' }, [2]],
    [{ until: '2026-03-02T12:00:00Z' }, [0]],
    [{ from: '2026-03-01T12:00:00Z', until: '2026-03-03T12:00:00Z' }, [0, 1]],
    [{ from: '2026-03-04T00:00:00Z' }, []],
  ])('can be of a time: %j', async (query, expected) => {
    const { body } = await list({ sort: 'at', ...query }).expect(200);
    expect(body.items.map(({ id }: Entry) => made.indexOf(id))).toEqual(expected);
    expect(body.total).toBe(expected.length);
  });

  it.each([
    ['from', 'yesterday'],
    ['from', '2026-03-02'],
    ['from', '2026-03-02T12:00:00'],
    ['until', '2026-02-30T12:00:00Z'],
    ['until', '0000-01-01T00:00:00Z'],
    ['until', '+012026-01-01T00:00:00Z'],
    ['sort', 'action'],
  ])('is not asked for with %s=%s', async (name, value) => {
    const { body } = await list({ [name]: value }).expect(400);
    expect(body).toMatchObject({ code: 'request.invalid', problems: [{ path: name }] });
  });
});
