/** Says at which field a save failed. AdminJS reports success unless some property has an error, so one always has. */

import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { ValidationError } from 'adminjs';
import { QueryFailedError } from 'typeorm';
import type { RecordColumns } from './record-columns.js';

interface DatabaseError {
  readonly code?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly detail?: string;
}

/** By PostgreSQL's error codes. */
const messages: Readonly<Record<string, string>> = {
  '23502': 'fieldRequired',
  '23503': 'fieldRefersToNothing',
  '23505': 'fieldTaken',
  '23514': 'fieldNotAllowed',
  '23P01': 'fieldTaken',
  '22001': 'fieldTooLong',
  '22003': 'fieldOutOfRange',
  '22007': 'fieldNotDate',
  '22008': 'fieldNotDate',
  '22P02': 'fieldNotAllowed',
  '57014': 'saveTookTooLong',
};

const logger = new Logger('nest-segments');

export function saveProblem(error: unknown, columns: RecordColumns): ValidationError {
  if (error instanceof ValidationError) return error;
  const cause: DatabaseError = error instanceof QueryFailedError ? error.driverError : {};
  const message = messages[cause.code ?? ''];
  const problem = { type: cause.code ?? 'unknown', message: message ?? 'saveFailed' };
  // PostgreSQL's own words name columns and values of the host's; they are for the log.
  if (!message) logger.error(`${randomUUID()} ${error instanceof Error ? error.stack : String(error)}`);
  const fields = fieldsOf(cause, columns);
  return new ValidationError(Object.fromEntries(fields.map((field) => [field, problem])), problem);
}

/** A removal that other records stand against. */
export function removalProblem(error: unknown, columns: RecordColumns): ValidationError {
  const { propertyErrors, baseError } = saveProblem(error, columns);
  const message = baseError?.type === '23503' ? 'recordInUse' : (baseError?.message ?? 'saveFailed');
  return new ValidationError(propertyErrors, { type: baseError?.type ?? 'unknown', message });
}

/** The writable fields that the database names, else the first one: the error must stand somewhere. */
function fieldsOf({ column, detail, constraint }: DatabaseError, { readable, key }: RecordColumns): string[] {
  const named = column ? [column] : (/\(([^)]*)\)=/.exec(detail ?? '')?.[1]?.split(', ') ?? []);
  const writable = [...readable.values()].filter((field) => field.writable);
  const isNamed = (name: string): boolean =>
    named.some((quoted) => quoted.replaceAll('"', '') === name) ||
    // A CHECK has a name only; PostgreSQL makes it of the table's and the column's.
    (constraint ?? '').includes(`_${name}_check`);
  const fields = writable.filter(({ column: { databaseName } }) => isNamed(databaseName));
  const found = fields.length > 0 ? fields : writable.slice(0, 1);
  return found.length > 0 ? found.map(({ name }) => name) : key.map(({ propertyPath }) => propertyPath);
}
