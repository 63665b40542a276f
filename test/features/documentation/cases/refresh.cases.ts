/** What calculations and runs answer. */

import { keys } from '../../../support/application.js';
import { calculate } from '../../../support/segments.js';
import { type Cases, type MadeCase, nobody } from '../case.js';
import { broken, forgottenField, forgottenSubject } from './audience.cases.js';

/** Of a segment that is calculated as of instants that are named, and has been. */
const manual =
  (status: number, code: string, as_of: string): MadeCase =>
  async ({ app, segment }) => {
    const id = await segment();
    await app.api.patch(`/api/segments/${id}`).send({ version: 1, schedule: 'manual' }).expect(200);
    await calculate(app.api, id);
    return { status, code, at: { id }, query: { as_of } };
  };

export const refreshCases: Cases = {
  'post /api/segments/{id}/calculate': [
    { status: 200, query: { wait: 'true' } },
    { status: 202 },
    { status: 404, code: 'segment.not-found', at: { id: nobody } },
    manual(409, 'as-of.before-last-run', '2020-01-01T00:00:00Z'),
    { status: 409, code: 'as-of.schedule', query: { as_of: '2020-01-01T00:00:00Z' } },
    manual(422, 'as-of.in-future', '2126-01-01T00:00:00Z'),
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
    { status: 200, query: { limit: 1 } },
    { status: 404, code: 'segment.not-found', key: keys.foreign },
  ],
};
