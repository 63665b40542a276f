/** What is refused of an import as a whole; single lines are reported. */

import { DomainError } from '../../errors.js';

export class ImportColumnError extends DomainError {
  readonly code = 'import.header-invalid';
  override readonly status = 422;

  constructor(reason: string, header: readonly string[]) {
    super(`${reason} The header has ${header.map((name) => `“${name}”`).join(', ')}.`);
  }
}

export class ImportTooLargeError extends DomainError {
  readonly code = 'request.too-large';
  override readonly status = 413;

  constructor(bytes: number) {
    super(`The file is larger than ${Math.floor(bytes / 1024 / 1024)} MB: import it in parts.`);
  }
}

export class ImportBodyError extends DomainError {
  readonly code = 'request.unsupported-media-type';
  override readonly status = 415;

  constructor() {
    super('Send the CSV file as the body (`Content-Type: text/csv`), or as the file of a multipart form.');
  }
}

export class ImportInterruptedError extends DomainError {
  readonly code = 'request.malformed';
  override readonly status = 400;

  constructor(reason: string) {
    super(`The file did not arrive whole, so nothing was imported: ${reason}.`);
  }
}
