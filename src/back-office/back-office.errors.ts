/** What can be wrong with what a host hands to the back office. */

import { DomainError } from '../errors.js';

export class MisdeclaredRecordError extends DomainError {
  readonly code = 'back-office.record-misdeclared';

  constructor(record: string, what: string) {
    super(
      `The back office's declaration of ${record} names ${what}, which its entity or its list does not have.`,
    );
  }
}

export class ScreensMissingError extends DomainError {
  readonly code = 'back-office.screens-missing';

  constructor() {
    super('The screens of the back office are not built. Run `npm run build`.');
  }
}

export class RefusedFormError extends DomainError {
  readonly code = 'back-office.form-refused';

  constructor(override readonly status: 400 | 413 | 415) {
    super(
      {
        400: 'The form holds files, or more than a record can need.',
        413: 'The form is too large.',
        415: 'Only forms are read here.',
      }[status],
    );
  }
}

/** Also where the caller may not know whether it exists. */
export class NotHereError extends DomainError {
  readonly code = 'back-office.not-found';
  override readonly status = 404;

  constructor() {
    super('There is nothing here.');
  }
}
