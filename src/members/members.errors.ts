/** What is refused of members. */

import { DomainError } from '../errors.js';

export class MemberNotFoundError extends DomainError {
  readonly code = 'member.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`There is nobody with the id ${id}.`);
  }
}

export class CursorInvalidError extends DomainError {
  readonly code = 'request.cursor';
  override readonly status = 400;

  constructor() {
    super('The cursor is not one that was given: send the `next_cursor` of the page before, or none.');
  }
}
