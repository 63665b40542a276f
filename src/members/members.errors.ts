/** What is refused of members. */

import { DomainError } from '../errors.js';

export class MemberNotFoundError extends DomainError {
  readonly code = 'member.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`There is nobody with the id ${id}.`);
  }
}

/** Who is in a dynamic segment is its rule's to say. */
export class SegmentDynamicError extends DomainError {
  readonly code = 'segment.dynamic';
  override readonly status = 409;
  readonly problems: readonly { readonly path: string; readonly code: string; readonly message: string }[];

  constructor(name: string) {
    super(
      `The members of “${name}” are whoever its rule matches. To include or exclude people by hand, make it hybrid: PATCH it with { "type": "hybrid" }.`,
    );
    const message = 'Make it “hybrid”: it keeps its rule and its members.';
    this.problems = [{ path: 'type', code: this.code, message }];
  }
}

export class NotPinnedError extends DomainError {
  readonly code = 'pin.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`Nobody has included or excluded ${id} by hand.`);
  }
}

/** Everybody in a static segment is there by hand: taking that away is taking them out. */
export class SegmentStaticError extends DomainError {
  readonly code = 'segment.static';
  override readonly status = 409;

  constructor(name: string) {
    super(`“${name}” has no rule that its people could follow again: remove the member instead.`);
  }
}

export class EmailUnknownError extends DomainError {
  readonly code = 'member.no-email';
  override readonly status = 422;

  constructor(subject: string) {
    super(`A ${subject} has no e-mail address here: name them by id or by external id.`);
  }
}
