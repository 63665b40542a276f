/** What an import cannot take is listed by line and reason, and costs nothing else. */

import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ImportMap } from '../../../../src/crm/import/import-map.js';
import type { ImportTargetName } from '../../../../src/crm/import/targets.js';
import { type ImportBench, lines, openImportBench } from './import-text.js';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
});
beforeEach(async () => {
  await bench.query('delete from crm.contacts; delete from crm.companies');
  await bench.query("insert into crm.contacts (tenant_id, external_id) values (1, 'known')");
});
afterAll(() => bench.drop());

const cells: [target: ImportTargetName, column: string, cell: string, reason: string][] = [
  ['contacts', 'external_id', ' ', 'external_id is missing'],
  ['contacts', 'status', 'Kunde', 'status: "Kunde" is none of lead, prospect, customer, churned'],
  [
    'contacts',
    'phone',
    '030 12345',
    'phone: "030 12345" is no phone number with its country, such as +49301234567',
  ],
  ['contacts', 'score', '12,5', 'score: "12,5" is no number such as -12.5'],
  ['contacts', 'score', 'NaN', 'score: "NaN" is no number such as -12.5'],
  ['contacts', 'latitude', '91', 'latitude: "91" is no latitude from -90 to 90'],
  ['contacts', 'longitude', '-180.1', 'longitude: "-180.1" is no longitude from -180 to 180'],
  ['contacts', 'vip', 'perhaps', 'vip: "perhaps" is neither true nor false'],
  ['contacts', 'birthday', '2026-02-29', 'birthday: "2026-02-29" is no date in the expected form'],
  ['contacts', 'birthday', '28.02.1990', 'birthday: "28.02.1990" is no date in the expected form'],
  ['contacts', 'loyalty_points', '1e3', 'loyalty_points: "1e3" is no whole number up to 2147483647'],
  ['contacts', 'company_external_id', 'k9', 'there is no company with external_id "k9"'],
  ['contacts', 'city', 'nul\0', 'city: it holds a NUL character, which no text may'],
  [
    'orders',
    'placed_at',
    '2026-03-01T25:00',
    'placed_at: "2026-03-01T25:00" is no date and time in the expected form',
  ],
  ['orders', 'contact_external_id', '', 'contact_external_id is missing'],
  ['orders', 'contact_external_id', 'c9', 'there is no contact with external_id "c9"'],
  ['orders', 'total', '', 'total is missing'],
  ['orders', 'currency', 'USD', "total_base is missing, and USD is not the tenant's currency EUR"],
  ['order-lines', 'order_external_id', 'o9', 'there is no order with external_id "o9"'],
  ['companies', 'name', '', 'name is missing'],
  ['companies', 'employees', 'many', 'employees: "many" is no whole number up to 2147483647'],
  ['companies', 'employees', '-1', 'employees: "-1" is below zero'],
  ['companies', 'annual_revenue', '1.000.000', 'annual_revenue: "1.000.000" is no number such as -12.5'],
  ['activities', 'contact_external_id', '', 'contact_external_id is missing'],
  ['activities', 'contact_external_id', 'c9', 'there is no contact with external_id "c9"'],
  ['activities', 'kind', '', 'kind is missing'],
  ['activities', 'occurred_at', '', 'occurred_at is missing'],
  [
    'activities',
    'occurred_at',
    'yesterday',
    'occurred_at: "yesterday" is no date and time in the expected form',
  ],
  ['activities', 'rating', 'good', 'rating: "good" is no number such as -12.5'],
  ['activities', 'properties', '[1]', 'properties: "[1]" is no JSON object such as {"store": "Mitte"}'],
  ['activities', 'properties', '{a: 1}', 'properties: "{a: 1}" is no JSON object'],
  ['activities', 'properties', '{"a": "\\u0000"}', 'unsupported Unicode escape sequence'],
  ['interests', 'contact_external_id', 'c9', 'there is no contact with external_id "c9"'],
  ['interests', 'year', '2024.5', 'year: "2024.5" is no whole number up to 2147483647'],
  ['interests', 'new_or_used', 'nearly', 'new_or_used: "nearly" is none of new, used'],
  ['interests', 'level', 'utmost', 'level: "utmost" is none of low, medium, high'],
  ['budgets', 'contact_external_id', 'c9', 'there is no contact with external_id "c9"'],
  ['budgets', 'maximum', '40k', 'maximum: "40k" is no number such as -12.5'],
  ['budgets', 'financing', 'gift', 'financing: "gift" is none of cash, loan, lease'],
  ['timelines', 'contact_external_id', 'c9', 'there is no contact with external_id "c9"'],
  [
    'timelines',
    'horizon',
    'soon',
    'horizon: "soon" is none of immediate, 30_days, 60_days, 90_days, 6_months, later',
  ],
  ['timelines', 'urgency', 'none', 'urgency: "none" is none of low, medium, high'],
  ['timelines', 'target_date', '2026-02-30', 'target_date: "2026-02-30" is no date in the expected form'],
  ['contacts', 'external_id', randomBytes(6000).toString('hex'), 'index row'],
];

const ofContact = { external_id: 'x1', contact_external_id: 'known' };
const good: Readonly<Record<ImportTargetName, Readonly<Record<string, string>>>> = {
  contacts: { external_id: 'c1' },
  companies: { external_id: 'k1', name: 'Ufer Hotels' },
  activities: { ...ofContact, kind: 'visit', occurred_at: '2026-03-01' },
  interests: ofContact,
  budgets: ofContact,
  timelines: ofContact,
  orders: { external_id: 'o1', contact_external_id: 'known', placed_at: '2026-03-01', total: '1' },
  'order-lines': { external_id: 'l1', order_external_id: 'o1' },
};

describe('a refused row', () => {
  it.each(cells)(
    'of %s is listed for its %s, and the others are taken',
    async (target, column, cell, reason) => {
      await bench.query(
        "insert into crm.orders (tenant_id, external_id, contact_id, placed_at) select 1, 'o1', id, now() from crm.contacts",
      );
      const quoted = (row: Record<string, string>): string =>
        Object.values(row)
          .map((value) => `"${value.replaceAll('"', '""')}"`)
          .join();
      const others = [1, 2, 3].map((number) => ({
        ...good[target],
        [column]: '',
        ...good[target],
        external_id: `ok${number}`,
      }));
      const rows = [others[0], { ...good[target], [column]: cell }, others[1], others[2]].map((row) =>
        quoted(row ?? {}),
      );
      const report = await bench.import(
        target,
        lines(Object.keys({ ...good[target], [column]: '' }).join(), ...rows),
      );
      expect(report).toMatchObject({ rows: 4, inserted: 3, refused: 1 });
      expect(report.list).toMatch(/^line,reason\n3,/);
      expect(report.list.replaceAll('""', '"')).toContain(reason);
    },
  );

  it.each([
    ['a quote that is never closed', 'c2,"Huber', 'a quote is opened and never closed'],
    ['a quote within a cell', 'c2,Hu"ber', 'a quote stands where none may'],
    ['a closed quote within a cell', 'c2,Hu"be"r', 'a quote stands where none may'],
    ['text after a quoted cell', 'c2,"Hu"ber', 'a quote stands where none may'],
    ['a missing cell', 'c2', 'it has 1 cells where the header has 2'],
    ['a cell too many', 'c2,Huber,Wien', 'it has 3 cells where the header has 2'],
  ])('may be %s: reading goes on with the next line', async (_fault, row, reason) => {
    const text = lines('external_id,last_name', 'c1,"Mei\ner"', row, 'c3,Wolf', '', 'c4,"Gr""ün"');
    const report = await bench.import('contacts', text);
    expect(report).toMatchObject({ rows: 4, inserted: 3, refused: 1 });
    expect(report.list).toContain(`4,${reason}`);
    const names = await bench.query(
      'select last_name from crm.contacts where last_name is not null order by 1',
    );
    expect(names.map((name) => (name as { last_name: string }).last_name)).toEqual([
      'Gr"ün',
      'Mei\ner',
      'Wolf',
    ]);
  });

  it('may hold bytes of another encoding; the others are taken', async () => {
    const text = Buffer.from(lines('external_id,city', 'c1,Köln', 'c2,Bonn'), 'latin1');
    const report = await bench.import('contacts', text);
    expect(report).toMatchObject({ inserted: 1, refused: 1 });
    expect(report.list).toContain(
      'in the file\'s encoding: set ""encoding"" in the map, to latin1 for example',
    );
  });

  it('may make the whole import void, as chosen', async () => {
    const text = lines('external_id,score', 'c1,1', 'c2,many');
    const report = await bench.import('contacts', text, { allOrNothing: true });
    expect(report).toMatchObject({ rows: 2, inserted: 0, refused: 1, undone: true });
    expect(await bench.query('select external_id from crm.contacts')).toEqual([{ external_id: 'known' }]);
    const second = await bench.import('contacts', lines('external_id', 'c1'), { allOrNothing: true });
    expect(second).toMatchObject({ inserted: 1, undone: false, list: '' });
  });
});

describe('a file that breaks off', () => {
  it('is imported as far as it goes, and says so', async () => {
    const rows = Array.from({ length: 60_000 }, (_row, index) => `c${index},${Math.imul(index, 2654435761)}`);
    const packed = gzipSync(lines('external_id,last_name', ...rows));
    const report = await bench.import('contacts', packed.subarray(0, packed.length / 2));
    expect(report.stopped).toBe('the compressed file ends too early');
    expect(report.inserted).toBeGreaterThan(5_000);
    expect(report.inserted).toBe(report.rows - report.refused);
  });
});

const refusals: [fault: string, content: string, map: unknown, message: string | RegExp][] = [
  ['an empty file', '', {}, /is empty: it needs a header row/],
  [
    'a header without what is needed',
    'last_name\n',
    {},
    /The header lacks external_id: .* The header has last_name\./,
  ],
  [
    'a header of another encoding',
    '\0e\0x\0t\n',
    {},
    /The header of .* cannot be read: it is no text in the expected/,
  ],
  [
    'a map to a column that the file lacks',
    'a,external_id\n',
    { columns: { city: 'Ort' } },
    'no column "Ort"; it has a, external_id',
  ],
  ['a column that is there twice', 'city,external_id,city\n', {}, 'more than one column "city"'],
  [
    'an encoding that nobody knows',
    'external_id\n',
    { encoding: 'klingon' },
    'The encoding "klingon" is not known',
  ],
  [
    'a map to nowhere',
    'external_id\n',
    { columns: { town: 'external_id' } },
    '"columns.town" is unknown; there are external_id',
  ],
  [
    'a format that is none',
    'external_id,b\n',
    { columns: { birthday: { from: 'b', format: 'bald' } } },
    'is no format of dates',
  ],
  [
    'a zone that is none',
    'external_id,b\n',
    { columns: { created_at: { from: 'b', zone: 'Berlin' } } },
    'is no time zone',
  ],
  [
    'a constant that its column does not take',
    'external_id\n',
    { columns: { status: { constant: 'VIP' } } },
    'is none of lead',
  ],
  ['a file without line breaks', 'x'.repeat(3_000_000), {}, 'Line 1 is longer than a million characters'],
];

describe('an import is refused as a whole for', () => {
  it.each(refusals)('%s', async (_fault, content, map, message) => {
    await expect(bench.import('contacts', content, { map: map as ImportMap })).rejects.toThrow(message);
  });

  it('a file that is not there', async () => {
    await expect(bench.import('contacts', '', { file: '/nowhere.csv' })).rejects.toThrow(
      '/nowhere.csv cannot be read: there is no such file.',
    );
  });

  it('a tenant that is not there', async () => {
    await expect(bench.import('contacts', 'external_id\n', { tenantId: 99 })).rejects.toThrow(
      'There is no tenant 99',
    );
  });
});
