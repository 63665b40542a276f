/** What the routes of API keys and of the audit answer. */

import { type Cases, nobody, type Scene } from '../case.js';

const apiKey = { name: 'Key', scopes: ['segments:read'] };

const made = async ({ app }: Scene): Promise<{ id: string; key: string }> =>
  (
    await app.api
      .post('/api/api-keys')
      .send({ name: 'Made', scopes: ['accounts:manage'] })
      .expect(201)
  ).body;

export const accountsCases: Cases = {
  'post /api/api-keys': [
    { status: 201, body: apiKey },
    async (scene) => ({
      status: 403,
      code: 'api-key.scope-not-held',
      body: apiKey,
      key: (await made(scene)).key,
    }),
    { status: 422, code: 'api-key.expiry', body: { ...apiKey, expires_at: 'soon' } },
  ],
  'get /api/api-keys': [{ status: 200 }],
  'get /api/audit': [{ status: 200, query: { limit: 1 } }],
  'delete /api/api-keys/{id}': [
    async (scene) => ({ status: 204, at: { id: (await made(scene)).id } }),
    { status: 404, code: 'api-key.not-found', at: { id: nobody } },
  ],
};
