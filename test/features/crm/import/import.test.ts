/** Imports bring files into the CRM: all that can be read, once, and as the map says. */

import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type ImportBench, lines, openImportBench } from './import-text.js';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
});
beforeEach(() => bench.query('delete from crm.contacts; delete from crm.companies'));
afterAll(() => bench.drop());

const contacts = lines('external_id,last_name', 'c1,Meier', 'c2,Huber');
const order = 'external_id,contact_external_id,placed_at,total';

describe('an import', () => {
  it('brings contacts, their orders and the lines of those, matched by external_id', async () => {
    await bench.import('contacts', contacts);
    await bench.import('orders', lines(`${order},status`, 'o1,c2,2026-03-01T11:30:00Z,31.40,paid'));
    const report = await bench.import(
      'order-lines',
      lines(
        'external_id,order_external_id,category,quantity,unit_price',
        'l1,o1,wine,2,7.80',
        'l2,o1,pasta,1,15.80',
      ),
    );
    expect(report).toMatchObject({ rows: 2, inserted: 2, updated: 0, refused: 0, undone: false });
    const rows = await bench.query(
      `select c.last_name, o.status, o.total_base, o.currency, l.category, l.total from crm.order_lines l
       join crm.orders o on o.id = l.order_id and o.contact_id = l.contact_id
       join crm.contacts c on c.id = l.contact_id order by l.external_id`,
    );
    const shared = { last_name: 'Huber', status: 'paid', total_base: '31.40', currency: 'EUR' };
    expect(rows).toEqual([
      { ...shared, category: 'wine', total: '15.60' },
      { ...shared, category: 'pasta', total: '15.80' },
    ]);
  });

  it('fills every column of a contact', async () => {
    await bench.query(
      "insert into crm.companies (tenant_id, external_id, name) values (1, 'k1', 'Ufer Hotels')",
    );
    const columns = {
      external_id: 'c1',
      first_name: 'Zoë',
      last_name: '"Meier, Dr."',
      email: 'zoe@example.org',
      phone: '0049 (30) 1234-56',
      status: 'customer',
      source: 'referral',
      score: '87.5',
      role: 'CMO',
      company_external_id: 'k1',
      country: 'DE',
      city: 'Köln',
      postal_code: '50667',
      latitude: '50.94',
      longitude: '6.96',
      birthday: '1990-02-28',
      anniversary: '2015-06-20',
      language: 'de',
      preferred_channel: 'sms',
      vip: 'ja',
      email_verified: 'true',
      tags: '"newsletter, stammgast"',
      dietary: 'vegan',
      follows: '"instagram,instagram"',
      loyalty_status: 'active',
      loyalty_tier: 'gold',
      loyalty_points: '1200',
      created_at: '2024-05-01T08:00:00+02:00',
    };
    const report = await bench.import(
      'contacts',
      lines(Object.keys(columns).join(), Object.values(columns).join()),
    );
    expect(report).toMatchObject({ inserted: 1, ignoredColumns: [], list: '' });
    const [row] = await bench.query(
      `select c.*, k.name as company, c.birthday::text, c.anniversary::text from crm.contacts c
       join crm.companies k on k.id = c.company_id`,
    );
    const { company_external_id, ...same } = columns;
    expect(row).toMatchObject({
      ...same,
      last_name: 'Meier, Dr.',
      phone: '+49301234' + '56',
      latitude: 50.94,
      longitude: 6.96,
      vip: true,
      email_verified: true,
      tags: ['newsletter', 'stammgast'],
      dietary: ['vegan'],
      follows: ['instagram'],
      loyalty_points: 1200,
      created_at: new Date('2024-05-01T06:00:00Z'),
      company: 'Ufer Hotels',
    });
  });

  it('follows a map: other names, constants, date formats, zones, separators, delimiter and encoding', async () => {
    await bench.import('contacts', contacts);
    const file = Buffer.from(
      lines('Nr;Kunde;Datum;Betrag;Filiale;Bemerkung', 'o1;c1;1.3.2026 14:05;12.50;Düsseldorf;egal'),
      'latin1',
    );
    const report = await bench.import('orders', file, {
      map: {
        encoding: 'latin1',
        delimiter: ';',
        columns: {
          external_id: 'Nr',
          contact_external_id: 'Kunde',
          placed_at: { from: 'Datum', format: 'd.M.yyyy HH:mm', zone: 'America/New_York' },
          total: 'Betrag',
          location: 'Filiale',
          status: { constant: 'fulfilled' },
        },
      },
    });
    expect(report).toMatchObject({ inserted: 1, ignoredColumns: ['Bemerkung'] });
    const rows = await bench.query('select placed_at, total, location, status from crm.orders');
    expect(rows).toEqual([
      {
        placed_at: new Date('2026-03-01T19:05:00Z'),
        total: '12.50',
        location: 'Düsseldorf',
        status: 'fulfilled',
      },
    ]);
  });

  it.each([
    ['separates a list as the map says', { tags: { from: 'tags', separator: '|' } }, ['a', 'b,c']],
    ['separates a list by commas', {}, ['a|b', 'c']],
  ])('%s', async (_name, columns, tags) => {
    await bench.import('contacts', lines('external_id;tags', 'c1;a|b,c'), { map: { columns } });
    expect(await bench.query('select tags from crm.contacts')).toEqual([{ tags }]);
  });

  it.each([
    ['2026-03-29 01:59', '2026-03-29T00:59:00Z'],
    ['2026-03-29 03:00', '2026-03-29T01:00:00Z'],
    ['2026-03-29', '2026-03-28T23:00:00Z'],
    ['2026-03-29T12:00:00.123456-05:00', '2026-03-29T17:00:00.123Z'],
  ])('reads %s as %s in the zone of a tenant in Berlin', async (text, instant) => {
    await bench.import('contacts', contacts);
    await bench.import('orders', lines(order, `o1,c1,${text},1`));
    expect(await bench.query('select placed_at from crm.orders')).toEqual([{ placed_at: new Date(instant) }]);
  });

  it('unpacks gzip, whatever the file is called, and forgives a byte order mark and Windows line ends', async () => {
    const text = `\uFEFF${contacts.replaceAll('\n', '\r\n')}`;
    expect(await bench.import('contacts', gzipSync(text))).toMatchObject({ inserted: 2, refused: 0 });
    expect(await bench.query('select last_name from crm.contacts order by 1')).toEqual([
      { last_name: 'Huber' },
      { last_name: 'Meier' },
    ]);
  });

  it('changes what changed when it is repeated, and only that', async () => {
    await bench.import('contacts', lines('external_id,last_name,city', 'c1,Meier,Berlin', 'c2,Huber,Wien'));
    const before = await bench.query('select external_id, updated_at from crm.contacts');
    const report = await bench.import(
      'contacts',
      lines('external_id,last_name', 'c1,Meier', 'c2,Gruber', 'c3,Wolf'),
    );
    expect(report).toMatchObject({ rows: 3, inserted: 1, updated: 1 });
    const after = await bench.query('select external_id, last_name, city from crm.contacts order by 1');
    expect(after).toEqual([
      { external_id: 'c1', last_name: 'Meier', city: 'Berlin' },
      { external_id: 'c2', last_name: 'Gruber', city: 'Wien' },
      { external_id: 'c3', last_name: 'Wolf', city: null },
    ]);
    const untouched = await bench.query(
      'select external_id, updated_at from crm.contacts where external_id = $1',
      ['c1'],
    );
    expect(before).toContainEqual(untouched[0]);
  });

  it('takes the last of several rows with one external_id', async () => {
    const rows = Array.from({ length: 10_050 }, (_row, index) => `c1,Name ${index}`);
    const report = await bench.import('contacts', lines('external_id,last_name', ...rows));
    expect(report).toMatchObject({ rows: 10_050, inserted: 1, updated: 1, replaced: 10_048, refused: 0 });
    expect(await bench.query('select last_name from crm.contacts')).toEqual([{ last_name: 'Name 10049' }]);
  });

  it('moves an order, with its lines, to the contact that a correction names', async () => {
    await bench.import('contacts', contacts);
    await bench.import('orders', lines(order, 'o1,c1,2026-03-01,5'));
    await bench.import('order-lines', lines('external_id,order_external_id', 'l1,o1'));
    await bench.import('orders', lines(order, 'o1,c2,2026-03-01,5'));
    const rows = await bench.query(
      'select external_id from crm.contacts where id = (select contact_id from crm.order_lines)',
    );
    expect(rows).toEqual([{ external_id: 'c2' }]);
  });

  it('knows only the records of its own tenant', async () => {
    await bench.query(
      "insert into crm.tenants (id, name, kind) values (7, 'Autohaus', 'car_dealer') on conflict do nothing",
    );
    await bench.import('contacts', contacts, { tenantId: 7 });
    const report = await bench.import('orders', lines(order, 'o1,c1,2026-03-01,5'));
    expect(report).toMatchObject({ inserted: 0, refused: 1 });
  });

  it('says how far it is', async () => {
    const rows = Array.from({ length: 25_000 }, (_row, index) => `c${index},Name`);
    const progress: number[] = [];
    await bench.import('contacts', lines('external_id,last_name', ...rows), {
      onProgress: ({ inserted }) => progress.push(inserted),
    });
    expect(progress).toEqual([10_000, 20_000, 25_000]);
  });
});
