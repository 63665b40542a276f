/** What can be wrong with accounts and keys. */

import { DomainError } from '../errors.js';

export class WeakSecretError extends DomainError {
  readonly code = 'accounts.weak-secret';

  constructor() {
    super(
      'SESSION_SECRET is too weak for production: give it at least 32 random bytes (`openssl rand -base64 32`).',
    );
  }
}

/** A variable of the environment that is not set, say. */
export class EmptyCredentialError extends DomainError {
  readonly code = 'accounts.empty-credential';

  constructor(whose: string) {
    super(`${whose} has an empty password or key, which would let everybody in: give it one.`);
  }
}

export class TooManyKeysTriedError extends DomainError {
  readonly code = 'access.too-many-attempts';
  override readonly status = 429;

  constructor(seconds: number) {
    super(`Too many wrong keys came from this address: try again in ${seconds} seconds, with a good one.`);
  }
}

export class ApiKeyNotFoundError extends DomainError {
  readonly code = 'api-key.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`There is no API key ${id}.`);
  }
}

export class ScopeNotHeldError extends DomainError {
  readonly code = 'api-key.scope-not-held';
  override readonly status = 403;

  constructor(scopes: readonly string[]) {
    super(`A key may do no more than whoever makes it, and you do not have ${scopes.join(', ')}.`);
  }
}

export class ApiKeyExpiryError extends DomainError {
  readonly code = 'api-key.expiry';
  override readonly status = 422;

  constructor(text: string) {
    super(`“${text}” is no instant to come: write it with an offset, such as 2030-01-01T00:00:00Z.`);
  }
}
