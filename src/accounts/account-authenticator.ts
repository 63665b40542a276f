/** Knows a caller by an API key or by a session of the back office. */

import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Authenticator, type Credential } from '../access/authenticator.js';
import { Accounts } from './account.js';
import { Sessions } from './sessions.service.js';

@Injectable()
export class AccountAuthenticator extends Authenticator {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {
    super();
  }

  /** A key that is wrong is not made good by a cookie beside it. */
  override async authenticate(request: Request): Promise<Credential | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const [, key] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
      const actor = key === undefined ? undefined : await this.accounts.byKey(key);
      return actor && { actor, ambient: false };
    }
    const account = await this.sessions.current(request);
    return account && { actor: account.actor, ambient: true };
  }
}
