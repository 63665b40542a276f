/** What the catalogue makes of TypeORM's entities: their columns, relations and keys; and that rules can ask all of it. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { DataSource } from 'typeorm';
import { buildVocabulary, type CatalogueDeclaration, provision } from '../../../src/index.js';
import type { Vocabulary } from '../../../src/rule-language/field.js';
import { parseRule } from '../../../src/rule-language/parse.js';
import { audience } from '../../../src/rule-language/to-sql/compile.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { Buyer, Card, City, Club, Country, Firm, Line, Sale, shopEntities } from './shop.js';

const tenant = { column: 'tenantNo', type: 'integer' } as const;

const declaration: CatalogueDeclaration = {
  subjects: {
    buyer: {
      entity: Buyer,
      tenant,
      display: 'firstName',
      fields: {
        seen: { zone: 'Europe/Berlin' },
        code: { exact: true, label: 'Code' },
        photo: false,
        weight: false,
        nick: {},
        'extras.size': { json: ['extras', 'size'], type: 'number' },
      },
      collections: {
        sales: {
          time: 'soldAt',
          filter: { match: 'all', rules: [{ field: 'void', operator: 'equals', value: false }] },
        },
        lines: { through: ['sales', 'lines'] },
        colleagues: { through: ['firm', 'buyers'] },
      },
      metrics: {
        spend: { related: 'sales', measure: 'sum', of: 'total' },
        first_article: { related: 'lines', measure: 'most_frequent', of: 'article' },
      },
    },
    country: { entity: Country, tenant: 'shared' },
  },
  records: {
    firm: { entity: Firm, tenant },
    card: { entity: Card, tenant: 'shared' },
    sale: { entity: Sale, tenant: 'shared' },
    line: { entity: Line, tenant: 'shared' },
    club: { entity: Club, table: 'shop.open_clubs', tenant: 'shared' },
    city: { entity: City, tenant: 'shared' },
  },
};

let database: TestDatabase;
let source: DataSource;
let vocabulary: Vocabulary;

const people = {
  ada: 'aaaaaaaa-0000-4000-8000-000000000001',
  bob: 'bbbbbbbb-0000-4000-8000-000000000002',
  eve: 'eeeeeeee-0000-4000-8000-000000000003',
};

beforeAll(async () => {
  database = await createDatabase();
  await database.pool.query('create schema shop');
  source = await new DataSource({
    type: 'postgres',
    url: database.url,
    entities: shopEntities,
    synchronize: true,
  }).initialize();
  vocabulary = buildVocabulary(declaration, source);
  await provision({ type: 'postgres', url: database.url }, vocabulary);
  const { ada, bob, eve } = people;
  await database.pool.query(`
    insert into shop.firms (id, "tenantNo", name) values (1, 1, 'Acme'), (2, 2, 'Acme');
    insert into shop.buyers (id, "tenantNo", "firstName", code, rank, grades, likes, aliases, badge, credit, vip, born, since, seen, extras, "firmId", "broughtById") values
      ('${ada}', 1, 'Ada', 'X1', 'regular', '{a,b}', '{tea}', '{ad}', '${ada}', 10.50, true, '1990-05-01', '2026-02-01T00:00:00Z', '2026-02-28 23:30', '{"size": 7}', 1, null),
      ('${bob}', 1, 'Bob', 'x1', 'new', '{}', '{}', '{}', null, 0, false, null, '2020-01-01T00:00:00Z', null, '{"size": "big"}', 1, '${ada}'),
      ('${eve}', 2, 'Ada', 'X1', 'regular', '{a}', '{tea}', '{ad}', null, 10.5, true, null, '2026-02-01T00:00:00Z', null, '{}', 2, null);
    insert into shop.cards values ('c-1', 5, '${ada}');
    insert into shop.sales (id, "soldAt", total, void, "buyerId") values
      (1, '2026-01-01T00:00:00Z', 20, false, '${ada}'), (2, '2026-01-02T00:00:00Z', 99, true, '${ada}'), (3, '2027-01-01T00:00:00Z', 5, false, '${ada}');
    insert into shop.lines (article, "saleId") values ('pen', 1), ('ink', 2), ('ink', 3);
    insert into shop.clubs values ('chess', 3, null), ('golf', 9, null), ('polo', 1, now());
    create view shop.open_clubs as select * from shop.clubs where "closedAt" is null;
    insert into shop.buyer_clubs values ('${ada}', 'chess'), ('${bob}', 'chess'), ('${bob}', 'golf'), ('${ada}', 'polo');
    insert into shop.countries values ('DE', 'Germany'), ('FR', 'France');
    insert into shop.cities values (1, 'DE')`);
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

async function matching(subject: string, rule: unknown): Promise<string[]> {
  const parsed = parseRule(rule, { vocabulary, subject, segment: () => undefined });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const target = vocabulary.subjects.get(subject);
  if (!target) throw new Error(subject);
  const clock = {
    asOf: Temporal.Instant.from('2026-03-01T00:00:00Z'),
    zone: 'Europe/Berlin',
    weekStart: 'monday',
    leapDay: 'february_28',
  } as const;
  const { text, values } = audience(parsed.checked, { subject: target, vocabulary, tenant: '1', clock });
  const { rows } = await database.pool.query<{ id: string }>(text, [...values]);
  const names = new Map(Object.entries(people).map(([name, id]) => [id, name]));
  return rows.map(({ id }) => names.get(id) ?? id).sort();
}

describe('an entity', () => {
  it('has a field for every column that is not kept back and can be asked, of the type it is asked by', () => {
    const fields = [...(vocabulary.records.get('buyer')?.fields.values() ?? [])];
    const types = Object.fromEntries(fields.map(({ name, type }) => [name, type]));
    expect(types).toEqual({
      id: 'text',
      firstName: 'text',
      code: 'text',
      rank: 'select',
      grades: 'tags',
      likes: 'tags',
      aliases: 'tags',
      badge: 'text',
      credit: 'number',
      vip: 'boolean',
      born: 'date',
      'extras.size': 'number',
      nick: 'text',
      since: 'datetime',
      'since.date': 'date',
      'since.hour': 'number',
      'since.weekday': 'select',
      seen: 'datetime',
      'seen.date': 'date',
      'seen.hour': 'number',
      'seen.weekday': 'select',
      spend: 'number',
      first_article: 'text',
    });
  });

  it('offers the values of its enums', () => {
    const rank = vocabulary.records.get('buyer')?.fields.get('rank');
    expect([rank?.options?.map(({ value }) => value), rank?.open]).toEqual([['new', 'regular'], undefined]);
  });

  it('has its own key, table, paths and collections', () => {
    const {
      table,
      key,
      tenant: owner,
      paths,
      collections,
    } = vocabulary.records.get('buyer') ?? ({} as never);
    expect([table, key, owner]).toEqual([
      { schema: 'shop', name: 'buyers' },
      [{ column: 'id', type: 'uuid' }],
      tenant,
    ]);
    expect([...paths.values()].map(({ name, target, on }) => [name, target, on])).toEqual([
      ['firm', 'firm', [{ from: 'firmId', to: 'id' }]],
      ['broughtBy', 'buyer', [{ from: 'broughtById', to: 'id' }]],
      ['card', 'card', [{ from: 'id', to: 'buyerId' }]],
    ]);
    expect([...collections.keys()].sort()).toEqual(['brought', 'clubs', 'colleagues', 'lines', 'sales']);
    expect(
      ['firm', 'card', 'sale', 'line', 'club'].map((name) => vocabulary.records.get(name)?.key[0]?.type),
    ).toEqual(['integer', 'text', 'bigint', 'integer', 'text']);
  });
});

describe('a rule over entities', () => {
  const count = (related: string, operator: string, value: number, where?: unknown) => ({
    related,
    measure: 'count',
    operator,
    value,
    ...(where !== undefined && { where: { match: 'all', rules: [where] } }),
  });
  const is = (field: string, value: unknown, operator = 'equals') => ({ field, operator, value });

  it.each<[string, unknown, string[]]>([
    ['a camel-cased column', is('firstName', 'ADA'), ['ada']],
    ['an exact code', is('code', 'X1'), ['ada']],
    ['an enum', is('rank', 'regular'), ['ada']],
    ['a list of enums', is('grades', ['b', 'x'], 'has_any'), ['ada']],
    ['a list of texts', is('likes', ['tea'], 'has_all'), ['ada']],
    ['a list of varchars', is('aliases', ['ad'], 'has_none'), ['bob']],
    ['a uuid', is('badge', people.ada), ['ada']],
    ['the key', is('id', [people.bob, people.eve], 'in_list'), ['bob']],
    ['a numeric', is('credit', '10.5'), ['ada']],
    ['a key of a JSON column', is('extras.size', 7), ['ada']],
    ['one that cannot be read', { field: 'extras.size', operator: 'is_empty' }, ['bob']],
    ['a date', is('born', '1990-05-01', 'on'), ['ada']],
    ['an instant', is('since', { days: 30 }, 'within_last'), ['ada']],
    ['a naive timestamp in its zone', is('seen', '2026-02-28T22:30:00Z'), ['ada']],
    ['the local hour of it', is('seen.hour', 23), ['ada']],
    ['a path', is('firm.name', 'acme'), ['ada', 'bob']],
    ['a path to its own kind', is('broughtBy.firstName', 'Ada'), ['bob']],
    ['the other side of it', count('brought', 'equals', 1), ['ada']],
    ['a one-to-one that the other owns', is('card.points', 5), ['ada']],
    ['its absence', { field: 'card', operator: 'is_empty' }, ['bob']],
    ['a one-to-many, filtered and until now', count('sales', 'equals', 1), ['ada']],
    [
      'through it, which is filtered and timed alike',
      count('lines', 'equals', 1, is('article', 'pen')),
      ['ada'],
    ],
    ['and nothing of what is filtered out', count('lines', 'greater_than', 0, is('article', 'ink')), []],
    ['a metric', is('spend', 20), ['ada']],
    ['a metric of a collection through another', is('first_article', 'pen'), ['ada']],
    ['a many-to-many, of a view without what is deleted softly', count('clubs', 'equals', 2), ['bob']],
    ['its records', count('clubs', 'greater_than', 0, is('key', 'chess')), ['ada', 'bob']],
    ['a collection through a path', count('colleagues', 'equals', 2), ['ada', 'bob']],
  ])('asks %s', async (_, rule, expected) => {
    expect(await matching('buyer', rule)).toEqual(expected);
    const others = await matching('buyer', { match: 'none', rules: [rule] });
    expect([...expected, ...others].sort()).toEqual(['ada', 'bob']);
  });

  it('asks entities that are described without classes', async () => {
    expect(await matching('country', count('cities', 'equals', 0))).toEqual(['FR']);
  });
});
