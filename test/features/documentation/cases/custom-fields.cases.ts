/** Of custom fields: definitions and values. */

import { makeField, optionsOf, putValues } from '../../../support/custom-fields.js';
import { segmentOf } from '../../../support/segments.js';
import { type Case, type Cases, nobody, type Scene } from '../case.js';

const field = { subject: 'contact', label: 'Field', type: 'text' };
let made = 0;
const key = (): string => `documented_${++made}`;

/** A field of its own for a case, as `at` names it. */
const withField =
  (
    asked: Omit<Case, 'at'>,
    then: (scene: Scene, id: string, key: string) => Promise<unknown> = async () => {},
  ) =>
  async (scene: Scene): Promise<Case> => {
    const { id, key: name } = await makeField(scene.app.api, key(), 'selection', {
      options: optionsOf('a', 'b'),
    });
    await then(scene, id, name);
    return { ...asked, at: { id } };
  };

const archive = ({ app }: Scene, id: string) => app.api.post(`/api/custom-fields/${id}/archive`).expect(200);

const ask = async ({ app }: Scene, _: string, name: string) => {
  const rules = { field: `custom.${name}`, operator: 'is_empty' };
  await app.api
    .post('/api/segments')
    .send(segmentOf(`Asks ${name}`, rules))
    .expect(201);
};

/** By hand, since it is kept from coming to be: asked for, and archived. */
const archiveAsked = async (scene: Scene, id: string, name: string) => {
  await ask(scene, id, name);
  await scene.app.query('update segmentation.custom_fields set archived_at = now() where id = $1', [id]);
};

const fill = ({ app, ids }: Scene, _: string, name: string) =>
  putValues(app.api, ids.member_id ?? '', { [name]: 'a' }).expect(200);

const unknown = { status: 404, code: 'custom-field.not-found', at: { id: nobody } };
const values = 'values/{subject}/{record_id}';
const ofMember = ({ ids }: Scene) => ({ subject: 'contact', record_id: ids.member_id ?? '' });
const ofNobody = { subject: 'contact', record_id: '0' };
const ofGhost = { subject: 'ghost', record_id: '1' };

export const customFieldsCases: Cases = {
  'get /api/custom-fields': [
    { status: 200, query: { limit: 1, subject: 'contact', archived: 'false', sort: '-label' } },
    { status: 400, code: 'request.cursor', query: { cursor: 'x' } },
  ],
  'post /api/custom-fields': [
    () => ({ status: 201, body: { ...field, key: key() } }),
    () => ({ status: 409, code: 'custom-field.key-taken', body: { ...field, key: `documented_${made}` } }),
    () => ({ status: 422, code: 'custom-field.invalid', body: { ...field, key: key(), label: ' ' } }),
    () => ({ status: 422, code: 'subject.unknown', body: { ...field, key: key(), subject: 'ghost' } }),
  ],
  'get /api/custom-fields/{id}': [withField({ status: 200 }), unknown],
  'put /api/custom-fields/{id}': [
    withField({ status: 200, body: { version: 1, default: 'a' } }),
    { ...unknown, body: { version: 1 } },
    withField({ status: 409, code: 'custom-field.changed', body: { version: 9 } }),
    withField({ status: 422, code: 'custom-field.invalid', body: { version: 1, default: 'c' } }),
  ],
  'post /api/custom-fields/{id}/archive': [
    withField({ status: 200 }),
    unknown,
    withField({ status: 409, code: 'custom-field.in-use' }, ask),
  ],
  'post /api/custom-fields/{id}/restore': [withField({ status: 200 }, archive), unknown],
  'post /api/custom-fields/{id}/convert': [
    withField({ status: 200, body: { version: 1, type: 'text' } }),
    withField({ status: 200, body: { version: 1, type: 'number', dry_run: true } }, fill),
    { ...unknown, body: { version: 1, type: 'text' } },
    withField({ status: 409, code: 'custom-field.changed', body: { version: 9, type: 'text' } }),
    withField({ status: 409, code: 'custom-field.archived', body: { version: 2, type: 'text' } }, archive),
    withField({ status: 422, code: 'custom-field.invalid', body: { version: 1, type: 'selection' } }),
    withField(
      { status: 422, code: 'custom-field.unconvertible', body: { version: 1, type: 'number' } },
      fill,
    ),
  ],
  'delete /api/custom-fields/{id}': [
    withField({ status: 204 }, archive),
    unknown,
    withField({ status: 409, code: 'custom-field.not-archived' }),
    withField({ status: 409, code: 'custom-field.in-use' }, archiveAsked),
  ],
  [`get /api/custom-fields/${values}`]: [
    (scene) => ({ status: 200, at: ofMember(scene) }),
    { status: 404, code: 'record.not-found', at: ofNobody },
    { status: 422, code: 'subject.unknown', at: ofGhost },
  ],
  [`put /api/custom-fields/${values}`]: [
    (scene) => ({ status: 200, body: { values: {} }, at: ofMember(scene) }),
    { status: 404, code: 'record.not-found', body: { values: {} }, at: ofNobody },
    (scene) => ({
      status: 422,
      code: 'custom-field.invalid',
      body: { values: { no_such: 1 } },
      at: ofMember(scene),
    }),
    { status: 422, code: 'subject.unknown', body: { values: {} }, at: ofGhost },
  ],
};
