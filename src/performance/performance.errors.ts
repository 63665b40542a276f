/** What is refused of comparisons between segments. */

import { DomainError } from '../errors.js';

export class OtherSubjectError extends DomainError {
  readonly code = 'segment.other-subject';
  override readonly status = 422;

  constructor(other: { readonly name: string; readonly subject: string }, subject: string) {
    super(
      `“${other.name}” is a segment of “${other.subject}”, this one of “${subject}”: they have no members in common. Name segments of “${subject}”.`,
    );
  }
}

export class TooManyMembersError extends DomainError {
  readonly code = 'overlap.too-many-members';
  override readonly status = 422;

  constructor(most: number) {
    super(
      `Together these segments have more than ${most} different members, which is more than can be compared at once: name fewer segments, or smaller ones.`,
    );
  }
}

export class PeriodInvalidError extends DomainError {
  readonly code = 'period.invalid';
  override readonly status = 422;

  constructor(what: string) {
    super(`The period cannot be meant. ${what}`);
  }
}

export class TraitUnusableError extends DomainError {
  readonly code = 'trait.unusable';
  override readonly status = 422;

  constructor(field: string) {
    super(
      `People cannot be compared by “${field}”: name a field with a value, such as a text, a number or a date.`,
    );
  }
}
