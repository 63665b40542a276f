/** What the routes of consents and suppressions answer. */

import { type Cases, nobody, type Scene } from '../case.js';

const agreed = { channel: 'email', opted_in: true, source: 'form' };
const suppressed = { channel: 'email', address: 'jo@example.com' };
const ghost = { subject: 'ghost' };

/** Of Docby. */
const person = ({ ids }: Scene) => ({ subject: 'contact', id: ids.member_id ?? '' });

export const consentCases: Cases = {
  'get /api/consent/{subject}/{id}': [
    (scene) => ({ status: 200, at: person(scene) }),
    { status: 404, code: 'consent.not-found', at: { subject: 'contact', id: '0' } },
    { status: 422, code: 'subject.unknown', at: ghost },
  ],
  'put /api/consent/{subject}/{id}': [
    (scene) => ({ status: 200, body: agreed, at: person(scene) }),
    { status: 404, code: 'consent.not-found', body: agreed, at: { subject: 'contact', id: '0' } },
    { status: 422, code: 'subject.unknown', body: agreed, at: ghost },
    async ({ app }) => {
      const [company] = await app.query<{ id: string }>(
        `insert into crm.companies (tenant_id, external_id, name) values (1, 'documented', 'Documented') returning id`,
      );
      const body = { ...agreed, channel: 'sms' };
      return {
        status: 422,
        code: 'consent.channel-unknown',
        body,
        at: { subject: 'company', id: String(company?.id) },
      };
    },
    (scene) => ({
      status: 422,
      code: 'consent.from-future',
      body: { ...agreed, at: '2126-01-01T00:00:00Z' },
      at: person(scene),
    }),
  ],
  'post /api/suppressions': [
    { status: 201, body: suppressed },
    { status: 422, code: 'suppression.address-invalid', body: { ...suppressed, address: ' ' } },
  ],
  'get /api/suppressions': [{ status: 200, query: { limit: 1 } }],
  'delete /api/suppressions/{id}': [
    async ({ app }) => {
      const sent = { ...suppressed, address: 'lifted@example.com' };
      const { body } = await app.api.post('/api/suppressions').send(sent).expect(201);
      return { status: 204, at: { id: body.id } };
    },
    { status: 404, code: 'suppression.not-found', at: { id: nobody } },
  ],
};
