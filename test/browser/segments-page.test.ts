/** The segments page in a browser: on the demo application itself, and on a stand-in for what that is slow to become. */

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Demo } from './demo.js';
import { problem, segment } from './stand-in-api.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.start();
}, 120_000);
afterAll(() => demo?.stop());
beforeEach(() => demo.visit());
afterEach(() => expect(demo.complaints).toEqual([]));

const rule = () => demo.page.getByLabel('Rule (JSON)');
const count = () => demo.page.locator('.count');
const shows = (text: string | RegExp) => demo.page.getByText(text).first().waitFor();

describe('on the demo application', () => {
  test('a segment is made, counted, saved, calculated and found again', async () => {
    await demo.signIn();
    expect(new URL(demo.page.url()).pathname).toBe('/admin/pages/segments');
    await demo.page.getByRole('button', { name: 'Create the first segment' }).click();
    await shows('12 match');
    await shows('30% of everyone');
    await demo.page.getByLabel('Name').fill('Returning guests');
    await demo.page.getByRole('button', { name: 'Save' }).click();
    await shows('Its members are known after the first calculation.');
    await demo.page.getByRole('button', { name: 'Calculate now' }).click();
    await shows('Up to date: 12 joined, 0 left.');
    await demo.page.getByRole('table').getByRole('row').nth(12).waitFor();
    await demo.page.getByRole('button', { name: 'All segments' }).click();
    await shows(/^as of \d\d:\d\d$/);
    expect(await demo.page.locator('li.segment-row').innerText()).toMatch(/Returning guests[\s\S]*12/);
  });

  test('a changed rule is saved as the next version, and deleted after a question', async () => {
    await demo.open('/admin/pages/segments?new');
    await demo.page.getByLabel('Name').fill('All of them');
    await rule().fill('{"everyone": true}');
    await shows('40 match');
    await demo.page.getByRole('button', { name: 'Save' }).click();
    await demo.page.getByRole('heading', { name: 'All of them' }).waitFor();
    await rule().fill('{"field": "status", "operator": "equals", "value": "lead"}');
    await shows('28 match');
    await demo.page.getByRole('button', { name: 'Save' }).click();
    await shows('Saved.');
    await demo.page.getByRole('button', { name: 'Delete', exact: true }).click();
    await shows('Delete “All of them” with its history of members?');
    await demo.page.getByRole('button', { name: 'Delete for good' }).click();
    await demo.page.waitForURL((url) => url.search === '');
    expect(await demo.page.getByRole('link', { name: 'All of them' }).count()).toBe(0);
  });

  test('what does not fit is said beneath the rule, with its path', async () => {
    await demo.open('/admin/pages/segments?new');
    await rule().fill('{"match": "all", "rules": [{"field": "nonsense", "operator": "equals", "value": 1}]}');
    await demo.page.locator('.problems code', { hasText: 'rules[0].field' }).waitFor();
    await rule().fill('{"everyone": true, "everyone": true}');
    await shows('One thing does not fit');
  });

  test("the CRM's records are there", async () => {
    await demo.open('/admin/resources/contacts');
    await demo.page.getByRole('heading', { name: /Contacts/ }).waitFor();
    await shows('Person 40');
    await demo.page.goto(`${demo.origin}/admin/resources/orders`);
    await demo.page.getByRole('link', { name: 'Person 01' }).first().waitFor();
  });

  test('who has been signed out comes back to the same page', async () => {
    await demo.signIn();
    await demo.page.getByRole('heading', { name: 'Segments' }).waitFor();
    await demo.signedOutElsewhere();
    await demo.page.goto(`${demo.origin}/admin/pages/segments?new`);
    await demo.page.waitForURL(/\/admin\/login\?next=/);
    await demo.signIn(demo.page.url().replace(demo.origin, ''));
    await demo.page.getByRole('heading', { name: 'New segment' }).waitFor();
    await demo.signedOutElsewhere();
    await rule().fill('{"everyone": true }');
    await demo.page.waitForURL(/\/admin\/login\?next=/);
  });

  test('signing out ends the session', async () => {
    await demo.signIn();
    await demo.page.getByRole('button', { name: 'Sign out' }).click();
    await demo.page.waitForURL(/\/admin\/login$/);
    await demo.page.goto(`${demo.origin}/admin`);
    await demo.page.waitForURL(/\/admin\/login$/);
  });
});

describe('the live count', () => {
  test('is taken back by the next keystroke, and asked only after a pause', async () => {
    const api = await demo.standIn();
    api.instead = ({ path }) =>
      path === '/api/segments/preview'
        ? { ...slow, json: { count: 7, share: 0.5, words: 'Seven.' } }
        : undefined;
    const asked = () => api.asked.filter(({ path }) => path === '/api/segments/preview').length;
    await demo.open('/admin/pages/segments?new');
    await rule().fill('');
    const before = asked();
    await rule().pressSequentially('{"everyone": true}', { delay: 20 });
    await demo.page.waitForTimeout(500);
    expect(asked()).toBe(before + 1);
    await rule().press('Space');
    await shows('7 match');
    expect(asked()).toBe(before + 2);
    expect(api.aborted.filter((path) => path === '/api/segments/preview')).toHaveLength(before + 1);
  });

  test('says what it is doing to who cannot see it', async () => {
    const api = await demo.standIn();
    api.instead = ({ path }) =>
      path.endsWith('/preview') ? { ...slow, json: { count: 1, share: 0.0001, words: 'One.' } } : undefined;
    await demo.open('/admin/pages/segments?new');
    expect(await count().getAttribute('aria-live')).toBe('polite');
    await count().getByText('Counting …').waitFor();
    await count().getByText('1 matches').waitFor();
    expect(await count().innerText()).toContain('< 0.1% of everyone');
  });

  test('goes out as the rule was typed', async () => {
    const api = await demo.standIn();
    await demo.open('/admin/pages/segments?new');
    await rule().fill('{"field": "a", "field": "b"}');
    await shows('1,234 match');
    expect(api.asked.at(-1)?.body).toBe(
      '{"subject":"contact","limit":10,"rules":{"field": "a", "field": "b"}}',
    );
  });
});

const slow = { status: 200, delay: 900 } as const;

test('people who were chosen by hand are shown before any calculation', async () => {
  const api = await demo.standIn();
  api.segments = [
    segment({ type: 'static', rules: null, words: null, member_count: 6, last_calculated_at: null }),
  ];
  await demo.open(`/admin/pages/segments?segment=${segment().id}`);
  await demo.page.getByRole('cell', { name: 'Ada Lovelace' }).waitFor();
  expect(await demo.page.getByText('Not calculated yet').count()).toBe(0);
});

describe('what goes wrong', () => {
  test.each([
    ['{"match": "all",\n "rules": [}', 'This is not valid JSON: see line 2, column 12.'],
    ['{"match"', /^This is not valid JSON/],
    ['', 'Write a rule, or start from the example.'],
  ])('in the JSON %s is said where it is', async (text, sentence) => {
    await demo.standIn();
    await demo.open('/admin/pages/segments?new');
    await rule().fill(text);
    await demo.page.locator('#rule-problems').getByText(sentence).waitFor();
    expect(await rule().getAttribute('aria-invalid')).toBe('true');
    await shows('The count appears as soon as the rule is complete.');
  });

  test('while saving is said, and nothing is lost', async () => {
    const api = await demo.standIn();
    api.segments = [segment({ name: 'Taken' })];
    await demo.open('/admin/pages/segments?new');
    await demo.page.getByLabel('Name').fill('Taken');
    await demo.page.getByRole('button', { name: 'Save' }).click();
    await demo.page.getByRole('alert').getByText('There is a segment named “Taken” already').waitFor();
    expect(await demo.page.getByLabel('Name').inputValue()).toBe('Taken');
  });

  test('because somebody else was faster offers what they made', async () => {
    const api = await demo.standIn();
    const mine = segment();
    api.segments = [mine];
    await demo.open(`/admin/pages/segments?segment=${mine.id}`);
    await demo.page.getByLabel('Name').fill('Mine');
    api.segments = [{ ...mine, name: 'Theirs', version: 2 }];
    await demo.page.getByRole('button', { name: 'Save' }).click();
    await demo.page.getByRole('button', { name: 'Load the current version' }).click();
    await demo.page.getByRole('heading', { name: 'Theirs' }).waitFor();
    expect(await demo.page.getByLabel('Name').inputValue()).toBe('Theirs');
  });

  test('because the rule was edited during a calculation is no success', async () => {
    const api = await demo.standIn();
    api.segments = [segment()];
    api.instead = ({ path }) =>
      path.includes('/calculate')
        ? {
            status: 200,
            json: { id: 'run', status: 'discarded', joined: null, left: null, member_count: null },
          }
        : undefined;
    await demo.open(`/admin/pages/segments?segment=${segment().id}`);
    await demo.page.getByRole('button', { name: 'Calculate now' }).click();
    await shows('The rule was edited meanwhile, so the result counts for nothing: calculate again.');
  });

  test('with the server can be tried again', async () => {
    const api = await demo.standIn();
    api.segments = [segment()];
    api.instead = () => problem(500, 'internal', 'Something went wrong on the server.');
    await demo.open('/admin/pages/segments');
    await demo.page.getByRole('alert').getByText('Something went wrong on the server.').waitFor();
    api.instead = () => undefined;
    await demo.page.getByRole('button', { name: 'Try again' }).click();
    await demo.page.getByRole('link', { name: 'Returning guests' }).waitFor();
  });

  test('with the connection is said as such', async () => {
    await demo.page.route('**/api/segments?*', (route) => route.abort());
    await demo.open('/admin/pages/segments');
    await demo.page.getByRole('alert').getByText('The server cannot be reached.').waitFor();
  });
});

describe('for everybody', () => {
  test('all of it works by keyboard', async () => {
    const api = await demo.standIn();
    api.segments = [segment()];
    await demo.open('/admin/pages/segments');
    await demo.page.getByRole('link', { name: 'Returning guests' }).waitFor();
    const tabTo = async (name: string | RegExp): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        await demo.page.keyboard.press('Tab');
        const focused = await demo.page.evaluate(
          'document.activeElement.innerText || document.activeElement.id || ""',
        );
        if (String(focused).match(name)) return;
      }
      throw new Error(`Tab does not lead to ${name}.`);
    };
    await tabTo('New segment');
    await demo.page.keyboard.press('Enter');
    await demo.page.getByRole('heading', { name: 'New segment' }).waitFor();
    await tabTo(/^:r/);
    await demo.page.keyboard.type('By keyboard');
    await tabTo('rule');
    await tabTo('Save');
    await demo.page.keyboard.press('Enter');
    await demo.page.getByRole('heading', { name: 'By keyboard' }).waitFor();
    await demo.page.goBack();
    await demo.page.getByRole('heading', { name: 'New segment' }).waitFor();
  });

  test('it speaks German where the browser does, and what is chosen stays', async () => {
    await demo.visit({ locale: 'de-DE' });
    const api = await demo.standIn();
    api.segments = [segment()];
    await demo.open('/admin/pages/segments');
    await demo.page.getByRole('heading', { name: 'Segmente' }).waitFor();
    expect(await demo.page.locator('.number.strong').innerText()).toContain('1.234');
    expect(await demo.page.getAttribute('html', 'lang')).toBe('de');
    await demo.page.getByLabel('Sprache').selectOption('English');
    await demo.page.getByRole('heading', { name: 'Segments' }).waitFor();
    await demo.page.reload();
    await demo.page.getByRole('heading', { name: 'Segments' }).waitFor();
    expect(await demo.page.getAttribute('html', 'lang')).toBe('en');
  });

  test('its colours follow the system, unless somebody chooses', async () => {
    await demo.standIn();
    await demo.open('/admin/pages/segments');
    await demo.page.locator('.card').waitFor();
    const ground = () =>
      demo.page.evaluate('getComputedStyle(document.querySelector(".card")).backgroundColor');
    const light = await ground();
    await demo.page.emulateMedia({ colorScheme: 'dark' });
    await demo.page.waitForFunction(
      (was) => getComputedStyle(document.querySelector('.card') as Element).backgroundColor !== was,
      light,
    );
    await demo.page.getByLabel('Colours').selectOption('Light');
    expect(await ground()).toBe(light);
    await demo.page.reload();
    await demo.page.locator('.card').waitFor();
    expect(await ground()).toBe(light);
  });
});
