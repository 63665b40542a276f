/** The Complete Journey's known segments, as rules, stored and calculated: the same people as plain Python finds. */

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import { type Ended, runCommand } from '../../support/command-line.js';
import { hashOf, knownSegments, membersByRule } from '../../support/known-segments.js';
import { sharedData } from '../../support/shared-data.js';
import { completeJourney } from './import-complete-journey.js';
import { asOf, rules, zones } from './rules.js';

const data = sharedData('complete-journey');

it('is there to be tested with (in CI it must be)', () => {
  expect(data.isThere || data.mayBeMissing).toBe(true);
});

if (data.isThere) {
  describe('the Complete Journey', () => {
    const known = knownSegments('complete-journey');
    let app: TestApplication;
    let demographics: Ended;
    beforeAll(async () => {
      app = await openApplication({ template: completeJourney });
      demographics = await runCommand(
        app,
        ...['import', 'contacts', join(data.folder, 'demographics.csv.gz'), '--custom'],
        ...['--map', fileURLToPath(new URL('demographics.map.json', import.meta.url))],
      );
    }, 120_000);
    afterAll(() => app.close());

    it('has what a survey said of households in custom fields', () => {
      expect(demographics).toMatchObject({ exitCode: 0 });
      expect(demographics.out.trimEnd().split('\n')).toEqual([
        'custom.age (text, new): 801 values of the column "age".',
        'custom.income (text, new): 801 values of the column "income".',
        'custom.home_ownership (text, new): 568 values of the column "home_ownership".',
        'custom.marital_status (text, new): 664 values of the column "marital_status".',
        'custom.household_size (text, new): 801 values of the column "household_size".',
        'custom.household_comp (text, new): 801 values of the column "household_comp".',
        'custom.kids_count (text, new): 801 values of the column "kids_count".',
        '801 rows: 0 new, 0 changed, 801 as before, 0 refused.',
        '5,237 values in custom fields, 0 refused.',
      ]);
    });

    it.each(Object.entries(rules))('has the members of %s', async (id, rule) => {
      const { count, members_sha256, definition } = known.get(id) ?? {};
      await app.query('update crm.tenants set time_zone = $1', [zones[id] ?? 'America/New_York']);
      const { run, members, total } = await membersByRule(
        app.nest,
        `${id}: ${definition}`,
        'contact',
        rule,
        asOf,
      );
      expect(run).toMatchObject({ status: 'succeeded', joined: count, member_count: count });
      expect([total, members.length, hashOf(members)]).toEqual([count, count, members_sha256]);
    });
  });
}
