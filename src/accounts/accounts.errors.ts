/** What can be wrong with the accounts a host configures. */

import { DomainError } from '../errors.js';

export class WeakSecretError extends DomainError {
  readonly code = 'accounts.weak-secret';

  constructor() {
    super(
      'SESSION_SECRET is too weak for production: give it at least 32 random bytes (`openssl rand -base64 32`).',
    );
  }
}
