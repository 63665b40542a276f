/** What is refused of column maps. */

import { DomainError } from '../../errors.js';

export class ColumnMapNotFoundError extends DomainError {
  readonly code = 'column-map.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`There is no column map ${id}.`);
  }
}

/** By another map, or by a format of this package. */
export class ColumnMapNameTakenError extends DomainError {
  readonly code = 'column-map.name-taken';
  override readonly status = 409;

  constructor(name: string) {
    super(`There is a format or a column map named “${name}” already: choose another name.`);
  }
}

export class ColumnMapChangedError extends DomainError {
  readonly code = 'column-map.changed';
  override readonly status = 409;

  constructor(read: number, now: number, by: string) {
    super(
      `You edit version ${read}, and ${by} has made version ${now} since: read it again and repeat the edit.`,
    );
  }
}
