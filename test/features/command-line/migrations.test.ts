/** Migrations: applied in order, once, whoever comes first; undone; printed before; and dumped as they leave the schema. */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import {
  engineMigrations,
  type MigrationSet,
  migrationClasses,
  pendingMigrations,
  revertLastMigration,
  runMigrations,
} from '../../../src/command-line/migrations.js';
import type { PostgresOptions } from '../../../src/command-line/own-connection.js';
import { dumpSchema, writeSchemaDump } from '../../../src/command-line/schema-dump.js';
import { crmMigrations } from '../../../src/crm/migrations.js';
import { createDatabase, type TestDatabase } from '../../support/database.js';

let database: TestDatabase;
let connection: PostgresOptions;
let folder: string;
let set: MigrationSet;

beforeEach(async () => {
  database = await createDatabase();
  connection = { type: 'postgres', url: database.url };
  folder = await mkdtemp(join(tmpdir(), 'migrations-'));
  set = { folder, schema: 'shop' };
});

afterEach(async () => {
  await database.drop();
  await rm(folder, { recursive: true });
});

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, sql] of Object.entries(files)) await writeFile(join(folder, name), sql);
}

const twoMigrations = {
  '0001_things.up.sql': 'create table shop.things (id integer); insert into shop.things values (1);',
  '0001_things.down.sql': 'drop table shop.things;',
  '0002_more.up.sql': 'alter table shop.things add name text;',
  '0002_more.down.sql': 'alter table shop.things drop name;',
};

describe('migrations', () => {
  it('are applied in order, and once', async () => {
    await write(twoMigrations);
    const names = ['things0000000000001', 'more0000000000002'];
    expect(await runMigrations(connection, set)).toEqual(names);
    expect(await runMigrations(connection, set)).toEqual([]);
    const { rows } = await database.pool.query('select name from shop.migrations order by id');
    expect(rows.map(({ name }) => name)).toEqual(names);
  });

  it('are applied once by replicas that start together', async () => {
    await write(twoMigrations);
    const applied = await Promise.all([1, 2, 3].map(() => runMigrations(connection, set)));
    expect(applied.flat()).toHaveLength(2);
    const { rows } = await database.pool.query('select id from shop.things');
    expect(rows).toEqual([{ id: 1 }]);
  });

  it('keep a history for each schema', async () => {
    await write(twoMigrations);
    await runMigrations(connection, crmMigrations);
    expect(await runMigrations(connection, set)).toHaveLength(2);
    expect(await runMigrations(connection, crmMigrations)).toEqual([]);
  });

  it('are shown before they are applied, and nothing is changed by that', async () => {
    await write(twoMigrations);
    const plan = await pendingMigrations(connection, set);
    expect(plan).toEqual([
      { name: 'things0000000000001', sql: twoMigrations['0001_things.up.sql'] },
      { name: 'more0000000000002', sql: twoMigrations['0002_more.up.sql'] },
    ]);
    const { rows } = await database.pool.query("select to_regnamespace('shop') as schema");
    expect(rows).toEqual([{ schema: null }]);
    await runMigrations(connection, set);
    expect(await pendingMigrations(connection, set)).toEqual([]);
  });

  it('that fail leave nothing of themselves, and keep what came before', async () => {
    await write({ ...twoMigrations, '0002_more.up.sql': 'drop table shop.things; select 1 / 0;' });
    await expect(runMigrations(connection, set)).rejects.toThrow(
      'The migration more0000000000002 failed and changed nothing: division by zero.',
    );
    const { rows } = await database.pool.query('select id from shop.things');
    expect(rows).toEqual([{ id: 1 }]);
    expect(await pendingMigrations(connection, set)).toHaveLength(1);
  });

  it('are undone from the last one on', async () => {
    await write(twoMigrations);
    await runMigrations(connection, set);
    await revertLastMigration(connection, set);
    expect(await pendingMigrations(connection, set)).toMatchObject([{ name: 'more0000000000002' }]);
    await revertLastMigration(connection, set);
    await revertLastMigration(connection, set);
    const { rows } = await database.pool.query("select to_regclass('shop.things') as things");
    expect(rows).toEqual([{ things: null }]);
  });

  it('are applied among a host’s own as well, whichever way came first, and undone there', async () => {
    await write(twoMigrations);
    const migrations = await migrationClasses(set);
    const host = await new DataSource({ ...connection, migrations }).initialize();
    const pending = async () => (await pendingMigrations(connection, set)).map(({ name }) => name);
    try {
      await host.runMigrations();
      expect(await pending()).toEqual([]);
      await host.undoLastMigration();
      expect(await pending()).toEqual(['more0000000000002']);
      await runMigrations(connection, set);
      expect(await host.runMigrations()).toHaveLength(1);
      const { rows } = await database.pool.query('select name from shop.things');
      expect(rows).toEqual([{ name: null }]);
    } finally {
      await host.destroy();
    }
  });

  it('among a host’s own leave nothing of themselves where they fail', async () => {
    await write({ ...twoMigrations, '0002_more.up.sql': 'select 1 / 0;' });
    const host = await new DataSource({
      ...connection,
      migrations: await migrationClasses(set),
    }).initialize();
    await expect(host.runMigrations()).rejects.toThrow('The migration more0000000000002 failed');
    await host.destroy();
    const { rows } = await database.pool.query("select to_regnamespace('shop') as schema");
    expect(rows).toEqual([{ schema: null }]);
  });

  it.each([
    ['a name of another shape', { 'Orders.sql': '' }, 'is not named like a migration'],
    [
      'a number used twice',
      { '0001_a.up.sql': '', '0001_a.down.sql': '', '0001_b.up.sql': '', '0001_b.down.sql': '' },
      '0001_b.up.sql has a number that another has too',
    ],
    ['no way back', { '0001_a.up.sql': '' }, '0001_a.down.sql is missing'],
    ['only a way back', { '0001_a.down.sql': '' }, 'undoes nothing'],
  ])('are refused with %s', async (_fault, files, message) => {
    await write(files);
    await expect(runMigrations(connection, set)).rejects.toThrow(message);
  });
});

describe.each([
  ['the engine', engineMigrations],
  ['the CRM', crmMigrations],
])('the migrations of %s', (_name, migrations) => {
  it('leave the schema that is written down beside them (else run `npm run cli -- migrate --dump`)', async () => {
    await runMigrations(connection, migrations);
    const written = await readFile(join(migrations.folder, 'schema.sql'), 'utf8');
    expect(written).toBe(await dumpSchema(connection, migrations));
  });

  it('can all be undone and applied again', async () => {
    const applied = await runMigrations(connection, migrations);
    for (const _ of applied) await revertLastMigration(connection, migrations);
    expect(await dumpSchema(connection, migrations)).toMatch(/^-- .*\n$/);
    expect(await runMigrations(connection, migrations)).toEqual(applied);
  });
});

describe('a schema dump', () => {
  const everything = `
    create type shop.size as enum ('small', 'large');
    create domain shop.positive as numeric check (value > 0);
    create function shop.answer() returns integer language sql return 42;
    create table shop.things (
      id bigint generated always as identity primary key,
      size shop.size not null default 'small',
      price shop.positive,
      twice numeric generated always as (price * 2) stored,
      name text collate "C",
      unique (name)
    );
    create unlogged table shop.dirt (thing bigint references shop.things (id) on delete cascade);
    create index dirt_thing on shop.dirt (thing) where thing > 5;
    alter table shop.things enable row level security;
    alter table shop.things force row level security;
    create policy mine on shop.things for select to public using (id > 0);
    comment on table shop.things is 'It''s here';
    grant select on shop.things to public;
    create view shop.large as
      select things.id from shop.things join shop.dirt on dirt.thing = things.id where things.size = 'large';`;

  it('holds every kind of thing that migrations make, and nothing of the history', async () => {
    await write({ '0001_all.up.sql': everything, '0001_all.down.sql': '' });
    await writeSchemaDump(connection, set);
    expect(await readFile(join(folder, 'schema.sql'), 'utf8')).toMatchSnapshot();
    const { rows } = await database.pool.query(
      "select datname from pg_database where datname like 'schema_dump_%'",
    );
    expect(rows).toEqual([]);
  });
});
