/** Why a CSV file cannot be read at all. Single rows that cannot be read are no errors but told apart. */

import { DomainError } from '../errors.js';

export class CsvError extends DomainError {
  override readonly status = 422;

  constructor(
    override readonly code: 'import.file-unreadable' | 'import.file-not-csv' | 'import.encoding-unknown',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
