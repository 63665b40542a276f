/** The Complete Journey's known segments, as rules, stored and calculated: the same people as plain Python finds. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
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
    beforeAll(async () => {
      app = await openApplication({ template: completeJourney });
    }, 120_000);
    afterAll(() => app.close());

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
