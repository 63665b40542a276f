/** What is refused of commands. */

import { DomainError } from '../errors.js';

export class FileUnreadableError extends DomainError {
  readonly code = 'file.unreadable';

  constructor(file: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`The file ${file} cannot be read: ${reason}.`, { cause });
  }
}

/** Some rights could not be given to the roles, so none were. */
export class RightsWithheldError extends DomainError {
  readonly code = 'roles.rights-withheld';

  constructor(statements: readonly string[]) {
    super(`Have the owner of the tables run: ${statements.join('; ')}.`);
  }
}

export class TenantUnnamedError extends DomainError {
  readonly code = 'command.tenant-unnamed';

  constructor() {
    super('Say whose segments: `--tenant <id>`.');
  }
}
