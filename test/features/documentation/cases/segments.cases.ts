/** What the routes of segments answer. */

import { keys } from '../../../support/application.js';
import { livesIn, memberOf, segmentOf } from '../../../support/segments.js';
import { type Cases, type MadeCase, nobody, noRule, type Scene } from '../case.js';
import { forgottenField, forgottenSubject } from './audience.cases.js';

const missing = { status: 404, code: 'segment.not-found', at: { id: nobody } } as const;

/** Takes a segment there by the routes that lead there, and resolves to its id. */
async function led(scene: Scene, id: string, ...steps: readonly string[]): Promise<string> {
  for (const step of steps) await scene.app.api.post(`/api/segments/${id}/${step}`).expect(200);
  return id;
}

/** Of a new segment that is led there first. */
const after =
  (
    steps: readonly string[],
    answer: { readonly status: number; readonly code?: string; readonly body?: object },
  ) =>
  async (scene: Scene) => ({ ...answer, at: { id: await led(scene, await scene.segment(), ...steps) } });

const archived = (body?: object) =>
  after(['archive'], { status: 409, code: 'segment.status', ...(body && { body }) });

/** An archived segment, and one that is built on it. */
async function builtOnArchived(scene: Scene): Promise<{ needed: string; built: string }> {
  const needed = await scene.segment();
  const built = await scene.segment(memberOf(needed));
  await led(scene, built, 'archive');
  await led(scene, needed, 'archive');
  return { needed, built };
}

async function used(scene: Scene): Promise<string> {
  const id = await scene.segment();
  await scene.segment(memberOf(id));
  return id;
}

async function hybridWithPin(scene: Scene): Promise<string> {
  const id = await scene.segment();
  await scene.app.api.patch(`/api/segments/${id}`).send({ version: 1, type: 'hybrid' }).expect(200);
  const people = { external_ids: ['doc-1'] };
  await scene.app.api.post(`/api/segments/${id}/members`).send(people).expect(200);
  return id;
}

const forgotten =
  (code: string, change: string, body: object = {}): MadeCase =>
  async ({ app, segment }) => {
    const id = await segment();
    await app.query(`update segmentation.segments set ${change} where id = $1`, [id]);
    return { status: 422, code, body, at: { id } };
  };

/** PUT and PATCH are one: of both, what may be left out may be left out. */
const edits = (rename: string): readonly MadeCase[] => [
  async ({ segment }) => ({
    status: 200,
    body: { version: 1, description: 'Edited' },
    at: { id: await segment() },
  }),
  () => ({ ...missing, body: { version: 1 } }),
  () => ({ status: 409, code: 'segment.changed', body: { version: 7 } }),
  () => ({ status: 409, code: 'segment.name-taken', body: { version: 1, name: rename } }),
  archived({ version: 1, name: 'Back' }),
  async (scene) => {
    const body = { version: 1, rules: memberOf((await builtOnArchived(scene)).needed) };
    return { status: 409, code: 'segment.needs-archived', body };
  },
  async (scene) => ({
    status: 409,
    code: 'segment.pins-lost',
    body: { version: 2, type: 'dynamic' },
    at: { id: await hybridWithPin(scene) },
  }),
  after([], { status: 409, code: 'segment.not-calculated', body: { version: 1, type: 'static' } }),
  () => ({ status: 422, code: 'rule.invalid', body: { version: 1, rules: noRule } }),
  () => ({
    status: 422,
    code: 'segment.parts',
    body: { version: 1, type: 'static', rules: livesIn('Docby') },
  }),
  async ({ ids, segment }) => {
    const rules = memberOf(await segment(memberOf(ids.id ?? '')));
    return { status: 422, code: 'segment.cycle', body: { version: 1, rules } };
  },
  forgotten('subject.unknown', forgottenSubject, { version: 1, rules: livesIn('Docby') }),
];

export const segmentsCases: Cases = {
  'post /api/segments': [
    { status: 201, body: segmentOf('New', livesIn('Docby')) },
    { status: 409, code: 'segment.name-taken', body: segmentOf('New', livesIn('Docby')) },
    async (scene) => {
      const { needed } = await builtOnArchived(scene);
      return { status: 409, code: 'segment.needs-archived', body: segmentOf('Late', memberOf(needed)) };
    },
    { status: 422, code: 'rule.invalid', body: segmentOf('Bad', noRule) },
    { status: 422, code: 'segment.parts', body: { ...segmentOf('Bad', livesIn('Docby')), type: 'static' } },
    {
      status: 422,
      code: 'subject.unknown',
      body: { ...segmentOf('Bad', livesIn('Docby')), subject: 'ghost' },
    },
  ],
  'get /api/segments': [
    { status: 200, query: { limit: 2 } },
    { status: 200, type: 'text/csv', query: { format: 'csv' } },
    { status: 400, code: 'request.cursor', query: { cursor: 'x' } },
    { status: 422, code: 'as-of.invalid', query: { created_from: 'soon' } },
    { status: 422, code: 'segments.field-unknown', query: { field: 'cty' } },
  ],
  'get /api/segments/{id}': [
    { status: 200 },
    missing,
    { status: 404, code: 'segment.not-found', key: keys.foreign },
  ],
  'put /api/segments/{id}': edits('New'),
  'patch /api/segments/{id}': edits('New'),
  'delete /api/segments/{id}': [
    after([], { status: 204 }),
    missing,
    async (scene) => ({ status: 409, code: 'segment.in-use', at: { id: await used(scene) } }),
  ],
  'post /api/segments/{id}/duplicate': [
    { status: 201 },
    missing,
    { status: 409, code: 'segment.name-taken', body: { name: 'New' } },
    async (scene) => ({
      status: 409,
      code: 'segment.needs-archived',
      at: { id: (await builtOnArchived(scene)).built },
    }),
    forgotten('rule.invalid', forgottenField),
    forgotten('subject.unknown', forgottenSubject),
  ],
  'post /api/segments/{id}/pause': [after([], { status: 200 }), missing, archived()],
  'post /api/segments/{id}/resume': [after(['pause'], { status: 200 }), missing, archived()],
  'post /api/segments/{id}/deactivate': [after([], { status: 200 }), missing, archived()],
  'post /api/segments/{id}/archive': [
    after([], { status: 200 }),
    missing,
    archived(),
    async (scene) => ({ status: 409, code: 'segment.in-use', at: { id: await used(scene) } }),
  ],
  'post /api/segments/{id}/restore': [
    after(['archive'], { status: 200 }),
    missing,
    after([], { status: 409, code: 'segment.status' }),
    async (scene) => ({
      status: 409,
      code: 'segment.needs-archived',
      at: { id: (await builtOnArchived(scene)).built },
    }),
  ],
  'post /api/segments/{id}/mark-used': [after([], { status: 200 }), missing, archived()],
  'get /api/segments/{id}/usage': [{ status: 200 }, missing],
};
