/** Mounts the back office in the host's application, behind the host's own middleware and before its routes. */

import { randomUUID } from 'node:crypto';
import { type DynamicModule, Inject, Logger, Module, type NestModule } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Accounts } from '../accounts/account.js';
import { LoginThrottle } from '../accounts/login-throttle.js';
import { Sessions } from '../accounts/sessions.service.js';
import { Assets } from './assets.js';
import { type BackOfficeOptions, backOfficeOptions, pages } from './back-office.options.js';
import { createDoor } from './door.js';
import { createShell } from './shell.js';

@Module({})
export class BackOfficeModule implements NestModule {
  private readonly logger = new Logger('nest-segments');

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly database: DataSource,
    @Inject(backOfficeOptions) private readonly options: BackOfficeOptions,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly throttle: LoginThrottle,
  ) {}

  static forRoot(options: BackOfficeOptions = {}): DynamicModule {
    return {
      module: BackOfficeModule,
      providers: [{ provide: backOfficeOptions, useValue: options }],
    };
  }

  /** Nest calls it after the host's `app.use` and before any route exists, so that no catch-all route hides it. */
  configure(): void {
    const { path = '/admin', name = 'Back office', api = '/api', records = [] } = this.options;
    const assets = new Assets();
    const door = createDoor({
      shell: createShell({ path, name, records, pages }, this.database),
      assets,
      around: { path, api, name, assets: `${path}/assets/${assets.version}/` },
      gatekeepers: { accounts: this.accounts, sessions: this.sessions, throttle: this.throttle },
      report: (error) => this.report(error),
    });
    this.host.httpAdapter.getInstance().use(path, door);
  }

  private report(error: unknown): string {
    const id = randomUUID();
    this.logger.error(`${id} ${error instanceof Error ? error.stack : String(error)}`);
    return id;
  }
}
