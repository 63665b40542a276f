/** What calculations and runs answer. */

import { keys } from '../../../support/application.js';
import { type Cases, nobody } from '../case.js';
import { broken, forgottenField, forgottenSubject } from './audience.cases.js';

export const refreshCases: Cases = {
  'post /api/segments/{id}/calculate': [
    { status: 200, query: { wait: 'true' } },
    { status: 202 },
    { status: 404, code: 'segment.not-found', at: { id: nobody } },
    { status: 409, code: 'as-of.before-last-run', query: { as_of: '2020-01-01T00:00:00Z' } },
    { status: 422, code: 'as-of.invalid', query: { as_of: 'soon' } },
    async ({ app, segment }) => {
      const id = await segment();
      await app.api.post(`/api/segments/${id}/pause`).expect(200);
      return { status: 409, code: 'segment.status', at: { id } };
    },
    broken('rule.invalid', forgottenField),
    broken('subject.unknown', forgottenSubject),
  ],
  'get /api/segments/{id}/runs': [
    { status: 200 },
    { status: 404, code: 'segment.not-found', key: keys.foreign },
  ],
};
