/** What a tenant has that no other may see: one of each thing that a route names, and a print of all its rows. */

import { type Api, keys, type TestApplication } from '../../support/application.js';
import { calculate, livesIn, segmentOf } from '../../support/segments.js';

/** Ids, each by the address it stands at the end of. */
export type Things = Readonly<Record<string, string>>;

/** In whatever tenants have: whoever sees one of these words sees what is not theirs. */
export const hidden = { word: 'hidden', city: 'Hidham' } as const;

let planted = 0;

/** Everything anew, with a name of its own. */
export async function plant(app: TestApplication, key: string): Promise<Things> {
  const tenant = key === keys.foreign ? 2 : 1;
  const api = app.as(key);
  const name = `${hidden.word}-${++planted}`;
  const [contact] = await app.query<{ id: string }>(
    `insert into crm.contacts (tenant_id, external_id, first_name, city) values ($1, $2, $2, $3) returning id`,
    [tenant, name, hidden.city],
  );
  const person = String(contact?.id);
  const segment = await segmentNamed(api, name);
  return {
    '/api/api-keys/{id}': await made(api, '/api/api-keys', { name, scopes: ['segments:read'] }),
    '/api/column-maps/{map_id}': await made(api, '/api/column-maps', {
      name,
      subject: 'contact',
      format: 'csv',
      columns: [{ field: 'email', header: name }],
    }),
    // The same in every tenant, and so no secret of any.
    '/api/consent/{subject}': 'contact',
    '/api/consent/{subject}/{id}': person,
    '/api/custom-fields/{id}': await fieldNamed(api, name, person),
    '/api/custom-fields/values/{subject}': 'contact',
    '/api/custom-fields/values/{subject}/{record_id}': person,
    '/api/segments/{id}': segment,
    // Every segment has a first version.
    '/api/segments/{id}/versions/{version}': '1',
    '/api/segments/{id}/rules/{rule_id}': await ruleOf(api, segment),
    '/api/segments/{id}/members/{member_id}': person,
    '/api/segments/{id}/pins/{member_id}': person,
    '/api/subjects/{subject}': 'contact',
    '/api/subjects/{subject}/{id}': person,
    '/api/suppressions/{id}': await made(api, '/api/suppressions', {
      channel: 'email',
      address: `${name}@example.com`,
    }),
  };
}

async function made(api: Api, path: string, body: object): Promise<string> {
  return (await api.post(path).send(body).expect(201)).body.id;
}

/** The id of a segment’s whole rule. */
async function ruleOf(api: Api, segment: string): Promise<string> {
  return (await api.get(`/api/segments/${segment}/rules`).expect(200)).body.items[0].id;
}

/** With a value, so that there is something to see. */
async function fieldNamed(api: Api, name: string, person: string): Promise<string> {
  const key = name.replace('-', '_');
  const field = { subject: 'contact', key, label: name, type: 'text' };
  const id = await made(api, '/api/custom-fields', field);
  await api
    .put(`/api/custom-fields/values/contact/${person}`)
    .send({ values: { [key]: name } })
    .expect(200);
  return id;
}

/** By rule and by hand, so that whatever can be done with a segment can be done with it. */
async function segmentNamed(api: Api, name: string): Promise<string> {
  const segment = { ...segmentOf(name, livesIn(hidden.city)), type: 'hybrid' };
  const id = await made(api, '/api/segments', segment);
  await calculate(api, id);
  return id;
}

/** Another whenever anything of the tenant's changes, in whatever table. */
export async function printOf(app: TestApplication, tenant: string): Promise<Record<string, string>> {
  const tables = await app.query<{ name: string }>(
    `select attrelid::regclass::text as name from pg_attribute join pg_class c on c.oid = attrelid
     where attname = 'tenant_id' and c.relkind = 'r' order by 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await app.query<{ print: string }>(
      `select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as print from ${name} t
       where tenant_id::text = $1`,
      [tenant],
    );
    prints[name] = row?.print ?? '';
  }
  return prints;
}

/** Statements run as the database user, whom row-level security does not stop here: what is left is the engine's scoping. */
export async function withoutRoles(app: TestApplication): Promise<void> {
  await app.query('revoke usage on schema segmentation from segmentation_request, segmentation_evaluation');
}
