/** Files for advertisers of people who are known by their phone numbers only. */

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { parse } from 'csv-parse/sync';
import {
  type Actor,
  buildVocabulary,
  type CatalogueDeclaration,
  Consents,
  Exports,
  FullRefresh,
  permissions,
  provision,
  SegmentationModule,
  Segments,
} from '../../../../src/index.js';
import { createDatabase, type TestDatabase } from '../../../support/database.js';

const catalogue: CatalogueDeclaration = {
  subjects: {
    caller: {
      table: 'public.callers',
      tenant: { column: 'owner', type: 'text' },
      key: { id: 'integer' },
      fields: { phone: 'text' },
      roles: { phone: 'phone' },
    },
  },
};

const actor: Actor = { id: 'test', name: 'Test', tenant: '1', permissions: new Set(permissions) };

let database: TestDatabase;
let app: INestApplication;
let segment: string;

beforeAll(async () => {
  database = await createDatabase();
  await database.pool.query(
    `create table callers (owner text, id integer primary key, phone text);
     insert into callers values ('1', 1, '+16505551212'), ('1', 2, '+493022222222')`,
  );
  await provision({ type: 'postgres', url: database.url }, buildVocabulary(catalogue));
  const module = Test.createTestingModule({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url: database.url }),
      SegmentationModule.forRoot({
        catalogue,
        tenants: { of: async () => ({ zone: 'UTC', weekStart: 'monday', leapDay: 'february_28' }) },
        authenticator: { authenticate: async () => undefined },
        consentSecret: 'fedcba9876543210'.repeat(4),
      }),
    ],
  });
  app = (await module.compile()).createNestApplication({ rawBody: true });
  await app.init();
  const wanted = { name: 'Callers', subject: 'caller', rules: { everyone: true } };
  segment = (await app.get(Segments).create(actor, wanted)).id;
  await (await app.get(FullRefresh).start(actor, segment)).done;
  const yes = { channel: 'sms', opted_in: true, source: 'form', at: new Date() } as const;
  await app.get(Consents).record(actor, 'caller', '1', yes);
});

afterAll(async () => {
  await app.close();
  await database.drop();
});

async function exported(format: string): Promise<Record<string, string>[]> {
  const { content } = await app.get(Exports).export(actor, segment, { format });
  let text = '';
  for await (const piece of content) text += piece;
  return parse(text, { columns: true });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

it('are of those who have agreed to be called', async () => {
  expect(await exported('google-customer-match')).toEqual([{ Phone: sha256('+16505551212') }]);
  expect(await exported('meta-custom-audience')).toEqual([{ extern_id: '1', phone: sha256('16505551212') }]);
});

it('cannot be made for mail', () =>
  expect(exported('mailchimp')).rejects.toMatchObject({ code: 'export.roles' }));
