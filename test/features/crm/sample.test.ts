/** The sample is believable, repeatable, and ends at its reference instant. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SampleRefusedError, type SampleRequest, seedSample } from '../../../src/crm/sample/seed-sample.js';
import { type CrmDatabase, openCrm } from './crm-database.js';

const asOf = new Date('2026-03-01T12:00:00Z');
const opened: CrmDatabase[] = [];

async function seeded(request: SampleRequest): Promise<CrmDatabase> {
  const crm = await openCrm();
  opened.push(crm);
  await seedSample(crm.dataSource, { asOf, ...request });
  return crm;
}

afterAll(async () => {
  for (const crm of opened) await crm.drop();
});

describe('a sample', () => {
  let crm: CrmDatabase;
  beforeAll(async () => {
    crm = await seeded({ contacts: 1200 });
  }, 60_000);

  it('has its contacts in three tenants, the restaurant first', async () => {
    const tenants = await crm.query(
      `select t.id, t.kind, t.time_zone, count(*)::integer as contacts from crm.tenants t
       join crm.contacts c on c.tenant_id = t.id group by t.id order by t.id`,
    );
    const time_zone = 'Europe/Berlin';
    expect(tenants).toEqual([
      { id: 1, kind: 'restaurant', time_zone, contacts: 720 },
      { id: 2, kind: 'car_dealer', time_zone, contacts: 300 },
      { id: 3, kind: 'agency', time_zone, contacts: 180 },
    ]);
  });

  it.each([
    ['orders', "placed_at > $1 and status <> 'pending'"],
    ['orders', "placed_at <= $1 and status = 'pending' and tenant_id = 1"],
    ['orders', "placed_at > $1 + interval '30 days'"],
    ['orders', 'greatest(created_at, updated_at) > $1'],
    ['order_lines', 'greatest(created_at, updated_at) > $1'],
    ['contacts', 'greatest(created_at, updated_at) > $1'],
    ['companies', 'greatest(created_at, updated_at) > $1'],
    ['activities', 'greatest(occurred_at, created_at, updated_at) > $1'],
    ['vehicle_interests', 'greatest(created_at, updated_at) > $1'],
  ])('has no %s with %s', async (table, where) => {
    const sql = `select count(*)::integer as count from crm.${table} where ${where.replaceAll('$1', '$1::timestamptz')}`;
    expect(await crm.query(sql, [asOf])).toEqual([{ count: 0 }]);
  });

  it.each([
    ['lunch and dinner, not the afternoon', 'local_hour in (12, 19)', 'local_hour in (15, 16)'],
    ['Saturdays, not Mondays', 'weekday = 6', 'weekday = 1'],
    ['December, not February', 'month = 12', 'month = 2'],
    [
      'the last year, not the first',
      "placed_at > timestamptz '2025-03-01'",
      "placed_at < timestamptz '2024-03-01'",
    ],
  ])('shows guests at %s', async (_rhythm, busy, quiet) => {
    const [row] = await crm.query<{ busy: number; quiet: number }>(
      `select count(*) filter (where ${busy})::integer as busy, count(*) filter (where ${quiet})::integer as quiet
       from (select placed_at, extract(hour from placed_at at time zone 'Europe/Berlin') as local_hour,
               extract(isodow from placed_at at time zone 'Europe/Berlin') as weekday,
               extract(month from placed_at at time zone 'Europe/Berlin') as month
             from crm.orders where tenant_id = 1) o`,
    );
    expect(row?.busy).toBeGreaterThan(1.5 * (row?.quiet ?? 0));
  });

  it('sums its lines to its orders', async () => {
    const rows = await crm.query(
      `select o.id from crm.orders o join crm.order_lines l on l.order_id = o.id
       group by o.id having o.total <> sum(l.total) - o.discount`,
    );
    expect(rows).toEqual([]);
  });

  const kept = "o.status in ('paid', 'fulfilled') and o.placed_at <= now";
  it.each([
    [
      'super regulars',
      1,
      `having count(*) filter (where ${kept} and o.placed_at > now - interval '30 days') >= 8`,
    ],
    ['new guests', 1, `having min(o.placed_at) filter (where ${kept}) > now - interval '30 days'`],
    [
      'guests at risk',
      1,
      `having max(o.placed_at) filter (where ${kept}) between now - interval '6 months' and now - interval '60 days'`,
    ],
    ['lapsed guests', 1, `having max(o.placed_at) filter (where ${kept}) < now - interval '6 months'`],
    ['guests with a table booked', 1, 'having max(o.placed_at) > now'],
    ['buyers of vehicles', 2, 'having max(o.total) > 20000'],
    ['clients who pay in francs', 3, "having bool_or(o.currency = 'CHF' and o.total_base <> o.total)"],
  ])('has %s', async (_group, tenant, having) => {
    const rows = await crm.query(
      `select o.contact_id from crm.orders o, (select $2::timestamptz as now) clock
       where o.tenant_id = $1 group by o.contact_id, now ${having}`,
      [tenant, asOf],
    );
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each([
    [
      'loyal guests who never drank wine',
      `crm.contacts c where loyalty_tier in ('gold', 'platinum') and not exists (
       select from crm.order_lines l where l.contact_id = c.id and l.category = 'wine')`,
    ],
    ['birthdays', 'crm.contacts where extract(month from birthday) = 3'],
    ['leads for an SUV', "crm.vehicle_interests where body_type = 'SUV' and level = 'high'"],
    ['budgets for one', "crm.budgets where maximum >= 40000 and financing in ('lease', 'loan')"],
    [
      'leads in a hurry',
      "crm.purchase_timelines where horizon in ('immediate', '30_days') and urgency = 'high'",
    ],
    ['hotels in Thailand', "crm.companies where industry = 'Hotels' and country = 'Thailand'"],
    [
      'people who work there',
      "crm.contacts c join crm.companies k on k.id = c.company_id where k.country = 'Thailand'",
    ],
    ['clicks on campaigns', "crm.activities where kind = 'email_click' and properties ? 'campaign_id'"],
    ['reviews', "crm.activities where kind = 'review' and rating = 5"],
    ['referrals', "crm.activities where kind = 'referral'"],
    ['test drives', "crm.activities where kind = 'test_drive'"],
    ['carts', "crm.activities where kind = 'cart'"],
    ['people without an e-mail', 'crm.contacts where email is null'],
    ['guests near the restaurant', 'crm.contacts where latitude between 52.4 and 52.6 and tenant_id = 1'],
  ])('has %s', async (_group, from) => {
    const [row] = await crm.query<{ count: number }>(`select count(*)::integer as count from ${from}`);
    expect(row?.count).toBeGreaterThan(0);
  });

  it('writes to nobody real', async () => {
    const [row] = await crm.query(
      `select count(*)::integer as count from crm.contacts where email not like '%.example'
       or not (phone like '+4930231250%' or phone like '+1___55501%' or phone like '+447700900%')`,
    );
    expect(row).toEqual({ count: 0 });
  });

  it('refuses to come twice, unless it is told to add', async () => {
    await expect(seedSample(crm.dataSource, { contacts: 10, asOf })).rejects.toThrow(SampleRefusedError);
    await seedSample(crm.dataSource, { contacts: 20, asOf, add: true });
    const rows = await crm.query(
      'select tenant_id, count(*)::integer as contacts from crm.contacts group by 1 order by 1',
    );
    expect(rows).toEqual([
      { tenant_id: 1, contacts: 732 },
      { tenant_id: 2, contacts: 305 },
      { tenant_id: 3, contacts: 183 },
    ]);
  });
});

describe('a sample of a seed and an instant', () => {
  const digest = async (crm: CrmDatabase): Promise<unknown> => {
    const [row] = await crm.query(
      `select (select md5(string_agg((to_jsonb(c) - '{id,company_id}'::text[])::text, '|' order by external_id))
         from crm.contacts c) as contacts,
       (select md5(string_agg(concat_ws(' ', c.external_id, o.placed_at, o.total, o.status, l.sku), '|'
           order by c.external_id, o.placed_at, l.id))
         from crm.orders o join crm.contacts c on c.id = o.contact_id join crm.order_lines l on l.order_id = o.id) as orders`,
    );
    return row;
  };

  it('is always the same, and another with another seed', async () => {
    const [one, same, other] = [
      await seeded({ contacts: 90, seed: 7 }),
      await seeded({ contacts: 90, seed: 7 }),
      await seeded({ contacts: 90, seed: 8 }),
    ];
    expect(await digest(same)).toEqual(await digest(one));
    expect(await digest(other)).not.toEqual(await digest(one));
  });

  it.each([0, 1, 2, 7])('can have %i contacts', async (contacts) => {
    const crm = await seeded({ contacts, zone: 'Pacific/Auckland' });
    const [row] = await crm.query(
      `select (select count(*)::integer from crm.contacts) as contacts,
         (select count(*)::integer from crm.tenants where time_zone = 'Pacific/Auckland') as tenants`,
    );
    expect(row).toEqual({ contacts, tenants: 3 });
  });

  it('is there as a whole or not at all', async () => {
    const crm = await openCrm();
    opened.push(crm);
    const onProgress = (): never => {
      throw new Error('interrupted');
    };
    await expect(seedSample(crm.dataSource, { contacts: 20, asOf, onProgress })).rejects.toThrow(
      'interrupted',
    );
    expect(await crm.query('select id from crm.contacts')).toEqual([]);
  });
});
