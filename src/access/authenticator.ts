/** The port by which a host says who is calling. */

import type { Request, Response } from 'express';
import type { Actor } from './actor.js';

/** A credential that was presented and is good. */
export interface Credential {
  readonly actor: Actor;
  /**
   * Whether the browser sends it by itself (a cookie) rather than the caller on purpose (a key). A request that
   * changes something on an ambient credential must come from a page of ours.
   */
  readonly ambient: boolean;
}

/** Bound by the root module to the accounts of this package, or to the host's own. */
export abstract class Authenticator {
  /** Undefined without a credential, or with one that is not (or no longer) good. Must not write to the response body. */
  abstract authenticate(request: Request, response: Response): Promise<Credential | undefined>;
}
