/** Rows that are deleted softly: they are not there, as people, as records or at the end of a path, unless a host wants them. */

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { buildVocabulary, type CatalogueDeclaration } from '../../../src/index.js';
import { parseRule } from '../../../src/rule-language/parse.js';
import { audience, everyone, probe, type Target } from '../../../src/rule-language/to-sql/compile.js';
import type { Sql } from '../../../src/rule-language/to-sql/sql.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { Buyer, Club, Firm, Sale, shopEntities } from './shop.js';

const people = {
  ada: 'aaaaaaaa-0000-4000-8000-000000000001',
  bob: 'bbbbbbbb-0000-4000-8000-000000000002',
  zed: 'ffffffff-0000-4000-8000-000000000003',
};

let database: TestDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await createDatabase();
  await database.pool.query('create schema shop');
  const options = { type: 'postgres', url: database.url, entities: shopEntities } as const;
  source = await new DataSource({ ...options, synchronize: true }).initialize();
  const { ada, bob, zed } = people;
  // Zed is gone, brought Ada, and is brought by Bob; the club of chess is closed.
  await database.pool.query(`
    insert into shop.firms values (1, 1, 'Acme');
    insert into shop.buyers (id, "tenantNo", "firstName", "goneAt", "firmId", "broughtById") values
      ('${bob}', 1, 'Bob', null, 1, null), ('${zed}', 1, 'Zed', now(), 1, '${bob}'), ('${ada}', 1, 'Ada', null, 1, '${zed}');
    insert into shop.sales (id, "soldAt", total, "buyerId") values
      (1, '2026-01-01T00:00:00Z', 20, '${ada}'), (2, '2026-01-01T00:00:00Z', 50, '${zed}');
    insert into shop.clubs values ('golf', 1, null), ('chess', 1, now());
    insert into shop.buyer_clubs values ('${ada}', 'golf'), ('${ada}', 'chess'), ('${bob}', 'chess')`);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const tenant = { column: 'tenantNo', type: 'integer' } as const;

/** @param more what is said of buyers and clubs */
const shop = (more: { readonly withDeleted?: true } = {}): CatalogueDeclaration => ({
  subjects: {
    buyer: {
      entity: Buyer,
      tenant,
      fields: { seen: false },
      collections: {
        sales: { owned: true, time: 'soldAt' },
        colleagues: { through: ['firm', 'buyers'] },
        friends: { through: ['brought', 'clubs'] },
      },
      metrics: { spend: { related: 'sales', measure: 'sum', of: 'total' } },
      ...more,
    },
  },
  records: {
    firm: { entity: Firm, tenant },
    sale: { entity: Sale, tenant: 'shared' },
    club: { entity: Club, tenant: 'shared', ...more },
  },
});

function targetOf(declaration: CatalogueDeclaration): Target {
  const vocabulary = buildVocabulary(declaration, source);
  const subject = vocabulary.subjects.get('buyer');
  if (!subject) throw new Error('There are no buyers.');
  const asOf = Temporal.Instant.from('2026-03-01T00:00:00Z');
  const clock = { asOf, zone: 'UTC', weekStart: 'monday', leapDay: 'february_28' } as const;
  return { subject, vocabulary, tenant: '1', clock };
}

async function names({ text, values }: Sql): Promise<string[]> {
  const { rows } = await database.pool.query<{ id: string }>(text, [...values]);
  const byId = new Map(Object.entries(people).map(([name, id]) => [id, name]));
  return rows.map(({ id }) => byId.get(id) ?? id).sort();
}

/** In both shapes. */
async function matching(declaration: CatalogueDeclaration, rule: unknown): Promise<string[][]> {
  const target = targetOf(declaration);
  const { vocabulary, subject } = target;
  const parsed = parseRule(rule, { vocabulary, subject: subject.name, segment: () => undefined });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const statements = [audience(parsed.checked, target), probe(parsed.checked, target, Object.values(people))];
  return Promise.all(statements.map(names));
}

const counted = (related: string, operator: string, value: number) => ({
  related,
  measure: 'count',
  operator,
  value,
});
const many = (related: string, value = 1) => counted(related, 'greater_than_or_equal', value);
const named = (field: string, value: string) => ({ field, operator: 'equals', value });

it.each<[string, unknown, string[], string[]]>([
  ['everyone', { everyone: true }, ['ada', 'bob'], ['ada', 'bob', 'zed']],
  ['a field of their own', named('firstName', 'Zed'), [], ['zed']],
  ['what they have bought, which is enough to know them', many('sales'), ['ada'], ['ada', 'zed']],
  ['how much of it', counted('sales', 'equals', 1), ['ada'], ['ada', 'zed']],
  ['a metric of it', { field: 'spend', operator: 'greater_than', value: 5 }, ['ada'], ['ada', 'zed']],
  ['a rank', { field: 'spend', operator: 'in_top', value: 1 }, ['ada'], ['zed']],
  ['either of two', { match: 'any', rules: [many('sales'), many('clubs')] }, ['ada'], ['ada', 'bob', 'zed']],
  ['the complement', { match: 'none', rules: [many('sales')] }, ['bob'], ['bob']],
  ['records', many('clubs', 2), [], ['ada']],
  ['no record', counted('clubs', 'equals', 0), ['bob'], ['zed']],
  ['records of their own kind', many('brought'), [], ['bob', 'zed']],
  ['records along a path', counted('colleagues', 'equals', 2), ['ada', 'bob'], []],
  ['records of a record', many('friends'), [], ['zed']],
  ['the end of a path', named('broughtBy.firstName', 'Zed'), [], ['ada']],
  ['whether there is one', { field: 'broughtBy', operator: 'is_not_empty' }, [], ['ada', 'zed']],
])('%s', async (_what, rule, without, withDeleted) => {
  expect(await matching(shop(), rule)).toEqual([without, without]);
  expect(await matching(shop({ withDeleted: true }), rule)).toEqual([withDeleted, withDeleted]);
});

it('are left out of everyone, and asked of a view that a host names as the view has them', async () => {
  expect(await names(everyone(targetOf(shop())))).toEqual(['ada', 'bob']);
  await database.pool.query(
    `create view shop.those_gone as select id, "tenantNo" from shop.buyers where "goneAt" is not null`,
  );
  const gone = {
    buyer: { entity: Buyer, table: 'shop.those_gone', tenant, fields: { seen: false } },
  } as const;
  expect(await names(everyone(targetOf({ subjects: gone })))).toEqual(['zed']);
});
