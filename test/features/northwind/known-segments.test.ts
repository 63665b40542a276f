/** Northwind's known segments: somebody else's schema, pointed at by configuration alone, and none of its tables touched. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { buildVocabulary, provision, SegmentationModule, type SettingsOfTenant } from '../../../src/index.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { hashOf, knownSegments, membersByRule } from '../../support/known-segments.js';
import { sharedData } from '../../support/shared-data.js';
import { northwindCatalogue } from './catalogue.js';
import { northwind } from './northwind-database.js';
import { asOf, rules } from './rules.js';

const data = sharedData('northwind');
const settings: SettingsOfTenant = { zone: 'Europe/London', weekStart: 'monday', leapDay: 'february_28' };

it('is there to be tested with (in CI it must be)', () => {
  expect(data.isThere || data.mayBeMissing).toBe(true);
});

const tables = `select table_name, column_name, data_type from information_schema.columns
  where table_schema = 'public' order by table_name, ordinal_position`;

if (data.isThere) {
  describe('Northwind', () => {
    const known = knownSegments('northwind');
    let database: TestDatabase;
    let app: INestApplication;
    let before: unknown[];

    beforeAll(async () => {
      database = await createDatabase({ template: northwind });
      before = (await database.pool.query(tables)).rows;
      await provision({ type: 'postgres', url: database.url }, buildVocabulary(northwindCatalogue));
      const module = Test.createTestingModule({
        imports: [
          TypeOrmModule.forRoot({ type: 'postgres', url: database.url }),
          SegmentationModule.forRoot({
            catalogue: northwindCatalogue,
            tenants: { of: async () => settings },
            authenticator: { authenticate: async () => undefined },
          }),
        ],
      });
      app = (await module.compile()).createNestApplication({ rawBody: true });
      await app.init();
    });

    afterAll(async () => {
      await app.close();
      await database.drop();
    });

    it.each(Object.entries(rules))('has the members of %s', async (id, rule) => {
      const { count, members_sha256, definition } = known.get(id) ?? {};
      const { run, members, total } = await membersByRule(
        app,
        `${id}: ${definition}`,
        'customer',
        rule,
        asOf,
      );
      expect(run).toMatchObject({ status: 'succeeded', joined: count, member_count: count });
      expect([total, members.length, hashOf(members)]).toEqual([count, count, members_sha256]);
    });

    it('is as it was', async () => {
      expect((await database.pool.query(tables)).rows).toEqual(before);
    });
  });
}
