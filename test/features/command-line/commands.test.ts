/** The engine's commands: what they print, how they end, and one sentence for everything that cannot be. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import { runCommand } from '../../support/command-line.js';
import { livesIn, makeSegment, manual, settle } from '../../support/segments.js';

let app: TestApplication;
let folder: string;
let id: string;
let jo: string;
beforeAll(async () => {
  app = await openApplication();
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
  [jo = ''] = await settle(app, 'Lineby', 'jo', 'mo');
  id = (await makeSegment(app.api, 'Line', livesIn('Lineby'), manual)).id;
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

const run = (...args: string[]) => runCommand(app, ...args);

async function file(name: string, content: string): Promise<string> {
  await writeFile(join(folder, name), content);
  return join(folder, name);
}

describe('preview', () => {
  it('counts the rule of a file', async () => {
    const rule = await file('rule.json', JSON.stringify(livesIn('Lineby')));
    const { exitCode, out } = await run('preview', rule, '--limit', '1');
    expect([exitCode, JSON.parse(out)]).toEqual([
      0,
      expect.objectContaining({ count: 2, sample: [{ member_id: jo, external_id: 'jo', display: 'jo' }] }),
    ]);
  });

  it('shows the templates in German', async () => {
    const { exitCode, out } = await run('templates', '--language', 'de');
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toContainEqual({
      id: 'high_spenders',
      name: 'Kunden mit hohem Bestellwert',
      words: 'Kontakte, deren Bestellwert im Durchschnitt größer als 100 ist.',
      segments: [],
    });
  });

  it('says the rule in German', async () => {
    const rule = await file('rule.json', JSON.stringify(livesIn('Lineby')));
    const { out } = await run('preview', rule, '--language', 'de');
    expect(JSON.parse(out).words).toBe('Kontakte, deren Stadt „Lineby“ ist.');
  });

  it('counts as of an instant, in another tenant, of another subject', async () => {
    const everyone = await file('everyone.json', '{"everyone": true}');
    const count = async (...more: string[]) =>
      JSON.parse((await run('preview', everyone, ...more)).out).count;
    expect(await count('--tenant', '2', '--as-of', '2026-01-01T00:00:00Z')).toBe(15);
    expect(await count('--tenant', '3', '--subject', 'company')).toBe(3);
  });

  it('names every problem of a rule with its path', async () => {
    const rules = [
      { field: 'town', operator: 'equals', value: 'x' },
      { match: 'all', rules: [] },
    ];
    const { exitCode, err } = await run(
      'preview',
      await file('bad.json', JSON.stringify({ match: 'all', rules })),
    );
    expect(exitCode).toBe(1);
    expect(err.split('\n')).toEqual([
      expect.stringMatching(/^rule\.invalid: The rule has 2 problems\.$/),
      expect.stringMatching(/^ {2}rules\[0\]\.field field\.unknown: There is no field “town”/),
      expect.stringMatching(/^ {2}rules\[1\] group\.empty: The group is empty/),
      '',
    ]);
  });
});

describe('calculate, members and explain', () => {
  it('bring the members about, list them, and say why', async () => {
    const ran = await run('calculate', id, '--as-of', '2026-02-01T00:00:00Z');
    expect([ran.exitCode, JSON.parse(ran.out)]).toEqual([
      0,
      expect.objectContaining({ status: 'succeeded', joined: 2 }),
    ]);
    const listed = await run('members', id, '--limit', '1');
    expect(JSON.parse(listed.out)).toMatchObject({
      total: 2,
      items: [{ external_id: 'jo', added_by: 'command line' }],
    });
    expect(JSON.parse((await run('members', id, '--as-of', '2026-01-01T00:00:00Z')).out).total).toBe(0);
    const explained = await run('explain', id, jo);
    expect(JSON.parse(explained.out)).toMatchObject({ external_id: 'jo', matches: true, is_member: true });
    expect([listed.exitCode, explained.exitCode]).toEqual([0, 0]);
  });

  it('end badly where the run does', async () => {
    await app.query('alter table crm.contacts rename column city to town');
    const { exitCode, out } = await run('calculate', id);
    await app.query('alter table crm.contacts rename column town to city');
    expect([exitCode, JSON.parse(out)]).toEqual([
      1,
      expect.objectContaining({ status: 'failed', error_code: 'internal' }),
    ]);
  });
});

describe('keys', () => {
  it('are made, listed and revoked', async () => {
    const made = await run('keys', 'create', 'Line', '--scope', 'segments:read', 'segments:write');
    const { id, key } = JSON.parse(made.out);
    await app.as(key).get('/api/segments').expect(200);
    const listed = await run('keys', 'list');
    expect(JSON.parse(listed.out).items).toEqual([
      expect.objectContaining({
        id,
        scopes: ['segments:read', 'segments:write'],
        created_by: 'command line',
      }),
    ]);
    expect(listed.out).not.toContain(key);
    expect((await run('keys', 'revoke', id)).exitCode).toBe(0);
    await app.as(key).get('/api/segments').expect(401);
  });
});

const nobody = '01890000-0000-7000-8000-000000000000';

describe('one sentence says', () => {
  it.each<[string, () => Promise<string[]>, RegExp]>([
    ['that a file is not there', async () => ['preview', join(folder, 'none.json')], /none\.json/],
    ['that a file is a folder', async () => ['preview', folder], /commands-/],
    [
      'that a file is no JSON',
      async () => ['preview', await file('no.json', '{"field": ')],
      /not valid JSON|JSON/,
    ],
    [
      'that a key is there twice',
      async () => ['preview', await file('twice.json', '{"everyone": true, "everyone": true}')],
      /everyone/,
    ],
    [
      'that nobody knows the subject',
      async () => ['preview', await file('e.json', '{"everyone": true}'), '--subject', 'ghost'],
      /^subject\.unknown: .*“ghost”/,
    ],
    [
      'that the limit is no number',
      async () => ['preview', await file('e.json', '{"everyone": true}'), '--limit', 'many'],
      /limit/,
    ],
    ['that the limit of members is too large', async () => ['members', id, '--limit', '1000000'], /limit/],
    ['that the instant is none', async () => ['calculate', id, '--as-of', 'soon'], /^as-of\.invalid: “soon”/],
    [
      'that the instant is too early',
      async () => ['calculate', id, '--as-of', '2025-01-01T00:00:00Z'],
      /^as-of\.before-last-run: /,
    ],
    [
      'that there is no such segment to calculate',
      async () => ['calculate', nobody],
      /^segment\.not-found: /,
    ],
    ['that no segment has such an id', async () => ['members', 'guests'], /^segment\.not-found: /],
    [
      'that the segment is of another tenant',
      async () => ['members', id, '--tenant', '2'],
      /^segment\.not-found: /,
    ],
    ['that there is no such key', async () => ['keys', 'revoke', nobody], /^api-key\.not-found: /],
    [
      'that a key expires in time',
      async () => ['keys', 'create', 'Old', '--scope', 'segments:read', '--expires', 'soon'],
      /^api-key\.expiry: “soon”/,
    ],
    [
      'that there is no such scope',
      async () => ['keys', 'create', 'Bad', '--scope', 'everything'],
      /everything.*segments:read/,
    ],
    ['that there is no such member', async () => ['explain', id, '999999'], /^member\.not-found: /],
    [
      'that there is no such tenant',
      async () => ['preview', await file('e.json', '{"everyone": true}'), '--tenant', '99'],
      /tenant/,
    ],
  ])('%s', async (_, args, sentence) => {
    const { exitCode, out, err } = await run(...(await args()));
    expect([exitCode, out]).toEqual([1, '']);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/^\s+at /m);
  });
});

describe('doctor', () => {
  it('finds nothing wrong with the sample', async () => {
    const { exitCode, out } = await run('doctor');
    expect([exitCode, out.split('\n').filter((line) => line.startsWith('✗'))]).toEqual([0, []]);
    expect(out).toMatch(/✓ All migrations applied/);
  });

  it.each([
    [
      'the comparison within the tenant',
      '(tenant_id, lower(first_name collate "und-x-icu")) include (city)',
      false,
    ],
    ['the comparison', '(lower(first_name collate "und-x-icu"))', false],
    ['another collation', '(lower(first_name))', true],
    ['more than the column', '(lower((first_name || last_name) collate "und-x-icu"))', true],
    ['some of the rows', '(lower(first_name collate "und-x-icu")) where vip', true],
    ['it behind another column', '(city, lower(first_name collate "und-x-icu"))', true],
  ])('of an index for %s knows whether it serves', async (_, of, isMissed) => {
    await app.query(`create index probe on crm.contacts ${of}`);
    const { out } = await run('doctor');
    await app.query('drop index crm.probe');
    const hint = /Hint: “contact\.first_name” has no index/;
    expect(hint.test(out)).toBe(isMissed);
  });

  it.each([
    [
      'a column',
      'alter table crm.contacts rename column city to town',
      'alter table crm.contacts rename column town to city',
      /✗ The columns of contact — .*city is not there/,
    ],
    [
      'a column that joins',
      'alter table crm.orders rename column contact_id to whose',
      'alter table crm.orders rename column whose to contact_id',
      /✗ The columns of order — .*contact_id/,
    ],
    [
      'a ledger',
      'alter table segmentation.contact_stays rename to stays',
      'alter table segmentation.stays rename to contact_stays',
      /✗ The ledger of contact — Run `migrate`/,
    ],
    [
      'a table',
      'alter table crm.budgets rename to plans',
      'alter table crm.plans rename to budgets',
      /✗ The columns of budget — .*the table/,
    ],
  ])('misses %s and says what to do', async (_, breaking, mending, sentence) => {
    await app.query(breaking);
    const { exitCode, out } = await run('doctor');
    await app.query(mending);
    expect([exitCode, out]).toEqual([1, expect.stringMatching(sentence)]);
  });
});
