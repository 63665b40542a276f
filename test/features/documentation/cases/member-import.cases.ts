/** What the import of members answers. */

import { segmentOf } from '../../../support/segments.js';
import { type Case, type Cases, type MadeCase, nobody, type Scene } from '../case.js';

let made = 0;

async function byHand({ app }: Scene, subject = 'contact'): Promise<string> {
  const wanted = { ...segmentOf(`Imported ${++made}`, undefined), subject, type: 'static' };
  return (await app.api.post('/api/segments').send(wanted).expect(201)).body.id;
}

const csv = { 'Content-Type': 'text/csv' };
const lines = 'external_id\ndoc-1\nnobody\n';

const importing =
  (answer: Case, subject?: string): MadeCase =>
  async (scene) => ({ headers: csv, body: lines, ...answer, at: { id: await byHand(scene, subject) } });

const changed =
  (answer: Case, change: string): MadeCase =>
  async (scene) => {
    const id = await byHand(scene);
    await scene.app.query(`update segmentation.segments set ${change} where id = $1`, [id]);
    return { headers: csv, body: lines, ...answer, at: { id } };
  };

/** Breaks off before the form ends. */
const halfForm = {
  headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
  body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nexternal_id',
};

export const memberImportCases: Cases = {
  'post /api/segments/{id}/members/import': [
    importing({ status: 200 }),
    { status: 404, code: 'segment.not-found', at: { id: nobody }, headers: csv, body: lines },
    { status: 409, code: 'segment.dynamic', headers: csv, body: lines },
    changed({ status: 409, code: 'segment.status' }, `status = 'archived'`),
    importing({ status: 422, code: 'import.header-invalid', body: 'name\nx\n' }),
    importing({ status: 422, code: 'import.file-not-csv', body: '"\n' }),
    importing({ status: 422, code: 'import.file-unreadable', ...halfForm }),
    importing({ status: 422, code: 'import.encoding-unknown', query: { encoding: 'klingon' } }),
    importing({ status: 422, code: 'member.no-email', body: 'email\nx\n' }, 'company'),
    changed({ status: 422, code: 'subject.unknown' }, `subject = 'ghost'`),
  ],
};
