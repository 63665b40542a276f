/** What each condition of a rule contributes to its count: alone, with those before it, and if it were removed. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { limits } from '../../../src/audience/evaluation.js';
import { openApplication, type TestApplication } from '../../support/application.js';
import { livesIn, settle } from '../../support/segments.js';

let app: TestApplication;
let everyone: number;
beforeAll(async () => {
  app = await openApplication();
  // Ten people: all in the town, the first six VIPs, the first three of them (and two more) with a tier.
  await settle(app, 'Countby', ...Array.from({ length: 10 }, (_none, n) => `count-${n}`));
  await app.query(
    `update crm.contacts set vip = substr(external_id, 7)::integer < 6,
       loyalty_tier = case when substr(external_id, 7)::integer in (0, 1, 2, 8, 9) then 'gold' end
     where city = 'Countby'`,
  );
  await app.query(`update crm.contacts set vip = false, loyalty_tier = null where city <> 'Countby'`);
  [{ everyone } = { everyone: 0 }] = await app.query<{ everyone: number }>(
    'select count(*)::integer as everyone from crm.contacts where tenant_id = 1',
  );
});
afterAll(() => app.close());

const inTown = livesIn('Countby');
const isVip = { field: 'vip', operator: 'equals', value: true };
const hasTier = { field: 'loyalty_tier', operator: 'is_not_empty' };
const group = (match: unknown, ...rules: unknown[]) => ({ match, rules });

const preview = (rules: unknown, more: object = {}) =>
  app.api
    .post('/api/segments/preview')
    .send({ subject: 'contact', rules, conditions: true, ...more })
    .expect(200);

describe('the conditions of a rule', () => {
  it.each([
    ['one condition', inTown, 10, [['', 10, 10, 'everyone']]],
    [
      'all',
      group('all', inTown, isVip, hasTier),
      3,
      [
        ['rules[0]', 10, 10, 3],
        ['rules[1]', 6, 6, 5],
        ['rules[2]', 5, 3, 6],
      ],
    ],
    [
      'any',
      group('any', isVip, hasTier),
      8,
      [
        ['rules[0]', 6, 6, 5],
        ['rules[1]', 5, 8, 6],
      ],
    ],
    [
      'a group within',
      group('all', inTown, group('none', isVip, hasTier)),
      2,
      [
        ['rules[0]', 10, 10, 'the others'],
        ['rules[1]', 'the others', 2, 10],
        ['rules[1].rules[0]', 6, 4, 5],
        ['rules[1].rules[1]', 5, 2, 4],
      ],
    ],
    [
      'a group that is empty without its only condition',
      group('all', inTown, group('all', isVip)),
      6,
      [
        ['rules[0]', 10, 10, 6],
        ['rules[1]', 6, 6, 10],
        ['rules[1].rules[0]', 6, 6, 10],
      ],
    ],
    [
      'so many of them',
      group({ at_least: 2 }, inTown, isVip, hasTier),
      8,
      [
        ['rules[0]', 10, 0, 3],
        ['rules[1]', 6, 6, 5],
        ['rules[2]', 5, 8, 6],
      ],
    ],
    [
      'a condition that is disabled is none',
      group('all', inTown, { ...isVip, disabled: true }, hasTier),
      5,
      [
        ['rules[0]', 10, 10, 5],
        ['rules[2]', 5, 5, 10],
      ],
    ],
  ])('%s', async (_name, rules, count, expected) => {
    const known: Record<string, number> = { everyone, 'the others': everyone - 8 };
    const { body } = await preview(rules);
    expect(body.count).toBe(count);
    expect(body.conditions).toEqual(
      (expected as (string | number)[][]).map(([path, ...counts]) => {
        const [alone, so_far, without] = counts.map((it) => known[it] ?? it);
        return { path, alone, so_far, without, timed_out: false };
      }),
    );
  });

  it('are counted only when that is asked for', async () => {
    const { body } = await preview(inTown, { conditions: false });
    expect(body).not.toHaveProperty('conditions');
  });

  describe('when time is up', () => {
    const { 'condition counts': usual } = limits;
    afterEach(() => {
      limits['condition counts'] = usual;
    });

    it('are null but for what is known already, and the rule is counted all the same', async () => {
      limits['condition counts'] = 0;
      const { body } = await preview(group('all', inTown, isVip));
      expect(body).toMatchObject({
        count: 6,
        conditions: [
          { path: 'rules[0]', alone: null, so_far: null, without: null, timed_out: true },
          { path: 'rules[1]', alone: null, so_far: 6, without: null, timed_out: true },
        ],
      });
    });
  });
});
