/** What is refused of a template. */

import { DomainError } from '../../errors.js';
import type { Problem } from '../../rule-language/parse.js';
import type { PartProblem } from '../segments.errors.js';

export class TemplateNotFoundError extends DomainError {
  readonly code = 'template.not-found';
  override readonly status = 404;

  constructor(id: string, known: readonly string[]) {
    super(`There is no template “${id}”; there are ${known.join(', ')}.`);
  }
}

/** The templates that a host hands in refer to what could never be made: the application does not start on them. */
export class TemplatesInvalidError extends DomainError {
  readonly code = 'templates.invalid';
}

export class TemplateUnavailableError extends DomainError {
  readonly code = 'template.unavailable';
  override readonly status = 422;

  /** What the catalogue does not understand of its rule. */
  constructor(
    id: string,
    readonly problems: readonly Problem[],
  ) {
    super(`The template “${id}” asks for what there is not here: map it to what there is, or hide it.`);
  }
}

export class TemplateParametersError extends DomainError {
  readonly code = 'template.parameters';
  override readonly status = 422;

  constructor(readonly problems: readonly PartProblem[]) {
    super(problems.map(({ message }) => message).join(' '));
  }
}
