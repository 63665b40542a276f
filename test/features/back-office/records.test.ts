/** The host's records in the back office: reading, filtering, changing, and never another tenant's. */

import './stock-environment.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { startBackOffice } from '../../support/back-office.js';
import type { TestDatabase } from '../../support/database.js';
import { admin, powerless, Visitor } from './hosts.js';
import { Customer, createShop, foreign, Position, records } from './shop.js';

let database: TestDatabase;
let host: INestApplication;
let visitor: Visitor;

beforeAll(async () => {
  database = await createShop();
  host = await startBackOffice({
    database,
    entities: [Customer, Position],
    people: [admin, powerless],
    records,
  });
  visitor = await new Visitor(host, '/admin').login(host);
}, 120_000);

afterAll(async () => {
  await host?.close();
  await database?.drop();
});

interface Listed {
  readonly id: string;
  readonly title: string;
  readonly params: Record<string, unknown>;
}

const listed = async (resource: string, query: string): Promise<Listed[]> =>
  (await visitor.list(resource, `perPage=500&${query}`).expect(200)).body.records;

const row = async (id: string): Promise<Record<string, unknown>> =>
  (await database.pool.query('SELECT * FROM shop.customers WHERE id = $1', [id])).rows[0];

describe('a filter', () => {
  test.each([
    ['filters.balance=7.5', ['7']],
    ['filters.balance=>=599', ['600', '599']],
    ['filters.balance=1..3', ['2', '1']],
    ['filters.balance=%3C 2', ['1']],
    ['filters.visits=1.5', []],
    ['filters.visits=9007199254740994..9007199254740995', ['1', '2']],
    ['filters.visits=99999999999999999999', []],
    ['filters.visits=9007199254740996', ['3']],
    ['filters.email=c60', ['600', '60']],
    ['filters.email=%25', []],
    ['filters.email=_60@', []],
    ['filters.name=customer 59', [...range(590, 599), '59', '159', '259', '359', '459', '559']],
    ['filters.name=601 omer', []],
    ['filters.name=600 omer', ['600']],
    ['filters.details=berlin&filters.balance=7.5', ['7']],
    ['filters.tags=WINE&filters.balance=7.5', ['7']],
    ['filters.code=11111111-2222-4333-8444-555555555555&filters.balance=7.5', ['7']],
    ['filters.born~~from=1980-03-05T00:00:00.000Z&filters.born~~to=1980-03-06T00:00:00.000Z', ['6', '5']],
    ['filters.seen_at~~from=2100-01-01', []],
    ['filters.vip=true', []],
    ["filters.email=' OR 1=1 --", []],
  ] as [string, string[]][])('of %s finds what it says', async (query, ids) => {
    const found = (await listed('customers', query)).map(({ id }) => id);
    expect(found.filter((id) => Number(id) <= 600).sort()).toEqual(
      ids.filter((id) => Number(id) <= 600).sort(),
    );
  });

  test.each([
    ['filters.balance=many', 'filterNeedsNumber'],
    ['filters.visits=1e400', 'filterNeedsNumber'],
    ['filters.code=not-a-uuid', 'filterNeedsUuid'],
    ['filters.born~~from=soon', 'filterNeedsDate'],
    ['filters.born=2020-01-01', 'filterNeedsDate'],
    ['filters.secret=secret-7', 'filterNotAllowed'],
    ['filters.tenant_id=2', 'filterNotAllowed'],
    ['filters.nonsense=1', 'filterNotAllowed'],
    ['sortBy=secret', 'sortNotAllowed'],
    ['sortBy=email', 'sortNotAllowed'],
    ['sortBy=name; DROP TABLE shop.customers', 'sortNotAllowed'],
  ])('of %s is refused, not ignored', async (query, message) => {
    const { notice, records: found } = (await visitor.list('customers', query).expect(200)).body;
    expect(notice).toMatchObject({ type: 'error', message });
    expect(found).toEqual([]);
  });
});

describe('a list', () => {
  test('is sorted as offered, and by the key where nobody says', async () => {
    const [dearest] = await listed('customers', 'sortBy=balance&direction=desc');
    expect(dearest?.id).toBe('600');
    const [newest] = await listed('customers', '');
    expect(newest?.id).toBe('18599');
  });

  test('counts up to a limit, and pages', async () => {
    const { meta } = (await visitor.list('customers', 'perPage=7&page=3')).body;
    expect(meta).toMatchObject({ total: 10_000, perPage: 7, page: 3 });
    const pages = await Promise.all(
      [1, 2].map((page) => listed('customers', `perPage=5&page=${page}&sortBy=balance&direction=asc`)),
    );
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(pages.flat().length);
  });

  test.each([
    'perPage=-1',
    'perPage=abc',
    'page=-5',
    'page=99999999999',
    'perPage=5&perPage=6',
    'filters[x]=1',
  ])('stands %s', (query) => visitor.list('customers', query).expect(200));

  test('gives numbers as they are stored', async () => {
    const [seventh] = await listed('customers', 'filters.balance=7.5');
    expect(seventh?.params).toMatchObject({ balance: '7.5', visits: '9007199254741000', born: '1980-03-07' });
  });
});

describe('a form', () => {
  test('changes what may be changed, exactly', async () => {
    const { notice } = (
      await visitor.change('customers', '30', {
        name: 'Zoë',
        balance: '12345678901234567890.12345',
        visits: '9223372036854775807',
        details: '{"a": [1, "x"]}',
        'tags.0': 'a, b',
        'tags.1': 'c"{}',
        born: '1984-02-29',
        seen_at: '2024-05-05T10:00:00.000Z',
        vip: 'true',
      })
    ).body;
    expect(notice).toMatchObject({ type: 'success' });
    const { rows } = await database.pool.query(
      'SELECT name, balance, visits, details, tags, born::text, seen_at, vip FROM shop.customers WHERE id = 30',
    );
    expect(rows[0]).toEqual({
      name: 'Zoë',
      balance: '12345678901234567890.12345',
      visits: '9223372036854775807',
      details: { a: [1, 'x'] },
      tags: ['a, b', 'c"{}'],
      born: '1984-02-29',
      seen_at: new Date('2024-05-05T10:00:00Z'),
      vip: true,
    });
  });

  test('empties what is sent empty, and leaves what is not sent', async () => {
    const before = await row('31');
    await visitor.change('customers', '31', {
      balance: '',
      email: '__FORM_VALUE_NULL__',
      tags: '__FORM_VALUE_EMPTY_ARRAY__',
    });
    expect(await row('31')).toEqual({ ...before, balance: null, email: null, tags: [] });
  });

  test.each([
    ['name', '', 'fieldRequired'],
    ['balance', 'a lot', 'fieldNotNumber'],
    ['balance', '1e5', 'fieldNotNumber'],
    ['balance', '-5000', 'fieldNotAllowed'],
    ['visits', '1.5', 'fieldNotInteger'],
    ['visits', '9223372036854775808', 'fieldOutOfRange'],
    ['details', '{"a": ', 'fieldNotJson'],
    ['code', 'nonsense', 'fieldNotUuid'],
    ['born', 'soon', 'fieldNotDate'],
    ['email', 'c33@example.com', 'fieldTaken'],
  ])('that sets %s to "%s" is refused there: %s', async (field, sent, message) => {
    const before = await row('32');
    const { notice, record } = (await visitor.change('customers', '32', { [field]: sent })).body;
    expect(notice.type).toBe('error');
    expect(record.errors).toEqual({ [field]: expect.objectContaining({ message }) });
    expect(await row('32')).toEqual(before);
  });

  test("whose failure is not the database's says so without details", async () => {
    const { text, body } = await visitor.change('customers', '34', { name: 'bomb' });
    expect(body.notice).toMatchObject({ type: 'error', message: 'saveFailed' });
    expect(Object.keys(body.record.errors)).toHaveLength(1);
    expect(text).not.toContain('nobody should see');
  });

  test('adds a record in the own tenant', async () => {
    const { body } = await visitor.create('customers', {
      name: 'Added',
      email: 'added@example.com',
      tenant_id: '2',
    });
    expect(body.notice.type).toBe('success');
    expect(await row(body.record.id)).toMatchObject({ name: 'Added', tenant_id: 1, secret: 'unset' });
  });

  test('removes one, or several', async () => {
    await visitor.change('customers', '40', {}, 'delete');
    await visitor.post('/api/resources/customers/bulk/bulkDelete?recordIds=41,42').expect(200);
    expect(await Promise.all(['40', '41', '42'].map(row))).toEqual([undefined, undefined, undefined]);
  });

  test('that removes what others refer to is refused with the reason', async () => {
    const { body } = await visitor.change('customers', '1', {}, 'delete');
    expect(body.notice).toMatchObject({ type: 'error', message: 'recordInUse' });
    expect(await row('1')).toBeDefined();
  });
});

describe('a key of several columns', () => {
  const strange = '1~b%2C%7E%2F%25';

  test('is one address, whatever is in it', async () => {
    const found = await listed('positions', 'filters.order_no=1');
    expect(found.map(({ id }) => id).sort()).toEqual(['1~a', strange, '1~c']);
    const shown = await visitor.get(`/api/resources/positions/records/${encodeURIComponent(strange)}/show`);
    expect(shown.body.record.params).toMatchObject({ order_no: '1', line: 'b,~/%', product: 'Wine' });
  });

  test('changes that record alone', async () => {
    await visitor.change('positions', strange, { product: 'Red wine' });
    const { rows } = await database.pool.query(
      'SELECT product FROM shop.positions WHERE order_no = 1 ORDER BY line',
    );
    expect(rows.map(({ product }) => product)).toEqual(['Tea', 'Red wine', 'Smuggled']);
  });

  test.each(['1', '1~a~b', 'x~a', '~', '1~%ZZ', `${2 ** 40}~a`])(
    'that is none, "%s", is no record',
    async (id) => {
      const { body } = await visitor.get(`/api/resources/positions/records/${encodeURIComponent(id)}/show`);
      expect(body.record.params).toEqual({});
      expect(body.notice.type).toBe('error');
    },
  );
});

describe("another tenant's record", () => {
  const theirs = [
    ['customers', foreign.customer],
    ['positions', foreign.position],
  ] as const;
  const all = () =>
    database.pool
      .query(
        'SELECT (SELECT json_agg(c) FROM shop.customers c WHERE tenant_id = 2) AS c, (SELECT json_agg(p) FROM shop.positions p WHERE tenant_id = 2) AS p',
      )
      .then(({ rows }) => rows[0]);

  test.each(
    theirs.flatMap(([resource, id]) => ['show', 'edit', 'delete'].map((action) => [resource, action, id])),
  )('of %s cannot be reached by %s', async (resource, action, id) => {
    const before = await all();
    const path = `/api/resources/${resource}/records/${encodeURIComponent(id ?? '')}/${action}`;
    const answers = [
      await visitor.get(path),
      await visitor.change(resource ?? '', id ?? '', { name: 'x', product: 'x' }, action),
    ];
    for (const { text } of answers) expect(text).not.toMatch(/Foreign|f@example/);
    expect(await all()).toEqual(before);
  });

  test.each(theirs)(
    'of %s is neither listed, searched, counted nor removed in bulk',
    async (resource, id) => {
      const before = await all();
      const answers = [
        await visitor.list(resource, 'perPage=500&filters.email=f@example'),
        await visitor.get(`/api/resources/${resource}/actions/search/Foreign`),
        await visitor.get(`/api/resources/${resource}/bulk/bulkDelete?recordIds=${id}`),
        await visitor.post(`/api/resources/${resource}/bulk/bulkDelete?recordIds=${id}`),
      ];
      for (const { text } of answers) expect(text).not.toMatch(/Foreign|f@example/);
      expect(await all()).toEqual(before);
    },
  );

  test('is not shown through a reference to it, nor through a filter by it', async () => {
    const referring = await visitor.list('positions', `filters.customer_id=${foreign.customer}`);
    expect(referring.body.records).toHaveLength(1);
    expect(referring.text).not.toContain('f@example');
  });
});

describe('who may nothing', () => {
  const paths = records.flatMap(({ id }) => [
    ...['list', 'search', 'new'].map((action) => `/api/resources/${id}/actions/${action}`),
    ...['show', 'edit', 'delete'].map((action) => `/api/resources/${id}/records/1/${action}`),
    `/api/resources/${id}/bulk/bulkDelete?recordIds=1`,
    `/resources/${id}`,
  ]);

  test.each(paths.concat('/pages/segments', '/api/pages/segments'))(
    'is told that %s is not there',
    async (path) => {
      const stranger = await new Visitor(host, '/admin').login(host, powerless);
      await stranger.get(path).expect(404);
      if (path.startsWith('/api/resources')) await stranger.post(path).expect(404);
    },
  );

  test('finds nothing of them in the page', async () => {
    const stranger = await new Visitor(host, '/admin').login(host, powerless);
    expect((await stranger.get('/')).text).not.toMatch(/"id":"customers"|SegmentsPage"}/);
  });
});

function range(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, n) => String(from + n));
}
