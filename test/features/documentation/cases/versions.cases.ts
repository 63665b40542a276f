/** What the versions of segments answer. */

import { livesIn, memberOf, segmentOf } from '../../../support/segments.js';
import { type Cases, type MadeCase, nobody, type Scene } from '../case.js';

const versions = '/api/segments/{id}/versions';
const missing = { status: 404, code: 'segment.not-found', at: { id: nobody, version: '1' } } as const;
const elsewhere = { rules: livesIn('Elsewhere') };

/** A segment at its second version. @param change what makes it the second */
async function edited({ app, segment }: Scene, change: object = elsewhere, rules?: object): Promise<string> {
  const id = await segment(rules);
  await app.api
    .patch(`/api/segments/${id}`)
    .send({ version: 1, ...change })
    .expect(200);
  return id;
}

/** Bringing back the first version, once something stands in the way. */
const inTheWay =
  (status: number, code: string, prepare: (scene: Scene) => Promise<string>): MadeCase =>
  async (scene) => ({ status, code, body: { version: 2 }, at: { id: await prepare(scene), version: '1' } });

export const versionsCases: Cases = {
  [`get ${versions}`]: [{ status: 200 }, missing],
  [`get ${versions}/{version}`]: [
    { status: 200, at: { version: '1' } },
    missing,
    { status: 404, code: 'version.not-found', at: { version: '99' } },
  ],
  [`post ${versions}/{version}/restore`]: [
    async (scene) => ({ status: 200, body: { version: 2 }, at: { id: await edited(scene), version: '1' } }),
    { ...missing, body: { version: 1 } },
    { status: 404, code: 'version.not-found', body: { version: 1 }, at: { version: '99' } },
    { status: 409, code: 'segment.changed', body: { version: 7 }, at: { version: '1' } },
    inTheWay(409, 'segment.name-taken', async (scene) => {
      const id = await edited(scene, { name: 'Renamed' });
      const { body } = await scene.app.api.get(`/api/segments/${id}/versions/1`).expect(200);
      await scene.app.api
        .post('/api/segments')
        .send(segmentOf(body.name, livesIn('Docby')))
        .expect(201);
      return id;
    }),
    inTheWay(409, 'segment.status', async (scene) => {
      const id = await edited(scene);
      await scene.app.api.post(`/api/segments/${id}/archive`).expect(200);
      return id;
    }),
    inTheWay(409, 'segment.needs-archived', async (scene) => {
      const needed = await scene.segment();
      const id = await edited(scene, elsewhere, memberOf(needed));
      await scene.app.api.post(`/api/segments/${needed}/archive`).expect(200);
      return id;
    }),
    inTheWay(409, 'segment.pins-lost', async (scene) => {
      const id = await edited(scene, { type: 'hybrid' });
      const people = { external_ids: ['doc-1'] };
      await scene.app.api.post(`/api/segments/${id}/members`).send(people).expect(200);
      return id;
    }),
    inTheWay(409, 'segment.not-calculated', async ({ app }) => {
      const wanted = { ...segmentOf('Was static', undefined), type: 'static' };
      const { id } = (await app.api.post('/api/segments').send(wanted).expect(201)).body;
      const change = { version: 1, type: 'hybrid', ...elsewhere };
      await app.api.patch(`/api/segments/${id}`).send(change).expect(200);
      return id;
    }),
    inTheWay(422, 'rule.invalid', async (scene) => {
      const id = await edited(scene);
      const gone = JSON.stringify({ field: 'gone', operator: 'is_empty' });
      const first = 'where segment_id = $1 and version = 1';
      await scene.app.query(`update segmentation.segment_versions set rules = $2 ${first}`, [id, gone]);
      return id;
    }),
    inTheWay(422, 'segment.cycle', async (scene) => {
      const other = await scene.segment();
      const id = await edited(scene, elsewhere, memberOf(other));
      await scene.app.api
        .patch(`/api/segments/${other}`)
        .send({ version: 1, rules: memberOf(id) })
        .expect(200);
      return id;
    }),
    inTheWay(422, 'subject.unknown', async (scene) => {
      const id = await edited(scene);
      await scene.app.query(`update segmentation.segments set subject = 'ghost' where id = $1`, [id]);
      return id;
    }),
  ],
};
