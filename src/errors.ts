/** Every error this package raises on purpose: one class each, with a stable code and a sentence that says what to do. */

/** What a caller may rely on: `code` never changes, `message` says what happened and what to do about it. */
export abstract class DomainError extends Error {
  /** Stable and machine-readable, lower case with dots, such as `database.folder-unreachable`. */
  abstract readonly code: string;

  /** The HTTP status of a problem response; 500 where an error never comes from a request. */
  readonly status: number = 500;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The embedded PostgreSQL could not be provided. */
export class EmbeddedPostgresError extends DomainError {
  constructor(
    override readonly code:
      | 'database.platform-unsupported'
      | 'database.folder-unreachable'
      | 'database.folder-not-ours'
      | 'database.other-version'
      | 'database.password-lost'
      | 'database.server-stuck'
      | 'database.start-failed'
      | 'database.no-postgres-user',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** An environment variable or option cannot be used as it is. */
export class SettingError extends DomainError {
  override readonly code = 'setting.invalid';
}

/** The port that the server should listen on belongs to another program. */
export class PortInUseError extends DomainError {
  override readonly code = 'server.port-in-use';

  constructor(port: number, options?: ErrorOptions) {
    super(
      `Port ${port} is in use by another program: stop that one, or choose another port, such as "PORT=${port + 1} npm start".`,
      options,
    );
  }
}

/** A file in a folder of migrations is misnamed, misnumbered or lacks its counterpart. */
export class MigrationFileError extends DomainError {
  override readonly code = 'migrations.file-invalid';
}

/** A migration met an error in the database; its transaction was rolled back, those before it stay. */
export class MigrationFailedError extends DomainError {
  override readonly code = 'migrations.failed';

  constructor(name: string, cause: Error) {
    super(
      `The migration ${name} failed and changed nothing: ${cause.message}. Mend the cause and migrate again.`,
      {
        cause,
      },
    );
  }
}
