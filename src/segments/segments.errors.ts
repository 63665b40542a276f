/** What is refused of a segment. */

import { DomainError } from '../errors.js';
import type { Problem } from '../rule-language/parse.js';

export class RuleInvalidError extends DomainError {
  readonly code = 'rule.invalid';
  override readonly status = 422;

  /** Every problem of the rule, with the path to it from the rule's root. */
  constructor(readonly problems: readonly Problem[]) {
    super(problems.length === 1 ? (problems[0]?.message ?? '') : `The rule has ${problems.length} problems.`);
  }
}

export class SegmentNotFoundError extends DomainError {
  readonly code = 'segment.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`There is no segment ${id}.`);
  }
}

export class SegmentNameTakenError extends DomainError {
  readonly code = 'segment.name-taken';
  override readonly status = 409;

  constructor(name: string) {
    super(`There is a segment named “${name}” already: choose another name.`);
  }
}

export class SegmentChangedError extends DomainError {
  readonly code = 'segment.changed';
  override readonly status = 409;

  constructor(read: number, now: number, by: string) {
    super(
      `You edit version ${read}, and ${by} has made version ${now} since: read it again and repeat the edit.`,
    );
  }
}

export class SegmentInUseError extends DomainError {
  readonly code = 'segment.in-use';
  override readonly status = 409;

  constructor(readonly problems: readonly { id: string; name: string }[]) {
    super(`Other segments are built on this one: ${problems.map(({ name }) => `“${name}”`).join(', ')}.`);
  }
}

export class SegmentCycleError extends DomainError {
  readonly code = 'segment.cycle';
  override readonly status = 422;

  constructor(name: string) {
    super(
      `The rule refers to “${name}”, which is itself built on this segment: a segment cannot rest on itself.`,
    );
  }
}

export class BodyTextError extends DomainError {
  readonly code = 'request.malformed';
  override readonly status = 400;

  constructor(readonly problems: readonly Problem[]) {
    super(problems[0]?.message ?? 'The body cannot be read.');
  }
}

export class AsOfInvalidError extends DomainError {
  readonly code = 'as-of.invalid';
  override readonly status = 422;

  constructor(text: string, options?: ErrorOptions) {
    super(`“${text}” is no instant: write it with an offset, such as 2026-03-01T00:00:00Z.`, options);
  }
}
