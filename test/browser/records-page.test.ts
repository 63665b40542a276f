/** The host's records in a browser: AdminJS's screens over our adapter. */

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Demo } from './demo.js';

let demo: Demo;
beforeAll(async () => {
  demo = await Demo.start();
}, 120_000);
afterAll(() => demo?.stop());
beforeEach(() => demo.visit());
afterEach(() => expect(demo.complaints).toEqual([]));

const birthday = async (): Promise<unknown> =>
  (await demo.database.pool.query('SELECT birthday::text FROM crm.contacts WHERE id = 40')).rows[0].birthday;

test('they are listed, and lead to those they refer to', async () => {
  await demo.open('/admin/resources/orders');
  await demo.page.getByRole('link', { name: 'Person 01' }).first().click();
  await demo.page.waitForURL(/contacts\/records\/1\/show/);
  await demo.page.getByText('p1@example.com').waitFor();
});

test.each(['Europe/Berlin', 'America/New_York'])(
  'a date is stored as it is typed in %s',
  async (timezoneId) => {
    await demo.visit({ timezoneId });
    await demo.open('/admin/resources/contacts/records/40/edit');
    await demo.page.getByLabel('Birthday').fill('1990-06-15');
    await demo.page.getByRole('button', { name: 'Save' }).click();
    await demo.page.waitForURL(/resources\/contacts\?/);
    expect(await birthday()).toBe('1990-06-15');
  },
);

test('a field that does not fit says so where it is', async () => {
  await demo.open('/admin/resources/contacts/records/40/edit');
  await demo.page.getByLabel('Score').fill('a lot');
  await demo.page.getByRole('button', { name: 'Save' }).click();
  await demo.page.getByText('This is not a number.').waitFor();
});

test('they are filtered by a period of dates', async () => {
  await demo.open('/admin/resources/contacts');
  await demo.page.getByText('Person 40').waitFor();
  await demo.page.locator('[data-css=contacts-filter-button]').click();
  await demo.page.getByLabel('Birthday: From').fill('1990-06-15');
  await demo.page.getByLabel('Birthday: To').fill('1990-06-15');
  await demo.page.locator('[data-css=contacts-filter-drawer-button-apply]').click();
  await demo.page.getByText('Person 39').waitFor({ state: 'detached' });
  await demo.page.getByText('Person 40').waitFor();
});

test('a filter that does not fit is refused in words', async () => {
  await demo.open('/admin/resources/contacts?filters.score=many');
  await demo.page.getByText('score: write 42, >= 42 or 10..20.').waitFor();
});
