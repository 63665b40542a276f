/** Tells a database that cannot be reached from every other failure. */

import { types } from 'node:util';
import { DomainError } from '../errors.js';

export class DatabaseUnavailableError extends DomainError {
  readonly code = 'database.unavailable';
  override readonly status = 503;

  constructor(options?: ErrorOptions) {
    super('The database cannot be reached right now: try again in a moment.', options);
  }
}

/** Of PostgreSQL while it stops, starts or has no connection to spare, and of the network. */
const codes = new Set([
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What pg and TypeORM say without a code. */
const sentences =
  /^Connection terminated|not queryable|timeout exceeded when trying to connect|^Driver not Connected|^Connection is not established|^Query runner already released/i;

/** Whether this error came of a lost or missing connection. */
export function isLostDatabase(error: unknown): boolean {
  if (!isError(error)) return false;
  const source = 'driverError' in error && isError(error.driverError) ? error.driverError : error;
  if (source === error && isOfFiles(error)) return false;
  return ('code' in source && codes.has(String(source.code))) || sentences.test(source.message);
}

/** Whatever made it: errors of Node's own may be of another realm than ours. */
const isError = (value: unknown): value is Error => value instanceof Error || types.isNativeError(value);

/** A missing file has a code of the network's too; what fails on the network says which call did. */
const isOfFiles = (error: Error): boolean =>
  'syscall' in error && !/^(connect|read|write|getaddrinfo)$/.test(String(error.syscall));
