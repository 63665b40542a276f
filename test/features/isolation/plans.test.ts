/** Rules keep their indexes: in the role that policies exempt, conditions on numbers and on folded texts stay index conditions. */

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TenantDatabase, type TenantRole } from '../../../src/access/tenant-database.js';
import { audience } from '../../../src/rule-language/to-sql/compile.js';
import { asOf } from '../../../src/segments/as-of.js';
import { RuleReader } from '../../../src/segments/rule-reader.js';
import { openApplication, type TestApplication } from '../../support/application.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
  await app.query('create index contacts_score on crm.contacts (tenant_id, score)');
});
afterAll(() => app.close());

/** What a rule looks up in an index: the condition of every index scan of its plan. */
async function indexConditions(rule: object, as: TenantRole): Promise<string> {
  const rules = app.nest.get(RuleReader);
  const { subject, checked } = await rules.read('1', 'contact', rule);
  const { text, values } = audience(checked, await rules.target('1', subject, asOf(undefined)));
  // Over so few rows an index is worth nothing, unless there is no other way.
  const settings = { enable_seqscan: 'off' };
  const lines = await app.nest
    .get(TenantDatabase)
    .within(
      '1',
      (manager) => manager.query<{ 'QUERY PLAN': string }[]>(`explain (costs off) ${text}`, values),
      { as, settings },
    );
  const plan = lines.map((line) => line['QUERY PLAN']);
  return plan.filter((line) => /Index Cond/.test(line)).join('\n');
}

const rules = [
  [
    'a range of numbers',
    { field: 'score', operator: 'between', value: [10, 20] },
    /score\)?(::numeric)? >= .*score\)?(::numeric)? <=/,
  ],
  ['a folded text', { field: 'country', operator: 'equals', value: 'DE' }, /lower\(/],
] as const;

describe.each(rules)('%s', (_, rule, looked) => {
  it('is looked up in its index by the role of evaluation', async () => {
    expect(await indexConditions(rule, 'evaluation')).toMatch(looked);
  });

  it('could not be by the role of requests: that is why there are two', async () => {
    expect(await indexConditions(rule, 'request')).not.toMatch(looked);
  });
});
