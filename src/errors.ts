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
