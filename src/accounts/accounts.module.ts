/** People who sign in to the back office, their sessions, and API keys. */

import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Accounts } from './account.js';
import { type AccountsOptions, accountsOptions } from './accounts.options.js';
import { ConfiguredAccounts } from './configured-accounts.js';
import { LoginThrottle } from './login-throttle.js';
import { SessionsRepository } from './sessions.repository.js';
import { Sessions } from './sessions.service.js';

@Global()
@Module({
  providers: [Sessions, SessionsRepository, LoginThrottle],
  exports: [Accounts, Sessions, LoginThrottle],
})
export class AccountsModule {
  static forRoot(options: AccountsOptions): DynamicModule {
    return {
      module: AccountsModule,
      providers: [
        { provide: accountsOptions, useValue: options },
        { provide: Accounts, useClass: options.accounts ?? ConfiguredAccounts },
      ],
    };
  }
}
