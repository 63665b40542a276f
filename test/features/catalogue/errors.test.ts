/** Declarations that cannot be meant: each is refused when the application starts, by place and with what to change. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { checkDeclaredRules } from '../../../src/catalogue/checks.js';
import { buildVocabulary, type CatalogueDeclaration, type RecordDeclaration } from '../../../src/index.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';
import { Buyer, Oddity, shopEntities } from './shop.js';

let database: TestDatabase;
let source: DataSource;
beforeAll(async () => {
  database = await createDatabase();
  source = await new DataSource({ type: 'postgres', url: database.url, entities: shopEntities }).initialize();
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const guest: RecordDeclaration = {
  table: 'guests',
  tenant: 'shared',
  key: { id: 'integer' },
  fields: { name: 'text' },
};
const visit: RecordDeclaration = {
  table: 'visits',
  tenant: 'shared',
  key: { id: 'integer' },
  fields: { cost: 'numeric', at: 'timestamptz' },
};
const on = [{ from: 'id', to: 'guest_id' }];
const visits = { of: 'visit', on };
const all = (...rules: object[]) => ({ match: 'all', rules }) as never;

const guests = (more: Partial<RecordDeclaration>, records: Record<string, RecordDeclaration> = { visit }) =>
  ({ subjects: { guest: { ...guest, ...more } }, records }) satisfies CatalogueDeclaration;
const withField = (field: NonNullable<RecordDeclaration['fields']>[string]) =>
  guests({ fields: { odd: field } });
const plain = {
  timeRelative: false,
  sql: ([input]: readonly never[]) => input,
  evaluate: () => null,
} as never;

const refused: readonly [string, CatalogueDeclaration, string][] = [
  [
    'a record that is nothing',
    guests({ table: undefined as never }),
    'record “guest”: say its entity or its table.',
  ],
  ['a record without a key', guests({ key: {} }), 'record “guest”: say the columns of its key.'],
  [
    'an entity whose key is a date',
    { subjects: { odd: { entity: Oddity, tenant: 'shared' } } },
    'entity Oddity: its key “day” is date; uuid, integer, bigint and text are possible.',
  ],
  [
    'a naive timestamp of an entity',
    { subjects: { buyer: { entity: Buyer, tenant: 'shared' } } },
    'field “buyer.seen”: a timestamp without time zone needs the zone it is meant in.',
  ],
  [
    'a subject with two keys',
    guests({ key: { id: 'integer', at: 'text' } }),
    'subject “guest”: the key of a subject is a single column.',
  ],
  [
    'a subject with an odd name',
    { subjects: { 'the guest': guest } },
    'subject “the guest”: name it with lower-case letters, digits and underscores.',
  ],
  [
    'an external id that is no field',
    guests({ externalId: 'number' }),
    'subject “guest”: it has no field “number”.',
  ],
  ['a display that is no field', guests({ display: 'nick' }), 'subject “guest”: it has no field “nick”.'],
  [
    'a column type that cannot be asked',
    withField('bytea'),
    'field “guest.odd”: say the type of its column; “bytea” cannot be asked.',
  ],
  [
    'no column type',
    withField({ label: 'Odd' }),
    'field “guest.odd”: say the type of its column; “” cannot be asked.',
  ],
  [
    'a naive timestamp',
    withField('timestamp'),
    'field “guest.odd”: a timestamp without time zone needs the zone it is meant in.',
  ],
  [
    'a closed select without options',
    withField({ columnType: 'text', type: 'select' }),
    'field “guest.odd”: a select needs `options`, or `open: true`.',
  ],
  [
    'a JSON key without a type',
    withField({ json: ['extras', 'size'] }),
    'field “guest.odd”: a key of a JSON column needs its `type`, and the way down to it: [column, key, …].',
  ],
  [
    'a JSON column without a key',
    withField({ json: ['extras'], type: 'text' }),
    'field “guest.odd”: a key of a JSON column needs its `type`, and the way down to it: [column, key, …].',
  ],
  [
    'a derived field of a name that is taken',
    guests({ derived: { name: { type: 'text', inputs: ['name'], derivation: plain } } }),
    'record “guest”: the field “name” is there twice.',
  ],
  [
    'a path to nowhere',
    guests({ paths: { host: { to: 'host', on } } }),
    'path “guest.host”: say in `to` which declared record it leads to.',
  ],
  [
    'a path without columns',
    guests({ paths: { visit: { to: 'visit' } } }),
    'path “guest.visit”: say in `on` which columns join.',
  ],
  [
    'a collection of nothing',
    guests({ collections: { visits: { on } } }),
    'collection “guest.visits”: say in `of` which declared record it holds, or what it goes `through`.',
  ],
  [
    'a collection of an unknown record',
    guests({ collections: { stays: { of: 'stay', on } } }),
    'collection “guest.stays”: say in `of` which declared record it holds, or what it goes `through`.',
  ],
  [
    'a collection without columns',
    guests({ collections: { visits: { of: 'visit' } } }),
    'collection “guest.visits”: say in `on` which columns join.',
  ],
  [
    'a collection through itself',
    guests({ collections: { a: { through: ['b'] }, b: { through: ['a'] } } }),
    'collection “guest.a”: it goes through itself.',
  ],
  [
    'a collection through nothing',
    guests({ collections: { a: { through: ['b'] } } }),
    'collection “guest.a”: “guest” has no collection or path “b” to go through.',
  ],
  [
    'a metric of a name that is taken',
    guests({ collections: { visits }, metrics: { name: { related: 'visits', measure: 'count' } } }),
    'metric “guest.name”: a field of that name is there already.',
  ],
  [
    'a metric of nothing',
    guests({ metrics: { last: { related: 'visits', measure: 'maximum', of: 'at' } } }),
    'metric “guest.last”: “visits” leads to no declared record.',
  ],
  [
    'a metric of an unknown field',
    guests({
      collections: { visits },
      metrics: { last: { related: 'visits', measure: 'maximum', of: 'on' } },
    }),
    'metric “guest.last”: “visit” has no field “on”.',
  ],
];

const unread: readonly [string, CatalogueDeclaration, RegExp][] = [
  [
    'a sum without what',
    guests({ collections: { visits }, metrics: { spend: { related: 'visits', measure: 'sum' } } }),
    /^The catalogue's field “guest\.spend”: .*“of”/,
  ],
  [
    'a count of nothing',
    guests({ metrics: { n: { related: 'stays', measure: 'count' } } }),
    /^The catalogue's field “guest\.n”: .*stays/,
  ],
  [
    'a metric with a faulty where',
    guests({
      collections: { visits },
      metrics: { n: { related: 'visits', measure: 'count', where: all() } },
    }),
    /^The catalogue's field “guest\.n”: .*group is empty/,
  ],
  [
    'a derived field of an unknown one',
    guests({ derived: { d: { type: 'text', inputs: ['nick'], derivation: plain } } }),
    /^The catalogue's field “guest\.d”: .*nick/,
  ],
  [
    'a faulty filter',
    guests({ collections: { visits: { ...visits, filter: all({ field: 'lost', operator: 'is_empty' }) } } }),
    /^The catalogue's collection “guest\.visits”: .*“lost”/,
  ],
  [
    'a time that is no field',
    guests({ collections: { visits: { ...visits, time: 'when' } } }),
    /^The catalogue's collection “guest\.visits”: .*when/,
  ],
  [
    'a time that is a number',
    guests({ collections: { visits: { ...visits, time: 'cost' } } }),
    /^The catalogue's collection “guest\.visits”: .*/,
  ],
];

describe('a declaration is refused that has', () => {
  it.each(refused)('%s', (_, declaration, sentence) => {
    expect(() => buildVocabulary(declaration, source)).toThrow(
      expect.objectContaining({ code: 'catalogue.invalid', message: `The catalogue's ${sentence}` }),
    );
  });

  it.each(unread)('%s', (_, declaration, sentence) => {
    const vocabulary = buildVocabulary(declaration, source);
    expect(() => checkDeclaredRules(vocabulary)).toThrow(
      expect.objectContaining({ code: 'catalogue.invalid', message: expect.stringMatching(sentence) }),
    );
  });

  it('an entity without the data source that knows it', () => {
    expect(() => buildVocabulary({ subjects: { buyer: { entity: Buyer, tenant: 'shared' } } })).toThrow(
      "The catalogue's record “buyer”: an entity needs the data source that knows it.",
    );
  });
});

it('what is right is not refused', () => {
  const right = guests({
    collections: { visits: { ...visits, time: 'at' } },
    metrics: { spend: { related: 'visits', measure: 'sum', of: 'cost' } },
  });
  expect(() => checkDeclaredRules(buildVocabulary(right))).not.toThrow();
});
