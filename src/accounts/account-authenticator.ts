/** Knows a caller by an API key (configured or stored) or by a session of the back office. */

import { Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Actor } from '../access/actor.js';
import { Authenticator, type Credential } from '../access/authenticator.js';
import { Accounts } from './account.js';
import { TooManyKeysTriedError } from './accounts.errors.js';
import { ApiKeys } from './api-keys.service.js';
import { KeyThrottle } from './key-throttle.js';
import { Sessions } from './sessions.service.js';

@Injectable()
export class AccountAuthenticator extends Authenticator {
  constructor(
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
    private readonly keys: ApiKeys,
    private readonly throttle: KeyThrottle,
  ) {
    super();
  }

  /**
   * A key that is wrong is not made good by a cookie beside it. One that is good gets through whatever else came from
   * its address, which many may share.
   * @throws TooManyKeysTriedError
   */
  override async authenticate(request: Request, response: Response): Promise<Credential | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const actor = await this.byHeader(authorization, request.ip ?? '', response);
      return actor && { actor, ambient: false };
    }
    const account = await this.sessions.current(request);
    return account && { actor: account.actor, ambient: true };
  }

  private async byHeader(header: string, address: string, response: Response): Promise<Actor | undefined> {
    const [, key] = /^Bearer +(\S{1,1000}) *$/i.exec(header) ?? [];
    const actor = key === undefined ? undefined : await this.actorOf(key);
    if (actor) return actor;
    const wait = await this.throttle.failed(address, header);
    if (wait === 0) return undefined;
    response.setHeader('Retry-After', wait);
    throw new TooManyKeysTriedError(wait);
  }

  private async actorOf(key: string): Promise<Actor | undefined> {
    return (await this.accounts.byKey(key)) ?? this.keys.byKey(key);
  }
}
