/** Two tenants' requests take turns on two connections: no answer is ever mixed with the other's. */

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { keys, openApplication, type TestApplication } from '../../support/application.js';
import { livesIn } from '../../support/segments.js';
import { hidden, plant, type Things } from './planted.js';

let app: TestApplication;
let tenants: readonly { readonly key: string; readonly things: Things; readonly name: string }[];

beforeAll(async () => {
  app = await openApplication({ poolSize: 2 });
  tenants = [
    { key: keys.own, things: await plant(app, keys.own), name: `${hidden.word}-1` },
    { key: keys.foreign, things: await plant(app, keys.foreign), name: `${hidden.word}-2` },
  ];
});
afterAll(() => app.close());

const requests = 2000;
/** As many wait for the two connections at a time. */
const together = 50;

/** What tenants ask in turn; each answer names the contact or the segment that is planted in theirs. */
function ask(number: number): { readonly name: string; readonly answer: () => Promise<Response> } {
  const tenant = tenants[number % 2];
  if (!tenant) throw new Error('There are two tenants.');
  const { key, things, name } = tenant;
  const segment = `/api/segments/${things['/api/segments/{id}']}`;
  const member = things['/api/segments/{id}/members/{member_id}'];
  const api = app.as(key);
  const preview = { subject: 'contact', rules: livesIn(hidden.city), limit: 100 };
  const kinds = [
    () => api.get(segment),
    () => api.get(`${segment}/members`),
    () => api.post('/api/segments/preview').send(preview),
    () => api.get(`${segment}/members/${member}/explain`),
    () => api.get('/api/segments'),
  ];
  const kind = kinds[Math.floor(number / 2) % kinds.length];
  if (!kind) throw new Error('A number modulo their count is the place of one.');
  return { name, answer: async () => kind().expect(200) };
}

it('2,000 requests of two tenants over a pool of two connections', async () => {
  const other: Readonly<Record<string, string>> = {
    [`${hidden.word}-1`]: `${hidden.word}-2`,
    [`${hidden.word}-2`]: `${hidden.word}-1`,
  };
  let next = 0;
  const mixed: string[] = [];
  const worker = async (): Promise<void> => {
    for (let number = next++; number < requests; number = next++) {
      const { name, answer } = ask(number);
      const { text } = await answer();
      if (!text.includes(`"${name}"`) || text.includes(`"${other[name]}"`)) mixed.push(`${number}: ${text}`);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  expect(mixed).toEqual([]);
  expect(next).toBeGreaterThanOrEqual(requests);
}, 120_000);
