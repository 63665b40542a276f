/** What exports and column maps answer. */

import { segmentOf } from '../../../support/segments.js';
import { type Cases, nobody, type Scene } from '../case.js';
import { broken, forgottenSubject } from './audience.cases.js';

const columnMap = (name: string, field = 'email') => ({
  name,
  subject: 'contact',
  format: 'csv',
  columns: [{ field, header: 'Mail' }],
});

let maps = 0;
async function map({ app }: Scene): Promise<{ map_id: string }> {
  const { body } = await app.api
    .post('/api/column-maps')
    .send(columnMap(`Map ${++maps}`))
    .expect(201);
  return { map_id: body.id };
}

async function companies({ app }: Scene): Promise<{ id: string }> {
  const wanted = { ...segmentOf(`Firms ${++maps}`, undefined), subject: 'company', type: 'static' };
  return (await app.api.post('/api/segments').send(wanted).expect(201)).body;
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const missing = { status: 404, code: 'column-map.not-found', at: { map_id: nobody } } as const;

export const exportCases: Cases = {
  'get /api/segments/{id}/export': [
    { status: 200, type: 'text/csv' },
    { status: 200, query: { format: 'json' } },
    { status: 200, type: 'application/x-ndjson', query: { format: 'ndjson', columns: 'email' } },
    { status: 200, type: workbook, query: { format: 'xlsx' } },
    { status: 200, type: 'text/csv', query: { format: 'mailchimp' } },
    { status: 404, code: 'segment.not-found', at: { id: nobody } },
    { status: 422, code: 'export.format-unknown', query: { format: 'docx' } },
    { status: 422, code: 'export.columns', query: { columns: 'nothing' } },
    { status: 422, code: 'export.limit', query: { limit: 1_000_000 } },
    async (scene) => ({
      status: 422,
      code: 'export.roles',
      query: { format: 'mailchimp' },
      at: { id: (await companies(scene)).id },
    }),
    async (scene) => ({
      status: 422,
      code: 'consent.channel-unknown',
      query: { reachable_by: 'email' },
      at: { id: (await companies(scene)).id },
    }),
    { status: 422, code: 'as-of.invalid', query: { as_of: 'soon' } },
    broken('subject.unknown', forgottenSubject),
  ],
  'post /api/column-maps': [
    { status: 201, body: columnMap('New') },
    { status: 409, code: 'column-map.name-taken', body: columnMap('xlsx') },
    { status: 422, code: 'export.columns', body: columnMap('Other', 'nothing') },
    { status: 422, code: 'subject.unknown', body: { ...columnMap('Other'), subject: 'ghost' } },
    {
      status: 422,
      code: 'consent.channel-unknown',
      body: { ...columnMap('Other', 'industry'), subject: 'company', reachable_by: 'email' },
    },
  ],
  'get /api/column-maps': [{ status: 200, query: { limit: 1 } }],
  'get /api/column-maps/{map_id}': [async (scene) => ({ status: 200, at: await map(scene) }), missing],
  'put /api/column-maps/{map_id}': [
    async (scene) => ({
      status: 200,
      body: { version: 1, format: 'json', reachable_by: 'email' },
      at: await map(scene),
    }),
    { ...missing, body: { version: 1 } },
    async (scene) => ({
      status: 409,
      code: 'column-map.changed',
      body: { version: 7, name: 'Stale' },
      at: await map(scene),
    }),
    async (scene) => ({
      status: 409,
      code: 'column-map.name-taken',
      body: { version: 1, name: 'New' },
      at: await map(scene),
    }),
    async (scene) => ({
      status: 422,
      code: 'export.columns',
      body: { version: 1, columns: [{ field: 'nothing' }] },
      at: await map(scene),
    }),
    async (scene) => {
      const at = await map(scene);
      const firms = { subject: 'company', columns: '[{"field": "industry"}]' };
      await scene.app.query(`update segmentation.column_maps set subject = $2, columns = $3 where id = $1`, [
        at.map_id,
        firms.subject,
        firms.columns,
      ]);
      return { status: 422, code: 'consent.channel-unknown', body: { version: 1, reachable_by: 'sms' }, at };
    },
    async (scene) => {
      const at = await map(scene);
      await scene.app.query(`update segmentation.column_maps set subject = 'ghost' where id = $1`, [
        at.map_id,
      ]);
      return { status: 422, code: 'subject.unknown', body: { version: 1, columns: [{ field: 'city' }] }, at };
    },
  ],
  'delete /api/column-maps/{map_id}': [async (scene) => ({ status: 204, at: await map(scene) }), missing],
};
