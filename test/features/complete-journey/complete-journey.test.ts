/** The Complete Journey comes in whole: the counts and sums that plain Python finds in its files (D00). */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sharedData } from '../../support/shared-data.js';
import { type CrmDatabase, openCrm } from '../crm/crm-database.js';
import { completeJourney } from './import-complete-journey.js';

const data = sharedData('complete-journey');

it('is there to be tested with (in CI it must be)', () => {
  expect(data.isThere || data.mayBeMissing).toBe(true);
});

if (data.isThere) {
  describe('the Complete Journey, imported', () => {
    let crm: CrmDatabase;
    beforeAll(async () => {
      crm = await openCrm(completeJourney);
      // The import takes seconds; a machine that does other things as well gets more time than the usual.
    }, 120_000);
    afterAll(() => crm.drop());

    it.each([
      ['every household', 'select count(*)::integer as value from crm.contacts', 2379],
      ['every basket', 'select count(*)::integer as value from crm.orders', 47_243],
      ['every line', 'select count(*)::integer as value from crm.order_lines', 75_000],
      [
        'households with transactions',
        'select count(distinct contact_id)::integer as value from crm.orders',
        2377,
      ],
      [
        'products that are not known',
        'select count(distinct sku)::integer as value from crm.order_lines where brand is null',
        5,
      ],
      ['lines of them', 'select count(*)::integer as value from crm.order_lines where brand is null', 222],
      [
        'the first transaction',
        'select min(placed_at) as value from crm.orders',
        new Date('2017-01-01T12:30:27Z'),
      ],
      [
        'the last transaction',
        'select max(placed_at) as value from crm.orders',
        new Date('2018-01-01T03:47:38Z'),
      ],
      ['all sales by baskets', 'select sum(total_base) as value from crm.orders', '233935.24'],
      ['all sales by lines', 'select sum(total) as value from crm.order_lines', '233935.24'],
      [
        'the tenant',
        "select string_agg(distinct currency, '') as value from crm.orders where tenant_id = 1",
        'USD',
      ],
    ])('has %s', async (_fact, sql, value) => {
      expect(await crm.query(sql)).toEqual([{ value }]);
    });

    it.each([
      ['D01', 'source is null', 1578, '1a763a654e6e0ad848c562d148dce169e49c8bf9bac625adcef2579d5031aae4'],
      [
        'D14',
        "source = 'survey' and not tags && array['marital_status: Married', 'marital_status: Unmarried']",
        137,
        '79524c2b5cceb7b7b47b509ccf1487f253ae235e2129ab68e65d400aa2583ca9',
      ],
    ])('can tell %s from the fields of contacts', async (_id, where, count, hash) => {
      const rows = await crm.query<{ external_id: string }>(
        `select external_id from crm.contacts where ${where}`,
      );
      const members = rows.map(({ external_id }) => external_id).sort();
      expect(members).toHaveLength(count);
      expect(createHash('sha256').update(members.join('\n')).digest('hex')).toBe(hash);
    });
  });
}
