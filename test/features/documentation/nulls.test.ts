/** Null in every property of every body that is documented: refused where it means nothing, and never what breaks. */

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openApplication, type TestApplication } from '../../support/application.js';
import { livesIn, makeSegment, settle } from '../../support/segments.js';

interface Property {
  readonly example?: unknown;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly nullable?: boolean;
}
interface Body {
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
}
interface Route {
  readonly requestBody?: {
    readonly content: Record<string, { readonly schema?: { readonly $ref?: string } }>;
  };
}

let app: TestApplication;
/** What `{id}` stands for, by how the path begins. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  app = await openApplication();
  const [member = ''] = await settle(app, 'Nullby', 'null-1');
  ids['/api/consent'] = member;
  ids['/api/segments'] = (await makeSegment(app.api, 'Nulls', livesIn('Nullby'))).id;
  ids['/api/custom-fields'] = await made('/api/custom-fields', {
    subject: 'contact',
    key: 'nulls',
    label: 'Nulls',
    type: 'text',
  });
  ids['/api/column-maps'] = await made('/api/column-maps', {
    name: 'Nulls',
    subject: 'contact',
    format: 'csv',
    columns: [{ field: 'city' }],
  });
});
afterAll(() => app.close());

const made = async (path: string, body: object): Promise<string> =>
  (await app.api.post(path).send(body).expect(201)).body.id;

type Documented = readonly [method: string, path: string, body: Body];

async function documented(): Promise<Documented[]> {
  const { body } = await app.api.get('/api/docs-json').expect(200);
  return Object.entries<Record<string, Route>>(body.paths).flatMap(([path, routes]) =>
    Object.entries(routes).flatMap(([method, { requestBody }]): Documented[] => {
      const name = requestBody?.content['application/json']?.schema?.$ref?.split('/').at(-1);
      return name === undefined ? [] : [[method, path, body.components.schemas[name]]];
    }),
  );
}

const filled = (path: string): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'subject') return 'contact';
    const [, id = '0'] = Object.entries(ids).find(([start]) => path.startsWith(start)) ?? [];
    return name === 'id' ? id : '0';
  });

/** The examples of what is needed, and of everything. */
function examples({ properties = {}, required = [] }: Body): Record<string, unknown>[] {
  const all = Object.entries(properties).filter(([, { example }]) => example !== undefined);
  return [all.filter(([name]) => required.includes(name)), all].map((some) =>
    Object.fromEntries(some.map(([name, { example }]) => [name, example])),
  );
}

/** Of a type of its own, and not of any that a rule or a value may have. */
const isRefused = ({ type, enum: values, nullable }: Property): boolean =>
  nullable !== true && (values !== undefined || (type !== undefined && type !== 'object'));

it('null is never what breaks, and is refused where it means nothing', async () => {
  const wrong: unknown[] = [];
  let tried = 0;
  for (const [method, path, body] of await documented())
    for (const [name, property] of Object.entries(body.properties ?? {}))
      for (const example of examples(body)) {
        const sent = { ...example, [name]: null };
        const { status, body: answer } = await app.api[method as 'post'](filled(path)).send(sent);
        tried += 1;
        if (status >= 500 || (isRefused(property) && status !== 400))
          wrong.push({ method, path, sent, status, answer });
      }
  expect(tried).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});
