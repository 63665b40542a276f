/** What previews and explanations answer. */

import { livesIn, memberOf } from '../../../support/segments.js';
import { type Cases, type MadeCase, nobody, noRule } from '../case.js';

const preview = { subject: 'contact', rules: livesIn('Docby') };

/** Of a segment whose rule, or whose subject, the catalogue no longer knows. */
export const broken =
  (code: string, change: string, body?: object, query?: object): MadeCase =>
  async ({ app, segment }) => {
    const id = await segment();
    await app.query(`update segmentation.segments set ${change} where id = $1`, [id]);
    return { status: 422, code, at: { id }, ...(body && { body }), ...(query && { query }) };
  };

export const forgottenField = `rules = '{"field": "gone", "operator": "is_empty"}'`;
export const forgottenSubject = `subject = 'ghost'`;

export const audienceCases: Cases = {
  'post /api/segments/preview': [
    { status: 200, body: preview },
    { status: 200, body: { ...preview, limit: 0, estimate: true, conditions: true } },
    { status: 200, type: 'application/x-ndjson', body: preview, query: { ids: 'true' } },
    { status: 422, code: 'rule.invalid', body: { ...preview, rules: noRule } },
    { status: 422, code: 'subject.unknown', body: { ...preview, subject: 'ghost' } },
    { status: 422, code: 'as-of.invalid', body: { ...preview, as_of: 'soon' } },
  ],
  'post /api/segments/{id}/impact': [
    { status: 200, body: { rules: livesIn('Docby') } },
    { status: 404, code: 'segment.not-found', body: { rules: livesIn('Docby') }, at: { id: nobody } },
    { status: 422, code: 'rule.invalid', body: { rules: noRule } },
    async ({ app }) => {
      const wanted = { name: 'Static', subject: 'contact', type: 'static' };
      const { body } = await app.api.post('/api/segments').send(wanted).expect(201);
      return { status: 422, code: 'segment.parts', body: { rules: livesIn('Docby') }, at: { id: body.id } };
    },
    async ({ ids, segment }) => {
      const rules = memberOf(await segment(memberOf(ids.id ?? '')));
      return { status: 422, code: 'segment.cycle', body: { rules } };
    },
    { status: 422, code: 'as-of.invalid', body: { rules: livesIn('Docby'), as_of: 'soon' } },
    broken('subject.unknown', forgottenSubject, { rules: livesIn('Docby') }),
  ],
  'get /api/segments/{id}/breakdown': [
    { status: 200, query: { field: 'city' } },
    { status: 404, code: 'segment.not-found', query: { field: 'city' }, at: { id: nobody } },
    { status: 422, code: 'breakdown.field', query: { field: 'position' } },
    { status: 422, code: 'as-of.invalid', query: { field: 'city', as_of: 'soon' } },
    { status: 422, code: 'rule.invalid', query: { field: 'nothing' } },
    broken('subject.unknown', forgottenSubject, undefined, { field: 'city' }),
  ],
  'get /api/segments/{id}/members/{member_id}/explain': [
    { status: 200 },
    { status: 404, code: 'segment.not-found', at: { id: nobody } },
    { status: 404, code: 'member.not-found', at: { member_id: '0' } },
    { status: 422, code: 'as-of.invalid', query: { as_of: 'soon' } },
    broken('rule.invalid', forgottenField),
    broken('subject.unknown', forgottenSubject),
  ],
};
