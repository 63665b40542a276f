/** What is refused of exports. */

import type { RequestProblem } from '../../access/access.errors.js';
import { DomainError } from '../../errors.js';
import type { Role } from '../../rule-language/field.js';

export class ExportFormatUnknownError extends DomainError {
  readonly code = 'export.format-unknown';
  override readonly status = 422;

  constructor(name: string, known: readonly string[]) {
    super(`There is no format “${name}” and no column map of that name: there are ${known.join(', ')}.`);
  }
}

export class ExportLimitError extends DomainError {
  readonly code = 'export.limit';
  override readonly status = 422;

  constructor(asked: number, most: number) {
    super(`${asked} members are more than such an export may have: ask for at most ${most}.`);
  }
}

export class ExportColumnsError extends DomainError {
  readonly code = 'export.columns';
  override readonly status = 422;

  /** Each column that cannot be read, by its place: `columns[2]`. */
  constructor(readonly problems: readonly RequestProblem[]) {
    super(problems[0]?.message ?? 'The columns cannot be read.');
  }
}

/** A vendor's format is made of columns that have a meaning: `roles` of the subject's declaration says which. */
export class ExportRolesError extends DomainError {
  readonly code = 'export.roles';
  override readonly status = 422;

  /** @param needs the roles of which one is enough */
  constructor(format: string, subject: string, needs: readonly Role[]) {
    super(
      `The format ${format} needs a field of “${subject}” that the catalogue says to be its ${needs.join(' or ')} (\`roles\`): declare one.`,
    );
  }
}

export class ExportTimeoutError extends DomainError {
  readonly code = 'export.timeout';
  override readonly status = 503;

  constructor(options?: ErrorOptions) {
    super(
      'The export took longer than it may: choose fewer columns or members, or try again later.',
      options,
    );
  }
}

export class ExportCancelledError extends DomainError {
  readonly code = 'export.cancelled';
  override readonly status = 499;

  constructor(options?: ErrorOptions) {
    super('The caller went away, so the export was given up.', options);
  }
}
