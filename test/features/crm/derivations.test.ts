/** Derived fields mean the same in SQL and in memory, whatever is stored. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { crmCatalogue } from '../../../src/crm/catalogue.js';
import { type CrmDatabase, openCrm } from './crm-database.js';

let crm: CrmDatabase;
beforeAll(async () => {
  crm = await openCrm();
});
afterAll(() => crm.drop());

const zone = 'Europe/Berlin';
const derived = crmCatalogue.subjects.contact?.derived ?? {};

const cases: [
  field: string,
  type: string,
  today: string,
  inputs: (string | null)[],
  value: string | boolean | null,
][] = [
  ['age', 'date', '2026-03-01', ['1990-03-01'], '36'],
  ['age', 'date', '2026-03-01', ['1990-03-02'], '35'],
  ['age', 'date', '2026-03-01', ['2026-03-01'], '0'],
  ['age', 'date', '2026-03-01', ['2026-03-02'], null],
  ['age', 'date', '2026-02-27', ['2000-02-29'], '25'],
  ['age', 'date', '2026-02-28', ['2000-02-29'], '26'],
  ['age', 'date', '2028-02-28', ['2000-02-29'], '27'],
  ['age', 'date', '2028-02-29', ['2000-02-29'], '28'],
  ['age', 'date', '2026-03-01', ['0001-01-01'], '2025'],
  ['age', 'date', '2026-03-01', ['0044-03-15 BC'], null],
  ['age', 'date', '2026-03-01', ['5874897-12-31'], null],
  ['age', 'date', '2026-03-01', [null], null],
  ['days_since_last_order', 'timestamptz', '2026-03-01', ['2026-02-28T22:59:59.999999Z'], '1'],
  ['days_since_last_order', 'timestamptz', '2026-03-01', ['2026-02-28T23:00:00.000000Z'], '0'],
  ['days_since_last_order', 'timestamptz', '2026-03-30', ['2026-03-28T23:00:00.000000Z'], '1'],
  ['days_since_last_order', 'timestamptz', '2026-03-01', ['2027-03-01T00:00:00.000000Z'], '-365'],
  ['days_since_last_order', 'timestamptz', '2026-03-01', ['294276-12-31 23:59:59+00'], null],
  ['days_since_last_order', 'timestamptz', '2026-03-01', ['4713-01-01 00:00:00+00 BC'], null],
  ['days_since_last_order', 'timestamptz', '2026-03-01', [null], null],
  ['email_domain', 'text', '2026-03-01', ['ada@Example.org'], 'Example.org'],
  ['email_domain', 'text', '2026-03-01', ['"a@b"@example.org\u2003\n'], 'example.org'],
  ['email_domain', 'text', '2026-03-01', ['ada@exa\nmple.org'], 'exa\nmple.org'],
  ['email_domain', 'text', '2026-03-01', ['ada'], null],
  ['email_domain', 'text', '2026-03-01', ['ada@'], null],
  ['email_domain', 'text', '2026-03-01', ['ada@ \u3000'], null],
  ['email_domain', 'text', '2026-03-01', [null], null],
  ['has_email', 'text', '2026-03-01', ['ada@example.org'], true],
  ['has_email', 'text', '2026-03-01', [null], false],
  ['full_name', 'text', '2026-03-01', ['Ada', 'Lovelace'], 'Ada Lovelace'],
  ['full_name', 'text', '2026-03-01', [null, 'Lovelace'], 'Lovelace'],
  ['full_name', 'text', '2026-03-01', ['Ada', null], 'Ada'],
  ['full_name', 'text', '2026-03-01', [null, null], null],
];

describe.each(cases)('%s of %s on %s, from %j', (field, type, today, inputs, value) => {
  const derivation = derived[field]?.derivation;
  if (!derivation) throw new Error(`${field} is not declared.`);

  it(`is ${JSON.stringify(value)} in SQL`, async () => {
    const columns = inputs.map((_input, index) => sql([`record.input${index}`]));
    const clock = {
      asOf: sql`${`${today}T12:00:00Z`}::timestamptz`,
      zone: sql`${zone}::text`,
      today: sql`${today}::date`,
    };
    const { text, values } = derivation.sql(columns, clock);
    const names = inputs.map((_input, index) => `$${values.length + 1 + index}::${type} as input${index}`);
    const [row] = await crm.query<{ value: unknown }>(
      `select (${text}) as value from (select ${names.join(', ')}) record`,
      [...values, ...inputs],
    );
    expect(row?.value).toBe(value);
  });

  it(`is ${JSON.stringify(value)} in memory`, () => {
    const clock = { asOf: `${today}T12:00:00Z`, zone, today };
    expect(derivation.evaluate(inputs, clock)).toBe(value);
  });
});
