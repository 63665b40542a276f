/** What is refused of consents and suppressions. */

import { DomainError } from '../errors.js';

export class WeakConsentSecretError extends DomainError {
  readonly code = 'consent.weak-secret';

  constructor() {
    super('The consent secret is too weak: give it at least 32 random bytes (`openssl rand -base64 32`).');
  }
}

export class ConsentSecretMissingError extends DomainError {
  readonly code = 'consent.secret-missing';
  override readonly status = 501;

  constructor() {
    super(
      'This installation recognises no suppressed addresses: give the module a `consentSecret` that stays the same.',
    );
  }
}

export class ChannelUnknownError extends DomainError {
  readonly code = 'consent.channel-unknown';
  override readonly status = 422;

  constructor(channel: string, subject: string) {
    super(`Of a ${subject}, no address for ${channel} is declared.`);
  }
}

export class AddresseeNotFoundError extends DomainError {
  readonly code = 'consent.not-found';
  override readonly status = 404;

  constructor(subject: string, id: string) {
    super(`There is no ${subject} with the id ${id}.`);
  }
}

export class AddressInvalidError extends DomainError {
  readonly code = 'suppression.address-invalid';
  override readonly status = 422;

  constructor(channel: string) {
    super(`That is no address for ${channel}.`);
  }
}

export class SuppressionNotFoundError extends DomainError {
  readonly code = 'suppression.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`There is no suppression ${id}.`);
  }
}

export class ConsentFromFutureError extends DomainError {
  readonly code = 'consent.from-future';
  override readonly status = 422;

  constructor() {
    super('A consent cannot have been given in the future: `at` is later than now.');
  }
}
