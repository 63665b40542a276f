/** The demo application with a few people in it, and a browser that visits it and hears what it complains about. */

import '../features/back-office/stock-environment.js';
import type { INestApplication } from '@nestjs/common';
import type { Browser, BrowserContext, BrowserContextOptions, Cookie, Page } from 'playwright-core';
import { createApplication } from '../../src/demo/application.js';
import { readEnvironment } from '../../src/demo/environment.js';
import { migrate } from '../../src/demo/prepare.js';
import { launchBrowser } from '../support/browser.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { StandInApi } from './stand-in-api.js';

const password = 'a long enough password';

/** 40 contacts, 12 of whom are customers with two orders. */
const people = `
  INSERT INTO crm.tenants (id, name, kind) VALUES (1, 'Trattoria', 'restaurant'), (2, 'Autohaus', 'car_dealer');
  INSERT INTO crm.contacts (id, tenant_id, first_name, last_name, email, status)
  SELECT n, 1, 'Person', to_char(n, 'FM00'), 'p' || n || '@example.com', CASE WHEN n <= 12 THEN 'customer' ELSE 'lead' END
  FROM generate_series(1, 40) n;
  INSERT INTO crm.contacts (id, tenant_id, first_name, status) VALUES (99, 2, 'Foreign', 'customer');
  INSERT INTO crm.orders (tenant_id, contact_id, placed_at, status, total, total_base)
  SELECT 1, n, now() - days * interval '1 day', 'paid', 20, 20 FROM generate_series(1, 20) n, unnest('{3,10}'::int[]) days`;

export class Demo {
  private context: BrowserContext | undefined;
  private current: Page | undefined;
  private session: Cookie | undefined;
  /** What the page complained about: errors, and addresses that are not ours. */
  complaints: string[] = [];

  private constructor(
    readonly database: TestDatabase,
    private readonly application: INestApplication,
    private readonly browser: Browser,
    readonly origin: string,
  ) {}

  static async start(): Promise<Demo> {
    const database = await createDatabase();
    await migrate(database.url, () => undefined);
    await database.pool.query(people);
    const secrets = {
      adminPassword: password,
      apiKey: 'a-key',
      sessionSecret: '0123456789abcdef'.repeat(2),
      consentSecret: 'fedcba9876543210'.repeat(2),
      generated: {},
    };
    const options = { url: database.url, environment: readEnvironment({}), secrets, tenant: '1' };
    const application = await createApplication(options);
    await application.listen(0, '127.0.0.1');
    return new Demo(database, application, await launchBrowser(), await application.getUrl());
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.application.close();
    await this.database.drop();
  }

  get page(): Page {
    if (!this.current) throw new Error('Nobody is visiting.');
    return this.current;
  }

  /** A fresh browser; nobody is signed in. */
  async visit(options: BrowserContextOptions = {}): Promise<Page> {
    await this.context?.close();
    const usual = { locale: 'en-GB', viewport: { width: 1280, height: 900 } };
    this.context = await this.browser.newContext({ ...usual, ...options });
    const page = await this.context.newPage();
    page.setDefaultTimeout(15_000);
    this.current = page;
    this.complaints = [];
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      // The browser reports every refused request; the page shows those itself.
      const isRefusal = /status of [45]\d\d|ERR_FAILED/.test(message.text());
      if (message.type() === 'error' && !isRefusal) this.complaints.push(message.text());
    });
    page.on('request', (request) => {
      const isOurs = request.url().startsWith(this.origin) || request.url().startsWith('data:');
      if (!isOurs) this.complaints.push(request.url());
    });
    return page;
  }

  async signIn(to = '/admin/customers/segments'): Promise<void> {
    await this.page.goto(this.origin + to);
    await this.page.getByLabel('E-mail').fill('admin@example.com');
    await this.page.getByLabel(/Passwor[dt]/).fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL((url) => !url.pathname.endsWith('/login'));
    this.session ??= (await this.context?.cookies())?.[0];
  }

  /** Goes there as somebody who has signed in before. */
  async open(to: string): Promise<void> {
    if (this.session) {
      await this.context?.addCookies([this.session]);
      await this.page.goto(this.origin + to);
    } else await this.signIn(to);
  }

  async signedOutElsewhere(): Promise<void> {
    await this.context?.clearCookies();
  }

  async standIn(): Promise<StandInApi> {
    const api = new StandInApi();
    await api.serve(this.page);
    return api;
  }
}
