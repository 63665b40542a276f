/** Letting time pass: once and for all, one at a time, by one calendar, and as a full run where no range would do. */

import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CrossersRepository } from '../../../../src/refresh/clock/crossers.repository.js';
import { openApplication, type TestApplication } from '../../../support/application.js';
import { clearFailpoints, holdAt } from '../../../support/failpoints.js';
import { consume, dirty } from '../../../support/incremental.js';
import { calculate, makeSegment } from '../../../support/segments.js';
import { PassingTime } from './passing-time.js';

let app: TestApplication;
let time: PassingTime;
beforeAll(async () => {
  app = await openApplication();
  time = new PassingTime(app);
});
afterEach(() => time.tidy());
afterAll(() => app.close());

const lately = {
  related: 'orders',
  measure: 'count',
  where: { match: 'all', rules: [{ field: 'placed_at', operator: 'within_last', value: { days: 30 } }] },
  operator: 'greater_than_or_equal',
  value: 1,
};
const most = { related: 'orders', measure: 'count', operator: 'in_top', value: 3 };
const before = '2026-03-11T20:00:00Z';
const midnight = '2026-03-11T23:00:00Z';
const leaving = { orders: ['2026-02-10T11:00:00Z'] };

describe('time that is followed for the first time', () => {
  it('wants a full run of every segment that is kept fresh, and of no other', async () => {
    await makeSegment(app.api, 'Fresh', lately);
    await makeSegment(app.api, 'By hand', lately, { schedule: 'manual' });
    const { id } = await makeSegment(app.api, 'Paused', lately);
    await app.api.post(`/api/segments/${id}/pause`).send({ version: 1 });
    await app.query('delete from segmentation.tenant_clocks');
    await time.clear();
    await time.to(before);
    expect(await time.due()).toEqual(['Fresh: first_clock']);
  });
});

describe('a calendar that is another', () => {
  it.each([
    ['time_zone', 'Pacific/Apia', 'Europe/Berlin'],
    ['week_start', 'sunday', 'monday'],
    ['leap_day', 'march_1', 'february_28'],
  ])('wants one full run: %s', async (column, now, then) => {
    await makeSegment(app.api, `Calendar of ${now}`, lately);
    await time.start(before);
    await app.query(`update crm.tenants set ${column} = $1 where id = 1`, [now]);
    try {
      await time.to('2026-03-11T20:30:00Z');
      expect(await time.due()).toEqual([`Calendar of ${now}: calendar`]);
      await time.clear();
      await time.to('2026-03-11T20:31:00Z');
      expect(await time.due()).toEqual([]);
    } finally {
      await app.query(`update crm.tenants set ${column} = $1 where id = 1`, [then]);
    }
  });
});

describe('whoever began by a calendar that is the tenant’s no more', () => {
  const zone = (name: string) => app.query('update crm.tenants set time_zone = $1 where id = 1', [name]);
  afterEach(async () => {
    clearFailpoints(app);
    await zone('Europe/Berlin');
  });

  it('as a batch looks at nobody, and wants a full run of every segment', async () => {
    const { id } = await makeSegment(app.api, 'Straddled', lately);
    await time.plant({ leaving });
    await time.start(before);
    await calculate(app.api, id);
    await time.clear();
    const held = holdAt(app, 'incremental.shared');
    const batch = consume(app);
    await held.reached;
    await zone('Pacific/Apia');
    await time.to('2026-03-11T20:30:00Z');
    // As the full run leaves it.
    await time.clear();
    await app.query(
      `delete from crm.orders where contact_id in (select id from crm.contacts where external_id = 'clock-leaving')`,
    );
    await dirty(app, ['clock-leaving']);
    held.letGo();
    expect(await batch).toMatchObject({ subjects: 1, left: 0 });
    expect(await time.due()).toEqual(['Straddled: calendar']);
  });

  it('as a full run wants another', async () => {
    const { id } = await makeSegment(app.api, 'Straddled in full', lately);
    await time.start(before);
    await calculate(app.api, id);
    expect(await time.due()).toEqual([]);
    await zone('Pacific/Apia');
    await calculate(app.api, id);
    expect(await time.due()).toEqual(['Straddled in full: calendar']);
  });
});

describe('a rule that is broken', () => {
  it('wants one full run, for when it can be read again', async () => {
    const { id } = await makeSegment(app.api, 'Broken', lately);
    await time.start(before);
    await app.query(
      `update segmentation.segments set rules = '{"field":"nope","operator":"is_empty"}' where id = $1`,
      [id],
    );
    await time.to(midnight);
    await time.to('2026-03-11T23:01:00Z');
    expect(await time.due()).toEqual(['Broken: broken']);
    expect(await app.query('select requested from segmentation.due')).toEqual([{ requested: 1 }]);
  });
});

describe('where no range would do', () => {
  it('an age is looked up day by day, and after some days for everybody', async () => {
    await makeSegment(app.api, 'Adults', { field: 'age', operator: 'greater_than', value: 17 });
    await time.start(before);
    await time.to(midnight);
    expect(await time.due()).toEqual([]);
    await time.to('2026-03-14T12:00:00Z');
    expect(await time.due()).toEqual(['Adults: clock']);
  });

  it('a rank is taken anew where somebody moved, and only there', async () => {
    await makeSegment(app.api, 'Busiest', most);
    await time.plant({ future: { orders: ['2026-03-11T22:00:00Z'] } });
    await time.start(before);
    await time.to('2026-03-11T21:59:59Z');
    expect(await time.due()).toEqual([]);
    await time.to('2026-03-11T22:00:00Z');
    expect(await time.due()).toEqual(['Busiest: clock']);
  });

  it('more than a tenth of everyone are looked at by a full run', async () => {
    await makeSegment(app.api, 'Many', lately);
    await app.query(
      `with people as (
         insert into crm.contacts (tenant_id, external_id, first_name)
         select 1, 'clock-' || n, 'One of many' from generate_series(1, 1200) n returning id)
       insert into crm.orders (tenant_id, contact_id, placed_at) select 1, id, $1 from people`,
      [leaving.orders[0]],
    );
    await time.start(before);
    expect(await time.to(midnight)).toMatchObject({ appended: 0 });
    expect(await time.due()).toEqual(['Many: clock']);
  });
});

describe('an advance', () => {
  it('is carried out once, however many are asked for', async () => {
    const { id } = await makeSegment(app.api, 'Once', lately);
    await time.plant({ leaving });
    await time.start(before);
    time.set(midnight);
    await Promise.all([1, 2, 3].map(() => time.refresh.advance('1')));
    expect(await time.found(id)).toEqual(['leaving']);
  });

  it('never goes back', async () => {
    const { id } = await makeSegment(app.api, 'Forward', lately);
    await time.plant({ leaving });
    await time.start(midnight);
    expect(String((await time.to(before)).until)).toBe(midnight);
    expect(await time.found(id)).toEqual([]);
  });

  it('that fails on the way is made up for by the next', async () => {
    const { id } = await makeSegment(app.api, 'Made up for', lately);
    await time.plant({ leaving });
    await time.start(before);
    const failing = jest
      .spyOn(app.nest.get(CrossersRepository), 'writeDown')
      .mockRejectedValueOnce(new Error('The database is gone.'));
    await expect(time.to(midnight)).rejects.toThrow('The database is gone.');
    failing.mockRestore();
    // Nothing is evaluated as of an earlier instant any more, although nobody was found yet.
    expect(await clocks()).toEqual([{ clocked: midnight, swept: before }]);
    await time.to('2026-03-11T23:00:01Z');
    expect(await time.found(id)).toEqual(['leaving']);
  });

  it('has whoever is found for many segments looked at once for all', async () => {
    for (let n = 1; n <= 9; n++) await makeSegment(app.api, `One of many ${n}`, lately);
    await time.plant({ leaving });
    await time.start(before);
    await time.to(midnight);
    const rows = await app.query(
      `select segment_id from segmentation.contact_dirt d join crm.contacts c on c.id = d.subject_id
       where c.external_id = 'clock-leaving'`,
    );
    expect(rows).toEqual([{ segment_id: null }]);
  });

  it('leaves other tenants alone', async () => {
    await time.start(before);
    await time.to(midnight);
    expect(await app.query('select distinct tenant_id from segmentation.tenant_clocks')).toEqual([
      { tenant_id: '1' },
    ]);
  });
});

const clocks = () =>
  app.query(
    `select to_char(clocked_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as clocked,
       to_char(swept_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as swept from segmentation.tenant_clocks`,
  );
