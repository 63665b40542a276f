/** What is refused before a request reaches a feature. */

import { DomainError } from '../errors.js';
import type { Permission } from './actor.js';

export class UnauthenticatedError extends DomainError {
  readonly code = 'access.unauthenticated';
  override readonly status = 401;

  constructor() {
    super('Send a valid API key as `Authorization: Bearer …`, or sign in to the back office.');
  }
}

export class ForbiddenError extends DomainError {
  readonly code = 'access.forbidden';
  override readonly status = 403;

  constructor(permission: Permission) {
    super(`This needs the permission ${permission}, which the caller does not have.`);
  }
}

/** A route that says no permission: a mistake of ours, and refused rather than open. */
export class UndeclaredRouteError extends DomainError {
  readonly code = 'access.undeclared';
  override readonly status = 403;

  constructor() {
    super('No permission is declared for this route, so nobody may use it.');
  }
}

/** A mistake of ours, like a route without a permission: no statement runs rather than one over everybody's rows. */
export class TenantMissingError extends DomainError {
  readonly code = 'access.tenant-missing';

  constructor() {
    super('A statement over tenants’ rows was not told whose: pass the tenant of whoever is calling.');
  }
}

export class ForeignTransactionError extends DomainError {
  readonly code = 'access.foreign-transaction';

  constructor() {
    super('A statement would have joined a transaction of another tenant, or one that knows no tenant.');
  }
}

/** A mistake of ours, or of a port of the host's: it would come out only under load, when nobody gets a connection any more. */
export class SecondConnectionError extends DomainError {
  readonly code = 'access.second-connection';

  constructor() {
    super(
      'A statement asked for a connection while its caller held one: pass the transaction on as `running`, or ask before it begins.',
    );
  }
}

export class WorkspaceNotFoundError extends DomainError {
  readonly code = 'workspace.not-found';
  override readonly status = 404;

  constructor() {
    super('There is no such workspace: leave `workspace_id` out, or send your own.');
  }
}

export class ForeignOriginError extends DomainError {
  readonly code = 'access.foreign-origin';
  override readonly status = 403;

  constructor() {
    super('A request that changes something with the session cookie must come from a page of this site.');
  }
}

/** One thing wrong with a request, and where: `rules[2].value`. */
export interface RequestProblem {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export class InvalidRequestError extends DomainError {
  readonly code = 'request.invalid';
  override readonly status = 400;

  constructor(readonly problems: readonly RequestProblem[]) {
    super('Parts of the request are missing or not of the form they must have.');
  }
}

export class CursorInvalidError extends DomainError {
  readonly code = 'request.cursor';
  override readonly status = 400;
  readonly problems: readonly RequestProblem[];

  constructor() {
    super(
      'The cursor was not given for this list: send the `next_cursor` of the page before, in the same order, or none.',
    );
    this.problems = [{ path: 'cursor', code: this.code, message: this.message }];
  }
}

export class MalformedTextError extends DomainError {
  readonly code = 'request.malformed';
  override readonly status = 400;

  constructor(readonly problems: readonly RequestProblem[]) {
    super(problems[0]?.message ?? 'The request cannot be read.');
  }
}

export class UnsupportedMediaTypeError extends DomainError {
  readonly code = 'request.unsupported-media-type';
  override readonly status = 415;

  constructor() {
    super('Send the body as JSON, with `Content-Type: application/json`.');
  }
}
