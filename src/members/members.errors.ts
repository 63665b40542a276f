/** What is refused of members. */

import { DomainError } from '../errors.js';

export class MemberNotFoundError extends DomainError {
  readonly code = 'member.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`There is nobody with the id ${id}.`);
  }
}
