/** The port by which a host says who may sign in to the back office, and which keys may call the API. */

import type { Actor } from '../access/actor.js';

/** A person who can sign in. */
export interface Account {
  readonly actor: Actor;
  readonly email: string;
  /** Changes when older sessions must end, as with a new password. Only its keyed hash is stored. */
  readonly seal: string;
}

/** Bound to `ConfiguredAccounts` unless the host names a class of its own. */
export abstract class Accounts {
  abstract byPassword(email: string, password: string): Promise<Account | undefined>;
  abstract byKey(key: string): Promise<Actor | undefined>;
  /** Asked on every request of a session, so that whoever is removed is out at once. */
  abstract byId(id: string): Promise<Account | undefined>;
}
