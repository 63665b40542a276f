/** Why an import cannot begin or go on, in one sentence each. Single rows that are refused are no errors but listed. */

import { DomainError } from '../../index.js';

export class ImportError extends DomainError {
  constructor(
    override readonly code: 'import.map-invalid' | 'import.header-invalid' | 'import.no-custom-fields',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
