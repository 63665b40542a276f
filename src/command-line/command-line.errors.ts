/** What is refused of commands. */

import { DomainError } from '../errors.js';

export class FileUnreadableError extends DomainError {
  readonly code = 'file.unreadable';

  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The file ${file} cannot be read: ${reason}.`, { cause });
  }
}
