/** The demo application over the small sample, as its callers meet it: over HTTP, each with a key. */

import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createApplication } from '../../src/demo/application.js';
import { readEnvironment } from '../../src/demo/environment.js';
import { migrate } from '../../src/demo/prepare.js';
import type { KeyOptions } from '../../src/index.js';
import { createDatabase, type Template, type TestDatabase } from './database.js';
import { sample } from './sample.js';

export const keys = {
  /** Of tenant 1, with every permission. */
  own: 'key-of-the-restaurant',
  /** Of tenant 2, with every permission. */
  foreign: 'key-of-the-car-dealer',
  /** Of tenant 1, and may only read. */
  reader: 'key-of-a-reader',
  /** Of tenant 1, and may do nothing. */
  powerless: 'key-of-nobody-much',
} as const;

const moreKeys: readonly KeyOptions[] = [
  { name: 'Foreign key', key: keys.foreign, tenant: '2' },
  { name: 'Reader', key: keys.reader, tenant: '1', permissions: ['segments:read', 'catalogue:read'] },
  { name: 'Powerless', key: keys.powerless, tenant: '1', permissions: [] },
];

const secrets = {
  adminPassword: 'a long enough password',
  apiKey: keys.own,
  sessionSecret: '0123456789abcdef'.repeat(4),
  consentSecret: 'fedcba9876543210'.repeat(4),
  generated: {},
};

export type Api = ReturnType<typeof request.agent>;

export interface TestApplication {
  readonly nest: NestExpressApplication;
  readonly database: TestDatabase;
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** Calls with this key; without one if it is undefined. */
  as(key: string | undefined): Api;
  /** Calls with tenant 1's key. */
  readonly api: Api;
  query<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface ApplicationSetUp {
  /** Where the application finds the database, if not where it is. */
  readonly reach?: (url: string) => Promise<string> | string;
  /** What is in it, if not the small sample. */
  readonly template?: Template;
  /** Connections that the application has at most. */
  readonly poolSize?: number;
}

export async function openApplication({
  reach = (url) => url,
  template = sample,
  poolSize,
}: ApplicationSetUp = {}): Promise<TestApplication> {
  const database = await createDatabase({ template });
  if (template !== sample) await migrate(database.url, () => undefined);
  return startApplication(database, await reach(database.url), poolSize);
}

/** Over a database that is ready; `url` is how the application reaches it, and as whom. */
export async function startApplication(
  database: TestDatabase,
  url: string,
  poolSize?: number,
): Promise<TestApplication> {
  const environment = readEnvironment({});
  const options = { url, environment, secrets, tenant: '1', moreKeys, ...(poolSize && { poolSize }) };
  const nest = await createApplication(options);
  await nest.listen(0, '127.0.0.1');
  const address = await nest.getUrl();
  const as = (key: string | undefined): Api => {
    const agent = request.agent(address);
    return key === undefined ? agent : agent.auth(key, { type: 'bearer' });
  };
  return {
    nest,
    database,
    address,
    as,
    api: as(keys.own),
    query: async (sql, values) => (await database.pool.query(sql, values)).rows,
    async close() {
      await nest.close();
      await database.drop();
    },
  };
}
