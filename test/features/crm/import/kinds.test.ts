/** Every kind of row that can be imported besides contacts, orders and their lines: all of its columns, by whatever names. */

import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { stringify } from 'csv-stringify/sync';
import { importTargets } from '../../../../src/crm/import/targets.js';
import { type ImportBench, lines, openImportBench } from './import-text.js';

let bench: ImportBench;
beforeAll(async () => {
  bench = await openImportBench();
});
beforeEach(async () => {
  await bench.query('delete from crm.contacts; delete from crm.companies');
  await bench.import('contacts', lines('external_id', 'c1', 'c2'));
});
afterAll(() => bench.drop());

type Kind = 'companies' | 'activities' | 'interests' | 'budgets' | 'timelines';

interface Example {
  /** A value for every column. */
  readonly row: Readonly<Record<string, string>>;
  /** What is stored otherwise than it is written. */
  readonly stored?: Readonly<Record<string, unknown>>;
  readonly changed: Readonly<Record<string, string>>;
}

const examples: Readonly<Record<Kind, Example>> = {
  companies: {
    row: {
      external_id: 'k1',
      name: 'Ufer Hotels, Köln',
      industry: 'Hotels',
      employees: '120',
      size_band: '51-200',
      country: 'TH',
      city: 'Bangkok',
      annual_revenue: '12500000.50',
      contract_status: 'trial',
      tags: 'chain,riverside',
      created_at: '2024-05-01T08:00:00+02:00',
    },
    stored: { employees: 120, tags: ['chain', 'riverside'], created_at: new Date('2024-05-01T06:00:00Z') },
    changed: { contract_status: 'active' },
  },
  activities: {
    row: {
      external_id: 'a1',
      contact_external_id: 'c1',
      kind: 'review',
      occurred_at: '2026-03-01 11:30',
      channel: 'web',
      rating: '4.5',
      value: '-3',
      properties: '{"store": "Mitte", "amount": 12.50, "deep": {"a": ["\\"", "\\\\"]}}',
    },
    stored: {
      occurred_at: new Date('2026-03-01T10:30:00Z'),
      properties: { store: 'Mitte', amount: 12.5, deep: { a: ['"', '\\'] } },
    },
    changed: { rating: '5.0' },
  },
  interests: {
    row: {
      external_id: 'i1',
      contact_external_id: 'c1',
      make: 'Škoda',
      model: 'Enyaq',
      year: '2025',
      body_type: 'SUV',
      new_or_used: 'used',
      level: 'high',
    },
    stored: { year: 2025 },
    changed: { level: 'low' },
  },
  budgets: {
    row: {
      external_id: 'b1',
      contact_external_id: 'c1',
      minimum: '20000',
      maximum: '42000.00',
      down_payment: '5000',
      monthly_payment: '399.90',
      financing: 'lease',
      currency: 'CHF',
    },
    changed: { maximum: '45000.00' },
  },
  timelines: {
    row: {
      external_id: 't1',
      contact_external_id: 'c1',
      horizon: '90_days',
      urgency: 'medium',
      target_date: '2026-09-30',
    },
    changed: { urgency: 'high' },
  },
};

const kinds = Object.keys(examples) as Kind[];

const csvOf = (...rows: Readonly<Record<string, string>>[]): string => stringify(rows, { header: true });

/** As stored; dates as texts, and the contact by its external id. */
async function storedRows(kind: Kind): Promise<unknown[]> {
  const { table, columns } = importTargets[kind];
  const own = columns.filter(({ namesParent }) => !namesParent);
  const names = own.map(({ name, kind: is }) => (is === 'date' ? `r.${name}::text` : `r.${name}`));
  const [of, joined] =
    kind === 'companies'
      ? ['', '']
      : [', c.external_id as contact_external_id', 'join crm.contacts c on c.id = r.contact_id'];
  return bench.query(`select ${names.join(', ')}${of} from ${table} r ${joined} order by r.external_id`);
}

describe.each(kinds)('an import of %s', (kind) => {
  const { row, stored, changed } = examples[kind];

  it('fills every column', async () => {
    expect(Object.keys(row)).toEqual(importTargets[kind].columns.map(({ name }) => name));
    const report = await bench.import(kind, csvOf(row));
    expect(report).toMatchObject({ rows: 1, inserted: 1, refused: 0, ignoredColumns: [] });
    expect(await storedRows(kind)).toEqual([{ ...row, ...stored }]);
  });

  it('is the same gzipped, with other names that a map knows', async () => {
    const renamed = Object.fromEntries(Object.entries(row).map(([name, cell]) => [`Their ${name}`, cell]));
    const columns = Object.fromEntries(Object.keys(row).map((name) => [name, `Their ${name}`]));
    const report = await bench.import(kind, gzipSync(csvOf(renamed)), { map: { columns } });
    expect(report).toMatchObject({ inserted: 1, refused: 0, ignoredColumns: [] });
    expect(await storedRows(kind)).toEqual([{ ...row, ...stored }]);
  });

  it('changes what changed when it is repeated, and only that', async () => {
    const other = { ...row, external_id: `${row.external_id}-other` };
    await bench.import(kind, csvOf(row, other));
    const [clock] = await bench.query<{ now: string }>('select now()::text as now');
    const touched = () =>
      bench.query(`select external_id from ${importTargets[kind].table} where updated_at > $1`, [clock?.now]);
    const report = await bench.import(kind, csvOf({ ...row, ...changed }, other));
    expect(report).toMatchObject({ rows: 2, inserted: 0, updated: 1, refused: 0 });
    expect(await touched()).toEqual([{ external_id: row.external_id }]);
    expect((await storedRows(kind))[0]).toEqual({ ...row, ...stored, ...changed });
  });

  it('leaves what the file does not name as it is', async () => {
    await bench.import(kind, csvOf(row));
    const needed = importTargets[kind].columns.filter(({ required }) => required);
    const part = Object.fromEntries(needed.map(({ name }) => [name, row[name] ?? '']));
    expect(await bench.import(kind, csvOf(part))).toMatchObject({ inserted: 0, updated: 0, refused: 0 });
    expect(await storedRows(kind)).toEqual([{ ...row, ...stored }]);
  });
});

it('contacts find the companies that an import made', async () => {
  await bench.import('companies', lines('external_id,name', 'k1,Ufer Hotels'));
  await bench.import('contacts', lines('external_id,company_external_id', 'c1,k1'));
  const rows = await bench.query(
    'select k.name from crm.contacts c join crm.companies k on k.id = c.company_id',
  );
  expect(rows).toEqual([{ name: 'Ufer Hotels' }]);
});

it('an activity moves to the contact that a correction names', async () => {
  const header = 'external_id,contact_external_id,kind,occurred_at';
  await bench.import('activities', lines(header, 'a1,c1,visit,2026-03-01'));
  expect(await bench.import('activities', lines(header, 'a1,c2,visit,2026-03-01'))).toMatchObject({
    updated: 1,
  });
  expect(await storedRows('activities')).toMatchObject([{ external_id: 'a1', contact_external_id: 'c2' }]);
});
