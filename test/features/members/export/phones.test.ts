/** People who are known by their phone numbers only: in files for advertisers, and with those who brought them. */

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
  Suppressions,
} from '../../../../src/index.js';
import { createDatabase, type TestDatabase } from '../../../support/database.js';

const catalogue: CatalogueDeclaration = {
  subjects: {
    caller: {
      table: 'public.callers',
      tenant: { column: 'owner', type: 'text' },
      key: { id: 'integer' },
      fields: { phone: 'text' },
      paths: { referrer: { to: 'caller', on: [{ from: 'referrer', to: 'id' }] } },
      roles: { phone: 'phone' },
    },
  },
};

const actor: Actor = { id: 'test', name: 'Test', tenant: '1', permissions: new Set(permissions) };

let database: TestDatabase;
let app: INestApplication;
/** Of a host without a secret, over the same database. */
let plain: INestApplication;
let segment: string;

async function open(options: { readonly consentSecret?: string }): Promise<INestApplication> {
  const module = Test.createTestingModule({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url: database.url }),
      SegmentationModule.forRoot({
        catalogue,
        tenants: { of: async () => ({ zone: 'UTC', weekStart: 'monday', leapDay: 'february_28' }) },
        authenticator: { authenticate: async () => undefined },
        ...options,
      }),
    ],
  });
  const made = (await module.compile()).createNestApplication({ rawBody: true });
  return made.init();
}

beforeAll(async () => {
  database = await createDatabase();
  await database.pool.query(
    `create table callers (owner text, id integer primary key, phone text, referrer integer);
     insert into callers values ('1', 1, '+16505551212', 3), ('1', 2, '+493022222222', 1), ('1', 3, '+4930333', 2)`,
  );
  await provision({ type: 'postgres', url: database.url }, buildVocabulary(catalogue));
  app = await open({ consentSecret: 'fedcba9876543210'.repeat(4) });
  plain = await open({});
  const wanted = { name: 'Callers', subject: 'caller', rules: { everyone: true } };
  segment = (await app.get(Segments).create(actor, wanted)).id;
  await (await app.get(FullRefresh).start(actor, segment)).done;
  const yes = { channel: 'sms', opted_in: true, source: 'form', at: new Date() } as const;
  await app.get(Consents).record(actor, 'caller', '1', yes);
  await app.get(Consents).record(actor, 'caller', '2', { ...yes, opted_in: false });
  await app.get(Suppressions).suppress(actor, { channel: 'sms', address: '0049 30 333', reason: 'manual' });
});

afterAll(async () => {
  await app.close();
  await plain.close();
  await database.drop();
});

async function exported(
  format: string,
  columns?: readonly string[],
  from = app,
): Promise<Record<string, string>[]> {
  const { content } = await from.get(Exports).export(actor, segment, { format, columns });
  let text = '';
  for await (const piece of content) text += piece;
  return parse(text, { columns: true });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

it('are of those who have agreed to be called', async () => {
  expect(await exported('google-customer-match')).toEqual([{ Phone: sha256('+16505551212') }]);
  expect(await exported('meta-custom-audience')).toEqual([{ extern_id: '1', phone: sha256('16505551212') }]);
});

it('the numbers of those who have said no, and suppressed ones, are nowhere; others’ are where a path leads to', async () => {
  expect(await exported('csv', ['member_id', 'phone', 'referrer.phone'])).toEqual([
    { member_id: '1', phone: "'+16505551212", 'referrer.phone': '' },
    { member_id: '2', phone: '', 'referrer.phone': "'+16505551212" },
    { member_id: '3', phone: '', 'referrer.phone': "'+493022222222" },
  ]);
});

it('a no counts also without a secret, which suppressions need', async () => {
  expect(await exported('csv', ['phone'], plain)).toEqual([
    { phone: "'+16505551212" },
    { phone: '' },
    { phone: "'+4930333" },
  ]);
});

it('cannot be made for mail', () =>
  expect(exported('mailchimp')).rejects.toMatchObject({
    code: 'export.roles',
    message: expect.stringContaining('says to be its email (`roles`)'),
  }));
