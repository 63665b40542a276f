/**
 * The package as a host gets it: packed, installed into an empty Nest application, and used as the README's guide says,
 * with its very lines.
 */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import type { DataSource } from 'typeorm';
import { freePort } from '../../src/demo/port.js';
import { northwind } from '../features/northwind/northwind-database.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { sharedData } from '../support/shared-data.js';
import { EmptyApp } from './empty-app.js';
import { type Guide, readGuide } from './guide.js';
import { fillShop, openShop, tokens } from './shop/shop-database.js';
import { pack, type Tarball } from './tarball.js';

let folder: string;
let tarball: Tarball;
let guide: Guide;
let app: EmptyApp;

/** Of the guide: installing; migrating and starting; asking; the back office. */
const block = (number: 0 | 1 | 2 | 3): string[] => (guide.commands[number] ?? '').trim().split('\n');
const fixture = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-'));
  [tarball, guide] = [await pack(folder), await readGuide()];
  app = await EmptyApp.create(guide.manifest);
  for (const line of block(0)) {
    const { exitCode, err } = await app.run(line.replace('nest-segments', tarball.file));
    expect([exitCode, err]).toEqual([0, expect.not.stringContaining('ERESOLVE')]);
  }
});
afterAll(async () => {
  await app.remove();
  await rm(folder, { recursive: true });
});

describe('the tarball', () => {
  it('holds the engine, compiled and described, its migrations, and nothing else', () => {
    const kinds = [
      /^(LICENSE|README\.md|package\.json)$/,
      /^dist\/(index|errors|segmentation\.(module|options))\.(js|js\.map|d\.ts)$/,
      /^dist\/(rule-language|csv|access|consent|accounts|custom-fields|catalogue|rules|segments)\/.*\.(js|js\.map|d\.ts)$/,
      /^dist\/(members|personal-data|audience|refresh|performance|command-line|back-office)\/.*\.(js|js\.map|d\.ts)$/,
      /^dist\/admin-components\/[^/]+\.(js|css|svg|woff2|txt)$/,
      /^migrations\/engine\/(\d{4}_\w+\.(up|down)|schema)\.sql$/,
    ];
    expect(tarball.names.filter((name) => !kinds.some((kind) => kind.test(name)))).toEqual([]);
    for (const kind of kinds) expect(tarball.names.filter((name) => kind.test(name))).not.toEqual([]);
  });

  it('describes every file that it compiled', () => {
    const compiled = tarball.names.filter((name) => /^dist\/(?!admin-components).*\.js$/.test(name));
    const described = tarball.names.filter((name) => name.endsWith('.d.ts'));
    expect(described.map((name) => name.replace(/\.d\.ts$/, '.js')).sort()).toEqual(compiled.sort());
  });
});

describe('the guide', () => {
  let database: TestDatabase;
  let shop: DataSource;
  let shopId: string;
  let variables: Record<string, string>;

  beforeAll(async () => {
    database = await createDatabase();
    shop = await openShop(database.url);
    shopId = await fillShop(shop);
    variables = { DATABASE_URL: database.url, PORT: String(await freePort()), TOKEN: tokens.own };
    await app.write('src/entities.ts', await fixture('./shop/entities.ts'));
    for (const [name, text] of guide.files) if (name !== 'src/back-office.ts') await app.write(name, text);
  });
  afterAll(async () => {
    await app.stop();
    await shop.destroy();
    await database.drop();
  });

  const api = (token: string) =>
    request.agent(`http://127.0.0.1:${variables.PORT}`).auth(token, { type: 'bearer' });

  it('installs a package that needs no AdminJS', async () => {
    const { out } = await app.run('npm ls --all --parseable');
    expect(out).not.toMatch(/adminjs/);
  });

  it('compiles, strictly', async () => {
    const [build = ''] = block(1);
    const { exitCode, out } = await app.run(build);
    expect([exitCode, out]).toEqual([0, expect.not.stringContaining('error')]);
  });

  it('migrates, and the doctor first misses what that brings', async () => {
    const [, migrate = '', doctor = ''] = block(1);
    const before = await app.run(doctor, variables);
    expect([before.exitCode, before.out]).toEqual([
      1,
      expect.stringMatching(/✗ All migrations applied — Run `migrate`[\s\S]*✗ The ledger of customer/),
    ]);
    const plan = await app.run(migrate.replace(/ *#.*/, ' --plan'), variables);
    expect(plan.out).toMatch(/CREATE TABLE segmentation\.segments[\s\S]*"customer_stays"/);
    expect(await app.run(migrate, variables)).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^Migrated: segments0000000000001, /),
    });
    const after = await app.run(doctor, variables);
    expect([after.exitCode, after.out]).toEqual([0, expect.not.stringContaining('✗')]);
    expect((await app.run(migrate, variables)).out).toMatch(/^No migration was pending\./);
  });

  it('leaves nothing for the host’s own migrations to do', async () => {
    const { upQueries } = await shop.driver.createSchemaBuilder().log();
    expect(upQueries).toEqual([]);
  });

  it('starts, and answers the first question', async () => {
    await app.start(block(1).at(-1) ?? '', variables);
    const ask = block(2).join('\n').replace('localhost:3000', `127.0.0.1:${variables.PORT}`);
    const { out } = await app.run(ask, variables);
    expect(JSON.parse(out)).toMatchObject({
      count: 1,
      words: 'Customers whose total spend is more than 100, and whose branch’s city is “Berlin”.',
      sample: [{ display: 'Ada' }],
    });
  });

  it('keeps the members of a segment for those whom the host lets in', async () => {
    const rules = { field: 'total_spend', operator: 'greater_than', value: 100 };
    const asked = { name: 'Good customers', subject: 'customer', rules };
    await api('nobody').post('/api/segments').send(asked).expect(401);
    const { body: segment } = await api(tokens.own).post('/api/segments').send(asked).expect(201);
    await api(tokens.own).post(`/api/segments/${segment.id}/calculate?wait=true`).expect(200);
    const { body: members } = await api(tokens.own).get(`/api/segments/${segment.id}/members`).expect(200);
    expect(members.items.map(({ display }: { display: string }) => display).sort()).toEqual(['Ada', 'Eve']);
    await api(tokens.foreign).get(`/api/segments/${segment.id}/members`).expect(404);
    const listed = await app.run(
      `node dist/segments-cli.js members ${segment.id} --tenant ${shopId}`,
      variables,
    );
    expect(JSON.parse(listed.out)).toMatchObject({ total: 2 });
  });

  it('lets commands say what they miss', async () => {
    expect(await app.run('node dist/segments-cli.js keys list', variables)).toMatchObject({
      exitCode: 1,
      err: 'command.tenant-unnamed: Say whose segments: `--tenant <id>`.\n',
    });
  });

  it('ends with a back office', async () => {
    await app.stop();
    // Some 400 packages, which this project has: the same ones, without a minute of installing.
    const [, packages = ''] = /^npm install (.*)$/.exec(block(3).join('\n')) ?? [];
    for (const name of packages.split(' ')) await app.link(name);
    await app.write('src/back-office.ts', guide.files.get('src/back-office.ts') ?? '');
    await app.write('src/app.module.ts', withBackOffice(guide.files.get('src/app.module.ts') ?? ''));
    // AdminJS's own declarations do not compile by themselves.
    expect(await app.run(`${block(1)[0]} -- --skipLibCheck`)).toMatchObject({
      exitCode: 0,
      out: expect.not.stringContaining('error'),
    });
    const secrets = { SESSION_SECRET: 's'.repeat(32), ADMIN_PASSWORD: 'a long password', SHOP_ID: shopId };
    await app.start(block(1).at(-1) ?? '', { ...variables, ...secrets });
    const visitor = request.agent(`http://127.0.0.1:${variables.PORT}`);
    await visitor
      .post('/admin/login')
      .set('Origin', `http://127.0.0.1:${variables.PORT}`)
      .type('form')
      .send({ email: 'ada@example.com', password: 'a long password' })
      .expect(303);
    const { text } = await visitor.get('/admin/pages/segments').expect(200);
    const [script = ''] = /\/admin\/assets\/[^"]+\/screens\.js/.exec(text) ?? [];
    await visitor.get(script).expect(200);
    const { body } = await visitor.get('/api/segments').expect(200);
    expect(body.items).toMatchObject([{ name: 'Good customers', member_count: 2 }]);
  });
});

/** As the guide has it done. */
const withBackOffice = (appModule: string): string =>
  appModule
    .replace(/authenticator: \w+/, 'authenticator: AccountAuthenticator')
    .replace(/(\n) {2}\],\n\}\)/, '$1    ...backOffice,\n  ],\n})')
    .replace(/import .*shop-callers.*/, "import { backOffice } from './back-office.js';")
    .replace('import { SegmentationModule }', 'import { AccountAuthenticator, SegmentationModule }');

const data = sharedData('northwind');
it('Northwind is there to be tested with (in CI it must be)', () => {
  expect(data.isThere || data.mayBeMissing).toBe(true);
});

if (data.isThere) {
  describe('over Northwind, without an entity', () => {
    let database: TestDatabase;
    let host: EmptyApp;
    let variables: Record<string, string>;

    beforeAll(async () => {
      database = await createDatabase({ template: northwind });
      host = await EmptyApp.create(guide.manifest, app);
      variables = { DATABASE_URL: database.url, PORT: String(await freePort()), TOKEN: 'token' };
      const ofTheHost = (text: string): string =>
        text
          .replace('../../../src/index.js', 'nest-segments')
          .replace(/\.\.\/.*\/catalogue\.js/, './catalogue.js');
      await host.write('src/app.module.ts', ofTheHost(await fixture('./northwind/app.module.ts')));
      await host.write('src/catalogue.ts', ofTheHost(await fixture('../features/northwind/catalogue.ts')));
      for (const name of ['src/main.ts', 'src/segments-cli.ts'])
        await host.write(name, guide.files.get(name) ?? '');
    });
    afterAll(async () => {
      await host.remove();
      await database.drop();
    });

    it('compiles, migrates and answers', async () => {
      const [build = '', migrate = '', doctor = '', start = ''] = block(1);
      for (const line of [build, migrate, doctor])
        expect(await host.run(line, variables)).toMatchObject({ exitCode: 0 });
      await host.start(start, variables);
      const rules = { field: 'revenue', operator: 'greater_than', value: 100_000 };
      const { body } = await request(`http://127.0.0.1:${variables.PORT}`)
        .post('/api/segments/preview')
        .auth('token', { type: 'bearer' })
        .send({ subject: 'customer', rules })
        .expect(200);
      expect(body).toMatchObject({ count: 3, words: 'Customers whose revenue is more than 100,000.' });
    });

    it('says in a sentence that the database is not there', async () => {
      const lost = { ...variables, DATABASE_URL: `postgres://nobody@127.0.0.1:${await freePort()}/none` };
      const { exitCode, err } = await host.run('node dist/segments-cli.js doctor', lost);
      expect([exitCode, err]).toEqual([1, expect.stringMatching(/^database\.unavailable: .*$/m)]);
    });
  });
}
