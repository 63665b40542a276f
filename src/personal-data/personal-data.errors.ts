/** What is refused of requests about one person. */

import { DomainError } from '../errors.js';

export class SubjectNotFoundError extends DomainError {
  readonly code = 'subject.not-found';
  override readonly status = 404;

  constructor(subject: string, id: string) {
    super(`There is no ${subject} with the id ${id}, and nothing is kept of one.`);
  }
}

export class ErasureBusyError extends DomainError {
  readonly code = 'erasure.busy';
  override readonly status = 409;

  constructor(options?: ErrorOptions) {
    super(
      'Segments that may have this person as a member are being calculated, and nothing was erased: try again in a minute.',
      options,
    );
  }
}
