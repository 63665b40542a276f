/** A host whose records are shown twice, at `/stock` and at `/admin`, and a visitor who tries the same on both. */

import './stock-environment.js';
import type { INestApplication } from '@nestjs/common';
import type { Action } from 'adminjs';
import request, { type Response, type Test } from 'supertest';
import type { PersonOptions } from '../../../src/accounts/accounts.options.js';
import { startBackOffice } from '../../support/back-office.js';
import type { TestDatabase } from '../../support/database.js';
import { Customer, Position, records } from './shop.js';

export const admin: PersonOptions = {
  email: 'admin@example.com',
  password: 'a long enough password',
  name: '</script><b id="broken-out">',
  tenant: '1',
};
/** May sign in, and nothing else. */
export const powerless: PersonOptions = {
  ...admin,
  email: 'powerless@example.com',
  name: 'Powerless',
  permissions: [],
};

/** What the stock set-up was seen to do. */
export const seen = { beforeHooks: 0, loginTypes: [] as string[] };

const forbidden = async (): Promise<boolean> => false;

/** As the documentation of AdminJS sets it up. */
async function stockModule() {
  const { default: AdminJS } = await import('adminjs');
  const { Database, Resource } = await import('@adminjs/typeorm');
  const { AdminModule, ExpressLoader } = await import('@adminjs/nestjs');
  AdminJS.registerAdapter({ Database, Resource });
  const people = [admin, powerless];
  const list = { isAccessible: forbidden as unknown as Action<never>['isAccessible'] };
  const show = { isAccessible: false, before: countHook };
  return AdminModule.createAdmin({
    customLoader: ExpressLoader,
    adminJsOptions: {
      rootPath: '/stock',
      loginPath: '/stock/login',
      logoutPath: '/stock/logout',
      resources: [
        { resource: Customer, options: { id: 'customers', properties: { secret: { isVisible: false } } } },
        { resource: Customer, options: { id: 'guarded', actions: { list, show } } },
        { resource: Position, options: { id: 'positions' } },
      ],
    },
    sessionOptions: { secret: '', resave: false, saveUninitialized: true },
    auth: {
      cookieName: 'stock',
      cookiePassword: 'a secret of the host that is long enough',
      authenticate: async (email: unknown, password: unknown) => {
        seen.loginTypes.push(typeof email, typeof password);
        const person = people.find((known) => known.email === email && known.password === password);
        return person ? { ...person, title: person.name } : null;
      },
    },
  });
}

function countHook<T>(request: T): T {
  seen.beforeHooks++;
  return request;
}

export async function startBoth(database: TestDatabase): Promise<INestApplication> {
  return startBackOffice({
    database,
    entities: [Customer, Position],
    people: [admin, powerless],
    records,
    imports: [await stockModule()],
    prepare: (application) =>
      application.use(
        (_request: unknown, response: { setHeader(n: string, v: string): void }, next: () => void) => {
          response.setHeader('X-Host', 'was here');
          next();
        },
      ),
  });
}

export class Visitor {
  private readonly server: string;

  constructor(
    application: INestApplication,
    /** `/stock` or `/admin`. */
    readonly path: string,
    readonly cookie = '',
  ) {
    const { port } = application.getHttpServer().address();
    this.server = `http://127.0.0.1:${port}`;
  }

  withCookie(application: INestApplication, cookie: string): Visitor {
    return new Visitor(application, this.path, cookie);
  }

  get(path: string): Test {
    return request(this.server).get(`${this.path}${path}`).set('Cookie', this.cookie).redirects(0);
  }

  /** As a page of the host itself sends it; a test may say otherwise. */
  post(path: string): Test {
    return request(this.server)
      .post(`${this.path}${path}`)
      .set('Cookie', this.cookie)
      .set('Origin', this.server)
      .redirects(0);
  }

  head(path: string): Test {
    return request(this.server).head(`${this.path}${path}`).set('Cookie', this.cookie).redirects(0);
  }

  async login(
    application: INestApplication,
    { email, password } = admin as { email: string; password: string },
  ) {
    const answer = await this.post('/login').type('form').send({ email, password });
    return this.withCookie(application, cookieOf(answer) || this.cookie);
  }

  list(resource: string, query = ''): Test {
    return this.get(`/api/resources/${resource}/actions/list?${query}`);
  }

  async change(
    resource: string,
    id: string,
    fields: Record<string, string>,
    action = 'edit',
  ): Promise<Response> {
    const form = this.post(`/api/resources/${resource}/records/${encodeURIComponent(id)}/${action}`);
    for (const [name, value] of Object.entries(fields)) form.field(name, value);
    return form;
  }

  async create(resource: string, fields: Record<string, string>, origin?: string): Promise<Response> {
    const form = this.post(`/api/resources/${resource}/actions/new`);
    if (origin) form.set('Origin', origin);
    for (const [name, value] of Object.entries(fields)) form.field(name, value);
    return form;
  }
}

/** The cookies an answer sets, as the browser sends them back. */
export function cookieOf(answer: Response): string {
  const set: string[] = [answer.headers['set-cookie'] ?? []].flat();
  const pairs = set.map((cookie) => cookie.split(';')[0] ?? '').filter((pair) => !pair.endsWith('='));
  return pairs.join('; ');
}
