/** Estimates: where the exact count does not come at once, that of a sample, marked as one and with its bounds. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { projected } from '../../../src/audience/estimate.js';
import { limits } from '../../../src/audience/evaluation.js';
import { openApplication, type TestApplication } from '../../support/application.js';

const people = 20_000;

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
  await app.query(
    `insert into crm.contacts (tenant_id, external_id, city, score)
     select 1, 'many-' || n, 'Guessby', n % 100 from generate_series(1, $1) n`,
    [people],
  );
  await app.query(
    `insert into crm.orders (tenant_id, contact_id, placed_at, status, total_base)
     select 1, id, '2026-02-01T10:00:00Z', 'paid', score from crm.contacts, generate_series(1, 3) where city = 'Guessby'`,
  );
  await app.query('analyze crm.contacts, crm.orders');
});
afterAll(() => app.close());

const { 'exact count': usual } = limits;
afterEach(() => {
  limits['exact count'] = usual;
});

/** Reads every order: it takes longer than a millisecond anywhere. */
const spent = (amount: number) => ({
  match: 'all',
  rules: [
    { field: 'city', operator: 'equals', value: 'Guessby' },
    { field: 'total_spend', operator: 'greater_than_or_equal', value: amount },
  ],
});

const preview = async (rules: unknown, more: object = {}) =>
  (
    await app.api
      .post('/api/segments/preview')
      .send({ subject: 'contact', rules, ...more })
      .expect(200)
  ).body;

describe('a preview that puts up with an estimate', () => {
  it('is exact where the count comes in time', async () => {
    limits['exact count'] = 60_000;
    const body = await preview(spent(150), { estimate: true });
    expect(body).toMatchObject({ count: people / 2, estimated: false });
    expect(body).not.toHaveProperty('count_low');
  });

  it.each([0, 30, 150, 270])('estimates those who spent %i and more, within bounds', async (amount) => {
    const { count } = await preview(spent(amount), { limit: 0 });
    limits['exact count'] = 1;
    const body = await preview(spent(amount), { estimate: true });
    expect(body.estimated).toBe(true);
    expect(body.count_low).toBeLessThanOrEqual(count);
    expect(body.count_high).toBeGreaterThanOrEqual(count);
    expect(body.count_low).toBeLessThanOrEqual(body.count);
    expect(body.count_high).toBeGreaterThanOrEqual(body.count);
    expect(body.sample).toHaveLength(10);
    for (const { external_id } of body.sample) expect(external_id).toMatch(/^many-/);
  });

  it('says with every rule that nobody matches how many there may be', async () => {
    limits['exact count'] = 1;
    const body = await preview(spent(1000), { estimate: true });
    expect(body).toMatchObject({ count: 0, estimated: true, count_low: 0, sample: [] });
    expect(body.count_high).toBeGreaterThan(0);
    expect(body.count_high).toBeLessThan(people / 20);
  });

  it('goes on counting conditions afterwards, exactly', async () => {
    limits['exact count'] = 1;
    const body = await preview(spent(150), { estimate: true, conditions: true });
    expect(body.conditions).toEqual([
      expect.objectContaining({ path: 'rules[0]', alone: people, so_far: people }),
      expect.objectContaining({ path: 'rules[1]', so_far: people / 2, without: people }),
    ]);
  });
});

describe('the bounds of an estimate', () => {
  it.each([
    ['no sample', 0, 0, 50, 0, 0, 50],
    ['nobody', 0, 100, 10_000, 0, 0, 370],
    ['everybody', 100, 100, 10_000, 10_000, 9630, 10_000],
    ['half of them', 50, 100, 10_000, 5000, 4038, 5962],
    ['a small town, all looked at', 3, 10, 10, 3, 3, 3],
  ])('%s', (_name, hits, sample, everybody, count, low, high) => {
    expect(projected(hits, sample, everybody)).toEqual({ count, low, high });
  });
});
