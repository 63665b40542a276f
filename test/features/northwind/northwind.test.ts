/** Northwind is loaded whole (N00), and its catalogue finds everything it names, revenue to the last digit. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sql from 'sql-template-tag';
import { buildVocabulary } from '../../../src/catalogue/build.js';
import { checkDeclaredRules } from '../../../src/catalogue/checks.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { sharedData } from '../../support/shared-data.js';
import { northwindCatalogue } from './catalogue.js';
import { northwind } from './northwind-database.js';

const data = sharedData('northwind');
const revenue = northwindCatalogue.records?.order_detail?.derived?.revenue?.derivation;

it('is there to be tested with (in CI it must be)', () => {
  expect(data.isThere || data.mayBeMissing).toBe(true);
});

if (data.isThere) {
  describe('Northwind', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await createDatabase({ template: northwind });
    });
    afterAll(() => database.drop());

    it('has its customers, orders and lines', async () => {
      const { rows } = await database.pool.query(
        `select (select count(*)::integer from customers) as customers, (select count(*)::integer from orders) as orders,
           (select count(*)::integer from order_details) as lines, (select max(order_date)::text from orders) as last`,
      );
      expect(rows).toEqual([{ customers: 91, orders: 830, lines: 2155, last: '1998-05-06' }]);
    });

    it('is described by plain tables, every column of which is there', async () => {
      const vocabulary = buildVocabulary(northwindCatalogue);
      checkDeclaredRules(vocabulary);
      for (const { table, key, fields } of vocabulary.records.values()) {
        const stored = [...fields.values()].flatMap(({ source }) =>
          source.kind === 'column' ? [source.column] : [],
        );
        const columns = [...key.map(({ column }) => column), ...stored];
        await database.pool.query(`select ${columns.join(', ')} from ${table.schema}.${table.name} limit 0`);
      }
    });

    it('sums up to its known revenue, in SQL and in memory', async () => {
      const columns = [sql`unit_price::text::numeric`, sql`quantity::numeric`, sql`discount::text::numeric`];
      const clock = { asOf: sql`now()`, zone: sql`'UTC'`, today: sql`current_date` };
      const expression = revenue?.sql(columns, clock).text;
      const { rows } = await database.pool.query<{ inputs: string[]; revenue: string }>(
        `select array[unit_price::text, quantity::text, discount::text] as inputs, ${expression} as revenue
         from order_details`,
      );
      const inMemory = rows.map(({ inputs }) => revenue?.evaluate(inputs, { asOf: '', zone: '', today: '' }));
      expect(inMemory).toEqual(rows.map((row) => row.revenue));
      const total = rows.reduce((sum, row) => sum + Math.round(Number(row.revenue) * 1e4), 0);
      expect(total).toBe(12_657_930_395);
    });
  });
}
