/** What is refused of custom fields and their values. */

import type { RequestProblem } from '../access/access.errors.js';
import { DomainError } from '../errors.js';
import type { UsingSegment } from './field-usage.js';

export class CustomFieldNotFoundError extends DomainError {
  readonly code = 'custom-field.not-found';
  override readonly status = 404;

  constructor(id: string) {
    super(`There is no custom field ${id}.`);
  }
}

export class CustomFieldKeyTakenError extends DomainError {
  readonly code = 'custom-field.key-taken';
  override readonly status = 409;

  constructor(subject: string, key: string) {
    super(
      `There is a field custom.${key} of ${subject} already, perhaps an archived one: choose another key.`,
    );
  }
}

export class CustomFieldChangedError extends DomainError {
  readonly code = 'custom-field.changed';
  override readonly status = 409;

  constructor(read: number, now: number, by: string) {
    super(
      `You edit version ${read}, and ${by} has made version ${now} since: read it again and repeat the edit.`,
    );
  }
}

/** Everything that is wrong with a definition, or with values, by path. */
export class CustomFieldInvalidError extends DomainError {
  readonly code = 'custom-field.invalid';
  override readonly status = 422;

  constructor(readonly problems: readonly RequestProblem[]) {
    super(problems.length === 1 ? (problems[0]?.message ?? '') : `There are ${problems.length} problems.`);
  }
}

export class CustomFieldInUseError extends DomainError {
  readonly code = 'custom-field.in-use';
  override readonly status = 409;

  constructor(
    key: string,
    readonly problems: readonly UsingSegment[],
  ) {
    const names = problems.map(({ name }) => `“${name}”`).join(', ');
    super(`Segments ask for custom.${key}: ${names}. Take it out of their rules first.`);
  }
}

export class CustomFieldNotArchivedError extends DomainError {
  readonly code = 'custom-field.not-archived';
  override readonly status = 409;

  constructor(key: string) {
    super(`custom.${key} is in use: archive it first. With the field, all of its values are deleted.`);
  }
}

export class CustomFieldArchivedError extends DomainError {
  readonly code = 'custom-field.archived';
  override readonly status = 409;

  constructor(key: string) {
    super(`custom.${key} is archived: restore it first.`);
  }
}

export class RecordNotFoundError extends DomainError {
  readonly code = 'record.not-found';
  override readonly status = 404;

  constructor(subject: string, id: string) {
    super(`There is no ${subject} with the id ${id}.`);
  }
}

/** What stands in the way of a conversion. */
interface Unconvertible {
  readonly unreadable: number;
  readonly unreadable_values: readonly { readonly id: string; readonly message: string }[];
  readonly default_readable: boolean;
}

export class CustomFieldUnconvertibleError extends DomainError {
  readonly code = 'custom-field.unconvertible';
  override readonly status = 422;
  /** The first of the values, and the default. */
  readonly problems: readonly RequestProblem[];

  constructor(type: string, { unreadable, unreadable_values, default_readable }: Unconvertible) {
    const what = unreadable > 0 ? `${unreadable} of the values` : 'The default';
    super(
      `${what} cannot be read as ${type}; nothing was changed. Mend them, or convert with "drop_unreadable": true, which deletes them.`,
    );
    const code = 'value.unreadable';
    this.problems = [
      ...unreadable_values.map(({ id, message }) => ({ path: `values[${id}]`, code, message })),
      ...(default_readable ? [] : [{ path: 'default', code, message: `The default is no ${type}.` }]),
    ];
  }
}
