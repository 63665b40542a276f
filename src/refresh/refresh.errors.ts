/** What is refused of refreshes. */

import { DomainError } from '../errors.js';

export class AsOfTooEarlyError extends DomainError {
  readonly code = 'as-of.before-last-run';
  override readonly status = 409;

  constructor(asked: string, last: string) {
    super(
      `The members are known as of ${last}; they cannot be calculated as of ${asked}, which is before. Ask for a later instant, or for the members as they were then.`,
    );
  }
}

export class AsOfScheduleError extends DomainError {
  readonly code = 'as-of.schedule';
  override readonly status = 409;

  constructor(name: string, schedule: string) {
    super(
      `“${name}” is kept up to date by itself, on the schedule “${schedule}”: give it the schedule “manual” to calculate it as of an instant, or leave the instant out.`,
    );
  }
}

export class AsOfInFutureError extends DomainError {
  readonly code = 'as-of.in-future';
  override readonly status = 422;

  constructor(asked: string) {
    super(
      `${asked} is yet to come, and members are those of an instant that has been: ask for an earlier one. A preview can look ahead.`,
    );
  }
}

export class RuleEditedError extends DomainError {
  readonly code = 'run.rule-edited';
  override readonly status = 409;

  constructor() {
    super('The rule was edited while its members were calculated; what was found was for the older rule.');
  }
}

export class RunAbandonedError extends DomainError {
  readonly code = 'run.abandoned';
  override readonly status = 409;

  constructor() {
    super('The process that calculated it ended before it was done, or did not get to it.');
  }
}
