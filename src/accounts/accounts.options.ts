/** What a host says about its accounts; nothing here is read from the environment. */

import type { Type } from '@nestjs/common';
import type { Permission } from '../access/actor.js';
import type { Accounts } from './account.js';

export interface AccountsOptions {
  /** Keys what is stored of a session, so that a copy of the database signs nobody in. At least 32 random bytes. */
  readonly sessionSecret: string;
  /** In production a weak secret is an error, otherwise a warning; a weak key is a warning in production. */
  readonly production: boolean;
  readonly people?: readonly PersonOptions[];
  readonly keys?: readonly KeyOptions[];
  /** The host's own accounts, in place of `people` and `keys`. */
  readonly accounts?: Type<Accounts>;
}

interface Granted {
  readonly name: string;
  readonly tenant: string;
  /** Everything if not given. */
  readonly permissions?: readonly Permission[];
}

export interface PersonOptions extends Granted {
  readonly email: string;
  readonly password: string;
}

export interface KeyOptions extends Granted {
  readonly key: string;
}

export const accountsOptions = Symbol('nest-segments: options of the accounts');
