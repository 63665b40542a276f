/** What comparisons between segments answer. */

import { calculate } from '../../../support/segments.js';
import { type Cases, type MadeCase, nobody } from '../case.js';
import { broken, forgottenSubject } from './audience.cases.js';

let made = 0;

/** A segment of companies beside one of contacts. */
const otherSubject: MadeCase = async ({ app }) => {
  const wanted = { name: `Documented companies ${++made}`, subject: 'company', type: 'static' };
  const { body } = await app.api.post('/api/segments').send(wanted).expect(201);
  return { status: 422, code: 'segment.other-subject', query: { with: body.id } };
};

/** A segment of everyone whose score is a hundred, and the bodies that make something of it. */
const scored: MadeCase = async ({ app, segment }) => {
  await app.query(
    `insert into crm.contacts (tenant_id, external_id, city, score)
     select 1, 'scored-' || n, 'Scoreby', case when n <= 60 then 100 else 0 end from generate_series(1, 120) n
     on conflict do nothing`,
  );
  const id = await segment({ field: 'score', operator: 'equals', value: 100 });
  await calculate(app.api, id);
  return { status: 200, at: { id } };
};
const alike =
  (answer: { readonly status: number; readonly code?: string }, body: object): MadeCase =>
  async (scene) => ({ ...(await scored(scene)), ...answer, body });

export const performanceCases: Cases = {
  'get /api/segments/{id}/overlap': [
    { status: 200 },
    async ({ segment }) => ({ status: 200, query: { with: await segment() } }),
    { status: 404, code: 'segment.not-found', at: { id: nobody } },
    otherSubject,
    broken('subject.unknown', forgottenSubject),
  ],
  'get /api/segments/{id}/compare': [
    { status: 200 },
    async ({ segment }) => ({ status: 200, query: { with: await segment(), fields: 'city,score,tags' } }),
    { status: 404, code: 'segment.not-found', at: { id: nobody } },
    otherSubject,
    { status: 422, code: 'rule.invalid', query: { fields: 'nothing' } },
    { status: 422, code: 'trait.unusable', query: { fields: 'position' } },
    broken('subject.unknown', forgottenSubject),
  ],
  'post /api/segments/{id}/lookalike': [
    alike({ status: 200 }, { fields: ['score', 'city'] }),
    alike({ status: 201 }, { fields: ['score'], name: 'Alike', size: 5 }),
    alike({ status: 409, code: 'segment.name-taken' }, { fields: ['score'], name: 'Alike', size: 5 }),
    alike({ status: 422, code: 'lookalike.nobody' }, { fields: ['score'], name: 'None', threshold: 1 }),
    alike({ status: 422, code: 'lookalike.uninformative' }, { fields: ['vip'], name: 'None', size: 5 }),
    { status: 422, code: 'lookalike.too-few', body: {} },
    { status: 404, code: 'segment.not-found', body: {}, at: { id: nobody } },
    { status: 422, code: 'rule.invalid', body: { fields: ['nothing'] } },
    { status: 422, code: 'trait.unusable', body: { fields: ['position'] } },
    broken('subject.unknown', forgottenSubject, {}),
  ],
  'get /api/segments/{id}/transitions': [
    { status: 200 },
    { status: 200, query: { from: '2026-01-01', to: '2026-01-31' } },
    { status: 404, code: 'segment.not-found', at: { id: nobody } },
    { status: 422, code: 'period.invalid', query: { from: 'soon' } },
    broken('subject.unknown', forgottenSubject),
  ],
};
