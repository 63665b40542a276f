/** What can go wrong while a rule is evaluated. */

import { isOutOfTime } from '../access/attempt.js';
import { DatabaseUnavailableError, isLostDatabase } from '../access/lost-database.js';
import { DomainError } from '../errors.js';

export class EvaluationTimeoutError extends DomainError {
  readonly code = 'evaluation.timeout';
  override readonly status = 503;

  constructor(options?: ErrorOptions) {
    super(
      'The rule took longer than it may: narrow it, or try again when the database is less busy.',
      options,
    );
  }
}

export class EvaluationCancelledError extends DomainError {
  readonly code = 'evaluation.cancelled';
  override readonly status = 499;

  constructor(options?: ErrorOptions) {
    super('The caller went away, so the count was cancelled.', options);
  }
}

export class FieldNotGroupableError extends DomainError {
  readonly code = 'breakdown.field';
  override readonly status = 422;

  constructor(field: string) {
    super(
      `Members cannot be grouped by “${field}”: name a field with a value, such as a text, a number or a date.`,
    );
  }
}

/** The error as callers are told of it. */
export function evaluationFailure(error: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted) return new EvaluationCancelledError({ cause: error });
  if (isOutOfTime(error)) return new EvaluationTimeoutError({ cause: error });
  if (isLostDatabase(error)) return new DatabaseUnavailableError({ cause: error });
  return error;
}
