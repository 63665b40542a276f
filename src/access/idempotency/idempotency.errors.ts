/** What is refused of a request with an Idempotency-Key. */

import { DomainError } from '../../errors.js';

export class IdempotencyKeyReusedError extends DomainError {
  readonly code = 'request.idempotency-key-reused';
  override readonly status = 422;

  constructor() {
    super('This Idempotency-Key came with another request before: give each request a key of its own.');
  }
}

export class RequestInFlightError extends DomainError {
  readonly code = 'request.in-flight';
  override readonly status = 409;

  constructor() {
    super('A request with this Idempotency-Key is being carried out: ask again in a moment.');
  }
}

export class AnswerNotKeptError extends DomainError {
  readonly code = 'request.answer-not-kept';
  override readonly status = 409;

  constructor() {
    super(
      'This request was carried out, and is not repeated. Its answer was not kept: read what it changed.',
    );
  }
}
