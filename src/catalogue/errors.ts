/** A host's declaration that cannot be meant. */

import { DomainError } from '../errors.js';

export class CatalogueError extends DomainError {
  readonly code = 'catalogue.invalid';

  constructor(where: string, what: string) {
    super(`The catalogue's ${where}: ${what}`);
  }
}

export class UnknownSubjectError extends DomainError {
  readonly code = 'subject.unknown';
  override readonly status = 422;

  constructor(name: string, known: readonly string[]) {
    super(`There is no subject “${name}” to make segments of; there is ${known.join(', ')}.`);
  }
}
