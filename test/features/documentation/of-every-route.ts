/** The problems that every route has, each with what provokes it: they are tried on all routes alike. */

import { createHash } from 'node:crypto';
import request from 'supertest';
import { wrongKeysOfNetwork } from '../../../src/accounts/key-throttle.js';
import { keys, type TestApplication } from '../../support/application.js';
import type { Case } from './case.js';

export interface GeneralProblem {
  readonly code: string;
  readonly status: number;
  /** A request for it. @param route its method in lower case, and its path with ids in it */
  provoke(
    app: TestApplication,
    route: { readonly method: string; readonly path: string },
  ): Promise<Partial<Case>>;
}

const json = { 'Content-Type': 'application/json' };
/** It looks like a stored key, so that the database is asked. */
const unknownKey = `seg_AAAAAAAA.MQ.${'A'.repeat(43)}`;
const blocked = { 'X-Forwarded-For': '192.0.2.66' };

const simply = (code: string, status: number, sent: Partial<Case>): GeneralProblem => ({
  code,
  status,
  provoke: async () => sent,
});

/** An earlier request with the same key, as it would be stored. */
const earlier = (code: string, status: number, row: Record<string, unknown>): GeneralProblem => ({
  code,
  status,
  async provoke(app, { method, path }) {
    const key = `${code} ${method} ${path}`.replaceAll(' ', '+').slice(-255);
    const asked = `${method.toUpperCase()} ${path}\n`;
    const file = path.endsWith('/import') ? 'external_id\nx\n' : undefined;
    const { request = asked, status = null } = row;
    await app.query(
      `insert into segmentation.idempotency_keys (tenant_id, actor_id, key, request, claim, held_until, status)
       values ('1', $1, sha256($2), sha256(convert_to($3, 'UTF8') || coalesce(sha256($5), '')), gen_random_uuid(),
         now() + interval '1 hour', $4)`,
      // What a file is, is known once its request has ended.
      [actorOf(keys.own), key, request, status, status === null ? null : (file ?? null)],
    );
    const headers = { 'Idempotency-Key': key };
    return file === undefined
      ? { headers }
      : { headers: { ...headers, 'Content-Type': 'text/csv' }, body: file };
  },
});

const actorOf = (key: string): string => `key:${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;

export const generalProblems: readonly GeneralProblem[] = [
  simply('request.malformed', 400, { body: '{', headers: json }),
  simply('request.invalid', 400, {
    query: { no_such: '1' },
    body: { no_such: 1 },
    headers: { 'Idempotency-Key': 'not one' },
  }),
  simply('access.unauthenticated', 401, { key: undefined }),
  simply('access.forbidden', 403, { key: keys.powerless }),
  {
    code: 'access.foreign-origin',
    status: 403,
    provoke: async (app) => ({ key: undefined, headers: { Cookie: await signIn(app) } }),
  },
  simply('workspace.not-found', 404, { query: { workspace_id: 'x' } }),
  simply('request.too-large', 413, { body: `"${'x'.repeat(3_000_000)}"`, headers: json }),
  simply('request.unsupported-media-type', 415, {
    body: '{}',
    headers: { ...json, 'Content-Encoding': 'x' },
  }),
  {
    code: 'access.too-many-attempts',
    status: 429,
    provoke: async (app) => {
      await tryKeys(app);
      return { key: 'one too many', headers: blocked };
    },
  },
  earlier('request.in-flight', 409, {}),
  earlier('request.answer-not-kept', 409, { status: 200 }),
  earlier('request.idempotency-key-reused', 422, { request: 'another' }),
  simply('internal', 500, { key: unknownKey }),
];

const cookies = new WeakMap<TestApplication, Promise<string>>();

function signIn(app: TestApplication): Promise<string> {
  const known = cookies.get(app) ?? begin(app);
  cookies.set(app, known);
  return known;
}

async function begin({ address }: TestApplication): Promise<string> {
  const answer = await request(address)
    .post('/admin/login')
    .set('Origin', address)
    .type('form')
    .send({ email: 'admin@example.com', password: 'a long enough password' })
    .redirects(0);
  // The first one takes back whatever session came along.
  return [answer.headers['set-cookie']].flat().at(-1)?.split(';')[0] ?? '';
}

const tried = new WeakSet<TestApplication>();

async function tryKeys(app: TestApplication): Promise<void> {
  if (tried.has(app)) return;
  tried.add(app);
  for (let n = 0; n < wrongKeysOfNetwork; n++)
    await app.as(`guess-${n}`).get('/api/catalogue').set(blocked).expect(401);
}
