/** What edits of single rules answer. */

import { livesIn, memberOf } from '../../../support/segments.js';
import { type Case, type Cases, type MadeCase, nobody, type Scene } from '../case.js';

const route = '/api/segments/{id}/rules';
const rule = livesIn('Docby');
const pair = { match: 'all', rules: ['one', 'two'].map((id) => ({ id, ...rule })) };
const forgotten = {
  match: 'all',
  rules: ['one', 'two'].map((id) => ({ id, field: 'gone', operator: 'is_empty' })),
};

/** Of a new segment whose rule is a pair, `one` and `two`, after something happened to it. */
const ofPair =
  (answer: Case, change?: string, values: readonly unknown[] = []): MadeCase =>
  async ({ app, segment }) => {
    const id = await segment(pair);
    if (change) await app.query(`update segmentation.segments set ${change} where id = $1`, [id, ...values]);
    return { ...answer, at: { id, rule_id: 'one', ...answer.at } };
  };

/** What every edit may be refused with. @param body an edit that is fine at version 1 */
const refused = (body: { readonly version: number }): readonly MadeCase[] => [
  () => ({ status: 404, code: 'segment.not-found', body, at: { id: nobody, rule_id: 'one' } }),
  ofPair({ status: 409, code: 'segment.changed', body: { ...body, version: 7 } }),
  ofPair({ status: 409, code: 'segment.status', body }, `status = 'archived'`),
  ofPair({ status: 409, code: 'segment.no-rule', body }, `type = 'static', rules = null`),
  ofPair({ status: 422, code: 'rule.invalid', body }, 'rules = $2', [JSON.stringify(forgotten)]),
  ofPair({ status: 422, code: 'subject.unknown', body }, `subject = 'ghost'`),
];

async function archived({ app, segment }: Scene): Promise<string> {
  const id = await segment();
  await app.api.post(`/api/segments/${id}/archive`).expect(200);
  return id;
}

/** What rules that speak of segments are refused with as well. */
const refusedRules: readonly MadeCase[] = [
  async (scene) =>
    ofPair({
      status: 409,
      code: 'segment.needs-archived',
      body: { version: 1, rule: memberOf(await archived(scene)) },
    })(scene),
  async ({ segment }) => {
    const id = await segment(pair);
    const body = { version: 1, rule: memberOf(await segment(memberOf(id))) };
    return { status: 422, code: 'segment.cycle', body, at: { id, rule_id: 'one' } };
  },
];

const unknown = (body: object) => ofPair({ status: 404, code: 'rule.not-found', body, at: { rule_id: 'x' } });

export const ruleEditsCases: Cases = {
  [`get ${route}`]: [
    { status: 200 },
    { status: 404, code: 'segment.not-found', at: { id: nobody } },
    ofPair({ status: 409, code: 'segment.no-rule' }, `type = 'static', rules = null`),
  ],
  [`post ${route}`]: [
    ofPair({ status: 201, body: { version: 1, rule } }),
    ...refused({ version: 1, rule } as { version: number }),
    ...refusedRules,
    ofPair({ status: 422, code: 'rule.edit', body: { version: 1, rule, position: 9 } }),
  ],
  [`put ${route}/{rule_id}`]: [
    ofPair({ status: 200, body: { version: 1, position: 1 } }),
    ...refused({ version: 1, rule: livesIn('Elsewhere') } as { version: number }),
    ...refusedRules,
    unknown({ version: 1 }),
    ofPair({ status: 422, code: 'rule.edit', body: { version: 1, position: 9 } }),
  ],
  [`put ${route}/order`]: [
    ofPair({ status: 200, body: { version: 1, order: ['two', 'one'] } }),
    ...refused({ version: 1, order: ['two', 'one'] } as { version: number }),
    ofPair({
      status: 404,
      code: 'rule.not-found',
      body: { version: 1, parent_id: 'x', order: ['one'] },
    }),
    ofPair({ status: 422, code: 'rule.edit', body: { version: 1, order: ['one'] } }),
  ],
  [`delete ${route}/{rule_id}`]: [
    ofPair({ status: 200, body: { version: 1 } }),
    ...refused({ version: 1 }),
    unknown({ version: 1 }),
    async (scene) => {
      const id = await scene.segment({ id: 'all', ...rule });
      return { status: 422, code: 'rule.edit', body: { version: 1 }, at: { id, rule_id: 'all' } };
    },
  ],
};
