/** What the routes of members, and of people chosen by hand, answer. */

import { segmentOf } from '../../../support/segments.js';
import { type Cases, type MadeCase, nobody, type Scene } from '../case.js';

const missing = { status: 404, code: 'segment.not-found', at: { id: nobody } } as const;

/** A new hybrid segment with `doc-1` in it by hand. */
async function hybrid({ app, segment }: Scene): Promise<string> {
  const id = await segment();
  await app.api.patch(`/api/segments/${id}`).send({ version: 1, type: 'hybrid' }).expect(200);
  await app.api
    .post(`/api/segments/${id}/members`)
    .send({ external_ids: ['doc-1'] })
    .expect(200);
  return id;
}

const inHybrid =
  (
    answer: {
      readonly status: number;
      readonly code?: string;
      readonly body?: object;
      readonly query?: object;
    },
    at = {},
  ) =>
  async (scene: Scene) => ({ ...answer, at: { id: await hybrid(scene), ...at } });

/** Of a hybrid segment after something happened to it. */
const changed =
  (status: number, code: string, change: string, body?: object): MadeCase =>
  async (scene) => {
    const id = await hybrid(scene);
    await scene.app.query(`update segmentation.segments set ${change} where id = $1`, [id]);
    return { status, code, at: { id }, ...(body && { body }) };
  };

const archived = (body?: object) => changed(409, 'segment.status', `status = 'archived'`, body);
const forgotten = (body?: object) => changed(422, 'subject.unknown', `subject = 'ghost'`, body);

const people = { external_ids: ['doc-1', 'doc-9'] };
let companies = 0;

export const membersCases: Cases = {
  'get /api/segments/{id}/members': [
    { status: 200, query: { limit: 1 } },
    { status: 400, code: 'request.cursor', query: { cursor: 'x' } },
    missing,
    { status: 422, code: 'as-of.invalid', query: { as_of: 'soon' } },
    forgotten(),
  ],
  'post /api/segments/{id}/members': [
    inHybrid({ status: 200, body: people }),
    { ...missing, body: people },
    { status: 409, code: 'segment.dynamic', body: people },
    archived(people),
    async ({ app }) => {
      const name = `Companies ${++companies}`;
      const wanted = { ...segmentOf(name, undefined), subject: 'company', type: 'static' };
      const { body } = await app.api.post('/api/segments').send(wanted).expect(201);
      return {
        status: 422,
        code: 'member.no-email',
        body: { emails: ['x@example.com'] },
        at: { id: body.id },
      };
    },
    forgotten(people),
  ],
  'delete /api/segments/{id}/members/{member_id}': [
    inHybrid({ status: 204 }),
    missing,
    inHybrid({ status: 404, code: 'member.not-found' }, { member_id: '0' }),
    { status: 409, code: 'segment.dynamic' },
    archived(),
    forgotten(),
  ],
  'get /api/segments/{id}/pins': [
    inHybrid({ status: 200 }),
    inHybrid({ status: 400, code: 'request.cursor', query: { cursor: 'x' } }),
    missing,
    forgotten(),
  ],
  'delete /api/segments/{id}/pins/{member_id}': [
    inHybrid({ status: 204 }),
    missing,
    inHybrid({ status: 404, code: 'member.not-found' }, { member_id: '0' }),
    async (scene) => {
      const id = await hybrid(scene);
      await scene.app.api.delete(`/api/segments/${id}/pins/${scene.ids.member_id}`).expect(204);
      return { status: 404, code: 'pin.not-found', at: { id } };
    },
    { status: 409, code: 'segment.dynamic' },
    changed(409, 'segment.static', `type = 'static', rules = null`),
    archived(),
    changed(422, 'rule.invalid', `rules = '{"field": "gone", "operator": "is_empty"}'`),
    forgotten(),
  ],
};
