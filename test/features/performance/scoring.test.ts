/** Scoring in SQL is the model itself, whatever it weighs. */

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Actor } from '../../../src/access/actor.js';
import { Evaluation } from '../../../src/audience/evaluation.js';
import { Ledger } from '../../../src/members/ledger.repository.js';
import { type Model, similarity, trained } from '../../../src/performance/lookalike/model.js';
import { similarities } from '../../../src/performance/lookalike/scoring.js';
import { outsiders } from '../../../src/performance/traits/outsiders.js';
import { sampled } from '../../../src/performance/traits/sample.js';
import { TraitReader } from '../../../src/performance/traits/trait-reader.js';
import { sql } from '../../../src/rule-language/to-sql/sql.js';
import { asOf } from '../../../src/segments/as-of.js';
import { RuleReader } from '../../../src/segments/rule-reader.js';
import { openApplication, type TestApplication } from '../../support/application.js';
import { calculate, makeSegment } from '../../support/segments.js';

let app: TestApplication;
beforeAll(async () => {
  app = await openApplication();
});
afterAll(() => app.close());
const actor: Actor = { id: 'test', name: 'Test', tenant: '1', permissions: new Set() };

it('gives everybody the similarity that the model gives them', async () => {
  await app.query(
    `insert into crm.contacts (tenant_id, external_id, score) select 1, 'odd-' || n, n::numeric
     from unnest(array['9e29', '-9e29', '0', '1e-120']) n`,
  );
  const { id } = await makeSegment(app.api, 'Regulars', {
    related: 'orders',
    measure: 'count',
    operator: 'greater_than_or_equal',
    value: 3,
  });
  await calculate(app.api, id);
  const rules = app.nest.get(RuleReader);
  const target = await rules.target('1', rules.subject('contact'), asOf(undefined));
  const { traits } = await app.nest.get(TraitReader).choose(actor, target, undefined);
  const ids = app.nest.get(Ledger).members(target.subject, '1', id);
  const [told, reckoned, model] = await app.nest.get(Evaluation).read('1', async (ask) => {
    const members = await sampled(ask, target, ids, traits, 5000);
    const others = await sampled(ask, target, outsiders(target, ids), traits, 5000);
    const { model } = await trained(members, others);
    const scores = [members, others].flatMap((sample) =>
      Array.from({ length: sample.size }, (_none, place) => similarity(model, sample, place)),
    );
    const rows = await ask<{ similarity: number }>(
      sql`select similarity from (${similarities(target, traits, model)}) s`,
    );
    return [rows.map((row) => row.similarity), scores, model] as const;
  });
  const kinds = new Set(
    (model as Model).weighed.map(({ feature }) => `${feature.kind} ${traits[feature.trait]?.observed}`),
  );
  expect([...kinds]).toEqual(
    expect.arrayContaining(['number number', 'number days', 'value text', 'value texts', 'missing number']),
  );
  const inOrder = (scores: readonly number[]): number[] => [...scores].sort((one, other) => one - other);
  const [left, right] = [inOrder(told), inOrder(reckoned)];
  expect(left).toHaveLength(right.length);
  for (const [place, score] of left.entries()) expect(score).toBeCloseTo(right[place] ?? -1, 9);
});
