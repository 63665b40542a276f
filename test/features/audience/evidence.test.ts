/** What an explanation rests on, and how long it lasts: the records behind it, and when time alone changes the answer. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { livesIn, makeSegment, segmentOf, settle } from '../../support/segments.js';

let app: TestApplication;
let jo: string;
let nil: string;
beforeAll(async () => {
  app = await openApplication();
  [jo = '', nil = ''] = await settle(app, 'Proofby', 'jo', 'nil');
  await app.query(`update crm.contacts set birthday = '1990-02-28' where id = $1`, [jo]);
  await app.query(
    `insert into crm.orders (tenant_id, contact_id, external_id, placed_at, status, channel, total_base)
     select 1, $1, 'O' || n, '2026-02-01T10:00:00Z'::timestamptz + n * interval '1 day',
       case when n = 6 then 'cancelled' else 'paid' end, 'online', n
     from generate_series(1, 8) n`,
    [jo],
  );
});
afterAll(() => app.close());

let made = 0;
async function explain(rules: unknown, member = jo, as_of = '2026-02-10T12:00:00Z') {
  made += 1;
  const { id } = await makeSegment(app.api, `Proof ${made}`, rules);
  const { body } = await app.api
    .get(`/api/segments/${id}/members/${member}/explain`)
    .query({ as_of })
    .expect(200);
  return body;
}

const orders = (more: object, ...rules: unknown[]) => ({
  related: 'orders',
  measure: 'count',
  operator: 'greater_than',
  value: 0,
  ...more,
  ...(rules.length > 0 && { where: { match: 'all', rules } }),
});
const paid = { field: 'status', operator: 'equals', value: 'paid' };

it('says several values one after another', async () => {
  await app.query(`update crm.contacts set tags = array['night owl', 'vip'] where id = $1`, [jo]);
  const { nodes } = await explain({ field: 'tags', operator: 'has_any', value: ['vip'] });
  expect(nodes[0].value).toBe('night owl, vip');
});

describe('the evidence of a condition', () => {
  it('is the latest five records that contribute, with the fields it looks at', async () => {
    const { nodes } = await explain(orders({}, paid, { field: 'channel', operator: 'is_not_empty' }));
    const { record, records } = nodes[0].evidence;
    expect(record).toBe('order');
    const when = records.map(({ fields }: { fields: { placed_at: string } }) =>
      fields.placed_at.slice(0, 10),
    );
    expect(when).toEqual(['2026-02-09', '2026-02-08', '2026-02-06', '2026-02-05', '2026-02-04']);
    expect(records[0]).toEqual({
      id: expect.stringMatching(/^\d+$/),
      fields: { placed_at: expect.any(String), status: 'paid', channel: 'online' },
    });
  });

  it.each([
    [
      'a metric',
      { field: 'total_spend', operator: 'greater_than', value: 1 },
      ['placed_at', 'status', 'total_base'],
    ],
    [
      'a number derived of one',
      { field: 'days_since_last_order', operator: 'less_than', value: 9 },
      ['placed_at', 'status'],
    ],
    ['a measure that is not met', orders({ operator: 'equals', value: 0 }), ['placed_at']],
  ])('is there for %s', async (_name, rules, fields) => {
    const { nodes } = await explain(rules);
    const [first] = nodes[0].evidence.records;
    expect(Object.keys(first.fields).sort()).toEqual(expect.arrayContaining(fields));
  });

  it('and what is measured of people show no addresses to whoever may not export them', async () => {
    await app.query(
      `with firm as (insert into crm.companies (tenant_id, external_id, name) values (1, 'mailers', 'Mailers') returning id)
       update crm.contacts set company_id = firm.id, email = 'jo@mail.example' from firm where contacts.id = $1`,
      [jo],
    );
    const email = { field: 'email', operator: 'contains', value: '@mail.example' };
    const people = { related: 'contacts', where: { match: 'all', rules: [email, livesIn('Proofby')] } };
    const rules = {
      match: 'all',
      rules: [
        { ...people, measure: 'count', operator: 'equals', value: 1 },
        { ...people, measure: 'most_frequent', of: 'email', operator: 'is_not_empty' },
      ],
    };
    const made = await app.api.post('/api/segments').send({ name: 'Firms', subject: 'company', rules });
    const [{ id } = { id: '' }] = await app.query<{ id: string }>(
      `select id::text from crm.companies where external_id = 'mailers'`,
    );
    const seenBy = async (key: string) => {
      const asked = app.as(key).get(`/api/segments/${made.body.id}/members/${id}/explain`);
      const [, counted, measured] = (await asked.expect(200)).body.nodes;
      const shown = counted.evidence.records.map((one: { fields: object }) => one.fields);
      return { shown, counted: counted.value, measured: measured.value };
    };
    const address = 'jo@mail.example';
    const fields = { email: address, city: 'Proofby' };
    expect(await seenBy(keys.own)).toEqual({ shown: [fields], counted: '1', measured: address });
    const hidden = { shown: [{ ...fields, email: null }], counted: '1', measured: null };
    expect(await seenBy(keys.reader)).toEqual(hidden);
  });

  it('is empty for whoever has no such record, and absent from other conditions', async () => {
    const { nodes } = await explain({ match: 'all', rules: [orders({}), livesIn('Proofby')] }, nil);
    expect(nodes.map(({ evidence }: { evidence?: { records: unknown[] } }) => evidence?.records)).toEqual([
      undefined,
      [],
      undefined,
    ]);
  });

  it('leaves out what is later than the instant that is asked for', async () => {
    const { nodes } = await explain(orders({}), jo, '2026-02-03T00:00:00Z');
    expect(nodes[0].evidence.records).toHaveLength(1);
  });
});

describe('the next change', () => {
  const lastOrder = (operator: string, value: object) => ({ field: 'last_order_at', operator, value });

  // The last order that counts was on 9 February at 11:00 in Berlin; it is the 10th.
  it.each([
    ['days that run out', lastOrder('within_last', { days: 3 }), '2026-02-11T23:00:00Z'],
    ['days that are reached', lastOrder('ago_at_least', { days: 60 }), '2026-04-09T22:00:00Z'],
    ['hours', lastOrder('within_last', { hours: 48 }), '2026-02-11T10:00:00Z'],
    ['a month’s end', lastOrder('in_period', 'this_month' as never), '2026-02-28T23:00:00Z'],
    [
      'an anniversary',
      { field: 'birthday', operator: 'anniversary_within_next', value: { days: 7 } },
      '2026-02-21T23:00:00Z',
    ],
    ['an age', { field: 'age', operator: 'greater_than_or_equal', value: 36 }, '2026-02-27T23:00:00Z'],
    [
      'the second of several records',
      orders(
        { operator: 'less_than', value: 2 },
        { field: 'placed_at', operator: 'within_last', value: { days: 7 } },
      ),
      '2026-02-14T23:00:00Z',
    ],
    [
      'a rule that waits for both',
      {
        match: 'all',
        rules: [lastOrder('ago_at_least', { days: 5 }), lastOrder('within_last', { days: 10 })],
      },
      '2026-02-13T23:00:00Z',
    ],
    ['nothing that moves', livesIn('Proofby'), null],
    [
      'two that cancel out',
      {
        match: 'any',
        rules: [lastOrder('within_last', { days: 5 }), lastOrder('ago_at_least', { days: 5 })],
      },
      null,
    ],
  ])('is known of %s', async (_name, rules, at) => {
    const { next_change } = await explain(rules);
    expect(next_change).toEqual({ at, certain_until: at ?? '2036-02-10T12:00:00Z' });
  });

  it('is not foretold of a rank that turns on everybody’s records', async () => {
    const { next_change } = await explain({
      field: 'orders_last_30_days',
      operator: 'in_top_percent',
      value: 10,
    });
    expect(next_change).toEqual({ at: null, certain_until: '2026-02-10T12:00:00Z' });
  });

  it('is none where a pin has the last word, and of a segment without a rule', async () => {
    const rules = lastOrder('within_last', { days: 30 });
    for (const body of [
      { ...segmentOf('Pinned proof', rules), type: 'hybrid' },
      { name: 'Static proof', subject: 'contact', type: 'static' },
    ]) {
      const { body: segment } = await app.api.post('/api/segments').send(body).expect(201);
      await app.api.post(`/api/segments/${segment.id}/members`).send({ member_ids: [jo] });
      const { body: told } = await app.api
        .get(`/api/segments/${segment.id}/members/${jo}/explain`)
        .expect(200);
      expect(told).toMatchObject({ next_change: null, pin: { kind: 'included' } });
    }
  });
});
