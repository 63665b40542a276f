/** The segments page in a browser: on the demo application itself, and on a stand-in for what that is slow to become. */

import '../features/back-office/stock-environment.js';
import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import type { Browser, BrowserContext, BrowserContextOptions, Cookie, Page } from 'playwright-core';
import { createApplication } from '../../src/demo/application.js';
import { readEnvironment } from '../../src/demo/environment.js';
import { migrate } from '../../src/demo/prepare.js';
import { launchBrowser } from '../support/browser.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { problem, StandInApi, segment } from './stand-in-api.js';

const email = 'admin@example.com';
const password = 'a long enough password';
/** Set it to a folder to look at the pages. */
const screenshots = process.env.SCREENSHOTS;

let database: TestDatabase;
let application: INestApplication;
let browser: Browser;
let origin: string;
let context: BrowserContext;
let page: Page;
/** What the page complained about. */
let complaints: string[];
/** The cookie of somebody signed in. */
let session: Cookie;

beforeAll(async () => {
  database = await createDatabase();
  await migrate(database.url, () => undefined);
  await database.pool.query(people);
  const secrets = {
    adminPassword: password,
    apiKey: 'a-key',
    sessionSecret: '0123456789abcdef'.repeat(2),
    generated: {},
  };
  application = await createApplication({
    url: database.url,
    environment: readEnvironment({}),
    secrets,
    tenant: '1',
  });
  await application.listen(0, '127.0.0.1');
  origin = `http://127.0.0.1:${application.getHttpServer().address().port}`;
  browser = await launchBrowser();
  await visit();
  await signIn();
  const [cookie] = await context.cookies();
  if (!cookie) throw new Error('Signing in set no cookie.');
  session = cookie;
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await application?.close();
  await database?.drop();
});

/** 40 contacts, 12 of whom are customers with two orders. */
const people = `
  INSERT INTO crm.tenants (id, name, kind) VALUES (1, 'Trattoria', 'restaurant'), (2, 'Autohaus', 'car_dealer');
  INSERT INTO crm.contacts (id, tenant_id, first_name, last_name, email, status)
  SELECT n, 1, 'Person', to_char(n, 'FM00'), 'p' || n || '@example.com', CASE WHEN n <= 12 THEN 'customer' ELSE 'lead' END
  FROM generate_series(1, 40) n;
  INSERT INTO crm.contacts (id, tenant_id, first_name, status) VALUES (99, 2, 'Foreign', 'customer');
  INSERT INTO crm.orders (tenant_id, contact_id, placed_at, status, total, total_base)
  SELECT 1, n, now() - days * interval '1 day', 'paid', 20, 20 FROM generate_series(1, 20) n, unnest('{3,10}'::int[]) days`;

beforeEach(() => visit());
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

async function visit(options: BrowserContextOptions = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, ...options });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  complaints = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser reports every refused request; the page shows those itself.
    if (message.type() === 'error' && !/status of [45]\d\d|ERR_FAILED/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
      complaints.push(request.url());
  });
}

async function signIn(to = '/admin/customers/segments'): Promise<void> {
  await page.goto(origin + to);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel(/Passwor[dt]/).fill(password);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}

/** As if signed in before. */
async function open(to: string): Promise<void> {
  await context.addCookies([session]);
  await page.goto(origin + to);
}

async function standIn(): Promise<StandInApi> {
  const api = new StandInApi();
  await api.serve(page);
  return api;
}

const rule = () => page.getByLabel('Rule (JSON)');
const count = () => page.locator('.count');
const shows = (text: string | RegExp) => page.getByText(text).first().waitFor();

describe('on the demo application', () => {
  test('a segment is made, counted, saved, calculated and found again', async () => {
    await signIn();
    expect(new URL(page.url()).pathname).toBe('/admin/pages/segments');
    await page.getByRole('button', { name: 'Create the first segment' }).click();
    await shows('12 match');
    await shows('30% of everyone');
    await page.getByLabel('Name').fill('Returning guests');
    await page.getByRole('button', { name: 'Save' }).click();
    await shows('Its members are known after the first calculation.');
    await page.getByRole('button', { name: 'Calculate now' }).click();
    await shows('Up to date: 12 joined, 0 left.');
    expect(await page.getByRole('table').getByRole('row').count()).toBe(13);
    await page.getByRole('button', { name: 'All segments' }).click();
    await shows(/^as of \d\d:\d\d$/);
    expect(await page.locator('li.segment-row').innerText()).toMatch(/Returning guests[\s\S]*12/);
  });

  test('a changed rule is saved as the next version, and deleted after a question', async () => {
    await open('/admin/pages/segments?new');
    await page.getByLabel('Name').fill('All of them');
    await rule().fill('{"everyone": true}');
    await shows('40 match');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'All of them' }).waitFor();
    await rule().fill('{"field": "status", "operator": "equals", "value": "lead"}');
    await shows('28 match');
    await page.getByRole('button', { name: 'Save' }).click();
    await shows('Saved.');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await shows('Delete “All of them” with its history of members?');
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.waitForURL((url) => url.search === '');
    expect(await page.getByRole('link', { name: 'All of them' }).count()).toBe(0);
  });

  test('what does not fit is said beneath the rule, with its path', async () => {
    await open('/admin/pages/segments?new');
    await rule().fill('{"match": "all", "rules": [{"field": "nonsense", "operator": "equals", "value": 1}]}');
    await page.locator('.problems code', { hasText: 'rules[0].field' }).waitFor();
    await rule().fill('{"everyone": true, "everyone": true}');
    await shows('One thing does not fit');
  });

  test("the CRM's records are there", async () => {
    await open('/admin/resources/contacts');
    await page.getByRole('heading', { name: /Contacts/ }).waitFor();
    await shows('Person 40');
    await page.goto(`${origin}/admin/resources/orders`);
    await page.getByRole('link', { name: 'Person 01' }).first().waitFor();
  });

  test('who has been signed out comes back to the same page', async () => {
    await signIn();
    await page.getByRole('heading', { name: 'Segments' }).waitFor();
    await context.clearCookies();
    await page.goto(`${origin}/admin/pages/segments?new`);
    await page.waitForURL(/\/admin\/login\?next=/);
    await signIn(page.url().replace(origin, ''));
    await page.getByRole('heading', { name: 'New segment' }).waitFor();
    await context.clearCookies();
    await rule().fill('{"everyone": true }');
    await page.waitForURL(/\/admin\/login\?next=/);
  });

  test('signing out ends the session', async () => {
    await signIn();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/admin\/login$/);
    await page.goto(`${origin}/admin`);
    await page.waitForURL(/\/admin\/login$/);
  });
});

describe('the live count', () => {
  test('is taken back by the next keystroke, and asked only after a pause', async () => {
    const api = await standIn();
    api.instead = ({ path }) =>
      path === '/api/segments/preview'
        ? { ...slow, json: { count: 7, share: 0.5, words: 'Seven.' } }
        : undefined;
    const asked = () => api.asked.filter(({ path }) => path === '/api/segments/preview').length;
    await open('/admin/pages/segments?new');
    await rule().fill('');
    const before = asked();
    await rule().pressSequentially('{"everyone": true}', { delay: 20 });
    await page.waitForTimeout(500);
    expect(asked()).toBe(before + 1);
    await rule().press('Space');
    await shows('7 match');
    expect(asked()).toBe(before + 2);
    expect(api.aborted.filter((path) => path === '/api/segments/preview')).toHaveLength(before + 1);
  });

  test('says what it is doing to who cannot see it', async () => {
    const api = await standIn();
    api.instead = ({ path }) =>
      path.endsWith('/preview') ? { ...slow, json: { count: 1, share: 0.0001, words: 'One.' } } : undefined;
    await open('/admin/pages/segments?new');
    expect(await count().getAttribute('aria-live')).toBe('polite');
    await count().getByText('Counting …').waitFor();
    await count().getByText('1 matches').waitFor();
    expect(await count().innerText()).toContain('< 0.1% of everyone');
  });

  test('goes out as the rule was typed', async () => {
    const api = await standIn();
    await open('/admin/pages/segments?new');
    await rule().fill('{"field": "a", "field": "b"}');
    await shows('1,234 match');
    expect(api.asked.at(-1)?.body).toBe(
      '{"subject":"contact","limit":10,"rules":{"field": "a", "field": "b"}}',
    );
  });
});

const slow = { status: 200, delay: 900 } as const;

describe('what goes wrong', () => {
  test.each([
    ['{"match": "all",\n "rules": [}', 'This is not valid JSON: see line 2, column 12.'],
    ['{"match"', /^This is not valid JSON/],
    ['', 'Write a rule, or start from the example.'],
  ])('in the JSON %s is said where it is', async (text, sentence) => {
    await standIn();
    await open('/admin/pages/segments?new');
    await rule().fill(text);
    await page.locator('#rule-problems').getByText(sentence).waitFor();
    expect(await rule().getAttribute('aria-invalid')).toBe('true');
    await shows('The count appears as soon as the rule is complete.');
  });

  test('while saving is said, and nothing is lost', async () => {
    const api = await standIn();
    api.segments = [segment({ name: 'Taken' })];
    await open('/admin/pages/segments?new');
    await page.getByLabel('Name').fill('Taken');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').getByText('There is a segment named “Taken” already').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Taken');
  });

  test('because somebody else was faster offers what they made', async () => {
    const api = await standIn();
    const mine = segment();
    api.segments = [mine];
    await open(`/admin/pages/segments?segment=${mine.id}`);
    await page.getByLabel('Name').fill('Mine');
    api.segments = [{ ...mine, name: 'Theirs', version: 2 }];
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Load the current version' }).click();
    await page.getByRole('heading', { name: 'Theirs' }).waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Theirs');
  });

  test('with the server can be tried again', async () => {
    const api = await standIn();
    api.segments = [segment()];
    api.instead = () => problem(500, 'internal', 'Something went wrong on the server.');
    await open('/admin/pages/segments');
    await page.getByRole('alert').getByText('Something went wrong on the server.').waitFor();
    api.instead = () => undefined;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Returning guests' }).waitFor();
  });

  test('with the connection is said as such', async () => {
    await page.route('**/api/segments?*', (route) => route.abort());
    await open('/admin/pages/segments');
    await page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
  });
});

describe('for everybody', () => {
  test('all of it works by keyboard', async () => {
    const api = await standIn();
    api.segments = [segment()];
    await open('/admin/pages/segments');
    await page.getByRole('link', { name: 'Returning guests' }).waitFor();
    const tabTo = async (name: string | RegExp): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(
          'document.activeElement.innerText || document.activeElement.id || ""',
        );
        if (String(focused).match(name)) return;
      }
      throw new Error(`Tab does not lead to ${name}.`);
    };
    await tabTo('New segment');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'New segment' }).waitFor();
    await tabTo(/^:r/);
    await page.keyboard.type('By keyboard');
    await tabTo('rule');
    await tabTo('Save');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'By keyboard' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'New segment' }).waitFor();
  });

  test('it speaks German where the browser does, and what is chosen stays', async () => {
    await visit({ locale: 'de-DE' });
    const api = await standIn();
    api.segments = [segment()];
    await open('/admin/pages/segments');
    await page.getByRole('heading', { name: 'Segmente' }).waitFor();
    expect(await page.locator('.number.strong').innerText()).toContain('1.234');
    expect(await page.getAttribute('html', 'lang')).toBe('de');
    await page.getByLabel('Sprache').selectOption('English');
    await page.getByRole('heading', { name: 'Segments' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Segments' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });

  test('its colours follow the system, unless somebody chooses', async () => {
    await standIn();
    await open('/admin/pages/segments');
    await page.locator('.card').waitFor();
    const ground = () => page.evaluate('getComputedStyle(document.querySelector(".card")).backgroundColor');
    const light = await ground();
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(
      (was) => getComputedStyle(document.querySelector('.card') as Element).backgroundColor !== was,
      light,
    );
    await page.getByLabel('Colours').selectOption('Light');
    expect(await ground()).toBe(light);
    await page.reload();
    await page.locator('.card').waitFor();
    expect(await ground()).toBe(light);
  });
});

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };
/** Every size, colour and language, though not each with each. */
const looks = [
  { viewport: wide, colorScheme: 'light', locale: 'en-GB' },
  { viewport: wide, colorScheme: 'dark', locale: 'de-DE' },
  { viewport: narrow, colorScheme: 'light', locale: 'de-DE' },
  { viewport: narrow, colorScheme: 'dark', locale: 'en-GB' },
] as const;

describe.each(looks)('at $viewport.width, $colorScheme, $locale', (look) => {
  const places: [string, string, (api: StandInApi) => void][] = [
    ['login', '', () => undefined],
    ['empty', '?', () => undefined],
    ['list', '?', (api) => api.segments.push(...many)],
    ['new', '?new', () => undefined],
    ['segment', `?segment=${segment().id}`, (api) => api.segments.push(...many)],
    [
      'broken',
      `?segment=${segment().id}`,
      (api) => api.segments.push(segment({ health: 'broken', words: null })),
    ],
  ];

  test.each(places)('%s can be read and used by everyone', async (name, search, prepare) => {
    await visit(look);
    const api = await standIn();
    prepare(api);
    if (search === '') await page.goto(`${origin}/admin`);
    else await open(`/admin/pages/segments${search}`);
    await page
      .locator(search === '' ? 'h1' : '.screen h1, .empty')
      .first()
      .waitFor();
    await page.waitForFunction(
      () => !document.querySelector('.waiting, .fading') && document.fonts.status === 'loaded',
    );
    await keep(`${name}-${look.viewport.width}-${look.colorScheme}-${look.locale.slice(0, 2)}`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(
      look.viewport.width,
    );
    const axe = new AxeBuilder({ page }).exclude('[data-css="sidebar"]').exclude('[data-css="footer"]');
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });
});

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
const many = [
  segment({
    words:
      'Everyone who is a customer, lives in Berlin, Hamburg or Munich, has placed at least 2 orders in the last 90 days and has opened no e-mail since March.',
  }),
  segment({
    id: '0190c2a0-0000-7000-8000-000000000002',
    name: 'Birthday this month',
    description: null,
    member_count: 1,
    last_calculated_at: daysAgo(1),
  }),
  segment({
    id: '0190c2a0-0000-7000-8000-000000000003',
    name: 'Winback: no order for half a year',
    member_count: 1_052_311,
    last_calculated_at: daysAgo(12),
    health: 'broken',
    words: null,
  }),
  segment({
    id: '0190c2a0-0000-7000-8000-000000000004',
    name: 'Fresh idea',
    description: null,
    member_count: null,
    last_calculated_at: null,
    status: 'paused',
  }),
];

async function keep(name: string): Promise<void> {
  if (!screenshots) return;
  await mkdir(screenshots, { recursive: true });
  await page.screenshot({ path: `${screenshots}/${name}.png` });
}
