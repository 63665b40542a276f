/** Subjects with keys of every type that is possible: described as plain tables, calculated, listed, explained. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Temporal } from 'temporal-polyfill';
import {
  type Actor,
  buildVocabulary,
  type CatalogueDeclaration,
  Explain,
  FullRefresh,
  Members,
  permissions,
  provision,
  type RecordDeclaration,
  SegmentationModule,
  Segments,
} from '../../../src/index.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { membersByRule } from '../../support/known-segments.js';

/** The key's type in the table, its declared type, and six keys in their order. */
const kinds = {
  uuid: ['uuid', 'uuid', [1, 2, 3, 4, 5, 6].map((n) => `0000000${n}-aaaa-4bbb-8ccc-00000000000${n}`)],
  whole: ['integer', 'integer', ['-5', '0', '7', '1000000000', '2147483646', '2147483647']],
  small: ['smallint', 'integer', ['-32768', '-1', '0', '1', '2', '32767']],
  big: [
    'bigint',
    'bigint',
    ['-9223372036854775808', '-1', '9', '10', '9007199254740993', '9223372036854775807'],
  ],
  word: ['text', 'text', ["Ab'c", 'a b', 'ä', '日本', '\\x', '{1,2}']],
  code: ['varchar(20)', 'text', ['A1', 'A10', 'A2', 'B1', 'B2', 'C']],
} as const;
type Kind = keyof typeof kinds;
const names = Object.keys(kinds) as Kind[];

const subject = (name: Kind): RecordDeclaration => ({
  table: `public.${name}s`,
  tenant: { column: 'owner', type: 'text' },
  key: { id: kinds[name][1] },
  fields: { city: 'text' },
  collections: { visits: { of: `${name}_visit`, on: [{ from: 'id', to: 'of' }] } },
});

const visit = (name: Kind): RecordDeclaration => ({
  table: `public.${name}_visits`,
  tenant: 'shared',
  key: { number: 'integer' },
  fields: { length: 'integer' },
});

const catalogue: CatalogueDeclaration = {
  subjects: Object.fromEntries(names.map((name) => [name, subject(name)])),
  records: Object.fromEntries(names.map((name) => [`${name}_visit`, visit(name)])),
};

let database: TestDatabase;
let app: INestApplication;

beforeAll(async () => {
  database = await createDatabase();
  for (const name of names) {
    const [type, , keys] = kinds[name];
    await database.pool.query(
      `create table ${name}s (owner text, id ${type} primary key, city text);
       create table ${name}_visits (number integer generated always as identity primary key, of ${type}, length integer)`,
    );
    await database.pool.query(
      `insert into ${name}s select '1', k::${type}, 'Rome' from unnest($1::text[]) k`,
      [keys],
    );
    await database.pool.query(
      `insert into ${name}_visits (of, length) select k::${type}, 1 from unnest($1::text[]) k`,
      [keys.slice(0, 2)],
    );
  }
  await provision({ type: 'postgres', url: database.url }, buildVocabulary(catalogue));
  const module = Test.createTestingModule({
    imports: [
      TypeOrmModule.forRoot({ type: 'postgres', url: database.url }),
      SegmentationModule.forRoot({
        catalogue,
        tenants: { of: async () => ({ zone: 'UTC', weekStart: 'monday', leapDay: 'february_28' }) },
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

const actor: Actor = { id: 'test', name: 'Test', tenant: '1', permissions: new Set(permissions) };
const asOf = '2026-03-01T00:00:00Z';
const inRome = { field: 'city', operator: 'equals', value: 'Rome' };
const visited = { related: 'visits', measure: 'count', operator: 'greater_than', value: 0 };

describe.each(names)('a subject with keys like those of %ss', (name) => {
  const keys: readonly string[] = kinds[name][2];

  it('has a ledger of the same type', async () => {
    const { rows } = await database.pool.query(
      `select format_type(atttypid, -1) as type from pg_attribute
       where attrelid = to_regclass('segmentation.${name}_stays') and attname = 'subject_id'`,
    );
    expect(rows).toEqual([{ type: kinds[name][1] }]);
  });

  it('has members, known by their keys', async () => {
    const { run, members } = await membersByRule(app, `All ${name}s`, name, inRome, asOf);
    expect(run).toMatchObject({ status: 'succeeded', member_count: 6 });
    expect(members).toEqual([...keys].sort());
    expect((await membersByRule(app, `Visited ${name}s`, name, visited, asOf)).members).toEqual(
      keys.slice(0, 2).sort(),
    );
  });

  it('has pages of members, each once', async () => {
    const { id } = await app
      .get(Segments)
      .create(actor, { name: `Pages of ${name}`, subject: name, rules: inRome, schedule: 'manual' });
    const instant = Temporal.Instant.from(asOf);
    await (await app.get(FullRefresh).start(actor, id, instant)).done;
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await app.get(Members).list(actor, id, instant, { limit: 2, after });
      seen.push(...page.items.map(({ member_id }) => member_id));
      if (page.next_cursor === null) break;
      after = page.next_cursor;
    }
    expect([...seen].sort()).toEqual([...keys].sort());
  });

  it('is explained, member by member, and built upon', async () => {
    const { id } = await app
      .get(Segments)
      .create(actor, { name: `Why ${name}`, subject: name, rules: visited, schedule: 'manual' });
    const instant = Temporal.Instant.from(asOf);
    await (await app.get(FullRefresh).start(actor, id, instant)).done;
    for (const [index, key] of keys.entries()) {
      const explanation = await app.get(Explain).explain(actor, id, key, instant);
      expect(explanation).toMatchObject({
        member_id: key,
        external_id: key,
        matches: index < 2,
        is_member: index < 2,
      });
    }
    const upon = { match: 'none', rules: [{ segment: id, operator: 'is_member' }] };
    expect((await membersByRule(app, `Not ${name}`, name, upon, asOf)).members).toEqual(keys.slice(2).sort());
  });

  it('is nobody where no key is written so', async () => {
    const { id } = await app
      .get(Segments)
      .create(actor, { name: `Nobody ${name}`, subject: name, rules: inRome });
    for (const key of ['', 'nobody', '99', '00000009-aaaa-4bbb-8ccc-000000000009', '\0'])
      await expect(
        app.get(Explain).explain(actor, id, key, Temporal.Instant.from(asOf)),
      ).rejects.toMatchObject({
        code: 'member.not-found',
      });
  });
});
