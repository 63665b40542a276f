/** Members enter and leave at the boundary, and no full run and no batch leaves a gap between itself and the clock. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { Checked } from '../../../../src/rule-language/checked.js';
import { crossings } from '../../../../src/rule-language/crossings.js';
import { crossers } from '../../../../src/rule-language/to-sql/crossers.js';
import { RuleReader } from '../../../../src/segments/rule-reader.js';
import { openApplication, type TestApplication } from '../../../support/application.js';
import { drain } from '../../../support/incremental.js';
import { calculate, makeSegment, membersOf } from '../../../support/segments.js';
import { PassingTime } from './passing-time.js';

let app: TestApplication;
let time: PassingTime;
beforeAll(async () => {
  app = await openApplication();
  time = new PassingTime(app);
});
afterEach(() => time.tidy());
afterAll(() => app.close());

const orderedWithin = (value: object) => ({
  related: 'orders',
  measure: 'count',
  where: { match: 'all', rules: [{ field: 'placed_at', operator: 'within_last', value }] },
  operator: 'greater_than_or_equal',
  value: 1,
});

/** Kept fresh since then; resolves to its id. */
async function kept(name: string, rules: unknown, since: string): Promise<string> {
  const { id } = await makeSegment(app.api, name, rules);
  await time.start(since);
  await calculate(app.api, id);
  await time.clear();
  return id;
}

const planted = async (id: string): Promise<string[]> =>
  (await membersOf(app.api, id)).filter((name) => name.startsWith('clock-')).sort();

describe('members', () => {
  it('come and go at the boundary', async () => {
    await time.plant({
      come: { orders: ['2026-03-10T13:00:00Z'] },
      go: { orders: ['2026-03-10T11:30:00Z'] },
    });
    const id = await kept('Come and go', orderedWithin({ hours: 1 }), '2026-03-10T12:00:00Z');
    const seen: Record<string, string[]> = {};
    for (const at of ['12:29:59.999999', '12:30:00', '12:59:59.999999', '13:00:00', '14:00:00']) {
      await time.to(`2026-03-10T${at}Z`);
      await drain(app);
      seen[at] = await planted(id);
    }
    expect(seen).toEqual({
      '12:29:59.999999': ['clock-go'],
      '12:30:00': [],
      '12:59:59.999999': [],
      '13:00:00': ['clock-come'],
      '14:00:00': [],
    });
  });

  it.each([
    ['forward, in 23 hours', '2026-03-29', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['back, in 25', '2026-10-25', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
  ])('have the whole day on which clocks are set %s', async (_how, day, begins, ends) => {
    await time.plant({ born: { birthday: `1990-${day.slice(5)}` } });
    const today = { field: 'birthday', operator: 'anniversary_within_next', value: { days: 1 } };
    const before = Temporal.Instant.from(begins).subtract({ microseconds: 1 }).toString();
    const id = await kept(`Birthday ${day}`, today, before);
    const last = Temporal.Instant.from(ends).subtract({ microseconds: 1 }).toString();
    const seen: string[][] = [];
    for (const at of [before, begins, last, ends]) {
      await time.to(at);
      await drain(app);
      seen.push(await planted(id));
    }
    expect(seen).toEqual([[], ['clock-born'], ['clock-born'], []]);
  });
});

describe('no gap', () => {
  const hour = orderedWithin({ hours: 1 });
  const leaving = { leaving: { orders: ['2026-03-10T12:00:00Z'] } };

  it('is left by a full run after the tenant’s clock', async () => {
    await time.plant(leaving);
    const { id } = await makeSegment(app.api, 'After', hour);
    await time.start('2026-03-10T12:10:00Z');
    time.set('2026-03-10T12:20:00Z');
    await calculate(app.api, id);
    expect(await planted(id)).toEqual(['clock-leaving']);
    await time.to('2026-03-10T13:00:00Z');
    await drain(app);
    expect(await planted(id)).toEqual([]);
  });

  it('is left by a full run where the engine’s clock has gone back', async () => {
    await time.plant(leaving);
    const { id } = await makeSegment(app.api, 'Before', hour);
    await time.start('2026-03-10T13:00:00Z');
    time.set('2026-03-10T12:30:00Z');
    // As of the tenant's instant: at the engine's she would be in, and nothing would ever take her out.
    expect(await calculate(app.api, id)).toMatchObject({ as_of: '2026-03-10T13:00:00.000Z' });
    expect(await planted(id)).toEqual([]);
  });

  it('is left by a person who lets the rule decide where the engine’s clock has gone back', async () => {
    await time.plant(leaving);
    const { id } = await makeSegment(app.api, 'By hand', hour, { type: 'hybrid' });
    const [{ id: person }] = (await app.query<{ id: string }>(
      `select id from crm.contacts where external_id = 'clock-leaving'`,
    )) as [{ id: string }];
    await time.start('2026-03-10T13:00:00Z');
    await app.api
      .post(`/api/segments/${id}/members`)
      .send({ external_ids: ['clock-leaving'] })
      .expect(200);
    time.set('2026-03-10T12:30:00Z');
    await app.api.delete(`/api/segments/${id}/pins/${person}`).expect(204);
    expect(await planted(id)).toEqual([]);
  });

  it('is left by a batch where the engine’s clock has gone back', async () => {
    const id = await kept('Batch', hour, '2026-03-10T13:00:00Z');
    await time.plant(leaving);
    time.set('2026-03-10T12:30:00Z');
    await app.query(
      `insert into segmentation.contact_dirt (tenant_id, subject_id)
       select '1', id from crm.contacts where external_id = 'clock-leaving'`,
    );
    await drain(app);
    expect(await planted(id)).toEqual([]);
  });
});

describe('those whom time has turned', () => {
  it('are found by an index over the times, whoever they are', async () => {
    await app.query(
      `insert into crm.orders (tenant_id, contact_id, placed_at)
       select 1, c.id, timestamptz '2020-01-01' + n * interval '1 hour'
       from generate_series(1, 40000) n
       cross join lateral (select id from crm.contacts where tenant_id = 1 order by id offset n % 30 limit 1) c`,
    );
    await app.query('analyze crm.orders');
    const rules = app.nest.get(RuleReader);
    const { checked, subject } = await rules.read('1', 'contact', orderedWithin({ days: 30 }));
    const later = Temporal.Instant.from('2023-03-11T23:00:00Z');
    const target = await rules.target('1', subject, later);
    const crossed = crossingsOf(checked, target);
    expect(crossed).toHaveLength(2);
    for (const crossing of crossed) {
      const { text, values } = crossers(crossing, target);
      const plan = await app.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [...values]);
      const lines = plan.map((row) => row['QUERY PLAN']).join('\n');
      expect(lines).toContain('orders_by_time');
      expect(lines).not.toContain('Seq Scan on orders');
    }
  });
});

function crossingsOf(checked: Checked, { vocabulary, clock }: Awaited<ReturnType<RuleReader['target']>>) {
  const from = { ...clock, asOf: clock.asOf.subtract({ hours: 1 }) };
  return crossings(checked, vocabulary, { from, to: clock }).crossings;
}
