/** What comparisons between segments answer. */

import { type Cases, type MadeCase, nobody } from '../case.js';
import { broken, forgottenSubject } from './audience.cases.js';

let made = 0;

/** A segment of companies beside one of contacts. */
const otherSubject: MadeCase = async ({ app }) => {
  const wanted = { name: `Documented companies ${++made}`, subject: 'company', type: 'static' };
  const { body } = await app.api.post('/api/segments').send(wanted).expect(201);
  return { status: 422, code: 'segment.other-subject', query: { with: body.id } };
};

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
  'get /api/segments/{id}/transitions': [
    { status: 200 },
    { status: 200, query: { from: '2026-01-01', to: '2026-01-31' } },
    { status: 404, code: 'segment.not-found', at: { id: nobody } },
    { status: 422, code: 'period.invalid', query: { from: 'soon' } },
    broken('subject.unknown', forgottenSubject),
  ],
};
